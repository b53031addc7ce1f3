import { remembered } from '../base/remembered.ts';
import type { Expression } from './expression.ts';

/** Enough to tell expressions apart; what is deeper is not looked at. */
const maximumDepth = 12;

/** An expression in one form for all ways to write it: without types, quotes, white space and parentheses. */
export const canonical = remembered((expression: Expression): string => written(expression, 0));

function written(expression: Expression, depth: number): string {
  if (depth > maximumDepth) return '…';
  const inner = (each: Expression): string => written(each, depth + 1);
  switch (expression.kind) {
    case 'string':
      return JSON.stringify(expression.value);
    case 'number':
      return expression.text.replace(/(?<![_lLfFdDn])[_lLfFdDn]+$|_/g, '');
    case 'regex':
      return `/${expression.pattern}/${expression.flags}`;
    case 'name':
      return expression.name;
    case 'member':
      return expression.object.kind === 'this' ? expression.name : `${inner(expression.object)}.${expression.name}`;
    case 'index':
      return `${inner(expression.object)}[${inner(expression.index)}]`;
    case 'call':
      return `${expression.receiver && expression.receiver.kind !== 'this' ? `${inner(expression.receiver)}.` : ''}${expression.name}(${given(expression.arguments).map(inner).join(',')})`;
    case 'new':
      return `new ${expression.type}(${given(expression.arguments).map(inner).join(',')})`;
    case 'binary':
      return `(${inner(expression.left)}${expression.operator}${inner(expression.right)})`;
    case 'unary':
      return `${expression.operator}${/^\w/.test(expression.operator) ? ' ' : ''}${inner(expression.operand)}`;
    case 'assignment':
      return `${inner(expression.target)}${expression.operator}${inner(expression.value)}`;
    case 'conditional':
      return `(${inner(expression.test)}?${inner(expression.then)}:${inner(expression.otherwise)})`;
    case 'cast':
    case 'await':
      return inner(expression.value);
    case 'spread':
      return `...${inner(expression.value)}`;
    case 'concatenation':
      return `\`${expression.parts.map(inner).join('+')}\``;
    case 'array':
      return `[${expression.elements.map(inner).join(',')}]`;
    case 'object':
      return `{${expression.properties.map(({ key, value }) => `${key}:${inner(value)}`).join(',')}}`;
    case 'function':
      return 'ƒ';
    case 'element':
      return `<${expression.name} ${expression.attributes.map(({ name, value }) => `${name}=${value ? inner(value) : ''}`).join(' ')}>`;
    case 'other':
      return `?(${expression.children.map(inner).join(',')})`;
    default:
      return expression.kind;
  }
}

/** To give `undefined` as the last argument is to give none. */
function given(args: readonly Expression[]): readonly Expression[] {
  return args.slice(0, args.findLastIndex(({ kind }) => kind !== 'undefined') + 1);
}
