import type { ChangedFile, SourceFile } from '../../../code/code-change.ts';
import type { ContractChange } from '../../../code/contract-change.ts';
import type { ContractSurroundings } from '../../contract-kind.ts';
import type { SchemaState } from '../../sql-migration/schema-state.ts';
import { migrationsOf } from './migrations-of.ts';
import { prismaModels, type PrismaField, type PrismaModel } from './prisma-models.ts';

/** A schema of Prisma that a change alters, and what tables are like by all of its migrations at head. */
interface Drifting {
  readonly base: SourceFile;
  readonly head: SourceFile;
  readonly schema: SchemaState;
}

/** What a change gives to a schema of Prisma or takes from it, and the migrations beside it do not know of. */
export async function prismaDrift(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const changed = files.flatMap(({ path, base, head }) => (path.endsWith('.prisma') && base && head ? [{ base, head }] : []));
  if (changed.length === 0) return [];
  const paths = await surroundings.paths('head');
  const { headSchema } = await import('../../sql-migration/base-history.ts');
  const found = await Promise.all(
    changed.map(async ({ base, head }) => {
      const folder = migrationsOf(head.path, paths);
      return folder === undefined ? [] : driftOf({ base, head, schema: await headSchema([folder], surroundings) });
    }),
  );
  return found.flat();
}

function driftOf({ base, head, schema }: Drifting): readonly ContractChange[] {
  const old = new Map(prismaModels(base).map((model) => [model.name, model]));
  const models = prismaModels(head);
  const kept = models.filter(({ name, table }) => old.get(name)?.table === table);
  const isFollowed = kept.length > 0 && kept.every(({ table }) => schema.hasTable(table));
  return models.flatMap((model) => {
    const was = old.get(model.name);
    if (!was) return isFollowed && !schema.hasTable(model.table) ? [newModel(model, head)] : [];
    return was.table === model.table && agreesElsewhere(model, was, schema) ? modelDrift(model, was, { base, head, schema }) : [];
  });
}

/** The migrations have all that both sides of the model have; so they were kept in step with it. */
function agreesElsewhere(model: PrismaModel, was: PrismaModel, schema: SchemaState): boolean {
  const kept = model.fields.filter(({ column }) => was.fields.some((each) => each.column === column));
  return kept.length > 0 && kept.every(({ column }) => schema.column(model.table, column) !== undefined);
}

function modelDrift(model: PrismaModel, was: PrismaModel, { base, head, schema }: Drifting): readonly ContractChange[] {
  const before = new Map(was.fields.map((each) => [each.column, each]));
  const now = new Set(model.fields.map(({ column }) => column));
  return [
    ...model.fields.flatMap((field) => {
      const old = before.get(field.column);
      const column = schema.column(model.table, field.column);
      if (!column) return old ? [] : [newField(model, field, head)];
      return old && old.isOptional !== field.isOptional && column.notNull === field.isOptional
        ? [otherNullability(model, field, head)]
        : [];
    }),
    ...was.fields.flatMap((field) => {
      const column = now.has(field.column) ? undefined : schema.column(model.table, field.column);
      return column?.notNull === true && column.hasDefault === false ? [unfilled(model, field, { base, head })] : [];
    }),
  ];
}

const common = { contract: 'agreement', deprecatedBefore: false } as const;

function newModel({ name, table, range }: PrismaModel, file: SourceFile): ContractChange {
  return {
    ...common,
    change: 'table-without-migration',
    impact: 'risky',
    message: `\`${name}\` is a new model (\`${table}\`), but no migration makes its table, as they do for all other models: the first query of \`${name}\` fails where the database is made by migrations.`,
    element: name,
    file,
    range,
  };
}

function newField(model: PrismaModel, { name, column, range }: PrismaField, file: SourceFile): ContractChange {
  return {
    ...common,
    change: 'column-without-migration',
    impact: 'risky',
    message: `\`${model.name}.${name}\` is a new column (\`${column}\`), but no migration adds it: the first query of \`${model.name}\` fails where the database is made by migrations.`,
    element: `${model.name}.${name}`,
    file,
    range,
  };
}

function otherNullability(model: PrismaModel, { name, column, isOptional, range }: PrismaField, file: SourceFile): ContractChange {
  const says = isOptional
    ? `may be empty now, but by the migrations \`${model.table}.${column}\` is \`NOT NULL\`: rows without it are refused`
    : `is required now, but by the migrations \`${model.table}.${column}\` may be \`NULL\`: reading such a row fails`;
  return {
    ...common,
    change: 'nullability-without-migration',
    impact: 'risky',
    message: `\`${model.name}.${name}\` ${says}.`,
    element: `${model.name}.${name}`,
    file,
    range,
  };
}

function unfilled(
  model: PrismaModel,
  { name, column, range }: PrismaField,
  { base, head }: { readonly base: SourceFile; readonly head: SourceFile },
): ContractChange {
  return {
    ...common,
    change: 'required-column-unfilled',
    impact: 'breaking',
    message: `\`${model.name}.${name}\` is gone, but by the migrations \`${model.table}.${column}\` must have a value and has no default: every insert of \`${model.name}\` fails.`,
    element: `${model.table}.${column}`,
    file: head,
    range: model.range,
    before: { file: base, range },
  };
}
