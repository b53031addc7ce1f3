import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { expectFindings } from '../../rule-cases.ts';

const code = 'src/main/java/a/Cart.java';
const test = 'src/test/java/a/CartTest.java';
const cart = (...members: readonly string[]): string =>
  `package a;\n\npublic class Cart {\n${members.map((each) => `  ${each}\n`).join('')}}\n`;
const tests = (...bodies: readonly string[]): string =>
  `package a;\n\nclass CartTest {\n${bodies.map((body, index) => `  @Test\n  void test${index}() {\n    ${body}\n  }\n`).join('\n')}}\n`;
const old = 'public int total(String kind, int tax) { return sum() + tax; }';
const works = 'assertEquals(3, new Cart().total("plain", 1));';

async function java(head: readonly string[], bodies: readonly string[], finds: readonly string[]): Promise<void> {
  const same = { [test]: tests(works, ...bodies) };
  await expectFindings(
    untestedChange,
    { ...same, [code]: cart(old) },
    { ...same, [code]: cart(...head) },
    finds.map((each) => `${code}:${each}`),
  );
}

const changed = (body: string): string => `public int total(String kind, int tax) { ${body} return sum() + tax; }`;

describe('test gaps where the change has no test', () => {
  it('are none where older tests make the new condition come out both ways', () =>
    java([changed('if (tax > 100) return sum();')], ['assertEquals(2, new Cart().total("plain", 101));'], []));
  it('are there where they make it come out one way only', () =>
    java(
      [changed('if (tax > 100) return sum();')],
      ['assertEquals(5, new Cart().total("plain", 3));'],
      ['4 `Cart.total` behaves differently now (`if (tax > 100) return sum();`); no test shows it.'],
    ));
  it('are none where an older test gives null, which is asked for now', () =>
    java([changed('if (kind == null) return 0;')], ['assertEquals(0, new Cart().total(null, 3));'], []));
  it('are none where an older test says a word that only the change brings', () =>
    java(
      [changed('if (kind.equals(defaultKind)) return reduced("duty-free");')],
      ['assertEquals(0, new Cart().total("duty-free", 3));'],
      [],
    ));
  it('are there where it says a constant of another type that is called like a new one', async () => {
    const head = [changed('if (hasMode(Mode.KEEP_LAST)) return 0;'), 'enum Mode { KEEP_LAST }'];
    const finds = ['4 `Cart.total` behaves differently now (`if (hasMode(Mode.KEEP_LAST)) return 0;`); no test shows it.'];
    const shelf = {
      'src/test/java/a/ShelfTest.java': tests('assertEquals(1, new Shelf(Order.KEEP_LAST).size());').replace('CartTest', 'ShelfTest'),
    };
    const same = { [test]: tests(works), ...shelf };
    await expectFindings(
      untestedChange,
      { ...same, [code]: cart(old) },
      { ...same, [code]: cart(...head) },
      finds.map((each) => `${code}:${each}`),
    );
    await java(head, ['assertEquals(0, new Cart(Cart.Mode.KEEP_LAST).total("plain", 3));'], []);
  });
  it('are none where an older test has the letter that only the change brings', () =>
    java([changed("if (kind.indexOf('Ŧ') == 0) return 0;")], ['assertEquals(0, new Cart().total("Ŧax", 3));'], []));
  it('are none where a check of the error begins with the call and goes on', () =>
    java(
      [changed('if (tax < minimum()) throw new IllegalStateException();')],
      ['assertThatThrownBy(() -> new Cart().total("plain", -1)).isInstanceOf(IllegalStateException.class);'],
      [],
    ));
  it('are none where an older test expects the words of the new error', () =>
    java(
      [changed('if (tax < minimum()) throw new IllegalStateException("tax is below the minimum");')],
      ['assertThatThrownBy(() -> new Cart().total("plain", -1)).hasMessage("tax is below the minimum");'],
      [],
    ));
  it('are none where an older test expects from a call an error of a type that it did not throw', () =>
    java(
      [changed('Objects.requireNonNull(kind, "kind");')],
      ['assertThrows(NullPointerException.class, () -> new Cart().total(null, 1));'],
      [],
    ));
  it('are none where an older test expects the error of a check from a call that gives null to it', async () => {
    const checked = 'int length = kind.length(); if (length == 0) throw new IllegalStateException(); Objects.requireNonNull(spare);';
    const before = `public int total(String kind, int tax) { ${checked} return sum() + tax; }`;
    const after = before.replace('int length', 'Objects.requireNonNull(kind); int length');
    for (const [given, finds] of [
      ['null', []],
      ['"any"', [`${code}:4 \`Cart.total\` behaves differently now (\`Objects.requireNonNull(kind)\`); no test shows it.`]],
    ] as const) {
      const same = { [test]: tests(works, `assertThrows(NullPointerException.class, () -> new Cart().total(${given}, 1));`) };
      await expectFindings(untestedChange, { ...same, [code]: cart(before) }, { ...same, [code]: cart(after) }, finds);
    }
  });
  it('are none where an older test gives nothing to what a helper finds empty now', () =>
    java(
      [changed('if (Util.isEmpty(kind)) return 0;')],
      ['assertEquals(0, new Cart().total("", 1));', 'assertEquals(1, new Cart().total("plain", 2));'],
      [],
    ));
  it('are there where it expects that error from something else', () =>
    java(
      [changed('Objects.requireNonNull(kind, "kind");')],
      ['assertEquals(3, new Cart().total("plain", 1)); assertThrows(NullPointerException.class, () -> new Shelf(null));'],
      ['4 `Cart.total` behaves differently now (`Objects.requireNonNull(kind, "kind")`); no test shows it.'],
    ));
  it('are none where older tests give it locals that make it come out both ways', () =>
    java(
      [changed('int most = 100; boolean high = tax > most; if (high) return sum();')],
      ['int tax = 101; assertEquals(2, new Cart().total("plain", tax));'],
      [],
    ));
  it('are there where they give what ends in an error now and do not expect it', () =>
    java(
      [changed('if (tax > 100) throw new IllegalArgumentException("too much");')],
      ['assertEquals(2, new Cart().total("plain", 101));'],
      [
        '4 `Cart.total` behaves differently now (`if (tax > 100) throw new IllegalArgumentException("too much");` and `throws IllegalArgumentException`); no test shows it.',
      ],
    ));
  it('are none where an older test gives the number that is asked for by its name', () =>
    java([changed('if (tax == Integer.MAX_VALUE) return sum();')], ['assertEquals(2, new Cart().total("plain", Integer.MAX_VALUE));'], []));
  it('are none where an older test gives an argument more than it took before', () =>
    java(
      ['public int total(String kind, int tax, int most) { return Math.min(most, sum() + tax); }'],
      ['assertEquals(2, new Cart().total("plain", 4, 2));'],
      [],
    ));
  it('are there where they give as many as it took before', () =>
    java(
      ['public int total(String kind, int tax, int most) { return Math.min(most, sum() + tax); }'],
      [],
      ['4 `Cart.total` behaves differently now (`return Math.min(most, sum() + tax);`); no test shows it.'],
    ));
  it('are none for another array to fill and a name given within a condition', async () => {
    const before =
      'public String[] kinds(List<String> all) { int n; if ((n = all.size()) > 3) stop(n); return all.toArray(new String[n]); }';
    const after = 'public String[] kinds(List<String> all) { int n = all.size(); if (n > 3) stop(n); return all.toArray(NO_KINDS); }';
    await expectFindings(untestedChange, { [test]: tests(works), [code]: cart(before) }, { [test]: tests(works), [code]: cart(after) }, []);
  });
  it('are there where what they give is replaced before', () =>
    java(
      [changed('tax = limited(tax); if (tax > 100) return sum();')],
      ['assertEquals(2, new Cart().total("plain", 101));'],
      ['4 `Cart.total` behaves differently now (`if (tax > 100) return sum();`); no test shows it.'],
    ));
  it('are there where a method of the same name is called on another type', () =>
    java(
      [old, 'public Stream<Item> stream() { return StreamSupport.stream(spliterator(), false); }'],
      ['Order order = new Order(); assertNotNull(order.stream());'],
      ['5 `Cart.stream` is new and no test calls it.'],
    ));
  it('are there where only another overload is called', () =>
    java(
      [old, 'public int total(String kind) { return total(kind, taxOf(kind)) + 1; }'],
      [],
      ['5 `Cart.total` is new and no test calls it.'],
    ));
  it('are there where a constant is given that an older overload takes', async () => {
    const before = 'public Cart joined(char mark) { return new Cart(mark, size() + 1); }';
    const same = { [test]: tests(works, 'assertEquals(1, new Cart().joined(LF).size());') };
    const after = 'public Cart joined(Cart other) { return new Cart(other.mark(), size() + other.size()); }';
    await expectFindings(untestedChange, { ...same, [code]: cart(before) }, { ...same, [code]: cart(before, after) }, [
      `${code}:5 \`Cart.joined\` is new and no test calls it.`,
    ]);
  });
  it('are none where the new overload is called', () =>
    java(
      [old, 'public int total(String kind) { return total(kind, taxOf(kind)) + 1; }'],
      ['assertEquals(4, new Cart().total("plain"));'],
      [],
    ));
  it('leave the private method that a shown one uses to it', () =>
    java(
      [changed('if (tax > 100) return most(tax);'), 'private int most(int tax) { return Math.min(tax, 100) * 2; }'],
      ['assertEquals(2, new Cart().total("plain", 101));'],
      [],
    ));
});

const module = 'src/total.ts';
const moduleTest = 'test/total.test.ts';

async function typescript(base: string, head: string, body: string, finds: readonly string[], header = ''): Promise<void> {
  const same = {
    [moduleTest]: `${header}import { expect, it } from 'vitest';\nimport { total } from '../src/total';\n\nit('works', () => {\n  ${body}\n});\n`,
  };
  const of = (statement: string): string =>
    `export function total(items: number[], options?: Options): number {\n  ${statement}\n  return sum(items);\n}\n`;
  await expectFindings(untestedChange, { ...same, [module]: of(base) }, { ...same, [module]: of(head) }, finds);
}

describe('test gaps in TypeScript where the change has no test', () => {
  it('are none where an older test says a word that was there only as a part of another', () =>
    typescript("log('counterpart');", "log('counterpart'); items.counter = 1;", 'expect(total(list).counter).toBe(1);', []));
  it('are none where one of many older tests says the new word, whatever the others call their own things', async () => {
    const of = (options: string): string =>
      `export function total(items: number[], options?: Options): number {\n  return sum(items, { most: ${options} });\n}\n`;
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    const cases = numbers.map((at) => `it('works ${at}', () => {\n  const list = [${at}];\n  expect(total(list)).toBe(${at});\n});\n`);
    const own = "it('has a limit', () => {\n  const list = { mostSummed: 3 };\n  expect(total([1], list)).toBe(1);\n});\n";
    const same = { [moduleTest]: `import { total } from '../src/total';\n\n${cases.join('\n')}\n${own}` };
    await expectFindings(untestedChange, { ...same, [module]: of('50') }, { ...same, [module]: of('options?.mostSummed ?? 50') }, []);
  });
  it('are none where older tests give the new option and leave it out', () =>
    typescript('', 'if (options?.tax) return 0;', 'expect(total([1])).toBe(1);\n  expect(total([1], { tax: 2 })).toBe(0);', []));
  it('are none where an older test gives an option that nothing spoke of before, whatever is decided by it', () =>
    typescript(
      'const most = limit();',
      'const most = options?.most ?? limit();',
      'expect(total([1])).toBe(1);\n  expect(total([1], { most: 2 })).toBe(0);',
      [],
    ));
  it('are there where such an option is given to another package', () =>
    typescript(
      'const most = limit();',
      'const most = options?.most ?? limit();',
      'expect(total([1])).toBe(1);\n  expect(lib.total([1], { most: 2 })).toBe(0);',
      [`${module}:1 \`total\` behaves differently now (\`most = options?.most ?? limit()\`); no test shows it.`],
      "import * as lib from 'lib';\n",
    ));
  it('are there where no test gives the new option', () =>
    typescript('', 'if (options?.tax) return 0;', 'expect(total([1])).toBe(1);', [
      `${module}:1 \`total\` behaves differently now (\`if (options?.tax) return 0;\`); no test shows it.`,
    ]));
});

describe('test gaps in JavaScript where the change has no test', () => {
  const queue = 'index.js';
  const of = (members: string): string => `class PQueue {\n  add(fn) { this.all.push(fn); }\n${members}}\n\nmodule.exports = PQueue;\n`;
  const addAll = '  addAll(fns) { return Promise.all(fns.map(fn => this.add(fn))); }\n';
  const check = async (path: string, text: string, finds: readonly string[]): Promise<void> => {
    await expectFindings(untestedChange, { [path]: text, [queue]: of('') }, { [path]: text, [queue]: of(addAll) }, finds);
  };

  it('are none where an older test calls it on what a module exports by default', () =>
    check(
      'test.js',
      "import test from 'ava';\nimport PQueue from './';\n\ntest('all', async t => {\n  const queue = new PQueue();\n  t.deepEqual(await queue.addAll([a]), [1]);\n});\n",
      [],
    ));
  it('are none where an older test that is about it calls it on something', () =>
    check(
      'test/plugins.js',
      "const assert = require('assert');\n\ndescribe('addAll', () => {\n  it('adds', () => use((queue) => assert.equal(queue.addAll([a]), 1)));\n});\n",
      [],
    ));
  it('are there where it is called on another class', () =>
    check(
      'test.js',
      "import test from 'ava';\nimport PQueue from './';\n\ntest('all', async t => {\n  const list = new List();\n  t.is(new PQueue().size, 0);\n  t.deepEqual(await list.addAll([a]), [1]);\n});\n",
      ['index.js:3 `PQueue.addAll` is new and no test calls it.'],
    ));

  const empty = '  addAll(fns) {\n  }\n';
  it('are none where it did nothing and an older test calls it', () =>
    expectFindings(
      untestedChange,
      {
        'test.js': "import test from 'ava';\nimport PQueue from './';\n\ntest('all', t => {\n  t.is(new PQueue().addAll([a]), 1);\n});\n",
        [queue]: of(empty),
      },
      {
        'test.js': "import test from 'ava';\nimport PQueue from './';\n\ntest('all', t => {\n  t.is(new PQueue().addAll([a]), 1);\n});\n",
        [queue]: of(addAll),
      },
      [],
    ));
});

describe('test gaps of what no test is called after', () => {
  const factory = 'lib/factory.ts';
  const of = (body: string): string => `export class OptionFactory {\n  coerce(key: string) {\n    ${body}return this.all[key];\n  }\n}\n`;
  const decides = "if (key === 'camel-case') return this.other[key];\n    ";
  const check = async (asked: string, finds: readonly string[]): Promise<void> => {
    const path = 'test/all.cjs';
    const same = {
      [path]: `const start = require('../index.cjs');\n\nit('coerces', () => {\n  assert.equal(start().coerce('${asked}').value, 1);\n});\n`,
    };
    await expectFindings(untestedChange, { ...same, [factory]: of('') }, { ...same, [factory]: of(decides) }, finds);
  };

  it('are none where a test that calls a method of that name says what is new', () => check('camel-case', []));
  it('are there where it says nothing of it', () =>
    check('plain', [
      `${factory}:2 \`OptionFactory.coerce\` behaves differently now (\`if (key === 'camel-case') return this.other[key];\`); no test shows it.`,
    ]));
});

describe('test gaps where older tests know what the change brings', () => {
  const at = (finding: string): string => `${module}:1 \`total\` ${finding}; no test shows it.`;
  const optional = (name: string): readonly [string, string] => ['', `const { ${name} = 1 } = options; if (sum(items) > ${name}) stop();`];

  it('are none where one gives the option that is taken now, to whatever it calls', () =>
    typescript(...optional('mostItems'), 'expect(shop({ mostItems: 2 })(total)).toBe(1);', []));
  const codes = 'const limitOf = { freeShipping: 5 }; if (sum(items) > limitOf.a) stop();';
  it('are none where one reads the key that is new', () => typescript('', codes, 'expect(limits.freeShipping).toBe(total([1]));', []));
  it('are there where it gives another', () =>
    typescript(...optional('mostItems'), 'expect(shop({ leastItems: 2 })(total)).toBe(1);', [
      at('behaves differently now (`if (sum(items) > mostItems) stop();`)'),
    ]));
  it('are none where one says the code of the new warning', () =>
    typescript('', "warn('SHOPDEP025');", "expect(total([1])).toBe(1);\n  expect(warnings[0].code).toBe('SHOPDEP025');", []));
});

describe('test gaps where a function takes less than before', () => {
  const text = (parameter: string, argument: string, more = ''): string =>
    `function draw(items${parameter}) {\n  ${more}return join(items);\n}\n\nexports.show = (items, out) => {\n  paint(items);\n  return frame(draw(items${argument}));\n};\n`;
  const tests = {
    'test/draw.test.js':
      "const { show } = require('../src/draw');\n\nit('shows', () => {\n  assert.equal(show([1], { style: () => 1 }), '1');\n});\n",
  };
  const check = async (head: string, finds: readonly string[]): Promise<void> => {
    await expectFindings(
      untestedChange,
      { 'src/draw.js': text(', style', ', out.style()'), ...tests },
      { 'src/draw.js': head, ...tests },
      finds,
    );
  };

  it('are none of those that call it', () => check(text('', ''), []));
  it('are its own', () =>
    check(text('', '', 'if (items.length > 9) return more(items);\n  '), [
      'src/draw.js:1 `draw` behaves differently now (`if (items.length > 9) return more(items);`); no test shows it.',
    ]));
});

describe('test gaps are seen in', () => {
  const shop = 'src/shop.js';
  const shopTest = {
    'test/shop.test.js':
      "const { isOpen, main } = require('../src/shop');\n\nit('opens', () => {\n  assert.equal(isOpen('a'), true);\n});\n",
  };
  const check = (base: string, head: string, finds: readonly string[]): Promise<unknown> =>
    expectFindings(untestedChange, { [shop]: base, ...shopTest }, { [shop]: head, ...shopTest }, finds);
  const asks = '\n\nexports.isOpen = (name) => open.test(name);\n';

  it('a pattern that functions go by', () =>
    check(`const open = /^a/;${asks}`, `const open = /^[ab]/;${asks}`, [
      `${shop}:1 \`open\` behaves differently now (\`open = /^[ab]/\`); no test shows it.`,
    ]));
  it('a set that functions go by', () =>
    check(
      "const open = new Set(['a']);\n\nexports.isOpen = (name) => open.has(name);\n",
      "const open = new Set(['a', 'b']);\n\nexports.isOpen = (name) => open.has(name);\n",
      [`${shop}:1 \`open\` behaves differently now (\`open = new Set(['a', 'b'])\`); no test shows it.`],
    ));
  it('no other name', () => check(`const open = 'a';${asks}`, `const open = 'b';${asks}`, []));
  it('a limit that functions go by', () =>
    check(`const open = 3;${asks}`, `const open = 5;${asks}`, [
      `${shop}:1 \`open\` behaves differently now (\`open = 5\`); no test shows it.`,
    ]));
  it('no new pattern', () => check(asks, `const open = /^a/;${asks}`, []));
  it('the main function of a script that takes what it works on', () =>
    check(
      'exports.main = async (process) => {\n  await start(process);\n};\n',
      'exports.main = async (process) => {\n  if (process.ended) return;\n  await start(process);\n};\n',
      [`${shop}:1 \`main\` behaves differently now (\`if (process.ended) return;\`); no test shows it.`],
    ));
  it('no main function of a script that takes nothing', () =>
    check(
      'exports.main = async () => {\n  await start();\n};\n',
      'exports.main = async () => {\n  if (process.ended) return;\n  await start();\n};\n',
      [],
    ));
  it('what lets a loop go on', () =>
    check(
      'exports.isOpen = (name) => {\n  while (isHex(name)) name = rest(name);\n};\n',
      'exports.isOpen = (name) => {\n  while (isDigit(name)) name = rest(name);\n};\n',
      [`${shop}:1 \`isOpen\` behaves differently now (\`while (isDigit(name)) name = rest(name);\`); no test shows it.`],
    ));
  it('nothing beside a deletion', () =>
    check(
      `exports.close = () => stop();\n\nexports.shut = () => stop();\n\nexports.isOpen = (name) => {\n  if (name) return ask(name);\n};\n`,
      `exports.close = () => stop();\n\nexports.isOpen = (name) => {\n  if (name) return ask(name);\n};\n`,
      [],
    ));
});

describe('test gaps leave other words for the same alone', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ["if (name.slice(-3) === '...') stop();", "if (name.endsWith('...')) stop();"],
    ["if (name.indexOf('a') !== -1) stop();", "if (name.includes('a')) stop();"],
    ["if (name.charAt(0) === '-') stop();", "if (name.startsWith('-')) stop();"],
    ['if (items.length > 0) stop();', 'if (items.length !== 0) stop();'],
    ['const all = Object.assign({}, defaults, options); use(all.a);', 'const all = { ...defaults, ...options }; use(all.a);'],
    ["if (Object.prototype.hasOwnProperty.call(options, 'a')) stop();", "if (Object.hasOwn(options, 'a')) stop();"],
    ["if (typeof options === 'undefined') stop();", 'if (options === undefined) stop();'],
    ['let most; if (options) { most = items[0]; } use(most);', 'let most = undefined; if (options) { most = items[0]; } use(most);'],
    ["switch (kind()) { case 'a': stop(); break; }", "if (kind() === 'a') { stop(); }"],
    ['use(options ? options : defaults);', 'use(options || defaults);'],
    ['if (options) { return a(items); } else { return b(items); }', 'return options ? a(items) : b(items);'],
    ['let most; if (options) most = a(items); else most = b(items); use(most);', 'const most = options ? a(items) : b(items); use(most);'],
    ['if (!pattern.exec(name)) stop();', 'if (!pattern.test(name)) stop();'],
    ['for (let i = 0; i < items.all();) i += step(i);', 'const all = items.all(); for (let i = 0; i < all;) i += step(i);'],
    ['const first = () => { if (options) stop(); };\n', 'const first = () => { if (options) stop(); };'],
  ];
  for (const [before, after] of pairs) it(`${before} → ${after}`, () => typescript(before, after, 'expect(total([1])).toBe(1);', []));
});

describe('test gaps where tests lean on other files', () => {
  const abstractTest = (...members: readonly string[]): string =>
    `package a;\n\nabstract class AbstractCartTest {\n${members.map((each) => `  ${each}\n`).join('')}}\n`;
  const inherited = (body: string): Record<string, string> => ({
    [test]: `package a;\n\nclass CartTest extends AbstractCartTest {\n  @Test\n  void works() {\n    ${body}\n  }\n}\n`,
  });
  const base = 'src/test/java/a/AbstractCartTest.java';
  const net = 'public int net(int tax) { return sum() - tax; }';

  it('are none where an inherited function calls what is new', () =>
    expectFindings(
      untestedChange,
      {
        ...inherited('assertEquals(3, netOf(1));'),
        [base]: abstractTest('int netOf(int tax) { return new Cart().net(tax); }'),
        [code]: cart(old),
      },
      {
        ...inherited('assertEquals(3, netOf(1));'),
        [base]: abstractTest('int netOf(int tax) { return new Cart().net(tax); }'),
        [code]: cart(old, net),
      },
      [],
    ));
  it('are none where what is prepared before each inherited test calls it', async () => {
    const same = {
      ...inherited('assertEquals(3, result);'),
      [base]: abstractTest('int result;', '@BeforeEach', 'void fill() { result = new Cart().net(2); }'),
    };
    await expectFindings(untestedChange, { ...same, [code]: cart(old) }, { ...same, [code]: cart(old, net) }, []);
  });
  it('are there where an inherited function that the test does not use calls it', async () => {
    const same = {
      ...inherited('assertEquals(3, new Cart().total("plain", 1));'),
      [base]: abstractTest('int netOf(int tax) { return new Cart().net(tax); }'),
    };
    await expectFindings(untestedChange, { ...same, [code]: cart(old) }, { ...same, [code]: cart(old, net) }, [
      `${code}:5 \`Cart.net\` is new and no test calls it.`,
    ]);
  });
  it('are none where an imported builder of a module calls it, and there where another of it does', async () => {
    for (const [used, finds] of [
      ['netOf', []],
      ['plainOf', ['src/total.ts:2 `net` is new and no test calls it.']],
    ] as const) {
      const same = {
        'test/builders.ts':
          "import { net, total } from '../src/total';\nconst made = (n: number) => net([n]);\nexport const netOf = (n: number) => made(n);\nexport const plainOf = (n: number) => total([n]);\n",
        [moduleTest]: `import { ${used} as of } from './builders';\nimport { total } from '../src/total';\n\nit('works', () => {\n  total([]);\n  expect(of(1)).toBe(1);\n});\n`,
      };
      const total = 'export function total(items: number[]): number { return sum(items) + 1; }\n';
      const added = 'export function net(items: number[]): number { return sum(items) - tax(items); }\n';
      await expectFindings(untestedChange, { ...same, [module]: total }, { ...same, [module]: total + added }, finds);
    }
  });
});
