import assert from 'node:assert/strict';
import { removedPublicSymbol } from '../../../../src/rules/compatibility/removed-public-symbol.ts';
import { applyFix, expectFindings, fileCases, found, newFindings, reviewExample, withFixes, type Texts } from '../rule-cases.ts';

const java = { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' };
const type = (heading: string, ...members: readonly string[]): string =>
  `package com.acme;\n\n${heading} {\n${members.map((each) => `  ${each}\n`).join('')}}\n`;
const gone = (kind: string, name: string, use = 'uses'): string =>
  `The public ${kind} \`${name}\` is gone: code that ${use} it neither compiles nor links.`;

describe('compatibility/removed-public-symbol in Java', () => {
  fileCases(
    removedPublicSymbol,
    'src/main/java/com/acme/Cart.java',
    [
      [
        'finds a removed constant of an enum',
        type('public enum Cart', 'OPEN, PAID, SENT'),
        type('public enum Cart', 'OPEN, SENT'),
        [`4 ${gone('enum constant', 'Cart.PAID')}`],
      ],
      [
        'finds a removed field',
        type('public class Cart', 'public static final int MAX = 9;', 'public int a;'),
        type('public class Cart', 'public int a;'),
        [`4 ${gone('field', 'Cart.MAX')}`],
      ],
      [
        'leaves accessors alone that Lombok makes now, and finds the one that it does not make',
        type('public class Cart', 'private int id;', 'public int getId() { return id; }', 'public int size() { return 1; }'),
        `package com.acme;\n\nimport lombok.Getter;\n\n@Getter\npublic class Cart {\n  private int id;\n}\n`,
        [`8 ${gone('method', 'Cart.size()', 'calls')}`],
      ],
      [
        'finds what Lombok made for a field once, where the field was, and what an annotation brought once, at the type',
        `package com.acme;\n\nimport lombok.*;\n\n@Getter @With @AllArgsConstructor\npublic class Cart {\n  private int id;\n  private String name;\n  private int size;\n}\n`,
        `package com.acme;\n\nimport lombok.*;\n\n@Getter @AllArgsConstructor\npublic class Cart {\n  private int id;\n  private int size;\n}\n`,
        [
          '6 The members `withId(int)` and `withSize(int)` of `Cart`, which Lombok made, are gone: code that calls them neither compiles nor links.',
          '8 The members `getName()` and `withName(String)` of `Cart`, which Lombok made for the field `name`, are gone: code that calls them neither compiles nor links.',
        ],
      ],
      [
        'finds a class that Lombok makes members of as one that is gone, and not its members too',
        `package com.acme;\n\nimport lombok.*;\n\n@Data\npublic class Cart {\n  private int id;\n  @Data\n  public static class Item {\n    private int a;\n  }\n}\n`,
        `package com.acme;\n\nimport lombok.*;\n\n@Data\npublic class Cart {\n  private int id;\n}\n`,
        [`8 ${gone('class', 'Cart.Item')}`],
      ],
      [
        'finds one overload that is removed',
        type('public class Cart', 'public void add(int a) { x(); }', 'public void add(String b) { y(); }'),
        type('public class Cart', 'public void add(int a) { x(); }'),
        [`5 ${gone('method', 'Cart.add(String)', 'calls')}`],
      ],
      [
        'finds a protected method that others may override',
        type('public class Cart', 'protected void saved() { x(); }', 'int a;'),
        type('public class Cart', 'int a;'),
        [`4 ${gone('method', 'Cart.saved()', 'calls').replace('public', 'protected')}`],
      ],
      [
        'finds a removed type once, not its members',
        type('public class Cart', 'int b;', 'public static class Item { public int a; public int b() { return 1; } }'),
        type('public class Cart', 'int b;'),
        [`5 ${gone('class', 'Cart.Item')}`],
      ],
      [
        'leaves an override that falls back to what it overrode alone',
        type('public class Cart extends Base', '@Override public void save() { x(); }', 'int a;'),
        type('public class Cart extends Base', 'int a;'),
        [],
      ],
      [
        'leaves a protected method of a final class alone',
        type('public final class Cart', 'protected void saved() { x(); }', 'int a;'),
        type('public final class Cart', 'int a;'),
        [],
      ],
      [
        'leaves members of a class of the package alone',
        type('class Cart', 'public void save() { x(); }', 'int a;'),
        type('class Cart', 'int a;'),
        [],
      ],
      [
        'leaves a constructor that the compiler adds again alone',
        type('public class Cart', 'public Cart() { x(); }', 'int a;'),
        type('public class Cart', 'int a;'),
        [],
      ],
      [
        'finds a constructor that another one displaces',
        type('public class Cart', 'public Cart() { x(); }', 'public Cart(int a) { y(); }'),
        type('public class Cart', 'public Cart(int a) { y(); }'),
        [`4 ${gone('constructor', 'Cart.Cart()', 'calls')}`],
      ],
      [
        'leaves what is marked as internal alone',
        type('@Internal\npublic class Cart', 'public void save() { x(); }', 'int a;'),
        type('@Internal\npublic class Cart', 'int a;'),
        [],
      ],
    ],
    java,
  );

  it('leaves a method that its new superclass has alone', async () => {
    const [cart, base] = ['src/main/java/com/acme/Cart.java', 'src/main/java/com/acme/Base.java'];
    await expectFindings(
      removedPublicSymbol,
      { ...java, [cart]: type('public class Cart', 'public int total(int tax) { return sum() + tax; }', 'int a;') },
      {
        ...java,
        [cart]: type('public class Cart extends Base', 'int a;'),
        [base]: type('public class Base', 'public int total(int tax) { return sum() + tax; }'),
      },
      [],
    );
  });
});

const ts = { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n' };

describe('compatibility/removed-public-symbol in Java, of what others can hardly use', () => {
  it('is less sure where a type of the signature is seen in its package alone', async () => {
    const path = 'src/main/java/com/acme/Cart.java';
    const kept = ['int a;', 'static class State { public int b; }', 'public static class Open { public int c; }'];
    const gone = [
      'public Cart.State state() { return x(); }',
      'public void load(Open b, State a) { y(); }',
      'public Open open() { return z(); }',
    ];
    const findings = await expectFindings(
      removedPublicSymbol,
      { ...java, [path]: type('public class Cart', ...kept, ...gone) },
      { ...java, [path]: type('public class Cart', ...kept) },
      [
        `${path}:7 The public method \`Cart.load(Open, State)\` is gone: code that calls it neither compiles nor links.`,
        `${path}:7 The public method \`Cart.open()\` is gone: code that calls it neither compiles nor links.`,
        `${path}:7 The public method \`Cart.state()\` is gone: code that calls it neither compiles nor links.`,
      ],
    );
    assert.deepEqual(
      findings.map(({ confidence }) => confidence),
      ['low', 'high', 'low'],
    );
  });
});

describe('compatibility/removed-public-symbol in TypeScript', () => {
  fileCases(
    removedPublicSymbol,
    'src/index.ts',
    [
      [
        'finds a class that is a function of the same name now',
        'export class Cart {\n  total() { return 1; }\n}\nexport const a = 1;\n',
        'export function Cart() {\n  return 1;\n}\nexport const a = 1;\n',
        ['1 The public class `Cart` is gone: code that uses it breaks.'],
      ],
      [
        'finds what a type lacks that is not exported but given to consumers',
        'interface Line {\n  price: number;\n  note: string;\n}\nexport declare function first(): Line;\n',
        'interface Line {\n  price: number;\n}\nexport declare function first(): Line;\n',
        ['3 The public field `Line.note` is gone: code that uses it breaks.'],
      ],
      [
        'finds it through other types too',
        'interface Line {\n  price: number;\n  note: string;\n}\ntype Lines = readonly Line[];\nexport class Cart {\n  lines: Lines = [];\n}\n',
        'interface Line {\n  price: number;\n}\ntype Lines = readonly Line[];\nexport class Cart {\n  lines: Lines = [];\n}\n',
        ['3 The public field `Line.note` is gone: code that uses it breaks.'],
      ],
      [
        'leaves a type alone that only private members mention',
        'interface Line {\n  price: number;\n  note: string;\n}\nexport class Cart {\n  private lines: Line[] = [];\n}\n',
        'interface Line {\n  price: number;\n}\nexport class Cart {\n  private lines: Line[] = [];\n}\n',
        [],
      ],
      [
        'leaves the name of a type alone that nobody can name',
        'interface Line {\n  price: number;\n}\nexport declare function first(): Line;\n',
        'interface Row {\n  price: number;\n}\nexport declare function first(): Row;\n',
        [],
      ],
      [
        'finds a removed class once',
        'export class Cart {\n  total() { return 1; }\n}\nexport const a = 1;\n',
        'export const a = 1;\n',
        ['1 The public class `Cart` is gone: code that uses it breaks.'],
      ],
      [
        'leaves a member alone that the type it stands for now has',
        'export interface Options {\n  tax: number;\n}\n',
        'export type Options = Taxed<number>;\nexport interface Taxed<Unit> {\n  tax: Unit;\n}\n',
        [],
      ],
      [
        'finds a member that the type it stands for now has not',
        'export interface Options {\n  tax: number;\n}\n',
        'export type Options = Named;\nexport interface Named {\n  name: string;\n}\n',
        ['1 The public field `Options.tax` is gone: code that uses it breaks.'],
      ],
      [
        'finds a removed property of an interface',
        'export interface Options {\n  tax: number;\n  name: string;\n}\n',
        'export interface Options {\n  name: string;\n}\n',
        ['2 The public field `Options.tax` is gone: code that uses it breaks.'],
      ],
      [
        'finds a removed method',
        'export class Cart {\n  a() { return 1; }\n  total() { return this.items.length; }\n}\n',
        'export class Cart {\n  a() { return 1; }\n}\n',
        ['3 The public method `Cart.total` is gone: code that calls it breaks.'],
      ],
      [
        'leaves a private method alone',
        'export class Cart {\n  a() { return 1; }\n  private total() { return this.items.length; }\n}\n',
        'export class Cart {\n  a() { return 1; }\n}\n',
        [],
      ],
      [
        'leaves a function that became a constant alone',
        'export function total(a: number) {\n  return a;\n}\n',
        'export const total = (a: number) => a;\n',
        [],
      ],
      [
        'leaves a constructor that the language adds again alone',
        'export class Cart {\n  constructor() { this.items = []; }\n}\n',
        'export class Cart {\n  items = [];\n}\n',
        [],
      ],
      [
        'leaves what is marked as internal alone',
        '/** @internal */\nexport function total() {\n  return sum();\n}\nexport const a = 1;\n',
        'export const a = 1;\n',
        [],
      ],
    ],
    ts,
  );

  it('leaves the members of a class that moved with it alone', async () => {
    const cart = 'export class Cart {\n  total(items: number[]) { return items.reduce((sum, item) => sum + item, 0); }\n}\n';
    await expectFindings(
      removedPublicSymbol,
      { ...ts, 'src/index.ts': "export * from './a';\n", 'src/a.ts': cart },
      { ...ts, 'src/index.ts': "export * from './b';\n", 'src/b.ts': cart },
      [],
    );
  });

  it('is less sure of what only subclasses can use', async () => {
    const [finding] = await expectFindings(
      removedPublicSymbol,
      { ...ts, 'src/index.ts': 'export class Cart {\n  a = 1;\n  protected total() { return sum(); }\n}\n' },
      { ...ts, 'src/index.ts': 'export class Cart {\n  a = 1;\n}\n' },
      ['src/index.ts:3 The protected method `Cart.total` is gone: code that calls it breaks.'],
    );
    assert.equal(finding?.confidence, 'low');
  });

  it('keeps a renamed function under its old name', async () => {
    const head = {
      ...ts,
      'src/index.ts': 'export function total(items: number[]): number {\n  return items.reduce((sum, item) => sum + item, 0);\n}\n',
    };
    const findings = await expectFindings(
      removedPublicSymbol,
      {
        ...ts,
        'src/index.ts': 'export function sum(items: number[]): number {\n  return items.reduce((sum, item) => sum + item, 0);\n}\n',
      },
      head,
      ['src/index.ts:1 The public function `sum` was renamed to `total`: code that calls it breaks.'],
    );
    assert.deepEqual(withFixes(head, findings), {
      ...ts,
      'src/index.ts': `${head['src/index.ts'].trimEnd()}\n\n/** @deprecated since 1.2.0, to be removed after 2027-02-10, use {@link total} instead. */\nexport function sum(items: number[]): number {\n  return total(items);\n}\n`,
    });
  });
});

const js = { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "main": "./index.js" }\n' };

describe('compatibility/removed-public-symbol in JavaScript', () => {
  fileCases(
    removedPublicSymbol,
    'index.js',
    [
      [
        'finds a removed export of CommonJS',
        'exports.total = function (items) {\n  return items.length;\n};\nexports.clear = function () {\n  items.pop();\n};\n',
        'exports.total = function (items) {\n  return items.length;\n};\n',
        ['4 The public function `clear` is gone: code that calls it fails when it runs, as it is `undefined`.'],
      ],
      [
        'finds a removed method of a prototype',
        'module.exports = Cart;\nfunction Cart() {}\nCart.prototype.total = function () { return 1; };\nCart.prototype.clear = function () { items.pop(); };\n',
        'module.exports = Cart;\nfunction Cart() {}\nCart.prototype.total = function () { return 1; };\n',
        ['4 The public method `Cart.clear` is gone: code that calls it fails when it runs, as it is `undefined`.'],
      ],
      [
        'finds a removed static method',
        'export class Cart {\n  static of() { return new Cart(); }\n  total() { return 1; }\n}\n',
        'export class Cart {\n  total() { return 1; }\n}\n',
        ['2 The public method `Cart.of` is gone: code that calls it fails when it runs, as it is `undefined`.'],
      ],
      [
        'leaves a private helper alone',
        'module.exports = total;\nfunction total() { return one(); }\nfunction one() { return 1; }\n',
        'module.exports = total;\nfunction total() { return 1; }\n',
        [],
      ],
      [
        'leaves a private field alone',
        'export class Cart {\n  #items = [];\n  total() { return 1; }\n}\n',
        'export class Cart {\n  total() { return 1; }\n}\n',
        [],
      ],
      [
        'leaves a new function alone',
        'exports.a = function () { return 1; };\n',
        'exports.a = function () { return 1; };\nexports.b = function () { return 2; };\n',
        [],
      ],
    ],
    js,
  );
});

describe('compatibility/removed-public-symbol where supertypes do not change', () => {
  const folder = 'src/main/java/com/acme';
  const cart = (members: string): string =>
    `package com.acme;\n\nimport com.acme.base.Taxed;\n\npublic class Cart extends Taxed<Long> {\n${members}}\n`;
  const around = {
    [`${folder}/base/Taxed.java`]:
      'package com.acme.base;\n\npublic class Taxed<T> extends Named {\n  public T tax() {\n    return null;\n  }\n}\n',
    [`${folder}/base/Named.java`]: 'package com.acme.base;\n\npublic class Named {\n  public String name() {\n    return "";\n  }\n}\n',
    'other/src/main/java/org/other/Named.java':
      'package org.other;\n\npublic class Named {\n  public int size() {\n    return 1;\n  }\n}\n',
  };
  fileCases(
    removedPublicSymbol,
    `${folder}/Cart.java`,
    [
      [
        'leaves alone what is inherited from one and from one above it',
        cart('  public Long tax() {\n    return 1L;\n  }\n  public String name() {\n    return "a";\n  }\n'),
        cart(''),
        [],
      ],
      [
        'finds what only another type of that name has',
        cart('  public int size() {\n    return 1;\n  }\n'),
        cart(''),
        ['6 The public method `Cart.size()` is gone: code that calls it neither compiles nor links.'],
      ],
    ],
    around,
  );

  const script = (members: string): string => `import { Base } from './base/index.js';\n\nexport class Cart extends Base {\n${members}}\n`;
  fileCases(
    removedPublicSymbol,
    'src/index.ts',
    [
      ['leaves alone what is inherited through a module that hands it on', script('  tax() {\n    return 2;\n  }\n'), script(''), []],
      [
        'finds what is not inherited',
        script('  size() {\n    return 2;\n  }\n'),
        script(''),
        ['4 The public method `Cart.size` is gone: code that calls it breaks.'],
      ],
    ],
    {
      'package.json': '{ "name": "acme", "exports": "./src/index.ts" }',
      'src/base/index.ts': "export * from './base.ts';\n",
      'src/base/base.ts': 'export class Base {\n  tax() {\n    return 1;\n  }\n}\n',
    },
  );
});

describe('compatibility/removed-public-symbol brings back what is gone', () => {
  async function restored(path: string, base: string, head: string, around: Texts = {}): Promise<string | undefined> {
    const [finding] = newFindings(
      await reviewExample(removedPublicSymbol, { base: { ...around, [path]: base }, head: { ...around, [path]: head } }),
    );
    const [fix] = finding?.fixes ?? [];
    if (!fix) return undefined;
    assert.equal(fix.safety, 'unsafe');
    const after = applyFix({ ...around, [path]: head }, fix);
    assert.deepEqual(found(await reviewExample(removedPublicSymbol, { base: { ...around, [path]: base }, head: after })), []);
    return after[path];
  }
  const java = 'src/main/java/com/acme/Cart.java';
  const cart = (members: string): string => `package com.acme;\n\npublic class Cart {\n${members}}\n`;
  const size = '  public int size() {\n    return 1;\n  }\n';

  it('in Java, with its documentation', async () => {
    assert.equal(
      await restored(java, cart(`${size}\n  /** The tax. */\n  public int tax(int rate) {\n    return rate;\n  }\n`), cart(size)),
      cart(
        `${size}\n  /**\n   * The tax.\n   * @deprecated to be removed after 2027-02-10\n   */\n  @Deprecated\n  public int tax(int rate) {\n    return rate;\n  }\n`,
      ),
    );
  });

  it('in Java, where it was deprecated before', async () => {
    const tax = '  /** @deprecated use size */\n  @Deprecated\n  public int tax() {\n    return 1;\n  }\n';
    assert.equal(await restored(java, cart(`${tax}${size}`), cart(size)), cart(`${size}\n${tax}`));
  });

  it('not where its type is gone, or nothing is left of it', async () => {
    assert.equal(await restored(java, cart(size), 'package com.acme;\n\nclass Other {}\n'), undefined);
    assert.equal(await restored(java, cart('  public int a = 1, b = 2;\n'), cart(size)), undefined);
  });

  it('in TypeScript, at the end of its module and of its class', async () => {
    const around = { 'package.json': '{ "name": "acme", "exports": "./src/index.ts" }' };
    const one = 'export const one = 1;\n';
    assert.equal(
      await restored('src/index.ts', `export function tax(rate: number): number {\n  return rate;\n}\n${one}`, one, around),
      `${one}\n/** @deprecated to be removed after 2027-02-10 */\nexport function tax(rate: number): number {\n  return rate;\n}\n`,
    );
    const type = (members: string): string => `export class Cart {\n  size = 1;\n${members}}\n`;
    assert.equal(
      await restored('src/index.ts', type('\n  /**\n   * The tax.\n   */\n  tax(): number {\n    return 1;\n  }\n'), type(''), around),
      type('\n  /**\n   * The tax.\n   * @deprecated to be removed after 2027-02-10\n   */\n  tax(): number {\n    return 1;\n  }\n'),
    );
  });
});

describe('compatibility/removed-public-symbol keeps the old name of what has a new one', () => {
  const around = { 'package.json': '{ "name": "acme", "exports": "./src/index.ts" }' };
  const path = 'src/index.ts';

  for (const [kind, text] of [
    ['class', 'export class NAME<T> {\n  items: T[] = [];\n  add(item: T): void {\n    this.items.push(item);\n  }\n}\n'],
    ['interface', 'export interface NAME<T = string> {\n  items: T[];\n  size: number;\n}\n'],
    ['constant', 'export const NAME = (items: number[]): number => items.reduce((x, y) => x + y, 0);\n'],
    [
      'function with a type parameter',
      'export async function NAME<T>(id: string, ...rest: T[]): Promise<T | undefined> {\n  const found = rest[0];\n  return id ? found : undefined;\n}\n',
    ],
  ] as const)
    it(`of a ${kind}`, async () => {
      const [before, after] = ['Cart', 'Basket'].map((name) => text.replace('NAME', name)) as [string, string];
      const [finding] = newFindings(
        await reviewExample(removedPublicSymbol, { base: { ...around, [path]: before }, head: { ...around, [path]: after } }),
      );
      const [fix] = finding?.fixes ?? [];
      assert.ok(fix);
      const applied = applyFix({ ...around, [path]: after }, fix);
      assert.equal(
        applied[path],
        `${after}\nexport { /** @deprecated to be removed after 2027-02-10, use {@link Basket} instead. */ Basket as Cart };\n`,
      );
      assert.deepEqual(found(await reviewExample(removedPublicSymbol, { base: { ...around, [path]: before }, head: applied })), []);
    });

  it('not where it went to another module', async () => {
    const head = {
      ...around,
      'src/index.ts': 'export const one = 1;\n',
      'src/basket.ts': 'export class Basket {\n  items: number[] = [];\n}\n',
    };
    const base = { ...around, 'src/index.ts': 'export const one = 1;\nexport class Cart {\n  items: number[] = [];\n}\n' };
    const fixes = newFindings(await reviewExample(removedPublicSymbol, { base, head })).flatMap((each) => each.fixes);
    assert.deepEqual(
      fixes.filter(({ title }) => title.startsWith('Keep')),
      [],
    );
  });
});
