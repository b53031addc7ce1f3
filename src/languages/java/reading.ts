import type { TextRange } from '../../base/text-range.ts';
import type { Expression, NestedFunction } from '../../code/expression.ts';
import type { AnnotationFact, Modifier, Visibility } from '../../code/facts.ts';
import type { Statement } from '../../code/statement.ts';
import type { SyntaxNode } from '../../syntax/tree.ts';

/** How deep expressions, statements and types may nest; what lies deeper is left out and reported as an error. */
export const deepest = 400;

export interface Modifiers {
  /** As written; undefined where nothing is. */
  readonly visibility: Visibility | undefined;
  /** The other words, in order. */
  readonly words: readonly Modifier[];
  readonly annotations: readonly AnnotationFact[];
}

/** What reads the parts of one file. Passed along, so that the modules for expressions, statements and classes need not know each other. */
export interface Reading {
  readonly text: string;
  /** Where nesting went too deep to be read. */
  readonly tooDeep: TextRange[];
  /** Modifiers read so far, by their text. */
  readonly modifiers: Map<string, Modifiers>;
  readonly expression: (node: SyntaxNode) => Expression;
  /** The statements among the nodes; comments are left out. */
  readonly statements: (nodes: readonly SyntaxNode[]) => Statement[];
  /** What a class body inside of a function runs: its methods, constructors, initializers and initial values. */
  readonly nestedFunctions: (body: SyntaxNode) => NestedFunction[];
}

export function rangeOf(node: SyntaxNode): TextRange {
  return { start: node.startIndex, end: node.endIndex };
}

/** The node's text, read from the real text, which may differ from the one parsed. */
export function textOf(reading: Pick<Reading, 'text'>, node: SyntaxNode): string {
  return reading.text.slice(node.startIndex, node.endIndex);
}

export function isComment(node: SyntaxNode): boolean {
  const type = node.type;
  return type === 'line_comment' || type === 'block_comment';
}

/** The named children without comments. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
  return node.namedChildren.filter((child) => !isComment(child));
}

/** A type or a list of modifiers in its shortest writing: white space only where words would run together, no comments. */
export function foldType(text: string): string {
  if (!/[\s/]/.test(text)) return text;
  return text
    .replace(/\/\/.*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, ' ')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([<>,.&[\]()]) ?/g, '$1')
    .replace(/([>\])])(?=[\w$@])/g, '$1 ');
}

export function typeOf(reading: Pick<Reading, 'text'>, node: SyntaxNode): string {
  return foldType(textOf(reading, node));
}

/** `Map.Entry<K, V>` → `Map.Entry`. */
export function withoutTypeArguments(type: string): string {
  const from = type.indexOf('<');
  if (from === -1) return type;
  let depth = 0;
  let kept = '';
  for (const character of type) {
    if (character === '<') depth++;
    else if (character === '>') depth--;
    else if (depth === 0) kept += character;
  }
  return kept.trim();
}
