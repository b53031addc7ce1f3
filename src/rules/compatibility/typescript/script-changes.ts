import type { CodeChange, SourceFile, SymbolAt, SymbolChange } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import type { Unchecked } from '../../../finding/draft.ts';
import { enclosing } from '../../code-in-file.ts';
import type { ApiChange, SymbolPair } from '../api/api-change.ts';
import { contractOf, isExtensible } from '../api/contract.ts';
import { isAssignable } from './assignable.ts';
import { atRunTime } from './at-run-time.ts';
import { constantKinds } from './constant-kinds.ts';
import { declaredShape, shapeOf } from './expand.ts';
import { enumValueKinds, movedOn } from './enum-kinds.ts';
import { genericKinds } from './generic-kinds.ts';
import { scriptKinds, type ScriptDifference } from './kinds.ts';
import { isLibraryMember } from './library-types.ts';
import { isMadeByNamesake } from './made-by-namesake.ts';
import { Overloads } from './overloads.ts';
import { parseType } from './parse-type.ts';
import { propertyKinds } from './property-kinds.ts';
import { has, scriptPair, type ScriptPair, type ScriptSides } from './script-pair.ts';
import { memberOf, namesAt, scopeAt, type Placed } from './scope.ts';
import { ScriptSide } from './script-side.ts';
import { signatureKinds } from './signature-kinds.ts';
import { swappedMembers } from './swapped-members.ts';
import { typeKinds } from './type-kinds.ts';
import { isGiven, isOnlyGiven, isOnlyTaken, isTaken } from './type-roles.ts';

type Paired = Extract<SymbolChange, { kind: 'paired' }>;

/** Everything that differs in the TypeScript or JavaScript API of a change, but for what is gone or no longer seen. */
export function* scriptChanges(change: CodeChange): Generator<ApiChange | Unchecked> {
  const sides = { base: new ScriptSide(change, 'base'), head: new ScriptSide(change, 'head') };
  const overloads = new Overloads(sides);
  const swapped = swappedMembers(change);
  for (const pair of swapped) yield* pairChanges(pair, sides, overloads, change);
  for (const each of change.symbols) {
    if (each.kind === 'paired' && isSame(each)) yield* pairChanges(each, sides, overloads, change);
    else if (each.kind === 'added' && isScript(each.head) && !swapped.some(({ head }) => head.symbol === each.head.symbol))
      yield* addedChanges(each.head, sides, change);
    else if (each.kind === 'removed' && isScript(each.base)) yield* overloadChanges(each.base, sides, overloads, change);
  }
  yield* overloads.unchecked;
}

/** What is gone although something of its name is still there: one of several signatures, of which another may serve its callers, or a setter. */
function* overloadChanges(base: SymbolAt, sides: ScriptSides, overloads: Overloads, change: CodeChange): Generator<ApiChange> {
  const file = change.files.find((each) => each.base === base.file)?.head;
  if (file && has(base.symbol, 'setter')) yield* setterGone(base, file, change);
  if (!isCallable(base.symbol)) return;
  const { qualifiedName, kind } = base.symbol;
  const symbol = file?.facts?.symbols.find(
    (each) => each.qualifiedName === qualifiedName && each.kind === kind && each.visibility !== 'private' && isCallable(each),
  );
  if (file && symbol) yield* pairChanges({ base, head: { file, symbol } }, sides, overloads, change);
}

function* setterGone(base: SymbolAt, file: SourceFile, change: CodeChange): Generator<ApiChange> {
  const left = file.facts?.symbols.filter(({ qualifiedName }) => qualifiedName === base.symbol.qualifiedName) ?? [];
  const [symbol] = left;
  if (!symbol || !left.every((each) => has(each, 'getter')) || !contractOf(base, change) || !contractOf({ file, symbol }, change)) return;
  yield* asChanges(
    [{ id: 'accessor-became-readonly', what: 'can no longer be set', whom: 'code that sets it no longer compiles' }],
    { file, symbol },
    base,
  );
}

function isScript({ file }: SymbolAt): boolean {
  return file.facts !== undefined && file.facts.language !== 'java';
}

function isSame({ base, head, moved, declarationChanged }: Paired): boolean {
  if (!isScript(base) || !isScript(head)) return false;
  const isDeclared =
    declarationChanged ||
    base.symbol.kind === 'enum-constant' ||
    base.symbol.kind === 'type-alias' ||
    hasOtherDocumentedTypes({ base, head }) ||
    isConstant(base.symbol);
  return isDeclared && (!moved || (base.symbol.name === head.symbol.name && ownerName(base) === ownerName(head)));
}

/** What is in a type that has another name now is told with it. */
function ownerName({ file, symbol }: SymbolAt): string | undefined {
  return file.facts && enclosing(symbol, file.facts)[0]?.name;
}

/** Only JavaScript declares types in its documentation. */
function hasOtherDocumentedTypes({ base, head }: SymbolPair): boolean {
  if (base.file.facts?.language !== 'javascript' || !base.symbol.documentation || !head.symbol.documentation) return false;
  const types = ({ symbol }: SymbolAt): string =>
    JSON.stringify([symbol.type, symbol.parameters?.map(({ type, optional, rest }) => [type, optional, rest])]);
  return types(base) !== types(head);
}

function isConstant({ kind, modifiers }: SymbolFact): boolean {
  return kind === 'variable' && modifiers.includes('const');
}

function* pairChanges({ base, head }: SymbolPair, sides: ScriptSides, overloads: Overloads, change: CodeChange): Generator<ApiChange> {
  const contract = contractOf(base, change);
  if (!contract || !contractOf(head, change)) return;
  const pair = scriptPair({ base, head }, sides);
  if (isMadeAsBefore(pair)) return;
  const differences = overloads.isOverloaded(pair) ? overloads.kinds(pair) : kindsOf(pair);
  // Who cannot name a type gives it no arguments.
  yield* asChanges(contract.isHidden ? differences.filter(({ id }) => !id.startsWith('generic-')) : differences, head, base);
}

function kindsOf(pair: ScriptPair): readonly ScriptDifference[] {
  const [base, head] = [pair.base.symbol, pair.head.symbol];
  if (base.kind === 'enum-constant') return enumValueKinds(pair);
  if (isCallable(base) && isCallable(head)) return [...signatureKinds(pair), ...genericKinds(pair), ...memberKinds(pair)];
  if (isValue(base) && isValue(head)) return [...propertyKinds(pair), ...constantKinds(pair), ...memberKinds(pair)];
  return [...typeKinds(pair), ...genericKinds(pair)];
}

/** What only consumers make, and the package calls: it takes what they made before, however many forms of one name there are. */
function isMadeAsBefore({ base, head, owner, sides }: ScriptPair): boolean {
  if (owner === undefined || (owner.kind !== 'interface' && owner.kind !== 'type-alias')) return false;
  if (!isCallable(base.symbol) || !isCallable(head.symbol) || !isOnlyTaken(owner.name, sides.head)) return false;
  const formsAt = (at: SymbolAt, side: ScriptSide): Placed => {
    const [around] = at.file.facts ? enclosing(at.symbol, at.file.facts) : [];
    const all = around ? (side.of({ file: at.file, symbol: around })?.members ?? []) : [];
    const forms = all.filter(({ name }) => name === at.symbol.name);
    return {
      type: { kind: 'object', members: forms.map((symbol) => memberOf(symbol, namesAt({ file: at.file, symbol }))) },
      scope: scopeAt(at, side),
    };
  };
  return isAssignable(formsAt(base, sides.base), formsAt(head, sides.head)) === true;
}

function isCallable(symbol: SymbolAt['symbol']): boolean {
  return symbol.parameters !== undefined && !has(symbol, 'getter') && !has(symbol, 'setter');
}

function isValue({ kind }: SymbolAt['symbol']): boolean {
  return kind === 'field' || kind === 'variable' || kind === 'method' || kind === 'function';
}

/** What became of the words before a member. */
function memberKinds({ base, head, owner }: ScriptPair): readonly ScriptDifference[] {
  const isNow = (modifier: string): boolean => !has(base.symbol, modifier) && has(head.symbol, modifier);
  const kinds: ScriptDifference[] = [];
  if (isNow('static')) kinds.push({ id: 'member-became-static', what: 'is static now', whom: 'callers break' });
  if (has(base.symbol, 'static') && !has(head.symbol, 'static'))
    kinds.push({ id: 'member-became-instance', what: 'is no longer static', whom: 'callers break' });
  if (isNow('abstract') && owner && isExtensible(owner, head.file))
    kinds.push({ id: 'method-became-abstract', what: 'is abstract now', whom: 'subclasses outside no longer compile' });
  return kinds;
}

/** A type that only the package makes itself is not told from one that others make: so the finding is less sure. */
function* addedChanges(head: SymbolAt, sides: ScriptSides, change: CodeChange): Generator<ApiChange> {
  const owner = head.file.facts && enclosing(head.symbol, head.file.facts)[0];
  if (!owner || isNew(owner.qualifiedName, head, change) || !contractOf(head, change)) return;
  if (owner.kind === 'enum') yield* numbersMoved(head, change);
  const name = `the public ${owner.kind.replace('-', ' ')} \`${owner.name}\``;
  if (owner.kind === 'class' && has(head.symbol, 'abstract') && isExtensible(owner, head.file))
    yield* asChanges(
      [{ id: 'abstract-member-added', what: `is a new abstract member of ${name}`, whom: 'subclasses outside no longer compile' }],
      head,
    );
  if ((owner.kind !== 'interface' && owner.kind !== 'type-alias') || has(head.symbol, 'optional') || head.symbol.name.startsWith('['))
    return;
  // Who calls it only gains, and only the package makes it.
  if (isOneMoreSignature(owner, head, sides) || isOnlyGiven(owner.name, sides.head) || wasInherited(owner, head, sides)) return;
  if (isMadeByNamesake({ file: head.file, symbol: owner })) return;
  // What cannot be named is handed back as it was given.
  if (contractOf(head, change)?.isHidden && (isGiven(owner.name, sides.head) || !isTaken(owner.name, sides.head))) return;
  const whom = 'code outside that makes or implements one no longer compiles';
  yield* asChanges([{ id: 'required-property-added', what: `is a new required member of ${name}`, whom, confidence: 'medium' }], head);
}

function* numbersMoved(added: SymbolAt, change: CodeChange): Generator<ApiChange> {
  const before = change.files.find((each) => each.head === added.file)?.base;
  const moved = before && movedOn(added, before);
  if (moved) yield* asChanges([moved.difference], moved.head, moved.base);
}

/** One more way to call what could be called before. */
function isOneMoreSignature(owner: SymbolFact, { symbol }: SymbolAt, { base }: ScriptSides): boolean {
  if (symbol.parameters === undefined) return false;
  const before = base.named(owner.qualifiedName).flatMap(({ members }) => members);
  return before.some(({ name, parameters }) => name === symbol.name && parameters !== undefined);
}

/** What a type has declared itself since now and inherited before. */
function wasInherited(owner: SymbolFact, { symbol }: SymbolAt, { base: side }: ScriptSides): boolean {
  const [first, ...others] = side.named(owner.qualifiedName);
  if (!first || others.some(({ file }) => file !== first.file)) return false;
  const { file } = first;
  if (first.symbol.supertypes.some(({ type }) => isLibraryMember(type, symbol.name))) return true;
  const scope = scopeAt({ file, symbol: first.symbol }, side);
  const { kind, type } = first.symbol;
  const shape = kind === 'type-alias' && type !== undefined ? shapeOf({ type: parseType(type), scope }) : undefined;
  return [shape, declaredShape([first, ...others], [], scope)].some((each) => each?.members.some(({ name }) => name === symbol.name));
}

function isNew(owner: string, { file }: SymbolAt, change: CodeChange): boolean {
  return !change.files.some(({ base, head }) => head === file && base?.facts?.symbols.some(({ qualifiedName }) => qualifiedName === owner));
}

/** Documentation is not held to, unless it is written for a compiler; a type that only a compiler could tell from the other may be called otherwise by now. */
function asDocumented(difference: ScriptDifference, { file, symbol }: SymbolAt): readonly ScriptDifference[] {
  const isType = /-type-|type-changed$|^type-alias/.test(difference.id);
  if (difference.isUndecided) return [];
  const isInComment = isDocumentedType({ file, symbol });
  if (!isType && !isInComment) return [difference];
  const isChecked = /@(?:ts-check|typedef|callback|template|import)\b|\bimport\(['"]/.test(file.text);
  return [{ ...difference, confidence: isChecked ? 'medium' : 'low' }];
}

/** JavaScript has no other aliases than those of comments. */
function isDocumentedType({ file, symbol }: SymbolAt): boolean {
  return [symbol, ...(file.facts ? enclosing(symbol, file.facts) : [])].some(({ kind }) => kind === 'type-alias');
}

function* asChanges(differences: readonly ScriptDifference[], head: SymbolAt, base?: SymbolAt): Generator<ApiChange> {
  const isScript = head.file.facts?.language === 'javascript';
  const told = isScript ? differences.flatMap((each) => asDocumented(atRunTime(each), head)) : differences;
  for (const difference of told)
    yield { contract: 'typescript', kind: scriptKinds[difference.id], difference, head, ...(base && { base }) };
}
