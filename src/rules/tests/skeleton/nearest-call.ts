import type { SymbolFact } from '../../../code/facts.ts';
import type { Call, Construction, Expression } from '../../../code/expression.ts';
import { boundNames } from '../../../code/flow/pattern.ts';
import { bare, visitsOf, type CodeNode } from '../../../code/walk.ts';
import type { TestCase } from '../gaps/test-index.ts';

/** How a test calls a function, as far as another test beside it may say the same. */
export interface NearestCall {
  /** What it calls a method on: `new Shop(store)`, `shop`. */
  readonly receiver: string | undefined;
  /** By the parameter's place; undefined for what only that test has. */
  readonly values: readonly (string | undefined)[];
}

/** Longer code is not said again. */
const longest = 120;

/** The first call of a function in the body of a test; undefined where there is none, and in a test that is run for rows of values. */
export function nearestCall({ test, file }: TestCase, { name, kind }: SymbolFact): NearestCall | undefined {
  if (test.parameters.length > 0) return undefined;
  const calls = visitsOf(test.body, 'call', 'new').map(({ node }) => node);
  const call = calls.find((each) =>
    kind === 'constructor' ? each.kind === 'new' && each.type === name : each.kind === 'call' && each.name === name,
  );
  if (!call) return undefined;
  const variables = visitsOf(test.body, 'variable').map(({ node }) => node);
  const locals = new Set([...localNames(test.body), ...injected(test, file)]);
  const said = (each: Expression): string | undefined => {
    const text = file.text.slice(each.range.start, each.range.end);
    return text.length <= longest && !text.includes('\n') && isFree(each, locals) ? text : undefined;
  };
  return { receiver: receiverOf(call), values: call.arguments.map(said) };

  function receiverOf(asked: Call | Construction): string | undefined {
    const given = asked.kind === 'call' && asked.receiver ? bare(asked.receiver) : undefined;
    if (given?.kind === 'new') return said(given);
    if (given?.kind !== 'name') return undefined;
    if (!locals.has(given.name)) return given.name;
    const made = variables.findLast((each) => each.name === given.name && each.range.end <= asked.range.start)?.value;
    return made?.kind === 'new' ? said(made) : undefined;
  }
}

/** What JUnit hands to a test method. */
function injected(test: TestCase['test'], { facts }: TestCase['file']): readonly string[] {
  const method = facts?.symbols.find(({ kind, range }) => kind === 'method' && range.start === test.range.start);
  return method?.parameters?.map(({ name }) => name) ?? [];
}

/** All that the body of a test declares, and what tests are given by their runners. */
function localNames(body: readonly CodeNode[]): ReadonlySet<string> {
  const visits = visitsOf(body, 'variable', 'function', 'loop', 'try');
  const patterns = visits.flatMap(({ node }) => {
    if (node.kind === 'function') return node.parameters;
    if (node.kind === 'try') return node.handlers.map((handler) => handler.name ?? '');
    return node.kind === 'loop' ? [node.variable ?? ''] : [node.name];
  });
  return new Set(['t', 'done', 'page', 'ctx', 'context', 'this', ...patterns.flatMap(boundNames).map(({ name }) => name)]);
}

/** Whether code depends on nothing of the test that it stands in. */
function isFree(code: Expression, locals: ReadonlySet<string>): boolean {
  const own = new Set(
    visitsOf([code], 'function')
      .flatMap(({ node }) => node.parameters.flatMap(boundNames))
      .map(({ name }) => name),
  );
  const isOfTest = (name: string): boolean => locals.has(name) && !own.has(name);
  return visitsOf([code], 'name', 'call', 'await', 'this').every(({ node }) => {
    if (node.kind === 'call') return node.receiver !== undefined || !isOfTest(node.name);
    return node.kind === 'name' && !isOfTest(node.name);
  });
}
