import { crossSiteScripting } from '../../../../src/rules/security/cross-site-scripting.ts';
import { pathTraversal } from '../../../../src/rules/security/path-traversal.ts';
import { expectFindings } from '../rule-cases.ts';

/** Name, the statements of a handler after `const q = req.query.q;` (line 3 and on), and the lines at which the query arrives. */
type FlowCase = readonly [name: string, statements: readonly string[], lines: readonly number[]];

const script = (statements: readonly string[]): string =>
  ['export async function show(req, res) {', 'const q = req.query.q;', ...statements, '}', ''].join('\n');

function pageCases(cases: readonly FlowCase[]): void {
  for (const [name, statements, lines] of cases) {
    it(name, async () => {
      await expectFindings(
        crossSiteScripting,
        {},
        { 'src/page.js': script(statements) },
        lines.map(
          (line) =>
            `src/page.js:${String(line)} \`show\` makes \`req.query.q\`, which comes from the request, part of a page unescaped through \`res.send\`.`,
        ),
      );
    });
  }
}

function fileCases(cases: readonly FlowCase[]): void {
  for (const [name, statements, lines] of cases) {
    it(name, async () => {
      await expectFindings(
        pathTraversal,
        {},
        { 'src/page.js': `import fs from 'node:fs'; import path from 'node:path'; ${script(statements)}` },
        lines.map(
          (line) =>
            `src/page.js:${String(line)} \`show\` opens a file at a path with \`req.query.q\`, which comes from the request, through \`fs.readFile\`.`,
        ),
      );
    });
  }
}

const allowed = "const allowed = ['a', 'b'];";

describe('what a condition says of data in a page', () => {
  pageCases([
    ['knows an allow-list', [allowed, 'if (allowed.includes(q)) res.send(q);', 'else res.send(q);'], [5]],
    ['knows an early return', [allowed, 'if (!allowed.includes(q)) return;', 'res.send(q);'], []],
    ['knows an early throw', [allowed, "if (!allowed.includes(q)) throw new Error('no');", 'res.send(q);'], []],
    ['knows the index in a list', [allowed, 'if (allowed.indexOf(q) === -1) return;', 'res.send(q);'], []],
    ['knows the index in a list the other way round', [allowed, 'if (allowed.indexOf(q) !== -1) return;', 'res.send(q);'], [5]],
    ['knows an index that is compared', [allowed, 'if (allowed.indexOf(q) >= 0) res.send(q);', 'else res.send(q);'], [5]],
    ['knows an index below zero', [allowed, 'if (allowed.indexOf(q) < 0) res.send(q);', 'else res.send(q);'], [4]],
    ['knows a set', ["const known = new Set(['a']);", 'if (known.has(q)) res.send(q);'], []],
    ['knows keys of an object', ['const known = { a: 1 };', 'if (q in known) res.send(q);', 'else res.send(q);'], [5]],
    ['knows own keys', ['const known = { a: 1 };', 'if (known.hasOwnProperty(q)) res.send(q);'], []],
    ['knows equality', ["if (q === 'a') res.send(q);", 'else res.send(q);'], [4]],
    ['knows equality from the other side', ["if ('a' == q) res.send(q);"], []],
    ['knows inequality', ["if (q !== 'a') return;", 'res.send(q);'], []],
    ['knows where inequality lets through', ["if (q != 'a') res.send(q);"], [3]],
    ['does not take two names of outside for fixed', ['if (q === req.query.other) res.send(q);'], [3]],
    ['knows a number by its type', ["if (typeof q === 'number') res.send(q);"], []],
    ['learns nothing of a text by its type', ["if (typeof q === 'string') res.send(q);"], [3]],
    ['learns nothing from a type it is not', ["if (typeof q !== 'number') res.send(q);"], [3]],
    ['knows an empty text', ["if (!q) res.send('no ' + q);", 'else res.send(q);'], [4]],
    ['knows an empty property', ["if (!req.query.q) res.send('no ' + req.query.q);"], []],
    ['knows both sides of an and', [allowed, 'if (req.ok && allowed.includes(q)) res.send(q);'], []],
    ['knows neither side of an or', [allowed, 'if (req.ok || allowed.includes(q)) res.send(q);'], [4]],
    ['knows both sides of a denied or', [allowed, 'if (!req.ok || !allowed.includes(q)) return;', 'res.send(q);'], []],
    ['knows neither side of a denied and', [allowed, 'if (!req.ok && !allowed.includes(q)) return;', 'res.send(q);'], [5]],
    ['knows an or of equalities', ["if (q === 'a' || q === 'b') res.send(q);"], []],
    ['knows a match', ['if (q.match(/^[a-z]+$/)) res.send(q);', 'else res.send(q);'], [4]],
    ['knows a match that is compared with null', ['if (q.match(/^\\w+$/) === null) return;', 'res.send(q);'], []],
    ['knows a match that is not null', ['if (q.match(/^\\w+$/) != null) res.send(q);'], []],
    ['knows a match that is kept in a condition', ['let m;', 'if ((m = /^\\d+$/.exec(q))) res.send(q);'], []],
    ['does not trust a pattern of a part', ['if (/[a-z]+/.test(q)) res.send(q);'], [3]],
    ['does not trust a pattern of anything', ['if (/^.*$/.test(q)) res.send(q);'], [3]],
    ['does not trust a pattern of all but one character', ['if (/^[^a]+$/.test(q)) res.send(q);'], [3]],
    ['knows a pattern in a constant', ['const word = /^\\w+$/;', 'if (!word.test(q)) return;', 'res.send(q);'], []],
    ['knows a pattern of what must not be there', ['if (/[^a-z]/.test(q)) return;', 'res.send(q);'], []],
    ['knows a class of what must not be there', ['if (/\\W/.test(q)) return;', 'res.send(q);'], []],
    ['knows a search', ['if (q.search(/[^a-z]/) !== -1) return;', 'res.send(q);'], []],
    ['knows markup that must not be there', ["if (q.includes('<')) return;", 'res.send(q);'], []],
    ['learns nothing from a harmless character that is not there', ["if (q.includes('x')) return;", 'res.send(q);'], [4]],
    ['learns nothing from markup that is there', ["if (q.includes('<')) res.send(q);"], [3]],
    ['learns nothing from the beginning of a text', ["if (q.startsWith('/a')) res.send(q);"], [3]],
    ['knows a text without its spaces', [allowed, 'if (allowed.includes(q.trim().toLowerCase())) res.send(q);'], []],
    ['knows a property that was looked at', [allowed, 'if (allowed.includes(req.query.q)) res.send(req.query.q);'], []],
    ['looks through brackets', [allowed, 'if (!(!allowed.includes(q))) res.send(q);'], []],
    ['goes only where a constant leads', ['const debug = false;', 'if (debug) res.send(q);'], []],
    ['goes otherwise where a constant leads there', ['const debug = false;', "if (debug) res.send('');", 'else res.send(q);'], [5]],
    ['forgets what it knew of an old value', [allowed, 'let v = q;', 'if (allowed.includes(v)) {', 'v = q;', 'res.send(v);', '}'], [7]],
  ]);
});

describe('what an expression makes of data in a page', () => {
  pageCases([
    ['follows a conditional', ["res.send(req.ok ? q : 'none');"], [3]],
    ['knows what the test of a conditional says', [allowed, "res.send(allowed.includes(q) ? q : 'none');"], []],
    ['knows what the failed test of a conditional says', [allowed, "res.send(!allowed.includes(q) ? 'none' : q);"], []],
    ['takes the side that a constant chooses', ["res.send(true ? 'none' : q);", "res.send(false ? 'none' : q);"], [4]],
    ['follows a fallback', ["res.send(q || 'none');"], [3]],
    ['follows what a fallback falls to', ['res.send(req.ok ?? q);'], [3]],
    ['does not fall back from a constant', ["res.send('none' || q);"], []],
    ['falls back from an empty constant', ["res.send('' || q);"], [3]],
    ['knows what an and says', [allowed, 'res.send(allowed.includes(q) && q);'], []],
    ['follows an and', ['res.send(req.ok && q);'], [3]],
    ['knows that a comparison is no text', ["res.send(q === 'a');", 'res.send(q * 2);', 'res.send(!q);', 'res.send(-q);'], []],
    ['knows that a count is no text', ['let v = q;', 'v++;', 'res.send(v);'], []],
    ['knows that a length is no text', ['res.send(`${q.length}`);'], []],
    ['follows a template', ['res.send(`<p>${q}</p>`);'], [3]],
    ['leaves a tagged template alone', ['res.send(html`<p>${q}</p>`);'], []],
    ['follows an addition', ["let v = '<p>';", 'v += q;', 'res.send(v);'], [5]],
    ['follows an assignment of a fallback', ['let v = req.ok;', 'v ||= q;', 'res.send(v);'], [5]],
    ['follows an assignment of what is missing', ['let v = req.ok;', 'v ??= q;', 'res.send(v);'], [5]],
    ['follows an assignment of what is there', ['let v = req.ok;', 'v &&= q;', 'res.send(v);'], [5]],
    ['keeps what an assignment does not replace', ['let v = q;', "v ||= 'none';", 'res.send(v);'], [5]],
    ['forgets what an assignment replaces', ['let v = q;', "v = 'none';", 'res.send(v);'], []],
    ['follows properties', ['const o = { a: q, b: 1 };', 'res.send(o.a);', 'res.send(o.b);'], [4]],
    ['follows computed properties', ['const o = { [req.k]: q };', 'res.send(o.x);'], [4]],
    ['follows what is spread in an object', ['const o = { a: 1, ...{ b: q } };', 'res.send(o.b);'], [4]],
    ['keeps what stands beside a spread object', ['const o = { ...{ b: q }, a: 1 };', 'res.send(o.a);'], []],
    ['follows elements', ["const l = ['x', q];", 'res.send(l[0]);', 'res.send(l[1]);'], [5]],
    ['follows an element of an unknown index', ["const l = ['x', q];", 'res.send(l[req.i]);'], [4]],
    ['follows what is spread in a list', ["const l = ['x', ...[q]];", "res.send(l.join(''));"], [4]],
    ['follows an element beside a spread list', ["const l = [...['x'], q];", "res.send(l.join(''));"], [4]],
    ['follows what is put at an index', ['const l = [];', 'l[0] = q;', 'res.send(l[0]);', 'res.send(l[1]);'], [5]],
    ['follows what is put at an unknown index', ['const l = {};', 'l[req.k] = q;', 'res.send(l.a);'], [5]],
    ['follows what is put in a property', ['const o = {};', 'o.a = q;', 'res.send(o.a);', 'res.send(o.b);'], [5]],
    ['follows a pattern with names', ['const { a, b: c } = { a: 1, b: q };', 'res.send(a);', 'res.send(c);'], [5]],
    ['follows a pattern of a list', ["const [a, b] = ['x', q];", 'res.send(a);', 'res.send(b);'], [5]],
    ['follows an assignment to a pattern of a list', ['let a, b;', "[a, b] = ['x', q];", 'res.send(a);', 'res.send(b);'], [6]],
    ['follows names that are swapped', ["let a = 'x', b = q;", '[a, b] = [b, a];', 'res.send(a);', 'res.send(b);'], [5]],
    ['follows what is left of a list', ['let a, rest;', "[a, ...rest] = ['x', q];", 'res.send(a);', 'res.send(rest[0]);'], [6]],
    ['leaves a list with holes alone', ['let b;', "[, b] = [q, 'x'];", 'res.send(b);'], []],
    ['follows an assignment to names of an object', ['let a, b;', "({ a, b } = { a: q, b: 'x' });", 'res.send(a);', 'res.send(b);'], [5]],
    [
      'follows an assignment to other names of an object',
      ['let a, b;', "({ x: a = 'none', y: b } = { x: q, y: 'x' });", 'res.send(a);', 'res.send(b);'],
      [5],
    ],
    ['follows names with a value for what is missing', ['let a;', "({ a = 'none' } = { a: q });", 'res.send(a);'], [5]],
    [
      'follows what is left of an object',
      ['let a, rest;', "({ a, ...rest } = { a: 'x', b: q });", 'res.send(a);', 'res.send(rest.b);'],
      [6],
    ],
    ['forgets what a pattern replaces', ['let a = q;', "[a] = ['x'];", 'res.send(a);'], []],
    ['follows what is awaited', ['res.send(await q);', 'res.send(await Promise.resolve(q));'], [3, 4]],
    ['follows a map', ['const m = new Map();', "m.set('a', q);", "res.send(m.get('a'));"], [5]],
    ['knows another key of a map', ['const m = new Map();', "m.set('a', q);", "res.send(m.get('b'));"], []],
    ['follows an unknown key of a map', ['const m = new Map();', 'm.set(req.k, q);', 'res.send(m.get(req.l));'], [5]],
    ['follows what is pushed', ['const l = [];', "l.push('x', q);", "res.send(l.join(''));"], [5]],
    ['follows a function of its own', ["const bold = (text) => '<b>' + text + '</b>';", 'res.send(bold(q));'], [4]],
    [
      'follows arguments that are spread',
      ['const both = (a, b) => a;', "res.send(both(...[q, 'x']));", "res.send(both(...['x', q]));"],
      [4],
    ],
    ['knows what a function does not give back', ["const none = (text) => 'none';", 'res.send(none(q));'], []],
    ['follows text that is cut', ['res.send(q.slice(1).trim().toUpperCase());'], [3]],
    ['follows text that is joined', ["res.send(['<p>', q].concat(['</p>']).join(''));"], [3]],
    ['knows text without markup', ["res.send(q.replace(/[<>&'\"]/g, ''));"], []],
    ['knows text of few characters', ["res.send(q.replace(/[^a-z]/g, ''));"], []],
    ['does not trust one replacement', ["res.send(q.replace(/[^a-z]/, ''));"], [3]],
    ['knows escaped text', ['res.send(encodeURIComponent(q));', 'res.send(escapeHtml(q));'], []],
    ['knows numbers', ['res.send(`${parseInt(q, 10)} ${Number(q)}`);'], []],
    ['follows decoded text', ['res.send(decodeURIComponent(q));'], [3]],
    ['follows parsed text', ['res.send(`<p>${JSON.parse(q).name}`);'], [3]],
  ]);
});

describe('what statements make of data in a page', () => {
  pageCases([
    ['follows a loop over a list', ["for (const each of ['x', q]) res.send(each);"], [3]],
    ['knows the keys of a list', ['for (const each in [q]) res.send(each);'], []],
    ['follows what a loop carries on', ["let v = '';", 'let last = q;', 'while (req.more) {', 'res.send(v);', 'v = last;', '}'], [6]],
    ['follows what a counted loop gathers', ["let v = '';", 'for (let i = 0; i < 3; i++) v += q;', 'res.send(v);'], [5]],
    ['knows what a loop asks', [allowed, 'while (allowed.includes(q)) {', 'res.send(q);', '}'], []],
    ['follows a loop that asks at its end', ["let v = '';", 'do {', 'v = q;', '} while (req.more);', 'res.send(v);'], [7]],
    ['knows that a loop that asks at its end ran', ['let v = q;', 'do {', "v = 'x';", '} while (req.more);', 'res.send(v);'], []],
    ['follows what leaves a loop', ["let v = '';", 'for (;;) {', 'v = q;', 'if (req.ok) break;', "v = '';", '}', 'res.send(v);'], [9]],
    [
      'follows what goes on with a loop',
      ["let v = '';", 'for (const each of req.all) {', 'v = q;', 'if (req.ok) continue;', "v = '';", '}', 'res.send(v);'],
      [9],
    ],
    ['follows a case', ['let v;', 'switch (req.k) {', "case 'a': v = q; break;", "default: v = '';", '}', 'res.send(v);'], [8]],
    ['falls from a case into the next', ["let v = '';", 'switch (req.k) {', "case 'a': v = q;", "case 'b': res.send(v);", '}'], [6]],
    ['knows a case by what is chosen', ['switch (q) {', "case 'a': res.send(q); break;", 'default: res.send(q);', '}'], [5]],
    ['follows what is thrown', ['try {', 'throw q;', '} catch (e) {', 'res.send(e);', '}'], [6]],
    ['follows what was tried', ["let v = '';", 'try {', 'v = q;', 'work();', '} catch {', "log('x');", '}', 'res.send(v);'], [10]],
    ['knows what is always done in the end', ['let v = q;', 'try {', 'work();', '} finally {', "v = '';", '}', 'res.send(v);'], []],
    ['does not go on after a return', ['return;', 'res.send(q);'], []],
    ['follows both ways of a condition', ["let v = '';", 'if (req.ok) v = q;', 'res.send(v);'], [5]],
    ['knows what both ways replace', ['let v = q;', "if (req.ok) v = 'a';", "else v = 'b';", 'res.send(v);'], []],
    ['follows a block', ["let v = '';", '{', 'v = q;', '}', 'res.send(v);'], [7]],
    ['follows a function that is written later', ['res.send(later(q));', "function later(x) { return '<p>' + x; }"], [3]],
    ['follows callbacks of a list', ['[q].forEach((each) => { res.send(each); });'], [3]],
    ['follows what is left of a list', ['res.send([q].filter(Boolean)[0]);', "res.send([q].map((each) => each + '!').join(''));"], [3, 4]],
    ['follows what is reduced', ["res.send([q].reduce((all, each) => all + each, ''));"], [3]],
  ]);
});

describe('what a condition says of a path', () => {
  fileCases([
    ['knows steps up that must not be there', ["if (q.includes('..')) return;", 'fs.readFile(`/srv/${q}`, done);'], []],
    ['knows the index of steps up', ["if (q.indexOf('..') > -1) return;", 'fs.readFile(`/srv/${q}`, done);'], []],
    ['knows the index of steps up from the other side', ["if (-1 === q.indexOf('..')) fs.readFile(`/srv/${q}`, done);"], []],
    ['learns nothing from steps up that are there', ["if (q.includes('..')) fs.readFile(`/srv/${q}`, done);"], [3]],
    [
      'knows the folder of a path that was resolved',
      ["const file = path.resolve('/srv', q);", "if (!file.startsWith('/srv/')) return;", 'fs.readFile(file, done);'],
      [],
    ],
    ['does not trust the folder of a path that was not', ["if (!q.startsWith('/srv/')) return;", 'fs.readFile(q, done);'], [4]],
    [
      'does not trust a folder that is taken further',
      ["const file = path.resolve('/srv', q);", "if (file.startsWith('/srv/')) return;", 'fs.readFile(file, done);'],
      [5],
    ],
    [
      'knows a relative path that leads nowhere up',
      ['const file = path.normalize(q);', "if (file.startsWith('..')) return;", 'fs.readFile(`/srv/${file}`, done);'],
      [],
    ],
    ['knows the last part of a path', ['fs.readFile(`/srv/${path.basename(q)}`, done);'], []],
    ['knows a path without steps up', ["fs.readFile('/srv/' + q.replace(/[^a-z]/g, ''), done);"], []],
    ['follows a path that is joined', ["fs.readFile(path.join('/srv', q), done);"], [3]],
    ['knows a path that is fixed', ["fs.readFile(path.join('/srv', 'a'), done);"], []],
  ]);
});

describe('where data of a request comes in', () => {
  const cases: readonly (readonly [name: string, path: string, head: string, found: readonly string[]])[] = [
    [
      'knows the context of Koa',
      'src/page.js',
      'app.use(async (ctx, next) => {\n  ctx.body = ctx.query.q;\n});\n',
      ['2 This module makes `ctx.query.q`, which comes from the request, part of a page unescaped through `ctx.body`.'],
    ],
    [
      'knows handlers of a router',
      'src/page.js',
      "import express from 'express';\nconst router = express.Router();\nrouter.get('/', (a, b) => b.send(a.query.q));\n",
      ['3 This module makes `a.query.q`, which comes from the request, part of a page unescaped through `b.send`.'],
    ],
    [
      'knows handlers of errors',
      'src/page.js',
      "import express from 'express';\nconst app = express();\napp.use((e, a, b, c) => b.send(a.query.q));\n",
      ['3 This module makes `a.query.q`, which comes from the request, part of a page unescaped through `b.send`.'],
    ],
    [
      'knows a plain server',
      'src/page.js',
      "import http from 'node:http';\nhttp.createServer((a, b) => b.end(a.url)).listen(1);\n",
      ['2 This module makes `a.url`, which comes from the request, part of a page unescaped through `b.end`.'],
    ],
    [
      'knows the pieces of a body',
      'src/page.js',
      "export function show(req, res) {\n  req.on('data', (piece) => res.send(piece));\n}\n",
      [
        "2 `show` makes `req.on('data', (piece) => res.send(piece))`, which comes from the request, part of a page unescaped through `res.send`.",
      ],
    ],
    [
      'knows parameters by their types',
      'src/page.ts',
      'export function show(a: Request, b: Response): void {\n  b.send(a.query.q);\n}\n',
      ['2 `show` makes `a.query.q`, which comes from the request, part of a page unescaped through `b.send`.'],
    ],
    [
      'knows parameters by their annotations',
      'src/page.ts',
      "@Controller()\nexport class Page {\n  @Get()\n  show(@Query('q') q: string, @Res() b: Response): void {\n    b.send(q);\n  }\n}\n",
      ['5 `show` makes `q`, which comes from the request, part of a page unescaped through `b.send`.'],
    ],
    [
      'knows that a number of an annotated parameter is no text',
      'src/page.ts',
      "@Controller()\nexport class Page {\n  @Get()\n  show(@Query('q') q: number, @Res() b: Response): void {\n    b.send(`${q}`);\n  }\n}\n",
      [],
    ],
    [
      'knows a request by its annotation',
      'src/page.ts',
      '@Controller()\nexport class Page {\n  @Get()\n  show(@Req() a, @Res() b): void {\n    b.send(a.query.q);\n  }\n}\n',
      ['5 `show` makes `a.query.q`, which comes from the request, part of a page unescaped through `b.send`.'],
    ],
    ['knows nothing of other callbacks', 'src/page.js', 'work.on((a, b) => b.send(a.query.q));\n', []],
    ['knows nothing of other functions', 'src/page.js', 'function f(a, b) {\n  b.send(a.query.q);\n}\n', []],
  ];
  for (const [name, path, head, found] of cases) {
    it(name, async () => {
      await expectFindings(
        crossSiteScripting,
        {},
        { [path]: head },
        found.map((each) => `${path}:${each}`),
      );
    });
  }
});

describe('what Java makes of data in a page', () => {
  const cases: readonly FlowCase[] = [
    ['follows a builder', ['StringBuilder b = new StringBuilder("<p>");', 'b.append(q).append("x");', 'out.println(b.toString());'], [6]],
    ['follows a list', ['List<String> l = new ArrayList<>();', 'l.add(q);', 'out.println(l.get(0));'], [6]],
    ['knows an element before', ['List<String> l = new ArrayList<>();', 'l.add("a");', 'l.add(q);', 'out.println(l.get(0));'], []],
    [
      'knows an element that moved up',
      ['List<String> l = new ArrayList<>();', 'l.add(q);', 'l.add("a");', 'l.remove(0);', 'out.println(l.get(0));'],
      [],
    ],
    [
      'follows an element that moved down',
      ['List<String> l = new ArrayList<>();', 'l.add(q);', 'l.add(0, "a");', 'out.println(l.get(0));', 'out.println(l.get(1));'],
      [8],
    ],
    [
      'follows a map',
      ['Map<String, String> m = new HashMap<>();', 'm.put("a", q);', 'out.println(m.get("a"));', 'out.println(m.get("b"));'],
      [6],
    ],
    ['follows fixed lists', ['for (String each : Arrays.asList("a", q)) out.println(each);'], [4]],
    ['follows formats', ['out.println(String.format("<p>%s", q));'], [4]],
    ['follows joined text', ['out.println(String.join(",", "a", q));'], [4]],
    ['knows a format of constants', ['out.println(String.format("<p>%s", "a"));'], []],
    ['follows a conditional', ['out.println(q == null ? "" : q);'], [4]],
    ['knows equality', ['if ("a".equals(q)) out.println(q);', 'if (!"a".equals(q)) out.println(q);'], [5]],
    ['knows equality of the data itself', ['if (q.equals("a")) out.println(q);', 'else out.println(q);'], [5]],
    ['knows a match', ['if (!q.matches("[a-z]+")) return;', 'out.println(q);'], []],
    ['does not trust a match of anything', ['if (!q.matches(".*")) return;', 'out.println(q);'], [5]],
    ['knows constants of an enum', ['if (q == Kind.OPEN) out.println(q);'], []],
    ['knows an allow-list', ['if (!Set.of("a", "b").contains(q)) throw new IllegalArgumentException();', 'out.println(q);'], []],
    ['knows numbers', ['int n = Integer.parseInt(q);', 'out.println("<p>" + n);'], []],
    ['knows cast numbers', ['out.println("<p>" + (int) q.charAt(0));'], []],
    ['follows a cast text', ['Object o = q;', 'out.println((String) o);'], [5]],
    ['follows a switch that gives a value', ['String v = switch (kind) { case 1 -> q; default -> ""; };', 'out.println(v);'], [5]],
    ['knows a switch that gives constants', ['String v = switch (q) { case "a" -> "x"; default -> "y"; };', 'out.println(v);'], []],
    ['follows a try with resources', ['try (Reader r = open()) {', 'out.println(q);', '} finally {', 'close();', '}'], [5]],
    ['follows a lock', ['synchronized (this) {', 'out.println(q);', '}'], [5]],
    ['follows a loop', ['String v = "";', 'while (more()) v += q;', 'out.println(v);'], [6]],
    ['knows text of few characters', ['out.println(q.replaceAll("[^a-z]", ""));'], []],
    ['does not trust text that lost its spaces', ['out.println(q.replaceAll("\\\\s", ""));'], [4]],
    ['follows a method of its own', ['out.println(bold(q));'], [4]],
    ['knows a method that gives a constant', ['out.println(none(q));'], []],
  ];
  for (const [name, statements, lines] of cases) {
    it(name, async () => {
      const head = [
        'class Page extends HttpServlet {',
        'void doGet(HttpServletRequest request, HttpServletResponse response, int kind) throws Exception {',
        'String q = request.getParameter("q"); PrintWriter out = response.getWriter();',
        ...statements,
        '}',
        'String bold(String text) { return "<b>" + text; }',
        'String none(String text) { return "none"; }',
        '}',
        '',
      ].join('\n');
      await expectFindings(
        crossSiteScripting,
        {},
        { 'src/main/java/Page.java': head },
        lines.map(
          (line) =>
            `src/main/java/Page.java:${String(line)} \`doGet\` makes \`request.getParameter("q")\`, which comes from the request, part of a page unescaped through \`out.println\`.`,
        ),
      );
    });
  }
});
