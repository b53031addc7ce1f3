import { contains, type TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { SymbolFact, TestFact } from '../../../code/facts.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { codeOf, visitsOf, type CodeNode, type Visited } from '../../../code/walk.ts';
import { liveCases } from './test-finding.ts';

/** A variable that one test reads as another left it. */
export interface SharedState {
  readonly name: string;
  readonly writer: TestFact;
  readonly written: TextRange;
  readonly reader: TestFact;
  readonly read: TextRange;
}

/** Static fields that nothing sets but tests. */
export function sharedInJava(file: SourceFile): readonly SharedState[] {
  const { facts } = file;
  const tests = liveCases(file);
  const module = facts?.symbols[0];
  if (!module || tests.length < 2) return [];
  const methods = facts.symbols.filter(({ kind }) => /^(?:method|constructor|initializer)$/.test(kind));
  const others = methods.filter(({ range }) => !tests.some((test) => test.range.start === range.start));
  return facts.symbols
    .filter(({ kind, modifiers }) => kind === 'field' && modifiers.includes('static') && !modifiers.includes('final'))
    .filter(({ name }) => !others.some((method) => writesIn(name, codeOf(method)).length > 0))
    .flatMap(({ name }) => sharedBy(name, tests, module));
}

/** Variables of the module or of a group that nothing sets but tests. */
export function sharedInScript(file: SourceFile): readonly SharedState[] {
  const { facts } = file;
  const tests = liveCases(file);
  const root = facts?.symbols[0];
  const module = root?.body ?? [];
  if (!root || tests.length < 2) return [];
  const isInTest = ({ range }: CodeNode): boolean => tests.some((test) => contains(test.range, range));
  const functions = facts.symbols.filter(({ kind }) => kind === 'function' || kind === 'method');
  return variablesOf(facts.symbols, module)
    .filter(({ range }) => !tests.some((test) => contains(test.range, range)))
    .filter(
      ({ name }) =>
        !writesIn(name, module).some((node) => !isInTest(node)) && !functions.some((each) => writesIn(name, codeOf(each)).length > 0),
    )
    .flatMap(({ name, range }) => {
      const scope = scopeOf(range, module);
      return sharedBy(
        name,
        tests.filter((test) => !scope || contains(scope, test.range)),
        root,
      );
    });
}

interface Variable {
  readonly name: string;
  readonly range: TextRange;
}

function variablesOf(symbols: readonly SymbolFact[], module: readonly CodeNode[]): readonly Variable[] {
  const own = symbols.filter(({ kind, modifiers, parent }) => kind === 'variable' && parent === 0 && !modifiers.includes('const'));
  const inGroups = visitsOf(module, 'variable').filter(({ node }) => !node.constant && /^[\w$]+$/.test(node.name));
  const byName = new Map<string, Variable>();
  for (const each of [...own, ...inGroups.map(({ node }) => node)]) byName.set(each.name, each);
  return [...byName.values()];
}

/** The function around a place: a group's. */
function scopeOf(range: TextRange, module: readonly CodeNode[]): TextRange | undefined {
  return visitsOf(module, 'function')
    .filter(({ node }) => contains(node.range, range))
    .at(-1)?.node.range;
}

function sharedBy(name: string, tests: readonly TestFact[], module: SymbolFact): readonly SharedState[] {
  const uses = tests.filter((test) => bindsNothing(name, test, module)).map((test) => ({ test, uses: usesIn(name, test.body) }));
  const writer = uses.find(({ uses: [first] }) => first?.writes === true);
  if (!writer) return [];
  // What is assigned before it is read, or checked for being there, is a test's own.
  return uses.flatMap(({ test, uses: [first] }) =>
    test !== writer.test && first && !first.writes && test.range.start > writer.test.range.start
      ? [{ name, writer: writer.test, written: (writer.uses[0] ?? first).range, reader: test, read: first.range }]
      : [],
  );
}

/** A local of the name hides it. */
function bindsNothing(name: string, { body }: TestFact, module: SymbolFact): boolean {
  return bindingsOf(name, { symbol: module, code: body }).every(({ form }) => form === 'assignment' || form === 'changed');
}

interface Use {
  readonly range: TextRange;
  readonly writes: boolean;
}

function usesIn(name: string, code: readonly CodeNode[]): readonly Use[] {
  return visitsOf(code, 'name')
    .filter(({ node }) => node.name === name)
    .map((visited) => ({ range: visited.node.range, writes: isTarget(visited) }));
}

function isTarget({ node, parent }: Visited): boolean {
  return parent?.node.kind === 'assignment' && parent.node.target === node && parent.node.operator === '=';
}

function writesIn(name: string, code: readonly CodeNode[]): readonly CodeNode[] {
  return visitsOf(code, 'assignment', 'unary')
    .map(({ node }) => node)
    .filter((node) =>
      node.kind === 'assignment'
        ? node.target.kind === 'name' && node.target.name === name
        : /^(?:\+\+|--)$/.test(node.operator) && node.operand.kind === 'name' && node.operand.name === name,
    );
}
