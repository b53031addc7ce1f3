import type { CodeChange, SymbolAt, SymbolChange } from '../../../code/code-change.ts';
import type { AnnotationFact, SymbolFact } from '../../../code/facts.ts';
import { foldedText, stringsIn } from '../../../code/walk.ts';
import type { Edit, FindingDraft, FixDraft } from '../../../finding/draft.ts';
import { enclosing, indentationAt, reference, simpleTypeName } from '../../code-in-file.ts';
import { importEdits } from '../../safeguards/restore.ts';
import { guardsOf, hasOwnGuardInstead, loosened, openingsOf } from './access-annotations.ts';
import { checksAnew } from './access-checks.ts';
import { covers, type NewGuards } from './covering-guards.ts';

/** A symbol that is there at both sides. */
export type Paired = Extract<SymbolChange, { kind: 'paired' }>;

/** The annotations and decorators that ask who is calling, and are gone or ask for less. */
export function* annotationFindings({ base, head }: Paired, guards: NewGuards, change: CodeChange): Generator<FindingDraft> {
  const before = guardsOf(base.symbol, base.file);
  const after = guardsOf(head.symbol, head.file);
  const opened = openingsOf(head.symbol)[0];
  if (opened && openingsOf(base.symbol).length === 0 && (before.length > 0 || around(base).length > 0 || isException(opened))) {
    yield finding(
      base,
      head,
      before[0],
      `${named(head)} is open to everyone now: \`${foldedText(head.file.text, opened.range)}\`.`,
      opened,
    );
    return;
  }
  for (const guard of before) {
    const same = after.find((each) => simpleTypeName(each.name) === simpleTypeName(guard.name));
    const how = same && loosened(guard, same, { base: base.file.text, head: head.file.text });
    if (same && how && !isTakenOver(base, head))
      yield finding(
        base,
        head,
        guard,
        `${named(head)} ${how}: \`${foldedText(base.file.text, guard.range)}\` became \`${foldedText(head.file.text, same.range)}\`.`,
        same,
      );
    if (same || after.length >= before.length || isCovered(head, guards) || isTakenOver(base, head) || isInherited(base, head, change))
      continue;
    if (hasOwnGuardInstead(base.symbol, head.symbol) || checksAnew(base, head)) continue;
    yield finding(base, head, guard, `${named(head)} is no longer protected: \`${foldedText(base.file.text, guard.range)}\` is gone.`);
  }
}

/** `@Public()` is an exception from a guard that holds everywhere else: without such a guard it says nothing. */
function isException({ name }: AnnotationFact): boolean {
  return /^(?:Public|IsPublic|SkipAuth|NoAuth|AllowAnonymous)$/.test(simpleTypeName(name));
}

/** A type above it, or the same method of one, is guarded anew, or it has a new supertype whose name says that it guards. */
function isInherited(base: SymbolAt, { symbol, file }: SymbolAt, change: CodeChange): boolean {
  const types = file.facts ? [symbol, ...enclosing(symbol, file.facts)] : [];
  const supertypes = new Set(types.flatMap((each) => each.supertypes.map(({ type }) => simpleTypeName(type))));
  const before = new Set(base.symbol.supertypes.map(({ type }) => simpleTypeName(type)));
  if (symbol.supertypes.some(({ type }) => !before.has(simpleTypeName(type)) && guardingName.test(type))) return true;
  return change.symbols.some((each) => {
    if (each.kind === 'removed') return false;
    const { head } = each;
    const owner = head.file.facts && enclosing(head.symbol, head.file.facts)[0];
    const isAbove =
      supertypes.has(head.symbol.name) || (owner !== undefined && supertypes.has(owner.name) && head.symbol.name === symbol.name);
    const had = each.kind === 'paired' ? guardsOf(each.base.symbol, each.base.file).length : 0;
    return isAbove && guardsOf(head.symbol, head.file).length > had;
  });
}

const guardingName = /secur|auth|guard|protect|admin|restrict/i;

/** A guard of the application holds for every handler, a request rule for those whose path it meets. */
function isCovered({ symbol, file }: SymbolAt, { global, patterns }: NewGuards): boolean {
  if (global) return true;
  const prefixes = file.facts ? enclosing(symbol, file.facts).flatMap((each) => pathsOf(each)) : [];
  const own = pathsOf(symbol);
  const paths = (prefixes.length > 0 ? prefixes : ['']).flatMap((prefix) =>
    (own.length > 0 ? own : ['']).map((path) => `${prefix}/${path}`),
  );
  if (prefixes.length + own.length === 0) return patterns.includes('**');
  return patterns.some((pattern) => paths.every((path) => covers(pattern, path)));
}

/** The paths of `@GetMapping("/owners")` and `@Path("orders")`. */
function pathsOf(symbol: SymbolFact): readonly string[] {
  const routes = symbol.annotations.filter(({ name }) =>
    /^(\w+Mapping|Path|Controller|Get|Post|Put|Patch|Delete)$/.test(simpleTypeName(name)),
  );
  return stringsIn(
    routes.flatMap(({ arguments: given }) => given.filter(({ name }) => /^(value|path)$/.test(name)).map(({ value }) => value)),
  ).map(({ value }) => value);
}

function named(at: SymbolAt): string {
  return `\`${at.symbol.name}\``;
}

function around({ symbol, file }: SymbolAt): readonly AnnotationFact[] {
  return file.facts ? enclosing(symbol, file.facts).flatMap((each) => guardsOf(each, file)) : [];
}

/** The class has the check now, or every function of the class has it. */
function isTakenOver(base: SymbolAt, head: SymbolAt): boolean {
  if (around(head).length > around(base).length) return true;
  const facts = head.file.facts;
  if (!facts || head.symbol.bodyRange === undefined || head.symbol.kind === 'method') return false;
  const index = facts.symbols.indexOf(head.symbol);
  const methods = facts.symbols.filter((each) => each.parent === index && each.kind === 'method' && each.visibility === 'public');
  return methods.length > 0 && methods.every((method) => guardsOf(method, head.file).length > 0 || openingsOf(method).length > 0);
}

function finding(
  base: SymbolAt,
  head: SymbolAt,
  guard: AnnotationFact | undefined,
  message: string,
  instead?: AnnotationFact,
): FindingDraft {
  const fix = guard && restored(base, head, guard, instead);
  return {
    message,
    place: { file: head.file, range: instead?.range ?? head.symbol.nameRange },
    subject: `${head.symbol.qualifiedName} ${guard ? foldedText(base.file.text, guard.range) : 'opened'}`,
    symbol: reference(head.symbol),
    ...(guard && { related: [{ file: base.file, range: guard.range, caption: 'the check was here' }] }),
    ...(fix && { fixes: [fix] }),
    properties: { category: 'missing-auth' },
  };
}

function restored(base: SymbolAt, head: SymbolAt, guard: AnnotationFact, instead?: AnnotationFact): FixDraft {
  const text = base.file.text.slice(guard.range.start, guard.range.end);
  const at = head.symbol.range.start;
  const edit: Edit = instead
    ? { file: head.file, range: instead.range, newText: text }
    : { file: head.file, range: { start: at, end: at }, newText: `${text}\n${indentationAt(head.file, at)}` };
  return { title: 'Restore the check', safety: 'unsafe', edits: [edit, ...importEdits(base.file, head.file, text)] };
}
