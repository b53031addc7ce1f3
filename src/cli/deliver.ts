import { verdictLine } from '../report/summary.ts';
import { reporters } from '../report/reporters.ts';
import type { Review } from '../review/review-result.ts';
import type { CheckRequest } from './check-request.ts';
import type { Host } from './host.ts';
import { writeReportFile } from './report-file.ts';

/**
 * Renders a review and brings it where it was asked for.
 * @throws UserError where a file cannot be written
 */
export async function deliver(review: Review, { format, output, all }: CheckRequest, host: Host): Promise<void> {
  const color = output === undefined && host.stdout.color;
  const text = reporters[format](review, { version: host.version, color, all });
  if (output === undefined) return host.print(text);
  await writeReportFile(output, text);
  host.say(`${verdictLine(review)} The report is in ${output}.`);
}
