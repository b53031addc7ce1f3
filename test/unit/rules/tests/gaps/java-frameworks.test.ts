import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { untestedEdgeCase } from '../../../../../src/rules/tests/untested-edge-case.ts';
import { expectFindings } from '../../rule-cases.ts';

const code = 'src/main/java/shop/Cart.java';
const test = 'src/test/java/shop/CartTest.java';
const cartOf = (check: string): string =>
  `package shop;\n\npublic class Cart implements Priced {\n  public int total(String kind, int tax) {\n${check}    return sum() + tax;\n  }\n  int sum() { return 1; }\n}\n`;
const checked = '    if (kind == null) throw new IllegalArgumentException("kind is missing");\n';

/** One way to write tests: the type around them, what was shown before, and what shows the new refusal. */
interface Way {
  readonly name: string;
  readonly open: string;
  readonly old: string;
  readonly added: string;
}

const ways: readonly Way[] = [
  {
    name: '`@Test(expected = …)` of JUnit 4',
    open: `import org.junit.Test;\npublic class CartTest {\n`,
    old: `@Test public void works() { assertEquals(2, new Cart().total("a", 1)); }`,
    added: `@Test(expected = IllegalArgumentException.class)\n  public void refuses() { new Cart().total(null, 1); }`,
  },
  {
    name: '`ExpectedException` of JUnit 4',
    open: `import org.junit.Test;\npublic class CartTest {\n  @Rule public ExpectedException thrown = ExpectedException.none();\n`,
    old: `@Test public void works() { assertEquals(2, new Cart().total("a", 1)); }`,
    added: `@Test\n  public void refuses() { thrown.expect(IllegalArgumentException.class); thrown.expectMessage("kind"); new Cart().total(null, 1); }`,
  },
  {
    name: '`fail` at the end of what is tried in JUnit 3',
    open: `import junit.framework.TestCase;\npublic class CartTest extends TestCase {\n`,
    old: `public void testWorks() { assertEquals(2, new Cart().total("a", 1)); }`,
    added: `public void testRefuses() { try { new Cart().total(null, 1); fail("no error"); } catch (IllegalArgumentException expected) { assertEquals("kind is missing", expected.getMessage()); } }`,
  },
  {
    name: '`@NullSource` of JUnit 5',
    open: `import org.junit.jupiter.params.ParameterizedTest;\nclass CartTest {\n`,
    old: `@Test void works() { assertEquals(2, new Cart().total("a", 1)); }`,
    added: `@ParameterizedTest @NullSource\n  void refuses(String kind) { assertThrows(IllegalArgumentException.class, () -> new Cart().total(kind, 1)); }`,
  },
  {
    name: '`expectedExceptions` of TestNG',
    open: `import org.testng.annotations.Test;\npublic class CartTest {\n`,
    old: `@Test public void works() { Assert.assertEquals(new Cart().total("a", 1), 2); }`,
    added: `@Test(expectedExceptions = IllegalArgumentException.class)\n  public void refuses() { new Cart().total(null, 1); }`,
  },
  {
    name: 'a data provider of TestNG',
    open: `import org.testng.annotations.Test;\npublic class CartTest {\n`,
    old: `@Test public void works() { Assert.assertEquals(new Cart().total("a", 1), 2); }`,
    added: `@DataProvider(name = "kinds") public Object[][] kinds() { return new Object[][] { { null } }; }\n  @Test(dataProvider = "kinds")\n  public void refuses(String kind) { Assert.assertThrows(IllegalArgumentException.class, () -> new Cart().total(kind, 1)); }`,
  },
  {
    name: '`assertThatThrownBy` of AssertJ',
    open: `class CartTest {\n`,
    old: `@Test void works() { assertThat(new Cart().total("a", 1)).isEqualTo(2); }`,
    added: `@Test void refuses() { assertThatThrownBy(() -> new Cart().total(null, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("kind"); }`,
  },
  {
    name: '`assertThatExceptionOfType` of AssertJ',
    open: `class CartTest {\n`,
    old: `@Test void works() { assertThat(new Cart().total("a", 1)).isEqualTo(2); }`,
    added: `@Test void refuses() { assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Cart().total(null, 1)); }`,
  },
  {
    name: '`catchThrowable` of AssertJ',
    open: `class CartTest {\n`,
    old: `@Test void works() { assertThat(new Cart().total("a", 1)).isEqualTo(2); }`,
    added: `@Test void refuses() { Throwable thrown = catchThrowable(() -> new Cart().total(null, 1)); assertThat(thrown).isInstanceOf(IllegalArgumentException.class); }`,
  },
  {
    name: '`assertThatIllegalArgumentException` and soft assertions of AssertJ',
    open: `class CartTest {\n`,
    old: `@Test void works() { SoftAssertions.assertSoftly(s -> { s.assertThat(new Cart().total("a", 1)).isEqualTo(2); }); }`,
    added: `@Test void refuses() { assertThatIllegalArgumentException().isThrownBy(() -> new Cart().total(null, 1)).withMessage("kind is missing"); }`,
  },
  {
    name: 'matchers of Hamcrest',
    open: `class CartTest {\n`,
    old: `@Test void works() { assertThat(new Cart().total("a", 1), is(equalTo(2))); }`,
    added: `@Test void refuses() { var e = assertThrows(IllegalArgumentException.class, () -> new Cart().total(null, 1)); assertThat(e.getMessage(), containsString("kind")); }`,
  },
  {
    name: '`assertThat(e)` of Truth',
    open: `class CartTest {\n`,
    old: `@Test void works() { assertThat(new Cart().total("a", 1)).isEqualTo(2); }`,
    added: `@Test void refuses() { var e = assertThrows(IllegalArgumentException.class, () -> new Cart().total(null, 1)); assertThat(e).hasMessageThat().contains("kind"); }`,
  },
  {
    name: '`@InjectMocks` of Mockito',
    open: `@ExtendWith(MockitoExtension.class)\nclass CartTest {\n  @Mock Stock stock;\n  @InjectMocks Cart cart;\n`,
    old: `@Test void works() { when(stock.any()).thenReturn(1); assertThat(cart.total("a", 1)).isEqualTo(2); verify(stock).any(); }`,
    added: `@Test void refuses() { assertThrows(IllegalArgumentException.class, () -> cart.total(null, 1)); verifyNoInteractions(stock); }`,
  },
  {
    name: '`given` and `thenThrownBy`',
    open: `@ExtendWith(MockitoExtension.class)\nclass CartTest {\n  @Mock Stock stock;\n  @InjectMocks Cart cart;\n`,
    old: `@Test void works() { given(stock.any()).willReturn(1); then(cart.total("a", 1)).isEqualTo(2); }`,
    added: `@Test void refuses() { thenThrownBy(() -> cart.total(null, 1)).isInstanceOf(IllegalArgumentException.class); }`,
  },
  {
    name: 'a test of Spring Boot',
    open: `@SpringBootTest\nclass CartTest {\n  @Autowired Cart cart;\n  @MockitoBean Stock stock;\n`,
    old: `@Test void works() { assertThat(cart.total("a", 1)).isEqualTo(2); }`,
    added: `@Test void refuses() { assertThrows(IllegalArgumentException.class, () -> cart.total(null, 1)); }`,
  },
  {
    name: '`@Nested` types',
    open: `class CartTest {\n  Cart cart = new Cart();\n  @Nested class Total {\n`,
    old: `@Test void works() { assertThat(cart.total("a", 1)).isEqualTo(2); }`,
    added: `@Test void refuses() { assertThrows(IllegalArgumentException.class, () -> cart.total(null, 1)); }`,
  },
];

function textOf({ open, old, added }: Way, withAdded: boolean): string {
  const closing = '}\n'.repeat(open.split('{').length - open.split('}').length);
  return `package shop;\n${open}\n${old}\n${withAdded ? added : ''}\n${closing}`;
}

const finds = [
  `${code}:4 \`Cart.total\` behaves differently now (\`if (kind == null) throw new IllegalArgumentException("kind is missing");\` and \`throws IllegalArgumentException\`); no test shows it.`,
];

async function check(way: Way, withAdded: boolean, expected: readonly string[]): Promise<void> {
  const base = { [code]: cartOf(''), [test]: textOf(way, false) };
  const head = { [code]: cartOf(checked), [test]: textOf(way, withAdded) };
  await expectFindings(untestedChange, base, head, expected);
  await expectFindings(untestedEdgeCase, base, head, []);
}

describe('frameworks of Java', () => {
  for (const way of ways) {
    it(`${way.name}: a new error is shown`, () => check(way, true, []));
    it(`${way.name}: it is found where nothing shows it`, () => check(way, false, finds));
  }
});

describe('tests that a type inherits', () => {
  const inherited = (maker: string, type: string, added: string): Record<string, string> => ({
    [test]: `package shop;\nclass CartTest extends PricedContract {\n  @Override ${type} ${maker}() { return new Cart(); }\n}\n`,
    'src/test/java/shop/PricedContract.java': `package shop;\nabstract class PricedContract {\n  abstract ${type} ${maker}();\n  @Test void works() { assertEquals(2, ${maker}().total("a", 1)); }\n${added}}\n`,
  });
  const refuses = (maker: string): string =>
    `  @Test void refuses() { assertThrows(IllegalArgumentException.class, () -> ${maker}().total(null, 1)); }\n`;
  for (const [maker, type] of [
    ['cart', 'Cart'],
    ['priced', 'Priced'],
  ] as const) {
    const [without, withAdded] = [inherited(maker, type, ''), inherited(maker, type, refuses(maker))];
    it(`show a new error of what the type makes as ${type}`, () =>
      expectFindings(untestedChange, { [code]: cartOf(''), ...without }, { [code]: cartOf(checked), ...withAdded }, []));
    it(`show it where they were there before, as ${type}`, () =>
      expectFindings(untestedChange, { [code]: cartOf(''), ...withAdded }, { [code]: cartOf(checked), ...withAdded }, []));
    it(`do not where none is about it, as ${type}`, () =>
      expectFindings(untestedChange, { [code]: cartOf(''), ...without }, { [code]: cartOf(checked), ...without }, finds));
  }
});
