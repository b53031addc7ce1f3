import assert from 'node:assert/strict';
import { untestedChange } from '../../../../src/rules/tests/untested-change.ts';
import { untestedEdgeCase } from '../../../../src/rules/tests/untested-edge-case.ts';
import { found, newFindings, reviewExample, type Texts } from '../rule-cases.ts';

const cart = 'src/main/java/shop/Cart.java';
const cartTest = 'src/test/java/shop/CartTest.java';
const jacocoXml = 'target/site/jacoco/jacoco.xml';

const java = (...members: string[]): string => `package shop;\n\npublic class Cart {\n${members.map((each) => `  ${each}\n`).join('')}}\n`;
const javaTest = (...statements: string[]): string =>
  `package shop;\n\nclass CartTest {\n${statements.map((each, index) => `  @Test\n  void works${index}() {\n    ${each}\n  }\n`).join('')}}\n`;
const adds = 'assertEquals(3, new Cart().total(1));';
const counts = 'assertEquals(0, new Cart().count());';
const names = 'assertEquals("a", new Cart().label());';

/** JaCoCo's XML with these lines of the cart: `5+ 6- 7+(1/2)`. */
function jacoco(lines: string): Texts {
  const rows = lines.split(' ').map((each) => {
    const [, line = '', sign, taken = '0', all = '0'] = /^(\d+)([+-])(?:\((\d)\/(\d)\))?$/.exec(each) ?? [];
    return `<line nr="${line}" mi="${sign === '+' ? 0 : 3}" ci="${sign === '+' ? 3 : 0}" mb="${Number(all) - Number(taken)}" cb="${taken}"/>`;
  });
  return {
    [jacocoXml]: `<report name="shop"><package name="shop"><sourcefile name="Cart.java">${rows.join('')}</sourcefile></package></report>`,
  };
}

async function findings(rule: typeof untestedChange, base: Texts, head: Texts, coverage: Texts): Promise<readonly string[]> {
  const result = await reviewExample(rule, { base, head, coverage });
  assert.deepEqual(
    result.notices.filter(({ id }) => id.startsWith('rule-') || id.startsWith('coverage-') || id === 'step-failed'),
    [],
  );
  return found(result).map((each) => each.replace(`${cart}:`, ''));
}

const total = ['public int total(int tax) {', '  return sum() + tax;', '}'];
const refusing = ['public int total(int tax) {', '  if (tax > 9) {', '    return sum();', '  }', '  return sum() + tax;', '}'];
const others = ['public int count() {', '  return items.size();', '}', 'public String label() {', '  return name.trim();', '}'];
const before = { [cart]: java(...total, ...others), [cartTest]: javaTest(adds) };
const after = { [cart]: java(...refusing, ...others), [cartTest]: javaTest(adds) };

describe('a coverage file in Java', () => {
  it('does not excuse what no test shows, but says that tests run it', async () => {
    assert.deepEqual(await findings(untestedChange, before, after, jacoco('3+ 5+(2/2) 6+ 8+ 11- 14-')), [
      '4 `Cart.total` behaves differently now (`if (tax > 9)`); tests run it, but none shows it.',
    ]);
  });

  it('says which changed lines no test runs', async () => {
    assert.deepEqual(await findings(untestedChange, before, after, jacoco('3+ 5+(1/2) 6- 8+ 11- 14-')), [
      '4 `Cart.total` behaves differently now (`if (tax > 9)`); tests run it, but none shows it, and line 6 is run by no test.',
    ]);
  });

  it('says of which line only a part was run', async () => {
    assert.deepEqual(await findings(untestedChange, before, after, jacoco('3+ 5+(1/2) 6+ 8+')), [
      '4 `Cart.total` behaves differently now (`if (tax > 9)`); tests run it, but none shows it, and line 5 only in part.',
    ]);
  });

  it('says that no test runs what changed', async () => {
    assert.deepEqual(await findings(untestedChange, before, after, jacoco('3+ 5- 6- 8- 11+')), [
      '4 `Cart.total` behaves differently now (`if (tax > 9)`); no test runs what changed.',
    ]);
  });

  it('tells nothing where nothing of the file was run, or only what did not change', async () => {
    const plain = '4 `Cart.total` behaves differently now (`if (tax > 9)`); no test shows it.';
    assert.deepEqual(await findings(untestedChange, before, after, jacoco('3- 5- 6- 8- 11-')), [plain]);
    assert.deepEqual(await findings(untestedChange, before, after, jacoco('3+ 8+ 11+')), [plain]);
  });

  const tested = { ...after, [cartTest]: javaTest(adds, 'assertEquals(3, new Cart().total(10));', counts, names) };

  it('finds what no test runs, though a test of the change that was run seems to show it', async () => {
    assert.deepEqual(await findings(untestedChange, before, tested, jacoco('3+ 5- 6- 8- 11+ 14+')), [
      '4 `Cart.total` behaves differently now (`if (tax > 9)`); no test runs what changed.',
    ]);
  });

  it('finds nothing for want of coverage alone', async () => {
    assert.deepEqual(await findings(untestedChange, before, tested, jacoco('3+ 5- 6- 8- 11- 14-')), [], 'the tests were not run');
    assert.deepEqual(await findings(untestedChange, before, tested, jacoco('3+ 5- 6- 8- 11+ 14-')), [], 'not all that they call was run');
    assert.deepEqual(await findings(untestedChange, before, tested, jacoco('3+ 5+(1/2) 6- 8+ 11+ 14+')), [], 'a part of it is run');
    assert.deepEqual(await findings(untestedChange, before, tested, {}), [], 'there is none');
  });

  it('is about a file only where its package is the same', async () => {
    const elsewhere = {
      [jacocoXml]: (jacoco('3+ 5- 6- 8- 11+')[jacocoXml] ?? '').replace('package name="shop"', 'package name="shop/old"'),
    };
    assert.deepEqual(await findings(untestedChange, before, after, elsewhere), [
      '4 `Cart.total` behaves differently now (`if (tax > 9)`); no test shows it.',
    ]);
  });

  it('says of a new error that it is not even thrown', async () => {
    const throwing = [
      'public int total(int tax) {',
      '  if (tax < 0) {',
      '    throw new IllegalArgumentException();',
      '  }',
      ...total.slice(1),
    ];
    const head = { [cart]: java(...throwing, ...others), [cartTest]: javaTest(adds, 'assertEquals(4, new Cart().total(2));') };
    const now = '6 `Cart.total` now throws IllegalArgumentException; no test expects it';
    assert.deepEqual(await findings(untestedEdgeCase, before, head, jacoco('3+ 5+(1/2) 6- 8+')), [`${now}, and none runs it.`]);
    assert.deepEqual(await findings(untestedEdgeCase, before, head, jacoco('3+ 5+ 6+ 8+')), [`${now}.`]);
  });
});

const script = 'src/cart.ts';
const lcov = (lines: string): Texts => {
  const rows = lines.split(' ').map((each) => `DA:${each.slice(0, -1)},${each.endsWith('+') ? 2 : 0}`);
  return { 'coverage/lcov.info': `TN:\nSF:src/cart.ts\n${rows.join('\n')}\nend_of_record\n` };
};
const plain = 'export function total(sum: number): number {\n  return sum + 1;\n}\n';
const twice = 'export const twice = (sum: number): number => {\n  const doubled = sum * 2;\n\n  return doubled;\n};\n';
const scriptTest =
  "import { expect, it } from 'vitest';\nimport { total } from '../src/cart';\n\nit('sums up', () => {\n  expect(total(1)).toBe(2);\n});\n";
const old = { [script]: plain, 'test/cart.test.ts': scriptTest };
const now = { [script]: `${plain}\n${twice}`, 'test/cart.test.ts': scriptTest };

describe('a coverage file in TypeScript', () => {
  it('tells that a new function is run by no test', async () => {
    assert.deepEqual(await findings(untestedChange, old, now, lcov('1+ 2+ 3+ 4+ 5+ 6- 7- 8- 9+')), [
      `${script}:5 \`twice\` is new and no test runs it.`,
    ]);
  });

  it('tells that a new function is run, but not shown', async () => {
    assert.deepEqual(await findings(untestedChange, old, now, lcov('1+ 2+ 3+ 4+ 5+ 6+ 7+ 8+ 9+')), [
      `${script}:5 \`twice\` is new and tests run it, but none shows what it does.`,
    ]);
  });

  it('is seen in the properties of a finding, with the places that were left out', async () => {
    const [finding, ...more] = newFindings(
      await reviewExample(untestedChange, { base: old, head: now, coverage: lcov('1+ 2+ 5+ 6+ 7- 8- 9+') }),
    );
    assert.ok(finding && more.length === 0);
    assert.deepEqual(finding.properties['coverage'], { reports: ['coverage/lcov.info'], run: [6], missed: [8], partly: [] });
    assert.deepEqual(
      finding.related.map(({ caption, start }) => `${start.line} ${caption}`),
      ['5 The new “twice” gives what is expected for ordinary input', '8 run by no test'],
    );
    assert.equal(finding.message, '`twice` is new and tests run it, but none shows what it does, and line 8 is run by no test.');
  });

  it('is not used where it speaks of another file, and told where it breaks off', async () => {
    const other = { 'coverage/lcov.info': 'SF:lib/cart.ts\nDA:6,0\nend_of_record\n' };
    assert.deepEqual(await findings(untestedChange, old, now, other), [`${script}:5 \`twice\` is new and no test calls it.`]);
    const broken = await reviewExample(untestedChange, {
      base: old,
      head: now,
      coverage: { 'coverage/lcov.info': 'SF:src/cart.ts\nDA:6,0\n' },
    });
    assert.deepEqual(
      broken.notices.map(({ id, message }) => `${id} ${message}`),
      ['coverage-unreadable coverage/lcov.info was not used: it breaks off.'],
    );
    assert.deepEqual(found(broken), [`${script}:5 \`twice\` is new and no test calls it.`]);
  });
});

describe('the test plan with a coverage file', () => {
  it('takes first what no test runs, and says so', async () => {
    const net = ['public int net() {', '  return total(0) - discount();', '}'];
    const head = { [cart]: java(...refusing, ...net, ...others), [cartTest]: javaTest(adds) };
    const planned = async (coverage: Texts): Promise<unknown> => {
      const { testPlan } = await reviewExample(untestedChange, { base: before, head, coverage });
      return testPlan?.cases.map(({ about, show, risk, state, run }) => [`${about}, ${risk} risk, ${state}, ${run ?? 'not known'}`, show]);
    };
    const bound = 'It does the right thing around the limit: when `tax` is `8`, `9` or `10`.';
    const ordinary = 'The new “net” gives what is expected for ordinary input.';
    assert.deepEqual(await planned({}), [
      ['Cart.net, medium risk, missing, not known', ordinary],
      ['Cart.total, low risk, missing, not known', bound],
    ]);
    assert.deepEqual(await planned(jacoco('3+ 5- 6- 8+ 11+ 14+')), [
      ['Cart.total, low risk, missing, never', `${bound} No test runs this line yet.`],
      ['Cart.net, medium risk, missing, not known', ordinary],
    ]);
    assert.deepEqual(await planned(jacoco('3+ 5+(1/2) 6- 8+ 11- 14+')), [
      ['Cart.net, medium risk, missing, never', `${ordinary} No test runs this line yet.`],
      ['Cart.total, low risk, missing, partly', `${bound} Tests run this line, but not all that may happen there.`],
    ]);
  });
});
