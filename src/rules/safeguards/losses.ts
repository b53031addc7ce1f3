import { remembered } from '../../base/remembered.ts';
import type { CodeChange, SourceFile, SymbolAt, SymbolChange } from '../../code/code-change.ts';
import { symbolsByFile } from '../../code/symbols-by-file.ts';
import { codeOf, visitsOf } from '../../code/walk.ts';
import type { Loss, Safeguard, SafeguardKind } from './safeguard.ts';
import { scopesIn } from './scopes.ts';

type Paired = Extract<SymbolChange, { kind: 'paired' }>;

interface Found {
  readonly pair?: Paired;
  readonly base: readonly Safeguard[];
  readonly head: readonly Safeguard[];
}

/**
 * What the change takes away of a kind of protection, or loosens. Netted over the whole change: a protection that appears anew
 * (in another function, file, class or setting) has moved, and what is removed together with what it protected is no loss.
 */
export function* lossesIn(change: CodeChange, kind: SafeguardKind): Generator<Loss> {
  const found = symbolsByFile(change).flatMap(finderOf(kind));
  if (!found.some(({ base }) => base.length > 0)) return;
  const gained = gainedFamilies(found);
  for (const { pair, base, head } of found) {
    if (!pair || base.length === 0) continue;
    for (const { lost, now } of unmatched(base, head)) {
      if (now && isLaxer(now, lost)) {
        if (!gained.has(lost.family) && !isCalledAnew(pair, kind)) yield { base: pair.base, head: pair.head, lost, now };
      } else if (now) yield { base: pair.base, head: pair.head, lost, now };
      else if (!gained.has(lost.family) && isExposed(lost, pair, kind, change)) yield { base: pair.base, head: pair.head, lost };
    }
  }
}

/** The families of a kind that some part of the change has more of than before. */
export function gainedIn(change: CodeChange, kind: SafeguardKind): ReadonlySet<string> {
  return gainedFamilies(symbolsByFile(change).flatMap(finderOf(kind)));
}

/** Undefined where there is none at either side, as for nearly all symbols. */
function foundIn(change: SymbolChange, kind: SafeguardKind): Found | undefined {
  const find = (at: SymbolAt): readonly Safeguard[] => (isLookedAt(at, kind) ? kind.find(at) : none);
  const base = change.kind === 'added' ? none : find(change.base);
  const head = change.kind === 'removed' ? none : find(change.head);
  if (base.length === 0 && head.length === 0) return undefined;
  return change.kind === 'paired' ? { pair: change, base, head } : { base, head };
}

function isLookedAt({ file: { role } }: SymbolAt, { inConfiguration }: SafeguardKind): boolean {
  return role === 'production' || (inConfiguration === true && role === 'configuration');
}

/** The same for every kind. */
const productive = remembered((symbols: readonly SymbolChange[]): readonly SymbolChange[] => symbols.filter(isProductive));

function isProductive(change: SymbolChange): boolean {
  const sides = change.kind === 'added' ? [change.head] : change.kind === 'removed' ? [change.base] : [change.base, change.head];
  return sides.some(({ file: { role } }) => role === 'production' || role === 'configuration');
}

const none: readonly Safeguard[] = [];

const nothingFound: readonly Found[] = [];

type Finder = (symbols: readonly SymbolChange[]) => readonly Found[];

/** In an editor most of a change stays as it is from one review to the next. */
const finders = new WeakMap<SafeguardKind, Finder>();

function finderOf(kind: SafeguardKind): Finder {
  const known = finders.get(kind);
  if (known) return known;
  const finder = remembered((symbols: readonly SymbolChange[]) => {
    const found = productive(symbols).flatMap((each) => foundIn(each, kind) ?? []);
    // Of each file there is one for each kind.
    return found.length > 0 ? found : nothingFound;
  });
  finders.set(kind, finder);
  return finder;
}

function gainedFamilies(found: readonly Found[]): ReadonlySet<string> {
  const gained = new Set<string>();
  for (const { base, head } of found) {
    const count = (these: readonly Safeguard[], family: string): number =>
      these.filter((each) => each.family === family && each.level !== 0).length;
    for (const { family, level } of head) if (level !== 0 && count(head, family) > count(base, family)) gained.add(family);
  }
  return gained;
}

/** Those of base that head has not, each with a looser one in its place where there is one. */
function unmatched(base: readonly Safeguard[], head: readonly Safeguard[]): readonly { lost: Safeguard; now?: Safeguard }[] {
  const left = [...head];
  const take = (fits: (each: Safeguard) => boolean): Safeguard | undefined => {
    const at = left.findIndex(fits);
    return at === -1 ? undefined : left.splice(at, 1)[0];
  };
  const results: { lost: Safeguard; now?: Safeguard }[] = [];
  const gone: Safeguard[] = [];
  for (const each of base.filter(({ level }) => level !== 0)) {
    const same =
      take(({ key, scope, level }) => key === each.key && scope === each.scope && level === each.level) ??
      take(({ key, scope }) => key === each.key && scope === each.scope);
    if (!same) gone.push(each);
    else if (isLooser(same, each)) results.push({ lost: each, now: same });
  }
  for (const each of gone) {
    const other =
      take((now) => now.family === each.family && now.scope === each.scope && isLaxer(now, each)) ??
      take(({ family, scope }) => family === each.family && scope === each.scope);
    if (!other) results.push({ lost: each });
    else if (isLooser(other, each) || (isLaxer(other, each) && !isAskedElsewhere(other, each, head)))
      results.push({ lost: each, now: other });
  }
  return results;
}

function isLooser(now: Safeguard, before: Safeguard): boolean {
  if (now.level === 0) return before.level !== 0;
  return now.level !== undefined && before.level !== undefined && now.scale === before.scale && now.level < before.level;
}

/** Whether some of the conditions are left, and others that say something are gone. */
function isLaxer({ parts: now }: Safeguard, { parts: before }: Safeguard): boolean {
  if (!now || !before || now.size >= before.size) return false;
  return [...now.keys()].every((part) => before.has(part)) && [...before].some(([part, counts]) => counts && !now.has(part));
}

/** What one clause asked may be asked by several. */
function isAskedElsewhere({ parts: now }: Safeguard, { parts: before }: Safeguard, head: readonly Safeguard[]): boolean {
  return [...(before?.keys() ?? [])].some((part) => !now?.has(part) && head.some(({ parts }) => parts?.has(part)));
}

function isCalledAnew({ base, head }: Paired, { helpers }: SafeguardKind): boolean {
  return helpers !== undefined && newCalls(base, head).some((name) => helpers.test(name));
}

function isExposed(lost: Safeguard, pair: Paired, kind: SafeguardKind, change: CodeChange): boolean {
  const { base, head } = pair;
  const code = codeOf(head.symbol);
  if (!scopesIn(code).has(lost.scope) || (kind.exposed && !kind.exposed(lost, head, base, change))) return false;
  if (isCalledAnew(pair, kind)) return false;
  return !(kind.elsewhere && isSaidElsewhere(change, kind.elsewhere));
}

/** Names of what head calls or makes and base does not. */
export function newCalls(base: SymbolAt, head: SymbolAt): readonly string[] {
  const before = new Set(namesCalled(base));
  return namesCalled(head).filter((name) => !before.has(name));
}

function namesCalled({ symbol }: SymbolAt): readonly string[] {
  return Array.from(visitsOf(codeOf(symbol), 'call', 'new'), ({ node }) => (node.kind === 'call' ? node.name : node.type));
}

/** Whether the change adds a word in a file that is not code. */
function isSaidElsewhere(change: CodeChange, words: RegExp): boolean {
  return change.files.some(({ head }) => head && !head.facts && head.touched.some((range) => words.test(textOf(head, range))));
}

function textOf(file: SourceFile, range: { readonly start: number; readonly end: number }): string {
  return file.text.slice(range.start, Math.min(range.end, range.start + 100_000));
}
