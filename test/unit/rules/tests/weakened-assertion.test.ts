import { weakenedAssertion } from '../../../../src/rules/tests/weakened-assertion.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const script = (...body: readonly string[]): string =>
  `import { expect, it } from 'vitest';\n\nit('totals up', () => {\n${body.map((line) => `  ${line}\n`).join('')}});\n`;
const java = (...body: readonly string[]): string =>
  `class CartTest {\n  @Test\n  void totalsUp() {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const less = (line: number, before: string, after: string, title = 'totals up'): string =>
  `${line} The test “${title}” checks less: \`${before}\` became \`${after}\`.`;
const gone = (line: number, text: string, title = 'totals up'): string => `${line} The test “${title}” no longer checks \`${text}\`.`;

for (const path of ['test/cart.test.ts', 'test/cart.test.js']) {
  describe(`tests/weakened-assertion in ${path}`, () => {
    fileCases(weakenedAssertion, path, [
      [
        'finds a value that may be any',
        script('expect(cart.total()).toEqual(3);'),
        script('expect(cart.total()).toBeTruthy();'),
        [less(4, 'expect(cart.total()).toEqual(3)', 'expect(cart.total()).toBeTruthy()')],
      ],
      [
        'finds a part in place of the whole',
        script('expect(cart.items).toEqual([a, b]);'),
        script('expect(cart.items).toContain(a);'),
        [less(4, 'expect(cart.items).toEqual([a, b])', 'expect(cart.items).toContain(a)')],
      ],
      [
        'finds an assertion that is gone',
        script('expect(cart.total()).toBe(3);', 'expect(cart.size()).toBe(2);'),
        script('expect(cart.size()).toBe(2);'),
        [gone(3, 'expect(cart.total()).toBe(3)')],
      ],
      [
        'finds the last assertion that is gone',
        script('const cart = new Cart();', 'expect(cart.total()).toBe(3);'),
        script('const cart = new Cart();'),
        [gone(3, 'expect(cart.total()).toBe(3)')],
      ],
      ['leaves another value alone', script('expect(cart.total()).toBe(3);'), script('expect(cart.total()).toBe(4);'), []],
      [
        'leaves alone that there is something of which a part is checked',
        script('expect(state).toBeDefined();', "expect(state?.data).toEqual('a');"),
        script("expect(state?.data).toEqual('a');"),
        [],
      ],
      [
        'finds that nothing says any more that there is something',
        script('expect(state).toBeDefined();', "expect(other.data).toEqual('a');"),
        script("expect(other.data).toEqual('a');"),
        [gone(3, 'expect(state).toBeDefined()')],
      ],
      [
        'leaves an assertion of the same strength alone',
        script('expect(cart.total()).toBe(3);'),
        script('expect(cart.total()).toStrictEqual(3);'),
        [],
      ],
      ['leaves a stricter assertion alone', script('expect(cart.total()).toBeDefined();'), script('expect(cart.total()).toBe(3);'), []],
      ['leaves a check in a function alone', script('expect(cart.total()).toBe(3);'), script('expectCart(cart, 3);'), []],
      [
        'leaves several that became one alone',
        script('expect(cart.a).toBe(1);', 'expect(cart.b).toBe(2);'),
        script('expect(cart).toEqual({ a: 1, b: 2 });'),
        [],
      ],
    ]);

    it('leaves an assertion alone whose subject is removed', async () => {
      const code = path.replace('test/', 'src/').replace('.test', '');
      await expectFindings(
        weakenedAssertion,
        {
          [path]: script('expect(cart.total()).toBe(3);', 'expect(cart.size()).toBe(2);'),
          [code]: 'export function total() {\n  return 3;\n}\nexport function size() {\n  return 2;\n}\n',
        },
        { [path]: script('expect(cart.size()).toBe(2);'), [code]: 'export function size() {\n  return 2;\n}\n' },
        [],
      );
    });
  });
}

describe('tests/weakened-assertion beside the code', () => {
  it('leaves alone what is asked of a property that the code has no more', async () => {
    const test = (more: string): string =>
      script('expect(api.total(1)).toBe(1);', more).replace(
        "expect, it } from 'vitest';\n",
        "expect, it } from 'vitest';\nimport { api } from '../src/api';\n",
      );
    const code = (more: string): string => `export function make(api) {\n  api.total = (n) => n;\n${more}  return api;\n}\n`;
    await expectFindings(
      weakenedAssertion,
      { 'test/api.test.js': test('expect("fake" in api).toBe(true);'), 'src/api.js': code('  api.fake = 1;\n') },
      { 'test/api.test.js': test(''), 'src/api.js': code('') },
      [],
    );
    await expectFindings(
      weakenedAssertion,
      { 'test/api.test.js': test('expect("fake" in api).toBe(true);'), 'src/api.js': code('  api.fake = 1;\n') },
      { 'test/api.test.js': test(''), 'src/api.js': code('  api.fake = 2;\n') },
      ['test/api.test.js:4 The test “totals up” no longer checks `expect("fake" in api).toBe(true)`.'],
    );
  });

  const code = (limit: number): string => `export function pay(amount) {\n  if (amount > ${limit}) throw new Error();\n}\n`;
  const test = script('expect(() => pay(5)).toThrow();', 'expect(pay(1)).toBe(1);');

  it('leaves a refusal that becomes an acceptance to the rule that tells it', async () => {
    await expectFindings(
      weakenedAssertion,
      { 'test/pay.test.ts': test, 'src/pay.ts': code(1) },
      { 'test/pay.test.ts': test.replace('expect(() => pay(5)).toThrow();', 'pay(5);'), 'src/pay.ts': code(9) },
      [],
    );
  });

  it('tells it where the test alone changes', async () => {
    await expectFindings(
      weakenedAssertion,
      { 'test/pay.test.ts': test },
      { 'test/pay.test.ts': test.replace('  expect(() => pay(5)).toThrow();\n', '') },
      ['test/pay.test.ts:3 The test “totals up” no longer checks `expect(() => pay(5)).toThrow()`.'],
    );
  });
});

describe('tests/weakened-assertion in TypeScript', () => {
  fileCases(weakenedAssertion, 'test/cart.test.ts', [
    [
      'leaves an assertion that is written in another way beside a new one alone',
      script('cart!.name.should.be.equal(3);'),
      script('expect(cart).not.toBeNull();', 'cart.name.should.be.equal(3);'),
      [],
    ],
    [
      'finds an assertion that only a weaker one is left of',
      script('cart!.name.should.be.equal(3);'),
      script('expect(cart).toBeDefined();'),
      [less(4, 'cart!.name.should.be.equal(3)', 'expect(cart).toBeDefined()')],
    ],
  ]);
});

describe('tests/weakened-assertion in Java', () => {
  const title = 'totalsUp';
  fileCases(weakenedAssertion, 'src/test/java/CartTest.java', [
    [
      'leaves alone what moves to another library, one by one',
      java('assertNotNull(cart.total());', 'assertEquals(3, cart.total());', 'assertEquals("bar", env.get("foo"));'),
      java(
        'assertThat(cart.total()).isNotNull();',
        'assertThat(cart.total()).isEqualTo(3);',
        'assertThat(env).containsEntry("foo", "bar");',
      ),
      [],
    ],
    [
      'finds one of them that moves and asks for less',
      java('assertTrue(cart.isOpen());', 'assertEquals(3, cart.total());'),
      java('assertThat(cart.isOpen()).isTrue();', 'assertThat(cart.total()).isNotNull();'),
      [less(5, 'assertEquals(3, cart.total())', 'assertThat(cart.total()).isNotNull()', title)],
    ],
    [
      'finds a value that only has to be there',
      java('assertEquals(3, cart.total());'),
      java('assertNotNull(cart.total());'),
      [less(4, 'assertEquals(3, cart.total())', 'assertNotNull(cart.total())', title)],
    ],
    [
      'finds an assertion that is gone',
      java('assertEquals(3, cart.total());', 'assertTrue(cart.isOpen());'),
      java('assertTrue(cart.isOpen());'),
      [gone(3, 'assertEquals(3, cart.total())', title)],
    ],
    [
      'leaves what was asked of a stand-in alone that is gone with its type',
      `class CartTest {\n  @Mock Bank bank;\n  @Test\n  void totalsUp() {\n    cart.pay("me");\n    verify(bank, times(1)).charge(3);\n  }\n}\n`,
      java('cart.pay("me");'),
      [],
    ],
    [
      'finds a verification that is gone',
      java('cart.pay();', 'verify(bank).charge(3);'),
      java('cart.pay();'),
      [gone(3, 'verify(bank)', title)],
    ],
    ['leaves another value alone', java('assertEquals(3, cart.total());'), java('assertEquals(4, cart.total());'), []],
    [
      'leaves another way to expect an error alone',
      java('assertThatExceptionOfType(Full.class).isThrownBy(() -> cart.add(1));'),
      java('assertThrows(Full.class, () -> cart.add(1));'),
      [],
    ],
    [
      'leaves a question in place of a matcher alone',
      java('assertThat(list).contains(one);'),
      java('assertThat(list.contains(one)).isTrue();'),
      [],
    ],
    ['leaves another library alone', java('assertEquals(3, cart.total());'), java('assertThat(cart.total()).isEqualTo(3);'), []],
    [
      'leaves an assertion that moved to a new test alone',
      java('open();', 'assertEquals(3, cart.total());'),
      `${java('open();').slice(0, -2)}  @Test\n  void total() {\n    assertEquals(3, cart.total());\n  }\n}\n`,
      [],
    ],
    [
      'leaves the same question of another library alone, whatever class asks it',
      java('Assert.assertTrue(cart.isEmpty());', 'Assert.assertTrue(cart.first() instanceof Item);', 'assertEquals(null, cart.last());'),
      java('assertThat(cart.isEmpty()).isTrue();', 'assertThat(cart.first()).isInstanceOf(Item.class);', 'assertNull(cart.last());'),
      [],
    ],
    [
      'leaves a question under a shorter name and a single element alone',
      java('assertThat(Base.isOpen(cart, 3)).isTrue();', 'assertThat(cart.lines()).hasSize(1);'),
      java('assertThat(isOpen(cart, 3)).isTrue();', 'assertThat(cart.lines()).singleElement().isInstanceOf(Line.class);'),
      [],
    ],
    ['leaves a check in a method alone', java('assertEquals(3, cart.total());'), java('checkTotal(cart, 3);'), []],
  ]);
});
