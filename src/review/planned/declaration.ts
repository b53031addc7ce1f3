import { posix } from 'node:path';
import { saysThatItBreaks } from '../../code/announcement.ts';
import type { CodeChange } from '../../code/code-change.ts';
import { allowedStep, isBeforeMajor } from '../../code/version.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import type { TreeFiles } from '../tree-files.ts';
import { changesetEntries } from '../versions/changesets.ts';
import { declaredVersionOf, versionBefore, versionIn, type DeclaredVersion } from '../versions/declared-version.ts';

/** What a change, or the version that it is for, declares that allows a break, as the beginning of a sentence; undefined where nothing does. */
export async function declarationOf(
  { place, properties }: FindingDraft,
  change: CodeChange,
  files: TreeFiles,
): Promise<string | undefined> {
  const declaration = declarationFor(place?.file.path ?? '', change);
  const contract = properties?.['contract'];
  if (declaration !== undefined || !place || typeof contract !== 'string') return declaration;
  const declared = await declaredVersionOf({ contract, place }, files);
  if (declared && (await isRaisedToMajor(declared, place.file.path, files))) return `the version goes to ${declared.version}`;
  const changeset = declared && changesetFor(declared, change);
  if (changeset !== undefined) return changeset;
  const version = declared?.version;
  return version !== undefined && isBeforeMajor(version) ? `the version is ${version}, before a major release` : undefined;
}

/** What a changeset of the change says, where that is enough for a break; before 1.0.0 a minor version is. */
function changesetFor({ packageName, version }: DeclaredVersion, change: CodeChange): string | undefined {
  const entries = change.files.flatMap(({ path, head }) =>
    head && /(?:^|\/)\.changeset\/[^/]+\.md$/.test(path) ? changesetEntries(head) : [],
  );
  const allowing = entries.find(
    (entry) => entry.packageName === packageName && (entry.step === 'major' || (entry.step === 'minor' && version.startsWith('0.'))),
  );
  return allowing && `the version goes to the next ${allowing.step} one by ${allowing.file.path}`;
}

/** Of a document that says its own version. */
async function isRaisedToMajor(declared: DeclaredVersion, path: string, files: TreeFiles): Promise<boolean> {
  if (declared.file.path !== path) return false;
  const before = await versionBefore(declared, path, files);
  return before !== undefined && allowedStep(before, declared.version) === 'major';
}

function declarationFor(path: string, change: CodeChange): string | undefined {
  if (saysThatItBreaks(change)) return 'a commit says that it breaks';
  for (const { base, head } of change.files) {
    const [before, after] = [base && versionIn(base), head && versionIn(head)];
    const folder = posix.dirname(head?.path ?? '.');
    if (!head || !before || !after || (folder !== '.' && !path.startsWith(`${folder}/`))) continue;
    if (allowedStep(before.version, after.version) === 'major') return `the version goes to ${after.version}`;
  }
  return undefined;
}
