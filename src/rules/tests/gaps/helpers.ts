import { Memo } from '../../../base/memo.ts';
import { remembered } from '../../../base/remembered.ts';
import { contains, type TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { pathsLeanedOn } from '../../../code/leaned-on.ts';
import { importedPath, withoutScriptSuffix } from '../../../code/module-name.ts';
import { codeOf, walk, type CodeNode, type Visited } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import type { TestCode } from './call-sites.ts';

/** Levels of helper functions that are followed within a test file. */
const helperDepth = 3;

const setupNames = /^(setUp|before|beforeEach|beforeAll|init|initialize)/;
const setupAnnotations = /^Before(?:Each|All|Class|Method)?$/;

/** What runs before each test of a file, by its names. */
export const setupOf = remembered((file: SourceFile): readonly string[] => {
  const annotated = (file.facts?.symbols ?? []).filter((symbol) =>
    symbol.annotations.some(({ name }) => setupAnnotations.test(simpleTypeName(name))),
  );
  return [...new Set([...[...helpersOf(file).keys()].filter((name) => setupNames.test(name)), ...annotated.map(({ name }) => name)])];
});

/** The methods that give a test its rows: `@MethodSource("rows")`, `@MethodSource` alone, `@Test(dataProvider = "rows")`. */
export function sourcesOf({ name: own, annotations }: SymbolFact): readonly string[] {
  return annotations.flatMap(({ name, arguments: given }) => {
    const isSource = simpleTypeName(name) === 'MethodSource';
    const named = given
      .filter((each) => each.name === (isSource ? 'value' : 'dataProvider'))
      .flatMap(({ value }) => (value.kind === 'array' ? value.elements : [value]))
      .flatMap((value) => (value.kind === 'string' ? [value.value.slice(value.value.lastIndexOf('#') + 1)] : []));
    return isSource && named.length === 0 ? [own] : named;
  });
}

/** Name → its code; overloads and names of several groups are several. */
export type Helpers = ReadonlyMap<string, readonly TestCode[]>;

/** Functions and values of a test file, those written inside groups too. */
export const helpersOf = remembered((file: SourceFile): Helpers => {
  const helpers = new Map<string, TestCode[]>();
  const add = (name: string, symbol: SymbolFact, code: readonly CodeNode[]): void => {
    const others = helpers.get(name);
    if (others) others.push({ file, symbol, code });
    else helpers.set(name, [{ file, symbol, code }]);
  };
  const symbols = file.facts?.symbols ?? [];
  for (const symbol of symbols) if (symbol.kind !== 'module' && codeOf(symbol).length > 0) add(symbol.name, symbol, codeOf(symbol));
  const [module] = symbols;
  const groups = (file.facts?.tests ?? []).filter(({ kind }) => kind === 'group').flatMap(({ body }) => body);
  for (const { node } of module ? besideCases([...(module.body ?? []), ...groups], file) : []) {
    if (!module) break;
    if (node.kind === 'functions') for (const each of node.functions) add(each.name, module, each.body);
    if (node.kind === 'variable' && node.value && !/^(?:describe|it|test)$/.test(node.name)) add(node.name, module, [node.value]);
    if (node.kind === 'call' && setupNames.test(node.name)) add(node.name, module, node.arguments);
  }
  return helpers;
});

/** What stands outside of all cases: what one of them calls its own things is nothing to the others. */
function besideCases(code: readonly CodeNode[], file: SourceFile): readonly Visited[] {
  const cases = innermostCases(file);
  let at = 0;
  return walk(code)
    .toSorted((one, other) => one.node.range.start - other.node.range.start)
    .filter(({ node: { range } }) => {
      while (at < cases.length && (cases[at]?.end ?? 0) <= range.start) at++;
      const next = cases[at];
      return !next || !contains(next, range);
    });
}

/** Those that hold no others, in their order. */
function innermostCases({ facts }: SourceFile): readonly TextRange[] {
  const cases = (facts?.tests ?? []).filter(({ kind }) => kind === 'case').map(({ range }) => range);
  const inOrder = cases.toSorted((one, other) => one.start - other.start);
  return inOrder.filter((range, index) => {
    const next = inOrder[index + 1];
    return !next || next.start >= range.end;
  });
}

/** The helpers that code uses by these names, themselves or through others. */
export function usedHelpers(direct: Iterable<string>, helpers: Helpers): readonly string[] {
  const used = new Set([...direct].filter((name) => helpers.has(name)));
  let pending = [...used];
  for (let depth = 1; depth < helperDepth && pending.length > 0; depth++) {
    pending = pending
      .flatMap((name) => (helpers.get(name) ?? []).flatMap(({ code }) => [...directNames(code)]))
      .filter((name) => helpers.has(name) && !used.has(name));
    for (const name of pending) used.add(name);
  }
  return [...used];
}

const namesIn = new Memo<readonly CodeNode[], ReadonlySet<string>>();

export function directNames(code: readonly CodeNode[]): ReadonlySet<string> {
  const known = namesIn.get(code);
  if (known) return known;
  const names = new Set<string>();
  for (const { node } of walk(code)) {
    if (node.kind === 'call' || node.kind === 'name' || node.kind === 'member' || node.kind === 'element') names.add(node.name);
    if (node.kind === 'new') names.add(node.type.slice(node.type.lastIndexOf('.') + 1));
    if (node.kind === 'variable' && node.type) names.add(node.type.replace(/<.*/s, ''));
    if (node.kind === 'string' && node.value.startsWith('/')) names.add(node.value);
  }
  namesIn.set(code, names);
  return names;
}

/** Levels of files that a test file leans on. */
const leanedDepth = 2;

/** Of the tests that were read those that a test file leans on, and those that these do. */
export function leanedOn(file: SourceFile, tests: readonly SourceFile[]): readonly SourceFile[] {
  const byPath = testsByPath(tests);
  const paths = pathsOf(tests);
  const found = new Set<SourceFile>();
  let pending = [file];
  for (let depth = 0; depth < leanedDepth && pending.length > 0; depth++) {
    pending = pending
      .flatMap((each) => pathsLeanedOn(each, paths).flatMap((path) => byPath.get(path) ?? []))
      .filter((each) => each !== file && !found.has(each));
    for (const each of pending) found.add(each);
  }
  return [...found];
}

const testsByPath = remembered((tests: readonly SourceFile[]) => new Map(tests.map((each) => [each.path, each])));
const pathsOf = remembered((tests: readonly SourceFile[]): readonly string[] => tests.map(({ path }) => path));

/** The helpers of a test file with those that it takes from the files it leans on: members that are inherited, and what is imported. */
export function withBorrowed(file: SourceFile, leaned: readonly SourceFile[]): Helpers {
  const own = helpersOf(file);
  if (leaned.length === 0) return own;
  const all = new Map(own);
  for (const each of leaned)
    for (const [name, codes] of file.facts?.language === 'java' ? helpersOf(each) : importedFrom(each, file))
      if (!own.has(name)) all.set(name, [...(all.get(name) ?? []), ...codes]);
  return all;
}

/** What a module imports from another, by the names it gives to it, each with what it uses in turn. */
function importedFrom(leaned: SourceFile, { path, facts }: SourceFile): Helpers {
  const helpers = helpersOf(leaned);
  const isOf = (source: string): boolean => importedPath(path, source) === withoutScriptSuffix(leaned.path);
  const names = (facts?.imports ?? []).filter(({ source }) => isOf(source));
  return new Map(
    names.flatMap(({ name, local }) =>
      (name === '*' ? [...helpers.keys()] : [name]).map((each): readonly [string, readonly TestCode[]] => {
        const used = usedHelpers([each], helpers);
        return [name === '*' ? each : local, used.flatMap((one) => helpers.get(one) ?? [])];
      }),
    ),
  );
}
