import { untestedEdgeCase } from '../../../../src/rules/tests/untested-edge-case.ts';
import { expectFindings } from '../rule-cases.ts';

const cart = (body: string): string => `package a;\n\npublic class Cart {\n  public int total(int tax) {\n    ${body}\n  }\n}\n`;
const cartTest = (...bodies: readonly string[]): string =>
  `package a;\n\nclass CartTest {\n${bodies.map((body, index) => `  @Test\n  void test${index}() {\n    ${body}\n  }\n`).join('\n')}}\n`;
const adds = 'assertEquals(3, new Cart().total(1));';
const addsMore = 'assertEquals(102, new Cart().total(100));';
const refuses = 'if (tax < 0) throw new IllegalArgumentException("negative tax");';

async function javaCase(body: string, tests: readonly string[], finds: readonly string[]): Promise<void> {
  const [code, test] = ['src/main/java/a/Cart.java', 'src/test/java/a/CartTest.java'];
  await expectFindings(
    untestedEdgeCase,
    { [code]: cart('return sum() + tax;'), [test]: cartTest(adds) },
    { [code]: cart(`${body} return sum() + tax;`), [test]: cartTest(adds, ...tests) },
    finds.map((each) => `${code}:5 ${each}`),
  );
}

describe('tests/untested-edge-case in Java', () => {
  it('finds an error beside tests of what works', () =>
    javaCase(refuses, [addsMore], ['`Cart.total` now throws IllegalArgumentException; no test expects it.']));
  it('finds an error where another one is expected of another function', () =>
    javaCase(
      refuses,
      [addsMore, 'assertThrows(IOException.class, () -> new Shop().open());'],
      ['`Cart.total` now throws IllegalArgumentException; no test expects it.'],
    ));
  it('tells two errors in one sentence', () =>
    javaCase(
      `${refuses} if (tax > 900) throw new TaxException("far too much");`,
      [addsMore],
      ['`Cart.total` now throws IllegalArgumentException and TaxException; no test expects it.'],
    ));
  it('tells two checks in one sentence', () =>
    javaCase(
      'Assert.isTrue(tax >= 0, "negative"); Assert.isTrue(tax < 900, "far too much");',
      [addsMore],
      [
        '`Cart.total` now refuses by `Assert.isTrue(tax >= 0, "negative")` and `Assert.isTrue(tax < 900, "far too much")`; no test expects it.',
      ],
    ));
  for (const [library, finds] of [
    ['lombok.NonNull', ['`Cart.add` now refuses by `@NonNull String item`; no test expects it.']],
    ['lombok.*', ['`Cart.add` now refuses by `@NonNull String item`; no test expects it.']],
    ['org.jspecify.annotations.NonNull', []],
  ] as const)
    it(`asks for null where a check of ${library} is new, and only where Lombok writes one`, async () => {
      const [code, test] = ['src/main/java/a/Cart.java', 'src/test/java/a/CartTest.java'];
      const cartWith = (member: string) =>
        `package a;\n\nimport lombok.AllArgsConstructor;\nimport ${library};\n\npublic class Cart {\n  ${member}\n}\n`;
      const tests = cartTest('assertEquals(1, new Cart().add("a"));');
      await expectFindings(
        untestedEdgeCase,
        { [code]: cartWith('') },
        { [code]: cartWith('public int add(@NonNull String item) { items.add(item); return items.size(); }'), [test]: tests },
        finds.map((each) => `${code}:7 ${each}`),
      );
    });
  it('finds the one of two errors that is not expected', () =>
    javaCase(
      `${refuses} if (tax > 900) throw new TaxException("far too much");`,
      ['assertThrows(TaxException.class, () -> new Cart().total(901));'],
      ['`Cart.total` now throws IllegalArgumentException; no test expects it.'],
    ));
  it('leaves an error alone that is expected by its type', () =>
    javaCase(refuses, ['assertThrows(IllegalArgumentException.class, () -> new Cart().total(-1));'], []));
  it('leaves an error alone that is expected by its words', () =>
    javaCase(refuses, ['assertThatThrownBy(() -> new Cart().total(-1)).hasMessage("negative tax");'], []));
  it('finds a check of a library that is expected by nothing', () =>
    javaCase(
      'Assert.isTrue(tax >= 0, "negative tax");',
      [addsMore],
      ['`Cart.total` now refuses by `Assert.isTrue(tax >= 0, "negative tax")`; no test expects it.'],
    ));
  it('leaves to untested-change what no test shows at all', () => javaCase(refuses, [], []));
});

const total = (body: string): string => `export function total(items, tax) {\n  ${body}\n}\n`;
const totalTest = (...bodies: readonly string[]): string =>
  `import { expect, it } from 'vitest';\nimport { total } from '../src/total';\n\n${bodies.map((body, index) => `it('case ${index}', () => {\n  ${body}\n});\n`).join('\n')}`;

for (const [language, suffix] of [
  ['TypeScript', 'ts'],
  ['JavaScript', 'js'],
] as const) {
  const check = async (body: string, tests: readonly string[], finds: readonly string[]): Promise<void> => {
    const [code, test] = [`src/total.${suffix}`, `test/total.test.${suffix}`];
    const old = 'expect(total([1, 2], 0)).toBe(3);';
    await expectFindings(
      untestedEdgeCase,
      { [code]: total('return sum(items) + tax;'), [test]: totalTest(old) },
      { [code]: total(`${body} return sum(items) + tax;`), [test]: totalTest(old, ...tests) },
      finds.map((each) => `${code}:2 ${each}`),
    );
  };
  const works = 'expect(total([1], 5)).toBe(6);';
  describe(`tests/untested-edge-case in ${language}`, () => {
    it('finds an error beside tests of what works', () =>
      check("if (tax < 0) throw new RangeError('negative tax');", [works], ['`total` now throws RangeError; no test expects it.']));
    it('finds a rejected promise', () =>
      check(
        "if (tax < 0) return Promise.reject(new RangeError('negative tax'));",
        [works],
        ['`total` now throws RangeError; no test expects it.'],
      ));
    it('finds an error where another error’s words are expected', () =>
      check(
        "if (tax < 0) throw new RangeError('negative tax');",
        [works, 'expect(() => other()).toThrow(/not found/);'],
        ['`total` now throws RangeError; no test expects it.'],
      ));
    it('leaves an error alone that is expected by its type', () =>
      check("if (tax < 0) throw new RangeError('negative tax');", ['expect(() => total([1], -1)).toThrow(RangeError);'], []));
    it('leaves an error alone that is expected by its words', () =>
      check("if (tax < 0) throw new RangeError('negative tax');", ['expect(() => total([1], -1)).toThrow(/negative/);'], []));
    it('leaves a caught error that is passed on alone', () => check('try { check(tax); } catch (error) { throw error; }', [works], []));
  });
}

describe('tests/untested-edge-case in a web framework', () => {
  const loader = (body: string): string =>
    `export async function loader({ request }: Args) {\n  const user = await userOf(request);\n  ${body}return user;\n}\n`;
  const test = (more: string): string =>
    `import { loader } from '../app/loader';\n\nit('loads', async () => {\n  expect(await loader(args)).toEqual(user);\n});\n${more}`;
  const alsoShows = "\nit('loads another', async () => {\n  expect(await loader(others)).toEqual(other);\n});\n";
  it('takes a redirection that is thrown for no error', () =>
    expectFindings(
      untestedEdgeCase,
      { 'app/loader.ts': loader(''), 'test/loader.test.ts': test('') },
      { 'app/loader.ts': loader("if (user.isNew) throw redirect('/welcome');\n  "), 'test/loader.test.ts': test(alsoShows) },
      [],
    ));
  it('finds a refusal that is thrown as an answer', () =>
    expectFindings(
      untestedEdgeCase,
      { 'app/loader.ts': loader(''), 'test/loader.test.ts': test('') },
      { 'app/loader.ts': loader("if (user.isGone) throw new GoneError('gone');\n  "), 'test/loader.test.ts': test(alsoShows) },
      ['app/loader.ts:3 `loader` now throws GoneError; no test expects it.'],
    ));
});
