import { conditionalAssertion as rule } from '../../../../src/rules/tests/conditional-assertion.ts';
import { fileCases } from '../rule-cases.ts';
import { javaBodies, scriptBodies } from './quality-cases.ts';

const onlyIf = (condition: string): string =>
  `The test “adds” asserts only if \`${condition}\`: otherwise it passes without checking anything.`;
const notIf = (condition: string): string => `The test “adds” asserts nothing if \`${condition}\`: it passes without checking anything.`;

describe('tests/conditional-assertion in Java', () => {
  javaBodies(rule, [
    [
      'finds an assertion behind a condition',
      ['Receipt receipt = cart.pay();', 'if (receipt != null) {', '  assertEquals(3, receipt.total());', '}'],
      [`2 ${onlyIf('receipt != null')}`],
    ],
    [
      'finds an early return',
      ['var found = cart.find(1);', 'if (found.isEmpty()) return;', 'assertEquals(3, found.get());'],
      [`2 ${notIf('found.isEmpty()')}`],
    ],
    [
      'finds it in the other branch',
      ['boolean paid = cart.pay();', 'if (paid) {', '  cart.clear();', '} else {', '  assertEquals(3, cart.total());', '}'],
      [`2 ${notIf('paid')}`],
    ],
    [
      'leaves a condition that is asserted first alone',
      ['Receipt receipt = cart.pay();', 'assertNotNull(receipt);', 'if (receipt.isNew()) {', '  assertEquals(3, receipt.total());', '}'],
      [],
    ],
    [
      'leaves two branches that assert alone',
      ['boolean paid = cart.pay();', 'if (paid) assertEquals(0, cart.size());', 'else assertEquals(1, cart.size());'],
      [],
    ],
    [
      'leaves a branch that fails alone',
      ['var found = cart.find(1);', 'if (found.isEmpty()) fail();', 'if (found.get() > 0) assertEquals(3, found.get());'],
      [],
    ],
    [
      'leaves the system alone',
      ['String name = System.getProperty("os.name");', 'if (name.startsWith("Win")) assertEquals(3, cart.total());'],
      [],
    ],
    [
      'leaves an assumption alone',
      ['var found = cart.find(1);', 'assumeTrue(found.isPresent());', 'if (found.get() > 0) assertEquals(3, found.get());'],
      [],
    ],
  ]);
});

for (const [language, path] of [
  ['TypeScript', 'test/cart.test.ts'],
  ['JavaScript', 'test/cart.test.js'],
] as const)
  describe(`tests/conditional-assertion in ${language}`, () => {
    scriptBodies(rule, path, [
      [
        'finds an assertion behind a condition',
        ['const result = parse(text);', 'if (result.ok) {', '  expect(result.value).toBe(3);', '}'],
        [`2 ${onlyIf('result.ok')}`],
      ],
      [
        'finds a condition on a part that was taken out',
        ['const { error } = await cart.pay();', 'if (error) {', "  expect(error.message).toBe('empty');", '}'],
        [`2 ${onlyIf('error')}`],
      ],
      [
        'finds an early return',
        ['const found = cart.find(1);', 'if (!found) return;', 'assert.equal(found.total, 3);'],
        [`2 ${notIf('!found')}`],
      ],
      [
        'leaves a condition that is asserted first alone',
        ['const result = parse(text);', 'expect(result.ok).toBe(true);', 'if (result.ok) expect(result.value).toBe(3);'],
        [],
      ],
      [
        'leaves a branch that throws alone',
        ['const result = parse(text);', "if (!result.ok) throw new Error('no');", 'expect(result.value).toBe(3);'],
        [],
      ],
      ['leaves the system alone', ["if (process.platform === 'win32') return;", 'expect(cart.total()).toBe(3);'], []],
      [
        'leaves a condition within a loop alone',
        ['const all = cart.items();', 'for (const each of all) {', '  if (each.isNew) expect(each.total).toBe(3);', '}'],
        [],
      ],
      [
        'leaves a check of types alone',
        ['const result = parse(text);', 'if (result.ok) {', '  expectTypeOf(result.value).toBeNumber();', '}'],
        [],
      ],
      [
        'leaves what a function of the setup answers alone',
        ['const connections = openTestConnections();', 'if (!connections.length) return;', 'expect(cart.total()).toBe(3);'],
        [],
      ],
    ]);
    fileCases(rule, path, [
      [
        'leaves a function of the test alone that may check',
        '',
        "function expectTotal(cart) {\n  expect(cart.total).toBe(3);\n}\n\nit('adds', () => {\n  const result = parse('');\n  expectTotal(result);\n  if (result.ok) expect(result.value).toBe(3);\n});\n",
        [],
      ],
    ]);
  });
