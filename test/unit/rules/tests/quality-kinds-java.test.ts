import { rules } from '../../../../src/rules/index.ts';
import { expectFindings } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  [
    'import static org.assertj.core.api.Assertions.*;',
    'import static org.junit.jupiter.api.Assertions.*;',
    'import static org.mockito.Mockito.*;',
    '',
    'import org.junit.jupiter.api.*;',
    '',
    'class CartTest {',
    '  @Test',
    '  void adds() throws Exception {',
    ...body.map((line) => `    ${line}`),
    '  }',
    '}',
    '',
  ].join('\n');
const lines = (...text: readonly string[]): string => text.map((line) => `${line}\n`).join('');

/** By rule: what it is about, the test file, and all that is found in it. */
const kinds: Readonly<Record<string, readonly (readonly [name: string, path: string, text: string, finds: readonly string[]])[]>> = {
  'skipped-or-focused-test': [
    [
      'Disabled nested class',
      'src/test/java/CartTest.java',
      lines(
        'import org.junit.jupiter.api.*;',
        'class CartTest {',
        '  @Nested',
        '  @Disabled',
        '  class Inner {',
        '    @Test void adds() { Assertions.assertEquals(1, new Cart().n()); }',
        '  }',
        '}',
      ),
      ['4 The tests of “Inner” are skipped and give no reason.'],
    ],
    [
      'Ignore junit4',
      'src/test/java/CartTest.java',
      lines(
        'import org.junit.*;',
        'public class CartTest {',
        '  @Ignore @Test public void adds() { Assert.assertEquals(1, new Cart().n()); }',
        '}',
      ),
      ['3 The test “adds” is skipped and gives no reason.'],
    ],
    [
      'testng enabled=false',
      'src/test/java/CartTest.java',
      lines(
        'import org.testng.annotations.Test;',
        'import static org.testng.Assert.*;',
        'public class CartTest {',
        '  @Test(enabled = false) public void adds() { assertEquals(1, new Cart().n()); }',
        '}',
      ),
      ['4 The test “adds” is skipped and gives no reason.'],
    ],
    [
      'EnabledOnOs',
      'src/test/java/CartTest.java',
      lines(
        'import org.junit.jupiter.api.*;',
        'import org.junit.jupiter.api.condition.*;',
        'class CartTest {',
        '  @EnabledOnOs(OS.LINUX) @Test void adds() { Assertions.assertEquals(1, new Cart().n()); }',
        '}',
      ),
      [],
    ],
    [
      'assumeTrue',
      'src/test/java/CartTest.java',
      java('Assumptions.assumeTrue(System.getenv("CI") != null);', 'assertEquals(1, new Cart().n());'),
      [],
    ],
  ],
  'test-without-assertion': [
    [
      'result thrown away',
      'src/test/java/CartTest.java',
      java('Cart cart = new Cart();', 'cart.add("a");', 'cart.total();'),
      ['9 The test “adds” checks nothing: it passes whatever the code answers.'],
    ],
    [
      'logs',
      'src/test/java/CartTest.java',
      java('Cart cart = new Cart();', 'log.info("total {}", cart.total());'),
      ['9 The test “adds” checks nothing: it passes whatever the code answers.'],
    ],
    ['assertDoesNotThrow', 'src/test/java/CartTest.java', java('assertDoesNotThrow(() -> new Cart().add("a"));'), []],
    ['StepVerifier', 'src/test/java/CartTest.java', java('StepVerifier.create(cart.all()).expectNext("a").verifyComplete();'), []],
    [
      'expected exception',
      'src/test/java/CartTest.java',
      lines(
        'import org.junit.*;',
        'public class CartTest {',
        '  @Test(expected = IllegalStateException.class) public void adds() { new Cart().add(null); }',
        '}',
      ),
      [],
    ],
    ['awaitility', 'src/test/java/CartTest.java', java('await().until(() -> cart.isFull());'), []],
  ],
  'assertion-that-cannot-fail': [
    [
      'assertTrue(true)',
      'src/test/java/CartTest.java',
      java('cart.add();', 'assertTrue(true);'),
      ['11 `assertTrue(true)` in the test “adds” holds whatever the code does: what it is given is a constant.'],
    ],
    ['isInstanceOf', 'src/test/java/CartTest.java', java('assertThat(make()).isInstanceOf(Cart.class);'), []],
  ],
  'expectation-only-in-catch': [
    [
      'java assertThat msg',
      'src/test/java/CartTest.java',
      java('try {', '  cart.pay();', '} catch (IllegalStateException e) {', '  assertThat(e).hasMessage("x");', '}'),
      [
        '13 The test “adds” passes when nothing is thrown: `assertThat(e).hasMessage("x")` stands in a `catch`, and nothing fails before it.',
      ],
    ],
    [
      'java two calls',
      'src/test/java/CartTest.java',
      java(
        'Cart cart = new Cart();',
        'try {',
        '  cart.add("a");',
        '  cart.pay();',
        '} catch (RuntimeException e) {',
        '  assertTrue(e instanceof EmptyCart);',
        '}',
      ),
      [
        '15 The test “adds” passes when nothing is thrown: `assertTrue(e instanceof EmptyCart)` stands in a `catch`, and nothing fails before it.',
      ],
    ],
    [
      'java rethrow fails',
      'src/test/java/CartTest.java',
      java('try {', '  cart.pay();', '  Assertions.fail("no");', '} catch (EmptyCart e) {', '  assertEquals("x", e.getMessage());', '}'),
      [],
    ],
  ],
  'conditional-assertion': [
    [
      'java if instanceof',
      'src/test/java/CartTest.java',
      java('Object o = make();', 'if (o instanceof Cart c) {', '  assertEquals(1, c.n());', '}'),
      ['11 The test “adds” asserts only if `o instanceof Cart c`: otherwise it passes without checking anything.'],
    ],
    [
      'java if present',
      'src/test/java/CartTest.java',
      java('Optional<Cart> c = find();', 'if (c.isPresent()) {', '  assertEquals(1, c.get().n());', '}'),
      ['11 The test “adds” asserts only if `c.isPresent()`: otherwise it passes without checking anything.'],
    ],
    ['java for loop', 'src/test/java/CartTest.java', java('for (Cart c : List.of(a, b)) {', '  assertEquals(1, c.n());', '}'), []],
  ],
  'sleep-in-test': [
    [
      'java TimeUnit.SECONDS.sleep',
      'src/test/java/CartTest.java',
      java('cart.start();', 'TimeUnit.SECONDS.sleep(2);', 'assertTrue(cart.done());'),
      ['11 The test “adds” waits with `TimeUnit.SECONDS.sleep(2)`: too long on most machines, too short on a busy one.'],
    ],
    [
      'java Thread.sleep Duration',
      'src/test/java/CartTest.java',
      java('cart.start();', 'Thread.sleep(Duration.ofSeconds(1));', 'assertTrue(cart.done());'),
      ['11 The test “adds” waits with `Thread.sleep(Duration.ofSeconds(1))`: too long on most machines, too short on a busy one.'],
    ],
    [
      'java Uninterruptibles',
      'src/test/java/CartTest.java',
      java('cart.start();', 'Uninterruptibles.sleepUninterruptibly(2, TimeUnit.SECONDS);', 'assertTrue(cart.done());'),
      [
        '11 The test “adds” waits with `Uninterruptibles.sleepUninterruptibly(2, TimeUnit.SECONDS)`: too long on most machines, too short on a busy one.',
      ],
    ],
    [
      'java awaitility',
      'src/test/java/CartTest.java',
      java('cart.start();', 'await().atMost(5, SECONDS).untilAsserted(() -> assertTrue(cart.done()));'),
      [],
    ],
  ],
  'assertion-on-stub': [
    [
      'java when/then',
      'src/test/java/CartTest.java',
      java('Cart cart = mock(Cart.class);', 'when(cart.total()).thenReturn(3);', 'assertEquals(3, cart.total());'),
      ['12 The test “adds” checks what it stubbed itself: `cart.total()` answers what line 11 says, whatever the code does.'],
    ],
    [
      'java assertThat',
      'src/test/java/CartTest.java',
      java('Cart cart = mock(Cart.class);', 'when(cart.total()).thenReturn(3);', 'assertThat(cart.total()).isEqualTo(3);'),
      ['12 The test “adds” checks what it stubbed itself: `cart.total()` answers what line 11 says, whatever the code does.'],
    ],
    [
      'java doReturn',
      'src/test/java/CartTest.java',
      java('Cart cart = mock(Cart.class);', 'doReturn(3).when(cart).total();', 'assertEquals(3, cart.total());'),
      ['12 The test “adds” checks what it stubbed itself: `cart.total()` answers what line 11 says, whatever the code does.'],
    ],
    [
      'java service over mock',
      'src/test/java/CartTest.java',
      java('when(repository.find(1)).thenReturn(cart);', 'assertEquals(cart, new Service(repository).find(1));'),
      [],
    ],
  ],
};

for (const [id, rows] of Object.entries(kinds))
  describe(`tests/${id}: what is one, and what only looks so, in Java`, () => {
    const rule = rules.find((each) => each.id === `tests/${id}`)!;
    for (const [name, path, text, finds] of rows)
      it(`${finds.length > 0 ? 'finds' : 'leaves alone'}: ${name}`, async () => {
        await expectFindings(
          rule,
          {},
          { [path]: text },
          finds.map((each) => `${path}:${each}`),
        );
      });
  });
