import { realpath } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReportProgress } from '../base/progress.ts';
import { lineHunks } from '../change/line-diff.ts';
import type { ChangeSet, FileChange } from '../change/change-set.ts';
import { locateRepository, notARepository } from '../git/locate.ts';
import { readChangeSet } from '../git/read-change-set.ts';
import { createExtractor } from '../review/extraction/extractor.ts';
import { review } from '../review/review.ts';
import { rules } from '../rules/index.ts';
import { standardFor } from '../standard/standard-for.ts';
import { NoRepository } from './engine-error.ts';
import type { ReviewedFile, ReviewQuestion, SavedFile, TextQuestion } from './engine-protocol.ts';
import type { OpenReview } from './engine-server.ts';

/** Kept from review to review: the grammars stay loaded. */
const extractor = createExtractor({ wasm: dirname(fileURLToPath(import.meta.url)) });

/** Reviews what the extension asks for, and stays ready for its saves. */
export async function openReview(question: ReviewQuestion, progress: ReportProgress, signal: AbortSignal): Promise<OpenReview> {
  await requireRepository(question.folder);
  const change = await readChangeSet(question.source, { root: question.folder, signal, progress });
  const { standard, notices } = await standardFor(change, rules, { named: question.standard, mayFetch: question.mayFetch, signal });
  let changeSet: ChangeSet = { ...change, notices: [...change.notices, ...notices] };
  return {
    answer: {
      root: await rootAsOpened(question.folder, change.root),
      review: await review({ changeSet, standard, rules, signal, progress }, extractor),
      files: change.files.map(reviewedFile),
    },
    update: (saved, updateSignal) => {
      changeSet = { ...changeSet, files: changeSet.files.map((file) => (file.path === saved.path ? withText(file, saved) : file)) };
      return review({ changeSet, standard, rules, signal: updateSignal }, extractor);
    },
    text: (asked) => textOf(changeSet, asked),
  };
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

function withText(file: FileChange, { text }: SavedFile): FileChange {
  if (!file.head) return file;
  return { ...file, head: { ...file.head, text }, hunks: lineHunks(file.base?.text ?? '', text) };
}

function textOf({ files }: ChangeSet, { side, path }: TextQuestion): string | undefined {
  const file = files.find((each) => each.path === path || (side === 'base' && each.basePath === path));
  return file?.[side]?.text;
}
