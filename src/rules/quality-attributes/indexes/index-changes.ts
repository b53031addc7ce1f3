import type { CodeChange } from '../../../code/code-change.ts';
import { isMigration, type IndexChange } from './index-change.ts';
import { indexesInCode } from './in-code.ts';
import { indexesInDocument } from './in-document.ts';
import { indexesInPrisma } from './in-prisma.ts';
import { indexesInSql } from './in-sql.ts';

/** What the change drops, where it makes none in its place. */
export function droppedIndexes(change: CodeChange): readonly IndexChange[] {
  const all = [...change.files.flatMap(fileChanges), ...indexesInCode(change)];
  const dropped = all.filter(({ made }) => !made);
  return all.length - dropped.length >= dropped.length ? [] : dropped;
}

function fileChanges({ base, head }: CodeChange['files'][number]): readonly IndexChange[] {
  if (head?.path.endsWith('.prisma')) return base ? indexesInPrisma(base, head) : [];
  if (!head || !isMigration(head.path)) return [];
  const read = head.path.endsWith('.sql') ? indexesInSql : indexesInDocument;
  const before = new Set((base ? read(base) : []).map(idOf));
  return read(head).filter((each) => !before.has(idOf(each)));
}

function idOf({ made, name }: IndexChange): string {
  return `${String(made)} ${name}`;
}
