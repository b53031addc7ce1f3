import assert from 'node:assert/strict';
import { untestedChange } from '../../../../src/rules/tests/untested-change.ts';
import { expectFindings, fileCases, newFindings, reviewExample, type Texts } from '../rule-cases.ts';

const java = (...members: readonly string[]): string =>
  `package a;\n\npublic class Cart {\n${members.map((each) => `  ${each}\n`).join('')}}\n`;
const total = 'public int total(int tax) { return sum() + tax; }';
const javaTest = {
  'src/test/java/a/CartTest.java':
    'package a;\n\nclass CartTest {\n  @Test\n  void adds() {\n    assertEquals(3, new Cart().total(1));\n  }\n}\n',
};
const shows = (name: string, what: string): string => `\`${name}\` behaves differently now (${what}); no test shows it.`;

describe('tests/untested-change in Java', () => {
  fileCases(
    untestedChange,
    'src/main/java/a/Cart.java',
    [
      [
        'finds a changed calculation',
        java(total),
        java('public int total(int tax) { return sum() * 2 + tax; }'),
        [`4 ${shows('Cart.total', '`return sum() * 2 + tax;`')}`],
      ],
      [
        'finds a condition that is gone',
        java('public int total(int tax) { if (tax > 9) warn(); return sum() + tax; }'),
        java(total),
        [`4 ${shows('Cart.total', '`if (tax > 9) warn();` is gone')}`],
      ],
      [
        'leaves a method alone that only is annotated now',
        java(
          total,
          '@SuppressWarnings("a")',
          'void tell() {',
          'for (Handler handler : this.handlers) {',
          'if (handler.fits(this)) { handler.on(this); }',
          '}',
          '}',
        ),
        java(
          total,
          '@Deprecated',
          '@SuppressWarnings("a")',
          'void tell() {',
          'for (Handler handler : this.handlers) {',
          'if (handler.fits(this)) { handler.on(this); }',
          '}',
          '}',
        ),
        [],
      ],
      [
        'finds who may call a method now, though its body is the same',
        java(total, 'void tell() {', 'for (Handler handler : this.handlers) {', 'if (handler.fits(this)) { handler.on(this); }', '}', '}'),
        java(
          total,
          '@PreAuthorize("isUser()")',
          'void tell() {',
          'for (Handler handler : this.handlers) {',
          'if (handler.fits(this)) { handler.on(this); }',
          '}',
          '}',
        ),
        [`6 ${shows('Cart.tell', '`@PreAuthorize("isUser()")`')}`],
      ],
      [
        'finds a new method',
        java(total),
        java(total, 'public int net() { return total(0) - discount(); }'),
        ['5 `Cart.net` is new and no test calls it.'],
      ],
      [
        'says a condition up to its block, braces in its texts included',
        java(total),
        java('public int total(int tax) { if (name != null && name.contains("{id}")) { warn(); } return sum() + tax; }'),
        [`4 ${shows('Cart.total', '`if (name != null && name.contains("{id}"))`')}`],
      ],
      [
        'says which case is new',
        java('public int total(int tax) { switch (tax) { case 1: return 2; default: return 3; } }'),
        java('public int total(int tax) { switch (tax) { case 1: return 2; case 0x0E: return 4; default: return 3; } }'),
        [`4 ${shows('Cart.total', '`case 0x0E`')}`],
      ],
      [
        'leaves null alone, by whatever means it is refused',
        java(
          'Cart(Item item) { this.item = Preconditions.checkNotNull(item, "item"); }',
          'int net(Item a) { Preconditions.checkNotNull(a); return a.b(); }',
        ),
        java(
          'Cart(Item item) { this.item = requireNonNull(item); }',
          'int net(Item a) { Objects.requireNonNull(a, "a"); return a.b(); }',
          'int one(Item a) { return 1; }',
        ).replace('class', 'final class'),
        [],
      ],
      [
        'leaves the check of null alone that Lombok writes now',
        `import lombok.NonNull;\n${java('int net(Item a) { Preconditions.checkNotNull(a); return a.b(); }')}`,
        `import lombok.NonNull;\n${java('int net(@NonNull Item a) { return a.b(); }')}`,
        [],
      ],
      [
        'leaves a value alone that is only logged',
        java(total),
        java('public int total(int tax) { UUID id = context.id(); log.info("total of {}", id); return sum() + tax; }'),
        [],
      ],
      [
        'leaves a constructor alone that only hands more to its superclass',
        java('Cart(Item item) { this.size = item.size(); }'),
        java('Cart(Item item) { super(item); this.size = item.size(); }'),
        [],
      ],
      [
        'leaves getters and delegates alone',
        java(total),
        java(total, 'public int getTax() { return tax; }', 'public int total() { return total(0); }'),
        [],
      ],
      [
        'finds a change of what a field does',
        java('static final Rate RATE = s -> table.get(s);'),
        java('static final Rate RATE = s -> { if (s.isBlank()) return Rate.NONE; return table.get(s); };'),
        [`4 ${shows('Cart.RATE', '`if (s.isBlank()) return Rate.NONE;`')}`],
      ],
      [
        'tells values that one type holds, and that are others now, together',
        java(...['LOW', 'MIDDLE', 'HIGH', 'TOP'].map((name) => `static final Set<Integer> ${name} = Set.of(1);`)),
        java(...['LOW', 'MIDDLE', 'HIGH', 'TOP'].map((name) => `static final Set<Integer> ${name} = Set.of(1, 2);`)),
        ['4 `Cart` holds 4 other values now (`Cart.LOW`, `Cart.MIDDLE`, `Cart.HIGH` and 1 more); no test shows it.'],
      ],
      [
        'leaves a new field that holds a function to what uses it',
        java(total),
        java(total, 'private static final Supplier<Host> LOCAL_HOST = Host::local;'),
        [],
      ],
      [
        'finds another value under the name that there was, though it was said before',
        java('public int total(int tax) { int net = price.of(tax); use(price.of(sum())); return net + tax; }'),
        java('public int total(int tax) { int net = price.of(sum()); use(price.of(sum())); return net + tax; }'),
        [`4 ${shows('Cart.total', '`int net = price.of(sum());`')}`],
      ],
      [
        'leaves a loop that became a chain of calls alone',
        java(
          'public List<Item> due(String day) { for (Item item : items) { if (item.isDue(day)) found.add(item.copy()); } return found; }',
        ),
        java('public List<Item> due(String day) { return items.stream().filter(i -> i.isDue(day)).map(i -> i.copy()).collect(toList()); }'),
        [],
      ],
      [
        'finds what a chain of calls asks besides',
        java('public List<Item> due(String day) { for (Item item : items) { if (item.isDue(day)) found.add(item); } return found; }'),
        java('public List<Item> due(String day) { return items.stream().filter(i -> i.isDue(day) && !i.isPaid()).collect(toList()); }'),
        [`4 ${shows('Cart.due', '`i.isDue(day) && !i.isPaid()`')}`],
      ],
      [
        'leaves functions alone that hand on what they all wrote for themselves',
        java('void a() { on(v -> v != null && v.size() > 3); }', 'void b() { on(v -> v != null && v.size() > 3); }'),
        java(
          'void a() { on(this::isLarge); }',
          'void b() { on(this::isLarge); }',
          'private boolean isLarge(V v) { return v != null && v.size() > 3; }',
        ),
        [],
      ],
      [
        'leaves a renamed variable alone',
        java('public int total(int tax) { int s = sum(); return s * 2 + tax; }'),
        java('public int total(int rate) { int all = sum(); return all * 2 + rate; }'),
        [],
      ],
      [
        'leaves a condition that gets a name alone',
        java('public int total(int tax) { if (tax > 9) warn(); return 1; }'),
        java('public int total(int tax) { boolean high = tax > 9; if (high) warn(); return 1; }'),
        [],
      ],
      [
        'leaves swapped branches alone',
        java('public int total(int tax) { if (tax > 9) return 1; else return 2; }'),
        java('public int total(int tax) { if (tax <= 9) return 2; else return 1; }'),
        [],
      ],
      [
        'leaves a check that is written so that null is safe alone',
        java('public boolean owns(Item item) { if (item.getOwner().equals(owner)) return true; return other(); }'),
        java('public boolean owns(Item item) { if (Objects.equals(owner, item.getOwner())) return true; return other(); }'),
        [],
      ],
      [
        'leaves a value that loses its name alone',
        java('public int total(int tax) { int net = sum.of(items); return net + tax; }'),
        java('public int total(int tax) { return sum.of(items) + tax; }'),
        [],
      ],
      [
        'leaves a value that becomes a constant alone',
        java('public boolean owns(String name) { return Pattern.compile("a+").matcher(name).matches(); }'),
        java(
          'private static final Pattern NAMES = Pattern.compile("a+");',
          'public boolean owns(String name) { return NAMES.matcher(name).matches(); }',
        ),
        [],
      ],
      [
        'leaves another kind of loop alone',
        java('public void all(List<Item> items) { for (int i = 0; i < items.size(); i++) add(items.get(i)); }'),
        java('public void all(List<Item> items) { for (Item item : items) add(items.get(i)); }'),
        [],
      ],
      [
        'finds another bound',
        java('public int total(int tax) { if (tax > 9) return 1; return 2; }'),
        java('public int total(int tax) { if (tax >= 9) return 1; return 2; }'),
        [`4 ${shows('Cart.total', '`if (tax >= 9) return 1;`')}`],
      ],
      ['leaves a function that logs alone', java(total), java('public int total(int tax) { debug("tax", tax); return sum() + tax; }'), []],
      ['leaves logging alone', java(total), java('public int total(int tax) { log.debug("tax {}", tax); return sum() + tax; }'), []],
      [
        'leaves formatting and comments alone',
        java(total),
        java('public int total(final int tax) {', '  // all of it', '  return (sum() + tax);', '}'),
        [],
      ],
    ],
    javaTest,
  );

  it('takes a new test that a mark of its own runs for one of the change', async () => {
    const mark = (of: string): Texts => ({
      'src/test/java/a/IssueTest.java': `package a;\n\nclass IssueTest {\n  ${of}\n  void compiles() {\n  }\n}\n`,
    });
    const after = { 'src/main/java/a/Cart.java': java('public int total(int tax) { return sum() * 2 + tax; }') };
    const before = { ...javaTest, 'src/main/java/a/Cart.java': java(total) };
    await expectFindings(untestedChange, before, { ...javaTest, ...after, ...mark('@ProcessorTest') }, []);
  });

  it('takes a copy of a test for no proof', async () => {
    const path = 'src/test/java/a/CartTest.java';
    const copy = javaTest[path].replace(/\}\n$/, '\n  @Test\n  void addsTwice() {\n    assertEquals(3, new Cart().total(1));\n  }\n}\n');
    const finds = [`src/main/java/a/Cart.java:4 ${shows('Cart.total', '`return sum() * 2 + tax;`')}`];
    await expectFindings(
      untestedChange,
      { ...javaTest, 'src/main/java/a/Cart.java': java(total) },
      { [path]: copy, 'src/main/java/a/Cart.java': java('public int total(int tax) { return sum() * 2 + tax; }') },
      finds,
    );
  });

  it('says once that there are no tests at all', async () => {
    const findings = await expectFindings(
      untestedChange,
      {},
      { 'src/main/java/a/Cart.java': java(total, 'public int net() { return total(0) - discount(); }') },
      [
        'src/main/java/a/Cart.java:1 The repository has no tests that could be recognised: nothing shows the behaviour of 2 changed functions.',
      ],
    );
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ['note'],
    );
  });

  it('reports a few functions and folds the rest', async () => {
    const finds = [
      'src/main/java/a/Cart.java:4 `Cart.a` is new and no test calls it.',
      'src/main/java/a/Cart.java:5 No test shows what 1 more changed function does: `Cart.b`.',
    ];
    await expectFindings(
      untestedChange,
      { ...javaTest, 'src/main/java/a/Other.java': 'class Other {}\n' },
      {
        ...javaTest,
        'src/main/java/a/Other.java': 'class Other {}\n',
        'src/main/java/a/Cart.java': java(
          'public int a() { return total(0) - discount(); }',
          'public int b() { return total(1) - discount(); }',
        ),
      },
      finds,
      { most: 1 },
    );
  });
});

const test = (body: string): string =>
  `import { expect, it } from 'vitest';\nimport { total } from '../src/cart';\n\nit('sums up', () => {\n  ${body}\n});\n`;
const tsTest = { 'test/cart.test.ts': test('expect(total([1, 2])).toBe(3);') };

describe('tests/untested-change in TypeScript', () => {
  fileCases(
    untestedChange,
    'src/cart.ts',
    [
      [
        'finds a new error',
        'export function total(a: number[]) {\n  return sum(a);\n}\n',
        "export function total(a: number[]) {\n  if (a.length > 9) throw new RangeError('too many');\n  return sum(a);\n}\n",
        [`1 ${shows('total', "`if (a.length > 9) throw new RangeError('too many');` and `throws RangeError`")}`],
      ],
      [
        'finds a changed default',
        'export function total(a: number[], by = 1) {\n  return sum(a, by);\n}\n',
        'export function total(a: number[], by = 2) {\n  return sum(a, by);\n}\n',
        [`1 ${shows('total', '`by = 2`')}`],
      ],
      [
        'finds a new class’s method',
        '',
        'export class Basket {\n  weigh(items: number[]) {\n    return items.reduce((sum, item) => sum + item, 0);\n  }\n}\n',
        ['2 `Basket.weigh` is new and no test calls it.'],
      ],
      [
        'leaves types alone',
        'export function total(a: number[]) {\n  return sum(a);\n}\n',
        'export function total(a: readonly number[]): number {\n  return sum(a) as number;\n}\nexport interface Item {\n  price: number;\n}\n',
        [],
      ],
      [
        'leaves quotes and templates alone',
        "export function total(a: string) {\n  return 'x' + a;\n}\n",
        'export function total(a: string) {\n  return `x${a}`;\n}\n',
        [],
      ],
      [
        'leaves an extracted function alone',
        'export function total(a: number[]) {\n  return a.filter((x) => x > 1).length;\n}\n',
        'export function total(a: number[]) {\n  return large(a);\n}\n\nfunction large(a: number[]) {\n  return a.filter((x) => x > 1).length;\n}\n',
        [],
      ],
    ],
    tsTest,
  );

  it('leaves alone how a component looks, and not what it shows', async () => {
    const tests = {
      'test/card.test.tsx':
        "import { Card } from '../src/card';\n\nit('shows', () => {\n  expect(render(<Card />).text()).toBe('a');\n});\n",
    };
    const component = (look: string, text: string, row: string, css: string): string =>
      `export function Card({ wide, name }) {\n  return <div ${look}>{wide && <b />}{${text}}</div>;\n}\nexport const row = (p) => cn('a'${row});\nexport const look = (p) => css\`a: ${css};\`;\n`;
    const before = component('className="a"', 'name', '', '1');
    const looks = 'className={cn("a", wide ? "b" : "c")} style={{ top: wide ? 1 : 2 }}';
    const after = component(looks, 'name', ', p && "b"', '${p.c ? 1 : 2}');
    await expectFindings(untestedChange, { ...tests, 'src/card.tsx': before }, { ...tests, 'src/card.tsx': after }, []);
    const told = component(looks, 'wide ? name : "none"', ', p && "b"', '${p.c ? 1 : 2}');
    await expectFindings(untestedChange, { ...tests, 'src/card.tsx': before }, { ...tests, 'src/card.tsx': told }, [
      `src/card.tsx:1 ${shows('Card', '`wide ? name : "none"`')}`,
    ]);
  });

  it('takes a test of the change that calls the caller for proof', async () => {
    await expectFindings(
      untestedChange,
      {
        ...tsTest,
        'src/cart.ts': 'export function total(a: number[]) {\n  return tax(a);\n}\n\nfunction tax(a: number[]) {\n  return a.length;\n}\n',
      },
      {
        'test/cart.test.ts': test('expect(total([1, 2])).toBe(4);'),
        'src/cart.ts':
          'export function total(a: number[]) {\n  return tax(a);\n}\n\nfunction tax(a: number[]) {\n  return a.length * 2;\n}\n',
      },
      [],
    );
  });
});

const jsTest = {
  'test/cart.test.js': "const { total } = require('../lib/cart');\n\nit('sums up', () => {\n  assert.equal(total([1, 2]), 3);\n});\n",
};

describe('tests/untested-change in JavaScript', () => {
  fileCases(
    untestedChange,
    'lib/cart.js',
    [
      [
        'finds a new loop',
        'exports.total = function (a) {\n  return sum(a);\n};\n',
        'exports.total = function (a) {\n  for (const each of a) check(each);\n  return sum(a);\n};\n',
        [`1 ${shows('total', '`for (const each of a) check(each);`')}`],
      ],
      [
        'finds a changed pattern',
        'exports.total = function (a) {\n  return a.replace(/x/g, "");\n};\n',
        'exports.total = function (a) {\n  return a.replace(/y/g, "");\n};\n',
        [`1 ${shows('total', '`return a.replace(/y/g, "");`')}`],
      ],
      [
        'finds a new method of a prototype',
        'function Cart() {}\nmodule.exports = Cart;\n',
        'function Cart() {}\nmodule.exports = Cart;\nCart.prototype.weigh = function (a) {\n  return a.length * 2;\n};\n',
        ['3 `Cart.weigh` is new and no test calls it.'],
      ],
      [
        'leaves var that becomes const alone',
        'exports.total = function (a) {\n  var b = a.length;\n  return b * 2;\n};\n',
        'exports.total = (a) => {\n  const b = a.length;\n  return b * 2;\n};\n',
        [],
      ],
      [
        'leaves an older test that names what is new alone',
        'exports.total = function (a) {\n  return sum(a);\n};\n',
        'exports.total = function (a) {\n  return sum(a);\n};\n',
        [],
      ],
      [
        'leaves a removed function alone',
        'exports.total = function (a) {\n  return sum(a);\n};\nexports.gone = function (a) {\n  return a * 2;\n};\n',
        'exports.total = function (a) {\n  return sum(a);\n};\n',
        [],
      ],
    ],
    jsTest,
  );
});

it('tests/untested-change knows the module itself by the name of its file', async () => {
  const script = (value: string): string => `module.exports = function (text) {\n  return split(text)${value};\n};\n`;
  const test = {
    'test/all.js': "const lib = require('../lib');\n\nit('parses', () => {\n  expect(lib.parseQuery('a')).toEqual(['a']);\n});\n",
  };
  const [finding] = await expectFindings(
    untestedChange,
    { ...test, 'lib/parse-query.js': script('') },
    { ...test, 'lib/parse-query.js': script('.concat(1)') },
    ['lib/parse-query.js:1 `module.exports` behaves differently now (`return split(text).concat(1);`); no test shows it.'],
  );
  assert.equal(finding?.confidence, 'medium');
});

describe('tests/untested-change leaves alone what no test of its own is written for', () => {
  const tests = { 'src/totals.test.ts': "import { total } from './totals';\n\nit('adds', () => {\n  expect(total([1])).toBe(1);\n});\n" };
  const finds = async (path: string, base: string, head: string, expected: readonly string[] = []): Promise<void> => {
    await expectFindings(untestedChange, { ...tests, [path]: base }, { ...tests, [path]: head }, expected);
  };

  it('styles that are computed', async () => {
    const styles = (margin: string): string =>
      [
        `export const Box = styled('div')(({ theme }) => ({ margin: theme.spacing(${margin}) }));`,
        `export const Field = styled(Input, { shouldForwardProp: (prop) => prop !== 'wide' })(({ wide }) => ({ margin: wide ? ${margin} : 0 }));`,
        `export const Row = styled.div.attrs({ role: 'row' })\`margin: \${({ wide }) => (wide ? ${margin} : 0)}px\`;`,
        `export const useStyles = makeStyles()((theme) => ({ root: { margin: theme.spacing(${margin}) } }));`,
        '',
      ].join('\n');
    await finds('src/box.ts', styles('2'), styles('3'));
  });

  it('what stands in for something in tests', async () => {
    const store = (name: string, add: string): string =>
      `export class ${name} implements IOrderStore {\n  add(order: Order): void {\n    ${add}\n  }\n}\n`;
    const [before, after] = ['this.orders.push(order);', 'if (order.isNew) this.orders.push(order);'];
    await finds('src/fake-order-store.ts', store('FakeOrderStore', before), store('FakeOrderStore', after));
    await finds('src/fake-orders.ts', store('FakeBook', before), store('FakeBook', after), [
      `src/fake-orders.ts:2 ${shows('FakeBook.add', '`if (order.isNew) this.orders.push(order);`')}`,
    ]);
  });

  it('steps of a schema', async () => {
    const step = (value: string): string => `export async function up(db: Db) {\n  return db.alter('orders', ${value});\n}\n`;
    await finds('src/migrations/20260817-orders.ts', step('columns(db)'), step('columns(db) + 1'));
    await finds('src/steps/orders.ts', step('columns(db)'), step('columns(db) + 1'), [
      `src/steps/orders.ts:1 ${shows('up', "`return db.alter('orders', columns(db) + 1);`")}`,
    ]);
  });
});

it('tests/untested-change takes a last argument of undefined for none', async () => {
  const hook = (given: string): string =>
    `export function useSaving(save: () => void) {\n  const timer = useRef<Timer${given};\n  return start(timer, save);\n}\n`;
  const test = { 'src/totals.test.ts': "import { total } from './totals';\n\nit('adds', () => {\n  expect(total([1])).toBe(1);\n});\n" };
  const base = { ...test, 'src/use-saving.ts': hook('>()') };
  await expectFindings(untestedChange, base, { ...test, 'src/use-saving.ts': hook(' | undefined>(undefined)') }, []);
  await expectFindings(untestedChange, base, { ...test, 'src/use-saving.ts': hook(' | undefined>(never)') }, [
    `src/use-saving.ts:1 ${shows('useSaving', '`timer = useRef<Timer | undefined>(never)`')}`,
  ]);
});

describe('tests/untested-change with tests that are no cases', () => {
  const rule = (...body: readonly string[]): string =>
    `export function unboundMethod(node) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;
  const table = (...rows: readonly string[]): string =>
    `import { unboundMethod } from '../src/unbound-method';\n\ntester.run('unbound', unboundMethod, {\n  valid: [${rows.join(', ')}],\n});\n`;
  const base = { 'src/unbound-method.js': rule('return visit(node);'), 'test/unbound-method.test.js': table("'a'") };
  const changed = rule('if (node.computed) return 1;', 'return visit(node);');
  const finds = [`src/unbound-method.js:1 ${shows('unboundMethod', '`if (node.computed) return 1;`')}`];

  it('takes a new row of a table for proof', async () => {
    await expectFindings(
      untestedChange,
      base,
      { 'src/unbound-method.js': changed, 'test/unbound-method.test.js': table("'a'", "'b'") },
      [],
    );
  });
  it('takes a new fixture for proof', async () => {
    await expectFindings(
      untestedChange,
      base,
      { ...base, 'src/unbound-method.js': changed, 'test/fixtures/unbound-method/input.json': '{}\n' },
      [],
    );
  });
  it('takes another import and a comment for none', async () => {
    await expectFindings(
      untestedChange,
      base,
      { 'src/unbound-method.js': changed, 'test/unbound-method.test.js': `import { a } from './a';\n// more to come\n${table("'a'")}` },
      finds,
    );
  });
  it('takes a fixture that is about no other function for proof', async () => {
    await expectFindings(
      untestedChange,
      base,
      { ...base, 'src/unbound-method.js': changed, 'test/fixtures/methods/input.json': '{}\n' },
      [],
    );
  });
  it('takes the fixture of another changed function for none', async () => {
    const other = 'export function noShadow(node) {\n  if (node.name) return 2;\n  return visit(node);\n}\n';
    await expectFindings(
      untestedChange,
      { ...base, 'src/no-shadow.js': other },
      {
        ...base,
        'src/unbound-method.js': changed,
        'src/no-shadow.js': other.replace('2', '3'),
        'test/fixtures/no-shadow/input.json': '{}\n',
      },
      finds,
    );
  });
});

it('tests/untested-change is less sure of null that is refused in function after function', async () => {
  const code = 'src/main/java/a/Cart.java';
  const methods = (guarded: number): string =>
    java(
      total,
      ...[1, 2, 3, 4].map(
        (each) => `int net${each}(Item a) { ${each <= guarded ? 'Objects.requireNonNull(a); ' : ''}return a.net(${each}); }`,
      ),
    );
  const confidences = async (guarded: number): Promise<readonly string[]> => {
    const result = await reviewExample(untestedChange, {
      base: { ...javaTest, [code]: methods(0) },
      head: { ...javaTest, [code]: methods(guarded) },
    });
    return newFindings(result).map(({ confidence }) => confidence);
  };
  assert.deepEqual(await confidences(2), ['medium', 'medium']);
  assert.deepEqual(await confidences(4), ['low', 'low', 'low', 'low']);
});

it('tests/untested-change lets what is not sure take nobody’s place', async () => {
  const code = 'src/main/java/a/Cart.java';
  const methods = (guard: string, rate: number): string =>
    java(
      total,
      ...Array.from({ length: 9 }, (_, at) => `int net${at}(Item a) { ${guard}return a.net(${at}); }`),
      `int gross(Item a) { return a.net(1) * ${rate}; }`,
    );
  const result = await reviewExample(untestedChange, {
    base: { ...javaTest, [code]: methods('', 2) },
    head: { ...javaTest, [code]: methods('Objects.requireNonNull(a); ', 3) },
  });
  const told = newFindings(result).map(({ confidence, message }) => `${confidence} ${message}`);
  assert.deepEqual(
    told.filter((each) => !each.startsWith('low')),
    ['medium `Cart.gross` behaves differently now (`return a.net(1) * 3;`); no test shows it.'],
  );
  assert.deepEqual(
    told.filter((each) => each.includes('more')),
    ['low No test shows what 2 more changed functions do: `Cart.net7` and `Cart.net8`.'],
  );
});

describe('tests/untested-change where most tests that may show it were not read', () => {
  const code = 'src/main/java/a/Cart.java';
  const methods = (rate: number): string =>
    java(`public int total(int tax) { return sum() * ${rate} + tax; }`, `public int net(int tax) { return sum() * ${rate} - tax; }`);
  const testOf = (name: string, call: string): Texts => ({
    [`src/test/java/a/${name}.java`]: `package a;\n\nclass ${name} {\n  @Test\n  void opens() {\n    assertTrue(new Cart().${call});\n  }\n}\n`,
  });
  const hundredAndThirty = (call: string): Texts =>
    Object.assign({}, ...Array.from({ length: 130 }, (_, at) => testOf(`Cart${at}Test`, `${call}(${at})`))) as Texts;
  const many = hundredAndThirty('isOpen');
  const found = async (tests: Texts): Promise<readonly string[]> => {
    const result = await reviewExample(untestedChange, { base: { ...tests, [code]: methods(2) }, head: { ...tests, [code]: methods(3) } });
    return newFindings(result).map(({ severity, message }) => `${severity} ${message}`);
  };
  const note = (names: string): string =>
    `note None of the 60 test files that were read shows what changes in ${names}; 70 more that may were not read.`;

  it('is one note', async () => {
    assert.deepEqual(await found(many), [note('`Cart.total` and `Cart.net`')]);
  });
  it('finds all of what has tests of its own name that were read', async () => {
    assert.deepEqual(await found({ ...many, ...testOf('CartTest', 'isOpen(1)') }), [
      `warning ${shows('Cart.total', '`return sum() * 3 + tax;`')}`,
      `warning ${shows('Cart.net', '`return sum() * 3 - tax;`')}`,
    ]);
  });
  it('takes no end of a file’s own name for the mark of a test', async () => {
    const script = (rate: number): Texts => ({
      'src/submit.js': `exports.total = (tax) => sum() * ${rate} + tax;\nexports.isOpen = () => true;\n`,
    });
    const opens =
      "const submit = require('../src/submit');\ntest('is open whatever the total', () => {\n  expect(submit.isOpen()).toBe(true);\n});\n";
    const others = Array.from({ length: 130 }, (_, at) => `page${at}`);
    const tests = Object.fromEntries(['submit', ...others].map((name) => [`test/${name}.test.js`, opens]));
    const result = await reviewExample(untestedChange, { base: { ...tests, ...script(2) }, head: { ...tests, ...script(3) } });
    assert.deepEqual(
      newFindings(result).map(({ severity, message }) => `${severity} ${message}`),
      [`warning ${shows('total', '`sum() * 3 + tax`')}`],
    );
  });
  it('finds what a test calls that was read', async () => {
    assert.deepEqual(await found(hundredAndThirty('total')), [
      `warning ${shows('Cart.total', '`return sum() * 3 + tax;`')}`,
      note('`Cart.net`'),
    ]);
  });
});
