import assert from 'node:assert/strict';
import { changedExpectation } from '../../../../src/rules/tests/changed-expectation.ts';
import { newFindings, reviewExample, type Texts } from '../rule-cases.ts';

type Loudness = 'told' | 'low' | 'silent';
type Case = readonly [name: string, base: string, head: string, loudness: Loudness];

const product = (body: string): string =>
  `export class Policy {\n  isAllowed(role) {\n    return ${body};\n  }\n}\nexport function withdraw(amount) {\n  return ${body};\n}\n`;
const scriptTest = (body: string): string =>
  `import test from 'ava';\nimport request from 'supertest';\nimport assert from 'node:assert/strict';\nimport { Policy, withdraw } from '../src/policy';\nimport { app } from '../src/app';\n\n${body}\n`;
const it_ = (body: string): string => scriptTest(`it('works', async () => {\n  ${body.replaceAll('\n', '\n  ')}\n});`);
const javaProduct = (body: string): string =>
  `package acme;\npublic class Policy {\n  public boolean isAllowed(String role) { return ${body}; }\n  public int withdraw(int amount) { return ${body}; }\n}\n`;
const javaTest = (body: string, before = ''): string =>
  `package acme;\nclass PolicyTest {\n  Policy policy = new Policy();\n${before}  @Test\n  void works() throws Exception {\n    ${body.replaceAll('\n', '\n    ')}\n  }\n}\n`;

async function loudnessOf(base: Texts, head: Texts): Promise<Loudness> {
  const found = newFindings(await reviewExample(changedExpectation, { base, head }));
  assert.ok(found.length <= 1, 'more than one finding of a test');
  return found[0] ? (found[0].confidence === 'low' ? 'low' : 'told') : 'silent';
}

function cases(test: string, code: string, wrap: (text: string) => string, codes: (text: string) => string, all: readonly Case[]): void {
  for (const [name, before, now, loudness] of all)
    it(`${loudness}: ${name}`, async () => {
      const found = await loudnessOf({ [test]: wrap(before), [code]: codes('1') }, { [test]: wrap(now), [code]: codes('2') });
      assert.equal(found, loudness);
    });
}

describe('tests/changed-expectation in scripts', () => {
  cases('test/policy.test.ts', 'src/policy.ts', it_, product, [
    ['jest toThrow to a value', 'expect(() => withdraw(5)).toThrow(/much/);', 'expect(withdraw(5)).toBe(5);', 'told'],
    ['jest toThrow denied', 'expect(() => withdraw(5)).toThrow();', 'expect(() => withdraw(5)).not.toThrow();', 'told'],
    ['jest toThrow to a plain call', 'expect(() => withdraw(5)).toThrow();', 'withdraw(5);', 'told'],
    ['rejects to resolves', "await expect(withdraw(5)).rejects.toThrow('x');", 'await expect(withdraw(5)).resolves.toBe(5);', 'told'],
    ['chai throw denied', 'expect(() => withdraw(5)).to.throw(RangeError);', 'expect(() => withdraw(5)).to.not.throw();', 'told'],
    ['chai status', 'expect(res.status).to.equal(403);', 'expect(res.status).to.equal(200);', 'told'],
    ['chai-http status', 'expect(res).to.have.status(401);', 'expect(res).to.have.status(200);', 'told'],
    ['node:assert throws', 'assert.throws(() => withdraw(5), RangeError);', 'assert.doesNotThrow(() => withdraw(5));', 'told'],
    ['node:assert rejects', 'await assert.rejects(withdraw(5));', 'await assert.doesNotReject(withdraw(5));', 'told'],
    ['node:assert rejects of a function', 'await assert.rejects(() => withdraw(5));', 'assert.equal(await withdraw(5), 5);', 'told'],
    ['node:assert status', 'assert.equal(res.statusCode, 401);', 'assert.equal(res.statusCode, 204);', 'told'],
    ['supertest', "await request(app).get('/a').expect(403);", "await request(app).get('/a').expect(200);", 'told'],
    [
      'supertest that says more now',
      "await request(app).get('/a').expect(403);",
      "await request(app).get('/a').expect(200).expect({ a: 1 });",
      'told',
    ],
    [
      'supertest in a variable',
      "const res = await request(app).get('/a');\nexpect(res.status).toBe(403);",
      "const res = await request(app).get('/a');\nexpect(res.status).toBe(200);\nexpect(res.body).toEqual({ a: 1 });",
      'told',
    ],
    ['a status by name', 'expect(res.status).toBe(HttpStatus.FORBIDDEN);', 'expect(res.status).toBe(HttpStatus.OK);', 'told'],
    ['isAllowed', "expect(policy.isAllowed('a')).toBe(false);", "expect(policy.isAllowed('a')).toBe(true);", 'told'],
    ['isAllowed, falsy', "expect(policy.isAllowed('a')).toBeFalsy();", "expect(policy.isAllowed('a')).toBeTruthy();", 'told'],
    ['can, chai', "expect(can('a')).to.be.false;", "expect(can('a')).to.be.true;", 'told'],
    ['safeParse', 'expect(schema.safeParse(1).success).toBe(false);', 'expect(schema.safeParse(1).success).toBe(true);', 'told'],
    ['a response that is ok', 'expect(res.ok).toBe(false);', 'expect(res.ok).toBe(true);', 'told'],
    ['what was blocked', 'expect(isBlocked(ip)).toBe(true);', 'expect(isBlocked(ip)).toBe(false);', 'told'],
    ['errors are gone', 'expect(errors).toHaveLength(1);', 'expect(errors).toHaveLength(0);', 'told'],
    ['an error is gone', "expect(result.error).toBe('no');", 'expect(result.error).toBeUndefined();', 'told'],
    ['the next handler', 'expect(next).not.toHaveBeenCalled();', 'expect(next).toHaveBeenCalled();', 'told'],
    ['a hash that is compared', "expect(bcrypt.compare('a', hash)).toBe(false);", "expect(bcrypt.compare('a', hash)).toBe(true);", 'told'],
    ['a pattern that meets more', "expect(glob.matches('a')).toBe(false);", "expect(glob.matches('a')).toBe(true);", 'low'],
    ['what is supported', "expect(codec.supports('a')).toBe(false);", "expect(codec.supports('a')).toBe(true);", 'low'],
    ['what is shown', 'expect(menu.isVisible()).toBe(false);', 'expect(menu.isVisible()).toBe(true);', 'low'],
    ['what is switched on', 'expect(button.isEnabled).toBe(false);', 'expect(button.isEnabled).toBe(true);', 'low'],
    ['a box that is checked', 'expect(box.checked).toBe(false);', 'expect(box.checked).toBe(true);', 'low'],
    ['another number', 'expect(withdraw(5)).toBe(119);', 'expect(withdraw(5)).toBe(116);', 'low'],
    ['another object', 'expect(withdraw(5)).toEqual({ a: 1, b: [2] });', 'expect(withdraw(5)).toEqual({ a: 1, b: [3] });', 'low'],
    ['another text, node:assert', "assert.strictEqual(withdraw(5), 'a');", "assert.strictEqual(withdraw(5), 'b');", 'low'],
    [
      'a value in a variable',
      'const expected = 3;\nexpect(withdraw(5)).toBe(expected);',
      'const expected = 4;\nexpect(withdraw(5)).toBe(expected);',
      'low',
    ],
    [
      'several values',
      'expect(withdraw(5)).toBe(1);\nexpect(withdraw(6)).toBe(2);',
      'expect(withdraw(5)).toBe(3);\nexpect(withdraw(6)).toBe(4);',
      'low',
    ],
    ['more are expected', 'expect(withdraw(5)).toHaveLength(1);', 'expect(withdraw(5)).toHaveLength(2);', 'low'],
    ['one refusal became another', 'expect(res.status).toBe(403);', 'expect(res.status).toBe(404);', 'low'],
    ['an acceptance became a refusal', 'expect(res.status).toBe(200);', 'expect(res.status).toBe(403);', 'low'],
    ['formatting', "expect(withdraw(5)).toEqual({ a: 'b' });", 'expect(withdraw(5)).toEqual({\n  a: "b",\n});', 'silent'],
    ['another matcher', 'expect(withdraw(5)).toBe(3);', 'expect(withdraw(5)).toStrictEqual(3);', 'silent'],
    ['another input', 'expect(withdraw(5)).toBe(3);', 'expect(withdraw(6)).toBe(4);', 'silent'],
    [
      'another order',
      'expect(withdraw(5)).toBe(3);\nexpect(withdraw(6)).toBe(4);',
      'expect(withdraw(6)).toBe(4);\nexpect(withdraw(5)).toBe(3);',
      'silent',
    ],
    [
      'another user logs in',
      "await login('guest');\nexpect((await get('/a')).status).toBe(403);",
      "await login('admin');\nexpect((await get('/a')).status).toBe(200);",
      'silent',
    ],
    [
      'something is granted before',
      "expect(policy.isAllowed('a')).toBe(false);",
      "policy.grant('a');\nexpect(policy.isAllowed('a')).toBe(true);",
      'silent',
    ],
    [
      'an error that is caught is asked',
      'expect(() => withdraw(5)).toThrow();',
      'try { withdraw(5); } catch (e) { expect(e).toBe(1); }',
      'silent',
    ],
    ['another error is expected', 'expect(() => withdraw(5)).toThrow(A);', 'expect(() => withdraw(5)).toThrow(B);', 'silent'],
  ]);

  cases('test/policy.test.js', 'src/policy.js', scriptTest, product, [
    [
      'ava',
      "test('a', (t) => {\n  t.throws(() => withdraw(5));\n});",
      "test('a', (t) => {\n  t.notThrows(() => withdraw(5));\n});",
      'told',
    ],
    [
      'inject of fastify',
      "test('a', async (t) => {\n  const res = await app.inject('/a');\n  t.equal(res.statusCode, 400);\n});",
      "test('a', async (t) => {\n  const res = await app.inject('/a');\n  t.equal(res.statusCode, 200);\n});",
      'told',
    ],
    ['ava, a value', "test('a', (t) => {\n  t.is(withdraw(5), 3);\n});", "test('a', (t) => {\n  t.is(withdraw(5), 4);\n});", 'low'],
    [
      'a title that says it',
      "it('rejects guests', () => {\n  expect(policy.isAllowed('guest')).toBe(false);\n});",
      "it('lets guests in', () => {\n  expect(policy.isAllowed('guest')).toBe(true);\n});",
      'told',
    ],
    [
      'a test that was renamed',
      "it('rejects guests', () => {\n  expect(policy.isAllowed('guest')).toBe(false);\n});",
      "it('refuses guests', () => {\n  expect(policy.isAllowed('guest')).toBe(false);\n});",
      'silent',
    ],
    [
      'a row of a table',
      "it.each([['guest', 403], ['admin', 200]])('%s gets status', (role, status) => {\n  expect(get(role)).toBe(status);\n});",
      "it.each([['guest', 200], ['admin', 200]])('%s gets status', (role, status) => {\n  expect(get(role)).toBe(status);\n});",
      'told',
    ],
    [
      'rows in another order',
      "it.each([['guest', 403], ['admin', 200]])('%s gets status', (role, status) => {\n  expect(get(role)).toBe(status);\n});",
      "it.each([['admin', 200], ['guest', 403]])('%s gets status', (role, status) => {\n  expect(get(role)).toBe(status);\n});",
      'silent',
    ],
    [
      'a fixture that changes as well',
      "const guest = user('guest');\nit('a', () => {\n  expect(policy.isAllowed(guest)).toBe(false);\n});",
      "const guest = user('admin');\nit('a', () => {\n  expect(policy.isAllowed(guest)).toBe(true);\n});",
      'low',
    ],
    [
      'a set-up that changes as well',
      "beforeEach(() => login('guest'));\nit('a', () => {\n  expect(policy.isAllowed('a')).toBe(false);\n});",
      "beforeEach(() => login('admin'));\nit('a', () => {\n  expect(policy.isAllowed('a')).toBe(true);\n});",
      'low',
    ],
  ]);

  it('says nothing where only the test changes', async () => {
    const files = { 'src/policy.js': product('1') };
    const test = (status: number): string => scriptTest(`it('a', () => {\n  expect(res.status).toBe(${status});\n});`);
    assert.equal(await loudnessOf({ ...files, 'test/a.test.js': test(403) }, { ...files, 'test/a.test.js': test(200) }), 'silent');
  });

  it('tells of a request where what decides is no code', async () => {
    const test = (status: number): string => scriptTest(`it('a', () => {\n  expect(res.status).toBe(${status});\n});`);
    const found = await loudnessOf(
      { 'conf/access.yaml': 'admin: true\n', 'test/a.test.js': test(403) },
      { 'conf/access.yaml': 'admin: false\n', 'test/a.test.js': test(200) },
    );
    assert.equal(found, 'told');
  });

  it('compares snapshots by their titles', async () => {
    const snap = (...parts: readonly string[]): string => `// Jest Snapshot v1\n\n${parts.join('\n\n')}\n`;
    const [a, b, c] = ['exports[`a 1`] = `1`;', 'exports[`b 1`] = `2`;', 'exports[`b 1`] = `3`;'];
    const sides = (before: string, now: string): [Texts, Texts] => [
      { 'test/__snapshots__/a.test.js.snap': before, 'src/policy.js': product('1') },
      { 'test/__snapshots__/a.test.js.snap': now, 'src/policy.js': product('2') },
    ];
    assert.equal(await loudnessOf(...sides(snap(a, b), snap(a, c))), 'low');
    assert.equal(await loudnessOf(...sides(snap(a, b), snap(b, a))), 'silent');
  });
});

describe('tests/changed-expectation in Java', () => {
  const wrap = (body: string): string => javaTest(body);
  cases('src/test/java/acme/PolicyTest.java', 'src/main/java/acme/Policy.java', wrap, javaProduct, [
    ['JUnit 5', 'assertThrows(Denied.class, () -> policy.withdraw(5));', 'assertDoesNotThrow(() -> policy.withdraw(5));', 'told'],
    ['JUnit 5, a value', 'assertThrows(Denied.class, () -> policy.withdraw(5));', 'assertEquals(5, policy.withdraw(5));', 'told'],
    ['JUnit 5, a plain call', 'assertThrows(Denied.class, () -> policy.withdraw(5));', 'policy.withdraw(5);', 'told'],
    [
      'AssertJ',
      'assertThatThrownBy(() -> policy.withdraw(5)).isInstanceOf(Denied.class);',
      'assertThatCode(() -> policy.withdraw(5)).doesNotThrowAnyException();',
      'told',
    ],
    [
      'AssertJ, no exception',
      'assertThatExceptionOfType(Denied.class).isThrownBy(() -> policy.withdraw(5));',
      'assertThatNoException().isThrownBy(() -> policy.withdraw(5));',
      'told',
    ],
    [
      'MockMvc',
      'mvc.perform(get("/a").param("b", "c")).andExpect(status().isForbidden());',
      'mvc.perform(get("/a").param("b", "c")).andExpect(status().isOk());',
      'told',
    ],
    ['MockMvc, is', 'mvc.perform(get("/a")).andExpect(status().is(401));', 'mvc.perform(get("/a")).andExpect(status().is(200));', 'told'],
    [
      'MockMvc, 4xx',
      'mvc.perform(get("/a")).andExpect(status().is4xxClientError());',
      'mvc.perform(get("/a")).andExpect(status().is2xxSuccessful());',
      'told',
    ],
    [
      'MockMvcTester',
      'assertThat(mvc.get().uri("/a")).hasStatus(HttpStatus.FORBIDDEN);',
      'assertThat(mvc.get().uri("/a")).hasStatus(HttpStatus.OK);',
      'told',
    ],
    [
      'MockMvcTester, hasStatusOk',
      'assertThat(mvc.get().uri("/a")).hasStatus(HttpStatus.FORBIDDEN);',
      'assertThat(mvc.get().uri("/a")).hasStatusOk();',
      'told',
    ],
    [
      'WebTestClient',
      'client.get().uri("/a").exchange().expectStatus().isUnauthorized();',
      'client.get().uri("/a").exchange().expectStatus().isOk();',
      'told',
    ],
    ['REST-assured', 'given().when().get("/a").then().statusCode(403);', 'given().when().get("/a").then().statusCode(200);', 'told'],
    [
      'a status of a response',
      'assertThat(response.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);',
      'assertThat(response.getStatusCode()).isEqualTo(HttpStatus.OK);',
      'told',
    ],
    ['a status as a number', 'assertEquals(403, response.getStatus());', 'assertEquals(200, response.getStatus());', 'told'],
    ['TestNG', 'assertEquals(response.getStatus(), 403);', 'assertEquals(response.getStatus(), 200);', 'told'],
    ['isAllowed', 'assertFalse(policy.isAllowed("a"));', 'assertTrue(policy.isAllowed("a"));', 'told'],
    ['isAllowed, AssertJ', 'assertThat(policy.isAllowed("a")).isFalse();', 'assertThat(policy.isAllowed("a")).isTrue();', 'told'],
    ['isAllowed, Hamcrest', 'assertThat(policy.isAllowed("a"), is(false));', 'assertThat(policy.isAllowed("a"), is(true));', 'told'],
    ['violations', 'assertThat(violations).hasSize(1);', 'assertThat(violations).isEmpty();', 'told'],
    ['violations, JUnit', 'assertFalse(validator.validate(order).isEmpty());', 'assertTrue(validator.validate(order).isEmpty());', 'told'],
    ['errors of a binding', 'assertTrue(errors.hasErrors());', 'assertFalse(errors.hasErrors());', 'told'],
    ['a filter', 'verify(chain, never()).doFilter(req, res);', 'verify(chain).doFilter(req, res);', 'told'],
    ['JUnit 4, a value', 'assertEquals("total", 119, policy.withdraw(5));', 'assertEquals("total", 116, policy.withdraw(5));', 'low'],
    ['AssertJ, a value', 'assertThat(policy.withdraw(5)).isEqualTo(119);', 'assertThat(policy.withdraw(5)).isEqualTo(116);', 'low'],
    ['Hamcrest, a value', 'assertThat(policy.withdraw(5), is(equalTo(119)));', 'assertThat(policy.withdraw(5), is(equalTo(116)));', 'low'],
    [
      'an amount',
      'assertThat(policy.withdraw(5)).isEqualTo(new BigDecimal("1.19"));',
      'assertThat(policy.withdraw(5)).isEqualTo(new BigDecimal("1.16"));',
      'low',
    ],
    ['a list', 'assertEquals(List.of(1, 2), policy.withdraw(5));', 'assertEquals(List.of(1, 3), policy.withdraw(5));', 'low'],
    ['entries', 'assertThat(policy.withdraw(5)).containsExactly(1, 2);', 'assertThat(policy.withdraw(5)).containsExactly(1, 3);', 'low'],
    [
      'a field of an answer',
      'mvc.perform(get("/a")).andExpect(jsonPath("$.total").value(119));',
      'mvc.perform(get("/a")).andExpect(jsonPath("$.total").value(116));',
      'low',
    ],
    ['another library', 'assertEquals(3, policy.withdraw(5));', 'assertThat(policy.withdraw(5)).isEqualTo(3);', 'silent'],
    ['another message', 'assertEquals("a", 3, policy.withdraw(5));', 'assertEquals("b", 3, policy.withdraw(5));', 'silent'],
    ['another input', 'assertEquals(3, policy.withdraw(5));', 'assertEquals(4, policy.withdraw(6));', 'silent'],
    ['another error', 'assertThrows(A.class, () -> policy.withdraw(5));', 'assertThrows(B.class, () -> policy.withdraw(5));', 'silent'],
    [
      'another role asks',
      'login("guest");\nmvc.perform(get("/a")).andExpect(status().isForbidden());',
      'login("admin");\nmvc.perform(get("/a")).andExpect(status().isOk());',
      'silent',
    ],
    [
      'another request',
      'mvc.perform(get("/a")).andExpect(status().isUnauthorized());',
      'mvc.perform(get("/a").with(user("a"))).andExpect(status().isOk());',
      'silent',
    ],
    ['a name that is no permission', 'assertFalse(list.isEmpty());', 'assertTrue(list.isEmpty());', 'low'],
  ]);

  it('tells of an annotation that expected an error', async () => {
    const test = (mark: string): string =>
      `package acme;\nclass PolicyTest {\n  @Test${mark}\n  public void works() {\n    new Policy().withdraw(5);\n  }\n}\n`;
    const [path, code] = ['src/test/java/acme/PolicyTest.java', 'src/main/java/acme/Policy.java'];
    const found = await loudnessOf(
      { [path]: test('(expected = Denied.class)'), [code]: javaProduct('1') },
      { [path]: test(''), [code]: javaProduct('2') },
    );
    assert.equal(found, 'told');
  });

  it('tells of a row of a table', async () => {
    const test = (row: string): string =>
      `package acme;\nclass PolicyTest {\n  @ParameterizedTest\n  @CsvSource({"admin, true", "${row}"})\n  void isAllowed(String role, boolean allowed) {\n    assertEquals(allowed, new Policy().isAllowed(role));\n  }\n}\n`;
    const [path, code] = ['src/test/java/acme/PolicyTest.java', 'src/main/java/acme/Policy.java'];
    const found = await loudnessOf(
      { [path]: test('guest, false'), [code]: javaProduct('1') },
      { [path]: test('guest, true'), [code]: javaProduct('2') },
    );
    assert.equal(found, 'told');
  });
});
