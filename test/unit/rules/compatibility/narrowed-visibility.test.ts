import assert from 'node:assert/strict';
import { narrowedVisibility } from '../../../../src/rules/compatibility/narrowed-visibility.ts';
import { applyFix, expectFindings, fileCases } from '../rule-cases.ts';

const java = { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' };
const type = (heading: string, ...members: readonly string[]): string =>
  `package com.acme;\n\n${heading} {\n${members.map((each) => `  ${each}\n`).join('')}}\n`;
const narrowed = (kind: string, name: string, now: string): string =>
  `The public ${kind} \`${name}\` is only ${now} now: code outside that uses it breaks.`;

describe('compatibility/narrowed-visibility in Java', () => {
  fileCases(
    narrowedVisibility,
    'src/main/java/com/acme/Cart.java',
    [
      [
        'finds a method that is protected now',
        type('public class Cart', 'public void save() { x(); }'),
        type('public class Cart', 'protected void save() { x(); }'),
        [`4 ${narrowed('method', 'Cart.save()', 'protected')}`],
      ],
      [
        'finds a class that is visible in its package only, once',
        type('public class Cart', 'public void save() { x(); }'),
        type('class Cart', 'public void save() { x(); }'),
        [`3 ${narrowed('class', 'Cart', 'visible in its package')}`],
      ],
      [
        'finds a constructor that is private now',
        type('public class Cart', 'public Cart() { x(); }'),
        type('public class Cart', 'private Cart() { x(); }'),
        [`4 ${narrowed('constructor', 'Cart.Cart()', 'private')}`],
      ],
      [
        'leaves a public method that a supertype has now alone, beside which one with more parameters is protected',
        type('interface Sink', 'void accept(String order);') +
          type('public class Cart implements Sink', '@Override', 'public void accept(String order) { x(order); }'),
        type('interface Sink', 'void accept(String order);') +
          type('abstract class Base implements Sink', '@Override', 'public final void accept(String order) { accept(order, 1); }') +
          type('public class Cart extends Base', '@Override', 'protected void accept(String order, int count) { x(order); }'),
        [],
      ],
      [
        'leaves a private method alone',
        type('public class Cart', 'void save() { x(); }'),
        type('public class Cart', 'private void save() { x(); }'),
        [],
      ],
      [
        'leaves a method of a class of the package alone',
        type('class Cart', 'public void save() { x(); }'),
        type('class Cart', 'void save() { x(); }'),
        [],
      ],
      [
        'leaves a widened method alone',
        type('public class Cart', 'protected void save() { x(); }'),
        type('public class Cart', 'public void save() { x(); }'),
        [],
      ],
    ],
    java,
  );
});

const ts = { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n' };

describe('compatibility/narrowed-visibility in TypeScript', () => {
  fileCases(
    narrowedVisibility,
    'src/index.ts',
    [
      [
        'finds a method that is private now',
        'export class Cart {\n  total() { return 1; }\n}\n',
        'export class Cart {\n  private total() { return 1; }\n}\n',
        [`2 ${narrowed('method', 'Cart.total', 'private')}`],
      ],
      [
        'finds a property that is protected now',
        'export class Cart {\n  items = 1;\n}\n',
        'export class Cart {\n  protected items = 1;\n}\n',
        [`2 ${narrowed('field', 'Cart.items', 'protected')}`],
      ],
      [
        'finds a type that is no longer exported',
        'export type Tax = number;\nexport const a = 1;\n',
        'type Tax = number;\nexport const a = 1;\n',
        ['1 The public type alias `Tax` is no longer exported: code outside that uses it breaks.'],
      ],
      [
        'leaves a function exported at the end alone',
        'export function total() {\n  return 1;\n}\n',
        'function total() {\n  return 1;\n}\nexport { total };\n',
        [],
      ],
      [
        'leaves a mark as internal alone',
        'export function total() {\n  return 1;\n}\n',
        '/** @internal */\nexport function total() {\n  return 1;\n}\n',
        [],
      ],
      [
        'leaves a protected method that is public now alone',
        'export class Cart {\n  protected total() { return 1; }\n}\n',
        'export class Cart {\n  total() { return 1; }\n}\n',
        [],
      ],
    ],
    ts,
  );
});

const js = { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.js" }\n' };
const library = { 'src/a.js': 'export const a = 1;\n', 'src/b.js': 'export const b = 1;\n' };

describe('compatibility/narrowed-visibility in JavaScript', () => {
  fileCases(
    narrowedVisibility,
    'src/index.js',
    [
      [
        'finds a name that the entry point hands on no more',
        "export { a } from './a.js';\nexport { b } from './b.js';\n",
        "export { a } from './a.js';\n",
        ['2 `b` is no longer exported: code outside that uses it breaks.'],
      ],
      [
        'finds a function that is no longer exported',
        'export function total() {\n  return tax();\n}\nexport function tax() {\n  return 1;\n}\n',
        'export function total() {\n  return tax();\n}\nfunction tax() {\n  return 1;\n}\n',
        ['4 The public function `tax` is no longer exported: code outside that uses it breaks.'],
      ],
      [
        'finds a module whose names are handed on no more',
        "export * from './a.js';\nexport * from './b.js';\n",
        "export * from './a.js';\n",
        ['2 What `./b.js` exports is no longer exported: code outside that uses it breaks.'],
      ],
      [
        'leaves names exported in another order alone',
        "export { a } from './a.js';\nexport { b } from './b.js';\n",
        "export { b } from './b.js';\nexport { a } from './a.js';\n",
        [],
      ],
      ['leaves a name declared in place alone', "export { b } from './b.js';\n", 'export const b = 2;\n', []],
      ['leaves a name that all of its module now brings alone', "export { b } from './b.js';\n", "export * from './b.js';\n", []],
    ],
    { ...js, ...library },
  );

  it('says nothing where the entry point is built and cannot be found', async () => {
    const manifest = (main: string): string => `{ "name": "acme", "main": "${main}" }`;
    const total = { 'lib/total.js': 'export function total() {\n  return 1;\n}\n' };
    const changed = { 'lib/total.js': 'export function total() {\n  return 2;\n}\n' };
    await expectFindings(
      narrowedVisibility,
      { 'package.json': manifest('./lib/total.js'), ...total },
      { 'package.json': manifest('./bundle.js'), ...changed },
      [],
    );
  });

  it('leaves what is gone to the rule on what is gone', async () => {
    await expectFindings(
      narrowedVisibility,
      { ...js, ...library, 'src/index.js': "export { a } from './a.js';\nexport { b } from './b.js';\n" },
      { ...js, 'src/a.js': library['src/a.js'], 'src/index.js': "export { a } from './a.js';\n" },
      [],
    );
  });

  it('finds what neither its module nor the entry point exports any more once', async () => {
    const total = 'function roundTotal(a) {\n  return Math.round(a);\n}\nexport const total = (a) => roundTotal(a);\n';
    await expectFindings(
      narrowedVisibility,
      { ...js, 'src/total.js': `export ${total}`, 'src/index.js': "export { roundTotal, total } from './total.js';\n" },
      { ...js, 'src/total.js': total, 'src/index.js': "export { total } from './total.js';\n" },
      ['src/total.js:1 The public function `roundTotal` is no longer exported: code outside that uses it breaks.'],
    );
  });
});

describe('compatibility/narrowed-visibility where an export has another name', () => {
  const manifest = { 'package.json': '{ "name": "acme-cart", "exports": "./src/index.ts" }\n' };
  for (const around of [manifest, {}])
    fileCases(
      narrowedVisibility,
      'src/index.ts',
      [
        [
          `finds a default that is a name now${around === manifest ? ' of a package' : ''}`,
          'export default function total(): number {\n  return 1;\n}\n',
          'export function total(): number {\n  return 1;\n}\n',
          ['1 `total` is exported as `total` instead of as the default: code outside that imports it so breaks.'],
        ],
        [
          'finds another name',
          'class Cart {}\nexport { Cart as Basket };\n',
          'class Cart {}\nexport { Cart as Trolley };\n',
          ['2 `Cart` is exported as `Trolley` instead of as `Basket`: code outside that imports it so breaks.'],
        ],
        [
          'finds a class of which only the type is left',
          'class Cart {}\nexport { Cart };\n',
          'class Cart {}\nexport type { Cart };\n',
          ['2 `Cart` is exported as a type alone: code outside that uses it as a value breaks.'],
        ],
        [
          'leaves a type that says that it is one alone',
          'interface Cart {\n  size: number;\n}\nexport { Cart };\n',
          'interface Cart {\n  size: number;\n}\nexport type { Cart };\n',
          [],
        ],
        [
          'leaves one more name alone',
          'class Cart {}\nexport { Cart };\n',
          'class Cart {}\nexport { Cart, Cart as Basket };\nexport default Cart;\n',
          [],
        ],
        [
          'leaves a default that is written in another way alone',
          'export default function total(): number {\n  return 1;\n}\n',
          'function total(): number {\n  return 1;\n}\nexport { total as default };\n',
          [],
        ],
      ],
      around,
    );
  it('keeps the old name beside the new one', async () => {
    const path = 'src/index.ts';
    const base = { ...manifest, [path]: 'export default function total(): number {\n  return 1;\n}\n' };
    const head = { ...manifest, [path]: 'export function total(): number {\n  return 1;\n}\n' };
    const [fix] =
      (
        await expectFindings(narrowedVisibility, base, head, [
          'src/index.ts:1 `total` is exported as `total` instead of as the default: code outside that imports it so breaks.',
        ])
      )[0]?.fixes ?? [];
    assert.ok(fix);
    const after = applyFix(head, fix);
    assert.equal(after[path], 'export function total(): number {\n  return 1;\n}\nexport { total as default };\n');
    await expectFindings(narrowedVisibility, base, after, []);
  });
});

describe('compatibility/narrowed-visibility where all of a file was handed on', () => {
  const entry = { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.js" }\n' };
  const file = (size: number): string => `export const a = ${size};\nexport function b() {\n  return 1;\n}\n`;
  const base = { ...entry, 'src/index.js': "export * from './a.js';\n", 'src/a.js': file(1) };
  it('leaves all of its names alone one by one', () =>
    expectFindings(narrowedVisibility, base, { ...base, 'src/index.js': "export { a, b } from './a.js';\n", 'src/a.js': file(2) }, []));
  it('leaves them alone where the file itself did not change', async () => {
    const types = { ...entry, 'src/t.d.ts': 'export type T = string;\n' };
    await expectFindings(
      narrowedVisibility,
      { ...types, 'src/index.ts': "export type * from './t';\n" },
      { ...types, 'src/index.ts': "export type { T } from './t';\n" },
      [],
    );
    const deep = { ...base, 'src/index.js': "export * from './all.js';\n", 'src/all.js': "export * from './a.js';\nexport default 1;\n" };
    const listed = (names: string) => ({ ...deep, 'src/index.js': `export { ${names} } from './all.js';\n` });
    await expectFindings(narrowedVisibility, deep, listed('a, b'), []);
    await expectFindings(narrowedVisibility, deep, listed('a'), [
      'src/index.js:1 What `./all.js` exports is no longer exported: code outside that uses it breaks.',
    ]);
  });
  it('finds that one of them is missing', () =>
    expectFindings(narrowedVisibility, base, { ...base, 'src/index.js': "export { a } from './a.js';\n", 'src/a.js': file(2) }, [
      'src/index.js:1 What `./a.js` exports is no longer exported: code outside that uses it breaks.',
    ]));
  it('leaves a name alone that is imported and handed on with all others now, but not a default', async () => {
    const imported = (list: string): string => `import { a, b } from './a.js';\n${list}\n`;
    const all = { ...base, 'src/index.js': "export * from './a.js';\n" };
    await expectFindings(narrowedVisibility, { ...base, 'src/index.js': imported('export { a, b };') }, all, []);
    await expectFindings(
      narrowedVisibility,
      { ...base, 'src/index.js': imported('export { a, b };') },
      { ...base, 'src/index.js': imported('export { a };') },
      ['src/index.js:2 `b` is no longer exported: code outside that uses it breaks.'],
    );
    await expectFindings(narrowedVisibility, { ...base, 'src/index.js': imported('export { a, b as default };') }, all, [
      'src/index.js:1 `b` is no longer exported: code outside that uses it breaks.',
    ]);
  });
});

describe('compatibility/narrowed-visibility where the text cannot be read', () => {
  const whole = "import { Base } from 'base';\nexport class A extends Base {\n  sum(): number {\n    return this.count('a');\n  }\n}\n";
  const entry = { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/a.ts" }\n' };
  for (const [name, text] of [
    ['cut off', whole.slice(0, 90)],
    ['with marks of a conflict', whole.replace('  sum', '<<<<<<< HEAD\n  sum').replace('\n}\n', '\n=======\n>>>>>>> other\n}\n')],
  ] as const)
    it(`says nothing of a module that is ${name}`, () =>
      expectFindings(narrowedVisibility, { ...entry, 'src/a.ts': whole }, { ...entry, 'src/a.ts': text }, []));
});
