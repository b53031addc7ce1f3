import { remembered } from '../../../base/remembered.ts';
import type { Call } from '../../../code/expression.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { codeOf, visitsOf } from '../../../code/walk.ts';
import type { Atom } from './atoms.ts';
import { plainText } from './idioms.ts';

/** What a function asks others for and says, anywhere in it, and the names of its locals. */
const saidIn = remembered(
  (symbol: SymbolFact): ReadonlySet<string> =>
    new Set(
      Array.from(visitsOf(codeOf(symbol), 'call', 'new', 'member', 'string', 'number', 'variable'), ({ node }) =>
        node.kind === 'variable' ? local(node.name) : plainText(node),
      ),
    ),
);

/** Told from what is said. */
function local(name: string): string {
  return `local ${name}`;
}

/** Whether a value only gets a name: it was said before, and its name was not that of something else. */
export function isNameForSaid(atom: Atom, base: SymbolFact): boolean {
  const said = saidIn(base);
  return isNamedValue(atom, said) && said.has(atom.key) && !isAskedForOther(atom, base);
}

function isNamedValue({ node }: Atom, said: ReadonlySet<string>): boolean {
  if (node?.kind !== 'variable' || !node.value) return false;
  return /^(?:call|new|member)$/.test(node.value.kind) || (/^(?:string|number)$/.test(node.value.kind) && !said.has(local(node.name)));
}

/** Whether a local that is what a call gives is what the same call gives for something else now. */
export function isAskedForOther({ node }: Atom, base: SymbolFact): boolean {
  if (node?.kind !== 'variable' || node.value?.kind !== 'call') return false;
  const { name, value: now } = node;
  return visitsOf(codeOf(base), 'variable').some(
    ({ node: { name: old, value: before } }) =>
      old === name && before?.kind === 'call' && calleeOf(before) === calleeOf(now) && plainText(before) !== plainText(now),
  );
}

function calleeOf({ receiver, name }: Call): string {
  return `${receiver ? plainText(receiver) : ''}.${name}`;
}
