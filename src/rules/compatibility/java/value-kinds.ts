import { canonical } from '../../../code/canonical.ts';
import type { Expression } from '../../../code/expression.ts';
import { found } from '../api/api-change.ts';
import { has, type JavaPair } from './java-pair.ts';
import type { JavaDifference } from './kinds.ts';

const inlinable = /^(?:boolean|byte|short|char|int|long|float|double|(?:java\.lang\.)?String)$/;

/** What became of the value of a constant: compiled code holds a copy of it. */
export function valueKinds({ base, head, owner }: JavaPair): readonly JavaDifference[] {
  const [before, after] = [literal(base.symbol.value), literal(head.symbol.value)];
  if (before === undefined || after === undefined || before === after) return [];
  const isConstant = [base.symbol, head.symbol].every(
    (each) => has(each, 'static') && has(each, 'final') && inlinable.test(each.type ?? ''),
  );
  const isDefault = owner.head?.symbol.kind === 'annotation' && has(base.symbol, 'default') && has(head.symbol, 'default');
  // A version is meant to change with every release.
  const isVersion = /version|revision|build/i.test(head.symbol.name);
  return found(
    isConstant &&
      !isVersion && {
        id: 'constant-value-changed',
        what: `is ${after} instead of ${before}`,
        whom: 'compiled code goes on with the old value until it is compiled anew',
      },
    isDefault && {
      id: 'annotation-element-default-changed',
      what: `is ${after} instead of ${before} where it is left out`,
      whom: 'code that leaves it out means something else now',
    },
  );
}

function literal(value: Expression | undefined): string | undefined {
  if (!value || !/^(?:string|number|true|false|unary)$/.test(value.kind)) return undefined;
  return `\`${canonical(value)}\``;
}
