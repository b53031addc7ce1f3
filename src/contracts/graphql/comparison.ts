import type { ContractChange, ContractImpact } from '../../code/contract-change.ts';
import type { Element, Schema, Spot } from './model.ts';

/** Two versions of a schema, and what was found. */
export interface Comparison {
  readonly base: Schema;
  readonly head: Schema;
  /** Whether a name may stand in a file of head that could not be read. */
  readonly mayHold: (name: string) => boolean;
  /** Whether clients may get values of a type of head. */
  readonly isSent: (name: string) => boolean;
  readonly changes: ContractChange[];
}

export interface Found {
  readonly change: string;
  readonly impact: ContractImpact;
  readonly message: string;
  readonly fix?: NonNullable<ContractChange['fix']>;
  /** Where it shows, if that is not the element's name. */
  readonly at?: Spot;
}

/** Puts down a change of an element: at head where it still is, else at base. */
export function report({ changes }: Comparison, base: Element | undefined, head: Element | undefined, { at, ...found }: Found): void {
  const element = base ?? head;
  const spot = at ?? head?.spot ?? base?.spot;
  if (!element || !spot) return;
  const { file, range } = spot;
  const isElsewhere = at?.file.side === 'head';
  const before = base && (head !== undefined || isElsewhere) && { before: { file: base.spot.file, range: base.spot.range } };
  changes.push({
    contract: 'graphql',
    ...found,
    element: element.coordinate,
    file,
    range,
    ...before,
    deprecatedBefore: base !== undefined && isDeprecated(base),
  });
}

export function isDeprecated({ usages }: Element): boolean {
  return usages.some(({ name }) => name === 'deprecated');
}

/** Pairs the elements of two lists by name. */
export function paired<T extends Element>(base: readonly T[], head: readonly T[]) {
  const [before, after] = [new Map(base.map((each) => [each.name, each])), new Map(head.map((each) => [each.name, each]))];
  return {
    removed: [...before.values()].filter(({ name }) => !after.has(name)),
    added: [...after.values()].filter(({ name }) => !before.has(name)),
    both: [...before.values()].flatMap((each) => {
      const other = after.get(each.name);
      return other ? [[each, other] as const] : [];
    }),
  };
}
