import { stepLimit } from '../../../base/step-limit.ts';
import { contains, overlaps } from '../../../base/text-range.ts';
import type { SymbolAt } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { boundNames } from '../../../code/flow/pattern.ts';
import { symbolsNamed, valueOf } from '../../../code/flow/scope.ts';
import { codeOf, visitsOf, type CodeNode } from '../../../code/walk.ts';
import type { Atom } from './atoms.ts';
import type { CallSite } from './call-sites.ts';
import type { ChangedFunction } from './changed-function.ts';
import type { LinkedTest } from './tests-of-file.ts';
import { isGuardKey } from './null-guards.ts';
import { sitesOf } from './reach.ts';
import { heldIn, type Row } from './rows.ts';
import type { Names, Shape } from './shape.ts';
import { memberOf, shapeOf, truthOf } from './shapes.ts';

/** One call of a function by a test, in one row of what the test runs with. */
interface Run {
  readonly site: CallSite;
  readonly row: Row;
}

/** More rows and calls say nothing new. */
const mostRows = 40;
const mostRuns = 400;

/** Whether the calls of tests make a condition come out both ways: then they show what it decides. */
export function isDecidedBothWays({ whole }: Atom, { at }: ChangedFunction, linked: readonly LinkedTest[]): boolean {
  if (!whole) return false;
  const seen = new Set<boolean>();
  for (const run of runsOf(at, linked)) {
    const outcome = truthOf(shapeOf(whole, namesAt(run, at, whole.range.start)));
    if (outcome !== undefined) seen.add(outcome);
    if (seen.size === 2) return true;
  }
  return false;
}

/** Whether in a call of a test that is chosen a condition holds, or what a check must not be given is given. */
export function comesAbout(
  { whole, node, key }: Atom,
  { at }: ChangedFunction,
  test: LinkedTest,
  isChosen: (site: CallSite) => boolean,
): boolean {
  const checked = whole || node?.kind !== 'call' ? undefined : node.arguments[0];
  if (!whole && !checked) return false;
  for (const run of runsOf(at, [test])) {
    if (!isChosen(run.site)) continue;
    const names = namesAt(run, at, (whole ?? checked)?.range.start ?? 0);
    const shape = checked && shapeOf(checked, names);
    if (
      whole
        ? truthOf(shapeOf(whole, names)) === true
        : shape?.kind === 'constant' && (shape.value === null || (shape.value === '' && !isGuardKey(key)))
    )
      return true;
  }
  return false;
}

/** Whether a call of a test makes what decides now come out otherwise than what decided before. */
export function isDecidedOtherwise({ at, base, added, gone }: ChangedFunction, linked: readonly LinkedTest[]): boolean {
  if (!base) return false;
  const [now, before] = [onlyOne(added, at), onlyOne(gone, base)];
  if (!now || !before) return false;
  for (const run of runsOf(at, linked)) {
    const [one, other] = [shapeOf(now, namesAt(run, at, now.range.start)), shapeOf(before, namesAt(run, base, before.range.start))];
    if (differ(one, other) && !isExpected(other, run)) return true;
  }
  return false;
}

/** The one condition, or the one value that is returned, that all atoms are about. */
function onlyOne(atoms: readonly Atom[], { symbol }: SymbolAt): Expression | undefined {
  const told = atoms.filter(({ kind }) => kind !== 'throws');
  const ends = codeOf(symbol);
  const [only] = told.flatMap(({ whole, node }) => whole ?? returned(node, ends) ?? []);
  return only && told.every(({ whole, range }) => whole === only || overlaps(only.range, range)) ? only : undefined;
}

/** What is returned under a condition may not be, in a call of a test. */
function returned(node: CodeNode | undefined, ends: readonly CodeNode[]): Expression | undefined {
  return node?.kind === 'return' && ends.some(({ range }) => range.start === node.range.start) ? node.value : undefined;
}

function differ(one: Shape | undefined, other: Shape | undefined): boolean {
  if (one?.kind === 'constant' && other?.kind === 'constant') return one.value !== other.value;
  const truths = [truthOf(one), truthOf(other)];
  return !truths.includes(undefined) && truths[0] !== truths[1];
}

/** A test that expects what was before is not one for what is now. */
function isExpected(before: Shape | undefined, { site, row }: Run): boolean {
  if (before?.kind !== 'constant') return false;
  const around = row.test.test.assertions.some(({ range }) => contains(range, site.node.range));
  const literals = visitsOf(row.test.test.body, 'string', 'number', 'true', 'false', 'null');
  const holder = row.test.test.body.find(({ range }) => contains(range, site.node.range));
  return (
    around &&
    literals.some(({ node }) => {
      const inside = holder && contains(holder.range, node.range) && !contains(site.node.range, node.range);
      const shape = inside === true ? shapeOf(node, () => undefined) : undefined;
      return shape?.kind === 'constant' && shape.value === before.value;
    })
  );
}

function* runsOf(at: SymbolAt, linked: readonly LinkedTest[]): Generator<Run> {
  let left = mostRuns;
  for (const { test, link } of linked) {
    if (link === 'file') continue;
    for (const site of sitesOf(test, at)) {
      const row = { test, at: 0, most: 1 };
      for (; row.at < Math.min(row.most, mostRows); row.at++) {
        if (left-- <= 0) return;
        yield { site, row };
      }
    }
  }
}

/** How far names are followed. */
const isTooFar = stepLimit(4);

/** What the parameters of a function are in one call of it, and the locals that follow from them. */
function namesAt(run: Run, { file, symbol }: SymbolAt, before: number): Names {
  const scope = { file, symbol, code: codeOf(symbol) };
  const names = (name: string, depth = 0): Shape | undefined => {
    if (isTooFar(depth)) return undefined;
    const bindings = bindingsOf(name, scope);
    const given = parameterNamed(name, symbol);
    if (isSetBefore(name, scope.code, before) || bindings.filter(({ form }) => form !== 'assignment').length > 1) return undefined;
    if (given) return given.rest ? undefined : given.path.reduce<Shape | undefined>(memberOf, argument(run, given.index));
    const [only] = bindings;
    if (!only) return constantNamed(name, file, (other) => names(other, depth + 1));
    if (only.form !== 'variable' || !only.value || only.path.length > 0) return undefined;
    return shapeOf(only.value, (other) => names(other, depth + 1));
  };
  return (name) => names(name);
}

function parameterNamed(
  name: string,
  { parameters = [] }: SymbolAt['symbol'],
): { readonly index: number; readonly path: readonly string[]; readonly rest: boolean } | undefined {
  for (const [index, parameter] of parameters.entries()) {
    const bound = boundNames(parameter.name).find((each) => each.name === name);
    // What is left out may have a value of its own.
    if (bound) return { index, path: bound.path, rest: parameter.rest || bound.rest || parameter.default !== undefined };
  }
  return undefined;
}

/** What the file holds under a name once and for all. */
function constantNamed(name: string, { facts }: SymbolAt['file'], names: Names): Shape | undefined {
  const [symbol, another] = facts ? symbolsNamed(facts, name) : [];
  const value = symbol && !another && symbol.modifiers.some((each) => /^(?:const|final)$/.test(each)) ? valueOf(symbol) : undefined;
  return value && shapeOf(value, names);
}

/** Whether a name gets another value before a place, as it is written. */
function isSetBefore(name: string, code: readonly CodeNode[], before: number): boolean {
  return visitsOf(code, 'assignment', 'unary').some(({ node }) => {
    const target = node.kind === 'assignment' ? node.target : /^(\+\+|--)$/.test(node.operator) ? node.operand : undefined;
    return target?.kind === 'name' && target.name === name && node.range.start < before;
  });
}

function argument({ site: { node, within }, row }: Run, index: number): Shape | undefined {
  const given = node.arguments[index];
  if (node.arguments.slice(0, index + 1).some(({ kind }) => kind === 'spread')) return undefined;
  // What is left out is `undefined`; Java has no such thing.
  if (!given) return { kind: 'constant', value: undefined };
  return shapeOf(given, (name) => heldIn(name, within, row));
}
