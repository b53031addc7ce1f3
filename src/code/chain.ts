import type { Call, Expression } from './expression.ts';
import type { CodeNode } from './walk.ts';

/** `expect(x).not.toBe(1)` from left to right: its words, and which of them are called. */
export interface Chain {
  readonly words: readonly string[];
  readonly calls: readonly { readonly call: Call; readonly word: number }[];
}

export function chainOf(expression: Expression): Chain {
  const words: string[] = [];
  const called: { readonly call: Call; readonly fromEnd: number }[] = [];
  let at: Expression | undefined = expression;
  while (at) {
    if (at.kind === 'call') called.push({ call: at, fromEnd: words.length });
    if (at.kind === 'call' || at.kind === 'member' || at.kind === 'name') words.push(at.name);
    else if (at.kind === 'this') words.push('this');
    at = receiverOf(at);
  }
  const calls = called.map(({ call, fromEnd }) => ({ call, word: words.length - 1 - fromEnd })).reverse();
  return { words: words.reverse(), calls };
}

function receiverOf(expression: Expression): Expression | undefined {
  if (expression.kind === 'call') return expression.receiver;
  if (expression.kind === 'member' || expression.kind === 'index') return expression.object;
  return expression.kind === 'cast' || expression.kind === 'await' ? expression.value : undefined;
}

/** Whether a node is an inner link of its parent's chain. */
export function continuesChain(node: CodeNode, parent: CodeNode): boolean {
  if (parent.kind === 'call') return parent.receiver === node;
  return parent.kind === 'member' || (parent.kind === 'index' && parent.object === node) || parent.kind === 'cast';
}
