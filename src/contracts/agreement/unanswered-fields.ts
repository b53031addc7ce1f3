import { extname } from 'node:path/posix';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import type { ContractSurroundings } from '../contract-kind.ts';

/** A field of `Query`, `Mutation` or `Subscription`. */
interface RootField {
  readonly type: string;
  readonly field: string;
  readonly file: SourceFile;
  readonly range: { readonly start: number; readonly end: number };
}

/** Where more files have the names, what answers a field may be missed, so that nothing is said. */
const mostFiles = 80;
const aside = /(?:^|\/)(?:tests?|fixtures|examples?|samples?)\//;

/** New fields of a schema that no method answers, although methods with annotations answer all its others. */
export async function unansweredFields(
  files: readonly ChangedFile[],
  { grep, read }: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const schemas = files.filter(({ path, base, head }) => base && head && /^\.(?:graphqls?|gql)$/.test(extname(path)) && !aside.test(path));
  const grown = schemas.flatMap(({ base, head }) => newFields(base, head));
  if (grown.length === 0) return [];
  const names = grown.flatMap(({ added, before }) => [...added, ...before].map(({ field }) => field));
  const held = await grep('head', [...new Set(names)], ['.java', '.kt']);
  const paths = [...held.keys()].filter((path) => !aside.test(path));
  if (paths.length > mostFiles) return [];
  const texts = [...(await read('head', paths)).values()];
  const isAnswered = ({ field }: RootField): boolean => texts.some((text) => answers(text, field));
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
function isNamed({ field }: RootField, texts: readonly string[]): boolean {
  return texts.some((text) => text.includes(`"${field}"`));
}

function newFields(
  base: SourceFile | undefined,
  head: SourceFile | undefined,
): readonly { readonly added: readonly RootField[]; readonly before: readonly RootField[] }[] {
  if (!base || !head) return [];
  const old = rootFields(base);
  const keys = new Set(old.map(({ type, field }) => `${type}.${field}`));
  return ['Query', 'Mutation', 'Subscription'].flatMap((type) => {
    const added = rootFields(head).filter((each) => each.type === type && !keys.has(`${type}.${each.field}`));
    const before = old.filter((each) => each.type === type);
    return added.length > 0 ? [{ added, before }] : [];
  });
}

const longest = 1_000_000;

/** The fields of the root types as the text has them, comments and descriptions aside. */
function rootFields(file: SourceFile): readonly RootField[] {
  if (file.text.length > longest) return [];
  const text = file.text.replaceAll(/"""[\s\S]*?"""|"[^"\n]*"|#[^\n]*/g, (aside) => aside.replaceAll(/[^\n]/g, ' '));
  return [...text.matchAll(/\btype\s+(Query|Mutation|Subscription)\b[^{}]{0,300}\{/g)].flatMap((block) => {
    const start = block.index + block[0].length;
    const end = text.indexOf('}', start);
    const inside = text.slice(start, end === -1 ? undefined : end).replaceAll(/\([^()]*\)/g, (args) => ' '.repeat(args.length));
    return [...inside.matchAll(/(\w+)[ \t\n]*:/g)].map(({ 1: field = '', index }) => ({
      type: block[1] ?? '',
      field,
      file,
      range: { start: start + index, end: start + index + field.length },
    }));
  });
}

function unanswered({ type, field, file, range }: RootField): ContractChange {
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
