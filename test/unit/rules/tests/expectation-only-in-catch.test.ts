import assert from 'node:assert/strict';
import { expectationOnlyInCatch as rule } from '../../../../src/rules/tests/expectation-only-in-catch.ts';
import { applyFix, expectFindings, fileCases } from '../rule-cases.ts';
import { javaBodies, scriptBodies } from './quality-cases.ts';

const says = (code: string): string =>
  `The test “adds” passes when nothing is thrown: \`${code}\` stands in a \`catch\`, and nothing fails before it.`;
const tried = (body: string, handler: string): string[] => ['try {', `  ${body}`, '} catch (EmptyCart error) {', `  ${handler}`, '}'];
const about = 'assertEquals("empty", error.getMessage());';

describe('tests/expectation-only-in-catch in Java', () => {
  javaBodies(rule, [
    ['finds an assertion about the error', tried('cart.pay();', about), [`4 ${says(about.slice(0, -1))}`]],
    [
      'finds it with AssertJ',
      tried('cart.pay();', 'assertThat(error).hasMessage("empty");'),
      [`4 ${says('assertThat(error).hasMessage("empty")')}`],
    ],
    [
      'finds it where the mock is verified behind it',
      [...tried('cart.pay();', about).slice(0, 4), '}', 'cart.clear();'],
      [`4 ${says(about.slice(0, -1))}`],
    ],
    ['leaves a try that fails alone', tried('cart.pay(); fail();', about), []],
    ['leaves a test that fails behind it alone', [...tried('cart.pay();', `${about} return;`), 'fail("it went through");'], []],
    [
      'leaves a handler that takes the error down alone',
      ['Exception caught = null;', ...tried('cart.pay();', `caught = error; ${about}`), 'assertNotNull(caught);'],
      [],
    ],
    ['leaves a handler alone that is not to be reached', tried('cart.pay();', 'fail(error.getMessage());'), []],
    ['leaves inputs that may work alone', ['for (String each : inputs) {', ...tried('cart.add(each);', about), '}'], []],
    ['leaves a try that asserts, too, alone', tried('assertTrue(cart.pay());', about), []],
    ['leaves an assertion about something else alone', tried('cart.pay();', 'assertTrue(cart.isEmpty());'), []],
  ]);

  it('fails at the end of the try, with the import that it takes', async () => {
    const path = 'src/test/java/CartTest.java';
    const text =
      'import static org.junit.jupiter.api.Assertions.assertEquals;\n\nimport org.junit.jupiter.api.Test;\n\nclass CartTest {\n  @Test\n  void adds() {\n    try {\n      cart.pay();\n    } catch (EmptyCart error) {\n      assertEquals("empty", error.getMessage());\n    }\n  }\n}\n';
    const [finding] = await expectFindings(rule, {}, { [path]: text }, [`${path}:11 ${says(about.slice(0, -1))}`]);
    assert.equal(
      applyFix({ [path]: text }, finding!.fixes[0]!)[path],
      text
        .replace('cart.pay();\n', 'cart.pay();\n      fail("EmptyCart was to be thrown");\n')
        .replace('assertEquals;\n', 'assertEquals;\nimport static org.junit.jupiter.api.Assertions.fail;\n'),
    );
  });
});

const pay = (before: string, handler: string): string[] => [
  'try {',
  `  await cart.pay();${before}`,
  '} catch (error) {',
  `  ${handler}`,
  '}',
];
const empty = "expect(error.message).toBe('empty')";

for (const [language, path] of [
  ['TypeScript', 'test/cart.test.ts'],
  ['JavaScript', 'test/cart.test.js'],
] as const)
  describe(`tests/expectation-only-in-catch in ${language}`, () => {
    scriptBodies(rule, path, [
      ['finds an assertion about the error', pay('', `${empty};`), [`4 ${says(empty)}`]],
      ['finds it with node:assert', pay('', "assert.equal(error.code, 'EMPTY');"), [`4 ${says("assert.equal(error.code, 'EMPTY')")}`]],
      [
        'finds it with chai',
        pay('', 'expect(error).to.be.instanceOf(EmptyCart);'),
        [`4 ${says('expect(error).to.be.instanceOf(EmptyCart)')}`],
      ],
      ['leaves assertions that are counted alone', ['expect.assertions(1);', ...pay('', `${empty};`)], []],
      ['leaves a try that throws alone', pay(" throw new Error('it went through');", `${empty};`), []],
      ['leaves a try that fails alone', pay(' expect.unreachable();', `${empty};`), []],
      ['leaves a handler that says when it is done alone', pay('', `${empty}; done();`), []],
      [
        'leaves a handler that takes the error down alone',
        ['let caught;', ...pay('', `caught = error; ${empty};`), 'expect(caught).toBeDefined();'],
        [],
      ],
      ['finds what a promise is caught with', [`await cart.pay().catch((error) => { ${empty}; });`], [`1 ${says(empty)}`]],
      ['finds what it is caught with in a word', [`return cart.pay().catch((error) => ${empty});`], [`1 ${says(empty)}`]],
      [
        'leaves a promise alone that fails where it is kept',
        [`await cart.pay().then(() => { throw new Error('paid'); }).catch((error) => { ${empty}; });`],
        [],
      ],
      ['leaves an error alone that is kept', ['const error = await cart.pay().catch((caught) => caught);', `${empty};`], []],
      ['leaves a handler alone that nothing is to reach', ['await cart.pay().catch((error) => { expect(error).toBeUndefined(); });'], []],
      ['leaves an expected rejection alone', ["await expect(cart.pay()).rejects.toThrow('empty');"], []],
    ]);
    fileCases(rule, path, [
      [
        'leaves rows that may work alone',
        '',
        `it.each([1, 2])('adds %s', (n) => {\n  try {\n    cart.add(n);\n  } catch (error) {\n    ${empty};\n  }\n});\n`,
        [],
      ],
    ]);
  });
