import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { expectFindings, type Texts } from '../../rule-cases.ts';

const code = 'src/main/java/a/Cart.java';
const test = 'src/test/java/a/CartTest.java';

const cart = (members: string): string => `package a;\n\npublic class Cart {\n  ${members}\n}\n`;
const tests = (body: string, marks = '@Test'): string =>
  `package a;\n\nclass CartTest {\n  ${marks}\n  void works() {\n    ${body}\n  }\n}\n`;

/** What is found in the class where the tests stay as they are. */
async function found(base: string, head: string, body: string, finds: readonly string[], others: Texts = {}): Promise<void> {
  const same = { [test]: tests(body), ...others };
  await expectFindings(
    untestedChange,
    { ...same, [code]: cart(base) },
    { ...same, [code]: cart(head) },
    finds.map((each) => `${code}:4 ${each}`),
  );
}

describe('older tests of Java that could not be compiled before the change', () => {
  const silent = 'public static void filter(List<Item> all) { all.removeIf(Item::isOld); }';
  const telling = 'public static boolean filter(List<Item> all) { all.removeIf(Item::isOld); return all.isEmpty(); }';
  const tellsNow = ['`Cart.filter` behaves differently now (`return all.isEmpty();`); no test shows it.'];
  it('show it where they use what a function gives that gave nothing', () =>
    found(silent, telling, 'assertTrue(Cart.filter(items()));', []));
  it('do not where they leave it', () => found(silent, telling, 'Cart.filter(items()); assertEquals(1, items().size());', tellsNow));

  const hidden = 'private int total(int tax) { return sum() + tax; }';
  const opened = 'int total(int tax) { return sum() + tax * rate(); }';
  const totals = ['`Cart.total` behaves differently now (`return sum() + tax * rate();`); no test shows it.'];
  const asks = 'assertEquals(3, new Cart().total(1));';
  it('show it where they call what was private', () => found(hidden, opened, asks, []));
  it('do not where they could call it before', () => found(hidden.replace('private ', ''), opened, asks, totals));

  const weigh = (field: string, does: string): string => `${field} long weight;\n  public void add(int more) { ${does} }`;
  const [before, after] = [
    weigh('private', 'weight = Math.addExact(weight, more);'),
    weigh('', 'weight += more; if (weight < 0) weight = 9;'),
  ];
  const reads = (type: string): string => `${type} cart = new ${type}(); cart.weight = 9; cart.add(1); assertEquals(9, cart.weight);`;
  it('show it where they read a field that was private', () => found(before, after, reads('Cart'), []));
  it('do not where they read that of another type', () =>
    expectFindings(
      untestedChange,
      { [test]: tests(`new Cart().add(1); ${reads('Box')}`), [code]: cart(before) },
      { [test]: tests(`new Cart().add(1); ${reads('Box')}`), [code]: cart(after) },
      [`${code}:5 \`Cart.add\` behaves differently now (\`if (weight < 0) weight = 9;\`); no test shows it.`],
    ));

  const two = 'public int total(int tax, int off) { return sum() + tax - off; }';
  const one = 'public int total(int tax) { return sum() + tax * 2; }';
  const doubled = ['`Cart.total` behaves differently now (`return sum() + tax * 2;`); no test shows it.'];
  it('show it where they give fewer arguments than it took', () => found(two, one, asks, []));
  it('do not where another of that name took as many', () =>
    found(
      `${two}\n  public int total(String of) { return 1; }`,
      `${one}\n  public int total(String of) { return 1; }`,
      asks.replace('1)', 'tax())'),
      doubled,
    ));
});

describe('older tests of Java that quote the change', () => {
  const plain = 'private final Rule rule = new Rule((node, log) -> log.add(""));\n  public Log check(Node node) { return rule.on(node); }';
  const quoted = plain.replace('""', '"the keyword is not supported"').replace('rule.on(node)', 'rule.on(node.first())');
  const of = (text: string): string => `assertEquals("1: ${text}", new Cart().check(node()).first());`;
  it('show it by a sentence that only the change brings', () => found(plain, quoted, of('the keyword is not supported'), []));
  it('do not by another one', () =>
    expectFindings(
      untestedChange,
      { [test]: tests(of('something is wrong here')), [code]: cart(plain) },
      { [test]: tests(of('something is wrong here')), [code]: cart(quoted) },
      [`${code}:5 \`Cart.check\` behaves differently now (\`return rule.on(node.first());\`); no test shows it.`],
    ));

  const limit = (lowest: string): string => `public boolean isBelow(int a) { return a < ${lowest}; }`;
  it('do not by what the library calls its limits', () =>
    found(limit('0'), limit('lowest(Integer.MIN_VALUE)'), 'assertTrue(new Cart().isBelow(Integer.MIN_VALUE));', [
      '`Cart.isBelow` behaves differently now (`return a < lowest(Integer.MIN_VALUE);`); no test shows it.',
    ]));
});

describe('a new overload in Java', () => {
  const old = 'public int read(byte[] all) { return all.length; }';
  const fresh = 'public int read(Stream all) { while (all.next()) add(all); return size(); }\n  ' + old;
  const isNew = ['`Cart.read` is new and no test shows it.'];
  it('is not called by what may be given to an older one', () =>
    found(old, fresh, 'assertEquals(1, new Cart().read(bytesOf("a")));', isNew));
  it('is called with what is known to be its own', () =>
    found(old, fresh, 'Stream all = open(); assertEquals(1, new Cart().read(all));', []));
});

describe('a copied test of a table in Java', () => {
  const [before, after] = ['public int total(int a) { return a; }', 'public int total(int a) { if (a > 9) return 9; return a; }'];
  const marks = '@ParameterizedTest\n  @ValueSource(ints = { 1, 2 })';
  const row = (title: string, values: string): string =>
    `  ${marks.replace('1, 2', values)}\n  void ${title}(int n) {\n    assertEquals(n, new Cart().total(n));\n  }\n`;
  const of = (...all: readonly string[]): string => `package a;\n\nclass CartTest {\n${all.join('\n')}}\n`;
  const told = [`${code}:4 \`Cart.total\` behaves differently now (\`if (a > 9) return 9;\`); no test shows it.`];
  const [base, rows] = [of(row('gives', '1, 2')), (values: string): string => of(row('gives', '1, 2'), row('givesAgain', values))];
  it('shows nothing', () =>
    expectFindings(untestedChange, { [test]: base, [code]: cart(before) }, { [test]: rows('1, 2'), [code]: cart(after) }, told));
  it('shows something with other rows', () =>
    expectFindings(untestedChange, { [test]: base, [code]: cart(before) }, { [test]: rows('9, 10'), [code]: cart(after) }, []));
});

describe('a Java module whose tests are in another one', () => {
  const path = 'core/src/main/java/com/acme/shop/Cart.java';
  const [before, after] = [cart('int total(int a) { return a; }'), cart('int total(int a) { if (a > 9) return 9; return a; }')].map(
    (text) => text.replace('package a', 'package com.acme.shop'),
  );
  const around = { 'core/pom.xml': '<project/>', 'core-testing/pom.xml': '<project/>', 'pom.xml': '<project/>' };
  const other = (folder: string): Texts => ({
    ...around,
    [`core-testing/src/test/java/com/acme/${folder}/CartTest.java`]: tests('Cart cart = cart(); assertEquals(1, sum(cart));').replace(
      'package a',
      `package com.acme.${folder}`,
    ),
  });
  it('is tested where they are in its package', () =>
    expectFindings(untestedChange, { ...other('shop'), [path]: before ?? '' }, { ...other('shop'), [path]: after ?? '' }, [
      `${path}:4 \`Cart.total\` behaves differently now (\`if (a > 9) return 9;\`); no test shows it.`,
    ]));
  it('is not where they are in another', () =>
    expectFindings(untestedChange, { ...other('bank'), [path]: before ?? '' }, { ...other('bank'), [path]: after ?? '' }, [
      `${path}:4 There is no test in \`core\`: nothing shows what changes in \`Cart.total\`.`,
    ]));
});
