import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDirectory } from '../base/cache-directory.ts';
import type { ReportProgress } from '../base/progress.ts';
import type { ChangeSet } from '../change/change-set.ts';
import type { ChangeSource } from '../change/source.ts';
import { defaultSource } from '../git/default-source.ts';
import { readChangeSet } from '../git/read-change-set.ts';
import type { AskCompiler } from '../review/compiler/settle-types.ts';
import type { TryOut } from '../review/request.ts';
import type { Review } from '../review/review-result.ts';
import { createExtractor } from '../review/extraction/extractor.ts';
import type { Extractor } from '../review/extraction/extractor.ts';
import { review } from '../review/review.ts';
import { rules } from '../rules/index.ts';
import { standardFor } from '../standard/standard-for.ts';
import { readCheckRequest } from './check-request.ts';
import type { CheckRequest } from './check-request.ts';
import { deliver } from './deliver.ts';
import { exitCodeOf } from './exit-code.ts';
import type { Command, Host } from './host.ts';
import { progressLine } from './progress-line.ts';
import { spareMemory } from './spare-memory.ts';

/** `plumbline check`: reviews a change, reports, and says by the exit code whether the gate passed. */
export const check: Command = async (args, host) => {
  const request = readCheckRequest(args);
  const line = progressLine(host);
  const uncommitted = request.source ? undefined : countUncommitted(request.repository, host.signal);
  const extractor = extractorFor(request);
  try {
    const result = await reviewAsked(request, host, line.report, extractor);
    line.end();
    await deliver(result, request, host);
    sayUncommitted(result, await uncommitted, host);
    return exitCodeOf(result.verdict);
  } finally {
    line.end();
    // Only now what was read is saved: nobody waits for that.
    await extractor.dispose();
  }
};

async function reviewAsked(
  request: CheckRequest,
  { signal, say }: Pick<Host, 'signal' | 'say'>,
  progress: ReportProgress,
  extractor: Extractor,
): Promise<Review> {
  const source = request.source ?? (await chooseSource(request.repository, signal, say));
  const change = await readChangeSet(source, { root: request.repository, signal, progress });
  spareMemory(change.files.length);
  const side = source.kind === 'whole-tree' ? ('head' as const) : ('base' as const);
  const choice = { named: request.standard, mayFetch: true, side, checkQuery: extractor.checkQuery, signal };
  const { standard, notices } = await standardFor(change, rules, choice);
  const gate = request.failOn === undefined ? standard.gate : { failOn: request.failOn };
  const { title, coverageFiles } = request;
  const changeSet: ChangeSet = { ...change, ...(title !== undefined && { title }), notices: [...change.notices, ...notices] };
  const tryOut = await deepCheckOf(request, source, changeSet, { signal, say }, progress);
  return review(
    {
      changeSet,
      standard: { ...standard, gate },
      rules,
      now: new Date(),
      everything: request.all,
      coverageFiles,
      signal,
      progress,
      tryOut,
      askCompiler: await compilerOf(request, signal),
    },
    extractor,
  );
}

/** Loaded only where it was asked for. */
async function deepCheckOf(
  { deep }: CheckRequest,
  source: ChangeSource,
  changeSet: ChangeSet,
  { signal, say }: Pick<Host, 'signal' | 'say'>,
  progress: ReportProgress,
): Promise<TryOut | undefined> {
  if (!deep) return undefined;
  const { deepCheck } = await import('../deep/deep-check.ts');
  return deepCheck({ ...deep, source, changeSet, signal, progress, tell: say });
}

/** Seconds: who asks for it on the command line has time. */
const longestCompiling = 300;

/** Loaded only where it was asked for. */
async function compilerOf({ typescript }: CheckRequest, signal: AbortSignal): Promise<AskCompiler | undefined> {
  if (typescript === undefined) return undefined;
  const { askTypeScript } = await import('../deep/compiler/ask-typescript.ts');
  const script = join(dirname(fileURLToPath(import.meta.url)), 'compiler-worker.js');
  return askTypeScript(typescript, { script, seconds: longestCompiling, signal });
}

function extractorFor({ cache }: CheckRequest): Extractor {
  return createExtractor({ wasm: dirname(fileURLToPath(import.meta.url)), cache: cache ? join(cacheDirectory, 'facts') : undefined });
}

async function chooseSource(repository: string, signal: AbortSignal, say: Host['say']): Promise<ChangeSource> {
  const source = await defaultSource(repository, signal);
  if (source.kind === 'branch') {
    const base = source.base ?? 'its base';
    say(`No change was named: reviewing the commits of the current branch against ${base}.`);
  } else say('No change was named, and the branch has no commit of its own: reviewing the working tree.');
  return source;
}

/** How many files are not committed. It is only a hint: where it cannot be told, nothing is said. */
async function countUncommitted(root: string, signal: AbortSignal): Promise<number> {
  const change = await readChangeSet({ kind: 'working-tree' }, { root, signal }).catch(() => undefined);
  return change?.files.length ?? 0;
}

/** Who names no change may think that what lies before them was reviewed. */
function sayUncommitted({ head }: Review, count = 0, { say }: Host): void {
  if (count === 0 || head.commit === undefined) return;
  const files = count === 1 ? '1 file is' : `${count.toLocaleString('en-US')} files are`;
  say(`${files} not committed, and what is not committed was not reviewed: --working-tree reviews it.`);
}
