/** The part of a JSON schema that the editor's help is made from. */
export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** The schemas that hold at a path: more than one where the schema has alternatives. */
export function schemasAt(root: Schema, path: readonly string[]): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (schemas, key) => schemas.flatMap((schema) => expand(root, below(schema, key))),
    expand(root, root),
  );
}

/** The keys that may be written at a path. */
export function keysAt(root: Schema, path: readonly string[]): ReadonlyMap<string, Schema> {
  return new Map(schemasAt(root, path).flatMap(({ properties }) => Object.entries(properties ?? {})));
}

/** The values that may be written at a path, or in the list at it. */
export function valuesAt(root: Schema, path: readonly string[]): readonly string[] {
  const values = schemasAt(root, path).flatMap((schema) => [
    ...(schema.enum ?? []),
    ...(schema.const === undefined ? [] : [schema.const]),
    ...(schema.type === 'boolean' ? [true, false] : []),
    ...(schema.examples ?? []),
  ]);
  return [...new Set(values.filter(isScalar).map(String))];
}

/** What is said about a path. */
export function describe(root: Schema, path: readonly string[]): { readonly description: string | undefined; readonly default: unknown } {
  const parent = schemasAt(root, path.slice(0, -1));
  const own = parent.flatMap((schema) => below(schema, path.at(-1) ?? ''));
  const schemas = own.flatMap((schema) => [schema, ...expand(root, schema)]);
  const saying = (key: 'description' | 'default'): Schema | undefined => schemas.find((schema) => schema[key] !== undefined);
  return { description: saying('description')?.description, default: saying('default')?.default };
}

function below(schema: Schema, key: string): Schema[] {
  const found = key === '[]' ? schema.items : (schema.properties?.[key] ?? byPattern(schema, key));
  return found ? [found] : [];
}

/** Patterns are those of our own schema, and a key is one line. */
function byPattern({ patternProperties = {} }: Schema, key: string): Schema | undefined {
  return Object.entries(patternProperties).find(([pattern]) => new RegExp(pattern).test(key))?.[1];
}

/** A schema with its references followed and its alternatives side by side. */
function expand(root: Schema, schemas: Schema | readonly Schema[]): readonly Schema[] {
  return [schemas].flat().flatMap((schema: Schema) => {
    const target = schema.$ref === undefined ? undefined : root.definitions?.[schema.$ref.replace('#/definitions/', '')];
    const others = [...(target ? [target] : []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
    return [schema, ...others.flatMap((other) => expand(root, other))];
  });
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
