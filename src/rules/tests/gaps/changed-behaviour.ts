import type { CodeChange, SymbolAt, SymbolChange } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { codeOf, foldedText, visitsOf } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { atomsOf, type Atom } from './atoms.ts';
import { constantInliner } from './inlining.ts';

/** A function whose behaviour the change makes or changes. */
export interface ChangedFunction {
  readonly at: SymbolAt;
  /** What it was; absent where it is new. */
  readonly base?: SymbolAt;
  /** Not there before, not even under another name. */
  readonly isNew: boolean;
  /** What it does now and nothing did before. */
  readonly added: readonly Atom[];
  /** The conditions and errors that are gone, as they were written. */
  readonly lost: readonly string[];
  /** Whether an error is among what is gone. */
  readonly losesError: boolean;
}

/** The functions of production code whose behaviour is not what it was, by the net difference over the whole change. */
export function changedFunctions(change: CodeChange): readonly ChangedFunction[] {
  const relevant = change.symbols.filter(isProductionCode);
  const sides = {
    base: constantInliner(change.files.flatMap(({ base }) => base ?? [])),
    head: constantInliner(change.files.flatMap(({ head }) => head ?? [])),
  };
  const inNewNames = renaming(renames(change));
  const before = new Map<SymbolAt, readonly Atom[]>();
  const after = new Map<SymbolAt, readonly Atom[]>();
  for (const each of relevant) {
    const renamed = each.kind === 'paired' ? localRenaming(each.base.symbol, each.head.symbol) : (text: string): string => text;
    const translate = (text: string): string => renamed(inNewNames(text));
    if (each.kind !== 'added')
      before.set(
        each.base,
        atomsOf(each.base).map((atom) => ({ ...atom, key: translate(atom.key), inlined: sides.base(translate(atom.inlined)) })),
      );
    if (each.kind !== 'removed')
      after.set(
        each.head,
        atomsOf(each.head).map((atom) => ({ ...atom, inlined: sides.head(atom.inlined) })),
      );
  }
  const net = netAtoms(before, after);
  const extracted = new Set(relevant.flatMap((each) => (each.kind === 'added' ? [each.head.symbol.name] : [])));
  const isNews = ({ key }: Atom, isNew: boolean): boolean =>
    (net.get(key) ?? 0) > 0 && (isNew || !callsOf(key).some((name) => extracted.has(name)));
  return relevant.flatMap((each) => {
    if (each.kind === 'removed' || isArid(each.head) || (each.kind === 'paired' && isSameBehaviour(each.base, each.head))) return [];
    const [old, now] = [each.kind === 'paired' ? (before.get(each.base) ?? []) : [], after.get(each.head) ?? []];
    const added = withoutRewrites(difference(now, old), difference(old, now), old).filter((atom) => isNews(atom, each.kind === 'added'));
    const gone = withoutRewrites(difference(old, now), difference(now, old), now).filter(
      ({ key, kind }) => kind !== 'value' && (net.get(key) ?? 0) < 0,
    );
    const lost = each.kind === 'paired' ? gone.map(({ range }) => foldedText(each.base.file.text, range)) : [];
    return added.length > 0 || lost.length > 0
      ? [
          {
            at: each.head,
            ...(each.kind === 'paired' && { base: each.base }),
            isNew: each.kind === 'added',
            added,
            lost,
            losesError: gone.some(({ kind }) => kind === 'throws'),
          },
        ]
      : [];
  });
}

/** What a new function does counts there; that it is called is no behaviour of its own. */
function callsOf(key: string): readonly string[] {
  return Array.from(key.matchAll(/([\w$]+)\(/g), (match) => match[1] ?? '');
}

/** Bundles that are committed: a contract to those who load them, but written nowhere here. */
const built = /(?:^|\/)dist\/(?!.*\/src\/)/;

const callables = /^(function|method|constructor)$/;

function isProductionCode(change: SymbolChange): boolean {
  const { file, symbol } = change.kind === 'removed' ? change.base : change.head;
  return file.role === 'production' && !built.test(file.path) && (callables.test(symbol.kind) || isFunctionValue(symbol));
}

/** `const total = debounce(() => …)` and objects of functions behave, too. */
function isFunctionValue(symbol: SymbolFact): boolean {
  return symbol.kind === 'variable' && symbol.value !== undefined && visitsOf(codeOf(symbol), 'function').length > 0;
}

/** Old name → new name of what the change renames. */
function renames(change: CodeChange): ReadonlyMap<string, string> {
  return new Map(
    change.symbols.flatMap((each) =>
      each.kind === 'paired' && each.base.symbol.name !== each.head.symbol.name
        ? [[each.base.symbol.name, each.head.symbol.name] as const]
        : [],
    ),
  );
}

function renaming(names: ReadonlyMap<string, string>): (text: string) => string {
  return names.size === 0 ? (text) => text : (text) => text.replace(/[\w$]+/g, (word) => names.get(word) ?? word);
}

/** A function's base text with the names that its parameters have at head, and without those that it no longer takes. */
function localRenaming(base: SymbolFact, head: SymbolFact): (text: string) => string {
  const [before, after] = [base.parameters ?? [], head.parameters ?? []].map((parameters) => parameters.map(({ name }) => name));
  if (!before || !after || before.join() === after.join()) return (text) => text;
  if (before.length === after.length)
    return renaming(
      new Map(before.flatMap((name, index) => (name === after[index] || after.includes(name) ? [] : [[name, after[index] ?? name]]))),
    );
  const gone = before.filter((name) => !after.includes(name) && /^[\w$]+$/.test(name)).map((name) => name.replace(/\$/g, '\\$'));
  if (gone.length === 0) return (text) => text;
  const passedOn = new RegExp(`,(?:${gone.join('|')})(?=[,)])`, 'g');
  return (text) => text.replace(passedOn, '');
}

/** How many times more each atom is at head than at base: what moved from one function to another is nothing new. */
function netAtoms(
  before: ReadonlyMap<SymbolAt, readonly Atom[]>,
  after: ReadonlyMap<SymbolAt, readonly Atom[]>,
): ReadonlyMap<string, number> {
  const net = new Map<string, number>();
  const count = (atoms: readonly Atom[], by: number): void => {
    for (const { key } of atoms) net.set(key, (net.get(key) ?? 0) + by);
  };
  for (const atoms of before.values()) count(atoms, -1);
  for (const atoms of after.values()) count(atoms, 1);
  return net;
}

/** What the other side does not do in other words: with a name for a value, or with the value in its place. */
function withoutRewrites(these: readonly Atom[], others: readonly Atom[], all: readonly Atom[]): readonly Atom[] {
  const different = difference(these, others, 'inlined');
  return different.filter(
    ({ kind, inlined }) => kind !== 'value' || !/[.(]/.test(inlined) || !all.some((other) => other.inlined.includes(inlined)),
  );
}

function difference(these: readonly Atom[], others: readonly Atom[], by: 'key' | 'inlined' = 'key'): readonly Atom[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other[by], (left.get(other[by]) ?? 0) + 1);
  return these.filter((each) => {
    const key = each[by];
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** The same atoms once local names are numbered instead of named: a renaming. */
function isSameBehaviour(base: SymbolAt, head: SymbolAt): boolean {
  return atomsOf(base).length === atomsOf(head).length && numbered(base) === numbered(head);
}

/** A review that follows an editor asks about the same functions at every save. */
const numberings = new WeakMap<SymbolFact, string>();

function numbered(at: SymbolAt): string {
  const known = numberings.get(at.symbol);
  if (known !== undefined) return known;
  const numbers = new Map(localNames(at.symbol).map((name, index) => [name, `$${index}`]));
  const text = atomsOf(at)
    .map(({ key }) => key.replace(/[A-Za-z_$][\w$]*/g, (word) => numbers.get(word) ?? word))
    .join('\n');
  numberings.set(at.symbol, text);
  return text;
}

function localNames(symbol: SymbolFact): readonly string[] {
  const variables = Array.from(visitsOf(codeOf(symbol), 'variable', 'loop', 'function'), ({ node }) =>
    node.kind === 'variable' ? [node.name] : node.kind === 'function' ? node.parameters : [node.variable ?? ''],
  );
  return [...new Set([...(symbol.parameters ?? []).map(({ name }) => name), ...variables.flat()])].filter((name) => name !== '');
}

const ownMethods = /^(toString|hashCode|equals|main|compareTo|inspect|toJSON)$/;

/** Nothing that a test of its own would be written for. */
function isArid({ file, symbol }: SymbolAt): boolean {
  const owner = symbol.parent === undefined ? undefined : file.facts?.symbols[symbol.parent];
  if (
    /benchmark/i.test(file.path) ||
    ownMethods.test(symbol.name) ||
    symbol.modifiers.includes('implicit') ||
    owner?.annotations.some(({ name }) => /^(Configuration|SpringBootApplication|TestConfiguration)$/.test(simpleTypeName(name)))
  )
    return true;
  if (symbol.annotations.some(({ name }) => /^(Bean|Generated)$/.test(simpleTypeName(name)))) return true;
  if (symbol.kind === 'constructor' && owner?.supertypes.some(({ type }) => /(Error|Exception)$/.test(simpleTypeName(type)))) return true;
  const { body } = symbol;
  // A query is declared without a body.
  if (!body) return symbol.value === undefined && atomsOf({ file, symbol }).length === 0;
  return body.every((statement) => {
    if (statement.kind === 'return') return isPlain(statement.value) || isDelegation(statement.value, symbol);
    if (statement.kind !== 'expression') return false;
    const { value } = statement;
    return (value.kind === 'assignment' && isPlain(value.value) && value.target.kind !== 'index') || isDelegation(value, symbol);
  });
}

type Value = Extract<ReturnType<typeof codeOf>[number], { kind: 'return' }>['value'];

function isPlain(value: Value): boolean {
  if (value === undefined) return true;
  if (value.kind === 'member') return isPlain(value.object);
  return /^(name|this|super|true|false|null|undefined|string|number)$/.test(value.kind);
}

/** An overload that hands on to another of its name, or to its superclass. */
function isDelegation(value: Value, symbol: SymbolFact): boolean {
  if (value?.kind !== 'call' || !value.arguments.every((each) => isPlain(each) || each.kind === 'new')) return false;
  return value.name === symbol.name || value.name === 'this' || value.name === 'super';
}
