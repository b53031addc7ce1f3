import type { Call, FunctionExpression } from '../../../code/expression.ts';
import type { ImportFact, TestFact } from '../../../code/facts.ts';
import type { Statement } from '../../../code/statement.ts';
import { visitsOf } from '../../../code/walk.ts';
import type { Visited } from '../../../code/walk.ts';
import type { Reader } from '../reader.ts';
import { AssertionReader } from './assertions.ts';
import { frameworkNames, frameworkOf } from './frameworks.ts';
import { testMark } from './marks.ts';
import type { TestMark } from './marks.ts';
import { skipInside } from './skips.ts';
import { parameterRows, titleText } from './titles.ts';

interface Found {
  readonly call: Call;
  readonly mark: TestMark;
  readonly outer: Found | undefined;
}

/** The touched tests among a module's statements. */
export function readTests(body: readonly Statement[], imports: readonly ImportFact[], reader: Reader): TestFact[] {
  const found = findTests(body, imports);
  if (found.length === 0) return [];
  const framework = frameworkOf(imports, reader.text);
  const assertions = new AssertionReader(imports);
  const withSubtests = new Set(found.map(({ outer }) => outer));
  const touched = found.filter(({ call }) => reader.isTouched(call.range));
  return touched.map((test) =>
    testFact(test, { framework, assertions, reader, isGroup: test.mark.kind === 'group' || withSubtests.has(test) }),
  );
}

function findTests(body: readonly Statement[], imports: readonly ImportFact[]): Found[] {
  const names = frameworkNames(imports);
  const byCallback = new Map<FunctionExpression, Found>();
  const around = new Map<Visited, Found | undefined>();
  const found: Found[] = [];
  for (const visited of visitsOf(body, 'call')) {
    const outer = byCallback.size === 0 ? undefined : outerTest(visited, byCallback, around);
    const mark = testMark(visited.node, names, contextsOf(outer));
    if (!mark) continue;
    const test = { call: visited.node, mark, outer };
    found.push(test);
    if (mark.callback) byCallback.set(mark.callback, test);
  }
  return found;
}

/** @param around what was found for other nodes: the way up is gone once, however deep the code lies */
function outerTest(
  visited: Visited,
  byCallback: ReadonlyMap<FunctionExpression, Found>,
  around: Map<Visited, Found | undefined>,
): Found | undefined {
  const way: Visited[] = [];
  let at = visited.parent;
  for (; at && !around.has(at) && !callbackTest(at, byCallback); at = at.parent) way.push(at);
  const test = at && (callbackTest(at, byCallback) ?? around.get(at));
  for (const each of way) around.set(each, test);
  return test;
}

function callbackTest({ node }: Visited, byCallback: ReadonlyMap<FunctionExpression, Found>): Found | undefined {
  return node.kind === 'function' ? byCallback.get(node) : undefined;
}

/** The first parameters of the tests around, e.g. `t`. */
function contextsOf(test: Found | undefined): ReadonlySet<string> {
  const contexts = new Set<string>();
  for (let at = test; at; at = at.outer) if (at.mark.callback?.parameters[0] !== undefined) contexts.add(at.mark.callback.parameters[0]);
  return contexts;
}

interface Reading {
  readonly framework: string;
  readonly assertions: AssertionReader;
  readonly reader: Reader;
  readonly isGroup: boolean;
}

function testFact(test: Found, { framework, assertions, reader, isGroup }: Reading): TestFact {
  const { call, mark } = test;
  const body = isGroup ? [] : mark.body;
  const inside = mark.run === 'live' ? skipInside(mark.callback) : undefined;
  const { run, markRange, skipReason } = inside ?? mark;
  return {
    kind: isGroup ? 'group' : 'case',
    framework,
    titles: titlesOf(test, reader),
    run,
    ...(skipReason !== undefined && { skipReason }),
    assertions: assertions.read(body, contextsOf(test)),
    parameters: mark.table ? parameterRows(mark.table, reader) : [],
    range: call.range,
    ...(markRange && { markRange }),
    body,
  };
}

function titlesOf(test: Found, reader: Reader): readonly string[] {
  const titles: string[] = [];
  for (let at: Found | undefined = test; at; at = at.outer) titles.unshift(titleText(at.mark.title, reader));
  return titles;
}
