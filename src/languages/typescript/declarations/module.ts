import type { Outer } from './outer.ts';
import { stringValue } from '../body/literals.ts';
import { readExports } from '../modules/exports.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import { afterAnnotations, annotationsIn } from './annotations.ts';
import { declareClass } from './classes.ts';
import { declare } from './declaration.ts';
import type { Declaration, Scope } from './declaration.ts';
import { withoutShadowed } from './members.ts';
import { modifiersIn, signatureOf } from './signature.ts';
import { declareEnum, declareInterface, declareTypeAlias } from './types.ts';
import { declareValue } from './values.ts';
import { declareVariables } from './variables.ts';

/** What a module or namespace declares. */
export function readDeclarations(scope: Scope, parts: readonly Part[]): readonly Declaration[] {
  const declarations = parts
    .filter((part) => !isStatement(part))
    .flatMap((part) => {
      const outer = { range: rangeOf(part), wordsStart: afterAnnotations(part), annotations: [] };
      return declareStatement(scope, part, outer);
    });
  return withoutShadowed(declarations);
}

const declaring = new Set([
  'export_statement',
  'import_statement',
  'empty_statement',
  'internal_module',
  'module',
  'function_signature',
  'import_alias',
]);

/** Whether a part of a module is run and declares nothing. */
export function isStatement(part: Part): boolean {
  if (part.type === 'expression_statement') return part.first?.type !== 'internal_module';
  return !isDeclaration(part.type) && !declaring.has(part.type);
}

function declareStatement(scope: Scope, part: Part, outer: Outer): readonly Declaration[] {
  switch (part.type) {
    case 'export_statement':
      return declareExport(scope, part);
    case 'ambient_declaration':
      return declareAmbient(scope, part, outer);
    case 'lexical_declaration':
    case 'variable_declaration':
      return declareVariables(scope, part, outer);
    case 'internal_module':
    case 'module':
      return [declareNamespace(scope, part, outer)];
    case 'import_statement':
    case 'import_alias':
    case 'empty_statement':
      return [];
    case 'expression_statement':
      return part.first ? [declareNamespace(scope, part.first, outer)] : [];
    default:
      return declareNamed(scope, part, outer);
  }
}

function declareExport(scope: Scope, part: Part): readonly Declaration[] {
  const { reader } = scope;
  const outer = { range: rangeOf(part), wordsStart: afterAnnotations(part), annotations: annotationsIn(part, reader) };
  const inner = part.parts.find(({ type }) => type !== 'decorator');
  if (!inner) return [];
  if (isDeclaration(inner.type)) return declareStatement(scope, inner, outer);
  const isDefault = /^export\s*(?:default\b|=)/.test(reader.text.slice(outer.wordsStart, inner.start).trimStart());
  return isDefault && inner.type !== 'identifier' ? [declareDefault(scope, inner, outer)] : [];
}

function isDeclaration(type: string): boolean {
  return (
    type.endsWith('_declaration') ||
    type === 'function_signature' ||
    type === 'internal_module' ||
    type === 'module' ||
    type === 'import_alias'
  );
}

/** A default export without a name is called `default`, and so is what `export =` gives. */
function declareDefault(scope: Scope, value: Part, outer: Outer): Declaration {
  const own =
    value.type === 'function_expression' || value.type === 'generator_function' || value.type === 'class'
      ? value.find('identifier', 'type_identifier')
      : undefined;
  const nameRange = own ? rangeOf(own) : { start: outer.wordsStart, end: value.start };
  const seed = { name: own ? scope.reader.slice(own) : 'default', nameRange, range: outer.range, visibility: 'public' } as const;
  if (value.type === 'class') return declareClass(scope, value, seed, outer.annotations);
  return declareValue({ ...scope, isExported: () => true }, value, seed, { callable: 'function', plain: 'variable' });
}

function declareAmbient(scope: Scope, part: Part, outer: Outer): readonly Declaration[] {
  const inner = part.first;
  if (inner?.type !== 'statement_block') return inner && !isStatement(inner) ? declareStatement(scope, inner, outer) : [];
  const start = scope.reader.text.indexOf('global', part.start);
  const nameRange = { start, end: start + 'global'.length };
  const seed = {
    kind: 'namespace',
    name: 'global',
    nameRange,
    range: outer.range,
    visibility: 'public',
    modifiers: ['declare'],
    bodyRange: rangeOf(inner),
  } as const;
  return [
    declare(scope, { ...seed, members: (within) => readDeclarations({ ...within, isExported: () => true, isAmbient: true }, inner.parts) }),
  ];
}

/** Everything in an ambient namespace can be reached, elsewhere what is exported. */
function declareNamespace(scope: Scope, part: Part, outer: Outer): Declaration {
  const { reader } = scope;
  const [name, body] = part.parts;
  const nameRange = rangeOf(name ?? part);
  const isModule = name?.type === 'string';
  const text = name && isModule ? stringValue(name, reader) : reader.slice(nameRange);
  const modifiers = modifiersIn(reader.text.slice(outer.wordsStart, nameRange.start));
  const isAmbient = isModule || scope.isAmbient || modifiers.includes('declare');
  const exported = new Set(body ? readExports(body.parts, reader).map((fact) => fact.name) : []);
  const isExported = isAmbient ? () => true : (member: string) => exported.has(member);
  const parts = body?.parts ?? [];
  return declare(scope, {
    kind: 'namespace',
    name: text,
    nameRange,
    range: outer.range,
    visibility: isModule || scope.isExported(text) ? 'public' : 'private',
    modifiers,
    bodyRange: body && rangeOf(body),
    body: () => reader.statements(parts.filter((statement) => isStatement(statement) && reader.isTouched(statement))),
    members: (within) => readDeclarations({ ...within, isExported, isAmbient }, parts),
  });
}

function declareNamed(scope: Scope, part: Part, outer: Outer): readonly Declaration[] {
  const name = part.find('identifier', 'type_identifier');
  if (!name) return [];
  const { reader } = scope;
  const seed = {
    name: reader.slice(name),
    nameRange: rangeOf(name),
    range: outer.range,
    visibility: scope.isExported(reader.slice(name)) ? 'public' : 'private',
    modifiers: modifiersIn(reader.text.slice(outer.wordsStart === part.start ? afterAnnotations(part) : outer.wordsStart, name.start)),
  } as const;
  switch (part.type) {
    case 'class_declaration':
    case 'abstract_class_declaration':
      return [declareClass(scope, part, seed, outer.annotations)];
    case 'interface_declaration':
      return [declareInterface(scope, part, seed)];
    case 'type_alias_declaration':
      return [declareTypeAlias(scope, part, seed)];
    case 'enum_declaration':
      return [declareEnum(scope, part, seed)];
    default:
      return [declare(scope, { ...seed, ...signatureOf(part, reader), kind: 'function' })];
  }
}
