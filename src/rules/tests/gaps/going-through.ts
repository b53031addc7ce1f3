import { remembered } from '../../../base/remembered.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { FileFacts, SymbolFact } from '../../../code/facts.ts';
import { codeOf, visitsOf, walk } from '../../../code/walk.ts';
import { atomsOf } from './atoms.ts';
import { plainText } from './idioms.ts';
import { namesGivenIn } from './local-names.ts';

/** Ways to go through several things that are calls. */
const steps =
  /^(?:forEach|map|filter|reduce|flatMap|some|every|find|findIndex|findFirst|findAny|anyMatch|allMatch|noneMatch|stream|collect|toList|toSet|toMap|joining|join|keys|values|entries|entrySet|keySet|iterator|mapToObj|mapToInt|boxed|of|from|concat|push|add|addAll|put|putAll|asList|append|orElse|orElseGet|isPresent|get|ifPresent)$/;
/** Those that take a loop's place, but for `forEach`, which is one. */
const goingThrough = /^(?:map|filter|reduce|flatMap|some|every|find|findIndex|stream|anyMatch|allMatch|noneMatch|collect)$/;

/** Ways to have several things at once, and to have them one after the other. */
const making = /^(?:asList|of|ofEntries|entry|singletonList|newArrayList)$/;
const adding = /^(?:add|addAll|put|putAll)$/;

/**
 * Whether a loop became a chain of calls, or a list at once one that is filled, or the other way round, and nothing is asked, called, read or said that was not before:
 * the same is done, written otherwise.
 */
export function isOnlyGoneThroughOtherwise(base: SymbolAt, head: SymbolAt): boolean {
  const [before, now] = [saidIn(base), saidIn(head)];
  const change = (of: 'loops' | 'steps' | 'makes' | 'adds'): Change => ({ before: before[of], now: now[of] });
  const isSwapped = areSwapped(change('loops'), change('steps')) || areSwapped(change('makes'), change('adds'));
  if (!isSwapped || before.operators !== now.operators) return false;
  const isKnown = [...now.words].every((word) => before.words.has(word));
  return isKnown && errorsOf(base) === errorsOf(head);
}

/** Less of the one, more of the other. */
function areSwapped(one: Change, other: Change): boolean {
  return (one.now < one.before && other.now > other.before) || (one.now > one.before && other.now < other.before);
}

interface Change {
  readonly before: number;
  readonly now: number;
}

interface Said {
  readonly loops: number;
  readonly steps: number;
  readonly makes: number;
  readonly adds: number;
  /** What is called, read and written out, but for the ways to go through. */
  readonly words: ReadonlySet<string>;
  /** The comparisons, in no order. */
  readonly operators: string;
}

function saidIn({ symbol, file }: SymbolAt): Said {
  return readIn(symbol, file);
}

const readIn = remembered((symbol: SymbolFact, { facts }: SourceFile): Said => {
  const code = codeOf(symbol);
  const calls = visitsOf(code, 'call').map(({ node }) => node.name);
  const own = new Set(namesGivenIn(symbol));
  const words = new Set<string>();
  for (const { node } of walk(code)) {
    if ((node.kind === 'call' || node.kind === 'member') && !steps.test(node.name)) words.add(node.name);
    else if (node.kind === 'name' && !own.has(node.name) && !isTypesName(node.name)) words.add(heldText(node.name, facts));
    else if (node.kind === 'string' || node.kind === 'regex') words.add(node.kind === 'string' ? plainText(node) : node.pattern);
  }
  return {
    loops: visitsOf(code, 'loop').length + calls.filter((name) => name === 'forEach').length,
    steps: calls.filter((name) => goingThrough.test(name)).length,
    makes: calls.filter((name) => making.test(name)).length,
    adds: calls.filter((name) => adding.test(name)).length,
    words,
    operators: comparisonsIn(code),
  };
});

function isTypesName(name: string): boolean {
  return /^[A-Z]/.test(name) && !isConstantsName(name);
}

function isConstantsName(name: string): boolean {
  return /^[A-Z][A-Z\d_]+$/.test(name);
}

/** What a constant that the change touches holds; any other name itself. */
function heldText(name: string, facts: FileFacts | undefined): string {
  const value = isConstantsName(name) ? facts?.symbols.find((symbol) => symbol.name === name)?.value : undefined;
  return value ? plainText(value) : name;
}

/** The counting of a loop compares, too. */
function comparisonsIn(code: ReturnType<typeof codeOf>): string {
  const heads = visitsOf(code, 'loop').flatMap(({ node }) => node.header.map(({ range }) => range));
  const operators = visitsOf(code, 'binary').flatMap(({ node: { operator, range } }) =>
    /^(?:[=!]==?|[<>]=?)$/.test(operator) && !heads.some(({ start, end }) => start <= range.start && range.end <= end) ? [operator] : [],
  );
  return operators.sort().join(' ');
}

function errorsOf(at: SymbolAt): string {
  return atomsOf(at)
    .flatMap(({ kind, error }) => (kind === 'throws' ? [`${error?.type ?? ''} ${error?.message ?? ''}`] : []))
    .sort()
    .join('\n');
}
