import assert from 'node:assert/strict';
import { constantOf, constantsOf } from '../../../../src/code/flow/constant.ts';
import type { Constant } from '../../../../src/code/flow/fold.ts';
import { seenInJava, seenInScript } from './scopes.ts';

async function inScript(text: string): Promise<Constant | undefined> {
  const { expression, scope } = await seenInScript(text);
  return constantOf(expression, scope);
}

async function inJava(body: string, members = ''): Promise<Constant | undefined> {
  const { expression, scope } = await seenInJava(`class A {\n${members}\nvoid run(String given) {\n${body}\n}\n}\n`);
  return constantOf(expression, scope);
}

describe('a constant', () => {
  it('is a literal, a sum or a concatenation of constants', async () => {
    assert.equal(await inScript('see(`a${1 + 2}` + "b");'), 'a3b');
    assert.equal(await inJava('see("DES" + "/" + "CBC");'), 'DES/CBC');
    assert.equal(await inJava('see((7 * 42) - 86);'), 208);
  });

  it('is what a local was given, once', async () => {
    assert.equal(await inScript('function f() { const name = "md5"; see(name); }'), 'md5');
    assert.equal(await inScript('function f() { let name = "md5"; name = other(); see(name); }'), undefined);
    assert.equal(await inJava('String name; name = "MD5"; see(name);'), 'MD5');
    assert.equal(await inJava('String name = "MD5"; name += given; see(name);'), undefined);
    assert.equal(await inScript('function f(name) { see(name); }'), undefined);
    assert.equal(await inScript('let name = "md5"; [name] = other(); see(name);'), undefined);
    assert.equal(await inScript('let name = "md5"; ({ name, more } = other()); see(name);'), undefined);
  });

  it('is a constant of the file', async () => {
    assert.equal(await inJava('see(NAME);', 'private static final String NAME = "MD5";'), 'MD5');
    assert.equal(await inJava('see(A.NAME);', 'private static final String NAME = "MD5";'), 'MD5');
    assert.equal(await inJava('see(name);', 'private String name = "MD5";'), 'MD5');
    assert.equal(await inJava('see(name);', 'private String name = "MD5";\nvoid set(String other) { name = other; }'), undefined);
    assert.equal(await inJava('see(name);', '@Value("${name}") private String name = "MD5";'), undefined);
    assert.equal(await inJava('see(name);', 'String name = "MD5";'), undefined);
    assert.equal(await inScript('const options = { name: "md5" };\nfunction f() { see(options.name); }'), 'md5');
    assert.equal(await inScript('let name = "md5";\nfunction f() { see(name); }'), 'md5');
    assert.equal(await inScript('let name = "md5";\nfunction f() { see(name); }\nfunction g(other) { name = other; }'), undefined);
    assert.equal(await inScript('var list = ["md5"];\nfunction f() { see(list[0]); }\nlist[0] = other();'), undefined);
    assert.equal(await inScript('let name = "md5";\nfunction f() { see(name); }\nfor (name of others) run();'), undefined);
  });

  it('comes out of conditions, methods, objects and lists that are known', async () => {
    assert.equal(await inJava('int n = 106; see((7 * 18) + n > 200 ? "safe" : given);'), 'safe');
    assert.equal(await inJava('see("abc".charAt(1));'), 'b');
    assert.equal(await inScript('function f() { const { a: [, second] } = { a: ["x", "y"] }; see(second); }'), 'y');
    assert.equal(await inScript('see(["a", "b"][1].toUpperCase());'), 'B');
  });

  it('may be one of several', async () => {
    const { expression, scope } = await seenInScript('function f(strong) { const name = strong ? "sha256" : "md5"; see(name); }');
    assert.deepEqual(constantsOf(expression, scope), ['sha256', 'md5']);
  });

  it('ends where names go round in circles', async () => {
    assert.equal(await inScript('function f() { let a = b; let b = a; see(a); }'), undefined);
  });
});
