/** What is known before anything runs. */
export type Constant = string | number | boolean | null;

/** The value of a number as written: `0x1F`, `1_000`, `10L`, `1e3`, `2n`. */
export function numberOf(text: string): number | undefined {
  const plain = text.replace(/_/g, '');
  const hexadecimal = /^0[xX]/.test(plain);
  const value = Number(hexadecimal ? plain.replace(/[lLn]$/, '') : plain.replace(/[lLfFdDn]$/, ''));
  return Number.isNaN(value) ? undefined : value;
}

/** Longer texts are of no use to anyone, and must not grow without end. */
const longest = 10_000;

/** The result of an operator; `right` is asked for only where it matters. */
export function folded(operator: string, left: Constant | undefined, right: () => Constant | undefined): Constant | undefined {
  if (operator === '&&' || operator === '||') {
    if (left === undefined) return undefined;
    return (operator === '&&') === Boolean(left) ? right() : left;
  }
  if (operator === '??') return left === undefined ? undefined : (left ?? right());
  if (left === undefined) return undefined;
  const other = right();
  return other === undefined ? undefined : foldedPair(operator, left, other);
}

function foldedPair(operator: string, left: Constant, right: Constant): Constant | undefined {
  if (operator === '==' || operator === '===') return left === right;
  if (operator === '!=' || operator === '!==') return left !== right;
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string'))
    return `${String(left)}${String(right)}`.slice(0, longest);
  return typeof left === 'number' && typeof right === 'number' ? arithmetic(operator, left, right) : undefined;
}

function arithmetic(operator: string, left: number, right: number): Constant | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '%':
      return right === 0 ? undefined : left % right;
    case '/':
      return right === 0 ? undefined : left / right;
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
    case '<<':
      return left << right;
    case '>>':
      return left >> right;
    case '&':
      return left & right;
    case '|':
      return left | right;
    case '**':
      return left ** right;
    default:
      return undefined;
  }
}

export function foldedUnary(operator: string, operand: Constant | undefined): Constant | undefined {
  if (operand === undefined) return undefined;
  if (operator === '!') return !operand;
  if (typeof operand !== 'number') return undefined;
  return operator === '-' ? -operand : operator === '+' ? operand : operator === '~' ? ~operand : undefined;
}

/** The result of a method of a known text. */
export function stringMethod(text: string, name: string, given: readonly (Constant | undefined)[]): Constant | undefined {
  const [first, second] = given;
  switch (name) {
    case 'toUpperCase':
    case 'toLowerCase':
    case 'trim':
      return text[name]();
    case 'strip':
      return text.trim();
    case 'toString':
    case 'intern':
    case 'valueOf':
      return text;
    case 'length':
      return text.length;
    case 'charAt':
      return typeof first === 'number' ? text.charAt(first) : undefined;
    case 'concat':
      return typeof first === 'string' && given.length === 1 ? `${text}${first}`.slice(0, longest) : undefined;
    case 'equals':
      return first === undefined ? undefined : text === first;
    case 'equalsIgnoreCase':
      return typeof first === 'string' ? text.toLowerCase() === first.toLowerCase() : undefined;
    case 'substring':
    case 'slice':
      if (typeof first !== 'number' || (given.length > 1 && typeof second !== 'number')) return undefined;
      return text[name](first, second as number | undefined);
    default:
      return undefined;
  }
}
