import type { SourceFile } from '../../../code/code-change.ts';
import { member, membersOf, shownRange, textOf, type DocumentNode } from '../../../code/document-node.ts';
import type { IndexChange } from './index-change.ts';

const kinds: Readonly<Record<string, Pick<IndexChange, 'made' | 'isUnique'>>> = {
  dropIndex: { made: false, isUnique: false },
  dropUniqueConstraint: { made: false, isUnique: true },
  createIndex: { made: true, isUnique: false },
  addUniqueConstraint: { made: true, isUnique: true },
};

/** Change sets of Liquibase as XML, YAML or JSON; what a rollback does is not looked at. */
export function indexesInDocument(file: SourceFile): readonly IndexChange[] {
  if (!/\.(?:xml|ya?ml|json)$/.test(file.path) || !file.text.includes('databaseChangeLog')) return [];
  return (file.document?.roots ?? []).flatMap((root) => [...changesBelow(root, file, 0)]);
}

function* changesBelow(node: DocumentNode, file: SourceFile, depth: number): Generator<IndexChange> {
  if (depth > 40) return;
  if (node.kind === 'array') for (const each of node.items) yield* changesBelow(each, file, depth + 1);
  for (const [key, child] of membersOf(node)) {
    const name = key.slice(key.indexOf(':') + 1);
    if (name === 'rollback') continue;
    const kind = kinds[name];
    if (!kind) yield* changesBelow(child, file, depth + 1);
    else
      for (const each of child.kind === 'array' ? child.items : [child])
        yield { ...kind, name: nameOf(each), file, range: shownRange(each) };
  }
}

function nameOf(node: DocumentNode): string {
  const names = ['indexName', 'constraintName', 'tableName'].flatMap((name) => [member(node, `@${name}`), member(node, name)]);
  return textOf(names.find((each) => each !== undefined)) ?? '';
}
