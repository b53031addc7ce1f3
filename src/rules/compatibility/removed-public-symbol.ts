import * as z from 'zod/mini';
import { remembered } from '../../base/remembered.ts';
import type { CodeChange, SourceFile, SymbolAt, SymbolChange } from '../../code/code-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import { symbolsNamed } from '../../code/flow/scope.ts';
import { headOf, symbolsQualified } from '../../code/indexed-facts.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { enclosing, reference } from '../code-in-file.ts';
import { defineChangeRule } from '../rule.ts';
import { breakProperties, contractOf, displayName, exportedNames, reachedKindName, type Contract } from './api/contract.ts';
import { isInherited } from './api/inherited.ts';
import { removedPublicSymbolExamples } from './removed-public-symbol-examples.ts';
import { deprecatedAlias } from './api/renamed-alias.ts';
import { restoredRemoved } from './api/restore-removed.ts';
import { deprecatedDelegate } from './api/restore.ts';
import { isMadeByContainer } from './java/container-calls.ts';
import { generatedFinding } from './java/generated-finding.ts';
import { generatedMembers } from './java/generated-members.ts';
import { hasHiddenSignature } from './java/hidden-signature.ts';
import { javaSides } from './java/java-sides.ts';
import { jdkAbstractMethods } from './java/jdk-types.ts';
import { declaredShape, shapeOf, type Shape } from './typescript/expand.ts';
import { isLibraryMember } from './typescript/library-types.ts';
import { parseType } from './typescript/parse-type.ts';
import { namesAt, scopeAt } from './typescript/scope.ts';
import { ScriptSide } from './typescript/script-side.ts';

export const removedPublicSymbol = defineChangeRule({
  id: 'compatibility/removed-public-symbol',
  title: 'Something that consumers use is gone',
  reason:
    'Code outside that uses the type, function or member no longer compiles; in Java, code that was compiled before fails when it is run, with `NoSuchMethodError` or `NoClassDefFoundError`. A new name is a removal too.',
  remedy:
    'Keep the old name, deprecated and handing on to the new one, for at least one release. Where it has to go, plan it: deprecate first, announce it, and raise the major version.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    {
      title: 'Java Language Specification, chapter 13: Binary Compatibility',
      url: 'https://docs.oracle.com/javase/specs/jls/se21/html/jls-13.html',
    },
    { title: 'Semantic Versioning 2.0.0', url: 'https://semver.org/' },
  ],
  limits:
    'What is public is decided by visibility, by what the package’s entry points export, by marks such as `@Internal` and `@internal`, and in scripts by names (`_cache`, `unstable_run`, `experimental_run`, `doNotUse`, paths such as `./internal/*`). A member that a supertype in the repository has is not gone. What Lombok makes is told as far as annotations in the file say it: its configuration file (`lombok.config`) is not read. Use through reflection or by computed names is not seen. APIs of other languages are not compared, so that what tools for Python (griffe) and Rust (cargo-semver-checks) list has no counterpart.',
  examples: removedPublicSymbolExamples,
  needs: ['exposure'],
  options: z.object({}),
  *check(change) {
    const names = exportedNames(change, 'head');
    for (const each of change.symbols) {
      const contract = each.kind === 'added' ? undefined : contractOf(each.base, change);
      if (each.kind === 'added' || !contract || isHiddenType(contract, each) || isStillReached(contract, each, names, change)) continue;
      if (each.kind === 'removed') yield* removedFinding(each.base, contract, change);
      else if (isRenamed(each) && !isStillThere(each.base, change)) yield renamedFinding(each, contract, change);
    }
    for (const gone of generatedMembers(change).gone) yield* generatedFinding(gone);
  },
});

type Paired = Extract<SymbolChange, { kind: 'paired' }>;

/** What cannot be named cannot be missed; only what its values lack can. */
function isHiddenType({ isHidden }: Contract, each: SymbolChange): boolean {
  return isHidden === true && each.kind !== 'added' && each.base.symbol.parent === 0;
}

/** A module's symbol may move to another file as long as its public name stays. */
function isStillReached({ kind, names }: Contract, each: SymbolChange, atHead: ReadonlySet<string>, change: CodeChange): boolean {
  if (kind === 'java' || each.kind === 'added') return false;
  const { symbol, file } = each.base;
  const isMember = file.facts !== undefined && enclosing(symbol, file.facts).length > 0;
  if (isMember || becameOther(each.base, change)) return false;
  if (change.exposure(file).scope === 'names') return names.some((name) => atHead.has(name));
  const head = headByPath(change).get(file.path);
  return head?.facts !== undefined && symbolsNamed(head.facts, symbol.name).some(({ visibility }) => visibility === 'public');
}

const headByPath = remembered(
  ({ files }: CodeChange): ReadonlyMap<string, SourceFile> => new Map(files.flatMap(({ head }) => (head ? [[head.path, head]] : []))),
);

function isRenamed({ base, head, moved }: Paired): boolean {
  if (!moved) return false;
  if (base.symbol.name !== head.symbol.name) return base.symbol.kind !== 'constructor';
  if (base.symbol.qualifiedName !== head.symbol.qualifiedName) return isOutermostMove(base, head);
  return (
    base.file.path !== head.file.path &&
    base.file.facts !== undefined &&
    base.file.facts.language !== 'java' &&
    enclosing(base.symbol, base.file.facts).length === 0
  );
}

/** Members move with their type: one finding, on the type. */
function isOutermostMove(base: SymbolAt, head: SymbolAt): boolean {
  const [from, to] = [
    base.file.facts && enclosing(base.symbol, base.file.facts)[0],
    head.file.facts && enclosing(head.symbol, head.file.facts)[0],
  ];
  return !from || !to || (base.symbol.kind !== 'constructor' && (from.name === to.name ? from.qualifiedName === to.qualifiedName : false));
}

function* removedFinding(base: SymbolAt, contract: Contract, change: CodeChange): Generator<FindingDraft> {
  if (
    isWithinGone(base, change) ||
    isInherited(base, change) ||
    isInheritedFromJdk(base, change) ||
    isStillImplied(base) ||
    isOfObject(base) ||
    isStillThere(base, change)
  )
    return;
  const fix = restoredRemoved(base, headOf(base.file, change));
  yield {
    message: `The ${reachedKindName(base.symbol)} \`${displayName(base)}\` is gone: ${consequence(contract, base)}.`,
    place: { file: base.file, range: base.symbol.nameRange },
    subject: `${base.symbol.qualifiedName}(${(base.symbol.parameters ?? []).map(({ type }) => type ?? '').join(',')})`,
    symbol: reference(base.symbol),
    ...(fix && { fixes: [fix] }),
    ...lessSure(base, contract, change),
    properties: breakProperties(`${base.symbol.kind}-removed`, true, base),
  };
}

/** An override without `@Override` of what a type of the JDK asks for: without it the one that was overridden is there again. */
function isInheritedFromJdk(base: SymbolAt, change: CodeChange): boolean {
  const sides = javaSides(change);
  const before = base.symbol.kind === 'method' ? sides.base.of(base) : undefined;
  const owner = before && sides.head.named(before.symbol.qualifiedName);
  const member = `${base.symbol.name}/${String(base.symbol.parameters?.length ?? 0)}`;
  return owner !== undefined && sides.head.ancestors(owner).types.some(({ name }) => jdkAbstractMethods(name).includes(member));
}

/** In TypeScript a member or overload of the same name serves those who use it, or what it lacks is told as a changed signature. */
function isStillThere({ file, symbol }: SymbolAt, change: CodeChange): boolean {
  if (file.facts?.language === 'java') return false;
  const head = headOf(file, change);
  return (
    symbolsQualified(head?.facts, symbol.qualifiedName).some(
      (each) =>
        each.visibility !== 'private' &&
        !isOtherThing(symbol.kind, each.kind) &&
        // What a namespace declares is reached as what is static is.
        (each.kind === 'variable' || each.kind === 'function' || each.modifiers.includes('static') === symbol.modifiers.includes('static')),
    ) || isInAlias({ file, symbol }, head, change)
  );
}

/** Whether what has its name now is used in another way. */
function becameOther({ file, symbol }: SymbolAt, change: CodeChange): boolean {
  const same = symbolsQualified(headOf(file, change)?.facts, symbol.qualifiedName);
  return same.length > 0 && same.every(({ kind }) => isOtherThing(symbol.kind, kind));
}

/** A class is not called as a function is, a function is not made with `new`, and what is only a value is no type. */
function isOtherThing(before: SymbolFact['kind'], after: SymbolFact['kind']): boolean {
  if (before === 'class' || before === 'function') return after === (before === 'class' ? 'function' : 'class');
  return (before === 'interface' || before === 'type-alias') && (after === 'function' || after === 'variable');
}

/** What the type around it was is another type now that has it too, has it from above, or of which nobody knows. */
function isInAlias({ file, symbol }: SymbolAt, head: SourceFile | undefined, change: CodeChange): boolean {
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  const now = owner && symbolsQualified(head?.facts, owner.qualifiedName).find(({ kind }) => typeKinds.has(kind));
  if (!head || !now || symbol.modifiers.includes('static')) return false;
  const at = { file: head, symbol: now };
  const side = new ScriptSide(change, 'head');
  const has = (shape: Shape | undefined): boolean => shape?.members.some(({ name }) => name === symbol.name) ?? false;
  if (now.kind !== 'type-alias')
    return (
      now.supertypes.some(({ type }) => isLibraryMember(type, symbol.name)) ||
      (now.supertypes.length > 0 && has(declaredShape(side.named(now.qualifiedName), [], scopeAt(at, side))))
    );
  const type = now.type === undefined ? undefined : parseType(now.type, namesAt(at));
  if (type === undefined || type.kind === 'object') return false;
  const shape = shapeOf({ type, scope: scopeAt(at, side) });
  return !shape?.isComplete || has(shape);
}

const typeKinds: ReadonlySet<string> = new Set(['type-alias', 'interface', 'class']);

/** Everything in Java has these, whether an interface repeats them or not. */
function isOfObject({ file, symbol }: SymbolAt): boolean {
  const count = symbol.parameters?.length;
  if (file.facts?.language !== 'java' || symbol.kind !== 'method') return false;
  return (symbol.name === 'equals' && count === 1) || ((symbol.name === 'hashCode' || symbol.name === 'toString') && count === 0);
}

/** A class without a written constructor has one without parameters, or its superclass’s. What is made in Java and never written is told of its type or field. */
function isStillImplied({ file, symbol }: SymbolAt): boolean {
  if (symbol.modifiers.includes('implicit')) return true;
  return symbol.kind === 'constructor' && file.facts?.language !== 'java' && (symbol.parameters ?? []).every(({ optional }) => optional);
}

function renamedFinding({ base, head }: Paired, contract: Contract, change: CodeChange): FindingDraft {
  const inherited = isInherited(base, change);
  const fix = deprecatedDelegate(base, head) ?? deprecatedAlias(base, head);
  const how = base.symbol.name === head.symbol.name ? 'moved to' : 'was renamed to';
  return {
    message: `The ${reachedKindName(base.symbol)} \`${displayName(base)}\` ${how} \`${newName(base, head)}\`: ${consequence(contract, base)}.`,
    place: { file: head.file, range: head.symbol.nameRange },
    subject: `${base.symbol.qualifiedName}(${(base.symbol.parameters ?? []).map(({ type }) => type ?? '').join(',')})`,
    symbol: reference(base.symbol),
    related: [{ file: base.file, range: base.symbol.nameRange, caption: 'it was here' }],
    ...(fix && { fixes: [fix] }),
    ...(inherited ? { confidence: 'low' as const } : lessSure(base, contract, change)),
    properties: breakProperties(`${base.symbol.kind}-${base.symbol.name === head.symbol.name ? 'moved' : 'renamed'}`, true, base),
  };
}

/** What it is called now, or where it is. */
function newName(base: SymbolAt, { file, symbol }: SymbolAt): string {
  if (base.symbol.name !== symbol.name) return symbol.name;
  return base.symbol.qualifiedName === symbol.qualifiedName ? file.path : symbol.qualifiedName;
}

/** Classes of a package are seldom extended outside; in TypeScript there is no other way to share with one’s own subclasses. */
function lessSure(base: SymbolAt, { kind }: Contract, change: CodeChange): Pick<FindingDraft, 'confidence'> {
  const isHardlyUsed =
    kind === 'typescript'
      ? base.symbol.visibility === 'protected'
      : isMadeByContainer(base, change) || hasHiddenSignature(base, javaSides(change).base);
  return isHardlyUsed ? { confidence: 'low' } : {};
}

function consequence({ kind }: Contract, { file, symbol }: SymbolAt): string {
  const uses = symbol.kind === 'method' || symbol.kind === 'function' || symbol.kind === 'constructor' ? 'calls it' : 'uses it';
  if (kind === 'java') return `code that ${uses} neither compiles nor links`;
  const isType = symbol.kind === 'interface' || symbol.kind === 'type-alias';
  return file.facts?.language === 'javascript' && !isType
    ? `code that ${uses} fails when it runs, as it is \`undefined\``
    : `code that ${uses} breaks`;
}

/** The type or module it was in is gone too, or has another name, and is the finding. */
function isWithinGone({ file, symbol }: SymbolAt, change: CodeChange): boolean {
  const around = file.facts ? enclosing(symbol, file.facts) : [];
  const gone = goneSymbols(change);
  return around.some((each) => gone.has(each));
}

/** Those that are gone, or have another name. */
const goneSymbols = remembered(
  ({ symbols }: CodeChange): ReadonlySet<SymbolFact> =>
    new Set(
      symbols.flatMap((each) =>
        each.kind === 'removed' || (each.kind === 'paired' && each.base.symbol.name !== each.head.symbol.name) ? [each.base.symbol] : [],
      ),
    ),
);
