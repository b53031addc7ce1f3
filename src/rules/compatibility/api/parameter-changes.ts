import type { ParameterFact } from '../../../code/facts.ts';

/** What became of the parameters of a symbol. */
export interface ParameterChanges {
  readonly added: readonly ParameterFact[];
  readonly removed: readonly ParameterFact[];
  readonly retyped: readonly { readonly base: ParameterFact; readonly head: ParameterFact }[];
  /** The same parameters in another order. */
  readonly reordered: boolean;
}

/** What became of the parameters: matched by place where the number is the same, otherwise by name, then by type. */
export function parameterChanges(base: readonly ParameterFact[], head: readonly ParameterFact[]): ParameterChanges {
  const names = (list: readonly ParameterFact[]): string => list.map(({ name }) => name).join('\n');
  const sorted = (list: readonly ParameterFact[]): string =>
    list
      .map(({ name, type }) => `${name} ${type ?? ''}`)
      .sort()
      .join('\n');
  if (names(base) !== names(head) && sorted(base) === sorted(head)) return { added: [], removed: [], retyped: [], reordered: true };
  if (base.length === head.length) {
    const pairs = base.flatMap((each, index) =>
      head[index] && typeText(each) !== typeText(head[index]) ? [{ base: each, head: head[index] }] : [],
    );
    // Where several have another name as well, one came and another went.
    if (pairs.filter((pair) => pair.base.name !== pair.head.name).length < 2)
      return { added: [], removed: [], retyped: pairs, reordered: false };
  }
  const partner = (each: ParameterFact, others: readonly ParameterFact[]): ParameterFact | undefined =>
    others.find(({ name, type }) => name === each.name && type === each.type) ?? others.find(({ name }) => name === each.name);
  const removed = base.filter((each) => !partner(each, head));
  const added = head.filter((each) => !partner(each, base));
  const retyped = base.flatMap((each) => {
    const other = partner(each, head);
    return other && typeText(other) !== typeText(each) ? [{ base: each, head: other }] : [];
  });
  return { added, removed, retyped, reordered: false };
}

export function typeText({ type, rest }: ParameterFact): string {
  return `${type ?? ''}${rest ? '...' : ''}`;
}

export function quotedNames(parameters: readonly { readonly name: string }[]): string {
  return parameters.map(({ name }) => `\`${name}\``).join(', ');
}
