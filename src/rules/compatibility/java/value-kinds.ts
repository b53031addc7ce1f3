import type { SymbolAt } from '../../../code/code-change.ts';
import { canonical } from '../../../code/canonical.ts';
import type { Expression } from '../../../code/expression.ts';
import { constantOf } from '../../../code/flow/constant.ts';
import { found } from '../api/api-change.ts';
import { has, type JavaPair } from './java-pair.ts';
import type { JavaDifference } from './kinds.ts';

const inlinable = /^(?:boolean|byte|short|char|int|long|float|double|(?:java\.lang\.)?String)$/;

/** What became of the value of a constant: compiled code holds a copy of it. */
export function valueKinds({ base, head, owner }: JavaPair): readonly JavaDifference[] {
  const isDefault = owner.head?.symbol.kind === 'annotation' && has(base.symbol, 'default') && has(head.symbol, 'default');
  const [before, after] = isDefault ? [defaultOf(base), defaultOf(head)] : [constantIn(base), constantIn(head)];
  if (!before || !after || isSameValue(before, after)) return [];
  const isConstant = [base.symbol, head.symbol].every(
    (each) => has(each, 'static') && has(each, 'final') && inlinable.test(each.type ?? ''),
  );
  // A version is meant to change with every release.
  const isVersion = /version|revision|build/i.test(head.symbol.name);
  return found(
    isConstant &&
      !isVersion && {
        id: 'constant-value-changed',
        what: `is ${shown(after)} instead of ${shown(before)}`,
        whom: 'compiled code goes on with the old value until it is compiled anew',
      },
    isDefault && {
      id: 'annotation-element-default-changed',
      what: `is ${shown(after)} instead of ${shown(before)} where it is left out`,
      whom: 'code that leaves it out means something else now',
    },
  );
}

interface Written {
  readonly text: string;
  /** What it comes to, where that can be told. */
  readonly value?: unknown;
}

/** What the compiler copies: literals, and what is made of them and of other constants by operators. */
function constantIn({ file, symbol }: SymbolAt): Written | undefined {
  const { value } = symbol;
  if (!value || !isMadeOfLiterals(value)) return undefined;
  const known = constantOf(value, { file, symbol, code: [] });
  const text = canonical(value);
  // Shifts are told as they are written: those of a `long` go beyond what is folded here.
  return known === undefined || text.includes('<<') ? { text } : { text, value: known };
}

function isMadeOfLiterals(value: Expression): boolean {
  switch (value.kind) {
    case 'string':
    case 'number':
    case 'true':
    case 'false':
      return true;
    case 'unary':
      return isMadeOfLiterals(value.operand);
    case 'binary':
      return isMadeOfLiterals(value.left) && isMadeOfLiterals(value.right);
    case 'concatenation':
      return !value.tag && value.parts.every(isMadeOfLiterals);
    default:
      return false;
  }
}

/** The default of an element: a literal, a class, a constant, or an array of them. */
function defaultOf(at: SymbolAt): Written | undefined {
  const { value } = at.symbol;
  if (!value) return undefined;
  if (value.kind === 'array') return { text: `{${value.elements.map(lastName).join(', ')}}` };
  return constantIn(at) ?? (/^(?:name|member|other)$/.test(value.kind) ? { text: lastName(value) } : undefined);
}

/** A constant may be written with its type or without. */
function lastName(value: Expression): string {
  return value.kind === 'member' && value.name !== 'class' ? value.name : canonical(value);
}

function isSameValue(before: Written, after: Written): boolean {
  return before.text === after.text || (before.value !== undefined && before.value === after.value);
}

function shown({ text }: Written): string {
  return `\`${text.replace(/^\((.*)\)$/s, '$1')}\``;
}
