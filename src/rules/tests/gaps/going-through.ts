import { remembered } from '../../../base/remembered.ts';
import type { SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { codeOf, visitsOf, walk } from '../../../code/walk.ts';
import { atomsOf } from './atoms.ts';
import { namesGivenIn } from './local-names.ts';

/** Ways to go through several things that are calls. */
const steps =
  /^(?:forEach|map|filter|reduce|flatMap|some|every|find|findIndex|findFirst|findAny|anyMatch|allMatch|noneMatch|stream|collect|toList|toSet|toMap|joining|join|keys|values|entries|entrySet|keySet|iterator|mapToObj|mapToInt|boxed|of|from|concat|push|add|addAll|append|orElse|orElseGet|isPresent|get|ifPresent)$/;
/** Those that take a loop's place, but for `forEach`, which is one. */
const goingThrough = /^(?:map|filter|reduce|flatMap|some|every|find|findIndex|stream|anyMatch|allMatch|noneMatch|collect)$/;

/**
 * Whether a loop became a chain of calls or the other way round, and nothing is asked, called, read or said that was not before:
 * the same is done, written otherwise.
 */
export function isOnlyGoneThroughOtherwise(base: SymbolAt, head: SymbolAt): boolean {
  const [before, now] = [saidIn(base.symbol), saidIn(head.symbol)];
  const isSwapped = (now.loops < before.loops && now.steps > before.steps) || (now.loops > before.loops && now.steps < before.steps);
  if (!isSwapped || before.operators !== now.operators) return false;
  const isKnown = [...now.words].every((word) => before.words.has(word));
  return isKnown && errorsOf(base) === errorsOf(head);
}

interface Said {
  readonly loops: number;
  readonly steps: number;
  /** What is called, read and written out, but for the ways to go through. */
  readonly words: ReadonlySet<string>;
  /** The comparisons, in no order. */
  readonly operators: string;
}

const saidIn = remembered((symbol: SymbolFact): Said => {
  const code = codeOf(symbol);
  const calls = visitsOf(code, 'call').map(({ node }) => node.name);
  const own = new Set(namesGivenIn(symbol));
  const words = new Set<string>();
  for (const { node } of walk(code)) {
    if ((node.kind === 'call' || node.kind === 'member') && !steps.test(node.name)) words.add(node.name);
    else if (node.kind === 'name' && !own.has(node.name) && !/^[A-Z]/.test(node.name)) words.add(node.name);
    else if (node.kind === 'string' || node.kind === 'regex') words.add(node.kind === 'string' ? `"${node.value}"` : node.pattern);
  }
  return {
    loops: visitsOf(code, 'loop').length + calls.filter((name) => name === 'forEach').length,
    steps: calls.filter((name) => goingThrough.test(name)).length,
    words,
    operators: comparisonsIn(code),
  };
});

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
