import type { SymbolAt, SymbolChange } from './code-change.ts';
import { boundNames } from './flow/pattern.ts';
import { codeOf, visitsOf } from './walk.ts';

/**
 * The names that a change gives to things of its own: declarations, options, keys, codes. Only those that hardly anything else is called like:
 * a test that says one of them knows what is new.
 */
export function broughtWords(symbols: readonly SymbolChange[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const change of symbols) {
    if (change.kind === 'removed' || change.head.file.role !== 'production') continue;
    const { name, kind, visibility, modifiers } = change.head.symbol;
    // In Java a method is known by the type that it is called on: others may be called like it.
    const isCalled = change.head.file.facts?.language === 'java' && (kind === 'method' || kind === 'constructor');
    if (change.kind === 'added' && !isCalled && visibility !== 'private' && !modifiers.includes('implicit')) words.add(name);
    for (const word of namesGivenIn(change.head)) words.add(word);
  }
  return new Set([...words].filter(isOwnWord));
}

/** `maxDepth`, `FSTDEP025`, `NULL_VALUE`: put together, and long. */
function isOwnWord(word: string): boolean {
  return (
    word.length >= 8 &&
    word.length <= 60 &&
    /^[A-Za-z][\w$]*$/.test(word) &&
    (/[a-z][A-Z]/.test(word) || /^[A-Z\d]+(?:_[A-Z\d]+)*$/.test(word))
  );
}

/** On the lines that the change touches: keys of objects, names taken out of parameters, and texts that are names. */
function namesGivenIn({ symbol, file }: SymbolAt): readonly string[] {
  const isTouched = ({ range }: { readonly range: { readonly start: number; readonly end: number } }): boolean =>
    file.touched.some((each) => each.start < range.end && range.start < each.end);
  const code = codeOf(symbol);
  const taken = (symbol.parameters ?? [])
    .filter((each) => !/^[\w$]+$/.test(each.name) && isTouched(each))
    .flatMap(({ name }) => boundNames(name).flatMap(keysOf));
  const given = Array.from(visitsOf(code, 'object', 'string', 'variable'), ({ node }) => {
    if (node.kind === 'string') return isTouched(node) ? [node.value] : [];
    if (node.kind === 'variable') return isTouched(node) && /^[{[]/.test(node.name) ? boundNames(node.name).flatMap(keysOf) : [];
    return node.properties.filter(isTouched).map(({ key }) => key);
  });
  return [...taken, ...given.flat()];
}

function keysOf({ name, path }: { readonly name: string; readonly path: readonly string[] }): readonly string[] {
  return [path.at(-1) ?? name];
}
