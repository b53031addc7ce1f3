import type { SymbolAt } from '../../code/code-change.ts';
import type { ParameterFact, SymbolFact, TypeParameterFact } from '../../code/facts.ts';
import { enclosing } from '../code-in-file.ts';
import type { SymbolPair } from './signature-break.ts';

type Rewrite = (type: string) => string;

/** Both sides in words that can be compared: the base in the head's names of type parameters, and Java's types without annotations. */
export function comparable({ base, head }: SymbolPair): SymbolPair {
  const names = renamedParameters(base, head);
  const plain: Rewrite = head.file.facts?.language === 'java' ? plainJava : (type) => type;
  const inHeadsNames: Rewrite = names.size === 0 ? plain : (type) => plain(type).replace(/[\w$]+/g, (word) => names.get(word) ?? word);
  return { base: { ...base, symbol: rewritten(base.symbol, inHeadsNames) }, head: { ...head, symbol: rewritten(head.symbol, plain) } };
}

/** Old name → new name of the type parameters of a symbol and of the types around it. */
function renamedParameters(base: SymbolAt, head: SymbolAt): ReadonlyMap<string, string> {
  const [before, after] = [base, head].map(({ file, symbol }) =>
    file.facts ? [...enclosing(symbol, file.facts)].reverse().concat(symbol) : [symbol],
  );
  const pairs = (before ?? []).flatMap((each, level) => namePairs(each.typeParameters, after?.[level]?.typeParameters ?? []));
  return new Map(pairs.filter(([old, now]) => old !== now));
}

function namePairs(before: readonly TypeParameterFact[], after: readonly TypeParameterFact[]): readonly (readonly [string, string])[] {
  if (before.length !== after.length) return [];
  return before.flatMap(({ name }, index) => (after[index] ? [[name, after[index].name] as const] : []));
}

/** Without annotations and the names of packages: `java.util.@Nullable List<@Size(max = 3) String>` is `List<String>`. */
function plainJava(type: string): string {
  return type
    .replace(/@[\w.]+\s*(?:\([^()]*\)\s*)?/g, '')
    .replace(/(?<![\w.])(?:[a-z_]\w*\.)+(?=[A-Z])/g, '')
    .replace(/\s+(?=\[)/g, '')
    .trim();
}

function rewritten(symbol: SymbolFact, rewrite: Rewrite): SymbolFact {
  return {
    ...symbol,
    typeParameters: symbol.typeParameters.map((each) => ({ ...each, ...(each.bound !== undefined && { bound: rewrite(each.bound) }) })),
    ...(symbol.parameters && {
      parameters: symbol.parameters.map((each): ParameterFact => (each.type === undefined ? each : { ...each, type: rewrite(each.type) })),
    }),
    ...(symbol.type !== undefined && { type: rewrite(symbol.type) }),
  };
}
