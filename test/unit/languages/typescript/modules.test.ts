import assert from 'node:assert/strict';
import type { FileFacts } from '../../../../src/code/facts.ts';
import { read } from './read.ts';

async function imports(text: string, path?: string): Promise<string[]> {
  return (await read(text, path)).imports.map(
    ({ source, name, local, typeOnly }) => `${typeOnly ? 'type ' : ''}${name} as ${local} from ${source}`,
  );
}

async function exports(text: string, path?: string): Promise<string[]> {
  return (await read(text, path)).exports.map(
    ({ source, name, exported, typeOnly }) =>
      `${typeOnly ? 'type ' : ''}${name} as ${exported}${source === undefined ? '' : ` from ${source}`}`,
  );
}

describe('TypeScript imports and exports', () => {
  it('reads every form of import', async () => {
    const text = `
import type Def from 'a';
import main, * as all from "b";
import { x, y as z, type T, default as d, // why
  'quoted name' as q } from './c';
import type from 'named-type';
import {} from 'empty';
import 'side';
import data from './d.json' with { type: 'json' };
import legacy = require('e');
const lazy = () => import('./f');
const fs = require('fs'), { join, sep: s } = require('path'), one = require('g').one;
// import('./comment')
function later() { return require('h'); }`;
    assert.deepEqual(await imports(text), [
      'type default as Def from a',
      'default as main from b',
      '* as all from b',
      'x as x from ./c',
      'y as z from ./c',
      'type T as T from ./c',
      'default as d from ./c',
      'quoted name as q from ./c',
      'default as type from named-type',
      ' as  from empty',
      ' as  from side',
      'default as data from ./d.json',
      '* as legacy from e',
      '* as fs from fs',
      'join as join from path',
      'sep as s from path',
      'one as one from g',
      '* as  from ./f',
      '* as  from h',
    ]);
  });

  it('reads every form of export', async () => {
    const text = `
export const a = 1, { b, c: [d] } = x;
export function f() {}
export declare class K {}
export interface I {}
export type { T1, T2 as T3 } from './t';
export { g, h as default, type J } from './g';
export * from './s';
export * as ns from './n';
export { f as renamed };
export default f;
export namespace N {}`;
    assert.deepEqual(await exports(text), [
      'a as a',
      'b as b',
      'd as d',
      'f as f',
      'K as K',
      'I as I',
      'type T1 as T1 from ./t',
      'type T2 as T3 from ./t',
      'g as g from ./g',
      'h as default from ./g',
      'type J as J from ./g',
      '* as * from ./s',
      '* as ns from ./n',
      'f as renamed',
      'f as default',
      'N as N',
    ]);
  });

  it('reads whole-module and anonymous default exports', async () => {
    assert.deepEqual(await exports('class A {}\nexport = A;'), ['A as export=']);
    assert.deepEqual(await exports("export default 'text';"), ['default as default']);
    assert.deepEqual(await exports('export default class Named {}'), ['Named as default']);
  });

  it('reads CommonJS exports, hand-written and compiled', async () => {
    const text = `
"use strict";
exports.late = void 0;
Object.defineProperty(exports, "__esModule", { value: true });
const dep_1 = require("./dep");
Object.defineProperty(exports, "again", { enumerable: true, get: function () { return dep_1.thing; } });
__exportStar(require("./more"), exports);
exports.late = 3;
exports.whole = require('./whole');
exports.part = require('./whole').part;
module.exports.own = function () {};
module.exports = { a, b: c, d: require('./d'), ...require('./rest') };`;
    assert.deepEqual(await exports(text, 'lib/a.js'), [
      'thing as again from ./dep',
      '* as * from ./more',
      'late as late',
      '* as whole from ./whole',
      'part as part from ./whole',
      'own as own',
      'a as a',
      'c as b',
      '* as d from ./d',
      '* as * from ./rest',
    ]);
    assert.deepEqual(await exports("module.exports = require('./lib/x');", 'index.js'), ['* as export= from ./lib/x']);
    assert.deepEqual(await exports('exports = module.exports = create;\nfunction create() {}', 'index.js'), [
      'create as export=',
      'create as export=',
    ]);
  });
});

describe('calls of a module that the change does not touch', () => {
  const text = "app.use(auth);\nstart();\nconst a = app.listen(1);\napp.get('/a', list);\n";
  const calls = (facts: FileFacts): readonly string[] =>
    (facts.symbols[0]?.context?.body ?? []).map(({ range }) => text.slice(range.start, range.end));

  it('are read beside touched ones', async () => {
    assert.deepEqual(calls(await read(text, 'src/a.ts', [{ start: text.indexOf('app.get'), end: text.length }])), ['app.use(auth);']);
  });
  it('are read where something is gone', async () => {
    assert.deepEqual(calls(await read(text, 'src/a.js', [{ start: 16, end: 16 }])), ['app.use(auth);', "app.get('/a', list);"]);
  });
  it('are left in tests', async () => {
    assert.deepEqual(calls(await read(text, 'test/a.test.ts', [{ start: text.indexOf('app.get'), end: text.length }])), []);
  });
});
