import { remembered, rememberedByContent } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { FileFacts, SymbolFact } from '../../../code/facts.ts';
import { codeOf, walk } from '../../../code/walk.ts';
import { plainText } from './idioms.ts';

/** Longer values stay behind their names. */
const longest = 200;
const deepest = 3;

type Values = ReadonlyMap<string, string>;

const constants = new WeakMap<FileFacts, Values>();

/** Puts the values of names that are set once in their places: so a value says the same with and without a name of its own. */
export function inliner(symbol: SymbolFact, file: SourceFile): (text: string) => string {
  const [constants, locals] = [constantsOf(file), localsOf(symbol)];
  if (constants.size === 0 && locals.size === 0) return (text) => text;
  const once = (text: string): string =>
    text.replace(/(?<![\w$.])[A-Za-z_$][\w$]*(?![\w$(])/g, (word) => locals.get(word) ?? constants.get(word) ?? word);
  return (text) => {
    let at = text;
    for (let depth = 0; depth < deepest && at.length < 2000; depth++) {
      const next = once(at);
      if (next === at) break;
      at = next;
    }
    return at;
  };
}

/** What the change touches only: the rest is the same on both sides. */
function constantsOf({ facts }: SourceFile): Values {
  if (!facts) return new Map();
  const known = constants.get(facts);
  if (known) return known;
  const fixed = facts.symbols.filter(
    ({ kind, modifiers, value }) =>
      value && (kind === 'variable' || kind === 'field') && modifiers.some((each) => /^(const|final|readonly)$/.test(each)),
  );
  const values = new Map(fixed.flatMap(({ name, value }) => (value ? shortValue(name, plainText(value)) : [])));
  constants.set(facts, values);
  return values;
}

/** `Owner.NAME` → value of the constants that a change declares or touches, for whoever names them from elsewhere. */
export function constantInliner(files: readonly SourceFile[]): (text: string) => string {
  return inlinerOf(files.flatMap(({ facts }) => (facts ? ownedConstants(facts) : [])));
}

const ownedConstants = remembered(({ symbols }: FileFacts): readonly (readonly [name: string, value: string])[] =>
  symbols.flatMap(({ name, value, parent }) => {
    const owner = parent === undefined ? undefined : symbols[parent];
    return value && owner && /^[A-Z][A-Z\d_]+$/.test(name) && owner.kind !== 'module'
      ? [[`${owner.name}.${name}`, plainText(value)] as const]
      : [];
  }),
);

const inlinerOf = rememberedByContent((constants: readonly (readonly [name: string, value: string])[]): ((text: string) => string) => {
  const values = new Map(constants);
  return values.size === 0
    ? (text) => text
    : (text) => text.replace(/(?<![\w$.])[A-Z]\w*\.[A-Z][A-Z\d_]+(?![\w$(])/g, (name) => values.get(name) ?? name);
});

function localsOf(symbol: SymbolFact): Values {
  const values = new Map<string, string | undefined>((symbol.parameters ?? []).map(({ name }) => [name, undefined]));
  for (const { node } of walk(codeOf(symbol))) {
    if (node.kind === 'variable')
      values.set(node.name, values.has(node.name) || !node.value || node.value.kind === 'function' ? undefined : plainText(node.value));
    if (node.kind === 'assignment' && node.target.kind === 'name') values.set(node.target.name, undefined);
    if (node.kind === 'unary' && /^(\+\+|--)/.test(node.operator) && node.operand.kind === 'name') values.set(node.operand.name, undefined);
    if (node.kind === 'loop' && node.variable !== undefined) values.set(node.variable, undefined);
  }
  return new Map([...values].flatMap(([name, value]) => (value === undefined ? [] : shortValue(name, value))));
}

function shortValue(name: string, value: string): readonly (readonly [string, string])[] {
  // A method that is called like the local is another thing.
  return value.length > longest || (value.includes(name) && new RegExp(`(?<![\\w$.])${name.replace(/\W/g, '\\$&')}(?![\\w$(])`).test(value))
    ? []
    : [[name, value]];
}
