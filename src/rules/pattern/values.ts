import type { Expression, ObjectLiteral } from '../../code/expression.ts';
import { constantOf, heldBy } from '../../code/flow/constant.ts';
import { symbolsNamed, valueOf, type Scope } from '../../code/flow/scope.ts';
import { membersOf } from '../../code/indexed-facts.ts';
import { bare } from '../../code/walk.ts';

/** The text that an expression is known to be. */
export function textOf(expression: Expression | undefined, scope: Scope): string | undefined {
  const known = expression && constantOf(expression, scope);
  return typeof known === 'string' ? known : undefined;
}

/** The number that an expression is known to be. */
export function numericValue(expression: Expression | undefined, scope: Scope): number | undefined {
  const known = expression && constantOf(expression, scope);
  return typeof known === 'number' ? known : undefined;
}

/** The truth that an expression is known to be. */
export function truthOf(expression: Expression | undefined, scope: Scope): boolean | undefined {
  const known = expression && constantOf(expression, scope);
  return typeof known === 'boolean' ? known : undefined;
}

/** The object that an expression stands for, where it is written out. */
export function objectOf(expression: Expression | undefined, scope: Scope): ObjectLiteral | undefined {
  const held = expression && (heldBy(expression, scope) ?? expression);
  const value = held && bare(held);
  if (value?.kind === 'name') return objectOfVariable(value.name, scope);
  return value?.kind === 'object' ? value : undefined;
}

/** The parts of an object that a variable of the file holds are symbols of their own. */
function objectOfVariable(name: string, { file: { facts } }: Scope): ObjectLiteral | undefined {
  const [variable, ...more] = facts ? symbolsNamed(facts, name).filter(({ kind }) => kind === 'variable') : [];
  if (!facts || !variable || more.length > 0 || valueOf(variable)) return undefined;
  const fields = membersOf(variable, facts).filter(({ kind }) => kind === 'field' || kind === 'method');
  const properties = fields.flatMap((field) => {
    const value = valueOf(field);
    return [{ key: field.name, value: value ?? { kind: 'other' as const, children: [], range: field.range }, range: field.range }];
  });
  return properties.length === 0 ? undefined : { kind: 'object', properties, range: variable.range };
}

/** The value of an option in an object that is written out, or is held by a name. */
export function optionOf(expression: Expression | undefined, key: string, scope: Scope): Expression | undefined {
  return objectOf(expression, scope)?.properties.find((property) => property.key === key)?.value;
}

/** Whether an object is written out and nothing is spread into it, so that what it lacks is lacking. */
export function isComplete(object: ObjectLiteral): boolean {
  return object.properties.every(({ key }) => key !== '...' && key !== '');
}
