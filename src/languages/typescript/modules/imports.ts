import type { TextRange } from '../../../base/text-range.ts';
import type { ImportFact } from '../../../code/facts.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { stringValue } from '../body/literals.ts';
import { declaratorParts } from '../body/variables.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { Reader } from '../reader.ts';
import { requireOf } from './require.ts';
import { specifierOf } from './specifier.ts';

type Binding = Omit<ImportFact, 'source' | 'range'>;

/** The imports among a module's statements. One without names has the name and local `''`. */
export function readImports(parts: readonly Part[], reader: Reader): ImportFact[] {
  return parts.flatMap((part) => {
    if (part.type === 'import_statement') return importsOf(part, reader);
    const isVariable = part.type === 'variable_declaration' || part.type === 'lexical_declaration';
    return isVariable ? part.parts.flatMap((declarator) => requiredBy(declarator, reader)) : [];
  });
}

function importsOf(part: Part, reader: Reader): ImportFact[] {
  const range = rangeOf(part);
  const required = part.find('import_require_clause');
  const string = (required ?? part).find('string');
  if (!string) return [];
  const source = stringValue(string, reader);
  const typeOnly = /^import\s+type\s+(?!from\b|,)/.test(reader.text.slice(part.start, part.start + 60));
  const local = required?.first;
  if (local) return [{ source, name: '*', local: reader.slice(local), typeOnly, range }];
  const bindings = part.find('import_clause')?.parts.flatMap((clause) => bindingsOf(clause, reader)) ?? [{ name: '', local: '', typeOnly }];
  return bindings.map((binding) => ({ source, ...binding, typeOnly: typeOnly || binding.typeOnly, range }));
}

function bindingsOf(clause: Part, reader: Reader): Binding[] {
  if (clause.type === 'identifier') return [{ name: 'default', local: reader.slice(clause), typeOnly: false }];
  if (clause.type === 'namespace_import') return clause.first ? [{ name: '*', local: reader.slice(clause.first), typeOnly: false }] : [];
  return clause.parts.map((part) => {
    const { name, alias, typeOnly } = specifierOf(reader.slice(part));
    return { name, local: alias, typeOnly };
  });
}

function requiredBy(declarator: Part, reader: Reader): ImportFact[] {
  const { name, value } = declaratorParts(declarator);
  const required = value && requireOf(reader.slice(value));
  if (!name || !required) return [];
  const shared = { source: required.source, typeOnly: false, range: rangeOf(declarator) };
  if (name.type !== 'object_pattern') return [{ ...shared, name: required.name, local: reader.slice(name) }];
  return name.parts.map((part) => {
    const [key = part, target = part] = part.type === 'pair_pattern' ? part.parts : [];
    return { ...shared, name: reader.slice(key).split('=')[0]?.trim() ?? '', local: reader.slice(target).split('=')[0]?.trim() ?? '' };
  });
}

const loading = /\b(?:import|require)\(\s{0,20}(['"`])([^'"`\n$]{1,300})\1/g;

/**
 * `import('m')` and `require('m')` anywhere in the text, which are not yet among the imports. They have the name `*` and the local `''`.
 * Found in the text, so that bodies need not be read, then checked against the tree.
 */
export function readDynamicImports(root: SyntaxNode, text: string, known: readonly ImportFact[]): ImportFact[] {
  return [...text.matchAll(loading)].flatMap((match) => {
    const range: TextRange = { start: match.index, end: match.index + match[0].length };
    const isKnown = known.some((fact) => fact.range.start <= range.start && range.end <= fact.range.end);
    if (isKnown || !isCode(root, match.index)) return [];
    return [{ source: match[2] ?? '', name: '*', local: '', typeOnly: false, range }];
  });
}

function isCode(root: SyntaxNode, offset: number): boolean {
  const type = root.descendantForIndex(offset)?.type;
  return type === 'import' || type === 'identifier';
}
