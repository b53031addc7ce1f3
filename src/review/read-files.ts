import type { Notice } from '../base/notice.ts';
import type { ReportProgress } from '../base/progress.ts';
import type { ChangeSet, FileChange } from '../change/change-set.ts';
import type { ActionPin, ChangedFile } from '../code/code-change.ts';
import { sourceFile, type ReadDocument } from '../code/source-file.ts';
import type { TreeQuery } from '../code/tree-query.ts';
import { DocumentReader, unreadDocument } from '../documents/document-reader.ts';
import type { ActionPins } from './action-pins.ts';
import type { Extractor } from './extraction/extractor.ts';
import type { FileReading, ReadingTask } from './extraction/reading.ts';
import type { Settings } from './settings.ts';

/** One file that was read, and what could not be. */
export interface ReadFile {
  readonly file: ChangedFile;
  /** Grows when a rule first asks for a document that cannot be read. */
  readonly notices: readonly Notice[];
}

/** A change of more files than this is no review but an import: its first ones are looked at. */
const mostFiles = 20_000;

/** The files of a change that the standard does not ignore, as many as can be reviewed. */
export function filesToReview(changeSet: ChangeSet, settings: Settings): FileChange[] {
  return changeSet.files.filter(({ path }) => !settings.isIgnored(path)).slice(0, mostFiles);
}

/** What `filesToReview` leaves out because it is too much. */
export function notReviewed(changeSet: ChangeSet, settings: Settings): Notice[] {
  const count = changeSet.files.filter(({ path }) => !settings.isIgnored(path)).length;
  if (count <= mostFiles) return [];
  return [
    {
      id: 'too-many-files',
      message: `The change has ${count} files; the first ${mostFiles} by path were reviewed.`,
      remedy: 'Review smaller ranges, or ignore folders that are imported or generated.',
      incomplete: true,
    },
  ];
}

export interface ReadingRequest {
  readonly everything?: boolean;
  readonly isPassing?: boolean;
  readonly queries?: readonly TreeQuery[];
  /** What is known of actions elsewhere in the repository. */
  readonly pins?: ActionPins;
  readonly signal?: AbortSignal;
  readonly progress?: ReportProgress;
}

/** Reads the files and hands on each as soon as it is read; returns them in their own order. */
export async function readFiles(
  changes: readonly FileChange[],
  extractor: Extractor,
  request: ReadingRequest,
  onFile: (read: ReadFile) => void,
): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  const { everything = false, isPassing = false, queries = [] } = request;
  const tasks = changes.map((change): ReadingTask => ({
    change,
    everything,
    ...(isPassing && { isPassing }),
    ...(queries.length > 0 && { queries }),
  }));
  const step = `Reading ${changes.length} files`;
  const documents = new DocumentReader();
  let done = 0;
  for await (const { index, reading } of extractor.read(tasks, request.signal)) {
    const change = changes[index];
    if (!change) continue;
    await documents.prepare(change.base?.path, change.head?.path);
    const pins = await request.pins?.around(change);
    const file = readFileOf(change, pins ? withPins(reading, pins) : reading, documents);
    read[index] = file;
    onFile(file);
    request.progress?.({ step, done: ++done, total: changes.length });
  }
  return read;
}

function withPins(reading: FileReading, pins: readonly ActionPin[]): FileReading {
  return reading.head ? { ...reading, head: { ...reading.head, pins } } : reading;
}

function readFileOf(change: FileChange, reading: FileReading, documents: DocumentReader): ReadFile {
  const notices = [...reading.notices];
  const readDocument: ReadDocument = (file) => {
    const document = documents.read(file);
    if (document && file.side === 'head') notices.push(...unreadDocument(file, document));
    return document;
  };
  const base = sourceFile(change, 'base', reading.base, readDocument);
  const head = sourceFile(change, 'head', reading.head, readDocument);
  const file: ChangedFile = { path: change.path, change, ...(base && { base }), ...(head && { head }) };
  notices.push(...syntaxNotices(file));
  return { file, notices };
}

function syntaxNotices({ head }: ChangedFile): Notice[] {
  const [first, ...more] = head?.facts?.errors ?? [];
  // What others wrote, or a tool, is nobody's to mend here.
  if (!head || !first || head.role === 'vendored' || head.role === 'generated') return [];
  const places = more.length === 0 ? 'One place' : `${more.length + 1} places`;
  return [
    {
      id: 'syntax-errors',
      message: `${places} in ${head.path} could not be understood, the first on line ${head.lines.position(first.start).line}. The rest of the file was reviewed.`,
      remedy: 'Mend the syntax errors; if there are none, please report the file.',
      path: head.path,
      incomplete: false,
    },
  ];
}
