import assert from 'node:assert/strict';
import { after } from 'mocha';
import { WholeFiles } from '../../../../../src/review/whole-files.ts';
import type { State } from '../../../../../src/rules/tests/dry-run/frameworks/record.ts';
import { decidingTests } from '../../../../../src/rules/tests/dry-run/dry-run.ts';
import { Exhausted } from '../../../../../src/rules/tests/dry-run/value.ts';
import { byImport, World } from '../../../../../src/rules/tests/dry-run/world.ts';
import { extractorOfCheckout } from '../../../review/reviewing.ts';

const extractor = extractorOfCheckout();
after(() => extractor.dispose());

interface Outcome {
  readonly states: readonly State[];
  readonly ends: readonly string[];
}

/** Goes through files of which the last is the test. */
async function outcomeOf(files: Readonly<Record<string, string>>, steps = 200_000, supposed?: boolean): Promise<Outcome> {
  const read = await new WholeFiles(extractor).read(Object.entries(files).map(([path, text]) => ({ path, text })));
  const world = new World(byImport(read), steps, supposed);
  const test = read.at(-1);
  assert.ok(test);
  world.load(test);
  const { frameworks } = world;
  for (const declared of frameworks.declared) frameworks.run(declared);
  const { showings } = frameworks.record;
  return { states: showings.flatMap(({ outcomes }) => [...outcomes.values()]), ends: showings.map(({ end }) => end.why ?? end.ended) };
}

async function holds(body: string, before = ''): Promise<void> {
  const { states, ends } = await outcomeOf({
    'a.test.js': `const assert = require('assert');\n${before}\ntest('a', () => {\n${body}\n});\n`,
  });
  assert.deepEqual({ states: [...new Set(states)], ends }, { states: ['held'], ends: ['well'] }, body);
}

const statements: readonly string[] = [
  'const f = (a, b = 1, ...c) => a; assert.equal(f.length, 1); assert.equal(((a, b) => a).length, 2);',
  'assert.equal("a".constructor.name, "String"); assert.equal([].constructor, Array); assert.equal((1).constructor.name, "Number"); assert.equal(({}).constructor === Object, true);',
  'let sum = 0; for (let i = 0, n = 3; i < n; i++) sum += i; assert.equal(sum, 3);',
  'var all = []; for (var key in { a: 1, b: 2 }) { if (key === "a") continue; all.push(key); } assert.deepEqual(all, ["b"]);',
  'const made = []; for (let i = 0; i < 3; i++) made.push(() => i); assert.deepEqual(made.map((f) => f()), [0, 1, 2]);',
  'let i = 0; do { i++; } while (i < 5); assert.equal(i++, 5); assert.equal(--i, 5);',
  'const f = (n) => { switch (n) { case 1: case 2: return "few"; case 3: n = 9; default: return n; } }; assert.deepEqual([1, 2, 3, 4].map(f), ["few", "few", 9, 4]);',
  'let log = ""; const g = () => { try { throw new TypeError("no"); } catch ({ message }) { log += message; return 1; } finally { log += "!"; } }; assert.equal(g(), 1); assert.equal(log, "no!");',
  'const { a, b: { c = 3 } = {}, ...rest } = { a: 1, b: { c: undefined }, d: 4, e: 5 }; assert.equal(a, 1); assert.equal(c, 3); assert.deepEqual(rest, { d: 4, e: 5 });',
  'const [first, , ...left] = [1, 2, 3, 4]; assert.equal(first, 1); assert.equal(left.length > 0, true);',
  'function f(a, b = 2, ...c) { return a + b + c.length; } assert.equal(f(1), 3); assert.equal(f(1, 1, 9, 9), 4);',
  'const o = { n: 1, get twice() { return this.n * 2; }, add(k) { this.n += k; return this; } }; assert.equal(o.add(2).twice, 6);',
  'const x = null; assert.equal(x?.y.z, undefined); assert.equal(x ?? 3, 3); let y = 0; y ||= 5; assert.equal(y, 5);',
  'assert.equal(1 + 2 + "3" + 4, "334"); assert.equal(`${1 + 1}-${[1, 2]}`, "2-1,2"); assert.equal("b" > "a", true); assert.equal(null == undefined, true);',
  'assert.equal("a-b-c".replace(/-(\\w)/g, (_, l) => l.toUpperCase()), "aBC"); assert.deepEqual("a1b22".match(/\\d+/g), ["1", "22"]); assert.deepEqual("a,b".split(","), ["a", "b"]);',
  'const m = /(?<y>\\d+)-(\\d+)/.exec("in 10-20"); assert.equal(m.index, 3); assert.equal(m[2], "20"); assert.equal(m.groups.y, "10");',
  'assert.deepEqual([3, 1, 2].sort(), [1, 2, 3]); assert.deepEqual([1, 2, 3].reduce((a, b) => a.concat(b * 2), []), [2, 4, 6]); assert.equal([1, [2]].flat().length, 2);',
  'const map = new Map([["a", 1]]); map.set("b", 2); assert.deepEqual([...map.keys()], ["a", "b"]); assert.equal(new Set([1, 1]).size, 1);',
  'assert.equal(JSON.stringify({ a: [1, { b: "c" }] }), \'{"a":[1,{"b":"c"}]}\'); assert.deepEqual(JSON.parse("[1]"), [1]);',
  'assert.deepEqual(Object.entries(Object.assign({}, { a: 1 }, { b: 2 })), [["a", 1], ["b", 2]]); assert.equal(typeof undefined, "undefined");',
  'assert.throws(() => null.x, TypeError); assert.throws(() => { throw new RangeError("too much"); }, /much/); assert.doesNotThrow(() => 1);',
  'assert.equal(parseInt("12px", 10), 12); assert.equal(encodeURIComponent("a b"), "a%20b"); assert.equal(Math.max(1, 3), 3); assert.equal(Number.isInteger(1.5), false);',
  'function Old(n) { this.n = n; } Old.prototype.get = function () { return this.n; }; assert.equal(new Old(4).get(), 4); assert.equal(new Old(1) instanceof Old, true);',
  'function* count(n) { for (let i = 0; i < n; i++) yield i; return 9; } assert.deepEqual([...count(3)], [0, 1, 2]); const it = count(1); assert.equal(it.next().value, 0); assert.equal(it.next().value, 9); assert.equal(it.next().done, true);',
  'const g = { *all() { yield 1; yield* [2, 3]; } }; const seen = []; for (const x of g.all()) { if (x === 3) break; seen.push(x); } assert.deepEqual(seen, [1, 2]); assert.equal(Math.max(...g.all()), 3);',
  'function* fails() { yield 1; throw new Error("late"); } const it = fails(); assert.equal(it.next().value, 1); assert.throws(() => it.next(), /late/);',
  'const own = (function* () { try { own.next(); } catch (e) { yield e.message; } })(); assert.equal(own.next().value, "Generator is already running");',
  'function* forever() { let i = 0; while (true) yield i++; } for (const x of forever()) { if (x > 5) { assert.equal(x, 6); break; } }',
  'const range = { [Symbol.iterator]() { let i = 0; return { next: () => (i < 3 ? { value: i++, done: false } : { value: undefined, done: true }) }; } }; assert.deepEqual([...range], [0, 1, 2]); assert.deepEqual(Array.from(range, (x) => x * 2), [0, 2, 4]);',
  'class Base { greet() { return "base " + this.n; } } class Local extends Base { static made = 0; #secret = 5; n = 2; twice = () => this.n * 2; constructor(k) { super(); this.k = k; Local.made++; } get secret() { return this.#secret; } greet() { return super.greet() + this.k; } static of(k) { return new Local(k); } } assert.equal(Local.of(3).greet(), "base 23"); assert.equal(new Local(1).twice(), 4); assert.equal(new Local(1).secret, 5); assert.equal(Local.made, 3);',
  'const Made = class extends Error { constructor(m) { super(m); this.name = "Made"; } }; assert.throws(() => { throw new Made("x"); }, Made); const mixin = (Base) => class extends Base { more() { return 1; } }; const Mixed = mixin(Made); assert.equal(new Mixed("y").more(), 1);',
  'class Bag { *[Symbol.iterator]() { yield* this.items; } items = ["a", "b"]; get [Symbol.toStringTag]() { return "Bag"; } } assert.deepEqual([...new Bag()], ["a", "b"]);',
  'const one = Symbol("one"), two = Symbol("two"); const o = { [one]: 1, [two]: 2 }; assert.equal(o[one], 1); assert.equal(o[two], 2); assert.equal(Object.keys(o).length, 0); assert.equal(Symbol.for("a"), Symbol.for("a")); assert.equal(typeof one, "symbol"); assert.equal(one in o, true); assert.equal({ ...o }[two], 2);',
  'const tag = (texts, ...values) => texts.map((t, i) => t + (i < values.length ? "[" + values[i] + "]" : "")).join(""); assert.equal(tag`a${1}b${"c"}`, "a[1]b[c]"); assert.equal(tag`${1}${2}`, "[1][2]");',
  'const holes = [, "b", , "d"]; assert.equal(holes.length, 4); assert.equal(holes[1], "b"); assert.equal(holes[2], undefined); assert.equal(holes[3], "d");',
  'let n = 0; outer: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (j === 1) continue outer; if (i === 2) break outer; n += 10 * i + j; } } assert.equal(n, 10);',
  'const m = new Map([["a", 1], ["b", 2]]); assert.equal(m.keys().next().value, "a"); assert.deepEqual([...m], [["a", 1], ["b", 2]]); assert.equal(m.size, 2); class Counted extends Map { get size() { return super.size + 1; } } assert.equal(new Counted([[1, 1]]).size, 2);',
  'class Odd { static [Symbol.hasInstance](n) { return n % 2 === 1; } } assert.equal(3 instanceof Odd, true); assert.equal(`${{ [Symbol.toPrimitive]: (hint) => hint }}`, "string");',
  'assert.equal(/^(?<q>[-!]+)a+(?:b)+\\k<q>$/.test("-aab-"), true); const o = {}; Object.defineProperty(o, "a", { value: 1, enumerable: true }); Object.defineProperty(o, "a", { enumerable: false }); assert.equal(o.a, 1); assert.equal(Object.keys(o).length, 0);',
  'assert.equal(Function.prototype.toString.call(Object), "function Object() { [native code] }"); assert.equal((function f() { return 1; }).toString(), "function f() { return 1; }"); assert.equal(Object.prototype.toString.call({ [Symbol.toStringTag]: "Tagged" }), "[object Tagged]");',
  'globalThis.added = 2; assert.equal(globalThis.added, 2); assert.equal(globalThis.never, undefined); assert.equal(global.Math.max(1, 2), 2);',
  'const path = require("path"); assert.equal(path.resolve("/a", "../b"), "/b"); assert.equal(Boolean(path.relative), true); assert.equal(Boolean(require("url").pathToFileURL), true);',
  'const d = Object.getOwnPropertyDescriptor({ get a() { return 1; }, b: 2 }, "b"); assert.equal(d.value, 2); assert.equal(d.enumerable, true); assert.equal(Object.isFrozen(Object.freeze({})), true);',
  'assert.equal(new Date("2024-02-29T00:00:00Z").toISOString(), "2024-02-29T00:00:00.000Z");',
];

const endless: readonly string[] = [
  'for (;;) {}',
  'const a = {}; Object.setPrototypeOf(a, a); a.b;',
  'const a = {}; const b = { __proto__: a }; a.__proto__ = b; a.c;',
  'let a = [1]; for (let i = 0; i < 40; i++) a = [...a, ...a];',
  'let a = [1]; for (let i = 0; i < 40; i++) a.unshift(...a);',
  'let a = [1]; for (let i = 0; i < 40; i++) a.splice(0, 0, ...a);',
  'let a = "a"; for (let i = 0; i < 40; i++) a = a.concat(a);',
  'const a = []; a.push(a); String(a);',
  'const a = { get b() { return this.b; } }; a.b;',
  '(1).toFixed(101);',
  '[].with(5, 1);',
  'function* f() { for (const x of g) yield x; } const g = f(); g.next();',
  'function* f() { g.next(); yield 1; } const g = f(); [...g];',
  'const a = { [Symbol.iterator]() { return [...this]; } }; [...a];',
  'class A { static [Symbol.hasInstance](x) { return x instanceof A; } } 1 instanceof A;',
  'function* f() { yield* f(); } [...f()];',
  'for (const x of { [Symbol.iterator]: () => ({ next: Object }) }) {}',
  'const m = new Map([[1, 1]]); for (const [k] of m) m.set(k + 1, 1);',
  'const a = [1]; for (const x of a) a.push(x);',
];

describe('A dry run', () => {
  for (const body of statements) it(`comes to what the language comes to: ${body.slice(0, 60)}`, () => holds(body));
  for (const body of endless)
    it(`gives up on what would not end or not fit: ${body.slice(0, 60)}`, async () => {
      const { ends } = await outcomeOf({ 'a.test.js': `test('a', () => {\n${body}\n});\n` }, 400_000);
      assert.equal(ends.length, 1);
      assert.notEqual(ends[0], 'well');
    });
  it('goes on after what does not fit when a module is loaded', async () => {
    const { states } = await outcomeOf({
      'a.test.js': 'const a = [];\na.push(a);\nconst b = a + "";\ntest("a", () => { expect(1).toBe(1); });\n',
    });
    assert.deepEqual(states, ['held']);
  });
  it('knows classes, their fields, accessors and superclasses', () =>
    holds(
      'const c = new Child(2); assert.equal(c.total, 7); assert.equal(c.name(), "child of base"); assert.equal(Child.made, 1); assert.throws(() => c.fail(), Failure);',
      `class Failure extends Error { constructor(m) { super(m); this.code = 3; } }
class Base { #hidden = 5; n = 0; name() { return 'base'; } get hidden() { return this.#hidden; } fail() { throw new Failure('x'); } }
class Child extends Base { static made = 0; constructor(n) { super(); this.n = n; Child.made++; } get total() { return this.n + this.hidden; } name() { return 'child of ' + super.name(); } }`,
    ));
  it('comes to the end of a class with a long text between its members', () =>
    holds(`class Local { one = 1; /* ${'a: '.repeat(400_000)} */ two = 2; } assert.equal(new Local().two, 2);`));
  it('takes no word of a comment for the name of a field', () =>
    holds(
      'class Local { /** Default: one. */ one = 1;\n// Note: a second one.\nstatic two = 2; } assert.equal(new Local().one, 1); assert.equal(Local.two, 2);',
    ));
  it('waits for promises', async () => {
    const { states } = await outcomeOf({
      'a.test.js':
        'const load = async (n) => n * 2;\nit("b", async () => { expect(await load(2)).toBe(4); await expect(load(1)).resolves.toBe(2); });\n',
    });
    assert.deepEqual(states, ['held', 'held']);
  });
  it('goes through what comes in time', async () => {
    const { states, ends } = await outcomeOf({
      'a.test.js':
        "async function* load() { yield await Promise.resolve(1); yield 2; }\nit('a', async () => { const all = []; for await (const x of load()) all.push(x); expect(all).toEqual([1, 2]); });\nit('b', async () => { const i = load(); expect((await i.next()).value).toBe(1); for await (const p of [Promise.resolve(3)]) expect(p).toBe(3); });\n",
    });
    assert.deepEqual({ states, ends }, { states: ['held', 'held', 'held'], ends: ['well', 'well'] });
  });
  it('follows imports, exports and tables from one file to the next', async () => {
    const { states, ends } = await outcomeOf({
      'lib/sum.js': "'use strict';\nexports.sum = function sum(list) { return list.reduce((a, b) => a + b, 0); };\n",
      'lib/index.js': "module.exports = { sum: require('./sum').sum, kinds: { half: (n) => n / 2 } };\n",
      'test/rows.js': 'module.exports = [[[1, 2], 3], [[], 0]];\n',
      'test/sum.test.js':
        "const rows = require('./rows'); const lib = require('../lib');\ntest.each(rows)('%s', (given, sum) => { expect(lib.sum(given)).toEqual(sum); });\nit('half', () => expect(lib.kinds.half(4)).not.toBe(3));\n",
    });
    assert.deepEqual({ states, ends }, { states: ['held', 'held', 'held'], ends: ['well', 'well', 'well'] });
  });
  it('knows modules of TypeScript that import each other', async () => {
    const { states } = await outcomeOf({
      'src/b.ts': "import { A } from './a.ts';\nexport enum Kind { One = 1, Two }\nexport const make = (): A => new A(Kind.Two);\n",
      'src/a.ts':
        "import { Kind } from './b.ts';\nexport class A { constructor(readonly kind: Kind) {} isTwo(): boolean { return this.kind === Kind.Two; } }\nexport * from './b.ts';\n",
      'src/a.test.ts':
        "import { it, expect } from 'vitest';\nimport { make } from './a.ts';\nit('is two', () => { expect(make().isTwo()).toBe(true); expect(make().kind).toBe(2); });\n",
    });
    assert.deepEqual(states, ['held', 'held']);
  });
  it('notes what is asked of functions that stand in for others', async () => {
    const { states } = await outcomeOf({
      'a.test.js':
        "it('calls', () => { const f = jest.fn(() => 3); expect([1, 2].map((n) => f(n))).toEqual([3, 3]); expect(f).toHaveBeenCalledTimes(2); expect(f).toHaveBeenCalledWith(1); expect(f).toHaveBeenLastCalledWith(2); });\n",
    });
    assert.deepEqual(states, ['held', 'held', 'held', 'held']);
  });
  it('knows of what a package offers only that it is there', async () => {
    const { states, ends } = await outcomeOf({
      'a.test.js':
        "import { paint, DEBUG } from 'paint';\nimport all from 'all';\nit('a', () => { const has = Boolean(paint && all); expect(has).toBe(true); expect(paint === null).toBe(false); expect(paint).toBe('red'); expect(typeof paint).toBe('function'); expect([paint]).toEqual(['red']); });\nit('b', () => { if (DEBUG) expect(1).toBe(2); });\n",
    });
    assert.deepEqual(
      { states, ends },
      { states: ['held', 'held', 'unclear', 'unclear', 'unclear'], ends: ['well', 'a condition on what is not known'] },
    );
  });
  it('knows the words of uvu, and snapshots that stand in the test', async () => {
    const { states } = await outcomeOf({
      'a.test.js':
        "import { test } from 'uvu';\nimport { equal, is, type, instance } from 'uvu/assert';\ntest('a', () => { equal({ a: [1] }, { a: [1] }); is(1, 1); type(() => 1, 'function'); instance(new TypeError('x'), Error); is({}, {}); });\nit('b', () => { expect('a b').toMatchInlineSnapshot(`\"a b\"`); expect(() => { throw new Error('no'); }).toThrowErrorMatchingInlineSnapshot(`[Error: no]`); });\n",
    });
    assert.deepEqual(states, ['held', 'held', 'held', 'held', 'failed', 'held', 'held']);
  });
  it('says what fails', async () => {
    const { states, ends } = await outcomeOf({
      'a.test.js':
        "it('a', () => { expect(1 + 1).toBe(3); expect([1]).toEqual([2]); expect(() => 1).toThrow(); });\nit('b', () => { missing.x.y = 1; null.x; });\n",
    });
    assert.deepEqual({ states, ends }, { states: ['failed', 'failed', 'failed'], ends: ['well', 'thrown'] });
  });
  it('knows nothing of clocks, packages, chance and the network, and goes no way that depends on them', async () => {
    for (const asked of ['Date.now()', 'Math.random()', "require('some-package').x", "fetch('a')", 'new Date()', 'Buffer.from("a")']) {
      const { states, ends } = await outcomeOf({
        'a.test.js': `it('a', () => { const x = ${asked}; expect(x).toBe(1); if (x > 1) expect(1).toBe(2); });\n`,
      });
      assert.deepEqual({ states, ends }, { states: ['unclear'], ends: ['a condition on what is not known'] }, asked);
    }
  });
  it('ends whatever it is given', async () => {
    const { ends } = await outcomeOf({
      'a.test.js':
        "it('deep', () => { const f = () => f(); f(); });\nit('long', () => { let s = 'a'; for (;;) s += s; });\nit('large', () => { 'a'.repeat(1e9); });\nit('slow', () => { /^(a|aa)+$/.test('a'.repeat(80) + 'b'); });\nit('well', () => {});\n",
    });
    assert.deepEqual(ends, ['deep calls', 'a long text', 'a long text', 'a pattern that takes long', 'well']);
    await assert.rejects(outcomeOf({ 'a.test.js': "it('for ever', () => { while (true) {} });\n" }), Exhausted);
  });
});

describe('A dry run of code that means harm', () => {
  const bombs: readonly string[] = [
    'let a = ["x"]; for (let i = 0; i < 28; i++) a = [a, a]; assert.equal(JSON.stringify(a).length, 1);',
    'let a = ["x"], b = ["x"]; for (let i = 0; i < 28; i++) { a = [a, a]; b = [b, b]; } assert.deepEqual(a, b);',
    'let a = ["x"]; for (let i = 0; i < 28; i++) a = [a, a]; assert.equal(String(a).length, 1);',
    'let a = ["x"]; for (let i = 0; i < 28; i++) a = [a, a]; assert.equal(a.flat(Infinity).length, 1);',
    'const a = []; a.push(a); assert.equal(a.flat(Infinity).length + String(a), 1);',
    'let t = "a".repeat(90000); for (let i = 0; i < 1e9; i++) t = t.toUpperCase(); assert.equal(t, "");',
    'const t = "a".repeat(90000); assert.equal(t.replaceAll("a", t).length, 1);',
    'const t = "a".repeat(90000); assert.equal(t.replace(/a/g, "$`$`$`").length, 1);',
    'const t = "a".repeat(90000); const l = []; for (let i = 0; i < 9000; i++) l.push(t); assert.equal(l.join(t).length, 1);',
    'const l = new Array(9000).fill(0); for (let i = 0; i < 1e9; i++) l.indexOf(1); assert.equal(l.length, 1);',
    'const o = { toString() { return String(this); } }; assert.equal(String(o), "");',
    'const o = { get a() { return this.a; } }; assert.equal(o.a, 1);',
    'let t = "a"; for (;;) t += t;',
    'const m = new Map(); for (;;) m.set({}, 1);',
  ];
  for (const bomb of bombs)
    it(`ends: ${bomb}`, async () => {
      const body = `const assert = require('assert');\ntest('a', () => {\n${bomb}\n});\n`;
      const [read] = await new WholeFiles(extractor).read([{ path: 'a.test.js', text: body }]);
      const change = { programs: { base: [], head: [], mains: new Map() }, tests: [] };
      assert.deepEqual(
        decidingTests(change as never, [read!], () => false),
        [],
      );
    });
});

describe('what is not known before anything runs', () => {
  const rate = (body: string) => ({
    'rate.js': `const table = require('rates');\nexports.rate = (n) => {\n  if (table.isClosed(n)) return 0;\n${body}\n};\n`,
    'a.test.js': `const assert = require('assert');\nconst { rate } = require('./rate');\ntest('a', () => { assert.equal(rate(2), 4); });\n`,
  });
  it('ends a test where a branch asks for it', async () => {
    const { states, ends } = await outcomeOf(rate('  return n * 2;'));
    assert.deepEqual({ states, ends }, { states: [], ends: ['a condition on what is not known'] });
  });
  it('is supposed to be false or true on demand, so that the rest is gone through', async () => {
    const outcomes = await Promise.all([false, true].map((supposed) => outcomeOf(rate('  return n * 2;'), 200_000, supposed)));
    assert.deepEqual(
      outcomes.map(({ states }) => states),
      [['held'], ['failed']],
    );
  });
  it('stays so beside what does not decide alone', async () => {
    const { states } = await outcomeOf(
      rate('  const open = table.isOpen(n) && false;\n  const on = table.isOpen(n) || true;\n  return open === false && on ? n * 2 : 1;'),
      200_000,
      false,
    );
    assert.deepEqual(states, ['held']);
  });
  it('is what a class of a package hands down, and no missing method', async () => {
    const { ends } = await outcomeOf({
      'a.test.js': `const { Writable } = require('stream');\nclass Sink extends Writable {}\ntest('a', () => { const s = new Sink(); s.on('x', () => {}); s.write('y'); });\n`,
    });
    assert.deepEqual(ends, ['well']);
  });
});

describe('how tests are written', () => {
  it('hands a macro what stands behind it', async () => {
    const { states } = await outcomeOf({
      'a.test.js': `const test = require('ava');\nconst withTwo = (t, run) => run(t, 2);\ntest('a', withTwo, (t, two) => { t.is(two, 2); });\n`,
    });
    assert.deepEqual(states, ['held']);
  });
  it('knows the assertions of the context, and those of promises', async () => {
    const { states } = await outcomeOf({
      'a.test.js': `const test = require('node:test');\nconst assert = require('assert');\ntest('a', async (t) => { t.assert.strictEqual(1, 1); await assert.rejects(async () => { throw new Error('no'); }, /no/); });\n`,
    });
    assert.deepEqual(states, ['held', 'held']);
  });
});
