import type { Expression, ObjectLiteral } from '../expression.ts';
import { moduleName } from '../flow/origin.ts';
import type { Scope } from '../flow/scope.ts';
import { visitsOf } from '../walk.ts';
import { literalText } from './annotation-values.ts';
import { environmentVariable, settingElement } from './environment.ts';
import type { SurfaceElement } from './surface-element.ts';

const deepest = 20;

/** What convict's schemas declare: a variable where a key names one, otherwise the key, as files of settings say it. */
export function convictSchema(scope: Scope): readonly SurfaceElement[] {
  const local = scope.file.facts?.imports.find((fact) => moduleName(fact) === 'convict')?.local;
  if (local === undefined) return [];
  const schemas = visitsOf(scope.code, 'call').flatMap(({ node }) => {
    const [first] = node.arguments;
    return node.name === local && !node.receiver && first?.kind === 'object' ? [first] : [];
  });
  return schemas.flatMap((schema) => keysIn(schema, [], scope));
}

function keysIn({ properties }: ObjectLiteral, path: readonly string[], scope: Scope): readonly SurfaceElement[] {
  if (path.length > deepest) return [];
  return properties.flatMap(({ key, value, range }) => {
    if (value.kind !== 'object' || key === '' || key === '...') return [];
    const at = [...path, key];
    return propertyOf(value, 'default') ? [leaf(at.join('.'), value, range, scope)] : keysIn(value, at, scope);
  });
}

function leaf(name: string, said: ObjectLiteral, range: Expression['range'], scope: Scope): SurfaceElement {
  const variable = literalText(propertyOf(said, 'env'));
  const fallback = literalText(propertyOf(said, 'default'));
  const read = { range, required: false, default: fallback === 'null' ? undefined : fallback };
  return variable === undefined ? settingElement({ ...read, name }, scope) : environmentVariable({ ...read, name: variable }, scope);
}

function propertyOf({ properties }: ObjectLiteral, name: string): Expression | undefined {
  return properties.find(({ key }) => key === name)?.value;
}
