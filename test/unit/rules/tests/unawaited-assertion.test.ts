import assert from 'node:assert/strict';
import { unawaitedAssertion as rule } from '../../../../src/rules/tests/unawaited-assertion.ts';
import { applyFix, expectFindings, fileCases } from '../rule-cases.ts';
import { scriptBodies } from './quality-cases.ts';

const says = (what: string): string =>
  `The test “adds” does not wait for \`${what}\`: it may be over before that is checked, and pass whatever comes out.`;
const callback = (what: string): string =>
  `The test “adds” does not wait for the assertions in \`${what}\`: it may be over before they are checked, and pass whatever comes out.`;

for (const [language, path] of [
  ['TypeScript', 'test/cart.test.ts'],
  ['JavaScript', 'test/cart.test.js'],
] as const)
  describe(`tests/unawaited-assertion in ${language}`, () => {
    scriptBodies(rule, path, [
      ['finds a rejection', ['expect(cart.pay()).rejects.toThrow();'], [`1 ${says('expect(cart.pay()).rejects.toThrow()')}`]],
      ['finds a resolution', ['expect(cart.pay()).resolves.toBe(3);'], [`1 ${says('expect(cart.pay()).resolves.toBe(3)')}`]],
      ['finds node:assert', ['assert.rejects(cart.pay());'], [`1 ${says('assert.rejects(cart.pay())')}`]],
      [
        'finds chai-as-promised',
        ['expect(cart.pay()).to.be.rejectedWith(Error);'],
        [`1 ${says('expect(cart.pay()).to.be.rejectedWith(Error)')}`],
      ],
      ['finds polling', ['expect.poll(() => cart.total()).toBe(3);'], [`1 ${says('expect.poll(() => cart.total()).toBe(3)')}`]],
      [
        'finds assertions in a callback',
        ['cart.pay().then((receipt) => {', '  expect(receipt.total).toBe(3);', '});'],
        [`1 ${callback('cart.pay().then(…)')}`],
      ],
      ['leaves what is awaited alone', ['await expect(cart.pay()).rejects.toThrow();', 'await assert.rejects(cart.pay());'], []],
      ['leaves what is returned alone', ['return expect(cart.pay()).resolves.toBe(3);'], []],
      ['leaves what is awaited together alone', ['await Promise.all([expect(cart.pay()).resolves.toBe(3)]);'], []],
      ['leaves what is kept alone', ['const paid = expect(cart.pay()).resolves.toBe(3);', 'await paid;'], []],
      ['leaves what is left alone on purpose alone', ['void expect(cart.pay()).resolves.toBe(3);'], []],
      ['leaves what is at hand alone', ['expect(cart.total()).toBe(3);', 'assert.throws(() => cart.pay());'], []],
      [
        'leaves a callback alone where the test waits later',
        ['cart.pay().then((receipt) => expect(receipt.total).toBe(3));', 'await cart.idle();'],
        [],
      ],
      [
        'leaves a callback alone that says when it is done',
        ['cart.pay().then((receipt) => {', '  expect(receipt.total).toBe(3);', '  done();', '});'],
        [],
      ],
    ]);
    fileCases(rule, path, [
      [
        'finds an assertion of Playwright that asks the page',
        '',
        "import { expect, test } from '@playwright/test';\n\ntest('adds', async ({ page }) => {\n  expect(page.locator('b')).toBeVisible();\n  expect(page.url()).toBe('/cart');\n});\n",
        [`4 ${says("expect(page.locator('b')).toBeVisible()")}`],
      ],
      [
        'leaves ava alone, which fails by itself',
        '',
        "import test from 'ava';\n\ntest('adds', (t) => {\n  t.throwsAsync(cart.pay());\n});\n",
        [],
      ],
      [
        'leaves node-tap alone, which waits by itself',
        '',
        "import t from 'tap';\n\nt.test('adds', (t) => {\n  t.rejects(cart.pay());\n  t.end();\n});\n",
        [],
      ],
      [
        'leaves the queue of Cypress alone',
        '',
        "it('adds', () => {\n  cy.get('b').then((b) => {\n    expect(b).to.have.length(1);\n  });\n});\n",
        [],
      ],
    ]);

    for (const [name, before, after] of [
      [
        'awaits in an async test',
        "it('adds', async () => {\n  expect(pay()).rejects.toThrow();\n  stop();\n});\n",
        "it('adds', async () => {\n  await expect(pay()).rejects.toThrow();\n  stop();\n});\n",
      ],
      [
        'returns the last statement of another test',
        "it('adds', () => {\n  expect(pay()).rejects.toThrow();\n});\n",
        "it('adds', () => {\n  return expect(pay()).rejects.toThrow();\n});\n",
      ],
      ['leaves any other to the author', "it('adds', () => {\n  expect(pay()).rejects.toThrow();\n  stop();\n});\n", undefined],
    ] as const)
      it(name, async () => {
        const [finding] = await expectFindings(rule, {}, { [path]: before }, [`${path}:2 ${says('expect(pay()).rejects.toThrow()')}`]);
        const [fix] = finding!.fixes;
        assert.deepEqual(fix && applyFix({ [path]: before }, fix), after && { [path]: after });
      });
  });
