import type { Example } from '../rule.ts';

const build = { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' };
const cart = (member: string): Record<string, string> => ({
  ...build,
  'src/main/java/com/acme/Cart.java': `package com.acme;\n\npublic class Cart {\n  ${member}\n}\n`,
});
const ts = { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.ts" }\n' };
const js = { 'package.json': '{ "name": "acme-cart", "version": "1.2.0", "exports": "./src/index.js" }\n' };

/** What narrowed-visibility finds and what not. */
export const narrowedVisibilityExamples: readonly Example[] = [
  {
    name: 'a public method becomes visible in its package only',
    base: cart('public int total() { return 0; }'),
    head: cart('int total() { return 0; }'),
    finds: [
      'src/main/java/com/acme/Cart.java:4 The public method `Cart.total()` is only visible in its package now: code outside that uses it breaks.',
    ],
    fixed: cart('public int total() { return 0; }'),
  },
  {
    name: 'a method becomes more visible',
    base: cart('int total() { return 0; }'),
    head: cart('public int total() { return 0; }'),
    finds: [],
  },
  {
    name: 'a function is no longer exported',
    base: {
      ...ts,
      'src/index.ts': 'export function total(): number {\n  return tax();\n}\n\nexport function tax(): number {\n  return 0;\n}\n',
    },
    head: { ...ts, 'src/index.ts': 'export function total(): number {\n  return tax();\n}\n\nfunction tax(): number {\n  return 0;\n}\n' },
    finds: ['src/index.ts:5 The public function `tax` is no longer exported: code outside that uses it breaks.'],
    fixed: {
      ...ts,
      'src/index.ts': 'export function total(): number {\n  return tax();\n}\n\nexport function tax(): number {\n  return 0;\n}\n',
    },
  },
  {
    name: 'what no entry point exports is narrowed',
    base: {
      ...ts,
      'src/index.ts': "export { total } from './total.ts';\n",
      'src/total.ts': 'export const total = () => tax();\nexport function tax(): number {\n  return 0;\n}\n',
    },
    head: {
      ...ts,
      'src/index.ts': "export { total } from './total.ts';\n",
      'src/total.ts': 'export const total = () => tax();\nfunction tax(): number {\n  return 0;\n}\n',
    },
    finds: [],
  },
  {
    name: 'an entry point no longer hands something on',
    base: {
      ...js,
      'src/index.js': "export { total } from './total.js';\nexport { tax } from './tax.js';\n",
      'src/total.js': 'export const total = () => 1;\n',
      'src/tax.js': 'export const tax = () => 0;\n',
    },
    head: {
      ...js,
      'src/index.js': "export { total } from './total.js';\n",
      'src/total.js': 'export const total = () => 1;\n',
      'src/tax.js': 'export const tax = () => 0;\n',
    },
    finds: ['src/index.js:2 `tax` is no longer exported: code outside that uses it breaks.'],
  },
  {
    name: 'an entry point hands it on from elsewhere',
    base: { ...js, 'src/index.js': "export { tax } from './tax.js';\n", 'src/tax.js': 'export const tax = () => 0;\n' },
    head: { ...js, 'src/index.js': "export { tax } from './rates.js';\n", 'src/rates.js': 'export const tax = () => 0;\n' },
    finds: [],
  },
];
