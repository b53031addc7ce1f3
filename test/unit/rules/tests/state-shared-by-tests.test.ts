import { stateSharedByTests as rule } from '../../../../src/rules/tests/state-shared-by-tests.ts';
import { fileCases } from '../rule-cases.ts';

const says = (reader: string, name: string): string =>
  `The test “${reader}” reads \`${name}\` as the test “adds” left it: alone, or in another order, it fails.`;
const java = (field: string, second: string, more = ''): string =>
  `import org.junit.jupiter.api.*;\n\nclass CartTest {\n  ${field}\n\n  @Test\n  void adds() {\n    cart = new Cart(1);\n    assertEquals(1, cart.total());\n  }\n\n  @Test\n  void sums() {\n    ${second}\n  }\n${more}}\n`;
const reads = 'assertEquals(1, cart.total());';

describe('tests/state-shared-by-tests in Java', () => {
  fileCases(rule, 'src/test/java/CartTest.java', [
    ['finds a static field', '', java('static Cart cart;', reads), [`14 ${says('sums', 'cart')}`]],
    [
      'finds a test that comes to it',
      java('static Cart cart;', 'assertNotNull(new Cart());'),
      java('static Cart cart;', reads),
      [`14 ${says('sums', 'cart')}`],
    ],
    [
      'finds a read behind other statements',
      '',
      java('private static Cart cart;', `prices.clear(); ${reads}`),
      [`14 ${says('sums', 'cart')}`],
    ],
    ['leaves a field of the instance alone, which each test has anew', '', java('Cart cart;', reads), []],
    ['leaves a test that makes its own alone', '', java('static Cart cart;', `cart = new Cart(1); ${reads}`), []],
    [
      'leaves a field that is made before each test alone',
      '',
      java('static Cart cart;', reads, '\n  @BeforeEach\n  void setUp() {\n    cart = new Cart(1);\n  }\n'),
      [],
    ],
    [
      'leaves tests with an order alone',
      '',
      java('static Cart cart;', reads).replace('class Cart', '@TestMethodOrder(OrderAnnotation.class)\nclass Cart'),
      [],
    ],
    ['leaves a local of the name alone', '', java('static Cart cart;', `Cart cart = new Cart(1); ${reads}`), []],
    ['leaves what was so before alone', java('static Cart cart;', reads), `${java('static Cart cart;', reads)}// the end\n`, []],
  ]);
});

const script = (second: string, more = '', declared = 'let cart;'): string =>
  `${declared}\n${more}\nit('adds', () => {\n  cart = new Cart(1);\n  expect(cart.total()).toBe(1);\n});\n\nit('sums', () => {\n  ${second}\n});\n`;
const readsInScript = 'expect(cart.total()).toBe(1);';

for (const [language, path] of [
  ['TypeScript', 'test/cart.test.ts'],
  ['JavaScript', 'test/cart.test.js'],
] as const)
  describe(`tests/state-shared-by-tests in ${language}`, () => {
    fileCases(rule, path, [
      ['finds a variable of the module', '', script(readsInScript), [`9 ${says('sums', 'cart')}`]],
      ['finds a variable of a group', '', `describe('cart', () => {\n${script(readsInScript)}});\n`, [`10 ${says('sums', 'cart')}`]],
      ['finds a test that comes to it', script('expect(new Cart()).toBeDefined();'), script(readsInScript), [`9 ${says('sums', 'cart')}`]],
      ['leaves a test that makes its own alone', '', script(`cart = new Cart(1);\n  ${readsInScript}`), []],
      [
        'leaves a variable that is made before each test alone',
        '',
        script(readsInScript, 'beforeEach(() => {\n  cart = new Cart(1);\n});\n'),
        [],
      ],
      ['leaves a variable that a function makes alone', '', script(readsInScript, 'function make() {\n  cart = new Cart(1);\n}\n'), []],
      ['leaves a local of the name alone', '', script(`const cart = new Cart(1);\n  ${readsInScript}`), []],
      ['leaves tests in a row alone', '', script(readsInScript).replaceAll("it('", "test.serial('"), []],
      ['leaves what was so before alone', script(readsInScript), `${script(readsInScript)}// the end\n`, []],
    ]);
  });
