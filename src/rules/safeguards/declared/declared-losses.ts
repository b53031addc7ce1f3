import type { TextRange } from '../../../base/text-range.ts';
import type { ChangedFile, CodeChange, SourceFile } from '../../../code/code-change.ts';
import { saidElsewhere } from './said-elsewhere.ts';
import type { DeclaredKind, DeclaredSafeguard } from './declared-safeguard.ts';

/** A protection that files of the change declare no more, or less strictly. */
export interface DeclaredLoss {
  readonly base: SourceFile;
  readonly head: SourceFile;
  /** Absent where it held without being said. */
  readonly lost?: DeclaredSafeguard;
  readonly now?: DeclaredSafeguard;
  /** Where head is to be looked at. */
  readonly range: TextRange;
}

interface Sides {
  readonly file: ChangedFile;
  readonly kind: DeclaredKind;
  readonly before: readonly DeclaredSafeguard[];
  readonly after: readonly DeclaredSafeguard[];
}

/**
 * What the change takes away. Netted over the whole change: where as many of a family are declared as before, they have moved or
 * have another name; what goes together with what it protected is no loss, and neither is what other files of the change say anew.
 */
export function* declaredLosses(change: CodeChange, kinds: readonly DeclaredKind[]): Generator<DeclaredLoss> {
  const sides = change.files.flatMap((file) => kinds.flatMap((kind) => sidesOf(file, kind)));
  const balance = balanceOf(sides);
  for (const each of sides) {
    const { file, kind, before, after } = each;
    const { base, head } = file;
    if (!base || !head) continue;
    for (const { lost, now } of [...lostOf(each), ...openedOf(each)]) {
      const gone = lost !== undefined && now === undefined;
      if (gone && ((balance.get(lost.family) ?? 0) >= 0 || kind.isStillThere?.(lost, head) === false)) continue;
      const family = (lost ?? now)?.family ?? '';
      if (saidElsewhere(change, family, head) || (before.length === 0 && after.length === 0)) continue;
      const range = now?.range ?? (lost ? placeOf(lost, file, base, head) : head.lines.lineRange(1));
      yield { base, head, range, ...(lost && { lost }), ...(now && { now }) };
    }
  }
}

function sidesOf(file: ChangedFile, kind: DeclaredKind): readonly Sides[] {
  const isLookedAt = (side: SourceFile | undefined): side is SourceFile =>
    side !== undefined && !/^(?:test|generated|vendored|documentation)$/.test(side.role) && kind.mayDeclare(side);
  // What cannot be read declares nothing that is known.
  if ([file.base, file.head].some((side) => isLookedAt(side) && side.document?.error)) return [];
  const [before, after] = [file.base, file.head].map((side) => (isLookedAt(side) ? kind.find(side) : []));
  return before && after && before.length + after.length > 0 ? [{ file, kind, before, after }] : [];
}

/** How many more of each family the change declares than it takes away. */
function balanceOf(sides: readonly Sides[]): ReadonlyMap<string, number> {
  const balance = new Map<string, number>();
  const count = (all: readonly DeclaredSafeguard[], step: number): void => {
    for (const { family, level } of all) if (level > 0) balance.set(family, (balance.get(family) ?? 0) + step);
  };
  for (const { before, after } of sides) {
    count(before, -1);
    count(after, 1);
  }
  return balance;
}

type Pair = Pick<DeclaredLoss, 'lost' | 'now'>;

function lostOf({ kind, before, after }: Sides): readonly Pair[] {
  return before.flatMap((lost): readonly Pair[] => {
    if (lost.level === 0) return [];
    const same = after.filter(({ key, family }) => key === lost.key && family === lost.family);
    const [now] = same;
    if (now) return same.every(({ level }) => level < lost.level) ? [{ lost, now }] : [];
    const isCovered = after.some((each) => each.level >= lost.level && kind.covers?.(each, lost));
    return isCovered || lost.byDefault ? [] : [{ lost }];
  });
}

/** What is off from then on, and was on without being said or by a wider one. */
function openedOf({ kind, before, after }: Sides): readonly Pair[] {
  return after.flatMap((now): readonly Pair[] => {
    if (now.level > 0 || before.some(({ key, family }) => key === now.key && family === now.family)) return [];
    const around = before.find((each) => each.level > 0 && kind.covers?.(each, now));
    return around ? [{ lost: around, now }] : now.byDefault ? [{ now }] : [];
  });
}

/** Where the lines that are gone would be. */
function placeOf({ range }: DeclaredSafeguard, { change }: ChangedFile, base: SourceFile, head: SourceFile): TextRange {
  const { line } = base.lines.position(range.start);
  const hunk = change.hunks.find((each) => each.baseLine <= line && line < each.baseLine + each.baseCount);
  return head.lines.lineRange(Math.min(Math.max(hunk?.headLine ?? 1, 1), head.lines.lineCount));
}
