import type { ChangedFile } from '../../code/code-change.ts';
import { member, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { ContractComparison, ContractSurroundings } from '../contract-kind.ts';
import { readChanged } from '../document/changed-documents.ts';
import { ChangeList } from '../document/change-list.ts';
import type { Documents } from '../document/documents.ts';
import { pairFiles, type FilePair } from '../document/pair-files.ts';
import { SchemaComparison } from '../schema/compare-schemas.ts';
import { tooComplex } from '../schema/too-complex.ts';
import { compareEventApis } from './compare-channels.ts';
import { readEventApi } from './read-event-api.ts';
import { isAsyncApi } from './recognise.ts';

/** Compares the root documents of a change, with all that they refer to. */
export async function compareAsyncApiFiles(
  changed: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<ContractComparison> {
  const { sides, files } = await readChanged(changed, isAsyncApi, surroundings);
  const changes = new ChangeList('asyncapi');
  for (const pair of pairFiles(files, ({ path }, side) => titleOf(sides[side].root(path)))) comparePair(pair, sides, changes);
  return { changes: changes.changes, notices: [...sides.base.notices, ...sides.head.notices] };
}

function titleOf(root: DocumentNode | undefined): string {
  return textOf(member(root, 'info', 'title')) ?? '';
}

type Sides = Readonly<Record<'base' | 'head', Documents>>;

function comparePair({ base, head }: FilePair, sides: Sides, changes: ChangeList): void {
  const [old, now] = [base && sides.base.root(base.path), head && sides.head.root(head.path)];
  if (old && now) compareRoots(old, now, sides, changes);
  else if (old && base && !head)
    changes.add({
      change: 'api-removed',
      impact: 'breaking',
      says: `the API \`${titleOf(old)}\` in \`${base.path}\` is gone`,
      consequence: 'nobody who reads or sends its messages, or generates code from it, finds it any more',
      element: '/',
      old,
    });
  else if (now && head && !base)
    changes.add({
      change: 'api-added',
      impact: 'compatible',
      says: `the API \`${titleOf(now)}\` in \`${head.path}\` is new`,
      element: '/',
      now,
    });
}

function compareRoots(old: DocumentNode, now: DocumentNode, sides: Sides, changes: ChangeList): void {
  const apis = [readEventApi(old, sides.base), readEventApi(now, sides.head)] as const;
  const schemas = new SchemaComparison({ old: apis[0].reader, now: apis[1].reader }, (pair, difference, impact) => {
    changes.addSchema(pair, difference, impact);
  });
  compareEventApis(apis[0], apis[1], { schemas, changes });
  if (schemas.incomplete) sides.head.note(tooComplex(now.file));
}
