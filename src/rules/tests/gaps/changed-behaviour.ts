import { remembered } from '../../../base/remembered.ts';
import { contains } from '../../../base/text-range.ts';
import type { CodeChange, SourceFile, SymbolAt, SymbolChange } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { symbolsByFile } from '../../../code/symbols-by-file.ts';
import { codeOf, foldedText } from '../../../code/walk.ts';
import { isAccessorOfNew } from './accessors.ts';
import { atomsOf, type Atom } from './atoms.ts';
import type { ChangedFunction } from './changed-function.ts';
import { comparesMore } from './equality.ts';
import { isOnlyGoneThroughOtherwise } from './going-through.ts';
import { goneConstants, isHeldByGone } from './gone-constants.ts';
import { isArid, isProductionCode } from './behaving-code.ts';
import { namesGivenIn } from './local-names.ts';
import { isAskedForOther, isNameForSaid } from './named-values.ts';
import { callInliner } from './inlined-calls.ts';
import { constantInliner } from './inlining.ts';
import { withoutRepeated } from './repeated-values.ts';
import { withRouteHandlers } from './route-handlers.ts';
import { isRouteKey } from './routes.ts';
import { withoutStepsLeftOut } from './steps.ts';
import { argumentsLeftOut, localRenaming, ownerOf, ownersLeftOut, renamingOf, unchanged, type Translation } from './translation.ts';

/** The functions of production code whose behaviour is not what it was, by the net difference over the whole change. */
export function changedFunctions(change: CodeChange): readonly ChangedFunction[] {
  const moved = ownersLeftOut(change);
  const atBase = oneAfterTheOther(moved, inlinedIn(change.files.flatMap(({ base }) => base ?? [])));
  const atHead = oneAfterTheOther(moved, inlinedIn(change.files.flatMap(({ head }) => head ?? [])));
  const inNewNames = renamingOf(change);
  const withoutArguments = argumentsLeftOut(change);
  const compared = symbolsByFile(change).flatMap((symbols) =>
    comparedIn(withRouteHandlers(symbols), inNewNames, atBase, atHead, withoutArguments),
  );
  const net = new Map<string, number>();
  for (const each of compared) for (const [key, count] of each.net) net.set(key, (net.get(key) ?? 0) + count);
  const ofNewFunctions = new Set(compared.flatMap(({ symbol, added }) => (symbol.kind === 'added' ? added.map(({ key }) => key) : [])));
  const extracted = new Set(
    compared.flatMap(({ symbol }) => (symbol.kind === 'added' && !isAccessorOfNew(symbol.head, change) ? [symbol.head.symbol.name] : [])),
  );
  const constants = goneConstants(change);
  const goneMethods = change.symbols.flatMap((each) => (each.kind === 'removed' && each.base.symbol.kind === 'method' ? [each.base] : []));
  // What one handler answered and another answers now is answered otherwise, though all in all the same is asked.
  const isNews = ({ key }: Atom, isNew: boolean): boolean =>
    ((net.get(key) ?? 0) > 0 || (!isNew && isRouteKey(key))) && (isNew || !usesOne(key, extracted));
  return compared.flatMap(({ symbol, added, gone }) => {
    if (symbol.kind === 'removed' || (symbol.kind === 'added' && goneMethods.some((base) => isRenamed(base, symbol.head)))) return [];
    const isNew = symbol.kind === 'added';
    const fresh = added.filter((atom) => isNews(atom, isNew) && !(symbol.kind === 'paired' && isHeldByGone(atom, constants, symbol.base)));
    const news = isNew && isOnlyAnswer(fresh, added) ? [] : fresh;
    // What many said for themselves, and a new function says for all of them, is not lost.
    const lost = gone.filter(({ key, kind }) => kind !== 'value' && (net.get(key) ?? 0) < 0 && !ofNewFunctions.has(key));
    return news.length > 0 || lost.length > 0 ? [changedFunction(symbol, news, gone, lost)] : [];
  });
}

/** A question that was asked before got a function of its own, which answers it: that it says yes or no is nothing new. */
function isOnlyAnswer(fresh: readonly Atom[], added: readonly Atom[]): boolean {
  return (
    fresh.length < added.length &&
    added.some(({ kind }) => kind === 'branch') &&
    fresh.every(({ key }) => /^(?:true|false|null)$/.test(key))
  );
}

/** Constants and functions of one line are the same with and without a name. */
function inlinedIn(files: readonly SourceFile[]): Translation {
  return oneAfterTheOther(callInliner(files), constantInliner(files));
}

/** The same two are the same translation, so that what rests on it is still known. */
function oneAfterTheOther(first: Translation, second: Translation): Translation {
  if (first === unchanged) return second;
  const known = following.get(first) ?? new WeakMap<Translation, Translation>();
  following.set(first, known);
  const both = known.get(second) ?? ((text: string): string => second(first(text)));
  known.set(second, both);
  return both;
}

/** Each side of a change has translations of its own, which follow the same one. */
const following = new WeakMap<Translation, WeakMap<Translation, Translation>>();

function changedFunction(
  symbol: Exclude<SymbolChange, { kind: 'removed' }>,
  added: readonly Atom[],
  gone: readonly Atom[],
  lost: readonly Atom[],
): ChangedFunction {
  return {
    at: symbol.head,
    ...(symbol.kind === 'paired' && { base: symbol.base }),
    isNew: symbol.kind === 'added',
    added,
    gone,
    lost: symbol.kind === 'paired' ? lost.map(({ range }) => foldedText(symbol.base.file.text, range)) : [],
    losesError: lost.some(({ kind }) => kind === 'throws'),
  };
}

/** What one function does now and did not before, and the other way round, whatever others do. */
interface Compared {
  readonly symbol: SymbolChange;
  readonly added: readonly Atom[];
  readonly gone: readonly Atom[];
  readonly net: NetCounts;
}

/** How many times more each atom is at head than at base. */
type NetCounts = readonly (readonly [key: string, count: number])[];

/** In an editor most files stay as they are from one review to the next. */
const comparedIn = remembered(
  (
    symbols: readonly SymbolChange[],
    inNewNames: Translation,
    atBase: Translation,
    atHead: Translation,
    withoutArguments: Translation,
  ): readonly Compared[] =>
    symbols.filter(isProductionCode).map((each) => withoutOtherWords(comparedAtoms(each, inNewNames, atBase, atHead), withoutArguments)),
);

function comparedAtoms(symbol: SymbolChange, inNewNames: Translation, atBase: Translation, atHead: Translation): Compared {
  const renamed = symbol.kind === 'paired' ? localRenaming(symbol.base.symbol, symbol.head.symbol) : unchanged;
  const translate = (text: string): string => renamed(inNewNames(text));
  const old =
    symbol.kind === 'added'
      ? []
      : saidAt(symbol.base, symbol).map((atom) => ({ ...atom, key: translate(atom.key), inlined: atBase(translate(atom.inlined)) }));
  const now = symbol.kind === 'removed' ? [] : saidAt(symbol.head, symbol).map((atom) => ({ ...atom, inlined: atHead(atom.inlined) }));
  const net = netCounts(old, now);
  if (
    symbol.kind === 'removed' ||
    (isArid(symbol.head) && !comparesMore(symbol)) ||
    (symbol.kind === 'paired' && (isSameBehaviour(symbol.base, symbol.head) || isOnlyGoneThroughOtherwise(symbol.base, symbol.head)))
  )
    return { symbol, added: [], gone: [], net };
  return {
    symbol,
    added: withoutStepsLeftOut(
      withoutRewrites(difference(now, old), difference(old, now), old, symbol.kind === 'paired' ? symbol.base.symbol : undefined),
      difference(old, now),
      symbol.kind === 'paired' ? symbol.base.symbol : undefined,
    ),
    gone: withoutRewrites(difference(old, now), difference(now, old), now),
    net,
  };
}

/** Where only the declaration is another one, its lines may be touched at one side alone: of a body that is the same only that side's was read. */
function saidAt(at: SymbolAt, change: SymbolChange): readonly Atom[] {
  const atoms = atomsOf(at);
  const { bodyRange } = at.symbol;
  if (change.kind !== 'paired' || change.bodyChanged || !bodyRange) return atoms;
  const isReadAtBoth = codeOf(change.base.symbol).length > 0 && codeOf(change.head.symbol).length > 0;
  return isReadAtBoth ? atoms : atoms.filter(({ range }) => !contains(bodyRange, range));
}

/** Without the names that are given to what was said before, and without calls that only hand on more or less. */
function withoutOtherWords(compared: Compared, withoutArguments: Translation): Compared {
  const { symbol, added } = compared;
  if (symbol.kind !== 'paired' || added.length === 0) return compared;
  const called = withoutArguments === unchanged ? nothingCalled : new Set(atomsOf(symbol.base).map(({ key }) => withoutArguments(key)));
  return {
    ...compared,
    added: withoutRepeated(
      added.filter((atom) => !isNameForSaid(atom, symbol.base.symbol) && !called.has(withoutArguments(atom.key))),
      compared.gone,
      symbol.base,
    ),
  };
}

const nothingCalled: ReadonlySet<string> = new Set();

/** What a new function does counts there; that it is called, or handed on by its name, is no behaviour of its own. */
function usesOne(key: string, names: ReadonlySet<string>): boolean {
  return Array.from(key.matchAll(/(["'.:]?)(?<![\w$])([\w$]+)([(:"']?)/g)).some(
    ([, before, name = '', after]) =>
      names.has(name) && (after === '(' || (before !== '.' && before !== '"' && after === '' && name.length >= leastHandedOn)),
  );
}

/** Shorter names may be those of other things. */
const leastHandedOn = 8;

/** Netted over the whole change, what moved from one function to another is nothing new. */
function netCounts(before: readonly Atom[], after: readonly Atom[]): NetCounts {
  const net = new Map<string, number>();
  for (const { key } of before) net.set(key, (net.get(key) ?? 0) - 1);
  for (const { key } of after) net.set(key, (net.get(key) ?? 0) + 1);
  return [...net].filter(([, count]) => count !== 0);
}

/** What the other side does not do in other words: with a name for a value, or with the value in its place. */
function withoutRewrites(these: readonly Atom[], others: readonly Atom[], all: readonly Atom[], base?: SymbolFact): readonly Atom[] {
  const isSaid = ({ inlined }: Atom): boolean => /[.(]/.test(inlined) && all.some((other) => other.inlined.includes(inlined));
  return difference(these, others, 'inlined').filter(
    (atom) => atom.kind !== 'value' || !isSaid(atom) || (base !== undefined && isAskedForOther(atom, base)),
  );
}

function difference(these: readonly Atom[], others: readonly Atom[], by: 'key' | 'inlined' = 'key'): readonly Atom[] {
  // Errors are known by the first words of their messages: those that say the same to the last word belong together first.
  const verbatim = (each: Atom): string => `${each[by]}\n${each.error?.message ?? ''}`;
  return unmatched(unmatched(these, others, verbatim), unmatched(others, these, verbatim), (each) => each[by]);
}

function unmatched(these: readonly Atom[], others: readonly Atom[], keyOf: (atom: Atom) => string): readonly Atom[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
  return these.filter((each) => {
    const key = keyOf(each);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** The same atoms once local names are numbered instead of named: a renaming. */
function isSameBehaviour(base: SymbolAt, head: SymbolAt): boolean {
  return atomsOf(base).length === atomsOf(head).length && numbered(base) === numbered(head);
}

/** Whether one is gone that did just the same for the same owner under another name: what is too short to be known again by its content. */
function isRenamed(base: SymbolAt, head: SymbolAt): boolean {
  return (
    ownerOf(base.symbol) === ownerOf(head.symbol) &&
    base.symbol.parameters?.length === head.symbol.parameters?.length &&
    atomsOf(head).length > 0 &&
    isSameBehaviour(base, head)
  );
}

/** A review that follows an editor asks about the same functions at every save. */
const numberings = new WeakMap<SymbolFact, string>();

function numbered(at: SymbolAt): string {
  const known = numberings.get(at.symbol);
  if (known !== undefined) return known;
  const numbers = new Map(namesGivenIn(at.symbol).map((name, index) => [name, `$${index}`]));
  const text = atomsOf(at)
    .map(({ key }) => key.replace(/[A-Za-z_$][\w$]*/g, (word) => numbers.get(word) ?? word))
    .join('\n');
  numberings.set(at.symbol, text);
  return text;
}
