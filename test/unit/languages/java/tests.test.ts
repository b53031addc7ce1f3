import assert from 'node:assert/strict';
import { factsOf, shape } from './reading-java.ts';

async function assertionsOf(body: string, members = ''): Promise<string[]> {
  const facts = await factsOf(`class ATest { @Test void t() { ${body} } ${members} }`);
  const test = facts.tests.find((each) => each.titles.at(-1) === 't');
  return (test?.assertions ?? []).map(({ name, kind, expected }) => `${kind} ${name}${expected === undefined ? '' : ` ${expected}`}`);
}

describe('Java assertions', () => {
  const expected: Record<string, string[]> = {
    'assertEquals(1, a()); Assertions.assertTrue(b);': ['value assertEquals', 'value assertTrue'],
    'assertThrows(a.E.class, () -> { b(); });': ['throws assertThrows a.E'],
    'assertThat(a).as("x").isNotNull().isEqualTo(b);': ['value isNotNull', 'value isEqualTo'],
    'assertThat(a);': [],
    'assertThat(a, is(b));': ['value assertThat'],
    'assertWithMessage("x").that(a).isEqualTo(b);': ['value isEqualTo'],
    'assertThatThrownBy(() -> a()).isInstanceOf(E.class).hasMessage("no");': ['throws isInstanceOf E', 'throws hasMessage no'],
    'assertThatThrownBy(() -> a());': ['throws assertThatThrownBy'],
    'assertThatExceptionOfType(E.class).isThrownBy(() -> a());': ['throws isThrownBy E'],
    'assertThatIllegalStateException().isThrownBy(() -> a());': ['throws isThrownBy IllegalStateException'],
    'assertThatNoException().isThrownBy(() -> a());': ['throws isThrownBy'],
    'verify(a).b(); verifyNoMoreInteractions(a); inOrder.verify(a, times(2)).c();': [
      'interaction verify',
      'interaction verifyNoMoreInteractions',
      'interaction verify',
    ],
    'then(a).should().b(); a.then(b).c();': ['interaction should'],
    'mvc.perform(get("/")).andExpect(status().isNotFound()).andExpect(jsonPath("$.a").value(1));': [
      'status isNotFound 404',
      'value andExpect',
    ],
    'mvc.perform(get("/")).andExpect(status().is(HttpStatus.BAD_REQUEST.value()));': ['status is 400'],
    'client.get().exchange().expectStatus().isCreated().expectBody(A.class).isEqualTo(a);': ['status isCreated 201', 'value isEqualTo'],
    'given().get("/").then().statusCode(200);': ['status statusCode 200'],
    'thrown.expect(E.class); thrown.expectMessage("no"); a();': ['throws expect E', 'throws expectMessage no'],
    'expect(mock.a()).andReturn(1);': [],
    'if (a) fail("no"); assert b;': ['other fail', 'other assert'],
    'assertOrder(a); check(b); look(c);': ['other assertOrder', 'other check'],
    'StepVerifier.create(a).expectNext(1).verifyComplete();': ['value expectNext', 'value verifyComplete'],
    'a.valueOf(status().constructor()); toString();': ['status constructor constructor'],
  };
  for (const [body, assertions] of Object.entries(expected)) {
    it(body, async () => {
      assert.deepEqual(
        await assertionsOf(
          body,
          'void check(int a) { deeper(a); } void deeper(int a) { assertEquals(1, a); } void look(int a) { print(a); }',
        ),
        assertions,
      );
    });
  }
});

describe('Java tests', () => {
  it('finds tests and groups with their marks', async () => {
    const text = `import org.junit.jupiter.api.Test;
@SpringBootTest class OrderTests {
  @Test void live() { assertEquals(1, total()); }
  @Disabled("later " + "on") @Test void off() {}
  @Test void never() { assumeTrue(false, "no network"); }
  @Test void perhaps() { assumeTrue(isLinux()); }
  @Nested @Disabled class Inner { @ParameterizedTest @ValueSource(ints = {1, 2}) void rows(int a) {} }
  @DisabledOnOs(OS.WINDOWS) @RepeatedTest(3) void again() {}
  @HttpServerTest void composed() {}
  void helper() {}
}
`;
    const facts = await factsOf(text, { path: 'src/test/java/a/OrderTests.java' });
    assert.deepEqual(
      facts.tests.map(({ kind, framework, titles, run, skipReason, markRange, parameters }) => [
        `${kind} ${framework} ${titles.join('.')} ${run}`,
        skipReason,
        markRange && text.slice(markRange.start, markRange.end),
        parameters,
      ]),
      [
        ['group junit OrderTests live', undefined, undefined, []],
        ['case junit OrderTests.live live', undefined, undefined, []],
        ['case junit OrderTests.off skipped', 'later on', '@Disabled("later " + "on")', []],
        ['case junit OrderTests.never skipped', 'no network', 'assumeTrue(false, "no network")', []],
        ['case junit OrderTests.perhaps live', undefined, undefined, []],
        ['group junit OrderTests.Inner skipped', undefined, '@Disabled', []],
        ['case junit OrderTests.Inner.rows live', undefined, undefined, ['1', '2']],
        ['case junit OrderTests.again live', undefined, undefined, []],
        ['case unknown OrderTests.composed live', undefined, undefined, []],
      ],
    );
    assert.deepEqual(shape(facts.tests[1]?.assertions), [{ name: 'assertEquals', kind: 'value' }]);
    assert.equal(facts.tests[1]?.body.length, 1);
  });

  it('reads what is thrown where it is caught, and in the words of behaviour', async () => {
    const facts = await factsOf(
      `class ATest {
  @Test void tried() { try { f(); fail("no error"); } catch (IllegalStateException expected) { } }
  @Test void tidy() { try { f(); } catch (IOException e) { log(e); } }
  @Test void caught() { Throwable thrown = catchThrowable(() -> f()); assertThat(thrown).isInstanceOf(E.class); assertThat(other).isNull(); }
  @Test void behaves() { thenThrownBy(() -> f()).isInstanceOf(E.class); when(g()).thenReturn(1); }
}
`,
      { path: 'src/test/java/a/ATest.java' },
    );
    assert.deepEqual(
      facts.tests.flatMap(({ kind, titles, assertions }) =>
        kind === 'case' ? [[titles.at(-1), ...assertions.map((each) => `${each.kind} ${each.expected ?? ''}`)]] : [],
      ),
      [['tried', 'throws IllegalStateException', 'other '], ['tidy'], ['caught', 'throws E', 'value '], ['behaves', 'throws E']],
    );
  });

  it('finds tests of JUnit 3 and 4 and of TestNG', async () => {
    const junit4 = await factsOf('import org.junit.Test; class A { @Ignore("slow") @Test(expected = a.E.class) public void f() {} }');
    assert.deepEqual(shape(junit4.tests[1]), {
      kind: 'case',
      framework: 'junit',
      titles: ['A', 'f'],
      run: 'skipped',
      skipReason: 'slow',
      markRange: { start: 33, end: 48 },
      assertions: [{ name: 'expected', kind: 'throws', expected: 'a.E' }],
      parameters: [],
      body: [],
    });
    const junit3 = await factsOf('public class A extends TestCase { public void testOne() {} void testTwo() {} public void other() {} }');
    assert.deepEqual(
      junit3.tests.map(({ kind, titles }) => [kind, ...titles]),
      [
        ['group', 'A'],
        ['case', 'A', 'testOne'],
      ],
    );
    const testng = await factsOf(
      'import org.testng.annotations.*; @Test class A { public void f() {} @Test(enabled = false, dataProvider = "rows") void g() {} @BeforeClass public void h() {} }',
    );
    assert.deepEqual(
      testng.tests.map(({ kind, framework, titles, run, parameters }) => [kind, framework, titles.join('.'), run, parameters]),
      [
        ['group', 'testng', 'A', 'live', []],
        ['case', 'testng', 'A.f', 'live', []],
        ['case', 'testng', 'A.g', 'skipped', ['rows']],
      ],
    );
  });

  it('reads the rows of parametrised tests', async () => {
    const facts = await factsOf(`class A {
  @ParameterizedTest @NullAndEmptySource @ValueSource(strings = {"a", "b"}) void values(String s) {}
  @ParameterizedTest @CsvSource({"a, 1", "b, 2"}) void table(String s, int i) {}
  @ParameterizedTest @CsvSource(textBlock = """
      a, 1
      # note
      b, 2
      """) void block(String s, int i) {}
  @ParameterizedTest @MethodSource void source(String s) {}
  @ParameterizedTest @EnumSource(E.class) void constants(E e) {}
}`);
    assert.deepEqual(
      facts.tests.filter(({ kind }) => kind === 'case').map(({ parameters }) => parameters),
      [['null', '""', '"a"', '"b"'], ['a, 1', 'b, 2'], ['a, 1', 'b, 2'], ['MethodSource'], ['E.class']],
    );
  });

  it('gives touched tests only', async () => {
    const text = 'class A {\n  @Test void f() {}\n  @Test void g() {}\n}\n';
    const facts = await factsOf(text, { touched: [{ start: text.indexOf('  @Test void g'), end: text.indexOf('}\n}') + 2 }] });
    assert.deepEqual(
      facts.tests.map(({ titles }) => titles.join('.')),
      ['A', 'A.g'],
    );
  });
});
