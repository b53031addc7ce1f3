import type { TextRange } from '../../../base/text-range.ts';
import { chainOf } from '../../../code/chain.ts';
import type { Expression } from '../../../code/expression.ts';
import type { FileFacts } from '../../../code/facts.ts';
import { bare, codeOf, isWithin, visitsOf, type CodeNode } from '../../../code/walk.ts';

/** A call, or a text that is handed to a function before it: `` sql`…` ``. */
export interface CodeStep {
  readonly name: string;
  readonly values: readonly Expression[];
  readonly range: TextRange;
}

/** Calls one upon another: `knex.schema.alterTable('a', …).raw('…')`. */
export type CodeChain = readonly CodeStep[];

/** The calls in the body of the first function of a name, in order; undefined where there is no such function. */
export function chainsOfFunction({ symbols }: FileFacts, name: string): readonly CodeChain[] | undefined {
  const found = symbols.find((symbol) => symbol.name === name && symbol.body);
  return found && chainsIn(codeOf(found));
}

/** The calls in some code, in order, without those that others are given. */
export function chainsIn(code: readonly CodeNode[]): readonly CodeChain[] {
  const outermost = new Set<CodeNode>();
  return visitsOf(code, 'call', 'concatenation').flatMap((visited) => {
    const steps = isWithin(visited, (node) => outermost.has(node)) ? [] : stepsOf(visited.node);
    if (steps.length === 0) return [];
    outermost.add(visited.node);
    return [steps];
  });
}

function stepsOf(expression: Expression): CodeChain {
  const { calls } = chainOf(expression);
  const [first] = calls;
  const start = first ? first.call.receiver && bare(first.call.receiver) : expression;
  const called = calls.map(({ call }) => ({
    name: call.name,
    values: call.arguments.map(bare),
    range: { start: call === first?.call ? call.range.start : call.nameRange.start, end: call.range.end },
  }));
  if (start?.kind !== 'concatenation' || !start.tag) return called;
  const { tag, ...text } = start;
  return [{ name: chainOf(tag).words.at(-1) ?? '', values: [text], range: text.range }, ...called];
}
