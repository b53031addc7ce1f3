import type { Call, Construction } from '../../../code/expression.ts';
import { dottedName } from '../../../code/walk.ts';
import { BoundedPattern } from '../dry-run/patterns/bounded.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import type { Shape } from './shape.ts';

type Of = (index: number) => Shape | undefined;

const constant = (value: string | number | boolean): Shape => ({ kind: 'constant', value });

const emptyMakers = /^(?:Collections|List|Set|Map|Stream|Optional|Iterables|ImmutableList|ImmutableSet|ImmutableMap)\.(?:empty\w*|of)$/;
const listMakers = /^(?:List|Set|Arrays|Stream|ImmutableList|ImmutableSet|Lists|Sets)\.(?:of|asList|newArrayList|newHashSet)$/;
const collections = /^(?:Array|Linked|Hash|LinkedHash|Tree|Concurrent\w+|CopyOnWriteArray)(?:List|Set|Map|Deque|Queue)$/;

/** What a call of a function that everybody knows gives; undefined where it is none or its arguments are not known. */
export function knownCall({ name, receiver, arguments: given }: Call, of: Of): Shape | undefined {
  const owner = receiver && dottedName(receiver);
  if (receiver && owner === undefined) return undefined;
  const called = owner === undefined ? name : `${simpleTypeName(owner)}.${name}`;
  if (given.length === 0 && emptyMakers.test(called)) return { kind: 'array', length: 0, elements: [] };
  if (listMakers.test(called) && given.every(({ kind }) => kind !== 'spread'))
    return { kind: 'array', length: given.length, elements: given.map((_, index) => of(index)) };
  return asked(called, of(0)) ?? compute(called, of(0), of(1));
}

/** What the helpers of many libraries are called that ask whether there is anything: `StringUtils.isEmpty(x)`, `Util.isEmpty(x)`. */
const helpers = /^\w*(?:Utils?|Strings|Objects|Collections|Arrays|Maps|Lists)\.is(Not)?(?:Empty|Blank|NullOrEmpty)$/;

function asked(called: string, first: Shape | undefined): Shape | undefined {
  const isNot = helpers.exec(called)?.[1] !== undefined;
  if (!first || !helpers.test(called)) return undefined;
  if (first.kind === 'array') return constant((first.length === 0) !== isNot);
  if (first.kind !== 'constant') return undefined;
  return constant((first.value === null || first.value === undefined || String(first.value).trim() === '') !== isNot);
}

function compute(called: string, first: Shape | undefined, second: Shape | undefined): Shape | undefined {
  if (!first) return undefined;
  const value = first.kind === 'constant' ? first.value : first;
  switch (called) {
    case 'Objects.isNull':
    case 'isNull':
      return constant(value === null);
    case 'Objects.nonNull':
    case 'nonNull':
      return constant(value !== null);
    case 'Number.isNaN':
    case 'Double.isNaN':
    case 'Float.isNaN':
    case 'isNaN':
      return typeof value === 'number' ? constant(Number.isNaN(value)) : undefined;
    case 'Number.isInteger':
      return typeof value === 'object' ? constant(false) : constant(Number.isInteger(value));
    case 'Math.abs':
      return typeof value === 'number' ? constant(Math.abs(value)) : undefined;
    case 'Math.max':
    case 'Math.min':
      return typeof value === 'number' && second?.kind === 'constant' && typeof second.value === 'number'
        ? constant(called === 'Math.max' ? Math.max(value, second.value) : Math.min(value, second.value))
        : undefined;
    default:
      return undefined;
  }
}

/** Collections are made empty; an array of Java as long as is said. */
export function knownConstruction({ type, arguments: given }: Construction, of: Of): Shape | undefined {
  if (type.endsWith('[]')) {
    const size = of(0);
    return size?.kind === 'constant' && typeof size.value === 'number' ? { kind: 'array', length: size.value } : undefined;
  }
  return given.length === 0 && collections.test(type) ? { kind: 'array', length: 0, elements: [] } : undefined;
}

/** Whether a pattern fits a text; undefined where to find out takes long. */
export function fits(pattern: string, flags: string, text: string): boolean | undefined {
  try {
    return new BoundedPattern(pattern, flags.replace(/[gy]/g, '')).test(text);
  } catch {
    return undefined;
  }
}
