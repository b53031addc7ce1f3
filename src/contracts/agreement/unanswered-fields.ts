import { extname } from 'node:path/posix';
import type { ChangedFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { aside, filesHolding } from './files-holding.ts';
import type { SchemaField } from './schema-fields.ts';

/** New fields of a schema that no method answers, although methods with annotations answer all its others. */
export async function unansweredFields(
  files: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const schemas = files.filter(({ path, base, head }) => base && head && /^\.(?:graphqls?|gql)$/.test(extname(path)) && !aside.test(path));
  if (schemas.length === 0) return [];
  const { schemaFields } = await import('./schema-fields.ts');
  const grown = schemas.flatMap(({ base, head }) => (base && head ? newFields(schemaFields(base), schemaFields(head)) : []));
  if (grown.length === 0) return [];
  const names = grown.flatMap(({ added, before }) => [...added, ...before].map(({ field }) => field));
  const held = await filesHolding(names, ['.java', '.kt'], surroundings);
  const texts = [...(await surroundings.read('head', held)).values()];
  const isAnswered = ({ field }: SchemaField): boolean => texts.some((text) => answers(text, field));
  return grown.flatMap(({ added, before }) =>
    before.length > 0 && before.every(isAnswered) ? added.filter((each) => !isAnswered(each) && !isNamed(each, texts)).map(unanswered) : [],
  );
}

/** A method of Spring for GraphQL or DGS that has the name, or is given it. */
function answers(text: string, field: string): boolean {
  const annotation = '@(?:(?:Query|Mutation|Subscription|Schema)Mapping|Dgs(?:Query|Mutation|Subscription|Data))\\b';
  return new RegExp(`${annotation}(?:\\([^)]{0,200}"${field}"|[^;{}]{0,400}\\s${field}\\s*\\()`).test(text);
}

/** Wired in some other way. */
function isNamed({ field }: SchemaField, texts: readonly string[]): boolean {
  return texts.some((text) => text.includes(`"${field}"`));
}

/** What the root types have more than before, type by type, and what they had. */
function newFields(
  old: readonly SchemaField[],
  now: readonly SchemaField[],
): readonly { readonly added: readonly SchemaField[]; readonly before: readonly SchemaField[] }[] {
  const keys = new Set(old.map(({ type, field }) => `${type}.${field}`));
  return ['Query', 'Mutation', 'Subscription'].flatMap((type) => {
    const added = now.filter((each) => each.type === type && !keys.has(`${type}.${each.field}`));
    const before = old.filter((each) => each.type === type);
    return added.length > 0 ? [{ added, before }] : [];
  });
}

function unanswered({ type, field, file, range }: SchemaField): ContractChange {
  return {
    contract: 'agreement',
    change: 'field-without-resolver',
    impact: 'risky',
    message: `\`${type}.${field}\` is new in the schema, but no method answers it as methods answer the other fields of \`${type}\`: those who ask for it get nothing or an error.`,
    element: `${type}.${field}`,
    file,
    range,
    deprecatedBefore: false,
  };
}
