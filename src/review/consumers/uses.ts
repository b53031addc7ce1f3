import { posix } from 'node:path';
import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile, SymbolAt } from '../../code/code-change.ts';
import type { Call } from '../../code/expression.ts';
import type { FileFacts, SymbolFact } from '../../code/facts.ts';
import { importedPath, withoutScriptSuffix } from '../../code/module-name.ts';
import { typeOf } from '../../code/flow/type.ts';
import { codeOf, visitsOf } from '../../code/walk.ts';

/** A symbol that others may use, as they have to write it. */
export interface Used {
  readonly language: 'java' | 'script';
  readonly path: string;
  readonly name: string;
  readonly qualifiedName: string;
  /** The package in Java, the file's path without suffix otherwise. */
  readonly module: string;
  /** What files of other packages import it from, by a name. */
  readonly packageName?: string;
  /** The type that it is a member of. */
  readonly owner?: Pick<SymbolFact, 'name' | 'qualifiedName'>;
  /** Where it is still there and takes so many arguments: only calls with another number are broken. */
  readonly takes?: { readonly least: number; readonly most: number };
}

/** How a symbol is used from other files. */
export function usedAs({ file, symbol }: SymbolAt, packageName?: string): Used | undefined {
  const facts = file.facts;
  const parent = symbol.parent === undefined ? undefined : facts?.symbols[symbol.parent];
  if (!facts || !parent) return undefined;
  const language = facts.language === 'java' ? 'java' : 'script';
  const { name, qualifiedName } = symbol;
  const module = language === 'java' ? (facts.symbols[0]?.qualifiedName ?? '') : withoutScriptSuffix(file.path);
  return {
    language,
    path: file.path,
    name,
    qualifiedName,
    module,
    ...(packageName !== undefined && { packageName }),
    ...(parent.kind !== 'module' && { owner: parent }),
  };
}

/** The words that a file must hold to use it. */
export function wordsOf({ name, owner }: Used): readonly string[] {
  return owner && owner.name !== name ? [owner.name, name] : [name];
}

/** Whether a file's text leaves open that it is of the same package or imports the module: most files with the words are not worth parsing. */
export function mayImport(
  { path, text = '' }: { readonly path: string; readonly text?: string | undefined },
  { language, module }: Used,
): boolean {
  if (language === 'java') return text.includes(module);
  // What lies below a folder may import its index as `..`.
  return path.startsWith(`${module}/`) || text.includes(posix.basename(module));
}

/** Where a file uses a symbol of another one: only where its imports and the types in it leave no doubt. */
export function usesIn(file: SourceFile, used: Used): readonly TextRange[] {
  const { facts } = file;
  if (!facts || file.path === used.path || (facts.language === 'java') !== (used.language === 'java')) return [];
  if (used.owner) return memberUses(file, facts, used, used.owner);
  if (used.takes) return calledWrongly(file, facts, used);
  const imported = importsOf(facts, file.path, used, used.name);
  return imported.length > 0 || used.language === 'script' || !isNear(facts, used) ? imported : typeUses(facts, used.name);
}

function memberUses(file: SourceFile, facts: FileFacts, used: Used, owner: NonNullable<Used['owner']>): readonly TextRange[] {
  if (importsOf(facts, file.path, used, owner.name).length === 0 && !isNear(facts, used)) return [];
  return facts.symbols.flatMap((symbol) => {
    const code = codeOf(symbol);
    const scope = { file, symbol, code };
    const isOwner = (type: string | undefined): boolean => type === owner.qualifiedName || type?.split('.').at(-1) === owner.name;
    const calls = visitsOf(code, 'call').filter(
      ({ node }) => node.name === used.name && node.receiver && isOwner(typeOf(node.receiver, scope)) && isBroken(node, used),
    );
    if (used.takes) return calls.map(({ node }) => node.nameRange);
    const reads = visitsOf(code, 'member').filter(({ node }) => node.name === used.name && isOwner(typeOf(node.object, scope)));
    const made = visitsOf(code, 'new').filter(({ node }) => used.name === owner.name && isOwner(node.type));
    return [...calls.map(({ node }) => node.nameRange), ...reads.map(({ node }) => node.range), ...made.map(({ node }) => node.range)];
  });
}

/** Calls of an imported function with a number of arguments that it no longer takes. */
function calledWrongly(file: SourceFile, facts: FileFacts, used: Used): readonly TextRange[] {
  if (importsOf(facts, file.path, used, used.name).length === 0) return [];
  const calls = facts.symbols.flatMap((symbol) => visitsOf(codeOf(symbol), 'call'));
  return calls.filter(({ node }) => !node.receiver && node.name === used.name && isBroken(node, used)).map(({ node }) => node.nameRange);
}

function isBroken({ arguments: given }: Call, { takes }: Used): boolean {
  if (!takes || given.some(({ kind }) => kind === 'spread')) return !takes;
  return given.length < takes.least || given.length > takes.most;
}

/** Where a name of the module is imported or handed on. */
function importsOf(facts: FileFacts, path: string, used: Used, name: string): readonly TextRange[] {
  const isFrom = (source: string | undefined): boolean =>
    source !== undefined &&
    (used.language === 'java' ? source === used.module : importedPath(path, source) === used.module || isOfPackage(source, used));
  return [...facts.imports, ...facts.exports].filter((each) => each.name === name && isFrom(each.source)).map(({ range }) => range);
}

/** `acme-orders`, `acme-orders/rates`. */
function isOfPackage(source: string, { packageName }: Used): boolean {
  return packageName !== undefined && (source === packageName || source.startsWith(`${packageName}/`));
}

/** In Java, the same package and what imports all of a package need not name a type to use it; what is imported by name goes before. */
function isNear(facts: FileFacts, { language, module, name, owner }: Used): boolean {
  const type = owner?.name ?? name;
  return (
    language === 'java' &&
    !facts.imports.some(({ local, source }) => local === type && source !== module) &&
    (facts.symbols[0]?.qualifiedName === module || facts.imports.some(({ source, name }) => source === module && name === '*'))
  );
}

function typeUses(facts: FileFacts, name: string): readonly TextRange[] {
  const word = new RegExp(`\\b${name.replace(/[^\w]/g, '\\$&')}\\b`);
  return facts.symbols.flatMap((symbol) => {
    const types = [symbol.type, ...(symbol.parameters ?? []).map(({ type }) => type), ...symbol.supertypes.map(({ type }) => type)];
    const written = types.some((type) => type !== undefined && word.test(type)) ? [symbol.nameRange] : [];
    const code = codeOf(symbol);
    const made = visitsOf(code, 'new').filter(({ node }) => node.type === name);
    const named = visitsOf(code, 'name').filter(({ node }) => node.name === name);
    return [...written, ...made.map(({ node }) => node.range), ...named.map(({ node }) => node.range)];
  });
}
