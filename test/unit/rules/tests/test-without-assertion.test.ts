import { testWithoutAssertion } from '../../../../src/rules/tests/test-without-assertion.ts';
import { fileCases } from '../rule-cases.ts';

const java = (name: string, ...body: readonly string[]): string =>
  `import org.junit.jupiter.api.Test;\n\nclass CartTest {\n  @Test\n  void ${name}() throws Exception {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (title: string, ...body: readonly string[]): string =>
  `import { expect, it } from 'vitest';\n\nit('${title}', async () => {\n${body.map((line) => `  ${line}\n`).join('')}});\n`;
const says = 'checks nothing: it passes whatever the code answers.';

describe('tests/test-without-assertion in Java', () => {
  fileCases(testWithoutAssertion, 'src/test/java/CartTest.java', [
    ['finds a test that only calls', '', java('adds', 'cart.add(1);', 'cart.total();'), [`5 The test “adds” ${says}`]],
    ['finds an empty test', '', java('adds'), ['5 The test “adds” is empty.']],
    ['finds a test that prints', '', java('adds', 'System.out.println(cart.total());'), [`5 The test “adds” ${says}`]],
    ['leaves a mock that is verified alone', '', java('saves', 'cart.save();', 'verify(store).save(any());'), []],
    ['leaves an assertion that is kept in a field alone', '', java('sums', 'cart.add(1);', 'cartAssert.lines(1).hasTotal(2);'), []],
    ['leaves a test of a request alone', '', java('shows', 'mockMvc.perform(get("/cart")).andExpect(status().isOk());'), []],
    ['leaves a helper of its own alone', '', java('adds', 'roundTrip(1, 2);'), []],
    ['leaves a class that checks alone', '', java('adds', 'Ensure.inOrder(cart.items());', 'CartAssertions.hasTotal(cart, 3);'), []],
    ['finds what is asked of a class that only sounds so', '', java('adds', 'CheckBox.click();'), [`5 The test “adds” ${says}`]],
    [
      'leaves what TestNG does before and after alone',
      '',
      java('adds').replace('org.junit.jupiter.api.Test', 'org.testng.annotations.*').replace('@Test', '@BeforeTest'),
      [],
    ],
    [
      'leaves a test under a new name alone',
      java('adds', 'cart.add(1);', 'cart.total();'),
      java('addsItems', 'cart.add(1);', '', 'cart.total(); // as ever'),
      [],
    ],
    ['leaves what is run by a mark of its own alone', '', java('fails').replace('@Test', '@ProcessorTest\n  @ExpectedOutcome(FAILED)'), []],
    ['leaves what does nothing by default alone', '', java('scopesAreNotValidatedByDefault', 'registry.open();'), []],
    ['leaves a context that loads alone', '', java('contextLoads'), []],
  ]);
});

describe('tests/test-without-assertion in what other tests have run', () => {
  fileCases(testWithoutAssertion, 'src/test/java/TestClassSample.java', [['leaves it alone', '', java('adds'), []]]);
  fileCases(testWithoutAssertion, 'src/test/java/SampleTest.java', [
    ['finds an empty test of a sample', '', java('adds'), ['5 The test “adds” is empty.']],
  ]);
});

describe('tests/test-without-assertion in tests of types', () => {
  fileCases(testWithoutAssertion, 'test/cart.test-d.ts', [
    ['leaves alone what the compiler checks', '', script('asks for an item', 'const cart: Cart = { items: [1] };', 'use(cart);'), []],
  ]);
});

describe('tests/test-without-assertion in TypeScript', () => {
  fileCases(testWithoutAssertion, 'test/cart.test.ts', [
    ['finds a test that only waits', '', script('adds', 'await cart.total();'), [`3 The test “adds” ${says}`]],
    ['finds an empty test', '', script('adds'), ['3 The test “adds” is empty.']],
    [
      'finds a test whose assertion is taken away',
      script('adds', 'expect(cart.total()).toBe(1);'),
      script('adds', 'cart.total();'),
      [`3 The test “adds” ${says}`],
    ],
    ['leaves a rejection that is expected alone', '', script('fails', 'await expect(cart.total()).rejects.toThrow();'), []],
    [
      'leaves alone what fails where nothing appears',
      '',
      script('opens', "await page.click('a');", "await page.locator('h1').waitFor();") +
        script('shows', "await screen.findByText('3 items');"),
      [],
    ],
    [
      'finds one that only waits',
      '',
      script('opens', "await page.click('a');", 'await page.waitForTimeout(100);'),
      [`3 The test “opens” ${says}`],
    ],
    ['leaves an assertion in a loop alone', '', script('adds', 'for (const n of [1, 2]) {', '  expect(n).toBe(n);', '}'), []],
    ['leaves a title that says enough alone', '', script('does not throw without items', 'cart.total();'), []],
  ]);
});

describe('tests/test-without-assertion in JavaScript', () => {
  fileCases(testWithoutAssertion, 'test/cart.test.js', [
    ['finds a test that only calls', '', "it('adds', function () {\n  cart.add(1);\n});\n", [`1 The test “adds” ${says}`]],
    ['finds an empty arrow', '', "test('adds', () => {});\n", ['1 The test “adds” is empty.']],
    [
      'finds one of two',
      '',
      "it('adds', () => {\n  cart.add(1);\n});\nit('sums', () => {\n  assert.equal(cart.total(), 1);\n});\n",
      [`1 The test “adds” ${says}`],
    ],
    ['leaves a test that ends by its callback alone', '', "it('gets', function (done) {\n  request(app).get('/').end(done);\n});\n", []],
    ['leaves the assertions of supertest alone', '', "it('gets', () => request(app).get('/').expect(200));\n", []],
    [
      'leaves what is refuted alone',
      '',
      "it('adds', () => {\n  refute.exception(() => cart.add(1));\n});\nit('is', () => {\n  refute(cart.full);\n});\n",
      [],
    ],
    ['leaves should alone', '', "it('adds', () => {\n  cart.total().should.equal(1);\n});\n", []],
  ]);
});
