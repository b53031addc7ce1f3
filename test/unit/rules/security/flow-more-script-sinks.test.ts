import assert from 'node:assert/strict';
import { codeInjection } from '../../../../src/rules/security/code-injection.ts';
import { commandInjection } from '../../../../src/rules/security/command-injection.ts';
import { crossSiteScripting } from '../../../../src/rules/security/cross-site-scripting.ts';
import { ldapInjection } from '../../../../src/rules/security/ldap-injection.ts';
import { nosqlInjection } from '../../../../src/rules/security/nosql-injection.ts';
import { openRedirect } from '../../../../src/rules/security/open-redirect.ts';
import { pathTraversal } from '../../../../src/rules/security/path-traversal.ts';
import { requestForgery } from '../../../../src/rules/security/request-forgery.ts';
import { shellCommandBuiltFromStrings } from '../../../../src/rules/security/shell-command-built-from-strings.ts';
import { sqlBuiltFromStrings } from '../../../../src/rules/security/sql-built-from-strings.ts';
import { templateInjection } from '../../../../src/rules/security/template-injection.ts';
import { xpathInjection } from '../../../../src/rules/security/xpath-injection.ts';
import type { Rule } from '../../../../src/rules/rule.ts';
import { found, reviewExample } from '../rule-cases.ts';

/** An import, a line of a handler, and the data that arrives there; none where the use is safe. */
type Case = readonly [imported: string, line: string, data?: string];

const cases: readonly (readonly [Rule, readonly Case[]])[] = [
  [
    sqlBuiltFromStrings,
    [
      [
        "import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize(url);",
        'sequelize.literal(`name = ${req.query.name}`);',
        'req.query.name',
      ],
      ["import { source } from './source.js';", "source.createQueryBuilder('o').orderBy(`o.${req.query.sort}`);", 'req.query.sort'],
      ["import { source } from './source.js';", "source.createQueryBuilder('o').orderBy('o.name');"],
      ["import pgp from 'pg-promise';\nconst db = pgp()(url);", 'db.func(req.query.name);', 'req.query.name'],
      ["import { Request } from 'tedious';", "new Request('select * from users where id = ' + req.query.id, done);", 'req.query.id'],
      ['', "users.createQueryBuilder('u').where(`u.name = '${req.query.name}'`);", 'req.query.name'],
      ["import { Sequelize } from 'sequelize';", 'User.findAll({ order: Sequelize.literal(req.query.sort) });', 'req.query.sort'],
      ['', "new StartQueryExecutionCommand({ QueryString: 'select * from users where id = ' + req.query.id });", 'req.query.id'],
      ["import pgp from 'pg-promise';\nconst db = pgp()(url);", "db.any('select * from users where id = $1', [req.query.id]);"],
      ['', "users.createQueryBuilder('u').where('u.name = :name', { name: req.query.name });"],
      ['', "new StartQueryExecutionCommand({ QueryString: 'select 1', ExecutionParameters: [req.query.id] });"],
    ],
  ],
  [
    nosqlInjection,
    [
      ['', 'User.findOne({ email: { $eq: req.body.email } });'],
      ['', 'User.findOne({ email: req.body.email });', 'req.body.email'],
      ['', "User.find({ $where: `this.name == '${req.body.name}'` });", 'req.body.name'],
      ['', "new ScanCommand({ TableName: 'users', FilterExpression: `name = ${req.query.name}` });", 'req.query.name'],
      ['', "esClient.search({ index: 'users', body: req.body });", 'req.body'],
      ['', 'User.find({ $where: `this.age > ${Number(req.body.age)}` });'],
      [
        '',
        "new ScanCommand({ TableName: 'users', FilterExpression: 'n = :n', ExpressionAttributeValues: { ':n': { S: req.query.name } } });",
      ],
      ['', "esClient.search({ index: 'users', q: String(req.query.q) });"],
    ],
  ],
  [
    commandInjection,
    [
      ["import { execFile } from 'child_process';", "execFile('ping', ['-c', '1', req.query.host]);"],
      ["import { execFile } from 'child_process';", "execFile('python3', ['-c', req.query.code]);", 'req.query.code'],
      ["import { spawn } from 'child_process';", "spawn('git', ['clone', req.body.repository]);", 'req.body.repository'],
      ["import git from 'simple-git';", 'git().clone(req.body.repository);', 'req.body.repository'],
      ['', "new Deno.Command('sh', { args: ['-c', req.query.line] });", 'req.query.line'],
      ["import { spawn } from 'child_process';", "spawn('git', ['log', '--', req.body.file]);"],
      ['', "new Deno.Command('ls', { args: ['--', req.query.folder] });"],
      ["import git from 'simple-git';", 'git().clone(repository);'],
    ],
  ],
  [
    codeInjection,
    [
      ["import safeEval from 'safe-eval';", 'safeEval(req.query.sum);', 'req.query.sum'],
      ["import { Worker } from 'worker_threads';", 'new Worker(req.body.code, { eval: true });', 'req.body.code'],
      ['', 'redis.eval(req.body.script, 0);', 'req.body.script'],
      ["import { Worker } from 'worker_threads';", "new Worker('./work.js', { workerData: req.body.code });"],
      ['', 'redis.eval(script, 1, req.body.key);'],
      ["import safeEval from 'safe-eval';", "safeEval('a + b', { a: Number(req.query.a) });"],
    ],
  ],
  [
    templateInjection,
    [
      ["import * as Sqrl from 'squirrelly';", 'Sqrl.render(req.body.text, {});', 'req.body.text'],
      ["import { Eta } from 'eta';\nconst eta = new Eta();", 'eta.renderString(req.body.text, {});', 'req.body.text'],
      ["import { Liquid } from 'liquidjs';\nconst engine = new Liquid();", 'engine.parseAndRender(req.body.text, {});', 'req.body.text'],
      ["import * as Sqrl from 'squirrelly';", "Sqrl.render('Hi {{it.name}}', { name: req.body.text });"],
      ["import { Eta } from 'eta';\nconst eta = new Eta();", "eta.render('page', { text: req.body.text });"],
      ["import { Liquid } from 'liquidjs';\nconst engine = new Liquid();", 'engine.parseAndRender(template, { text: req.body.text });'],
    ],
  ],
  [
    crossSiteScripting,
    [
      ['', "return new Response(`<p>${req.query.name}</p>`, { headers: { 'content-type': 'text/html' } });", 'req.query.name'],
      ['', "renderer.setProperty(element, 'innerHTML', this.route.snapshot.queryParams.name);", 'this.route.snapshot.queryParams.name'],
      ['', "return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: `<p>${req.query.name}</p>` };", 'req.query.name'],
      ['', 'return new Response(req.query.name);'],
      ['', 'res.send({ name: req.query.name });'],
      ['', 'return { statusCode: 200, body: JSON.stringify({ name: req.query.name }) };'],
    ],
  ],
  [
    openRedirect,
    [
      ['', "if (new URL(req.query.url).host === 'acme.example') res.redirect(req.query.url);"],
      ['', "const to = new URL(req.query.url); if (to.hostname !== 'acme.example') return; res.redirect(to.href);"],
      ["import { redirect } from '@remix-run/node';", 'return redirect(req.query.next);', 'req.query.next'],
      ["import { redirect } from '@sveltejs/kit';", 'redirect(302, req.query.next);', 'req.query.next'],
      ['', 'return Response.redirect(req.query.next);', 'req.query.next'],
      ["import { redirect } from '@remix-run/node';", "return redirect('/users/' + encodeURIComponent(req.query.next));"],
      ["import { redirect } from '@sveltejs/kit';", "redirect(302, '/login');"],
      ['', "link.setAttribute('title', location.hash);"],
    ],
  ],
  [
    pathTraversal,
    [
      ['', "res.download('files/' + req.query.file);", 'req.query.file'],
      ['', "Deno.readTextFile('./files/' + req.query.file);", 'req.query.file'],
      ['', "req.files.photo.mv('/srv/photos/' + req.files.photo.name);", 'req.files.photo.name'],
      ["import { promisify } from 'util';\nimport fs from 'fs';", 'promisify(fs.readFile)(req.query.file);', 'req.query.file'],
      ['', "res.sendFile('page.html', { root: req.query.folder });", 'req.query.folder'],
      ['', "res.download(req.query.file, { root: 'files' });"],
      ["import path from 'path';", "Deno.readTextFile('./files/' + path.basename(req.query.file));"],
      ['', "res.sendFile('page.html', { root: 'public' });"],
      ["import fs from 'fs';", "fs.readFile('files/' + req.query.file.replace(/\\./g, ''), done);"],
    ],
  ],
  [
    requestForgery,
    [
      ['', 'this.httpService.get(req.query.url);', 'req.query.url'],
      [
        "import puppeteer from 'puppeteer';",
        'const tab = await (await puppeteer.launch()).newPage(); await tab.goto(req.query.url);',
        'req.query.url',
      ],
      ['', 'new WebSocket(req.query.url);', 'req.query.url'],
      ['', 'this.httpService.get(`https://api.acme.com/search?q=${req.query.q}`);'],
      ['', 'cache.get(req.query.url);'],
      ['', "new WebSocket('wss://acme.com', req.query.protocol);"],
    ],
  ],
  [
    ldapInjection,
    [
      [
        "import ldap from 'ldapjs';\nconst client = ldap.createClient({ url });",
        "client.search('o=a', { filter: `(uid=${req.query.u})` }, done);",
        'req.query.u',
      ],
      [
        "import ldap from 'ldapjs';\nconst client = ldap.createClient({ url });",
        'client.search(`ou=${req.query.u}`, {}, done);',
        'req.query.u',
      ],
      [
        "import { Client } from 'ldapts';\nconst client = new Client({ url });",
        "client.search('o=a', { filter: '(uid=' + req.query.u + ')' });",
        'req.query.u',
      ],
      [
        "import ldap from 'ldapjs';\nconst client = ldap.createClient({ url });",
        "client.search('o=a', { filter: new ldap.EqualityFilter({ value: req.query.u }) }, done);",
      ],
      ["import ldap from 'ldapjs';\nconst client = ldap.createClient({ url });", "client.search('o=a', { filter: '(uid=*)' }, done);"],
      ['', 'index.search(req.query.u);'],
    ],
  ],
  [
    xpathInjection,
    [
      ["import xpath from 'xpath';", "xpath.select(`//u[@n='${req.query.n}']`, page);", 'req.query.n'],
      ["import xpath from 'xpath';", "xpath.parse('//u[@n=\"' + req.query.n + '\"]');", 'req.query.n'],
      ['', 'document.evaluate(`//u[@n="${req.query.n}"]`, document);', 'req.query.n'],
      ["import xpath from 'xpath';", "xpath.select('//u', req.query.n);"],
      ["import xpath from 'xpath';", 'xpath.select(`//u[${Number(req.query.n)}]`, page);'],
      ['', "document.evaluate('//u', document);"],
    ],
  ],
];

describe('more of npm’s libraries that data from outside must not reach', () => {
  for (const [rule, of] of cases) {
    for (const [imported, line, data] of of) {
      for (const path of ['src/show.js', 'src/show.ts']) {
        it(`${rule.id}: ${data === undefined ? 'is silent on' : 'finds'} ${line} in ${path}`, async () => {
          const head = `${imported}\nexport async function show(req, res) {\n  ${line}\n}\n`;
          const result = found(await reviewExample(rule, { base: {}, head: { [path]: head } }));
          assert.deepEqual(
            result.map((each) => `${each.split(' ', 1)[0] ?? ''} ${/`([^`]+)`, which comes from/.exec(each)?.[1] ?? ''}`),
            data === undefined ? [] : [`${path}:${String(imported.split('\n').length + 2)} ${data}`],
          );
        });
      }
    }
  }

  it('follows what is given to a program when it starts into a shell command', async () => {
    const head =
      "import { execSync } from 'child_process';\n\nexecSync('rm -rf ' + process.argv[2]);\nexecSync('ls ' + process.argv.length);\nexecSync(process.argv[2]);\n";
    const result = found(await reviewExample(shellCommandBuiltFromStrings, { base: {}, head: { 'src/clean.js': head } }));
    assert.deepEqual(result, [
      'src/clean.js:3 This module pastes `process.argv[2]`, which comes from the command line, into a shell command through `execSync`.',
    ]);
  });
});

describe('more of the frameworks that bring data from outside', () => {
  const sources: readonly (readonly [name: string, head: string, finds: readonly string[]])[] = [
    [
      'a loader of Remix',
      'export async function loader({ request }) {\n  const url = new URL(request.url);\n  return fetch(url.searchParams.get("u"));\n}\n',
      ['3'],
    ],
    ['a handler of SvelteKit', 'export async function GET({ url }) {\n  return fetch(url.searchParams.get("u"));\n}\n', ['2']],
    [
      'a Worker',
      'export default {\n  async fetch(request, env) {\n    return fetch(new URL(request.url).searchParams.get("u"));\n  },\n};\n',
      ['3'],
    ],
    ['a request that is taken apart', 'app.post("/a", ({ body }, res) => {\n  fetch(body.url);\n});\n', ['2']],
    ['a page of Next', 'export default async function Page({ searchParams }) {\n  await fetch(searchParams.url);\n}\n', ['2']],
    [
      'what another method has kept',
      'class Job {\n  constructor(req) {\n    this.count = 1;\n  }\n  start(req, res) {\n    this.url = req.query.url;\n  }\n  run() {\n    return fetch(this.url);\n  }\n}\n',
      ['9'],
    ],
    [
      'a class that keeps its own',
      'class Job {\n  start(req, res) {\n    this.url = settings.url;\n  }\n  run() {\n    return fetch(this.url);\n  }\n}\n',
      [],
    ],
    ['a function that is no handler', 'export function load2({ url }) {\n  return fetch(url);\n}\n', []],
    ['a function that loads an address', 'export function load({ url }) {\n  return fetch(url);\n}\n', []],
    [
      'where a reader has put an upload',
      'app.post("/a", (req, res) => {\n  form.parse(req, (error, fields, files) => fetch(files.picture.filepath));\n});\n',
      [],
    ],
    ['a component', 'export function Link({ url }) {\n  return fetch(url);\n}\n', []],
  ];
  for (const [name, head, lines] of sources) {
    it(`${lines.length > 0 ? 'knows' : 'leaves alone'} ${name}`, async () => {
      const result = found(await reviewExample(requestForgery, { base: {}, head: { 'src/a.js': head } }));
      assert.deepEqual(
        result.map((each) => each.slice('src/a.js:'.length).split(' ', 1)[0]),
        lines,
      );
    });
  }
});
