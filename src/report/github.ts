import type { Severity } from '../finding/draft.ts';
import type { Finding } from '../finding/finding.ts';
import type { Reporter } from './reporter.ts';
import { shownFindings, standing } from './selection.ts';
import { verdictLine } from './summary.ts';
import { visible } from './text.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', note: 'notice' };

/** GitHub Actions workflow commands: an annotation a finding. */
export const github: Reporter = (review, options) => {
  const findings = shownFindings(review, options).map((finding) => annotation(finding, standing(finding, review)));
  const notices = review.notices.map((notice) =>
    command(notice.incomplete ? 'warning' : 'notice', { ...(notice.path && { file: notice.path }), title: `Plumbline: ${notice.id}` }, [
      notice.message,
      notice.remedy,
    ]),
  );
  return `${[...findings, ...notices, verdictLine(review)].join('\n')}\n`;
};

function annotation(finding: Finding, why: string): string {
  const { path, start, end } = finding.location;
  const properties = {
    file: path,
    line: start.line,
    ...(end.line === start.line ? { col: start.column, endColumn: end.column } : { endLine: end.line }),
    title: finding.rule,
  };
  return command(why ? 'notice' : commands[finding.severity], properties, [finding.message, why && `(${why})`]);
}

function command(name: string, properties: Record<string, string | number>, text: readonly (string | undefined)[]): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(text.filter(Boolean).join(' '))}`;
}

/** As the Actions toolkit escapes: the runner undoes exactly these. */
function escapeData(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
