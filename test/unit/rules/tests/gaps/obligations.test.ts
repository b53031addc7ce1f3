import assert from 'node:assert/strict';
import type { CodeChange } from '../../../../../src/code/code-change.ts';
import { numberOf } from '../../../../../src/code/flow/fold.ts';
import type { Obligation } from '../../../../../src/rules/tests/gaps/obligation.ts';
import { testGaps } from '../../../../../src/rules/tests/gaps/test-gaps.ts';
import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { reviewExample, type Texts } from '../../rule-cases.ts';

async function obligations(base: Texts, head: Texts): Promise<readonly Obligation[]> {
  const seen: Obligation[] = [];
  assert.ok(untestedChange.kind === 'change');
  await reviewExample(
    {
      ...untestedChange,
      *check(change: CodeChange) {
        for (const each of testGaps(change).functions) seen.push(...each.obligations);
        yield* [];
      },
    },
    { base, head },
  );
  return seen;
}

/** `kind about: values`. */
const written = ({ kind, about, values }: Obligation): string =>
  `${kind}${about === undefined ? '' : ` ${about}`}${values.length === 0 ? '' : `: ${values.map((each) => each.text || each.kind).join(', ')}`}`;

async function inScript(statement: string, before = ''): Promise<readonly string[]> {
  const of = (text: string): Texts => ({
    'src/total.ts': `export function total(items: number[], kind: string, n: number) {\n  ${text}\n  return sum(items);\n}\n`,
  });
  return (await obligations(of(before), of(statement))).map(written);
}

async function inJava(statement: string): Promise<readonly string[]> {
  const of = (text: string): Texts => ({
    'src/main/java/a/Cart.java': `package a;\n\nclass Cart {\n  int total(List<Item> items, String kind, Kind sort) {\n    ${text}\n    return sum(items);\n  }\n}\n`,
  });
  return (await obligations(of(''), of(statement))).map(written);
}

describe('what a change has to be tested for', () => {
  const script: readonly (readonly [string, readonly string[]])[] = [
    ['if (kind === null) return;', ['null-empty kind: null']],
    ['if (null === kind) return;', ['null-empty kind: null']],
    ['if (kind === undefined) return;', ['null-empty kind: undefined']],
    ["if (typeof kind === 'undefined') return;", ['null-empty kind: undefined']],
    ["if (kind === '') return;", ['null-empty kind: empty']],
    ['if (items.length === 0) return;', ['null-empty items: empty']],
    ['if (items.length > 0) stop();', ['null-empty items: empty', 'changed-behaviour']],
    ['if (n > 10) return;', ['boundary n: 9, 10, 11']],
    ['if (10 < n) return;', ['boundary n: 9, 10, 11']],
    ['if (n >= 1_000) return;', ['boundary n: 999, 1000, 1001']],
    ['if (n === 3) return;', ['boundary n: 2, 3, 4']],
    ['if (n > LIMIT) return;', ['boundary n: LIMIT - 1, LIMIT, LIMIT + 1']],
    ['if (n > 0.5) return;', ['boundary n: 0.5 - 1, 0.5, 0.5 + 1']],
    ["if (kind === 'a') return;", ["enum-case kind: 'a'"]],
    ['if (kind === Kind.PLAIN) return;', ['enum-case kind: Kind.PLAIN']],
    ['if (kind === other.kind) return;', ['new-branch kind']],
    ["if ('a' in items) return;", ['new-branch items']],
    ["switch (kind) { case 'a': return; }", ["enum-case: 'a'"]],
    ['if (isEmpty(items)) return;', ['null-empty items: empty']],
    ['if (isKnown(items)) return;', ['new-branch isKnown(items)']],
    ["if (!kind) throw new RangeError('no kind');", ['new-branch kind', 'throws']],
    ["if (!kind) throw new ForbiddenError('no kind');", ['new-branch kind', 'auth']],
  ];
  for (const [statement, expected] of script)
    it(statement, async () => {
      const all = await inScript(statement);
      assert.deepEqual(all, expected);
    });

  const topics: readonly (readonly [string, ...string[]])[] = [
    ['if (user.hasRole(kind)) stop();', 'auth', 'changed-behaviour'],
    ['setTimeout(stop, n * 2);', 'async'],
    ['if (Date.now() > n) stop();', 'time', 'changed-behaviour'],
    ['use(Math.round(n));', 'numeric'],
    ['use(kind.toLowerCase());', 'text'],
    ['if (items.hasNext) stop();', 'paging', 'changed-behaviour'],
    ['for (const item of items) use(item);', 'loop', 'changed-behaviour'],
  ];
  for (const [statement, ...expected] of topics)
    it(`${statement} is about ${expected.join(' and ')}`, async () => {
      const kinds = (await inScript(statement)).map((each) => each.split(/[ :]/)[0]);
      assert.deepEqual(kinds, expected);
    });

  const java: readonly (readonly [string, string])[] = [
    ['if (items.isEmpty()) return 0;', 'null-empty items: empty'],
    ['if (items.size() == 0) return 0;', 'null-empty items: empty'],
    ['if (Objects.isNull(kind)) return 0;', 'null-empty kind: null'],
    ['if (StringUtils.isBlank(kind)) return 0;', 'null-empty kind: empty'],
    ['if (kind.isBlank()) return 0;', 'null-empty kind: empty'],
    ['if (sort == Kind.PLAIN) return 0;', 'enum-case sort: Kind.PLAIN'],
    ['switch (sort) { case PLAIN: return 0; }', 'enum-case: PLAIN'],
    ['if (items.size() > 10L) return 0;', 'boundary items.size(): 9, 10, 11'],
  ];
  for (const [statement, expected] of java)
    it(`${statement} in Java`, async () => {
      const all = await inJava(statement);
      assert.deepEqual(all, [expected, 'changed-behaviour']);
    });

  it('is what a function no longer does, where it does nothing else', async () => {
    const base = { 'src/total.ts': 'export function total(n: number) {\n  if (n > 3) stop();\n  return sum(n);\n}\n' };
    const head = { 'src/total.ts': 'export function total(n: number) {\n  return sum(n);\n}\n' };
    const [only, ...others] = await obligations(base, head);
    assert.deepEqual([only?.kind, others], ['changed-behaviour', []]);
    assert.match(only?.text ?? '', /^no longer: .*n > 3/);
  });
});

describe('a number literal', () => {
  const cases: readonly (readonly [string, number | undefined])[] = [
    ['1_000', 1000],
    ['10L', 10],
    ['10n', 10],
    ['1.5f', 1.5],
    ['0x1F', 31],
    ['many', undefined],
  ];
  for (const [text, value] of cases)
    it(text, () => {
      assert.equal(numberOf(text), value);
    });
});

describe('what behaves as before', () => {
  const module = (text: string): Texts => ({ 'src/total.ts': text });
  const java = (text: string): Texts => ({ 'src/main/java/a/Cart.java': `package a;\n\n${text}\n` });
  const pairs: readonly (readonly [string, Texts, Texts])[] = [
    [
      'a renamed parameter',
      module('export function total(n: number) {\n  if (n > 3) stop(n);\n  return sum(n);\n}\n'),
      module('export function total(most: number) {\n  if (most > 3) stop(most);\n  return sum(most);\n}\n'),
    ],
    [
      'a renamed local',
      module('export function total(n: number) {\n  const all = sum(n);\n  return use(all, all + 1);\n}\n'),
      module('export function total(n: number) {\n  const found = sum(n);\n  return use(found, found + 1);\n}\n'),
    ],
    [
      'a parameter that is no longer passed on',
      module('export function total(n: number, $log: Log) {\n  return sum(n,$log);\n}\n'),
      module('export function total(n: number) {\n  return sum(n);\n}\n'),
    ],
    ['a new getter', java('class Cart {}'), java('class Cart { private int n; int n() { return this.n; } void n(int n) { this.n = n; } }')],
    ['a new toString', java('class Cart {}'), java('class Cart { public String toString() { return "a" + size(); } }')],
    [
      'a new overload that hands on',
      java('class Cart { int sum(int a, int b) { return a * b; } }'),
      java('class Cart { int sum(int a, int b) { return a * b; } int sum(int a) { return sum(a, 1); } }'),
    ],
    [
      'a new bean',
      java('class Cart {}'),
      java('class Cart { @Bean Shop shop() { Shop shop = new Shop(); if (shop.open()) shop.close(); return shop; } }'),
    ],
    [
      'the constructor of an error',
      java('class Refused extends RuntimeException {}'),
      java('class Refused extends RuntimeException { Refused(String text) { super("no: " + text.trim()); } }'),
    ],
  ];
  for (const [name, base, head] of pairs)
    it(name, async () => {
      assert.deepEqual(await obligations(base, head), []);
    });
  it('is not a function value that asks something new', async () => {
    const of = (body: string): Texts => module(`export const total = debounce((n: number) => {\n  ${body}\n  return sum(n);\n});\n`);
    assert.deepEqual((await obligations(of(''), of('if (n > 3) stop();'))).map(written), ['boundary n: 2, 3, 4', 'changed-behaviour']);
  });
});
