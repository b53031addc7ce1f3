import { duplicatedTest as rule } from '../../../../src/rules/tests/duplicated-test.ts';
import { fileCases, type FileCase } from '../rule-cases.ts';

const says = (copy: string, original: string): string =>
  `The test “${copy}” does the same as “${original}”, to the letter: what its title says is not tested.`;
const java = (...tests: readonly (readonly [name: string, body: string, mark?: string])[]): string =>
  `import org.junit.jupiter.api.Test;\n\nclass CartTest {\n${tests.map(([name, body, mark = '@Test']) => `  ${mark}\n  void ${name}() {\n    ${body}\n  }\n`).join('\n')}}\n`;
const script = (...tests: readonly (readonly [name: string, body: string, word?: string])[]): string =>
  tests.map(([name, body, word = 'it']) => `${word}('${name}', () => {\n  ${body}\n});\n`).join('\n');
const adds = 'cart.add(1);\n    assertEquals(1, cart.total());';
const addsInScript = 'cart.add(1);\n  expect(cart.total()).toBe(1);';

describe('tests/duplicated-test in Java', () => {
  fileCases(rule, 'src/test/java/CartTest.java', [
    ['finds a copy', java(['adds', adds]), java(['adds', adds], ['addsTwo', adds]), [`11 ${says('addsTwo', 'adds')}`]],
    ['finds a copy before the original', java(['adds', adds]), java(['addsTwo', adds], ['adds', adds]), [`5 ${says('addsTwo', 'adds')}`]],
    ['finds two that are added', '', java(['adds', adds], ['addsTwo', adds]), [`11 ${says('addsTwo', 'adds')}`]],
    [
      'finds a third',
      java(['adds', adds], ['addsTwo', adds]),
      java(['adds', adds], ['addsTwo', adds], ['addsAll', adds]),
      [`17 ${says('addsAll', 'adds')}`],
    ],
    ['leaves another value alone', java(['adds', adds]), java(['adds', adds], ['addsTwo', adds.replaceAll('1', '2')]), []],
    ['leaves other marks alone', java(['adds', adds]), java(['adds', adds], ['addsAsAdmin', adds, '@WithMockUser("admin") @Test']), []],
    [
      'leaves copies that were there before alone',
      java(['adds', adds], ['addsTwo', adds]),
      java(['adds', adds], ['addsTwo', adds], ['clears', 'cart.clear(true);']),
      [],
    ],
    ['leaves a new name alone', java(['adds', adds]), java(['addsOne', adds]), []],
    ['leaves tests alone that go by their own names', '', java(['adds', 'runCase();'], ['addsTwo', 'runCase();']), []],
    [
      'leaves a class inside alone',
      java(['adds', adds]),
      java(['adds', adds]).replace(/}\n$/, `\n  @Nested\n  class WithTax {\n    @Test\n    void addsTwo() {\n    ${adds}\n    }\n  }\n}\n`),
      [],
    ],
  ]);
});

for (const [language, path] of [
  ['TypeScript', 'test/cart.test.ts'],
  ['JavaScript', 'test/cart.test.js'],
] as const)
  describe(`tests/duplicated-test in ${language}`, () => {
    const cases: readonly FileCase[] = [
      [
        'finds a copy',
        script(['adds', addsInScript]),
        script(['adds', addsInScript], ['adds two', addsInScript]),
        [`6 ${says('adds two', 'adds')}`],
      ],
      ['finds two that are added', '', script(['adds', addsInScript], ['adds two', addsInScript]), [`6 ${says('adds two', 'adds')}`]],
      [
        'finds a copy in the same group',
        `describe('cart', () => {\n${script(['adds', addsInScript])}});\n`,
        `describe('cart', () => {\n${script(['adds', addsInScript], ['adds two', addsInScript])}});\n`,
        [`7 ${says('adds two', 'adds')}`],
      ],
      [
        'finds a test that stands there twice',
        '',
        script(['adds', addsInScript], ['adds', addsInScript]),
        ['6 The test “adds” stands here twice, to the letter: one of them tests nothing more.'],
      ],
      ['leaves another value alone', '', script(['adds', addsInScript], ['adds two', addsInScript.replaceAll('1', '2')]), []],
      ['leaves a skipped copy to others', '', script(['adds', addsInScript], ['adds two', addsInScript, 'it.skip']), []],
      [
        'leaves copies that were there before alone',
        script(['adds', addsInScript], ['adds two', addsInScript]),
        `${script(['adds', addsInScript], ['adds two', addsInScript])}// the end\n`,
        [],
      ],
      [
        'leaves copies that are renamed inside alone',
        script(['adds', addsInScript], ['adds two', addsInScript]),
        script(['adds', addsInScript], ['adds two', addsInScript]).replaceAll('cart', 'basket'),
        [],
      ],
      [
        'leaves another group alone',
        '',
        `describe('cart', () => {\n${script(['adds', addsInScript])}});\ndescribe('order', () => {\n${script(['adds two', addsInScript])}});\n`,
        [],
      ],
      [
        'leaves another loop alone',
        '',
        `for (const n of [1]) {\n${script(['adds', addsInScript])}}\nfor (const n of [2]) {\n${script(['adds two', addsInScript])}}\n`,
        [],
      ],
      [
        'leaves tests alone that ask for their names',
        '',
        script(['adds', 'run(expect.getState().currentTestName, 1);'], ['adds two', 'run(expect.getState().currentTestName, 1);']),
        [],
      ],
    ];
    fileCases(rule, path, cases);
  });
