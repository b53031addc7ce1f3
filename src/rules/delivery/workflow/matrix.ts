import { itemsOf, member, membersOf, type DocumentNode } from '../../../code/document-node.ts';
import { parseExpression } from './expression.ts';

/** The values that `${{ matrix.name }}` takes in a job, as far as they are written down and not excluded. */
export function matrixValues(job: DocumentNode, expression: string): readonly string[] {
  const read = parseExpression(expression.replace(/^\$\{\{|\}\}$/g, ''));
  if (read?.kind !== 'context' || read.path[0] !== 'matrix') return [];
  const [, ...path] = read.path;
  const matrix = member(job, 'strategy', 'matrix');
  const name = path[0] ?? '';
  const own = itemsOf(folded(matrix, name));
  const included = itemsOf(member(matrix, 'include')).flatMap((each) => folded(each, name) ?? []);
  const excluded = new Set(
    itemsOf(member(matrix, 'exclude')).flatMap((each) => (membersOf(each).length === 1 ? valuesOf(folded(each, name)) : [])),
  );
  return [...own, ...included]
    .map((each) => path.slice(1).reduce<DocumentNode | undefined>((at, part) => at && folded(at, part), each))
    .flatMap(valuesOf)
    .filter((value) => !excluded.has(value));
}

function folded(node: DocumentNode | undefined, name: string): DocumentNode | undefined {
  return membersOf(node).find(([key]) => key.toLowerCase() === name)?.[1];
}

function valuesOf(node: DocumentNode | undefined): string[] {
  if (node?.kind === 'array') return node.items.flatMap(valuesOf);
  return node?.kind === 'scalar' ? [String(node.value)] : [];
}
