import { overlaps } from '../../../base/text-range.ts';
import type { Side } from '../../../change/change-set.ts';
import type { CodeChange, SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import type { Exposure } from '../../../code/language.ts';
import type { Json } from '../../../base/json.ts';
import { exportsOfName, membersOf } from '../../../code/indexed-facts.ts';
import { isOwnMember, isOwnName } from '../../../code/own-by-name.ts';
import { enclosing } from '../../code-in-file.ts';
import { elementName } from '../java/element-name.ts';
import { isReachable as isReachableInJava } from '../java/java-sides.ts';
import { namesThroughSignatures } from './reached-types.ts';

export type ContractKind = 'java' | 'typescript';

/** How consumers reach a symbol. */
export interface Contract {
  readonly kind: ContractKind;
  /** The names they use for it, or for what it is in; the qualified name where they use the file itself. */
  readonly names: readonly string[];
  /** Consumers cannot name it, or the type that it is in: they meet it in what is exported. */
  readonly isHidden?: boolean;
}

/** The contract a symbol is part of; undefined where it is nobody's but the package's own. */
export function contractOf(at: SymbolAt, change: CodeChange): Contract | undefined {
  const { file, symbol } = at;
  const facts = file.facts;
  if (!facts || file.role !== 'production' || symbol.kind === 'module' || symbol.kind === 'initializer') return undefined;
  if (facts.errors.some((error) => overlaps(error, symbol.range))) return undefined;
  const around = enclosing(symbol, facts);
  if ([symbol, ...around].some((each) => change.internalReason({ file, symbol: each }) !== undefined)) return undefined;
  const kind = facts.language === 'java' ? 'java' : 'typescript';
  if (kind === 'typescript' && hasOwnName(symbol, around)) return undefined;
  const names = namesOf(at, change);
  const hidden = names ? undefined : namesOfHidden(at, change);
  return names ? { kind, names } : hidden && { kind, names: hidden, isHidden: true };
}

/** By convention a member with such a name is the package's own, with all that is in it. */
function hasOwnName(symbol: SymbolFact, around: readonly SymbolFact[]): boolean {
  const members = [symbol, ...around].slice(0, -1);
  return members.some(({ name }) => isOwnMember(name));
}

/** Why what can be imported, or a member of it, is still the package's own; undefined where no name says so. */
export function ownByName(at: SymbolAt, change: CodeChange): string | undefined {
  const { file, symbol } = at;
  if (!file.facts || file.facts.language === 'java') return undefined;
  const all = [symbol, ...enclosing(symbol, file.facts)];
  const told = all.find((each, index) =>
    index < all.length - 1 ? hasOwnName(each, all.slice(index + 1)) : isOwnExport(each, file, change),
  );
  return told && `\`${told.name}\` says by its name that it is the package’s own`;
}

function isOwnExport({ name }: SymbolFact, file: SourceFile, change: CodeChange): boolean {
  const names = publicNamesOf(name, file, change);
  return names !== undefined && names.length > 0 && names.every(isOwnPublicName);
}

/** `core._parse` as well as `_parse`. */
export function isOwnPublicName(name: string): boolean {
  return name.split('.').some(isOwnName);
}

/** The names by which others import a symbol at the top of a file. */
function publicNamesOf(name: string, file: SourceFile, change: CodeChange): readonly string[] | undefined {
  const { scope, names } = change.exposure(file);
  if (scope !== 'all') return names?.[name];
  const aliases = exportsOfName(file.facts, name).map(({ exported }) => exported);
  return aliases.length > 0 && file.facts?.language !== 'java' ? aliases : [name];
}

/** The names of what is exported itself. */
function namesOf(at: SymbolAt, change: CodeChange): readonly string[] | undefined {
  const { file, symbol } = at;
  const exposure = change.exposure(file);
  if (exposure.scope === 'none' || !file.facts || file.role !== 'production') return undefined;
  const around = enclosing(symbol, file.facts);
  const isReached =
    file.facts.language === 'java' ? isReachableInJava(at, change) : [symbol, ...around].every((each) => isReachable(each, file));
  if (!isReached) return undefined;
  if (file.facts.language === 'java') return [symbol.qualifiedName];
  const names = publicNamesOf((around.at(-1) ?? symbol).name, file, change)?.filter((name) => !isOwnPublicName(name));
  return names && names.length > 0 ? (exposure.scope === 'all' ? [symbol.qualifiedName] : names) : undefined;
}

/** The names of what mentions a type that is not exported, and its members. */
function namesOfHidden(at: SymbolAt, change: CodeChange): readonly string[] | undefined {
  const { file, symbol } = at;
  const inner = file.facts ? [symbol, ...enclosing(symbol, file.facts).slice(0, -1)] : [];
  if (file.facts?.language === 'java' || !inner.every((each) => isReachable(each, file))) return undefined;
  return namesThroughSignatures(at, change, (each) => namesOf(each, change));
}

/** Public, or protected in a type that others may extend. */
function isReachable(symbol: SymbolFact, file: SourceFile): boolean {
  if (symbol.visibility === 'public') return true;
  const facts = file.facts;
  const owner = facts && enclosing(symbol, facts)[0];
  return symbol.visibility === 'protected' && owner !== undefined && isExtensible(owner, file);
}

/** Whether code outside may extend a type: it is not final, and a constructor is to be had. */
export function isExtensible(type: SymbolFact, file: SourceFile): boolean {
  if (type.kind === 'interface') return !type.modifiers.includes('sealed');
  if (type.kind !== 'class' || type.modifiers.includes('final') || type.modifiers.includes('sealed')) return false;
  return hasConstructorFor(type, file, ['public', 'protected']);
}

/** Whether code outside may make an object of a class. */
export function isConstructible(type: SymbolFact, file: SourceFile): boolean {
  return type.kind === 'class' && !type.modifiers.includes('abstract') && hasConstructorFor(type, file, ['public']);
}

function hasConstructorFor(type: SymbolFact, file: SourceFile, visibilities: readonly string[]): boolean {
  const constructors = file.facts ? membersOf(type, file.facts).filter(({ kind }) => kind === 'constructor') : [];
  return constructors.length === 0 || constructors.some(({ visibility }) => visibilities.includes(visibility));
}

/** Every name by which something in the changed files can be reached at one side. */
export function exportedNames(change: CodeChange, side: Side): ReadonlySet<string> {
  const names = change.files.flatMap(({ [side]: file }) => {
    const exposure = file && change.exposure(file);
    return exposure?.scope === 'names' ? [...Object.values(exposure.names ?? {}).flat(), ...namesInWhole(file, exposure)] : [];
  });
  return new Set(names);
}

/** What stands in the namespace that a module is as a whole (`export =`) is imported by its name, as if the module exported it. */
function namesInWhole(file: SourceFile | undefined, { names = {} }: Exposure): readonly string[] {
  const facts = file?.facts;
  if (!facts) return [];
  const whole = facts.symbols.filter(({ kind, name, parent }) => kind === 'namespace' && parent === 0 && names[name]?.includes('export='));
  const members = whole.flatMap((each) => membersOf(each, facts));
  return members.filter(({ visibility }) => visibility === 'public').map(({ name }) => name);
}

/** `Order.total(int)`: the last two names, with the parameters' types in Java. */
export function displayName({ file, symbol }: SymbolAt): string {
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  const parameters =
    file.facts?.language === 'java' && symbol.parameters && symbol.kind !== 'record'
      ? `(${inShort(symbol.parameters.map((each) => `${each.type ?? ''}${each.rest ? '...' : ''}`))})`
      : '';
  return `${owner ? `${owner.name}.` : ''}${symbol.name}${parameters}`;
}

const mostShown = 6;

function inShort(types: readonly string[]): string {
  return types.length > mostShown + 1 ? `${types.slice(0, mostShown).join(', ')} and ${types.length - mostShown} more` : types.join(', ');
}

/** What a symbol that consumers reach is called in a sentence, with how they do: only heirs reach what is protected. */
export function reachedKindName(symbol: SymbolFact): string {
  return `${symbol.visibility === 'protected' ? 'protected' : 'public'} ${kindName(symbol)}`;
}

/** What a symbol is called in a sentence. */
export function kindName(symbol: SymbolFact): string {
  return symbol.kind.replace('-', ' ');
}

/** What machines are told of every finding about compatibility. A thing that was deprecated before is at least partly planned. */
export function breakProperties(change: string, breaking: boolean, at: SymbolAt): Readonly<Record<string, Json>> {
  const isJava = at.file.facts?.language === 'java';
  return {
    contract: isJava ? 'java' : 'typescript',
    change,
    breaking,
    planned: at.symbol.deprecated ? 'partly' : 'none',
    element: isJava ? elementName(at) : at.symbol.qualifiedName,
  };
}
