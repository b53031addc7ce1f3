import { basename } from 'node:path/posix';
import type { FileChange, Snapshot } from '../change/change-set.ts';
import { splitLines } from '../change/lines.ts';
import { byCodeUnits, fileChange } from './entries.ts';

/**
 * Joins deleted and added files to renames, which git does not do for files that it does not know yet. First those with the
 * same content: of several, those with the same name belong together, then the first of each. Then those that are alike.
 */
export function joinRenames(files: readonly FileChange[]): FileChange[] {
  return joinSimilar(joinExact(files));
}

function joinExact(files: readonly FileChange[]): FileChange[] {
  const deleted = new Map<string, FileChange[]>();
  for (const file of files) {
    if (file.kind !== 'deleted' || !file.base || file.base.size === 0 || /^0+$/.test(file.base.blob)) continue;
    deleted.set(file.base.blob, [...(deleted.get(file.base.blob) ?? []), file]);
  }
  const gone = new Set<FileChange>();
  const joined = files.map((file) => {
    const candidates = file.kind === 'added' ? (deleted.get(file.head?.blob ?? '') ?? []) : [];
    const left = candidates.filter((each) => !gone.has(each));
    const from = left.find((each) => basename(each.path) === basename(file.path)) ?? left[0];
    if (!from?.base || !file.head) return file;
    gone.add(from);
    return { kind: 'renamed' as const, path: file.path, basePath: from.path, base: from.base, head: file.head, hunks: [] };
  });
  return joined.filter((file) => !gone.has(file));
}

/** From this share of common lines on, by their length, a file is another one renamed and edited. Git's own measure. */
const ALIKE = 0.5;

/** Of more pairs than these, only files with the same name are compared. */
const MOST_PAIRS = 10_000;

interface Text {
  readonly file: FileChange;
  readonly side: Snapshot;
  readonly lines: ReadonlyMap<string, number>;
}

interface Pair {
  readonly from: Text;
  readonly to: Text;
  readonly likeness: number;
}

function joinSimilar(files: readonly FileChange[]): FileChange[] {
  const taken = new Set<FileChange>();
  const renames = new Map<FileChange, FileChange>();
  for (const { from, to } of likePairs(files)) {
    if (taken.has(from.file) || taken.has(to.file)) continue;
    taken.add(from.file).add(to.file);
    renames.set(to.file, fileChange({ kind: 'renamed', base: from.side, head: to.side }, from.side, to.side));
  }
  return files.flatMap((file) => renames.get(file) ?? (taken.has(file) ? [] : [file]));
}

/** The most alike first; of those that are as much, the ones with the same name. */
function likePairs(files: readonly FileChange[]): readonly Pair[] {
  const deleted = textsOf(files, 'deleted', 'base');
  const added = textsOf(files, 'added', 'head');
  const isMany = deleted.length * added.length > MOST_PAIRS;
  const pairs: Pair[] = [];
  for (const to of added)
    for (const from of deleted) {
      if (isMany && !haveSameName(from, to)) continue;
      const likeness = likenessOf(from, to);
      if (likeness >= ALIKE) pairs.push({ from, to, likeness });
    }
  return pairs.sort(
    (one, other) =>
      other.likeness - one.likeness ||
      Number(haveSameName(other.from, other.to)) - Number(haveSameName(one.from, one.to)) ||
      byCodeUnits(one.to.side.path, other.to.side.path) ||
      byCodeUnits(one.from.side.path, other.from.side.path),
  );
}

function textsOf(files: readonly FileChange[], kind: FileChange['kind'], at: 'base' | 'head'): readonly Text[] {
  return files.flatMap((file) => {
    const side = file[at];
    if (file.kind !== kind || side?.text === undefined || side.size === 0) return [];
    return [{ file, side, lines: countLines(side.text) }];
  });
}

function countLines(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of splitLines(text)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function haveSameName(from: Text, to: Text): boolean {
  return basename(from.side.path) === basename(to.side.path);
}

/** Which part of the longer text both have, from 0 to 1. */
function likenessOf(from: Text, to: Text): number {
  const longest = Math.max(lengthOf(from), lengthOf(to));
  if (Math.min(lengthOf(from), lengthOf(to)) < longest * ALIKE) return 0;
  let common = 0;
  for (const [line, count] of from.lines) common += Math.min(count, to.lines.get(line) ?? 0) * (line.length + 1);
  return common / longest;
}

function lengthOf({ side }: Text): number {
  return side.text?.length ?? 0;
}
