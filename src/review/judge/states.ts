import { groupBy } from '../../base/group-by.ts';
import type { Hunk } from '../../change/change-set.ts';
import { LineMap } from '../../change/line-map.ts';
import type { BaselineState } from '../../finding/finding.ts';
import type { Drafted } from '../run-rules.ts';

/** A draft whose state is known. */
export interface Compared extends Drafted {
  readonly state: BaselineState;
}

/**
 * What a file rule found at base beside what it found at head: on both sides it is unchanged, at head alone new, at base alone absent.
 * Of several equal ones those on kept lines belong together, the others in order; what is left belongs together by its content.
 */
export function compareSides(base: readonly Drafted[], head: readonly Drafted[], hunks: readonly Hunk[]): Compared[] {
  const bases = groupBy(base, identity);
  const lines = new LineMap(hunks);
  const compared: Compared[] = [];
  for (const [key, found] of groupBy(head, identity)) {
    const before = bases.get(key) ?? [];
    bases.delete(key);
    compared.push(...compareEqual(before, found, lines));
  }
  for (const gone of bases.values()) compared.push(...gone.map((each) => ({ ...each, state: 'absent' as const })));
  return withRenamed(compared);
}

/** A new one with the content of one that is gone is that one under another name; one that the same sentence tells is that one written otherwise. */
function withRenamed(compared: readonly Compared[]): Compared[] {
  return withKept(
    withKept(compared, ({ draft }) => draft.content),
    // Another secret may be told by the same sentence: it shows little of it.
    ({ draft }) => (draft.sensitive === true ? undefined : draft.message),
  );
}

function withKept(compared: readonly Compared[], textOf: (each: Compared) => string | undefined): Compared[] {
  const keyOf = (each: Compared): string => `${each.rule.id}\n${textOf(each) ?? ''}`;
  const isMatched = (each: Compared, state: BaselineState): boolean => each.state === state && textOf(each) !== undefined;
  const gone = groupBy(
    compared.filter((each) => isMatched(each, 'absent')),
    keyOf,
  );
  const kept = new Set<Compared>();
  const renamed = new Set<Compared>();
  for (const each of compared) {
    const before = isMatched(each, 'new') ? gone.get(keyOf(each))?.shift() : undefined;
    if (!before) continue;
    renamed.add(before);
    kept.add(each);
  }
  return compared.flatMap((each) => (renamed.has(each) ? [] : [kept.has(each) ? { ...each, state: 'unchanged' } : each]));
}

function identity({ rule, draft }: Drafted): string {
  return `${rule.id}\n${draft.subject}`;
}

function compareEqual(base: readonly Drafted[], head: readonly Drafted[], lines: LineMap): Compared[] {
  const byLine = groupBy(base, lineOf);
  const kept = new Set<Drafted>();
  const rest = new Set(base);
  for (const each of head) {
    const line = lineOf(each);
    const before = line === undefined ? undefined : byLine.get(lines.baseLine(line))?.shift();
    if (before) {
      rest.delete(before);
      kept.add(each);
    }
  }
  const [...left] = rest;
  const states = head.map((each) => ({ ...each, state: kept.has(each) || left.shift() ? ('unchanged' as const) : ('new' as const) }));
  return [...states, ...left.map((each) => ({ ...each, state: 'absent' as const }))];
}

function lineOf({ draft }: Drafted): number | undefined {
  return draft.place?.file.lines.position(draft.place.range.start).line;
}
