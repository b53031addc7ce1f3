import type { Notice } from '../../base/notice.ts';
import type { Side } from '../../change/change-set.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { addReferenced, Documents, unchangedFile } from './documents.ts';
import type { FilePair } from './pair-files.ts';
import { mayBePart, referringDocuments } from './referring-documents.ts';

/** What a change touches, and all that it refers to. */
export interface ChangedDocuments {
  readonly sides: Readonly<Record<Side, Documents>>;
  /** The changed files, and documents that are the same at both sides but have a changed part. */
  readonly files: readonly FilePair[];
}

/** Reads the changed documents of a kind, and those with a changed part. */
export async function readChanged(
  changed: readonly FilePair[],
  isRoot: (path: string, text: string) => boolean,
  surroundings: ContractSurroundings,
): Promise<ChangedDocuments> {
  const sides = { base: new Documents(), head: new Documents() };
  const { parts, roots, notices } = await changedParts(changed, isRoot, surroundings);
  for (const notice of notices) sides.head.note(notice);
  const files = [...changed, ...roots];
  for (const { base, head } of [...files, ...parts]) for (const file of [base, head]) if (file) sides[file.side].add(file);
  for (const side of ['base', 'head'] as const)
    await addReferenced(
      sides[side],
      side,
      [...files, ...parts].flatMap((file) => file[side]?.path ?? []),
      surroundings.read,
    );
  return { sides, files };
}

interface ChangedParts {
  readonly parts: readonly FilePair[];
  readonly roots: readonly FilePair[];
  readonly notices: readonly Notice[];
}

/** The changed files that documents refer to, and the documents that are not in the change themselves. */
async function changedParts(
  changed: readonly FilePair[],
  isRoot: (path: string, text: string) => boolean,
  surroundings: ContractSurroundings,
): Promise<ChangedParts> {
  const possible: readonly FilePair[] = surroundings.others.filter(({ base, head }) =>
    [base, head].some((file) => file && mayBePart(file.path, file.text)),
  );
  const atHead = new Set(possible.flatMap(({ head }) => head?.path ?? []));
  const gone = possible.flatMap(({ base }) => (base && !atHead.has(base.path) ? [base.path] : []));
  if (possible.length === 0) return { parts: [], roots: [], notices: [] };
  const { documents, referredTo, notices } = await referringDocuments([...atHead, ...gone], surroundings);
  const known = new Set(changed.flatMap(({ base, head }) => [base?.path, head?.path]));
  const roots = [...documents].flatMap(([path, text]) => (isRoot(path, text) && !known.has(path) ? [path] : []));
  return {
    parts: possible.filter(({ base, head }) => [base, head].some((file) => file && referredTo.has(file.path))),
    roots: await bothSides(roots, surroundings),
    notices: [...notices, ...gone.filter((path) => referredTo.has(path)).map(missing)],
  };
}

async function bothSides(paths: readonly string[], { read }: ContractSurroundings): Promise<readonly FilePair[]> {
  if (paths.length === 0) return [];
  const [base, head] = await Promise.all([read('base', paths), read('head', paths)]);
  return paths.flatMap((path) => {
    const [old, now] = [base.get(path), head.get(path)];
    return old === undefined || now === undefined
      ? []
      : [{ base: unchangedFile('base', path, old), head: unchangedFile('head', path, now) }];
  });
}

function missing(path: string): Notice {
  return {
    id: 'contract-part-missing',
    message: `\`${path}\` is gone, but documents still refer to it: what it described is not compared.`,
    remedy: 'Restore the file, or correct the references.',
    path,
    incomplete: true,
  };
}
