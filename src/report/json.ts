import type { Reporter } from './reporter.ts';
import { shownFindings } from './selection.ts';

/** The review as it is, for scripts. `schema` is raised when a field changes its meaning. */
export const json: Reporter = (review, options) => {
  const { base, head, standard, verdict, size, notices, testPlan } = review;
  const report = {
    schema: 1,
    tool: { name: 'plumbline', version: options.version },
    base,
    head,
    standard,
    verdict,
    size,
    findings: shownFindings(review, options),
    notices,
    ...(testPlan && { testPlan }),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
};
