import type { ChangedFile, SourceFile } from '../../../code/code-change.ts';
import type { ContractChange } from '../../../code/contract-change.ts';
import type { DocumentNode } from '../../../code/document-node.ts';
import { readContractDocument } from '../../document/read-contract-document.ts';
import { isOpenApi } from '../../openapi/recognise.ts';
import type { ContractSurroundings } from '../../contract-kind.ts';
import { aside, codeSuffixes, filesHolding } from '../files-holding.ts';
import { documentsWith, isServedBy, operationsOf, wordOf, type DescribedOperation } from '../described-operations.ts';
import { routeBodies, type BodyPlace, type RouteBody } from './route-bodies.ts';
import { schemaFields, type SchemaFields } from './schema-fields.ts';
import { sentTypes, type SentField, type SentType } from './type-fields.ts';

/** Fields of bodies that a change gives to, or takes from, the code alone or the OpenAPI document alone, although both had the same so far. */
export async function differingBodies(
  files: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const found = await Promise.all([changedInCode(files, surroundings), changedInDocuments(files, surroundings)]);
  return found.flat();
}

interface ChangedType {
  readonly base: SentType;
  readonly head: SentType;
}

async function changedInCode(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const types = files.flatMap(changedTypes);
  if (types.length === 0) return [];
  const routes = (
    await codeWith(
      types.map(({ head }) => head.name),
      surroundings,
    )
  ).flatMap(routeBodies);
  const own = routes.filter(({ type }) => types.some(({ head }) => head.name === type));
  const words = [...new Set(own.flatMap(({ route }) => wordOf(route) ?? []))];
  if (words.length === 0) return [];
  const documents = await documentsWith(words, surroundings);
  const described = documents.flatMap((root) => operationsOf(root).map((operation) => ({ operation, root })));
  return types.flatMap((type) => {
    const bodies = own.filter((body) => body.type === type.head.name);
    return fieldsThatDiffer(type).flatMap(({ field, isNew, word }) => {
      for (const body of bodies)
        for (const { operation, root } of described) {
          const schema = isServedBy(operation, body.route) ? schemaFields(operation, body.place, root) : undefined;
          if (schema && agreedBefore(type, schema, word) && schema.has(word) !== isNew)
            return [codeChange(type, field, { body, operation, schema, word, isNew })];
        }
      return [];
    });
  });
}

function changedTypes({ base, head }: ChangedFile): readonly ChangedType[] {
  if (!base?.facts || !head?.facts || head.role !== 'production') return [];
  const old = sentTypes(base);
  return [...sentTypes(head)].flatMap(([name, now]) => {
    const was = old.get(name);
    return was && fieldsThatDiffer({ base: was, head: now }).length > 0 ? [{ base: was, head: now }] : [];
  });
}

interface Difference {
  readonly word: string;
  readonly field: SentField;
  readonly isNew: boolean;
}

function fieldsThatDiffer({ base, head }: ChangedType): readonly Difference[] {
  const only = (one: SentType, other: SentType, isNew: boolean): Difference[] =>
    [...one.fields].flatMap(([word, field]) => (other.fields.has(word) ? [] : [{ word, field, isNew }]));
  return [...only(base, head, false), ...only(head, base, true)];
}

/** The document has all that both sides of the type have; so it is about the type, and was kept in step with it. */
function agreedBefore({ base, head }: ChangedType, schema: SchemaFields, word: string): boolean {
  const kept = [...base.fields.keys()].filter((each) => head.fields.has(each) && each !== word);
  return kept.length > 0 && kept.every((each) => schema.has(each));
}

async function codeWith(words: readonly string[], surroundings: ContractSurroundings): Promise<readonly SourceFile[]> {
  return surroundings.code('head', await filesHolding(words, codeSuffixes, surroundings));
}

async function changedInDocuments(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const changed = files.flatMap(changedBodies);
  if (changed.length === 0) return [];
  const words = changed.flatMap(({ operation: { templates } }) => wordOf(templates[0] ?? '') ?? []);
  const routes = (await codeWith(words, surroundings)).flatMap(routeBodies);
  const served = changed.flatMap((each) =>
    routes.filter(({ route, place }) => place === each.place && isServedBy(each.operation, route)).map((body) => ({ ...each, body })),
  );
  const types = (
    await codeWith(
      served.map(({ body }) => body.type),
      surroundings,
    )
  ).map(sentTypes);
  const told = new Set<string>();
  return served.flatMap(({ body, fields, kept, operation }) => {
    const own = types.flatMap((each) => each.get(body.type) ?? []);
    const [type] = own;
    if (!type || own.length > 1 || !kept.every((word) => type.fields.has(word))) return [];
    return fields.flatMap((field) => {
      const key = `${type.name} ${field.word} ${body.place}`;
      if (type.fields.has(field.word) === field.isNew || told.has(key)) return [];
      told.add(key);
      return [documentChange(type, field, body, operation)];
    });
  });
}

interface ChangedField {
  readonly word: string;
  readonly name: string;
  readonly node: DocumentNode;
  readonly isNew: boolean;
}

interface ChangedBody {
  readonly operation: DescribedOperation;
  readonly place: BodyPlace;
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
    return was
      ? (['request', 'response'] as const).flatMap((place) =>
          changedBody(operation, place, schemaFields(was, place, before), schemaFields(operation, place, after)),
        )
      : [];
  });
}

function changedBody(
  operation: DescribedOperation,
  place: BodyPlace,
  was: SchemaFields | undefined,
  now: SchemaFields | undefined,
): readonly ChangedBody[] {
  if (!was || !now) return [];
  const only = (one: SchemaFields, other: SchemaFields, isNew: boolean): ChangedField[] =>
    [...one].flatMap(([word, { name, node }]) => (other.has(word) ? [] : [{ word, name, node, isNew }]));
  const fields = [...only(was, now, false), ...only(now, was, true)];
  const kept = [...was.keys()].filter((word) => now.has(word));
  return fields.length > 0 && kept.length > 0 ? [{ operation, place, fields, kept }] : [];
}

interface Place {
  readonly body: RouteBody;
  readonly operation: DescribedOperation;
  readonly schema: SchemaFields;
  readonly word: string;
  readonly isNew: boolean;
}

const bodyNames = { request: 'the body of', response: 'the answer of' } as const;

function codeChange({ base, head }: ChangedType, field: SentField, { body, operation, schema, word, isNew }: Place): ContractChange {
  const described = schema.get(word);
  const where = `${bodyNames[body.place]} \`${operation.name}\``;
  const document = operation.node.file.path;
  const effect = body.place === 'request' ? 'what callers send in it is no longer read' : 'callers who hold to the document miss it';
  return {
    contract: 'agreement',
    change: isNew ? 'body-field-not-described' : 'described-body-field-removed',
    impact: 'risky',
    message: isNew
      ? `\`${field.label}\` is new in ${where}, but \`${document}\`, which has the other fields of \`${head.name}\`, does not describe it: callers do not know of it.`
      : `\`${field.label}\` is gone from ${where}, but \`${document}\` still describes \`${described?.name ?? field.name}\`: ${effect}.`,
    element: `${operation.name} ${field.name}`,
    file: isNew ? head.file : base.file,
    range: field.range,
    ...(described
      ? { before: { file: described.node.file, range: described.node.key ?? described.node.range } }
      : { before: { file: operation.node.file, range: operation.node.key ?? operation.node.range } }),
    deprecatedBefore: false,
  };
}

function documentChange(
  type: SentType,
  { name, node, isNew }: ChangedField,
  { place }: RouteBody,
  operation: DescribedOperation,
): ContractChange {
  const where = `${bodyNames[place]} \`${operation.name}\``;
  const effect = place === 'request' ? 'what callers send in it is not read' : 'callers who hold to the document miss it';
  return {
    contract: 'agreement',
    change: isNew ? 'described-body-field-missing' : 'body-field-no-longer-described',
    impact: 'risky',
    message: isNew
      ? `\`${name}\` is new in ${where}, but \`${type.name}\` (\`${type.file.path}\`), which has all the others, does not: ${effect}.`
      : `\`${name}\` is no longer described in ${where}, but \`${type.name}\` (\`${type.file.path}\`) still has it, like all the others: the document and the code say different things.`,
    element: `${operation.name} ${name}`,
    file: node.file,
    range: node.key ?? node.range,
    before: { file: type.file, range: type.range },
    deprecatedBefore: false,
  };
}
