import type { ActionPin, SourceFile } from '../../../code/code-change.ts';
import { member, membersOf, textOf } from '../../../code/document-node.ts';
import { isCommit } from './action-use.ts';

/** A file in which tools keep the commits of the actions that they write into workflows. */
export function isActionLock(path: string): boolean {
  return /(?:^|\/)\.github\/(?:[\w.-]+\/)?actions?-lock\.json$/.test(path);
}

/** What such a file says: `entries`, each by `owner/name@version` with the commit as `sha`. */
export function lockedActions(file: SourceFile): readonly ActionPin[] {
  const root = file.document?.roots[0];
  return membersOf(member(root, 'entries')).flatMap(([key, entry]): ActionPin[] => {
    const [name = '', ref] = key.split('@', 2);
    const action = (textOf(member(entry, 'repo')) ?? name).toLowerCase();
    const version = textOf(member(entry, 'version')) ?? ref;
    const commit = textOf(member(entry, 'sha'));
    return version !== undefined && commit !== undefined && isCommit(commit) ? [{ action, version, commit, path: file.path }] : [];
  });
}
