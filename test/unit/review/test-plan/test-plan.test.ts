import assert from 'node:assert/strict';
import type { Texts } from '../../../../src/change/in-memory.ts';
import type { TestPlan } from '../../../../src/review/test-plan/test-plan.ts';
import { untestedChange } from '../../../../src/rules/tests/untested-change.ts';
import { reviewTexts } from '../reviewing.ts';

const cartPath = 'src/cart.ts';
const cart = `export function total(items: number[], tax: number): number {
  return items.length * tax;
}
`;
const cartChanged = `export function total(items: number[], tax: number): number {
  if (tax < 0) {
    throw new RangeError('the tax is negative');
  }
  if (tax > 100) return 0;
  return items.length * tax;
}

export function openOrders(names: string[]): number {
  let sum = 0;
  for (const name of names) sum += name.length;
  return sum;
}
`;
const totalTest = `import { expect, it } from 'vitest';
import { total } from '../src/cart';

it('adds the tax', () => {
  expect(total([1], 2)).toBe(2);
});
`;
const manifest = JSON.stringify({ scripts: { test: 'vitest run' }, devDependencies: { vitest: '3.0.0' } });

async function plan(base: Texts, head: Texts): Promise<TestPlan | undefined> {
  return (await reviewTexts(base, head, [untestedChange])).testPlan;
}

function cases(found: TestPlan | undefined): string[] {
  return (
    found?.cases.map(({ state, risk, level, type, about, line, show }) => `${state} ${risk} ${level} ${type} ${about}:${line} ${show}`) ??
    []
  );
}

describe('the test plan', () => {
  const others = { 'test/cart.test.ts': totalTest, 'package.json': manifest };

  it('says in plain words what no test shows, the greatest risk first', async () => {
    const found = await plan({ ...others, [cartPath]: cart }, { ...others, [cartPath]: cartChanged });
    assert.deepEqual(cases(found), [
      'missing medium unit negative total:3 It refuses with `the tax is negative` when `tax` is `-1`.',
      'missing medium unit positive total:5 What it does now is right: `return 0;`.',
      'missing medium unit positive openOrders:9 The new “open orders” gives what is expected for ordinary input.',
      'missing low unit edge total:2 It does the right thing around the limit: when `tax` is `-1`, `0` or `1`.',
      'missing low unit edge total:5 It does the right thing around the limit: when `tax` is `99`, `100` or `101`.',
      'missing low unit edge openOrders:11 It does the right thing with nothing to go through, with one item and with several (`names`).',
    ]);
  });

  it('takes what is done about a failure for a case of errors', async () => {
    const caught = `export function total(items: number[], tax: number): number {
  try {
    return load(items) * tax;
  } catch (error) {
    return report(error);
  }
}
`;
    const found = await plan({ ...others, [cartPath]: cart }, { ...others, [cartPath]: caught });
    assert.deepEqual(
      cases(found).filter((each) => each.includes('goes wrong')),
      ['missing medium unit error total:4 It does the right thing when what it tries goes wrong (`catch (error)`), and when it does not.'],
    );
  });

  it('says which tests to run first, with the command for them', async () => {
    const found = await plan({ ...others, [cartPath]: cart }, { ...others, [cartPath]: cartChanged });
    assert.deepEqual(found?.runOrder, [{ path: 'test/cart.test.ts', level: 'unit', risk: 'high', covers: ['total'], runner: 'vitest' }]);
    assert.deepEqual(found.commands, ['npx vitest run test/cart.test.ts']);
    assert.deepEqual([found.moreCases, found.moreTests], [0, 0]);
  });

  it('marks what a test shows, and puts it last', async () => {
    const test = totalTest.replace(
      "it('adds",
      "it('refuses', () => {\n  expect(() => total([], -1)).toThrow(RangeError);\n  expect(total([1], 101)).toBe(0);\n});\n\nit('adds",
    );
    const found = await plan({ ...others, [cartPath]: cart }, { ...others, [cartPath]: cartChanged, 'test/cart.test.ts': test });
    assert.deepEqual(cases(found), [
      'unknown low unit edge total:2 It does the right thing around the limit: when `tax` is `-1`, `0` or `1`.',
      'unknown low unit edge total:5 It does the right thing around the limit: when `tax` is `99`, `100` or `101`.',
      'unknown low unit edge openOrders:11 It does the right thing with nothing to go through, with one item and with several (`names`).',
      'shown medium unit negative total:3 It refuses with `the tax is negative` when `tax` is `-1`.',
      'shown medium unit positive total:5 What it does now is right: `return 0;`.',
      'shown medium unit positive openOrders:9 The new “open orders” gives what is expected for ordinary input.',
    ]);
  });

  it('names tests to run after a refactoring, and no case', async () => {
    const found = await plan({ ...others, [cartPath]: cart }, { ...others, [cartPath]: cart.replaceAll('items', 'entries') });
    assert.deepEqual([found?.cases, found?.runOrder.map(({ path, risk }) => `${path} ${risk}`)], [[], ['test/cart.test.ts low']]);
  });

  it('puts what reaches the greatest risk first, then what answers sooner', async () => {
    const both = totalTest.replace('{ total }', '{ openOrders, total }').replace('});', "  expect(openOrders(['ab'])).toBe(2);\n});");
    const tests = { 'e2e/cart.test.ts': totalTest, 'test/shop.test.ts': both };
    const found = await plan({ ...others, ...tests, [cartPath]: cart }, { ...others, ...tests, [cartPath]: cartChanged });
    assert.deepEqual(
      found?.runOrder.map(({ path, level, covers }) => [path, level, covers]),
      [
        ['test/shop.test.ts', 'unit', ['total', 'openOrders']],
        ['test/cart.test.ts', 'unit', ['total']],
        ['e2e/cart.test.ts', 'end-to-end', ['total']],
      ],
    );
  });

  it('is absent where nothing is to be tested, and where no rule on tests is on', async () => {
    assert.equal(await plan({ 'README.md': 'a' }, { 'README.md': 'b' }), undefined);
    const { testPlan } = await reviewTexts({ [cartPath]: cart }, { [cartPath]: cartChanged }, []);
    assert.equal(testPlan, undefined);
  });

  it('is the same bytes for the same change', async () => {
    const [one, other] = [0, 1].map(() => plan({ ...others, [cartPath]: cart }, { ...others, [cartPath]: cartChanged }));
    assert.equal(JSON.stringify(await one), JSON.stringify(await other));
  });

  it('knows permissions and slices of a Spring controller, and runs Maven', async () => {
    const path = 'src/main/java/shop/OrderController.java';
    const controller = (...methods: readonly string[]): string =>
      `package shop;\n\n@RestController\npublic class OrderController {\n${methods.join('\n')}\n}\n`;
    const old = '  @GetMapping("/orders")\n  public List<Order> all() {\n    return orders.findAll().stream().toList();\n  }';
    const added = `  @DeleteMapping("/orders/{id}")
  public void remove(@PathVariable long id) {
    if (!isAdmin()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    orders.deleteById(id);
  }`;
    const same = {
      'pom.xml': '<project/>',
      mvnw: '',
      'src/test/java/shop/OrderControllerTests.java': `package shop;

@WebMvcTest(OrderController.class)
class OrderControllerTests {
  @Test
  void lists() throws Exception {
    mvc.perform(get("/orders")).andExpect(status().isOk());
  }
}
`,
    };
    const found = await plan({ ...same, [path]: controller(old) }, { ...same, [path]: controller(old, added) });
    assert.deepEqual(cases(found), [
      'missing high slice permission OrderController.remove:11 Whoever may not do this is turned away; whoever may is let in.',
      'missing high slice permission OrderController.remove:12 Whoever may not do this is turned away with 403; whoever may is let in.',
      'missing medium slice positive OrderController.remove:10 The new “remove” gives what is expected for ordinary input.',
    ]);
    assert.deepEqual(found?.commands, ['./mvnw -Dtest=OrderControllerTests test']);
  });
});
