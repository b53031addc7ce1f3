import type { FileFacts } from '../../../src/code/facts.ts';
import { roleByPath } from '../../../src/code/file-role.ts';
import type { FileRole } from '../../../src/code/language.ts';
import { languageOf } from '../../../src/languages/languages.ts';
import type { FileReader } from '../../../src/review/extraction/file-reader.ts';
import type { Commit, CommitFile, CommitSide, History } from './history.ts';

/** A file of a commit that is in a language, or no more than what it is for. */
export interface ReadFile extends CommitFile {
  readonly path: string;
  readonly role: FileRole;
  readonly baseCode?: ReadCode;
  readonly headCode?: ReadCode;
}

export interface ReadCode {
  readonly path: string;
  readonly text: string;
  readonly facts: FileFacts;
}

/** Files of a commit that are read: nobody can say what larger ones are about. */
const mostFiles = 40;

/** What a commit changes; undefined where it is too large to be a case, or a side of it is missing. */
export async function readCommit(history: History, reader: FileReader, commit: Commit): Promise<readonly ReadFile[] | undefined> {
  const files = history.files(commit);
  if (files.length > mostFiles) return undefined;
  const read: ReadFile[] = [];
  for (const file of files) {
    const path = (file.head ?? file.base)?.path ?? '';
    if (!languageOf(path)) {
      read.push({ ...file, path, role: path.endsWith('.snap') ? 'test' : roleByPath(path) });
      continue;
    }
    const [baseCode, headCode] = [await readCode(history, reader, file.base), await readCode(history, reader, file.head)];
    if ((file.base && !baseCode) || (file.head && !headCode)) return undefined;
    const text = (headCode ?? baseCode)?.text ?? '';
    const role = languageOf(path)?.adapter.role(path, text) ?? 'configuration';
    read.push({ ...file, path, role, ...(baseCode && { baseCode }), ...(headCode && { headCode }) });
  }
  return read;
}

async function readCode(history: History, reader: FileReader, side: CommitSide | undefined): Promise<ReadCode | undefined> {
  const text = side && history.text(side.blob);
  const facts = text === undefined ? undefined : await reader.readText(side!.path, text, 'all');
  return facts && { path: side!.path, text: text!, facts };
}
