import { rules } from '../../../../src/rules/index.ts';
import { expectFindings } from '../rule-cases.ts';

const script = (before: string, ...body: readonly string[]): string =>
  ["import { expect, it, vi } from 'vitest';", before, "it('adds', async () => {", ...body.map((line) => `  ${line}`), '});', ''].join(
    '\n',
  );
const lines = (...text: readonly string[]): string => text.map((line) => `${line}\n`).join('');

/** By rule: what it is about, the test file, and all that is found in it. */
const kinds: Readonly<Record<string, readonly (readonly [name: string, path: string, text: string, finds: readonly string[]])[]>> = {
  'skipped-or-focused-test': [
    [
      'test.skip title',
      'test/cart.test.js',
      lines("import { test, expect } from 'vitest';", "test.skip('a', () => { expect(f()).toBe(1); });"),
      ['2 The test “a” is skipped and gives no reason.'],
    ],
    [
      'skipIf',
      'test/cart.test.js',
      lines("import { test, expect } from 'vitest';", "test.skipIf(process.platform === 'win32')('a', () => { expect(f()).toBe(1); });"),
      [],
    ],
    [
      'node skip option',
      'test/cart.test.js',
      lines(
        "import test from 'node:test';",
        "import assert from 'node:assert';",
        "test('a', { skip: true }, () => { assert.equal(f(), 1); });",
      ),
      ['3 The test “a” is skipped and gives no reason.'],
    ],
    [
      'node only option',
      'test/cart.test.js',
      lines(
        "import test from 'node:test';",
        "import assert from 'node:assert';",
        "test('a', { only: true }, () => { assert.equal(f(), 1); });",
      ),
      ['3 The test “a” is focused, so no other test of the file is run.'],
    ],
    [
      'ava only',
      'test/cart.test.js',
      lines("import test from 'ava';", "test.only('a', t => { t.is(f(), 1); });"),
      ['2 The test “a” is focused, so no other test of the file is run.'],
    ],
    [
      'describe.only.each',
      'test/cart.test.js',
      lines(
        "import { describe, test, expect } from 'vitest';",
        "describe.only('a', () => { test('b', () => { expect(f()).toBe(1); }); });",
      ),
      ['2 The tests of “a” are focused, so no other test of the file is run.'],
    ],
    [
      'this.skip conditional',
      'test/cart.test.js',
      lines("const assert = require('assert');", "it('a', function () { if (!process.env.DB) this.skip(); assert.equal(f(), 1); });"),
      [],
    ],
    [
      'array.only method',
      'test/cart.test.js',
      lines("import { test, expect } from 'vitest';", "test('b', () => { expect(list.only('x')).toBe(1); });"),
      [],
    ],
  ],
  'test-without-assertion': [
    [
      'console',
      'test/cart.test.js',
      script('', 'const cart = make();', 'console.log(cart.total());'),
      ['3 The test “adds” checks nothing: it passes whatever the code answers.'],
    ],
    [
      'await only',
      'test/cart.test.js',
      script('', 'await save(make());'),
      ['3 The test “adds” checks nothing: it passes whatever the code answers.'],
    ],
    ['expectTypeOf', 'test/cart.test.js', script('', 'expectTypeOf(make()).toEqualTypeOf<number>();'), []],
    ['helper', 'test/cart.test.js', script('function checkTotal(c, n) { expect(c.total()).toBe(n); }', 'checkTotal(make(), 3);'), []],
    ['getBy throws', 'test/cart.test.js', script('', 'render(make());', "await screen.findByText('a');"), []],
  ],
  'assertion-that-cannot-fail': [
    [
      'toBeTruthy string',
      'test/cart.test.js',
      script('', 'make();', "expect('ok').toBeTruthy();"),
      ["5 `expect('ok').toBeTruthy()` in the test “adds” holds whatever the code does: what it is given is a constant."],
    ],
    [
      'assert.ok(1)',
      'test/cart.test.js',
      lines("import test from 'node:test';", "import assert from 'node:assert';", "test('a', () => { f(); assert.ok(true); });"),
      ['3 `assert.ok(true)` in the test “a” holds whatever the code does: what it is given is a constant.'],
    ],
    ['t.pass only', 'test/cart.test.js', lines("import test from 'ava';", "test('a', t => { f(); t.pass(); });"), []],
    ['defined of result', 'test/cart.test.js', script('', 'expect(make()).toBeDefined();'), []],
  ],
  'expectation-only-in-catch': [
    [
      'js promise catch',
      'test/cart.test.js',
      script('', "await pay().catch((e) => { expect(e.message).toBe('x'); });"),
      ["4 The test “adds” passes when nothing is thrown: `expect(e.message).toBe('x')` stands in a `catch`, and nothing fails before it."],
    ],
    [
      'js try',
      'test/cart.test.js',
      script('', 'try {', '  await pay();', '} catch (e) {', '  expect(e).toBeInstanceOf(TypeError);', '}'),
      [
        '7 The test “adds” passes when nothing is thrown: `expect(e).toBeInstanceOf(TypeError)` stands in a `catch`, and nothing fails before it.',
      ],
    ],
    [
      'js assert.fail',
      'test/cart.test.js',
      script('', 'try {', '  await pay();', "  assert.fail('no');", '} catch (e) {', "  expect(e.message).toBe('x');", '}'),
      [],
    ],
  ],
  'conditional-assertion': [
    [
      'js if',
      'test/cart.test.js',
      script('', 'const r = await find();', 'if (r.ok) {', '  expect(r.value).toBe(1);', '}'),
      ['5 The test “adds” asserts only if `r.ok`: otherwise it passes without checking anything.'],
    ],
    [
      'js forEach',
      'test/cart.test.js',
      script('', 'const r = await find();', 'if (r.length > 0) r.forEach((x) => expect(x).toBe(1));'),
      ['5 The test “adds” asserts only if `r.length > 0`: otherwise it passes without checking anything.'],
    ],
    ['js env', 'test/cart.test.js', script('', 'if (process.env.CI) expect(make()).toBe(1);', 'else expect(make()).toBe(2);'), []],
  ],
  'sleep-in-test': [
    [
      'js promise timeout',
      'test/cart.test.js',
      script('', 'start();', 'await new Promise((resolve) => setTimeout(resolve, 500));', 'expect(done()).toBe(true);'),
      [
        '5 The test “adds” waits with `new Promise((resolve) => setTimeout(resolve, 500))`: too long on most machines, too short on a busy one.',
      ],
    ],
    [
      'js sleep helper',
      'test/cart.test.js',
      script(
        'const sleep = (ms) => new Promise((r) => setTimeout(r, ms));',
        'start();',
        'await sleep(1000);',
        'expect(done()).toBe(true);',
      ),
      ['5 The test “adds” waits with `sleep(1000)`: too long on most machines, too short on a busy one.'],
    ],
    [
      'js setTimeout promises',
      'test/cart.test.js',
      script("import { setTimeout } from 'node:timers/promises';", 'start();', 'await setTimeout(500);', 'expect(done()).toBe(true);'),
      ['5 The test “adds” waits with `setTimeout(500)`: too long on most machines, too short on a busy one.'],
    ],
    [
      'js fake timers',
      'test/cart.test.js',
      script('', 'vi.useFakeTimers();', 'start();', 'vi.advanceTimersByTime(500);', 'expect(done()).toBe(true);'),
      [],
    ],
    ['js waitFor', 'test/cart.test.js', script('', 'start();', 'await waitFor(() => expect(done()).toBe(true));'), []],
  ],
  'assertion-on-stub': [
    [
      'js mockReturnValue',
      'test/cart.test.js',
      script('', 'const f = vi.fn().mockReturnValue(3);', 'expect(f()).toBe(3);'),
      ['5 The test “adds” checks what it stubbed itself: `f()` answers what line 4 says, whatever the code does.'],
    ],
    [
      'js mockResolved',
      'test/cart.test.js',
      script('', 'const f = vi.fn().mockResolvedValue(3);', 'expect(await f()).toBe(3);'),
      ['5 The test “adds” checks what it stubbed itself: `f()` answers what line 4 says, whatever the code does.'],
    ],
    [
      'js spyOn',
      'test/cart.test.js',
      script('', "vi.spyOn(cart, 'total').mockReturnValue(3);", 'expect(cart.total()).toBe(3);'),
      ['5 The test “adds” checks what it stubbed itself: `cart.total()` answers what line 4 says, whatever the code does.'],
    ],
    ['js handed on', 'test/cart.test.js', script('', 'const f = vi.fn().mockReturnValue(3);', 'expect(total(f)).toBe(3);'), []],
  ],
  'snapshot-only-test': [
    ['js inline with others', 'test/cart.test.js', script('', "expect(make()).toMatchInlineSnapshot('1');"), []],
    [
      'js file',
      'test/cart.test.js',
      script('', 'expect(make()).toMatchSnapshot();'),
      ['3 The test “adds” has nothing but a stored snapshot: it does not say what is expected.'],
    ],
    [
      'js throw snapshot',
      'test/cart.test.js',
      script('', 'expect(() => make()).toThrowErrorMatchingSnapshot();'),
      ['3 The test “adds” has nothing but a stored snapshot: it does not say what is expected.'],
    ],
    [
      'js ava',
      'test/cart.test.js',
      lines("import test from 'ava';", "test('a', t => { t.snapshot(f()); });"),
      ['2 The test “a” has nothing but a stored snapshot: it does not say what is expected.'],
    ],
    [
      'js file snapshot',
      'test/cart.test.js',
      script('', "await expect(make()).toMatchFileSnapshot('./a.txt');"),
      ['3 The test “adds” has nothing but a stored snapshot: it does not say what is expected.'],
    ],
  ],
};

for (const [id, rows] of Object.entries(kinds))
  describe(`tests/${id}: what is one, and what only looks so, in JavaScript`, () => {
    const rule = rules.find((each) => each.id === `tests/${id}`)!;
    for (const [name, path, text, finds] of rows)
      it(`${finds.length > 0 ? 'finds' : 'leaves alone'}: ${name}`, async () => {
        await expectFindings(
          rule,
          {},
          { [path]: text },
          finds.map((each) => `${path}:${each}`),
        );
      });
  });
