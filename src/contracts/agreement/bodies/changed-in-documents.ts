import type { ChangedFile } from '../../../code/code-change.ts';
import type { ContractChange } from '../../../code/contract-change.ts';
import type { DocumentNode } from '../../../code/document-node.ts';
import type { ContractSurroundings } from '../../contract-kind.ts';
import { readContractDocument } from '../../document/read-contract-document.ts';
import { isOpenApi } from '../../openapi/recognise.ts';
import { isServedBy, operationsOf, wordOf, type DescribedOperation } from '../described-operations.ts';
import { aside } from '../files-holding.ts';
import { documentChange } from './body-messages.ts';
import { codeWith, deepestBody } from './reached-bodies.ts';
import { routeBodies, type BodyPlace } from './route-bodies.ts';
import { schemaFields, type SchemaField, type SchemaFields } from './schema-fields.ts';
import { sentTypes, type SentType } from './type-fields.ts';

/** Fields that a change gives to bodies of an OpenAPI document, takes from them or lets callers leave out, and the code does not follow. */
export async function changedInDocuments(
  files: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const changed = files.flatMap(changedBodies);
  if (changed.length === 0) return [];
  const words = changed.flatMap(({ operation: { templates } }) => wordOf(templates[0] ?? '') ?? []);
  const routes = (await codeWith(words, surroundings)).flatMap(routeBodies);
  const served = changed.flatMap((each) =>
    routes.filter(({ route, place }) => place === each.place && isServedBy(each.operation, route)).map((body) => ({ ...each, body })),
  );
  const types = await typesBelow(
    served.map(({ body }) => body.type),
    surroundings,
  );
  const told = new Set<string>();
  return served.flatMap(({ body, within, fields, kept, operation }) => {
    const type = typeAt(body.type, within, types);
    if (!type || !kept.every((word) => type.fields.has(word))) return [];
    return fields.flatMap(({ word, field, difference }) => {
      const key = `${type.name} ${word} ${body.place}`;
      const own = type.fields.get(word);
      const agrees =
        difference === 'optional' ? !body.isChecked || own?.isRequired !== true : (own !== undefined) === (difference === 'new');
      if (agrees || told.has(key)) return [];
      told.add(key);
      return [documentChange(type, { field, difference }, { reached: { body, within }, operation })];
    });
  });
}

type Types = ReadonlyMap<string, readonly SentType[]>;

/** Types by their names, with those that their fields hold. */
async function typesBelow(names: readonly string[], surroundings: ContractSurroundings): Promise<Types> {
  const found = new Map<string, readonly SentType[]>();
  let level = [...new Set(names)];
  for (let depth = 0; depth <= deepestBody && level.length > 0; depth += 1) {
    const all = (await codeWith(level, surroundings)).map(sentTypes);
    for (const name of level)
      found.set(
        name,
        all.flatMap((each) => each.get(name) ?? []),
      );
    const held = level.flatMap((name) =>
      (found.get(name) ?? []).flatMap(({ fields }) => [...fields.values()].flatMap(({ type }) => type ?? [])),
    );
    level = [...new Set(held)].filter((name) => !found.has(name)).slice(0, 40);
  }
  return found;
}

/** The only type of a name, or what it holds below its fields. */
function typeAt(name: string, within: readonly string[], types: Types): SentType | undefined {
  const own = types.get(name) ?? [];
  const [type] = own;
  const [word, ...deeper] = within;
  if (!type || own.length > 1 || word === undefined) return own.length > 1 ? undefined : type;
  const held = type.fields.get(word)?.type;
  return held === undefined ? undefined : typeAt(held, deeper, types);
}

interface ChangedField {
  readonly word: string;
  readonly field: SchemaField;
  readonly difference: 'new' | 'gone' | 'optional';
}

interface ChangedBody {
  readonly operation: DescribedOperation;
  readonly place: BodyPlace;
  readonly within: readonly string[];
  readonly fields: readonly ChangedField[];
  readonly kept: readonly string[];
}

function changedBodies({ path, base, head }: ChangedFile): readonly ChangedBody[] {
  if (!base || !head || aside.test(path) || !isOpenApi(path, base.text) || !isOpenApi(path, head.text)) return [];
  const [before, after] = [base, head].map((file) => {
    const document = readContractDocument(file);
    return document.error ? undefined : document.roots[0];
  });
  if (!before || !after) return [];
  const old = new Map(operationsOf(before).map((operation) => [operation.name, operation]));
  return operationsOf(after).flatMap((operation) => {
    const was = old.get(operation.name);
    return was ? (['request', 'response'] as const).flatMap((place) => bodiesFrom({ was, operation, place, before, after }, [])) : [];
  });
}

interface BothSides {
  readonly was: DescribedOperation;
  readonly operation: DescribedOperation;
  readonly place: BodyPlace;
  readonly before: DocumentNode;
  readonly after: DocumentNode;
}

/** A body, and those within it. */
function bodiesFrom(sides: BothSides, within: readonly string[]): readonly ChangedBody[] {
  const { was, operation, place, before, after } = sides;
  const [old, now] = [schemaFields(was, place, before, within), schemaFields(operation, place, after, within)];
  if (!old || !now) return [];
  const kept = [...old.keys()].filter((word) => now.has(word));
  const fields = fieldsThatDiffer(old, now);
  const own = fields.length > 0 && kept.length > 0 ? [{ operation, place, within, fields, kept }] : [];
  return within.length === deepestBody ? own : [...own, ...kept.flatMap((word) => bodiesFrom(sides, [...within, word]))];
}

function fieldsThatDiffer(old: SchemaFields, now: SchemaFields): readonly ChangedField[] {
  const gone = [...old].flatMap(([word, field]) => (now.has(word) ? [] : [{ word, field, difference: 'gone' as const }]));
  const others = [...now].flatMap(([word, field]): readonly ChangedField[] => {
    const was = old.get(word);
    if (!was) return [{ word, field, difference: 'new' }];
    return was.isRequired && !field.isRequired ? [{ word, field, difference: 'optional' }] : [];
  });
  return [...gone, ...others];
}
