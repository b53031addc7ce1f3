import { toldApart, type Setting } from '../told-apart.ts';

const library: Setting = {
  path: 'src/index.ts',
  around: { 'package.json': '{"name":"acme","version":"1.2.0","type":"module","exports":{".":"./src/index.ts"}}\n' },
};

const manifest = (paths: string): string => `{\n  "name": "acme",\n  "version": "1.2.0",\n  "exports": {\n    ${paths}\n  }\n}\n`;

const withOwnPaths = {
  'package.json': manifest('".": "./src/index.ts", "./do-not-use-path": "./src/path.ts", "./internal/*": "./src/internal/*.ts"'),
};

describe('what says by its name that it is the package’s own', () => {
  toldApart(library, [
    ...['_cache', '__cache', 'unstable_cache', 'experimental_cache', 'UNSAFE_cache', '__CACHE_DO_NOT_USE_OR_WARN', 'cacheDoNotUse'].map(
      (name) => [`an export \`${name}\``, `export const a = 1;\nexport const ${name} = 2;\n`, 'export const a = 1;\n', []] as const,
    ),
    ...['_', '__', 'experimental', 'unstableSort', 'internals', 'privateKey'].map(
      (name) =>
        [
          `an export \`${name}\``,
          `export const a = 1;\nexport const ${name} = 2;\n`,
          'export const a = 1;\n',
          ['variable-removed'],
        ] as const,
    ),
    [
      'a parameter more of what is tried out',
      'export function unstable_run(a: string) {}\n',
      'export function unstable_run(a: string, b: string) {}\n',
      [],
    ],
    [
      'a name of its own under which others do not know it',
      'function _run(a: string) {}\nexport { _run as run };\n',
      'function _run(a: string, b: string) {}\nexport { _run as run };\n',
      ['required-param-added'],
    ],
    [
      'what an entry point hands on under such a name',
      { 'src/index.ts': "export { a, b as _b } from './a.js';\n" },
      { 'src/index.ts': "export { a } from './a.js';\n" },
      [],
      { 'src/a.ts': 'export const a = 1;\nexport const b = 2;\n' },
    ],
    [
      'a list of exports without such a name',
      'const a = 1;\nconst _b = 2;\nexport { a, _b };\n',
      'const a = 1;\nconst _b = 2;\nexport { a };\n',
      [],
    ],
    [
      'a member that is tried out',
      'export interface Options { a: string; experimental_b?: string; unstable_c?: { d: string } }\n',
      'export interface Options { a: string; unstable_c?: { e: string } }\n',
      [],
    ],
    [
      'members that end so, but for words that could not be names otherwise',
      'export class A { diff_ = 1; in_ = 2; }\n',
      'export class A {}\n',
      ['field-removed'],
    ],
    [
      'a type of such a name that something public returns',
      'export interface _Result { a: string; b: string }\nexport declare function run(): _Result;\n',
      'export interface _Result { a: string }\nexport declare function run(): _Result;\n',
      ['field-removed'],
    ],
    [
      'paths of such names that go',
      withOwnPaths,
      { 'package.json': manifest('".": "./src/index.ts"') },
      [],
      { 'src/index.ts': 'export const a = 1;\n', 'src/path.ts': 'export const p = 1;\n', 'src/internal/x.ts': 'export const x = 1;\n' },
    ],
    [
      'what is behind paths of such names',
      { ...withOwnPaths, 'src/path.ts': 'export const p = 1;\n', 'src/internal/x.ts': 'export const x = 1;\n' },
      { ...withOwnPaths, 'src/path.ts': 'export const q = 1;\n', 'src/internal/x.ts': 'export const y = 1;\n' },
      [],
      { 'src/index.ts': 'export const a = 1;\n' },
    ],
    [
      'a path that is own only at head',
      { 'package.json': manifest('".": "./src/index.ts", "./x": "./src/internal/x.ts"') },
      { 'package.json': manifest('".": "./src/index.ts", "./internal/x": "./src/internal/x.ts"') },
      ['entrypoint-removed'],
      { 'src/index.ts': 'export const a = 1;\n', 'src/internal/x.ts': 'export const x = 1;\n' },
    ],
  ]);
});
