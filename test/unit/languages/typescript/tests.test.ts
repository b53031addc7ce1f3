import assert from 'node:assert/strict';
import type { TestFact } from '../../../../src/code/facts.ts';
import type { Touched } from '../../../../src/code/language.ts';
import { callsIn } from '../../../../src/code/walk.ts';
import { read } from './read.ts';

/** Each test in a line: what it is, its titles, its mark, its assertions. */
async function tests(text: string, path = 'test/a.test.ts', touched: Touched = 'all'): Promise<string[]> {
  return (await read(text, path, touched)).tests.map((test) => line(test, text));
}

function line(test: TestFact, text: string): string {
  const mark = test.markRange
    ? ` [${text.slice(test.markRange.start, test.markRange.end)}${test.skipReason === undefined ? '' : `: ${test.skipReason}`}]`
    : '';
  const assertions = test.assertions
    .map(({ name, kind, expected }) => ` ${name}:${kind}${expected === undefined ? '' : `=${expected}`}`)
    .join('');
  return `${test.framework} ${test.run} ${test.kind} ${test.titles.join(' > ')}${mark}${assertions}`;
}

describe('TypeScript tests', () => {
  it('reads groups and cases with their marks', async () => {
    const text = `
import { describe, it, test as check } from 'vitest';
describe('orders', () => {
  beforeEach(() => { expect(1).toBe(1); });
  it('adds', () => { expect(total).toBe(3); });
  it.only('focused', () => {});
  it.skip('skipped', () => {});
  xit('crossed', () => {});
  it.todo('planned');
  it('pending');
  it('option', { skip: 'slow' }, () => {});
  it('self', function () { this.skip(); });
  it(\`with \${name}\`, () => {});
  describe.concurrent('inner', () => { check('deep', () => {}); });
});
fdescribe('only', () => {});
regex.test('text');
test(1, 2);`;
    assert.deepEqual(await tests(text), [
      'vitest live group orders',
      'vitest live case orders > adds toBe:value',
      'vitest focused case orders > focused [only]',
      'vitest skipped case orders > skipped [skip]',
      'vitest skipped case orders > crossed [xit]',
      'vitest skipped case orders > planned [todo]',
      'vitest skipped case orders > pending [it]',
      "vitest skipped case orders > option [skip: 'slow': slow]",
      'vitest skipped case orders > self [this.skip()]',
      'vitest live case orders > with ${name}',
      'vitest live group orders > inner',
      'vitest live case orders > inner > deep',
      'vitest focused group only [fdescribe]',
    ]);
  });

  it('reads the assertions of the common libraries', async () => {
    const text = `
import assert, { strictEqual } from 'node:assert/strict';
it('asserts', async (t) => {
  expect(a).not.toEqual(b);
  await expect(load()).rejects.toThrow('gone');
  expect(() => f()).toThrow(TypeError);
  expect(spy).toHaveBeenCalledWith(1);
  expect(tree).toMatchSnapshot();
  expect(response.status).toBe(404);
  expect(x).to.be.true;
  expect(x).to.have.property('y').that.equals(2);
  expect.assertions(3);
  expect(x);
  assert(x);
  assert.throws(() => f(), /no/);
  assert.equal(response.statusCode, 201);
  strictEqual(1, 1);
  sinon.assert.calledOnce(spy);
  x.should.equal(1);
  cy.get('a').should('be.visible').and('have.text', 'b');
  await request(app).get('/').expect('x', /y/).expect(200);
});`;
    assert.deepEqual((await tests(text))[0]?.split(' ').slice(4), [
      'toEqual:value',
      'toThrow:throws=gone',
      'toThrow:throws=TypeError',
      'toHaveBeenCalledWith:interaction',
      'toMatchSnapshot:snapshot',
      'toBe:status=404',
      'true:value',
      'equals:value',
      'assert:value',
      'throws:throws=no',
      'equal:status=201',
      'strictEqual:value',
      'calledOnce:interaction',
      'equal:value',
      'and:value',
      'expect:status=200',
      'expect:value',
    ]);
  });

  it('reads tests whose function stands elsewhere', async () => {
    const text = `
import test from 'ava';
test('by name', testTotal, 1, 2);
test('by a member', macros.testTotal, 1);
it('made by a call', fakeAsync(() => { expect(total).toBe(3); }));
test.skip('not run', testTotal, 1);
it('planned');`;
    assert.deepEqual(await tests(text), [
      'ava live case by name',
      'ava live case by a member',
      'ava live case made by a call toBe:value',
      'ava skipped case not run [skip]',
      'ava skipped case planned [it]',
    ]);
    const [first] = (await read(text, 'test/a.test.ts', 'all')).tests;
    assert.deepEqual(
      callsIn(first?.body ?? []).map(({ name, arguments: given }) => [name, given.length]),
      [['testTotal', 2]],
    );
  });

  it('reads tests that assert on their own context', async () => {
    const tape = `
const test = require('tape');
test('parse', function (t) {
  t.test('one', function (st) { st.deepEqual(parse('a'), {}); st.end(); });
  t.test('two', { skip: true }, (st) => { st.throws(() => {}, /no/); });
});
test('flat', (t) => { t.pass(); t.end(); });`;
    assert.deepEqual(await tests(tape, 'test/a.js'), [
      'tape live group parse',
      'tape live case parse > one deepEqual:value',
      'tape skipped case parse > two [skip: true] throws:throws=no',
      'tape live case flat',
    ]);
    assert.deepEqual(await tests("import test from 'ava';\ntest.failing('f', t => { t.is(1, 2); });", 'test/a.js'), [
      'ava live case f is:value',
    ]);
    assert.deepEqual(await tests("import t from 'tap';\nt.test('x', async t => { t.match(a, b); });", 'test/a.js'), [
      'tap live case x match:value',
    ]);
  });

  it('reads Playwright tests', async () => {
    const text = `
import { test, expect } from '@playwright/test';
test.describe.serial('page', () => {
  test('opens', async ({ page }) => { await expect(page).toHaveTitle('x'); await expect.soft(page).toHaveURL('y'); });
  test('flaky', async () => { test.skip(true, 'see 12'); });
  test('sometimes', async () => { test.skip(isMac, 'mac'); });
  test.fixme('later', async () => {});
});`;
    assert.deepEqual(await tests(text), [
      'playwright live group page',
      'playwright live case page > opens toHaveTitle:value toHaveURL:value',
      "playwright skipped case page > flaky [test.skip(true, 'see 12'): see 12]",
      'playwright live case page > sometimes',
      'playwright skipped case page > later [fixme]',
    ]);
  });

  it('reads the rows of parametrised tests', async () => {
    const text =
      "it.each([[1, 2],\n [3,  4]])('adds %i', (a, b) => {});\ntest.each`\n  a | b\n  ${1} | ${2}\n  ${3} | ${4}\n`('table', () => {});\ndescribe.each(rows)('$name', () => {});";
    assert.deepEqual(
      (await read(text, 'test/a.test.ts')).tests.map(({ titles, parameters }) => [...titles, ...parameters]),
      [
        ['adds %i', '[1, 2]', '[3, 4]'],
        ['table', '${1} | ${2}', '${3} | ${4}'],
        ['$name', 'rows'],
      ],
    );
  });

  it('finds the framework by imports, then by what only it writes', async () => {
    const frameworks = await Promise.all(
      [
        "import { it } from '@jest/globals';",
        'jest.mock("a");',
        'vi.fn();',
        "import { expect } from 'chai';",
        "const { it } = require('node:test');",
        '',
      ].map(async (head) => (await read(`${head}\nit('x', () => {});`, 'test/a.js')).tests[0]?.framework),
    );
    assert.deepEqual(frameworks, ['jest', 'jest', 'vitest', 'mocha', 'node:test', 'unknown']);
  });

  it('reads of a group only the touched tests', async () => {
    const text = "describe('a', () => {\n  it('one', () => { x(); });\n  it('two', () => { y(); });\n});\n";
    const start = text.indexOf("  it('two'");
    const touched = [{ start, end: text.indexOf('\n', start) + 1 }];
    assert.deepEqual(await tests(text, 'test/a.test.ts', touched), ['unknown live group a', 'unknown live case a > two']);
    const { symbols } = await read(text, 'test/a.test.ts', touched);
    assert.deepEqual(
      callsIn(symbols[0]?.body ?? []).map(({ name }) => name),
      ['describe', 'it', 'y'],
    );
  });

  it('reads the whole of a touched function, whatever it calls', async () => {
    const text = 'function f() {\n  context(() => {\n    one();\n    two();\n  });\n}\n';
    const start = text.indexOf('two');
    const { symbols } = await read(text, 'src/a.ts', [{ start, end: start + 3 }]);
    assert.deepEqual(
      callsIn(symbols[1]?.body ?? []).map(({ name }) => name),
      ['context', 'one', 'two'],
    );
  });
});
