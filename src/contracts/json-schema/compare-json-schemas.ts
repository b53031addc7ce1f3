import type { ChangedFile } from '../../code/code-change.ts';
import type { ContractComparison, ContractSurroundings } from '../contract-kind.ts';
import { readChanged } from '../document/changed-documents.ts';
import { ChangeList } from '../document/change-list.ts';
import { member, membersOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { Documents } from '../document/documents.ts';
import { pairFiles, type FilePair } from '../document/pair-files.ts';
import { isJsonSchema } from './recognise.ts';
import { SchemaComparison } from '../schema/compare-schemas.ts';
import type { SchemaPlace } from '../schema/schema-place.ts';

/** Compares schemas. What fitted the old one must fit the new one: it may have been written and stored already. */
export async function compareJsonSchemaFiles(
  changed: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<ContractComparison> {
  const { sides, files } = await readChanged(changed, isJsonSchema, surroundings);
  const changes = new ChangeList('json-schema');
  for (const pair of pairFiles(files, ({ path }, side) => nameOf(sides[side].root(path)) ?? path)) comparePair(pair, sides, changes);
  return { changes: changes.changes, notices: [...sides.base.notices, ...sides.head.notices] };
}

function nameOf(root: DocumentNode | undefined): string | undefined {
  return textOf(member(root, '$id')) ?? textOf(member(root, 'id')) ?? textOf(member(root, 'title'));
}

type Sides = Readonly<Record<'base' | 'head', Documents>>;

function comparePair({ base, head }: FilePair, sides: Sides, changes: ChangeList): void {
  const [old, now] = [base && sides.base.root(base.path), head && sides.head.root(head.path)];
  if (old && now) compareRoots(old, now, sides, changes);
  else if (old && base && !head)
    changes.add({
      change: 'schema-removed',
      impact: 'breaking',
      says: `the schema \`${base.path}\` is gone`,
      consequence: 'those who check against it no longer find it',
      element: '/',
      old,
    });
  else if (now && head && !base)
    changes.add({ change: 'schema-added', impact: 'compatible', says: `the schema \`${head.path}\` is new`, element: '/', now });
}

const rootPlace: SchemaPlace = {
  flow: 'in',
  prefix: '',
  pointer: '',
  subject: 'the document',
  within: '',
  asText: false,
  repeats: false,
  unstable: false,
  deprecated: false,
};

function compareRoots(old: DocumentNode, now: DocumentNode, sides: Sides, changes: ChangeList): void {
  const comparison = new SchemaComparison(
    { old: { documents: sides.base, siblings: keepsSiblings(old) }, now: { documents: sides.head, siblings: keepsSiblings(now) } },
    (pair, difference, impact) => {
      changes.addSchema(pair, difference, impact);
    },
  );
  comparison.compare([old], [now], rootPlace);
  for (const group of ['$defs', 'definitions']) compareDefinitions(group, { old, now }, comparison);
  if (comparison.incomplete)
    sides.head.note({
      id: 'contract-too-complex',
      message: `\`${now.file.path}\` has schemas that are nested too deeply or used in too many ways, so that not all were compared.`,
      path: now.file.path,
      incomplete: true,
    });
}

/** Before draft 2019-09, what stands beside a reference does not count. */
function keepsSiblings(root: DocumentNode): boolean {
  return !/draft-0\d/.test(textOf(member(root, '$schema')) ?? '');
}

/** Others may refer to a definition by its name, whether or not the schema itself uses it. */
function compareDefinitions(
  group: string,
  { old, now }: { readonly old: DocumentNode; readonly now: DocumentNode },
  comparison: SchemaComparison,
): void {
  const definitions = new Map(membersOf(member(now, group)));
  for (const [name, was] of membersOf(member(old, group))) {
    const is = definitions.get(name);
    if (is) comparison.compare([was], [is], { ...rootPlace, pointer: `/${group}/${name}`, subject: `the definition \`${name}\`` });
  }
}
