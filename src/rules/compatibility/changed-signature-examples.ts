import type { Example } from '../rule.ts';

const build = { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' };
const cart = (...members: readonly string[]): string =>
  `package com.acme;\n\npublic class Cart {\n${members.map((each) => (each === '' ? '\n' : `  ${each}\n`)).join('')}}\n`;
const ts = { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n' };
const js = { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.js" }\n' };

/** What changed-signature finds and what not. */
export const changedSignatureExamples: readonly Example[] = [
  {
    name: 'a parameter is dropped',
    base: { ...build, 'src/main/java/com/acme/Cart.java': cart('public int total(int tax, boolean round) { return sum(tax); }') },
    head: { ...build, 'src/main/java/com/acme/Cart.java': cart('public int total(int tax) { return sum(tax); }') },
    finds: [
      'src/main/java/com/acme/Cart.java:4 The public method `Cart.total(int, boolean)` no longer takes `round`: callers neither compile nor link until they are changed.',
    ],
    fixed: {
      ...build,
      'src/main/java/com/acme/Cart.java': cart(
        'public int total(int tax) { return sum(tax); }',
        '',
        '/** @deprecated since 1.2.0, to be removed after 2027-02-10, use {@link #total(int)} */',
        '@Deprecated',
        'public int total(int tax, boolean round) {',
        '  return total(tax);',
        '}',
      ),
    },
  },
  {
    name: 'an overload is added beside the old form',
    base: { ...build, 'src/main/java/com/acme/Cart.java': cart('public int total() { return sum(0); }') },
    head: {
      ...build,
      'src/main/java/com/acme/Cart.java': cart('public int total() { return total(0); }', 'public int total(int tax) { return sum(tax); }'),
    },
    finds: [],
  },
  {
    name: 'the return type changes',
    base: { ...build, 'src/main/java/com/acme/Cart.java': cart('public int total() { return sum(); }') },
    head: { ...build, 'src/main/java/com/acme/Cart.java': cart('public long total() { return sum(); }') },
    finds: [
      'src/main/java/com/acme/Cart.java:4 The public method `Cart.total()` returns `long` instead of `int`: compiled callers fail to link (`NoSuchMethodError`).',
    ],
  },
  {
    name: 'a required parameter is added',
    base: { ...ts, 'src/index.ts': 'export function total(items: number[]): number {\n  return sum(items);\n}\n' },
    head: { ...ts, 'src/index.ts': 'export function total(items: number[], tax: number): number {\n  return sum(items) + tax;\n}\n' },
    finds: ['src/index.ts:1 The public function `total` needs `tax` now: callers no longer compile.'],
  },
  {
    name: 'an optional parameter is added and a type becomes wider',
    base: { ...ts, 'src/index.ts': 'export function total(items: number[], by: "net"): number {\n  return sum(items);\n}\n' },
    head: {
      ...ts,
      'src/index.ts': 'export function total(items: number[], by: "net" | "gross", tax = 0): number {\n  return sum(items) + tax;\n}\n',
    },
    finds: [],
  },
  {
    name: 'the parameters change places',
    base: { ...js, 'src/index.js': 'export function total(items, tax) {\n  return sum(items) + tax;\n}\n' },
    head: { ...js, 'src/index.js': 'export function total(tax, items) {\n  return sum(items) + tax;\n}\n' },
    finds: ['src/index.js:1 The public function `total` takes its parameters in another order: callers hand over the wrong values.'],
  },
  {
    name: 'a parameter has a new name only',
    base: { ...js, 'src/index.js': 'export function total(items, t) {\n  return sum(items) + t;\n}\n' },
    head: { ...js, 'src/index.js': 'export function total(items, tax) {\n  return sum(items) + tax;\n}\n' },
    finds: [],
  },
];
