import assert from 'node:assert/strict';
import { questionsOf } from '../../../../../src/rules/tests/gaps/conditions.ts';
import { plainText } from '../../../../../src/rules/tests/gaps/idioms.ts';
import { seenInJava, seenInScript } from '../../../code/flow/scopes.ts';

async function inScript(text: string): Promise<string> {
  return plainText((await seenInScript(`see(${text});`)).expression);
}

async function inJava(text: string): Promise<string> {
  return plainText((await seenInJava(`class A { void run() { see(${text}); } }`)).expression);
}

const script: readonly (readonly [string, string])[] = [
  ["a.slice(0, 2) === 'ab'", "a.startsWith('ab')"],
  ['a === null || a === undefined', 'a == null'],
  ['a.b !== undefined && null !== a.b', '!(a.b == null)'],
  ['(a = b()) !== 1', 'b() !== 1'],
  ["a.substring(0, 2) !== 'ab'", "!a.startsWith('ab')"],
  ["'ab' === a.slice(0, 2)", "a.startsWith('ab')"],
  ["a.substr(-2) === 'ab'", "a.endsWith('ab')"],
  ["a[0] === 'x'", "a.startsWith('x')"],
  ["a.charAt(0) !== 'x'", "!a.startsWith('x')"],
  ["a.indexOf('x') === 0", "a.startsWith('x')"],
  ["a.indexOf('x') > -1", "a.includes('x')"],
  ["a.indexOf('x') >= 0", "a.includes('x')"],
  ["a.indexOf('x') < 0", "!a.includes('x')"],
  ["a.indexOf('x') === -1", "!a.includes('x')"],
  ["'a' === b.c", "b.c === 'a'"],
  ["'number' == typeof a", "typeof a === 'number'"],
  ['a.length < 1', 'a.length === 0'],
  ['a.length <= 0', 'a.length === 0'],
  ['a.length >= 1', 'a.length > 0'],
  ['a.size != 0', 'a.size > 0'],
  ['a.ok === true', 'a.ok'],
  ['!a ? b : c', 'a ? c : b'],
  ['see(a !== 1 ? b : c)', 'see(a === 1 ? c : b)'],
  ['a.ok !== false', 'a.ok'],
  ['a.ok === false', '!a.ok'],
  ['!!a', 'a'],
  ['Boolean(a)', 'a'],
  ['a === void 0', 'a === undefined'],
  ["typeof a !== 'undefined'", 'a !== undefined'],
  ['a ? a : b', 'a || b'],
  ['new Array()', '[]'],
  ['new Object()', '{}'],
  ['Object.assign({}, a, { b: 1 })', '{ ...a, b: 1 }'],
  ["a.hasOwnProperty('b')", "Object.hasOwn(a, 'b')"],
  ["{}.hasOwnProperty.call(a, 'b')", "Object.hasOwn(a, 'b')"],
  ['[a ? a : b]', '[a || b]'],
  ['use(...[Boolean(a)])', 'use(...[a])'],
  ['(a = Boolean(b))', '(a = b)'],
  ['x[Boolean(a)]', 'x[a]'],
  ['new Map(new Array())', 'new Map([])'],
  ['`a${Boolean(b)}`', '`a${b}`'],
];
const scriptOther: readonly (readonly [string, string])[] = [
  ["a.slice(0, 3) === 'ab'", "a.startsWith('ab')"],
  ["a.slice(-2, end) === 'ab'", "a.endsWith('ab')"],
  ["a.slice(-3) === 'ab'", "a.endsWith('ab')"],
  ["a[1] === 'x'", "a.startsWith('x')"],
  ["a.charAt(1) === 'x'", "a.startsWith('x')"],
  ["a.indexOf('x') > 0", "a.includes('x')"],
  ["a.indexOf('x') <= 0", "!a.includes('x')"],
  ['a.length > 1', 'a.length > 0'],
  ['a.length >= 0', 'a.length > 0'],
  ['a.length === 1', 'a.length === 0'],
  ['a.ok === true', '!a.ok'],
  ['a.ok !== true', 'a.ok'],
  ['new Array(3)', '[]'],
  ['new Set()', '{}'],
  ['a ? b : a', 'a || b'],
  ['!a ? b : c', 'a ? b : c'],
  ['-a', 'a'],
  ["typeof a === 'string'", 'a === undefined'],
];
const java: readonly (readonly [string, string])[] = [
  ['a.equals("")', 'a.isEmpty()'],
  ['"".equals(a)', 'a.isEmpty()'],
  ['a.size() == 0', 'a.isEmpty()'],
  ['a.length() > 0', '!a.isEmpty()'],
  ['a.indexOf("x") != -1', 'a.contains("x")'],
  ['a.indexOf("x") == NOT_FOUND', '!a.contains("x")'],
  ['a.indexOf("x") != StringUtils.INDEX_NOT_FOUND', 'a.contains("x")'],
  ['Arrays.asList(a, b)', 'List.of(a, b)'],
  ['Collections.emptyMap()', 'Map.of()'],
];

describe('the plainest way to say something', () => {
  for (const [one, other] of script)
    it(`is the same for ${one} and ${other}`, async () => {
      assert.equal(await inScript(one), await inScript(other));
    });
  for (const [one, other] of scriptOther)
    it(`is another for ${one} and ${other}`, async () => {
      assert.notEqual(await inScript(one), await inScript(other));
    });
  for (const [one, other] of java)
    it(`is the same for ${one} and ${other} in Java`, async () => {
      assert.equal(await inJava(one), await inJava(other));
    });
  it('is another for another text in Java', async () => {
    assert.notEqual(await inJava('a.equals("b")'), await inJava('a.isEmpty()'));
  });
});

describe('the questions of a condition', () => {
  const keys = async (text: string): Promise<readonly string[]> =>
    questionsOf((await seenInScript(`see(${text});`)).expression).map(({ key }) => key);
  const keysInJava = async (text: string): Promise<readonly string[]> =>
    questionsOf((await seenInJava(`class A { void run() { see(${text}); } }`)).expression).map(({ key }) => key);

  it('are the same for swapped sides and branches', async () => {
    const [question] = await keys('a > b');
    for (const text of ['b < a', '!(a <= b)', 'b >= a', 'a <= b']) assert.deepEqual(await keys(text), [question], text);
    assert.notDeepEqual(await keys('a >= b'), [question]);
    assert.deepEqual(await keys('a === b'), await keys('b !== a'));
  });
  it('are as many as are asked, in their order', async () => {
    assert.deepEqual(await keys('a && (b || !c)'), [...(await keys('a')), ...(await keys('b')), ...(await keys('c'))]);
    assert.equal((await keys('a + b')).length, 1);
  });
  it('are the same for each way to compare objects in Java', async () => {
    const question = await keysInJava('a.equals(b)');
    assert.deepEqual(await keysInJava('Objects.equals(b, a)'), question);
    assert.notDeepEqual(await keysInJava('a.equals(c)'), question);
    assert.deepEqual(await keysInJava('kind == Token.NULL'), await keysInJava('NULL == kind'));
  });
});
