import { posix } from 'node:path';
import { saysThatItBreaks } from '../../code/announcement.ts';
import type { CodeChange } from '../../code/code-change.ts';
import { allowedStep } from '../../code/version.ts';
import { versionIn } from '../versions/declared-version.ts';

/** What a change declares of itself that allows a break at a path, as the beginning of a sentence; undefined where it declares nothing. */
export function declarationOf(change: CodeChange, path: string): string | undefined {
  if (saysThatItBreaks(change)) return 'a commit says that it breaks';
  for (const { base, head } of change.files) {
    const [before, after] = [base && versionIn(base), head && versionIn(head)];
    const folder = posix.dirname(head?.path ?? '.');
    if (!head || !before || !after || (folder !== '.' && !path.startsWith(`${folder}/`))) continue;
    if (allowedStep(before.version, after.version) === 'major') return `the version goes to ${after.version}`;
  }
  return undefined;
}
