import type { Example } from '../rule.ts';

const cart = (...members: readonly string[]): string =>
  `package com.acme;\n\npublic class Cart {\n${members.map((each) => `  ${each}\n`).join('')}}\n`;
const manifest = '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n';
const javaBuild = '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n';

/** What removed-public-symbol finds and what not. */
export const removedPublicSymbolExamples: readonly Example[] = [
  {
    name: 'a public method is removed',
    base: {
      'pom.xml': javaBuild,
      'src/main/java/com/acme/Cart.java': cart('public int total() { return 0; }', 'public void clear() { items.clear(); }'),
    },
    head: { 'pom.xml': javaBuild, 'src/main/java/com/acme/Cart.java': cart('public int total() { return 0; }') },
    finds: ['src/main/java/com/acme/Cart.java:5 The public method `Cart.clear()` is gone: code that calls it neither compiles nor links.'],
  },
  {
    name: 'a public method is renamed',
    base: {
      'pom.xml': javaBuild,
      'src/main/java/com/acme/Cart.java': cart('public int sum(int tax) { return prices().total() + tax * rate(); }'),
    },
    head: {
      'pom.xml': javaBuild,
      'src/main/java/com/acme/Cart.java': cart('public int total(int tax) { return prices().total() + tax * rate(); }'),
    },
    finds: [
      'src/main/java/com/acme/Cart.java:4 The public method `Cart.sum(int)` was renamed to `total`: code that calls it neither compiles nor links.',
    ],
    fixed: {
      'pom.xml': javaBuild,
      'src/main/java/com/acme/Cart.java': cart(
        'public int total(int tax) { return prices().total() + tax * rate(); }',
        '',
        '/** @deprecated since 1.2.0, to be removed after 2027-02-10, use {@link #total(int)} */',
        '@Deprecated',
        'public int sum(int tax) {',
        '  return total(tax);',
        '}',
      ).replace(/\n {2}\n/, '\n\n'),
    },
  },
  {
    name: 'a private method is removed',
    base: {
      'pom.xml': javaBuild,
      'src/main/java/com/acme/Cart.java': cart('public int total() { return 0; }', 'private void clear() { items.clear(); }'),
    },
    head: { 'pom.xml': javaBuild, 'src/main/java/com/acme/Cart.java': cart('public int total() { return 0; }') },
    finds: [],
  },
  {
    name: 'an exported function is removed',
    base: {
      'package.json': manifest,
      'src/index.ts': 'export function total(): number {\n  return 0;\n}\n\nexport function clear(): void {\n  items.clear();\n}\n',
    },
    head: { 'package.json': manifest, 'src/index.ts': 'export function total(): number {\n  return 0;\n}\n' },
    finds: ['src/index.ts:3 The public function `clear` is gone: code that calls it breaks.'],
  },
  {
    name: 'a function moves and is exported again under its name',
    base: {
      'package.json': manifest,
      'src/index.ts': 'export function total(items: number[]): number {\n  return items.reduce((sum, item) => sum + item, 0);\n}\n',
    },
    head: {
      'package.json': manifest,
      'src/index.ts': "export { total } from './total.ts';\n",
      'src/total.ts': 'export function total(items: number[]): number {\n  return items.reduce((sum, item) => sum + item, 0);\n}\n',
    },
    finds: [],
  },
  {
    name: 'an exported function is removed in JavaScript',
    base: {
      'package.json': manifest.replace('index.ts', 'index.js'),
      'src/index.js': 'export function total() {\n  return 0;\n}\n\nexport const clear = () => items.clear();\n',
    },
    head: { 'package.json': manifest.replace('index.ts', 'index.js'), 'src/index.js': 'export function total() {\n  return 0;\n}\n' },
    finds: ['src/index.js:4 The public function `clear` is gone: code that calls it fails when it runs, as it is `undefined`.'],
  },
  {
    name: 'a function that is not exported is removed',
    base: {
      'package.json': manifest.replace('index.ts', 'index.js'),
      'src/index.js': 'export function total() {\n  return zero();\n}\n\nfunction zero() {\n  return 0;\n}\n',
    },
    head: { 'package.json': manifest.replace('index.ts', 'index.js'), 'src/index.js': 'export function total() {\n  return 0;\n}\n' },
    finds: [],
  },
];
