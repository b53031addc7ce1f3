import { groupBy } from '../base/group-by.ts';
import type { Notice } from '../base/notice.ts';
import { remembered } from '../base/remembered.ts';
import type { ChangeSet, Snapshot } from '../change/change-set.ts';
import type { ChangedFile, SourceFile, SymbolChange } from '../code/code-change.ts';
import type { FileFacts, SymbolFact } from '../code/facts.ts';
import { importedPath, packageOf, withoutScriptSuffix } from '../code/module-name.ts';
import { sourceFile } from '../code/source-file.ts';
import { languageOf } from '../languages/languages.ts';
import type { Extractor } from './extraction/extractor.ts';

/** So many files are read at most, so many levels of supertypes and of modules that hand on what they import, and so many files beside are searched. */
const most = { files: 40, levels: 6, siblings: 300 };

/** A type that a file names and does not declare. */
interface Named {
  readonly name: string;
  readonly facts: FileFacts;
}

/** Unchanged files around changed types. */
export interface RelatedTypes {
  readonly files: readonly SourceFile[];
  readonly notices: readonly Notice[];
}

/** Some of the files that were looked for, and how many more there are. */
interface Some {
  readonly files: readonly SourceFile[];
  readonly left: number;
}

/** The unchanged files at head that declare what changed types inherit from where that matters, that hand on to others what only a package sees, or whose names a script lists now. */
export async function readRelatedTypes(
  { trees }: Pick<ChangeSet, 'trees'>,
  changedFiles: readonly ChangedFile[],
  symbols: readonly SymbolChange[],
  extractor: Extractor,
): Promise<RelatedTypes> {
  const heads = changedFiles.flatMap(({ head }) => (head?.facts ? [head.facts] : []));
  const wanted = [
    ...ofLosers(symbols, heads),
    ...changedSupertypes(symbols),
    ...changedThrows(symbols),
    ...permittedTypes(symbols),
    ...listedModules(changedFiles),
  ];
  const hidden = hiddenTypes(symbols);
  if (wanted.length === 0 && hidden.length === 0) return noRelatedTypes;
  const around = { paths: await trees.head.paths(), changed: new Set(heads.map(({ path }) => path)), trees };
  const above = await readAbove(wanted, around, extractor);
  const heirs = await readHeirs(hidden, around, extractor);
  const files = new Map([...above.files, ...heirs.files].map((file) => [file.path, file]));
  return { files: [...files.values()], notices: typesCut(above.left + heirs.left) };
}

export const noRelatedTypes: RelatedTypes = { files: [], notices: [] };

/** What declares the types, what these inherit from, and so on. */
async function readAbove(first: readonly Named[], { paths, changed, trees }: Around, extractor: Extractor): Promise<Some> {
  const known = new Set(changed);
  const files: SourceFile[] = [];
  let left = 0;
  for (let wanted = first, level = 0; wanted.length > 0; level++) {
    const next = [...new Set(wanted.flatMap((each) => declaringPaths(each, paths)))].filter((path) => !known.has(path));
    const room = level < most.levels ? most.files - files.length : 0;
    left += Math.max(0, next.length - room);
    const fresh: SourceFile[] = [];
    for (const snapshot of (await trees.head.read(next.slice(0, room))).values()) {
      const file = await declarationsIn(snapshot, extractor);
      if (file) fresh.push(file);
    }
    for (const path of next) known.add(path);
    files.push(...fresh);
    const names = wanted;
    wanted = fresh.flatMap(({ facts }) =>
      facts ? [...supertypesIn(facts, () => true), ...permittedIn(facts), ...handedOn(names, facts)] : [],
    );
  }
  return { files, left };
}

/** The supertypes of those types at head that lose a member. */
function ofLosers(symbols: readonly SymbolChange[], heads: readonly FileFacts[]): readonly Named[] {
  const owners = new Set(
    symbols.flatMap((each) => {
      if (each.kind === 'added' || (each.kind === 'paired' && each.base.symbol.qualifiedName === each.head.symbol.qualifiedName)) return [];
      const { file, symbol } = each.base;
      const owner = symbol.parent === undefined || symbol.parent === 0 ? undefined : file.facts?.symbols[symbol.parent];
      return owner && symbol.visibility !== 'private' ? [owner.qualifiedName] : [];
    }),
  );
  return owners.size === 0 ? [] : heads.flatMap((facts) => supertypesIn(facts, ({ qualifiedName }) => owners.has(qualifiedName)));
}

/** In Java, what a type inherits from at one side only: what it asks for and what it took along. */
function changedSupertypes(symbols: readonly SymbolChange[]): readonly Named[] {
  return symbols.flatMap((each) => {
    if (each.kind !== 'paired' || !each.declarationChanged || each.base.file.facts?.language !== 'java') return [];
    const [before, after] = [each.base, each.head].map(({ symbol }) => symbol.supertypes.map(({ type }) => type)) as [string[], string[]];
    if (before.join() === after.join() || each.base.symbol.visibility === 'private') return [];
    const isOnly = (type: string): boolean => before.includes(type) !== after.includes(type);
    return [each.base, each.head].flatMap(({ file: { facts }, symbol }) =>
      facts ? supertypesIn(facts, (type) => type === symbol && type.supertypes.some((other) => isOnly(other.type))) : [],
    );
  });
}

/** In Java, what a method throws at one side only, and beside it: which of them are checked, and which is another's kind, their declarations tell. */
function changedThrows(symbols: readonly SymbolChange[]): readonly Named[] {
  return symbols.flatMap((each) => {
    if (each.kind !== 'paired' || !each.declarationChanged || each.base.symbol.visibility === 'private') return [];
    const { base, head } = each;
    if (base.symbol.throws.join() === head.symbol.throws.join()) return [];
    return [base, head].flatMap(({ file: { facts }, symbol }) => (facts ? namedIn(symbol.throws, facts) : []));
  });
}

/** What the sealed type around a changed member permits: whether others may extend it depends on those. */
function permittedTypes(symbols: readonly SymbolChange[]): readonly Named[] {
  return symbols.flatMap((each) => {
    if (each.kind === 'paired' && !each.declarationChanged) return [];
    const { file, symbol } = each.kind === 'added' ? each.head : each.base;
    const { facts } = file;
    const owner = symbol.parent === undefined || symbol.parent === 0 ? symbol : facts?.symbols[symbol.parent];
    return facts && owner ? namedIn(owner.permits ?? [], facts) : [];
  });
}

/** Modules of which a script named all that they export and lists some now: whether the list is whole, their exports tell. */
function listedModules(files: readonly ChangedFile[]): readonly Named[] {
  return files.flatMap(({ base, head }) => {
    const [before, after] = [base?.facts, head?.facts];
    if (!before || !after) return [];
    const starred = (facts: FileFacts): readonly string[] =>
      facts.exports.flatMap(({ exported, source }) => (exported === '*' && source ? [source] : []));
    const kept = new Set(starred(after));
    const isListed = starred(before).some((each) => !kept.has(each) && after.exports.some(({ source }) => source === each));
    return isListed ? [{ name: '*', facts: before }] : [];
  });
}

/** Java types that only their package sees, and whose supertypes, or whose members that others would see, differ. */
function hiddenTypes(symbols: readonly SymbolChange[]): readonly Named[] {
  const types = symbols.flatMap((each) => {
    const { file, symbol } = each.kind === 'added' ? each.head : each.base;
    const { facts } = file;
    if (facts?.language === 'java' && isHiddenWithOthers(each)) return [{ name: symbol.name, facts }];
    const owner = symbol.parent === undefined ? undefined : facts?.symbols[symbol.parent];
    const isSeen = symbol.visibility === 'public' || symbol.visibility === 'protected';
    const isHidden = owner?.visibility === 'package' && (owner.kind === 'class' || owner.kind === 'interface');
    if (facts?.language !== 'java' || file.role !== 'production' || !isSeen || !isHidden) return [];
    return each.kind === 'paired' && !each.declarationChanged ? [] : [{ name: owner.name, facts }];
  });
  return [...new Map(types.map((each) => [`${each.facts.path} ${each.name}`, each])).values()];
}

/** Whether a type that only its package sees extends something else now. */
function isHiddenWithOthers(each: SymbolChange): boolean {
  if (each.kind !== 'paired' || !each.declarationChanged) return false;
  const [before, after] = [each.base, each.head].map(({ symbol }) => symbol.supertypes.map(({ type }) => type).join());
  const { file, symbol } = each.base;
  return file.role === 'production' && symbol.visibility === 'package' && before !== after;
}

interface Around extends Pick<ChangeSet, 'trees'> {
  readonly paths: readonly string[];
  readonly changed: ReadonlySet<string>;
}

/** The unchanged files of the same folder in which a type extends one of those. */
async function readHeirs(hidden: readonly Named[], { paths, changed, trees }: Around, extractor: Extractor): Promise<Some> {
  if (hidden.length === 0) return { files: [], left: 0 };
  const named = groupBy(hidden, ({ facts }) => folderOf(facts.path));
  const beside = paths.filter((path) => path.endsWith('.java') && !changed.has(path) && named.has(folderOf(path)));
  const read = [...(await trees.head.read(beside.slice(0, most.siblings))).values()];
  const heirs = read.filter(({ path, text = '' }) => extendsOne(text, named.get(folderOf(path))?.map(({ name }) => name) ?? []));
  const files: SourceFile[] = [];
  for (const snapshot of heirs.slice(0, most.files)) {
    const file = await declarationsIn(snapshot, extractor);
    if (file) files.push(file);
  }
  return { files, left: Math.max(0, beside.length - most.siblings) + Math.max(0, heirs.length - most.files) };
}

function typesCut(count: number): readonly Notice[] {
  if (count === 0) return [];
  const files = count === 1 ? 'One file beside the change was' : `${count} files beside the change were`;
  return [
    {
      id: 'related-types-cut',
      message: `${files} not read that may declare what changed types inherit, or inherit from them: a member that is said to be gone may still be inherited.`,
      remedy: 'Review smaller changes to have all of them looked at.',
      incomplete: false,
    },
  ];
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Asked of the text, before it is parsed. */
function extendsOne(text: string, names: readonly string[]): boolean {
  return names.some((name) => new RegExp(`\\b(?:extends|implements)\\s[^{;]{0,300}\\b${name}\\b`).test(text));
}

function supertypesIn(facts: FileFacts, isWanted: (type: SymbolFact) => boolean): readonly Named[] {
  return namedIn(
    facts.symbols.filter(isWanted).flatMap(({ supertypes }) => supertypes.map(({ type }) => type)),
    facts,
  );
}

/** The types of these texts that the file does not declare. */
function namedIn(types: readonly string[], facts: FileFacts): readonly Named[] {
  if (types.length === 0) return [];
  const declared = new Set(facts.symbols.map(({ name }) => name));
  const names = types.map((type) => /^[\w$.]+/.exec(type)?.[0] ?? '');
  const unknown = names.map((name) => name.slice(name.lastIndexOf('.') + 1)).filter((name) => name !== '' && !declared.has(name));
  return [...new Set(unknown)].map((name) => ({ name, facts }));
}

function permittedIn(facts: FileFacts): readonly Named[] {
  return namedIn(
    facts.symbols.flatMap(({ permits = [] }) => permits),
    facts,
  );
}

/** A module that only hands on what was looked for there. */
function handedOn(wanted: readonly Named[], facts: FileFacts): readonly Named[] {
  const names = new Set(wanted.map(({ name }) => name));
  const isHandedOn = facts.exports.some(({ exported, source }) => source !== undefined && (exported === '*' || names.has(exported)));
  return isHandedOn ? [...names].map((name) => ({ name, facts })) : [];
}

/** Where a type may be declared that a file names: by its imports and exports, or in the same package. */
function declaringPaths({ name, facts }: Named, paths: readonly string[]): readonly string[] {
  if (facts.language === 'java') {
    const imported = facts.imports.filter((each) => each.local === name || each.name === '*').map(({ source }) => source);
    const suffixes = [packageOf(facts), ...imported].map((each) => `/${each === '' ? '' : `${each.replaceAll('.', '/')}/`}${name}.java`);
    return (pathsByName(paths).get(`${name}.java`) ?? []).filter((path) => suffixes.some((suffix) => `/${path}`.endsWith(suffix)));
  }
  const sources = [
    ...facts.imports.filter(({ local }) => local === name).map(({ source }) => source),
    ...facts.exports.filter(({ exported }) => exported === name || exported === '*').map(({ source }) => source),
  ];
  const modules = new Set(sources.flatMap((source) => (source === undefined ? [] : (importedPath(facts.path, source) ?? []))));
  return modules.size === 0 ? [] : [...modules].flatMap((module) => pathsByModule(paths).get(module) ?? []).sort();
}

const pathsByName = remembered((paths: readonly string[]) => groupBy(paths, (path) => path.slice(path.lastIndexOf('/') + 1)));
const pathsByModule = remembered((paths: readonly string[]) => groupBy(paths.filter(languageOf), withoutScriptSuffix));

/** In an editor the same files are asked for at every save. */
const declarationsIn = remembered(async ({ path, text }: Snapshot, extractor: Extractor) => {
  const facts = text === undefined ? undefined : await extractor.readText(path, text, []);
  return facts && text !== undefined ? unchanged(path, text, facts) : undefined;
});

function unchanged(path: string, text: string, facts: FileFacts): SourceFile | undefined {
  const snapshot = { path, text, blob: '', mode: 'file', size: text.length, encoding: 'utf-8', byteOrderMark: false } as const;
  return sourceFile({ kind: 'modified', path, base: snapshot, head: snapshot, hunks: [] }, 'head', {
    role: 'production',
    facts,
    secrets: [],
  });
}
