import { posix } from 'node:path';
import { groupBy } from '../../../base/group-by.ts';
import type { ChangedFile } from '../../../code/code-change.ts';
import type { ContractChange } from '../../../code/contract-change.ts';
import type { ContractSurroundings } from '../../contract-kind.ts';
import { documentsWith, isServedBy, operationsOf, wordOf } from '../described-operations.ts';
import { aside } from '../files-holding.ts';
import { codeChange, undescribedChange } from './body-messages.ts';
import { reachedBodies, type ReachedBody } from './reached-bodies.ts';
import { schemaFields, type SchemaFields } from './schema-fields.ts';
import { isGoneForCallers } from './seen-fields.ts';
import { sentTypes, type SentField, type SentType } from './type-fields.ts';

interface ChangedType {
  readonly base: SentType;
  readonly head: SentType;
}

/** Fields that a change gives to types of the code, takes from them or requires: where a document does not follow, or where none describes the route. */
export async function changedInCode(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const types = files.flatMap(changedTypes);
  if (types.length === 0) return [];
  const reached = await reachedBodies(
    types.map(({ head }) => head.name),
    surroundings,
  );
  const words = [...new Set([...reached.values()].flat().flatMap(({ body }) => wordOf(body.route) ?? []))];
  const isOne = await onlyOfTheirNames(surroundings);
  const documents = words.length === 0 ? [] : await documentsWith(words, surroundings);
  const described = documents.flatMap((root) => operationsOf(root).map((operation) => ({ operation, root })));
  return types.flatMap((type) =>
    fieldsThatDiffer(type).flatMap((each) => {
      for (const one of reached.get(type.head.name) ?? [])
        for (const { operation, root } of described) {
          if (!isServedBy(operation, one.body.route) || (each.difference === 'required' && !one.body.isChecked)) continue;
          const schema = schemaFields(operation, one.body.place, root, one.within);
          if (schema && agreedBefore(type, schema, each.word) && disagrees(each, schema))
            return [codeChange(type, each, schema.get(each.word), { reached: one, operation })];
        }
      if (!isOne(type.head)) return [];
      return undescribed(type, each, reached.get(type.head.name) ?? [], (route) =>
        described.some(({ operation }) => isServedBy(operation, route)),
      );
    }),
  );
}

/** What callers of a route that no document describes meet: of a described one the document is compared. */
function undescribed(
  type: ChangedType,
  each: FieldDifference,
  reached: readonly ReachedBody[],
  isDescribed: (route: string) => boolean,
): readonly ContractChange[] {
  const { difference, field } = each;
  if (difference === 'new' || (difference === 'gone' && !isGoneForCallers(type, field))) return [];
  const [first] = reached.filter(
    ({ body }) => !isDescribed(body.route) && (difference === 'gone' || (body.isChecked && body.place === 'request')),
  );
  return first ? [undescribedChange(type, { field, difference }, first)] : [];
}

/** Routes call types by their simple names: of two that have one nobody can tell which is meant. */
async function onlyOfTheirNames({ paths }: ContractSurroundings): Promise<(type: SentType) => boolean> {
  const files = groupBy(
    (await paths('head')).filter((path) => path.endsWith('.java') && !aside.test(path)),
    (path) => posix.basename(path, '.java'),
  );
  return ({ name, file }) => (files.get(name) ?? []).every((path) => path === file.path);
}

function changedTypes({ base, head }: ChangedFile): readonly ChangedType[] {
  if (!base?.facts || !head?.facts || head.role !== 'production') return [];
  const old = sentTypes(base);
  return [...sentTypes(head)].flatMap(([name, now]) => {
    const was = old.get(name);
    return was && fieldsThatDiffer({ base: was, head: now }).length > 0 ? [{ base: was, head: now }] : [];
  });
}

interface FieldDifference {
  readonly word: string;
  readonly field: SentField;
  readonly difference: 'new' | 'gone' | 'required';
}

function fieldsThatDiffer({ base, head }: ChangedType): readonly FieldDifference[] {
  const gone = [...base.fields].flatMap(([word, field]) => (head.fields.has(word) ? [] : [{ word, field, difference: 'gone' as const }]));
  const others = [...head.fields].flatMap(([word, field]): readonly FieldDifference[] => {
    const was = base.fields.get(word);
    const required: FieldDifference[] =
      field.isRequired === true && (!was || was.isRequired === false) ? [{ word, field, difference: 'required' }] : [];
    return was ? required : [{ word, field, difference: 'new' }, ...required];
  });
  return [...gone, ...others];
}

/** The document has all that both sides of the type have; so it is about the type, and was kept in step with it. */
function agreedBefore({ base, head }: ChangedType, schema: SchemaFields, word: string): boolean {
  const kept = [...base.fields.keys()].filter((each) => head.fields.has(each) && each !== word);
  return kept.length > 0 && kept.every((each) => schema.has(each));
}

function disagrees({ word, difference }: FieldDifference, schema: SchemaFields): boolean {
  const described = schema.get(word);
  return difference === 'required' ? described?.isRequired === false : (described === undefined) === (difference === 'new');
}
