import { canonical } from '../../../code/canonical.ts';
import type { Expression } from '../../../code/expression.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import type { ScriptDifference } from './kinds.ts';
import { has, type ScriptPair } from './script-pair.ts';

/** What became of the value of a constant whose type is that value: code that compares with it, or writes it down as a type, no longer fits. */
export function constantKinds({ base, head }: ScriptPair): readonly ScriptDifference[] {
  const [before, after] = [valueOf(base.symbol), valueOf(head.symbol)];
  // A version is meant to change with every release.
  if (before === undefined || after === undefined || before === after || /version|revision|build/i.test(head.symbol.name)) return [];
  return [
    {
      id: 'constant-value-changed',
      what: `is \`${after}\` instead of \`${before}\``,
      whom: 'code that has the old value written down, stored or sent no longer meets it',
      confidence: 'medium',
    },
  ];
}

/** A number is a limit or a default more often than a name for something: those are not told. */
function valueOf(symbol: SymbolFact): string | undefined {
  const isConstant = symbol.kind === 'variable' && has(symbol, 'const') && symbol.type === undefined;
  return isConstant && symbol.value && isName(symbol.value) ? canonical(symbol.value) : undefined;
}

function isName(value: Expression): boolean {
  return value.kind === 'string' || (value.kind === 'cast' && isName(value.value));
}
