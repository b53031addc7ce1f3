import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../finding/finding.ts';
import { readChangeSet } from '../git/read-change-set.ts';
import { isCounted } from '../review/counts.ts';
import { createExtractor } from '../review/extraction/extractor.ts';
import { review } from '../review/review.ts';
import type { Review } from '../review/review-result.ts';
import { rules } from '../rules/index.ts';
import { baselineFileName, baselineText } from '../standard/baseline.ts';
import { parseCommand } from './command-line.ts';
import { baselineCommand } from './commands.ts';
import { exitCodes } from './exit-code.ts';
import type { Command, Host } from './host.ts';
import { progressLine } from './progress-line.ts';
import { writeReportFile } from './report-file.ts';
import { standardHere } from './standard-here.ts';

/** `plumbline baseline`: writes what the rules on single files find at HEAD into the file that later reviews know it by. */
export const baseline: Command = async (args, host) => {
  const parsed = parseCommand(baselineCommand, args);
  const repository = resolve(parsed.options.get('repo')?.[0] ?? '.');
  const standard = await standardHere(parsed, host);
  const line = progressLine(host);
  try {
    const changeSet = await readChangeSet({ kind: 'whole-tree' }, { root: repository, signal: host.signal, progress: line.report });
    const extractor = createExtractor({ wasm: dirname(fileURLToPath(import.meta.url)) });
    // What rules on a change find is about that change: nothing of it was there before.
    const onFiles = rules.filter(({ kind }) => kind === 'file');
    const request = { changeSet, standard, rules: onFiles, now: new Date(), signal: host.signal, progress: line.report };
    const result = await review(request, extractor).finally(() => extractor.dispose());
    line.end();
    const file = join(changeSet.root, baselineFileName);
    await writeReportFile(file, textOf(result));
    sayResult(result, file, host);
    return result.verdict.complete ? exitCodes.passed : exitCodes.incomplete;
  } finally {
    line.end();
  }
};

function textOf(result: Review): string {
  const known = result.findings.filter((finding) => isCounted(finding, result));
  return baselineText(known.map(({ location, rule, fingerprint }: Finding) => ({ path: location.path, rule, fingerprint })));
}

function sayResult(result: Review, file: string, { say }: Host): void {
  const count = result.findings.filter((finding) => isCounted(finding, result)).length;
  say(
    `Wrote ${file}: ${count === 1 ? '1 finding' : `${count} findings`}. Commit it; it is read from the base of a change, as the standard is.`,
  );
  if (!result.verdict.complete)
    say(
      `Not all could be reviewed: ${result.notices
        .filter(({ incomplete }) => incomplete)
        .map(({ message }) => message)
        .join(' ')}`,
    );
}
