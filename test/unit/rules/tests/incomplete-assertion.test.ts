import { incompleteAssertion as rule } from '../../../../src/rules/tests/incomplete-assertion.ts';
import { fileCases } from '../rule-cases.ts';
import { javaBodies, scriptBodies } from './quality-cases.ts';

const says = (why: string): string => `in the test “adds” checks nothing: ${why}.`;

describe('tests/incomplete-assertion in Java', () => {
  javaBodies(rule, [
    [
      'finds AssertJ without a check',
      ['assertThat(cart.isEmpty());'],
      [`1 \`assertThat(cart.isEmpty())\` ${says('no check follows `assertThat`')}`],
    ],
    [
      'finds AssertJ that is only described',
      ['assertThat(cart.isEmpty()).as("empty");'],
      [`1 \`assertThat(cart.isEmpty()).as("empty")\` ${says('no check follows `as`')}`],
    ],
    [
      'finds a verification of nothing',
      ['verify(store, times(2));'],
      [`1 \`verify(store, times(2))\` ${says('it names no call that is to be verified')}`],
    ],
    [
      'finds a publisher that nobody subscribes to',
      ['StepVerifier.create(cart.items()).expectNext(1);'],
      [`1 \`StepVerifier.create(cart.items()).expectNext(1)\` ${says('nothing subscribes until `verify` is called')}`],
    ],
    [
      'leaves AssertJ with a check alone',
      ['assertThat(cart.isEmpty()).as("empty").isTrue();', 'assertThat(cart).extracting("size").isEqualTo(1);'],
      [],
    ],
    ['leaves Hamcrest alone', ['assertThat(cart.size(), is(1));'], []],
    ['leaves a thrown error alone', ['assertThatThrownBy(() -> cart.pay());'], []],
    [
      'leaves a request alone that WireMock verifies',
      ['verify(getRequestedFor(urlEqualTo("/orders")));', 'verify(1, postRequestedFor(urlEqualTo("/orders")));'],
      [],
    ],
    ['leaves a verified call alone', ['verify(store).save(1);', 'verify(store, never()).save(2);'], []],
    ['leaves a publisher that is verified alone', ['StepVerifier.create(cart.items()).expectNext(1).verifyComplete();'], []],
    ['leaves an assertion that is kept alone', ['var check = assertThat(cart);', 'check.isNotNull();'], []],
  ]);
  fileCases(rule, 'src/test/java/CartTest.java', [
    [
      'leaves a method of the test alone',
      '',
      'import org.junit.Test;\n\npublic class CartTest {\n  @Test\n  public void adds() {\n    assertThat(new Cart());\n  }\n\n  private void assertThat(Cart cart) {\n    Assert.assertEquals(0, cart.size());\n  }\n}\n',
      [],
    ],
  ]);
});

for (const [language, path] of [
  ['TypeScript', 'test/cart.test.ts'],
  ['JavaScript', 'test/cart.test.js'],
] as const)
  describe(`tests/incomplete-assertion in ${language}`, () => {
    scriptBodies(rule, path, [
      ['finds no matcher', ['expect(cart.isEmpty());'], [`1 \`expect(cart.isEmpty())\` ${says('no matcher follows `expect`')}`]],
      [
        'finds words that only lead on',
        ['expect(cart.isEmpty()).to.be;', 'await expect(cart.pay()).resolves;'],
        [
          `1 \`expect(cart.isEmpty()).to.be\` ${says('no matcher follows `expect`')}`,
          `2 \`await expect(cart.pay()).resolves\` ${says('no matcher follows `expect`')}`,
        ],
      ],
      [
        'finds a matcher of jest that is not called',
        ['expect(cart.pay).toThrow;'],
        [`1 \`expect(cart.pay).toThrow\` ${says('`toThrow` is not called')}`],
      ],
      [
        'finds a check of chai that is not called',
        ['expect(cart.total()).to.equal;'],
        [`1 \`expect(cart.total()).to.equal\` ${says('`equal` is not called')}`],
      ],
      [
        'finds it inside a block',
        ['if (cart) {', '  expect(cart.total());', '}'],
        [`2 \`expect(cart.total())\` ${says('no matcher follows `expect`')}`],
      ],
      ['leaves matchers alone', ['expect(cart.total()).toBe(3);', 'expect(cart.total()).not.toBe(4);', 'expect.assertions(2);'], []],
      [
        'leaves properties of chai alone',
        ['expect(cart).to.be.ok;', 'expect(cart.items).to.be.empty;', 'expect(spy).to.have.been.calledOnce;'],
        [],
      ],
      ['leaves an assertion inside alone', ['expect(cart.total().should.equal(3));'], []],
      ['leaves an assertion that is kept alone', ['const check = expect(cart.total());', 'check.toBe(3);'], []],
      ['leaves another thing of the name alone', ['parser.expect(token);', "request(app).get('/').expect(200);"], []],
    ]);
    fileCases(rule, path, [
      [
        'leaves a function of the test alone',
        '',
        "function expect(token) {\n  assert.equal(next(), token);\n}\n\nit('reads', () => {\n  expect('(');\n});\n",
        [],
      ],
    ]);
  });
