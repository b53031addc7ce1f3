import type { ChangedFile } from '../../code/code-change.ts';
import type { ContractComparison, ContractSurroundings } from '../contract-kind.ts';
import { readChanged } from '../document/changed-documents.ts';
import { ChangeList } from '../document/change-list.ts';
import { member, membersOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { Documents } from '../document/documents.ts';
import { pairFiles, type FilePair } from '../document/pair-files.ts';
import { isJsonSchema } from './recognise.ts';
import { definitionGroups, definitionsUsed } from './used-definitions.ts';

import { SchemaComparison } from '../schema/compare-schemas.ts';
import { tooComplex } from '../schema/too-complex.ts';
import type { Flow, SchemaPlace } from '../schema/schema-place.ts';

/** Compares schemas both ways: whether what fitted the old one fits the new one, and the other way round. Which of them was promised is the rule's to say. */
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

const rootPlace: Omit<SchemaPlace, 'flow'> = {
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
  const compared = (['in', 'out'] as const).map((flow) => compareOneWay({ old, now, flow }, sides, changes));
  if (compared.some(({ incomplete }) => incomplete)) sides.head.note(tooComplex(now.file));
}

/** The definitions that each schema refers to itself. */
interface Used {
  readonly old: ReadonlySet<DocumentNode>;
  readonly now: ReadonlySet<DocumentNode>;
}

interface OneWay {
  readonly old: DocumentNode;
  readonly now: DocumentNode;
  /** `in`: what fitted the old schema is read with the new one. `out`: what fits the new one is read with the old one. */
  readonly flow: Flow;
}

function compareOneWay({ old, now, flow }: OneWay, sides: Sides, changes: ChangeList): SchemaComparison {
  const comparison = new SchemaComparison(
    { old: { documents: sides.base, siblings: keepsSiblings(old) }, now: { documents: sides.head, siblings: keepsSiblings(now) } },
    (pair, difference, impact) => {
      // What is no break either way is told once.
      if (flow === 'in' || impact !== 'compatible') changes.addSchema(pair, difference, impact, flow === 'in' ? 'backward' : 'forward');
    },
  );
  comparison.compare([old], [now], { ...rootPlace, flow });
  const used = { old: definitionsUsed(old, sides.base), now: definitionsUsed(now, sides.head) };
  for (const group of definitionGroups) compareDefinitions(group, { old, now, flow }, used, comparison);
  return comparison;
}

/** Before draft 2019-09, what stands beside a reference does not count. */
function keepsSiblings(root: DocumentNode): boolean {
  return !/draft-0\d/.test(textOf(member(root, '$schema')) ?? '');
}

/** What the schema itself refers to is compared where it does so, whatever it is called there. Others may refer to the rest by name. */
function compareDefinitions(group: string, { old, now, flow }: OneWay, used: Used, comparison: SchemaComparison): void {
  const definitions = new Map(membersOf(member(now, group)));
  for (const [name, was] of membersOf(member(old, group))) {
    const is = definitions.get(name);
    if (is && !(used.old.has(was) && used.now.has(is)))
      comparison.compare([was], [is], { ...rootPlace, flow, pointer: `/${group}/${name}`, subject: `the definition \`${name}\`` });
  }
}
