import { GraphQLError, parse, type DefinitionNode } from 'graphql';
import type { Notice } from '../../base/notice.ts';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractComparison } from '../contract-kind.ts';
import { isRemote, remoteReference } from '../document/remote-reference.ts';
import { compareSchemas } from './compare.ts';
import { contractsOf, type ReadFile } from './grouping.ts';
import { schemaOf } from './read.ts';

/** Characters and tokens of one file; a schema of 10,000 types has some 2,000,000 and 500,000. */
const longest = 5_000_000;
const maxTokens = 2_000_000;

/** Compares all changed schema files. Files that define different types are one schema. */
export function compareGraphql(changed: readonly ChangedFile[]): Promise<ContractComparison> {
  const notices: Notice[] = [];
  const hidden: string[] = [];
  const files = changed.flatMap((file): ReadFile[] => {
    const [base, head] = [file.base, file.head].map((source) => source && read(source, notices, hidden));
    const isWhole = (file.base === undefined) === (base === undefined) && (file.head === undefined) === (head === undefined);
    return isWhole ? [{ path: file.path, ...(base && { base }), ...(head && { head }) }] : [];
  });
  notices.push(...changed.flatMap(({ head }) => (head ? remoteImports(head) : [])));
  const mayHold = (name: string) => hidden.some((text) => text.includes(name));
  const changes = contractsOf(files).flatMap((contract) => {
    const gone = new Set(contract.filter(({ head }) => !head).map(({ path }) => path));
    return compareSchemas(
      schemaOf(contract.flatMap(({ base }) => base ?? [])),
      schemaOf(contract.flatMap(({ head }) => head ?? [])),
      gone,
      mayHold,
    );
  });
  return Promise.resolve({ changes, notices });
}

function read(
  file: SourceFile,
  notices: Notice[],
  hidden: string[],
): { readonly file: SourceFile; readonly nodes: readonly DefinitionNode[] } | undefined {
  if (file.text.trim() === '') return { file, nodes: [] };
  try {
    if (file.text.length > longest) throw new RangeError(`it has more than ${longest} characters`);
    return { file, nodes: parse(file.text, { maxTokens, allowLegacyFragmentVariables: true }).definitions };
  } catch (error) {
    notices.push(notRead(file, reasonOf(error)));
    if (file.side === 'head') hidden.push(file.text);
    return undefined;
  }
}

/** `# import Thing from "https://…"`, as tools that bundle schemas read it. */
function remoteImports({ path, text }: SourceFile): readonly Notice[] {
  const imports = text.matchAll(/^#[ \t]*import[ \t][^"'\n]{0,500}["']([^"'\n]{1,500})["']/gm);
  return [...imports].flatMap(({ 1: location = '' }) => (isRemote(location) ? [remoteReference(path, location)] : []));
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return error.message.startsWith('it ') ? error.message : 'it is nested too deeply';
  const [place] = error instanceof GraphQLError ? (error.locations ?? []) : [];
  return `${place ? `line ${place.line}: ` : ''}${error instanceof Error ? error.message : String(error)}`;
}

function notRead({ path, side }: SourceFile, reason: string): Notice {
  return {
    id: 'contract-not-read',
    message: `\`${path}\` at ${side} could not be read as GraphQL, so it was not compared: ${reason.replace(/\.$/, '')}.`,
    remedy: 'Correct the file, then check again.',
    path,
    incomplete: true,
  };
}
