import { assertionOnStub as rule } from '../../../../src/rules/tests/assertion-on-stub.ts';
import { fileCases } from '../rule-cases.ts';
import { javaBodies, scriptBodies } from './quality-cases.ts';

const says = (call: string, line: number): string =>
  `The test “adds” checks what it stubbed itself: \`${call}\` answers what line ${line} says, whatever the code does.`;

describe('tests/assertion-on-stub in Java', () => {
  javaBodies(rule, [
    ['finds Mockito', ['when(cart.total()).thenReturn(3);', 'assertEquals(3, cart.total());'], [`2 ${says('cart.total()', 10)}`]],
    [
      'finds it the other way round',
      ['doReturn(3).when(cart).total();', 'assertThat(cart.total()).isEqualTo(3);'],
      [`2 ${says('cart.total()', 10)}`],
    ],
    [
      'finds BDDMockito',
      ['given(cart.find(any())).willReturn(item);', 'assertSame(item, cart.find(1));'],
      [`2 ${says('cart.find(1)', 10)}`],
    ],
    ['leaves what asks the mock alone', ['when(prices.of(1)).thenReturn(3);', 'assertEquals(3, cart.total());'], []],
    ['leaves the answer as an argument alone', ['when(prices.of(1)).thenReturn(3);', 'assertEquals(3, cart.add(prices.of(1)));'], []],
    ['leaves what was asked before alone', ['assertEquals(0, cart.total());', 'when(cart.total()).thenReturn(3);'], []],
    [
      'leaves a stub that is taken away again alone',
      ['when(cart.total()).thenReturn(3);', 'cart.restore();', 'assertEquals(3, cart.total());'],
      [],
    ],
    ['leaves a verified call alone', ['when(prices.of(1)).thenReturn(3);', 'verify(prices).of(1);'], []],
  ]);
  fileCases(rule, 'src/test/java/MockedBeanTest.java', [
    [
      'leaves a test of mocks alone',
      '',
      'class MockedBeanTest {\n  @Test\n  void adds() {\n    when(cart.total()).thenReturn(3);\n    assertEquals(3, cart.total());\n  }\n}\n',
      [],
    ],
  ]);
});

for (const [language, path] of [
  ['TypeScript', 'test/cart.test.ts'],
  ['JavaScript', 'test/cart.test.js'],
] as const)
  describe(`tests/assertion-on-stub in ${language}`, () => {
    scriptBodies(rule, path, [
      ['finds a spy', ["vi.spyOn(cart, 'total').mockReturnValue(3);", 'expect(cart.total()).toBe(3);'], [`2 ${says('cart.total()', 4)}`]],
      [
        'finds a mock function',
        ['const total = vi.fn().mockResolvedValue(3);', 'expect(await total()).toBe(3);'],
        [`2 ${says('total()', 4)}`],
      ],
      ['finds sinon', ["sinon.stub(cart, 'total').returns(3);", 'assert.equal(cart.total(), 3);'], [`2 ${says('cart.total()', 4)}`]],
      ['leaves what asks the spy alone', ["vi.spyOn(prices, 'of').mockReturnValue(3);", 'expect(cart.total()).toBe(3);'], []],
      [
        'leaves a mock function that is handed on alone',
        ['const price = vi.fn().mockReturnValue(3);', 'expect(new Cart(price).total()).toBe(3);', 'expect(price).toHaveBeenCalled();'],
        [],
      ],
      ['leaves a spy that lets through alone', ["vi.spyOn(cart, 'total');", 'expect(cart.total()).toBe(3);'], []],
      ['leaves the answer as an argument alone', ['const price = vi.fn().mockReturnValue(3);', 'expect(cart.add(price())).toBe(3);'], []],
    ]);
  });
