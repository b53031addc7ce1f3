import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { expectFindings } from '../../rule-cases.ts';

const module = 'src/places.ts';
const moduleTest = 'test/places.test.ts';
const header = "import { expect, it } from 'vitest';\nimport { isPlace } from '../src/places';\n\n";

/** Tests that are the same at both sides, and a function of one statement that is not. */
async function script(base: string, head: string, tests: string, isShown: boolean): Promise<void> {
  const of = (statement: string): string => `export function isPlace(url: string, most = 1): boolean {\n  ${statement}\n}\n`;
  const same = { [moduleTest]: `${header}${tests}` };
  await expectFindings(
    untestedChange,
    { ...same, [module]: of(base) },
    { ...same, [module]: of(head) },
    isShown ? [] : [`${module}:1 \`isPlace\` behaves differently now (\`${head}\`); no test shows it.`],
  );
}

const before = "return url.startsWith('http://');";
const now = 'return /^https?:/i.test(url);';
const once = (url: string, answer: boolean): string => `it('knows ${url}', () => {\n  expect(isPlace('${url}')).toBe(${answer});\n});\n`;

describe('a condition that comes out otherwise than before', () => {
  it('is shown by a call that makes the difference', () => script(before, now, once('HTTP://a', true), true));
  it('is not shown by a call for which it is the same', () => script(before, now, once('http://a', true), false));
  it('is not shown by a test that expects what was before', () => script(before, now, once('HTTP://a', false), false));
  it('is not shown where what is given is not known', () =>
    script(before, now, "it('knows', () => {\n  expect(isPlace(read())).toBe(true);\n});\n", false));
  it('is shown where a match that might take long does not', () =>
    script(before, 'return /^(h+)+t+p+s*:/i.test(url);', once('HTTP://a', true), true));
  it('is not shown where a match takes long', () =>
    script(before, 'return /^(h|hh)+$/i.test(url) === false;', once(`${'h'.repeat(60)}x`, true), false));
});

describe('rows of tests', () => {
  const asserts = 'expect(isPlace(url)).toBe(answer);';
  const tables: readonly (readonly [string, string])[] = [
    [
      'a list that is gone through',
      `it('knows', () => {\n  for (const [url, answer] of [['http://a', true], ['HTTP://b', true]]) ${asserts}\n});\n`,
    ],
    [
      'a list with a name',
      `const urls = [{ url: 'HTTP://a', answer: true }];\n\nit('knows', () => {\n  for (const { url, answer } of urls) ${asserts}\n});\n`,
    ],
    [
      'a callback',
      `it('knows', () => {\n  [['http://a', true], ['HTTP://b', true]].forEach(([url, answer]) => {\n    ${asserts}\n  });\n});\n`,
    ],
    ['a table', `it.each([['http://a', true], ['HTTP://b', true]])('knows %s', (url, answer) => {\n  ${asserts}\n});\n`],
    ['a table of objects', `it.each([{ url: 'HTTP://b', answer: true }])('knows $url', ({ url, answer }) => {\n  ${asserts}\n});\n`],
    ['a table of values', "it.each(['http://a', 'HTTP://b'])('knows %s', (url) => {\n  expect(isPlace(url)).toBe(true);\n});\n"],
    [
      'a helper',
      `function knows(url: string, answer: boolean) {\n  ${asserts}\n}\n\nit('knows', () => {\n  knows('http://a', true);\n  knows('HTTP://b', true);\n});\n`,
    ],
    ['a text that is put together', "it('knows', () => {\n  const name = 'b';\n  expect(isPlace(`HTTP://${name}`)).toBe(true);\n});\n"],
  ];
  for (const [what, tests] of tables) {
    it(`are seen in ${what}`, () => script(before, now, tests, true));
    it(`say nothing in ${what} where all is as before`, () => script(before, now, tests.replaceAll('HTTP', 'http'), false));
  }
  it('are known where a list is filled afterwards', () =>
    script(
      'return most > 0;',
      'return url.length > 0;',
      "it('knows', () => {\n  const urls = [];\n  urls.push('http://a');\n  expect(isPlace(urls, 0)).toBe(true);\n});\n",
      true,
    ));
});

const code = 'src/main/java/a/Cart.java';
const cart = (body: string): string => `package a;\n\nclass Cart {\n  int total(String kind, int tax) {\n    ${body}\n  }\n}\n`;

async function java(head: string, test: string, isShown: boolean): Promise<void> {
  const same = { 'src/test/java/a/CartTest.java': `package a;\n\nclass CartTest {\n${test}}\n` };
  await expectFindings(
    untestedChange,
    { ...same, [code]: cart('return sum();') },
    { ...same, [code]: cart(`${head}\n    return sum();`) },
    isShown ? [] : [`${code}:4 \`Cart.total\` behaves differently now (\`${head}\`); no test shows it.`],
  );
}

describe('rows of parametrised tests in Java', () => {
  const rows = (...annotations: readonly string[]): string =>
    `  @ParameterizedTest\n${annotations.map((each) => `  ${each}\n`).join('')}  void totals(String kind) {\n    assertEquals(1, new Cart().total(kind, 1));\n  }\n`;
  const blank = 'if (kind == null || kind.isEmpty()) return 0;';

  it('are the values of a source', () => java('if (kind.length() > 3) return 0;', rows('@ValueSource(strings = { "a", "abcd" })'), true));
  it('are all on one side', () => java('if (kind.length() > 3) return 0;', rows('@ValueSource(strings = { "a", "b" })'), false));
  it('are null and empty', () => java(blank, rows('@NullAndEmptySource', '@ValueSource(strings = "a")'), true));
  it('are only null', () => java(blank, rows('@NullSource'), false));
  it('are lines', () =>
    java(
      'if (tax > 3) return 0;',
      '  @ParameterizedTest\n  @CsvSource({ "a, 1", "b, 4" })\n  void totals(String kind, int tax) {\n    assertEquals(1, new Cart().total(kind, tax));\n  }\n',
      true,
    ));

  const long = 'if (kind.length() > 3) return 0;';
  const kinds = (result: string, name = 'kinds'): string => `  static Stream<Object> ${name}() {\n    ${result}\n  }\n`;
  it('are those of a method', () => java(long, kinds('return Stream.of("a", "abcd");') + rows('@MethodSource("kinds")'), true));
  it('are those of the method that is called like the test', () =>
    java(long, kinds('return Stream.of("a", "abcd");', 'totals') + rows('@MethodSource'), true));
  it('are those of the method of a data provider', () =>
    java(
      long,
      `${kinds('return new Object[][] { { "a" }, { "abcd" } };')}  @Test(dataProvider = "kinds")\n  void totals(String kind) {\n    assertEquals(1, new Cart().total(kind, 1));\n  }\n`,
      true,
    ));
  it('have several values each', () =>
    java(
      'if (tax > 3) return 0;',
      `${kinds('return Stream.of(Arguments.of("a", 1), arguments("b", 4));')}  @ParameterizedTest\n  @MethodSource("kinds")\n  void totals(String kind, int tax) {\n    assertEquals(1, new Cart().total(kind, tax));\n  }\n`,
      true,
    ));
  it('of a method are all on one side', () => java(long, kinds('return Stream.of("a", "b");') + rows('@MethodSource("kinds")'), false));
  it('say nothing where a method works them out', () =>
    java(long, kinds('return Files.lines(source);') + rows('@MethodSource("kinds")'), false));
  it('say nothing where the method is elsewhere', () => java(long, rows('@MethodSource("kinds")'), false));
  it('have a word of a long pattern that is new', () =>
    java(
      'if (kind.matches(".*(Windows NT|Mac OS X|Android|Linux|iPhone|OpenHarmony|CrOS).*")) return 0;',
      kinds('return list("Phone; OpenHarmony 5.0");') + rows('@MethodSource("kinds")'),
      true,
    ));
});
