import type { Call } from '../expression.ts';
import type { CodeNode, Visited } from '../walk.ts';

const mostCalls = 30;

/** The calls that are made one after another on what a call or construction gives. */
export function callsAfter(first: CodeNode, parent: Visited | undefined): readonly Call[] {
  const found: Call[] = [];
  let node = first;
  for (let at = parent; at && found.length < mostCalls; at = at.parent) {
    const around = at.node;
    if (around.kind !== 'call' || around.receiver !== node) return found;
    found.push(around);
    node = around;
  }
  return found;
}
