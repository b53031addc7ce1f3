import type { Notice } from '../base/notice.ts';
import type { ChangeSet } from '../change/change-set.ts';
import { baselineFileName } from './baseline.ts';
import { standardFileName } from './references.ts';
import type { Standard } from './standard.ts';

/** A change to its own standard is judged by the standard of the base, which is worth knowing. */
export function standardNotices(change: Pick<ChangeSet, 'files'>, standard: Standard): readonly Notice[] {
  const sources = new Set([standardFileName, baselineFileName, ...[...standard.provenance.values()].map(({ source }) => source)]);
  const touched = change.files.filter((file) => sources.has(file.path) || (file.basePath !== undefined && sources.has(file.basePath)));
  return touched.map(({ path }) => ({
    id: 'standard-changed',
    message: `${path} is part of the standard and is changed: the change is judged by the standard as it was before.`,
    remedy: 'Look at the change of the standard itself; `--standard` judges by the new one.',
    path,
    incomplete: false,
  }));
}
