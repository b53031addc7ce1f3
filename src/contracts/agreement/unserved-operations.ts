import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { shownRange, type DocumentNode } from '../../code/document-node.ts';
import { surfaceOf } from '../../code/surface/surface-of.ts';
import { readContractDocument } from '../document/read-contract-document.ts';
import { isOpenApi } from '../openapi/recognise.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { aside, codeSuffixes, filesHolding } from './files-holding.ts';
import { isServedBy, operationsOf, wordOf, type DescribedOperation } from './described-operations.ts';

/** An operation that a document has anew, and those beside it that it had before. */
interface NewOperation {
  readonly operation: DescribedOperation;
  readonly beside: readonly DescribedOperation[];
}

/** Operations that an OpenAPI document has anew and no code serves, although code of the same tree serves those beside them. */
export async function unservedOperations(
  files: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const added = files.flatMap(newOperations);
  if (added.length === 0) return [];
  const words = added
    .flatMap(({ operation, beside }) => [operation, ...beside])
    .flatMap(({ templates: [path = ''] }) => wordOf(path) ?? []);
  const paths = await filesHolding(words, codeSuffixes, surroundings);
  if (paths.length === 0) return [];
  const code = await surroundings.code('head', paths);
  const routes = code.flatMap(surfaceOf).flatMap(({ kind, identity }) => (kind === 'route' ? [identity] : []));
  const isServed = (operation: DescribedOperation): boolean => routes.some((route) => isServedBy(operation, route));
  return added
    .filter(({ operation, beside }) => !isServed(operation) && beside.every(isServed) && !isNamed(operation, beside, code))
    .map(({ operation, beside }) => unserved(operation, beside));
}

function newOperations({ path, base, head }: ChangedFile): readonly NewOperation[] {
  if (!base || !head || aside.test(path) || !isOpenApi(path, base.text) || !isOpenApi(path, head.text)) return [];
  const [old, now] = [rootOf(base), rootOf(head)].map((root) => (root ? operationsOf(root) : []));
  if (!old || !now || old.length === 0) return [];
  const known = new Set(old.flatMap(keysOf));
  const kept = now.filter((operation) => keysOf(operation).some((key) => known.has(key)));
  return now
    .filter((operation) => !keysOf(operation).some((key) => known.has(key)))
    .map((operation) => ({ operation, beside: nearest(operation, kept) }))
    .filter(({ beside }) => beside.length > 0);
}

function rootOf(file: SourceFile): DocumentNode | undefined {
  const document = readContractDocument(file);
  return document.error ? undefined : document.roots[0];
}

function keysOf({ method, templates }: DescribedOperation): readonly string[] {
  return templates.map((template) => `${method} ${template}`);
}

/** Those whose paths begin most like that of an operation, by at least one fixed part. */
function nearest(operation: DescribedOperation, others: readonly DescribedOperation[]): readonly DescribedOperation[] {
  const shared = others.map((other) => ({ other, length: sharedParts(operation, other) }));
  const most = Math.max(0, ...shared.map(({ length }) => length));
  return most === 0 ? [] : shared.filter(({ length }) => length === most).map(({ other }) => other);
}

function sharedParts({ templates: [one = ''] }: DescribedOperation, { templates: [other = ''] }: DescribedOperation): number {
  const [left, right] = [one.split('/').slice(1), other.split('/').slice(1)];
  const differs = left.findIndex((part, at) => part !== right[at]);
  return left.slice(0, differs === -1 ? left.length : differs).filter((part) => /\w/.test(part) && !/^v\d+$|^api$/.test(part)).length;
}

/** Whether code has what tells the path from those beside it, put together in some other way. */
function isNamed({ name }: DescribedOperation, beside: readonly DescribedOperation[], code: readonly SourceFile[]): boolean {
  const known = new Set(beside.flatMap((other) => other.name.split(/[/ ]/)));
  const own = name.split(/[/ ]/).filter((part) => /^[\w-]+$/.test(part) && !known.has(part) && !/^[A-Z]+$/.test(part));
  return own.some((part) => code.some(({ text }) => ['/', '"', "'", '`'].some((before) => text.includes(before + part))));
}

function unserved({ name, node }: DescribedOperation, beside: readonly DescribedOperation[]): ContractChange {
  const [other] = beside;
  return {
    contract: 'agreement',
    change: 'described-operation-unserved',
    impact: 'risky',
    message: `\`${name}\` is new in the document, but no code serves it as code serves \`${other?.name ?? ''}\`: callers who hold to the document get an error.`,
    element: name,
    file: node.file,
    range: shownRange(node),
    deprecatedBefore: false,
  };
}
