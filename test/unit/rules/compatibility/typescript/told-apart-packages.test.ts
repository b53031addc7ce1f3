import { toldApart, type Setting } from '../told-apart.ts';

const library: Setting = {
  path: 'src/index.ts',
  around: { 'package.json': '{"name":"acme","version":"1.2.0","type":"module","exports":{".":"./src/index.ts"}}\n' },
};

describe('changes of a package, of its declarations alone and of JavaScript', () => {
  toldApart(library, [
    [
      'esm cjs',
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js"\n}\n' },
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "type": "module",\n  "main": "./i.js"\n}\n' },
      ['module-format-changed'],
    ],
    [
      'cjs condition dropped',
      {
        'package.json':
          '{\n  "name": "acme",\n  "version": "1.2.0",\n  "exports": {\n    ".": {\n      "import": "./i.mjs",\n      "require": "./i.cjs"\n    }\n  }\n}\n',
      },
      {
        'package.json':
          '{\n  "name": "acme",\n  "version": "1.2.0",\n  "exports": {\n    ".": {\n      "import": "./i.mjs"\n    }\n  }\n}\n',
      },
      ['condition-removed'],
    ],
    [
      'subpath dropped',
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "exports": {\n    ".": "./i.js",\n    "./x": "./x.js"\n  }\n}\n' },
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "exports": {\n    ".": "./i.js"\n  }\n}\n' },
      ['entrypoint-removed'],
    ],
    [
      'exports map added',
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js"\n}\n' },
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js",\n  "exports": {\n    ".": "./i.js"\n  }\n}\n' },
      ['entrypoints-closed'],
    ],
    [
      'main moved',
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js"\n}\n' },
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./lib/i.js"\n}\n' },
      [],
    ],
    [
      'engines',
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js",\n  "engines": {\n    "node": ">=16"\n  }\n}\n' },
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js",\n  "engines": {\n    "node": ">=20"\n  }\n}\n' },
      ['runtime-floor-raised'],
    ],
    [
      'bin removed',
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "bin": {\n    "acme": "./a.js"\n  }\n}\n' },
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "bin": {}\n}\n' },
      ['command-removed'],
    ],
    [
      'bin renamed',
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "bin": {\n    "acme": "./a.js"\n  }\n}\n' },
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "bin": {\n    "acme2": "./a.js"\n  }\n}\n' },
      ['command-removed'],
    ],
    [
      'peer raised',
      {
        'package.json':
          '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js",\n  "peerDependencies": {\n    "react": ">=17"\n  }\n}\n',
      },
      {
        'package.json':
          '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js",\n  "peerDependencies": {\n    "react": ">=18"\n  }\n}\n',
      },
      ['peer-dependency-narrowed'],
    ],
    [
      'peer added',
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js"\n}\n' },
      {
        'package.json':
          '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js",\n  "peerDependencies": {\n    "react": ">=18"\n  }\n}\n',
      },
      ['peer-dependency-added'],
    ],
    [
      'peer optional',
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js"\n}\n' },
      {
        'package.json':
          '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js",\n  "peerDependencies": {\n    "react": ">=18"\n  },\n  "peerDependenciesMeta": {\n    "react": {\n      "optional": true\n    }\n  }\n}\n',
      },
      [],
    ],
    [
      'types removed',
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js",\n  "types": "./i.d.ts"\n}\n' },
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js"\n}\n' },
      ['types-removed'],
    ],
    [
      'name',
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./i.js"\n}\n' },
      { 'package.json': '{"name":"acme2","version":"1.2.0","main":"./i.js"}\n' },
      ['coordinates-changed'],
    ],
    [
      'd.ts only',
      { 'index.d.ts': 'export function a(x: number): void;\nexport function b(): void;\n' },
      { 'index.d.ts': 'export function a(x: number): void;\n' },
      ['function-removed'],
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "types": "./index.d.ts",\n  "type": "module"\n}\n' },
    ],
    [
      'd.ts declare module',
      { 'index.d.ts': "declare module 'acme' {\n  export function a(x: number): void;\n  export function b(): void;\n}\n" },
      { 'index.d.ts': "declare module 'acme' {\n  export function a(x: number): void;\n}\n" },
      ['function-removed'],
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "types": "./index.d.ts"\n}\n' },
    ],
    [
      'd.ts export =',
      {
        'index.d.ts':
          'declare function acme(x: number): void;\ndeclare namespace acme { interface O { x: number; y: number } }\nexport = acme;\n',
      },
      { 'index.d.ts': 'declare function acme(x: number): void;\ndeclare namespace acme { interface O { x: number } }\nexport = acme;\n' },
      ['field-removed'],
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "types": "./index.d.ts"\n}\n' },
    ],
    [
      'd.ts export = fn',
      { 'index.d.ts': 'declare function acme(x: number): void;\nexport = acme;\n' },
      { 'index.d.ts': 'declare function acme(x: number, y: string): void;\nexport = acme;\n' },
      ['required-param-added'],
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "types": "./index.d.ts"\n}\n' },
    ],
    [
      'd.ts declare const',
      { 'index.d.ts': 'export declare const a: (x: number) => void;\n' },
      { 'index.d.ts': 'export declare const a: (x: string) => void;\n' },
      ['variable-type-changed'],
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "types": "./index.d.ts"\n}\n' },
    ],
    [
      'd.ts declare global',
      { 'index.d.ts': 'declare global { interface Window { acme: number; other: number } }\nexport {};\n' },
      { 'index.d.ts': 'declare global { interface Window { other: number } }\nexport {};\n' },
      ['field-removed'],
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "types": "./index.d.ts"\n}\n' },
    ],
    [
      'jsdoc param',
      { 'index.js': '// @ts-check\n/**\n * @param {number} x\n * @returns {number}\n */\nexport function a(x) { return x; }\n' },
      { 'index.js': '// @ts-check\n/**\n * @param {string} x\n * @returns {number}\n */\nexport function a(x) { return x; }\n' },
      ['param-type-changed'],
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "type": "module",\n  "main": "./index.js"\n}\n' },
    ],
    [
      'jsdoc optional',
      { 'index.js': '// @ts-check\n/**\n * @param {number} [x]\n */\nexport function a(x) { return x; }\n' },
      { 'index.js': '// @ts-check\n/**\n * @param {number} x\n */\nexport function a(x) { return x; }\n' },
      ['param-became-required'],
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "type": "module",\n  "main": "./index.js"\n}\n' },
    ],
    [
      'jsdoc return',
      { 'index.js': '// @ts-check\n/**\n * @returns {string}\n */\nexport function a(x) { return x; }\n' },
      { 'index.js': '// @ts-check\n/**\n * @returns {string | null}\n */\nexport function a(x) { return x; }\n' },
      ['return-type-widened'],
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "type": "module",\n  "main": "./index.js"\n}\n' },
    ],
    [
      'js cjs export',
      { 'index.js': 'exports.a = function (x) { return x; };\nexports.b = function () {};\n' },
      { 'index.js': 'exports.a = function (x) { return x; };\n' },
      ['function-removed'],
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./index.js"\n}\n' },
    ],
    [
      'js cjs module.exports of what other files export as a whole',
      { 'index.js': "const a = require('./a');\nmodule.exports = { x: a.x, y: a.y, z: a.z };\n" },
      { 'index.js': "module.exports = { ...require('./a'), ...require('./b') };\n" },
      ['variable-removed'],
      {
        'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./index.js"\n}\n',
        'a.js': 'exports.x = () => 1;\n',
        'b.js': 'module.exports = { y: 2 };\n',
      },
    ],
    [
      'js cjs module.exports obj',
      { 'index.js': 'function a() {}\nfunction b() {}\nmodule.exports = { a, b };\n' },
      { 'index.js': 'function a() {}\nfunction b() {}\nmodule.exports = { a };\n' },
      ['export-removed'],
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./index.js"\n}\n' },
    ],
    [
      'js module.exports = fn',
      { 'index.js': 'module.exports = function acme(a) { return a; };\n' },
      { 'index.js': 'module.exports = { acme: function (a) { return a; } };\n' },
      ['export-removed'],
      { 'package.json': '{\n  "name": "acme",\n  "version": "1.2.0",\n  "main": "./index.js"\n}\n' },
    ],
    [
      'private package',
      {
        'package.json': '{"name":"acme","version":"1.2.0","private":true,"main":"./src/index.ts"}\n',
        'src/index.ts': 'export const a = 1;\nexport const b = 2;\n',
      },
      {
        'package.json': '{"name":"acme","version":"1.2.0","private":true,"main":"./src/index.ts"}\n',
        'src/index.ts': 'export const a = 1;\n',
      },
      [],
    ],
  ]);
});
