import type { TextRange } from '../../../base/text-range.ts';
import type { Call, Expression, FunctionExpression } from '../../../code/expression.ts';
import type { TestFact } from '../../../code/facts.ts';
import type { Statement } from '../../../code/statement.ts';

/** A call recognised as a test case or a group of them. */
export interface TestMark {
  readonly kind: TestFact['kind'];
  readonly run: TestFact['run'];
  readonly skipReason?: string;
  readonly markRange?: TextRange;
  /** The table of a parametrised test. */
  readonly table?: Expression;
  readonly title: Expression | undefined;
  readonly callback: FunctionExpression | undefined;
  /** What the test does: the callback's statements, or the call of the function that is named in its place. */
  readonly body: readonly Statement[];
}

interface Word {
  readonly text: string;
  readonly range: TextRange;
}

/** The words of a callee from left to right, and the table where `.each(…)` stands among them. */
interface Callee {
  readonly words: readonly Word[];
  readonly table?: Expression;
}

const groups = /^[xf]?(?:describe|context|suite)$/;
const cases = /^(?:[xf]?(?:it|test|specify))$/;
const modifiers = new Set([
  'only',
  'skip',
  'todo',
  'each',
  'for',
  'concurrent',
  'sequential',
  'failing',
  'fails',
  'skipIf',
  'runIf',
  'serial',
  'parallel',
  'describe',
  'fixme',
  'shuffle',
  'cb',
  'fail',
]);
const skipping = new Set(['skip', 'todo', 'fixme']);

/** Words that begin a group of tests: only what is touched is read of what they hold. */
export function isGroupCallee(text: string): boolean {
  return groups.test(text.split('.', 1)[0] ?? '') || text.startsWith('test.describe');
}

/**
 * @param names local names of the framework's own, `*` for the framework itself
 * @param contexts parameters of the tests around, on which subtests are called
 */
export function testMark(call: Call, names: ReadonlyMap<string, string>, contexts: ReadonlySet<string>): TestMark | undefined {
  const callee = calleeOf(call);
  const words = callee && canonical(callee.words, names, contexts);
  const root = words?.[0]?.text ?? '';
  if (!words || !(groups.test(root) || cases.test(root)) || !words.slice(1).every(({ text }) => modifiers.has(text))) return undefined;
  const isGroup = groups.test(root) || words.some(({ text }) => text === 'describe');
  const callback = call.arguments.findLast((argument) => argument.kind === 'function');
  const title = call.arguments[0] === callback ? undefined : call.arguments[0];
  const marked = runOf(words, call.arguments);
  const macro = callback || isGroup ? undefined : macroCall(call);
  if (!callback && !macro && !isPending(root, title, marked.run)) return undefined;
  const run = callback || macro || marked.run !== 'live' ? marked : { run: 'skipped' as const, markRange: call.nameRange };
  const body: readonly Statement[] = macro ? [{ kind: 'expression', value: macro, range: macro.range }] : (callback?.body ?? []);
  return { kind: isGroup ? 'group' : 'case', ...run, ...(callee.table && { table: callee.table }), title, callback, body };
}

/** `test('title', macro, 1, 2)` and `it('title', wrapped(…))`: what is called in the place of a function of its own. */
function macroCall({ arguments: [title, named, ...rest], range }: Call): Call | undefined {
  if (title?.kind !== 'string' && title?.kind !== 'concatenation') return undefined;
  if (named?.kind === 'call') return named;
  if (named?.kind === 'name') return { kind: 'call', name: named.name, nameRange: named.range, arguments: rest, range };
  if (named?.kind !== 'member') return undefined;
  return { kind: 'call', name: named.name, nameRange: named.range, receiver: named.object, arguments: rest, range };
}

/** `it('does this')` is planned; `it.todo('…')` says so. */
function isPending(root: string, title: Expression | undefined, run: TestFact['run']): boolean {
  const isText = title?.kind === 'string' || title?.kind === 'concatenation';
  return isText && (run === 'skipped' || /^(?:it|specify)$/.test(root));
}

function calleeOf(call: Call): Callee | undefined {
  if (call.name !== '') {
    const before = call.receiver ? wordsOf(call.receiver) : [];
    return before && { words: [...before, { text: call.name, range: call.nameRange }] };
  }
  const { receiver } = call;
  if (receiver?.kind === 'concatenation' && receiver.tag) return withTable(wordsOf(receiver.tag), receiver);
  const inner = receiver?.kind === 'call' ? calleeOf(receiver) : undefined;
  const table = receiver?.kind === 'call' ? receiver.arguments[0] : undefined;
  const last = inner?.words.at(-1)?.text ?? '';
  return inner && (last === 'each' || last === 'for') ? withTable(inner.words, table) : inner;
}

function withTable(words: readonly Word[] | undefined, table: Expression | undefined): Callee | undefined {
  return words && { words, ...(table && { table }) };
}

function wordsOf(expression: Expression): readonly Word[] | undefined {
  if (expression.kind === 'name') return [{ text: expression.name, range: expression.range }];
  if (expression.kind !== 'member') return undefined;
  const before = wordsOf(expression.object);
  const { end } = expression.range;
  return before && [...before, { text: expression.name, range: { start: end - expression.name.length, end } }];
}

/** The words under the framework's own names, without what they are called on. */
function canonical(words: readonly Word[], names: ReadonlyMap<string, string>, contexts: ReadonlySet<string>): readonly Word[] {
  const [root, ...rest] = words;
  if (!root) return words;
  const isHolder = names.get(root.text) === '*' || contexts.has(root.text) || root.text === 'tap';
  if (isHolder)
    return /^(?:test|it|describe|suite|context)$/.test(rest[0]?.text ?? '')
      ? rest
      : contexts.has(root.text)
        ? words
        : [{ ...root, text: 'test' }, ...rest];
  return [{ ...root, text: names.get(root.text) ?? root.text }, ...rest];
}

function runOf(words: readonly Word[], args: readonly Expression[]): Pick<TestMark, 'run' | 'markRange' | 'skipReason'> {
  for (const { text, range } of words) {
    if (text === 'only' || /^f(?:describe|context|suite|it|test|specify)$/.test(text)) return { run: 'focused', markRange: range };
    if (skipping.has(text) || /^x(?:describe|context|suite|it|test|specify)$/.test(text)) return { run: 'skipped', markRange: range };
  }
  const options = args.flatMap((argument) => (argument.kind === 'object' ? argument.properties : []));
  const option = options.find(
    ({ key, value }) => (key === 'only' || skipping.has(key)) && (value.kind === 'true' || value.kind === 'string'),
  );
  if (!option) return { run: 'live' };
  const reason = option.value.kind === 'string' ? { skipReason: option.value.value } : {};
  return { run: option.key === 'only' ? 'focused' : 'skipped', markRange: option.range, ...reason };
}
