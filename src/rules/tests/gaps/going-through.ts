import { remembered } from '../../../base/remembered.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { FileFacts, SymbolFact } from '../../../code/facts.ts';
import type { Binary } from '../../../code/expression.ts';
import { codeOf, visitsOf, walk, type CodeNode, type Visited } from '../../../code/walk.ts';
import { atomsOf } from './atoms.ts';
import { plainText } from './idioms.ts';
import { namesGivenIn } from './local-names.ts';

/** Ways to go through several things, to ask whether there is one, and to put a text together, that are calls. */
const steps =
  /^(?:forEach|map|filter|reduce|flatMap|some|every|find|findIndex|findFirst|findAny|anyMatch|allMatch|noneMatch|stream|collect|toList|toSet|toMap|joining|join|keys|values|entries|entrySet|keySet|getKey|getValue|iterator|hasNext|next|mapToObj|mapToInt|mapToLong|mapToDouble|boxed|sum|sort|sorted|comparing\w*|of|from|concat|push|add|addAll|put|putAll|asList|append|ofNullable|empty|orElse|orElseGet|orElseThrow|isPresent|get|ifPresent|ifPresentOrElse|getOrDefault|computeIfAbsent|putIfAbsent|isNull|nonNull|requireNonNullElse|format|formatted|toString|size|length|delete|deleteCharAt|setLength)$/;

/** What is counted: less of the one and more of the other is the same done otherwise. */
const ways = {
  loops: /^forEach$/,
  /** Those that take a loop's place, but for `forEach`, which is one. */
  steps: /^(?:map|filter|reduce|flatMap|some|every|find|findIndex|stream|anyMatch|allMatch|noneMatch|collect)$/,
  /** Ways to have several things at once, and to have them one after the other. */
  makes: /^(?:asList|of|ofEntries|entry|singletonList|newArrayList)$/,
  adds: /^(?:add|addAll|put|putAll)$/,
  /** Questions whether there is something, and calls that ask for themselves. */
  nulls: /^(?:isNull|nonNull|isPresent)$/,
  chains:
    /^(?:ofNullable|orElse|orElseGet|orElseThrow|ifPresent|ifPresentOrElse|getOrDefault|computeIfAbsent|putIfAbsent|requireNonNullElse)$/,
  /** Texts put together part by part, and at once. */
  appends: /^append$/,
  texts: /^(?:format|formatted)$/,
  /** Keys of which each is looked up, and entries. */
  keys: /^keySet$/,
  entries: /^entrySet$/,
  /** Loops that count, and those that do not. */
  counted: /^$/,
  each: /^forEach$/,
} as const;

type Way = keyof typeof ways;

const swaps: readonly (readonly [Way, Way])[] = [
  ['loops', 'steps'],
  ['makes', 'adds'],
  ['nulls', 'chains'],
  ['appends', 'texts'],
  ['keys', 'entries'],
  ['counted', 'each'],
];

/**
 * Whether a loop became a chain of calls, a list at once one that is filled, a question for null a chain that asks for itself, or the other way round,
 * and just what was asked, called, read and said before is so now: the same is done, written otherwise.
 */
export function isOnlyGoneThroughOtherwise(base: SymbolAt, head: SymbolAt): boolean {
  const [before, now] = [saidIn(base), saidIn(head)];
  const areSwapped = ([one, other]: readonly [Way, Way]): boolean =>
    (now.counts[one] - before.counts[one]) * (now.counts[other] - before.counts[other]) < 0;
  const swapped = swaps.filter(areSwapped);
  const isForEach = before.forEach !== now.forEach && before.counts.loops === now.counts.loops;
  if ((swapped.length === 0 && !isForEach) || before.operators !== now.operators) return false;
  const areNullsAsked = before.counts.nulls === now.counts.nulls || swapped.some(([one]) => one === 'nulls');
  const isAllSaid = [...now.words].every((word) => before.words.has(word)) && [...before.calls].every((name) => now.words.has(name));
  return areNullsAsked && isAllSaid && errorsOf(base) === errorsOf(head);
}

interface Said {
  readonly counts: Readonly<Record<Way, number>>;
  readonly forEach: number;
  /** What is called, read and written out, but for the ways to go through. */
  readonly words: ReadonlySet<string>;
  readonly calls: ReadonlySet<string>;
  /** The comparisons, in no order. */
  readonly operators: string;
}

function saidIn({ symbol, file }: SymbolAt): Said {
  return readIn(symbol, file);
}

const readIn = remembered((symbol: SymbolFact, { facts }: SourceFile): Said => {
  const code = codeOf(symbol);
  const own = new Set(namesGivenIn(symbol));
  return {
    counts: countsIn(code),
    forEach: visitsOf(code, 'call').filter(({ node }) => node.name === 'forEach').length,
    words: new Set(walk(code).flatMap((each) => wordsOf(each, own, facts))),
    calls: new Set(visitsOf(code, 'call').flatMap(({ node: { name } }) => (steps.test(name) ? [] : [name]))),
    operators: comparisonsIn(code),
  };
});

function countsIn(code: readonly CodeNode[]): Said['counts'] {
  const calls = visitsOf(code, 'call').map(({ node }) => node.name);
  const counts = Object.fromEntries(
    Object.entries(ways).map(([way, names]) => [way, calls.filter((name) => names.test(name)).length]),
  ) as Record<Way, number>;
  for (const { node } of visitsOf(code, 'loop', 'binary', 'concatenation')) {
    if (node.kind === 'concatenation') counts.texts++;
    else if (node.kind === 'binary') counts.nulls += isForNull(node) ? 1 : 0;
    else {
      counts.loops++;
      counts[node.form === 'for-each' ? 'each' : 'counted']++;
    }
  }
  return counts;
}

function wordsOf({ node, parent }: Visited, own: ReadonlySet<string>, facts: FileFacts | undefined): readonly string[] {
  if ((node.kind === 'call' || node.kind === 'member') && !steps.test(node.name)) return [node.name];
  if (node.kind === 'name' && !own.has(node.name) && !isTypesName(node.name)) return heldIn(node.name, facts);
  if (node.kind === 'regex') return [node.pattern];
  // Where a loop begins, by how much it counts, and how much there will be room for is said with it.
  if (node.kind === 'number') return /^[01]$/.test(node.text) || parent?.node.kind === 'new' ? [] : [plainText(node)];
  return node.kind === 'string' ? partsOf(node.value) : [];
}

/** A text that is put together has its parts between what is filled in. */
function partsOf(text: string): readonly string[] {
  return text.split(/%[sdn]/).filter((part) => part !== '');
}

function isTypesName(name: string): boolean {
  return /^[A-Z]/.test(name) && !isConstantsName(name);
}

function isConstantsName(name: string): boolean {
  return /^[A-Z][A-Z\d_]+$/.test(name);
}

/** What a constant that the change touches holds; any other name itself. */
function heldIn(name: string, facts: FileFacts | undefined): readonly string[] {
  const value = isConstantsName(name) ? facts?.symbols.find((symbol) => symbol.name === name)?.value : undefined;
  if (!value) return [name];
  return value.kind === 'string' ? partsOf(value.value) : [plainText(value)];
}

function isForNull({ operator, left, right }: Binary): boolean {
  return /^[=!]==?$/.test(operator) && [left, right].some(({ kind }) => kind === 'null');
}

/** The counting of a loop compares, too, and whether there is something is counted apart. */
function comparisonsIn(code: readonly CodeNode[]): string {
  const heads = visitsOf(code, 'loop').flatMap(({ node }) => node.header.map(({ range }) => range));
  const operators = visitsOf(code, 'binary').flatMap(({ node }) =>
    /^(?:[=!]==?|[<>]=?)$/.test(node.operator) &&
    !isForNull(node) &&
    !heads.some(({ start, end }) => start <= node.range.start && node.range.end <= end)
      ? [node.operator]
      : [],
  );
  return operators.sort().join(' ');
}

function errorsOf(at: SymbolAt): string {
  return atomsOf(at)
    .flatMap(({ kind, error }) => (kind === 'throws' ? [`${error?.type ?? ''} ${error?.message ?? ''}`] : []))
    .sort()
    .join('\n');
}
