import type { Expression } from '../../../code/expression.ts';
import { bare } from '../../../code/walk.ts';

/** What is given to a call; undefined where nothing is. */
type Given = Expression | undefined;

/** The text of a value; undefined where it is none, or partly computed. */
export function textOf(value: Given): string | undefined {
  const given = value && bare(value);
  if (given?.kind === 'string') return given.value;
  if (given?.kind !== 'concatenation') return undefined;
  const texts = given.parts.flatMap((part) => (part.kind === 'string' ? [part.value] : []));
  return texts.length === given.parts.length ? texts.join('') : undefined;
}

/** What an object says under one of some names; of an object that is made, what it is made of. */
export function entryOf(value: Given, ...names: readonly string[]): Given {
  const given = value && bare(value);
  if (given?.kind === 'new') return entryOf(given.arguments[0], ...names);
  if (given?.kind !== 'object') return undefined;
  const found = names.map((name) => given.properties.find(({ key }) => key === name)).find((each) => each !== undefined);
  return found && bare(found.value);
}

/** What an object says, name by name; names that are computed are left out. */
export function entriesOf(value: Given): readonly (readonly [name: string, value: Expression])[] {
  if (value?.kind !== 'object') return [];
  return value.properties.flatMap((each) => (each.key === '' || each.key === '...' ? [] : [[each.key, bare(each.value)] as const]));
}

/** Whether a value is `true` or `false`; undefined where it is neither. */
export function truthOf(value: Given): boolean | undefined {
  const given = value && bare(value);
  return given?.kind === 'true' ? true : given?.kind === 'false' ? false : undefined;
}

/** The texts of a list, or the one text that stands in its place. */
export function textsOf(value: Given): readonly string[] {
  const given = value && bare(value);
  return (given?.kind === 'array' ? given.elements : [given]).flatMap((each) => textOf(each) ?? textOf(entryOf(each, 'name')) ?? []);
}

/** `(100)` of `string('name', 100)`; empty where no number is given. */
export function sizeOf(values: readonly Expression[]): string {
  const sizes = values.flatMap((value) => (value.kind === 'number' ? [value.text] : []));
  return sizes.length > 0 ? `(${sizes.join(',')})` : '';
}
