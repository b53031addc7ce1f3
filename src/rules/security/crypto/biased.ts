import { stepLimit } from '../../../base/step-limit.ts';
import type { Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { originOf } from '../../../code/flow/origin.ts';
import { farthest, type Scope } from '../../../code/flow/scope.ts';
import { bare, foldedText, isWithin, visitsOf } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { numericValue } from '../../pattern/values.ts';

/** Arithmetic on random bytes after which some results are more likely than others. */
export interface Biased {
  readonly at: Sight;
  readonly how: 'modulo' | 'division' | 'sum' | 'product';
}

/** `randomBytes(1)[0] % 10`, `bytes[i] / 25.6`, `randomBytes(1)[0] + randomBytes(1)[0]`. */
export function* biasedIn(code: CodeInventory): Generator<Biased> {
  for (const sight of code.of('binary')) {
    const { operator, left, right } = sight.node;
    if (!/^[%/+*]$/.test(operator) || !isRandomByte(left, sight)) continue;
    const by = numericValue(right, sight);
    if (operator === '%' && by !== undefined && by > 1 && !isPowerOfTwo(by) && !isRejected(left, sight)) yield { at: sight, how: 'modulo' };
    if (operator === '/' && by !== undefined && by > 1 && by !== 255 && by !== 256 && !isPowerOfTwo(by))
      yield { at: sight, how: 'division' };
    if (/^[+*]$/.test(operator) && isRandomByte(right, sight)) yield { at: sight, how: operator === '+' ? 'sum' : 'product' };
  }
}

const sources = /^(?:crypto\.(?:randomBytes|randomFillSync|getRandomValues|webcrypto\.getRandomValues)|secure-random(?:\.\w+)?)\(\)$/;

const isTooFar = stepLimit(farthest);

/** One byte of what a secure source has drawn. */
function isRandomByte(expression: Expression, scope: Scope, depth = 0): boolean {
  const value = bare(expression);
  if (isTooFar(depth)) return false;
  if (value.kind === 'index') return isRandomBytes(value.object, scope, depth);
  if (value.kind !== 'name') return false;
  const bindings = bindingsOf(value.name, scope);
  return bindings.some(
    ({ form, value: held }) =>
      held !== undefined && (form === 'loop' ? isRandomBytes(held, scope, depth + 1) : isRandomByte(held, scope, depth + 1)),
  );
}

function isRandomBytes(expression: Expression, scope: Scope, depth: number): boolean {
  const value = bare(expression);
  if (isTooFar(depth)) return false;
  if (value.kind === 'call') {
    if (/^(values|slice|subarray)$/.test(value.name) && value.receiver) return isRandomBytes(value.receiver, scope, depth + 1);
    return sources.test(originOf(value, scope) ?? '') || /^(?:randomBytes|getRandomValues)$/.test(value.name);
  }
  return (
    value.kind === 'name' &&
    bindingsOf(value.name, scope).some(
      ({ value: held, form }) => held !== undefined && form !== 'loop' && isRandomBytes(held, scope, depth + 1),
    )
  );
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(value) && (value & (value - 1)) === 0;
}

/** Values beyond the last whole multiple are drawn again: the byte is compared before. */
function isRejected(byte: Expression, sight: Sight): boolean {
  const text = foldedText(sight.file.text, byte.range);
  const name = lastName(byte);
  const compares = (test: Expression): boolean =>
    visitsOf([test], 'binary').some(
      ({ node }) =>
        /^[<>]=?$/.test(node.operator) &&
        [node.left, node.right].some(
          (side) =>
            foldedText(sight.file.text, side.range) === text ||
            (name !== undefined && bare(side).kind === 'name' && lastName(side) === name),
        ),
    );
  return (
    isWithin(sight, (node) => node.kind === 'if' && compares(node.test)) ||
    visitsOf(sight.code, 'if').some(({ node }) => node.range.end <= sight.node.range.start && compares(node.test))
  );
}
