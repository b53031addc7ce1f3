import type { Example } from '../rule.ts';

const alongside = ['compatibility/removed-public-symbol', 'compatibility/openapi-break'] as const;
const manifest = (version: string): string => `{\n  "name": "orders",\n  "version": "${version}",\n  "exports": "./src/index.js"\n}\n`;
const total = 'export function total() {\n  return 1;\n}\n';
const sum = 'export function sum() {\n  return 1;\n}\n';
const index = 'src/index.js';
const gone =
  'The change needs a major version, as it breaks who uses `total`; but package.json goes from 1.2.0 to 1.3.0, which promises that nothing breaks.';

const config = '{ "baseBranch": "main" }\n';

/** The rules that find what breaks run along. */
export const understatedChangeExamples: readonly Example[] = [
  {
    name: 'a minor version breaks consumers',
    alongside,
    base: { 'package.json': manifest('1.2.0'), [index]: total + sum },
    head: { 'package.json': manifest('1.3.0'), [index]: sum },
    finds: [`package.json:3 ${gone}`],
    fixed: { 'package.json': manifest('2.0.0') },
  },
  {
    name: 'a changeset says less than the change does',
    alongside,
    base: { 'package.json': manifest('1.2.0'), '.changeset/config.json': config, [index]: total + sum },
    head: {
      'package.json': manifest('1.2.0'),
      '.changeset/config.json': config,
      '.changeset/two-sums.md': '---\n"orders": patch\n---\n\nOnly one sum\n',
      [index]: sum,
    },
    finds: [
      '.changeset/two-sums.md:2 The change needs a major version of orders, as it breaks who uses `total`; but its changeset says `patch`.',
    ],
    fixed: { '.changeset/two-sums.md': '---\n"orders": major\n---\n\nOnly one sum\n' },
  },
  {
    name: 'commits by convention do not say that they break something',
    alongside,
    commits: [{ subject: 'refactor: one sum is enough', body: '' }],
    base: { 'package.json': manifest('1.2.0'), [index]: total + sum },
    head: { 'package.json': manifest('1.2.0'), [index]: sum },
    finds: [
      'src/index.js:1 The change breaks who uses `total`, but no commit of it says so: without `!` after its type or a `BREAKING CHANGE:` footer it is released as if nothing broke; `refactor!: one sum is enough` says it.',
    ],
  },
  {
    name: 'a commit says that it breaks something',
    alongside,
    commits: [{ subject: 'refactor!: one sum is enough', body: '' }],
    base: { 'package.json': manifest('1.2.0'), [index]: total + sum },
    head: { 'package.json': manifest('1.2.0'), [index]: sum },
    finds: [],
  },
  {
    name: 'the major version is raised',
    alongside,
    base: { 'package.json': manifest('1.2.0'), [index]: total + sum },
    head: { 'package.json': manifest('2.0.0'), [index]: sum },
    finds: [],
  },
];
