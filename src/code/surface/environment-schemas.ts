import type { TextRange } from '../../base/text-range.ts';
import { chainOf } from '../chain.ts';
import type { SourceFile } from '../code-change.ts';
import type { Expression, ObjectLiteral } from '../expression.ts';
import type { SymbolFact } from '../facts.ts';
import { moduleName } from '../flow/origin.ts';
import type { Scope } from '../flow/scope.ts';
import { foldedText, visitsOf } from '../walk.ts';
import { annotationOf, literalText } from './annotation-values.ts';
import { environmentVariable, isCommon } from './environment.ts';
import type { SurfaceElement } from './surface-element.ts';

/** How the schemas of a library say that a value must be there. */
interface SchemaLibrary {
  readonly modules: RegExp;
  readonly isRequired: (schema: string) => boolean;
}

const libraries: readonly SchemaLibrary[] = [
  {
    modules: /^(?:zod(?:\/.*)?|znv|valibot|@sinclair\/typebox|typebox|arktype)$/,
    isRequired: (schema) =>
      !/\b(?:optional|nullish|undefined|_?default|catch|prefault|fallback|exactOptional|any|unknown|preprocess)\b|coerce\.(?:boolean|string)/i.test(
        schema,
      ),
  },
  {
    modules: /^(?:joi|@hapi\/joi|yup)$/,
    isRequired: (schema) => /\.(?:required|exist)\(/.test(schema) && !/\.(?:default|when)\(/.test(schema),
  },
  { modules: /^envalid$/, isRequired: (schema) => !/\b(?:default|requiredWhen)\b/.test(schema) },
];

const aboutEnvironment = /process\.env|import\.meta\.env|Bun\.env|\b(?:createEnv|cleanEnv|parseEnv|validationSchema)\b/;
const environmentFile = /(?:^|[/.-])(?:env|environment|config)[\w.-]{0,60}\.[cm]?[jt]s$/i;
const variable = /^[A-Z][A-Z0-9_]*$/;

/** The environment variables that a schema asks for: zod, valibot, TypeBox, Joi, Yup, envalid, `@t3-oss/env`. */
export function declaredEnvironment(scope: Scope): readonly SurfaceElement[] {
  const known = schemaNames(scope.file);
  if (known.size === 0 || !isAboutEnvironment(scope.file)) return [];
  const isPartial = visitsOf(scope.code, 'call').some(({ node }) => node.name === 'partial');
  return visitsOf(scope.code, 'object').flatMap(({ node }) => {
    if (!isSchema(node, known)) return [];
    return node.properties
      .filter(({ key }) => key !== '...')
      .map(({ key, value, range }) => {
        const schema = foldedText(scope.file.text, value.range);
        const isRequired = known.get(rootOf(value))?.isRequired(schema) ?? false;
        return element(key, range, scope, isRequired && !isPartial, defaultIn(value), schema);
      });
  });
}

function isAboutEnvironment({ text, path }: SourceFile): boolean {
  return aboutEnvironment.test(text) || environmentFile.test(path);
}

function element(
  name: string,
  range: TextRange,
  scope: Pick<Scope, 'file' | 'symbol'>,
  required: boolean,
  fallback?: string,
  schema?: string,
): SurfaceElement {
  const said = environmentVariable({ name, range, required: required && fallback === undefined, default: fallback }, scope);
  return schema === undefined ? said : { ...said, shape: schema };
}

/** Local name → the library that it comes from. */
function schemaNames({ facts }: SourceFile): ReadonlyMap<string, SchemaLibrary> {
  const found = (facts?.imports ?? []).flatMap((fact): [string, SchemaLibrary][] => {
    const library = libraries.find(({ modules }) => modules.test(moduleName(fact)));
    return library && fact.local !== '' ? [[fact.local, library]] : [];
  });
  return new Map(found);
}

/** Whether all keys are names of variables, and a value is made by a library for schemas. */
function isSchema({ properties }: ObjectLiteral, known: ReadonlyMap<string, SchemaLibrary>): boolean {
  const own = properties.filter(({ key }) => key !== '...');
  return own.every(({ key }) => variable.test(key)) && own.some(({ value }) => value.kind === 'call' && known.has(rootOf(value)));
}

function rootOf(value: Expression): string {
  return value.kind === 'call' ? (chainOf(value).words[0] ?? '') : '';
}

/** `z.string().default('a')`, `v.optional(v.string(), 'a')`, `str({ default: 'a' })`. */
function defaultIn(value: Expression): string | undefined {
  for (const { call } of chainOf(value).calls) {
    const [first, second] = call.arguments;
    if (/^_?default$|^prefault$/.test(call.name)) return literalText(first);
    if (call.name === 'optional' && second) return literalText(second);
    for (const each of call.arguments) {
      const said = each.kind === 'object' ? each.properties.find(({ key }) => key === 'default') : undefined;
      if (said) return literalText(said.value);
    }
  }
  return undefined;
}

/** The fields of a class that the environment is read into and class-validator checks: `@IsUrl() SHOP_URL: string`. */
export function environmentFields(file: SourceFile): readonly SurfaceElement[] {
  const isChecked = file.facts?.imports.some((fact) => moduleName(fact) === 'class-validator') ?? false;
  if (!isChecked || !isAboutEnvironment(file)) return [];
  return (file.facts?.symbols ?? []).flatMap((symbol) => {
    const { kind, name, annotations, nameRange, value } = symbol;
    if (kind !== 'field' || !variable.test(name) || isCommon(name) || !annotations.some(isCheck)) return [];
    const isOptional = annotationOf(annotations, 'IsOptional', 'ValidateIf') !== undefined || hasValue(symbol, file);
    return [element(name, nameRange, { file, symbol }, !isOptional, literalText(value))];
  });
}

function isCheck({ name }: SymbolFact['annotations'][number]): boolean {
  return /^(?:Is[A-Z]|Min|Max|Matches|Length|Validate)/.test(name);
}

function hasValue({ nameRange, range }: SymbolFact, { text }: SourceFile): boolean {
  return text.slice(nameRange.end, range.end).includes('=');
}
