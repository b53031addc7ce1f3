import { realpath } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';
import { UserError } from '../base/errors.ts';
import type { ReportProgress } from '../base/progress.ts';
import type { ChangeSet, FileChange } from '../change/change-set.ts';
import type { DeepRequest } from '../deep/deep-request.ts';
import { locateRepository, notARepository } from '../git/locate.ts';
import { readChangeSet } from '../git/read-change-set.ts';
import { createExtractor } from '../review/extraction/extractor.ts';
import type { TryOut } from '../review/request.ts';
import { ReviewSession } from '../review/session/session.ts';
import { rules } from '../rules/index.ts';
import { mistakesIn } from '../standard/load.ts';
import type { Problem } from '../standard/problem.ts';
import { standardFor } from '../standard/standard-for.ts';
import { compilerOf } from './compiler-of.ts';
import { NoRepository } from './engine-error.ts';
import type { EngineData, ReviewedFile, ReviewQuestion, StandardQuestion, TextQuestion } from './engine-protocol.ts';
import type { OpenReview, ReviewListener } from './engine-server.ts';
import { followSaves } from './follow-saves.ts';

/** Kept from review to review: the grammars stay loaded. */
const extractor = createExtractor({ wasm: dirname(fileURLToPath(import.meta.url)), cache: (workerData as EngineData).cache });

/** Reviews what the extension asks for, and stays ready for its saves. */
export async function openReview(
  question: ReviewQuestion,
  progress: ReportProgress,
  signal: AbortSignal,
  listener: ReviewListener,
): Promise<OpenReview> {
  await requireRepository(question.folder);
  const change = await readChangeSet(question.source, { root: question.folder, signal, progress });
  const { standard, notices } = await standardFor(change, rules, {
    named: question.standard,
    mayFetch: question.mayFetch,
    checkQuery: extractor.checkQuery,
    signal,
  });
  const changeSet: ChangeSet = { ...change, notices: [...change.notices, ...notices] };
  const tryOut = await deepCheckOf(question, changeSet, { signal, progress, tell: listener.log, onGroup: listener.onGroup });
  const askCompiler = await compilerOf(question, signal);
  const session = new ReviewSession({ changeSet, standard, rules, now: new Date(), signal, progress, tryOut, askCompiler }, extractor);
  const review = await session.start();
  void extractor.save();
  const saved = new Map<string, string>();
  return {
    answer: { root: await rootAsOpened(question.folder, change.root), review, files: change.files.map(reviewedFile) },
    update: followSaves(session, review, ({ path, text }) => saved.set(path, text)),
    text: (asked) => (asked.side === 'head' ? saved.get(asked.path) : undefined) ?? textOf(change, asked),
  };
}

/** What is wrong in a `plumbline.yaml` as it is being written. */
export function standardMistakes({ folder, text }: StandardQuestion): Promise<readonly Problem[]> {
  return mistakesIn(text, rules, { root: folder, checkQuery: extractor.checkQuery });
}

/** Loaded only where it was asked for. */
async function deepCheckOf(
  { deep, source, mayFetch }: ReviewQuestion,
  changeSet: ChangeSet,
  rest: Pick<DeepRequest, 'signal' | 'progress' | 'tell' | 'onGroup'>,
): Promise<TryOut | undefined> {
  if (!deep) return undefined;
  // Where not even a standard may be fetched nothing may be run. The command does not ask then, and this holds whoever does.
  if (!mayFetch) throw new UserError('A deep check needs a trusted workspace.', 'Trust it first: a deep check runs the tests in it.');
  const { deepCheck } = await import('../deep/deep-check.ts');
  return deepCheck({ ...deep, source, changeSet, ...rest });
}

async function requireRepository(folder: string): Promise<void> {
  if (await locateRepository(folder)) return;
  const { message, hint } = notARepository(folder);
  throw new NoRepository(message, hint);
}

/** The root by the way the editor knows it: git gives the real path, a workspace may be opened through a symbolic link. */
async function rootAsOpened(folder: string, root: string): Promise<string> {
  return resolve(folder, relative(await realpath(folder), root));
}

function reviewedFile({ path, basePath, kind }: FileChange): ReviewedFile {
  return { path, kind, ...(basePath === undefined ? {} : { basePath }) };
}

function textOf({ files }: ChangeSet, { side, path }: TextQuestion): string | undefined {
  const file = files.find((each) => each.path === path || (side === 'base' && each.basePath === path));
  return file?.[side]?.text;
}
