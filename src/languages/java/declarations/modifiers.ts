import type { AnnotationFact } from '../../../code/facts.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { isComment, partsOf, rangeOf, textOf } from '../reading.ts';
import type { Modifiers, Reading } from '../reading.ts';

const none: Modifiers = { visibility: undefined, words: [], annotations: [] };

/** @param node a `modifiers` node */
export function modifiersOf(reading: Reading, node: SyntaxNode | undefined): Modifiers {
  if (!node) return none;
  const text = textOf(reading, node);
  if (!text.includes('@') && !text.includes('/')) return plainModifiers(reading, text);
  const children = node.namedChildren;
  let words = '';
  let at = node.startIndex;
  for (const child of children) {
    words += ` ${reading.text.slice(at, child.startIndex)}`;
    at = child.endIndex;
  }
  words += ` ${reading.text.slice(at, node.endIndex)}`;
  return { ...wordsOf(words), annotations: children.filter((child) => !isComment(child)).map((child) => annotationOf(reading, child)) };
}

/** Few combinations are ever written, so that each is read once in a file. */
function plainModifiers({ modifiers }: Reading, text: string): Modifiers {
  const known = modifiers.get(text);
  if (known) return known;
  const read = { ...wordsOf(text), annotations: [] };
  modifiers.set(text, read);
  return read;
}

function wordsOf(text: string): Omit<Modifiers, 'annotations'> {
  const words: readonly string[] = text.match(/[a-z-]+/g) ?? [];
  const visibility = words.find(
    (word): word is 'public' | 'protected' | 'private' => word === 'public' || word === 'protected' || word === 'private',
  );
  return { visibility, words: words.filter((word) => word !== visibility) };
}

/** @param node an `annotation` or `marker_annotation` */
export function annotationOf(reading: Reading, node: SyntaxNode): AnnotationFact {
  const list = node.type === 'annotation' ? node.childForFieldName('arguments') : null;
  const name = reading.text.slice(node.startIndex + 1, list?.startIndex ?? node.endIndex).trim();
  return { name, arguments: list ? partsOf(list).map((part) => argumentOf(reading, part)) : [], range: rangeOf(node) };
}

function argumentOf(reading: Reading, node: SyntaxNode): AnnotationFact['arguments'][number] {
  if (node.type !== 'element_value_pair') return { name: 'value', value: reading.expression(node) };
  const [key, value] = partsOf(node);
  return { name: key ? textOf(reading, key) : 'value', value: reading.expression(value ?? node) };
}

/** The last word of an annotation's name: `org.junit.Test` → `Test`. */
export function simpleName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

export function hasAnnotation(annotations: readonly AnnotationFact[], name: string): boolean {
  return annotations.some((annotation) => simpleName(annotation.name) === name);
}
