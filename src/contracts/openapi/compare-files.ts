import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractComparison, ContractSurroundings } from '../contract-kind.ts';
import { readChanged } from '../document/changed-documents.ts';
import { ChangeList } from '../document/change-list.ts';
import { member, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { Documents } from '../document/documents.ts';
import { pairFiles, type FilePair } from '../document/pair-files.ts';
import { SchemaComparison } from '../schema/compare-schemas.ts';
import { tooComplex } from '../schema/too-complex.ts';
import { compareApi } from './compare-api.ts';
import { compareLibraries, isLibrary } from './compare-library.ts';
import type { ApiComparison } from './comparison.ts';
import type { Api } from './openapi-model.ts';
import { readApi } from './read-api.ts';
import { isOpenApi } from './recognise.ts';
import { toldOnce } from './told-once.ts';

/** Compares the root documents of a change, with all that they refer to. */
export async function compareOpenApiFiles(
  changed: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<ContractComparison> {
  const { sides, files } = await readChanged(changed, isOpenApi, surroundings);
  const { today } = surroundings;
  const changes = new ChangeList('openapi');
  const isRoot = ({ side, path, text }: SourceFile): boolean => sides[side].failed(path) || isOpenApi(path, text);
  const roots = files.map(({ base, head }) => ({ ...(base && isRoot(base) && { base }), ...(head && isRoot(head) && { head }) }));
  for (const pair of pairFiles(roots, ({ path }, side) => titleOf(sides[side].root(path)))) comparePair(pair, sides, { changes, today });
  return { changes: toldOnce(changes.changes), notices: [...sides.base.notices, ...sides.head.notices] };
}

function titleOf(root: DocumentNode | undefined): string {
  return textOf(member(root, 'info', 'title')) ?? '';
}

type Sides = Readonly<Record<'base' | 'head', Documents>>;

/** Where changes go, and what day it is. */
type Outcome = Pick<ApiComparison, 'changes' | 'today'>;

function comparePair({ base, head }: FilePair, sides: Sides, outcome: Outcome): void {
  const { changes } = outcome;
  const [old, now] = [base && sides.base.root(base.path), head && sides.head.root(head.path)];
  if (old && now) compareDocuments({ old: readApi(old, sides.base), now: readApi(now, sides.head) }, sides, outcome);
  else if (old && base && !head) apiRemoved(base, old, changes);
  else if (now && head && !base)
    changes.add({
      change: 'api-added',
      impact: 'compatible',
      says: `the API \`${titleOf(now)}\` in \`${head.path}\` is new`,
      element: '/',
      now,
    });
}

function apiRemoved(file: SourceFile, root: DocumentNode, changes: ChangeList): void {
  changes.add({
    change: 'api-removed',
    impact: 'breaking',
    says: `the API \`${titleOf(root)}\` in \`${file.path}\` is gone`,
    consequence: 'nobody who calls it, or generates a client from it, finds it any more',
    element: '/',
    old: root,
  });
}

function compareDocuments({ old, now }: { readonly old: Api; readonly now: Api }, sides: Sides, { changes, today }: Outcome): void {
  const schemas = new SchemaComparison({ old: old.reader, now: now.reader }, (pair, difference, impact) => {
    changes.addSchema(pair, difference, impact);
  });
  const compare = [old, now].every(isLibrary) ? compareLibraries : compareApi;
  compare({ old, now, schemas, changes, today });
  if (schemas.incomplete) sides.head.note(tooComplex(now.root.file));
}
