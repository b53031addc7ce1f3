import { posix } from 'node:path';
import { saysThatItBreaks } from '../../code/announcement.ts';
import type { CodeChange } from '../../code/code-change.ts';
import { allowedStep, isBeforeMajor } from '../../code/version.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import type { TreeFiles } from '../tree-files.ts';
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
  const version = declared?.version;
  return version !== undefined && isBeforeMajor(version) ? `the version is ${version}, before a major release` : undefined;
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
