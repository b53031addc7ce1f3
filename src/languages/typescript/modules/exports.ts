import type { ExportFact } from '../../../code/facts.ts';
import { stringValue } from '../body/literals.ts';
import { boundNames } from '../declarations/variables.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { Reader } from '../reader.ts';
import { specifierOf } from './specifier.ts';

/** The `export` statements among a module's or namespace's statements. */
export function readExports(parts: readonly Part[], reader: Reader): ExportFact[] {
  return parts.flatMap((part) => (part.type === 'export_statement' ? exportsOf(part, reader) : []));
}

function exportsOf(part: Part, reader: Reader): ExportFact[] {
  const range = rangeOf(part);
  const inner = part.parts.find(({ type }) => type !== 'decorator');
  const head = reader.text.slice(part.start, inner?.start).replace(/^@[\s\S]*?(?=\bexport\b)/, '');
  const typeOnly = /^export\s+type\b/.test(head) && !inner?.type.endsWith('_declaration');
  const one = (name: string, exported: string): ExportFact[] => [{ name, exported, typeOnly, range }];
  if (!inner) return [];
  if (/^export\s+as\s+namespace\b/.test(head)) return [];
  if (/^export\s*=/.test(head)) return one(inner.type === 'identifier' ? reader.slice(inner) : 'default', 'export=');
  if (/\bdefault\b/.test(head)) return one(defaultName(inner, reader), 'default');
  const clause = part.find('export_clause');
  const star = part.find('namespace_export');
  if (clause || star || inner.type === 'string') return forwarded(part, typeOnly, reader);
  return declaredNames(inner, reader).flatMap((name) => one(name, name));
}

/** `export { a as b }`, with or without a source; `export *`, `export * as ns`. */
function forwarded(part: Part, typeOnly: boolean, reader: Reader): ExportFact[] {
  const range = rangeOf(part);
  const string = part.find('string');
  const source = string && { source: stringValue(string, reader) };
  const clause = part.find('export_clause');
  const alias = part.find('namespace_export')?.first;
  if (!clause) {
    const exported = alias ? specifierOf(reader.slice(alias)).name : '*';
    return [{ name: '*', exported, ...source, typeOnly, range }];
  }
  return clause.parts.map((piece) => {
    const specifier = specifierOf(reader.slice(piece));
    return { name: specifier.name, exported: specifier.alias, ...source, typeOnly: typeOnly || specifier.typeOnly, range };
  });
}

function defaultName(part: Part, reader: Reader): string {
  if (part.type === 'identifier') return reader.slice(part);
  const isNamed =
    part.type.endsWith('_declaration') ||
    part.type === 'function_signature' ||
    ['function_expression', 'generator_function', 'class'].includes(part.type);
  const name = isNamed ? part.find('identifier', 'type_identifier') : undefined;
  return name ? reader.slice(name) : 'default';
}

/** The names that a declaration adds to its module. */
function declaredNames(part: Part, reader: Reader): readonly string[] {
  if (part.type === 'ambient_declaration') return part.first ? declaredNames(part.first, reader) : [];
  if (part.type === 'lexical_declaration' || part.type === 'variable_declaration') {
    return part.parts.flatMap(({ first }) => (first ? boundNames(first).map((name) => reader.slice(name)) : []));
  }
  const name = part.find('identifier', 'type_identifier', 'nested_identifier');
  return name ? [reader.slice(name)] : [];
}
