import * as z from 'zod/mini';
import { groupBy } from '../../base/group-by.ts';
import { remembered } from '../../base/remembered.ts';
import { overlaps } from '../../base/text-range.ts';
import type { ChangedFile, CodeChange, SourceFile, SymbolAt, SymbolChange } from '../../code/code-change.ts';
import type { ExportFact, SymbolFact } from '../../code/facts.ts';
import { symbolsNamed } from '../../code/flow/scope.ts';
import { exportedAs } from '../../code/indexed-facts.ts';
import { importedPath, withoutScriptSuffix } from '../../code/module-name.ts';
import type { FindingDraft, FixDraft } from '../../finding/draft.ts';
import { enclosing, reference } from '../code-in-file.ts';
import { defineChangeRule } from '../rule.ts';
import { breakProperties, contractOf, displayName, exportedNames, isOwnPublicName, reachedKindName } from './api/contract.ts';
import { keepsOldForm } from './api/inherited.ts';
import { renamedExports } from './api/renamed-exports.ts';
import { hasHiddenSignature } from './java/hidden-signature.ts';
import { javaSides } from './java/java-sides.ts';
import { narrowedVisibilityExamples } from './narrowed-visibility-examples.ts';

type Paired = Extract<SymbolChange, { kind: 'paired' }>;
const order = ['public', 'protected', 'package', 'private'] as const;

export const narrowedVisibility = defineChangeRule({
  id: 'compatibility/narrowed-visibility',
  title: 'Something that consumers use is no longer visible to them',
  reason:
    'Code outside that uses it no longer compiles; in Java, code that was compiled before fails with `IllegalAccessError`. To consumers it is the same as a removal.',
  remedy:
    'Leave it visible and deprecate it. Where it was never meant for others, say so in the release notes, and raise the major version.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    {
      title: 'Java Language Specification 13.4.4 and 13.4.7',
      url: 'https://docs.oracle.com/javase/specs/jls/se21/html/jls-13.html#jls-13.4.7',
    },
  ],
  limits:
    'A symbol that is exported under the same public name from elsewhere in the change stays visible. What a module hands on from another as a type alone now is not told, since most such lists held types all along. A member whose signature needs a type that only its package sees is less sure, as far as the change declares that type. What `module-info.java` gives to other modules is told by `compatibility/changed-module`.',
  examples: narrowedVisibilityExamples,
  needs: ['exposure'],
  options: z.object({}),
  *check(change) {
    const names = exportedNames(change, 'head');
    const told = new Set<string>();
    for (const each of change.symbols) {
      if (each.kind !== 'paired' || isUnsure(each.head)) continue;
      for (const draft of symbolFindings(each, change, names)) {
        told.add(each.base.symbol.name);
        yield draft;
      }
    }
    for (const file of change.files) {
      if ((file.head?.facts?.errors.length ?? 0) > 0) continue;
      yield* exportFindings(file, change, { names, told });
      yield* renamedExports(file, change, names);
    }
  },
});

/** Where the text cannot be read, an export or a modifier may have been lost with it. A module is read as a whole, a type of Java by itself. */
function isUnsure({ file: { facts }, symbol: { range } }: SymbolAt): boolean {
  const errors = facts?.errors ?? [];
  return facts?.language === 'java' ? errors.some((error) => overlaps(error, range)) : errors.length > 0;
}

function* symbolFindings(pair: Paired, change: CodeChange, names: ReadonlySet<string>): Generator<FindingDraft> {
  const { base, head } = pair;
  const contract = contractOf(base, change);
  if (!contract || contract.isHidden || base.symbol.name !== head.symbol.name || isMovedAway(pair) || isOnlyForHeirs(pair)) return;
  if (change.exposure(head.file).isUnknown || keepsOldForm(pair, change)) return;
  const narrower = order.indexOf(head.symbol.visibility) > order.indexOf(base.symbol.visibility);
  const isTop = base.file.facts !== undefined && enclosing(base.symbol, base.file.facts).length === 0;
  const reached =
    isReached(head, change) || (isTop && change.exposure(head.file).scope === 'names' && contract.names.some((name) => names.has(name)));
  if (!narrower && (reached || !isTop || isMarkedOnly(head, change))) return;
  if (narrower && isTop && reached && contract.kind === 'typescript') return;
  const fix = narrower && !head.symbol.modifiers.includes('implicit') ? restoredVisibility(base.symbol, head) : undefined;
  yield {
    message: `The ${reachedKindName(base.symbol)} \`${displayName(base)}\` is ${isTop && contract.kind === 'typescript' ? 'no longer exported' : narrower ? `only ${visibilityName(head.symbol)} now` : 'no longer reached from the package’s entry points'}: code outside that uses it breaks.`,
    place: { file: head.file, range: head.symbol.nameRange },
    subject: `${base.symbol.qualifiedName}(${(base.symbol.parameters ?? []).map(({ type }) => type ?? '').join(',')})`,
    symbol: reference(head.symbol),
    related: [{ file: base.file, range: base.symbol.nameRange, caption: `it was ${base.symbol.visibility}` }],
    ...(fix && { fixes: [fix] }),
    ...(contract.kind === 'java' && hasHiddenSignature(base, javaSides(change).base) && { confidence: 'low' as const }),
    properties: breakProperties(isTop && contract.kind === 'typescript' ? 'export-removed' : 'visibility-reduced', true, base),
  };
}

function isReached(head: SymbolAt, change: CodeChange): boolean {
  const contract = contractOf(head, change);
  return contract !== undefined && contract.isHidden !== true;
}

function isMovedAway({ base, head, moved }: Paired): boolean {
  return (
    moved &&
    (base.file.facts?.language === 'java' ? base.symbol.qualifiedName !== head.symbol.qualifiedName : base.file.path !== head.file.path)
  );
}

/** A class that nobody can make an object of needs its constructors for its heirs alone. */
function isOnlyForHeirs({ base, head }: Paired): boolean {
  if (base.symbol.kind !== 'constructor' || head.symbol.visibility !== 'protected') return false;
  const [owner] = base.file.facts ? enclosing(base.symbol, base.file.facts) : [];
  return owner?.modifiers.includes('abstract') ?? false;
}

/** A mark such as `@internal` takes nothing away by itself. */
function isMarkedOnly(head: SymbolAt, change: CodeChange): boolean {
  return change.internalReason(head) !== undefined;
}

function visibilityName({ visibility }: SymbolFact): string {
  return visibility === 'package' ? 'visible in its package' : visibility;
}

/** Safe: nothing that compiles now stops doing so when more can be seen. */
function restoredVisibility(base: SymbolFact, { file, symbol }: SymbolAt): FixDraft | undefined {
  const title = file.facts?.language === 'java' || symbol.parent !== 0 ? `Make it ${base.visibility} again` : 'Export it again';
  const from = Math.max(
    symbol.range.start,
    ...symbol.annotations.filter(({ range }) => range.end <= symbol.nameRange.start).map(({ range }) => range.end),
  );
  const before = file.text.slice(from, symbol.nameRange.start);
  const start = from + (before.length - before.trimStart().length);
  const written = /\b(public|protected|private)\s+/.exec(before);
  if (title === 'Export it again')
    return /^\s*(async\s+function|function|class|abstract\s+class|interface|enum|type|const|let)\b/.test(before)
      ? { title, safety: 'safe', edits: [{ file, range: { start, end: start }, newText: 'export ' }] }
      : undefined;
  if (written)
    return {
      title,
      safety: 'safe',
      edits: [
        {
          file,
          range: { start: from + written.index, end: from + written.index + written[0].length },
          newText: file.facts?.language === 'java' ? `${base.visibility} ` : base.visibility === 'public' ? '' : `${base.visibility} `,
        },
      ],
    };
  return file.facts?.language === 'java'
    ? { title, safety: 'safe', edits: [{ file, range: { start, end: start }, newText: `${base.visibility} ` }] }
    : undefined;
}

interface Known {
  /** That are exported at head. */
  readonly names: ReadonlySet<string>;
  /** That a finding is about. */
  readonly told: ReadonlySet<string>;
}

/** A line of an entry point that handed on what is declared elsewhere. */
function* exportFindings({ base, head }: ChangedFile, change: CodeChange, { names, told }: Known): Generator<FindingDraft> {
  if (!base?.facts || !head?.facts || head.role !== 'production' || change.exposure(base).scope === 'none') return;
  const files = { base, head };
  const hasNewStars = newStars(files);
  for (const each of base.facts.exports) {
    if (
      each.source === undefined ||
      exportedAs(head.facts, each.exported).some(({ source }) => each.exported !== '*' || source === each.source)
    )
      continue;
    if (
      isDeclaredHere(each, head) ||
      publicNames(each, base, change).every(isOwnPublicName) ||
      told.has(each.name) ||
      publicNames(each, base, change).some((name) => names.has(name) || told.has(name)) ||
      isGoneToo(each, change) ||
      (hasNewStars && isPartOfStar(each)) ||
      isListed(each, files, change)
    )
      continue;
    yield {
      message:
        each.exported === '*'
          ? `What \`${each.source}\` exports is no longer exported: code outside that uses it breaks.`
          : `\`${each.exported}\` is no longer exported: code outside that uses it breaks.`,
      place: { file: base, range: each.range },
      subject: `${base.path} ${each.exported} ${each.exported === '*' ? each.source : ''}`,
      properties: { contract: 'typescript', change: 'export-removed', breaking: true, planned: 'none', element: each.exported },
      ...(each.exported === '*' && { confidence: 'medium' as const }),
    };
  }
}

/** Names that stand one by one now, instead of all of a file. */
function isListed(
  { exported, source = '' }: ExportFact,
  { base, head }: { base: SourceFile; head: SourceFile },
  change: CodeChange,
): boolean {
  if (exported !== '*' || !source.startsWith('.')) return false;
  const listed = new Set(
    exportsBySource(head)
      .get(source)
      ?.map((each) => each.exported),
  );
  return listed.size > 0 && handsOnOnly(listed, importedPath(base.path, source), change, new Set());
}

/** Whether a module that was read gives no other names than these to whoever hands on all of it: its default is not among them. */
function handsOnOnly(names: ReadonlySet<string>, module: string | undefined, change: CodeChange, seen: Set<string>): boolean {
  const from = module === undefined ? undefined : moduleAtBase(module, change)?.facts;
  if (module === undefined || from === undefined) return false;
  if (seen.has(module)) return true;
  seen.add(module);
  return from.exports.every(({ exported, source = '' }) =>
    exported === '*' ? handsOnOnly(names, importedPath(from.path, source), change, seen) : exported === 'default' || names.has(exported),
  );
}

function moduleAtBase(module: string, { files, relatedTypes }: CodeChange): SourceFile | undefined {
  const isIt = ({ path }: SourceFile): boolean => withoutScriptSuffix(path) === module;
  return files.find(({ base }) => base && isIt(base))?.base ?? relatedTypes.find(isIt);
}

const exportsBySource = remembered(({ facts }: SourceFile) => groupBy(facts?.exports ?? [], ({ source }) => source));

function isDeclaredHere({ exported }: ExportFact, { facts }: SourceFile): boolean {
  return facts !== undefined && symbolsNamed(facts, exported).some(({ visibility, parent }) => visibility === 'public' && parent === 0);
}

function publicNames({ exported, name }: ExportFact, file: SourceFile, change: CodeChange): readonly string[] {
  const { names } = change.exposure(file);
  return names?.[exported] ?? names?.[name] ?? [exported];
}

/** The thing itself was removed in the same change: that is the finding. */
function isGoneToo({ name }: ExportFact, change: CodeChange): boolean {
  return goneNames(change).has(name);
}

const goneNames = remembered(
  ({ symbols }: CodeChange): ReadonlySet<string> =>
    new Set(
      symbols.flatMap((each) =>
        each.kind !== 'added' && (each.kind === 'removed' || each.head.symbol.name !== each.base.symbol.name)
          ? [each.base.symbol.name]
          : [],
      ),
    ),
);

/** Whether there is a new `export *`, which may still hand on what is gone. */
function newStars({ base, head }: { readonly base: SourceFile; readonly head: SourceFile }): boolean {
  const before = new Set(exportedAs(base.facts, '*').map(({ source }) => source ?? ''));
  return exportedAs(head.facts, '*').some(({ source = '' }) => !before.has(source));
}

/** A module as one name is something else than all that it exports. */
function isPartOfStar({ name, exported }: ExportFact): boolean {
  return name !== '*' || exported === '*';
}
