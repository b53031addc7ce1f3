import { posix } from 'node:path';
import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile, SymbolAt } from '../../code/code-change.ts';
import type { Call, Expression } from '../../code/expression.ts';
import type { FileFacts, SymbolFact } from '../../code/facts.ts';
import { moduleKey, resolvedKey } from '../../code/module-name.ts';
import { typeOf } from '../../code/flow/type.ts';
import { codeOf, dottedName, visitsOf } from '../../code/walk.ts';

/** A symbol that others may use, as they have to write it. */
export interface Used {
  readonly language: 'java' | 'script';
  readonly path: string;
  readonly name: string;
  readonly qualifiedName: string;
  /** The package in Java, the file's key otherwise. */
  readonly module: string;
  /** What files of other packages import it from, by a name. */
  readonly packageName?: string;
  /** The type that it is a member of. */
  readonly owner?: Pick<SymbolFact, 'name' | 'qualifiedName'>;
  /** Modules that hand it on under its name, by their keys. */
  readonly handedOnBy?: ReadonlySet<string>;
  /** Where it is still there and takes so many arguments: only calls with another number are broken. */
  readonly takes?: { readonly least: number; readonly most: number };
  /** Those of the same package still see it. */
  readonly isSeenBeside?: boolean;
  /** It is still there and takes as many: no single use is known to be broken. */
  readonly isKept?: boolean;
}

/** How a symbol is used from other files. */
export function usedAs({ file, symbol }: SymbolAt, packageName?: string): Used | undefined {
  const facts = file.facts;
  const parent = symbol.parent === undefined ? undefined : facts?.symbols[symbol.parent];
  if (!facts || !parent) return undefined;
  const language = facts.language === 'java' ? 'java' : 'script';
  const { qualifiedName } = symbol;
  const name = symbol.kind === 'constructor' ? parent.name : symbol.name;
  const module = language === 'java' ? (facts.symbols[0]?.qualifiedName ?? '') : moduleKey(file.path);
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
  { language, module, packageName, name, owner }: Used,
): boolean {
  if (language === 'java') return text.includes(module);
  if (packageName !== undefined && text.includes(packageName)) return true;
  // What lies below a folder may import its index as `..`, and what is handed on has another name.
  return path.startsWith(`${module}/`) || text.includes(posix.basename(module)) || takesByName(text, owner?.name ?? name);
}

/** `import { total } from '../lib'`: what is handed on may come from a module of any name. */
function takesByName(text: string, name: string): boolean {
  return new RegExp(`\\b${name.replace(/[^\w]/g, '\\$&')}\\b[^;'"\`]{0,400}\\bfrom\\s{0,10}["']\\.`).test(text);
}

/** Where a file uses a symbol of another one: only where its imports and the types in it leave no doubt. */
export function usesIn(file: SourceFile, used: Used): readonly TextRange[] {
  const { facts } = file;
  if (!facts || file.path === used.path || (facts.language === 'java') !== (used.language === 'java')) return [];
  if (used.isSeenBeside && facts.symbols[0]?.qualifiedName === used.module) return [];
  if (used.owner) return memberUses(file, facts, used, used.owner);
  if (used.takes) return calledWrongly(file, facts, used);
  const imported = [...importsOf(facts, file.path, used, used.name), ...namespaceUses(file, facts, used)];
  return imported.length > 0 || used.language === 'script' || !isNear(facts, used) ? imported : typeUses(facts, used.name);
}

function memberUses(file: SourceFile, facts: FileFacts, used: Used, owner: NonNullable<Used['owner']>): readonly TextRange[] {
  const statics = staticUses(facts, used, owner);
  if (importsOf(facts, file.path, used, owner.name).length === 0 && !isNear(facts, used)) return statics;
  const inherited = inheritedUses(facts, used, owner);
  const named = facts.symbols.flatMap((symbol) => {
    const code = codeOf(symbol);
    const scope = { file, symbol, code };
    const isOwner = (type: string | undefined): boolean => type === owner.qualifiedName || type?.split('.').at(-1) === owner.name;
    const calls = visitsOf(code, 'call').filter(
      ({ node }) => node.name === used.name && node.receiver && isOwner(typeOf(node.receiver, scope)) && isBroken(node, used),
    );
    const made = visitsOf(code, 'new').filter(({ node }) => used.name === owner.name && isOwner(node.type) && isBroken(node, used));
    if (used.takes) return [...calls.map(({ node }) => node.nameRange), ...made.map(({ node }) => node.range)];
    const reads = visitsOf(code, 'member').filter(({ node }) => node.name === used.name && isOwner(typeOf(node.object, scope)));
    return [...calls.map(({ node }) => node.nameRange), ...reads.map(({ node }) => node.range), ...made.map(({ node }) => node.range)];
  });
  return [...named, ...inherited, ...statics];
}

/** What heirs of a Java type call without a receiver or on `super`, and what they override. */
function inheritedUses(facts: FileFacts, used: Used, owner: NonNullable<Used['owner']>): readonly TextRange[] {
  if (used.language !== 'java') return [];
  return facts.symbols.flatMap((type, index) => {
    if (!isHeir(type, owner)) return [];
    return facts.symbols.flatMap((member) => {
      if (member.parent !== index) return [];
      const overridden = member.name === used.name && !used.takes && member.annotations.some(({ name }) => name === 'Override');
      const calls = visitsOf(codeOf(member), 'call').filter(
        ({ node }) => node.name === used.name && isOnItself(node) && isBroken(node, used) && !isDeclaredIn(facts, index, used.name),
      );
      return [...(overridden ? [member.nameRange] : []), ...calls.map(({ node }) => node.nameRange)];
    });
  });
}

/** Whether a type says that it extends or implements another one. */
export function isHeir({ supertypes }: SymbolFact, owner: Pick<SymbolFact, 'name' | 'qualifiedName'>): boolean {
  return supertypes.some(({ type }) => {
    const plain = type.split('<', 1)[0];
    return plain === owner.name || plain === owner.qualifiedName;
  });
}

function isOnItself({ receiver }: Call): boolean {
  return !receiver || (receiver.kind === 'name' && (receiver.name === 'super' || receiver.name === 'this'));
}

function isDeclaredIn(facts: FileFacts, owner: number, name: string): boolean {
  return facts.symbols.some((symbol) => symbol.parent === owner && symbol.name === name);
}

/** Java's static members, imported by name or with all others, or named in full. */
function staticUses(facts: FileFacts, used: Used, owner: NonNullable<Used['owner']>): readonly TextRange[] {
  if (used.language !== 'java') return [];
  const imports = facts.imports.filter(({ source, name }) => source === owner.qualifiedName && (name === used.name || name === '*'));
  const isImported = imports.length > 0 && !facts.symbols.some(({ name }) => name === used.name);
  return facts.symbols.flatMap((symbol) => {
    const calls = visitsOf(codeOf(symbol), 'call').filter(({ node }) => node.name === used.name && isBroken(node, used));
    const meant = calls.filter(({ node }) => (node.receiver ? dottedName(node.receiver) === owner.qualifiedName : isImported));
    return meant.map(({ node }) => node.nameRange);
  });
}

/** `orders.total()` after `import * as orders` or `const orders = require(…)`. */
function namespaceUses(file: SourceFile, facts: FileFacts, used: Used): readonly TextRange[] {
  if (used.language !== 'script') return [];
  const locals = new Set(
    facts.imports.flatMap(({ source, name, local }) =>
      (name === '*' || name === 'default') && local !== '' && isFrom(source, file.path, used) ? [local] : [],
    ),
  );
  if (locals.size === 0) return [];
  return facts.symbols.flatMap((symbol) => {
    const code = codeOf(symbol);
    const isNamespace = (value: Expression | undefined): boolean => value?.kind === 'name' && locals.has(value.name);
    const calls = visitsOf(code, 'call').filter(
      ({ node }) => node.name === used.name && isNamespace(node.receiver) && isBroken(node, used),
    );
    if (used.takes) return calls.map(({ node }) => node.nameRange);
    const reads = visitsOf(code, 'member').filter(({ node }) => node.name === used.name && isNamespace(node.object));
    return [...calls.map(({ node }) => node.nameRange), ...reads.map(({ node }) => node.range)];
  });
}

/** Calls of an imported function with a number of arguments that it no longer takes. */
function calledWrongly(file: SourceFile, facts: FileFacts, used: Used): readonly TextRange[] {
  if (used.language === 'java') return madeWrongly(file, facts, used);
  const locals = new Set(
    facts.imports.flatMap(({ name, local, source }) => (name === used.name && isFrom(source, file.path, used) ? [local] : [])),
  );
  const calls = facts.symbols.flatMap((symbol) => visitsOf(codeOf(symbol), 'call'));
  const wrong = calls.filter(({ node }) => !node.receiver && locals.has(node.name) && isBroken(node, used));
  return [...wrong.map(({ node }) => node.nameRange), ...namespaceUses(file, facts, used)];
}

/** Records that are made with a number of components that they no longer have. */
function madeWrongly(file: SourceFile, facts: FileFacts, used: Used): readonly TextRange[] {
  if (importsOf(facts, file.path, used, used.name).length === 0 && !isNear(facts, used)) return [];
  const made = facts.symbols.flatMap((symbol) => visitsOf(codeOf(symbol), 'new'));
  return made.filter(({ node }) => node.type === used.name && isBroken(node, used)).map(({ node }) => node.range);
}

function isBroken({ arguments: given }: Pick<Call, 'arguments'>, { takes }: Used): boolean {
  if (!takes || given.some(({ kind }) => kind === 'spread')) return !takes;
  return given.length < takes.least || given.length > takes.most;
}

/** Where a name of the module is imported or handed on. */
function importsOf(facts: FileFacts, path: string, used: Used, name: string): readonly TextRange[] {
  return [...facts.imports, ...facts.exports]
    .filter((each) => each.name === name && isFrom(each.source, path, used))
    .map(({ range }) => range);
}

function isFrom(source: string | undefined, path: string, used: Used): boolean {
  if (source === undefined) return false;
  if (used.language === 'java') return source === used.module;
  const imported = resolvedKey(path, source);
  return imported === used.module || (imported !== undefined && used.handedOnBy?.has(imported) === true) || isOfPackage(source, used);
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
