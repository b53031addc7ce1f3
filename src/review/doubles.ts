import type { Finding } from '../finding/finding.ts';
import type { RuleId } from '../finding/expectation.ts';
import type { Drafted } from './run-rules.ts';

/** Where something is told: the lines of a file at one side. */
interface Told {
  readonly rule: RuleId;
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

/** One finding for one thing: leaves out what a rule that says more tells on the same lines, among these or among earlier ones at head. */
export function withoutDoubles(drafted: readonly Drafted[], earlier: readonly Finding[] = []): Drafted[] {
  if (!drafted.some(({ rule }) => rule.yieldsTo)) return [...drafted];
  const told = [...drafted.flatMap((each) => toldBy(each) ?? []), ...earlier.flatMap((each) => toldEarlier(each) ?? [])];
  return drafted.filter((each) => {
    const { yieldsTo } = each.rule;
    const own = yieldsTo && toldBy(each);
    return !own || !told.some((other) => yieldsTo.includes(other.rule) && meets(own, other));
  });
}

function toldBy({ rule, draft: { place } }: Drafted): Told | undefined {
  if (!place) return undefined;
  const { file, range } = place;
  return { rule: rule.id, path: file.path, first: file.lines.position(range.start).line, last: file.lines.position(range.end).line };
}

function toldEarlier({ rule, location, state }: Finding): Told | undefined {
  if (state !== 'new') return undefined;
  return { rule, path: location.path, first: location.start.line, last: location.end.line };
}

function meets(one: Told, other: Told): boolean {
  return one.path === other.path && one.first <= other.last && other.first <= one.last;
}
