import type { TextRange } from '../../../base/text-range.ts';
import type { ImportFact } from '../../../code/facts.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { declaratorParts } from '../body/variables.ts';
import { tagsOf } from '../declarations/documentation.ts';
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

const statement = /^import\b(?:\s+(type)(?=\s+(?!from\b|,))|)(?:\s*|([\s\S]*?)(?:\bfrom|=\s*require\s*\()\s*)(?:'([^'\n]*)'|"([^"\n]*)")/;

/** Types that a comment imports: `@import { A } from './a.js'`. Source: TypeScript 5.5, "The JSDoc @import Tag". */
export function documentedImports(comments: readonly TextRange[], reader: Reader): ImportFact[] {
  return comments.flatMap(({ start, end }) =>
    tagsOf(reader.text.slice(start, end)).flatMap((tag) =>
      tag.name === 'import'
        ? importsIn(`import ${tag.text}`, { start: start + tag.start, end: start + tag.end }).map((each) => ({ ...each, typeOnly: true }))
        : [],
    ),
  );
}

/** Read from the text: files begin with many imports, and each look at their nodes would cost. */
function importsOf(part: Part, reader: Reader): ImportFact[] {
  return importsIn(withoutLineComments(reader.slice(part)), rangeOf(part));
}

function importsIn(written: string, range: TextRange): ImportFact[] {
  const match = statement.exec(written);
  if (!match) return [];
  const [text, type, clause, single, double] = match;
  const source = single ?? double ?? '';
  const typeOnly = type !== undefined;
  const bindings = /=\s*require\s*\(/.test(text) ? [{ name: '*', local: clause?.trim() ?? '', typeOnly }] : bindingsOf(clause ?? '');
  const sideEffect = { name: '', local: '', typeOnly };
  return (bindings.length > 0 ? bindings : [sideEffect]).map((binding) => ({
    source,
    ...binding,
    typeOnly: typeOnly || binding.typeOnly,
    range,
  }));
}

/** A source such as `https://…` holds no comment. */
function withoutLineComments(text: string): string {
  return text.includes('/*') || text.includes('\n')
    ? text.replace(/\/\*[\s\S]*?\*\/|^[ \t]{0,200}\/\/[^\n]*|([,{}])\s{0,200}\/\/[^\n]*/gm, '$1 ')
    : text;
}

/** `a, * as b`, `a, { b as c }`. */
function bindingsOf(clause: string): Binding[] {
  const brace = clause.indexOf('{');
  const outside = (brace < 0 ? clause : clause.slice(0, brace)).split(',').map((text) => text.trim());
  const inside =
    brace < 0
      ? []
      : clause
          .slice(brace + 1, clause.lastIndexOf('}'))
          .split(',')
          .filter((text) => text.trim() !== '');
  const whole = outside.flatMap((text): Binding[] => {
    if (text.startsWith('*')) return [{ name: '*', local: text.replace(/^\*\s*as\s+/, ''), typeOnly: false }];
    return text === '' ? [] : [{ name: 'default', local: text, typeOnly: false }];
  });
  return [...whole, ...inside.map(specifierOf).map(({ name, alias, typeOnly }) => ({ name, local: alias, typeOnly }))];
}

function requiredBy(declarator: Part, reader: Reader): ImportFact[] {
  const { name, value } = declaratorParts(declarator);
  const required = value && requireOf(reader.slice(value));
  if (!name || !required) return [];
  const shared = { source: required.source, typeOnly: false, range: rangeOf(declarator) };
  if (name.type !== 'object_pattern') return [{ ...shared, name: required.name, local: reader.slice(name) }];
  return name.parts.map((part) => {
    const [key = part, target = part] = part.type === 'pair_pattern' ? part.parts : [];
    const taken = reader.slice(key).split('=')[0]?.trim() ?? '';
    // `const { Table } = require('aws-cdk-lib').aws_dynamodb` takes `aws_dynamodb.Table`.
    return {
      ...shared,
      name: required.name === '*' ? taken : `${required.name}.${taken}`,
      local: reader.slice(target).split('=')[0]?.trim() ?? '',
    };
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
  const { type } = root.descendantForIndex(offset);
  return type === 'import' || type === 'identifier';
}
