import assert from 'node:assert/strict';
import { LineIndex } from '../../../../src/base/line-index.ts';
import type { FileFacts } from '../../../../src/code/facts.ts';
import { surfaceOf } from '../../../../src/code/surface/surface-of.ts';
import { factsOf } from '../../languages/java/reading-java.ts';
import { read } from '../../languages/typescript/read.ts';

/** `kind name`, with what holds where nothing is said and whether it must be given. */
function shown(facts: FileFacts, text: string, path: string): readonly string[] {
  const lines = new LineIndex(text);
  return surfaceOf({ side: 'head', path, text, lines, role: 'production', facts, touched: [], secrets: [] }).map(
    ({ kind, name, default: fallback, required, aliases = [] }) =>
      `${kind} ${[name, ...aliases].join(' ')}${fallback === undefined ? '' : ` = ${fallback}`}${required ? ' !' : ''}`,
  );
}

type Case = readonly [name: string, code: string, shown: readonly string[]];

function scriptCases(cases: readonly Case[]): void {
  for (const [name, text, expected] of cases) {
    it(name, async () => {
      assert.deepEqual([...shown(await read(text, 'src/a.ts'), text, 'src/a.ts')].sort(), [...expected].sort());
    });
  }
}

const variable = (text: string): string => `environment-variable ${text}`;
const route = (text: string): string => `route ${text}`;

describe('what scripts read from outside', () => {
  scriptCases([
    [
      'a variable',
      'run(process.env.SHOP_A, process.env["SHOP_B"], import.meta.env.SHOP_C, Bun.env.SHOP_D);',
      ['SHOP_A', 'SHOP_C', 'SHOP_D', 'SHOP_B'].sort().map(variable),
    ],
    [
      'what stands in for it',
      "run(process.env.SHOP_A ?? 'a'); run(process.env.SHOP_B || 80); run(process.env.SHOP_C && 'c'); run('d' || process.env.SHOP_D);",
      ['SHOP_A = a', 'SHOP_B = 80', 'SHOP_C', 'SHOP_D'].map(variable),
    ],
    [
      'that it must be there',
      "if (!process.env.SHOP_A) throw new Error('no');\nif (!process.env.SHOP_B) process.exit(1);\nif (!process.env.SHOP_C) warn();\nif (!process.env.SHOP_D) { exit(1); }\nif (process.env.SHOP_E) throw new Error('no');\nrun(!process.env.SHOP_F);",
      ['SHOP_A !', 'SHOP_B !', 'SHOP_C', 'SHOP_D', 'SHOP_E', 'SHOP_F'].map(variable),
    ],
    ['no name that is only known later', 'run(process.env[name], env.SHOP_A, other.env.SHOP_B, process.envs.SHOP_C);', []],
    ['nothing that is set or taken away', "process.env.SHOP_A = 'a';\ndelete process.env.SHOP_B;\nprocess.env['SHOP_C'] = 'c';", []],
    [
      'nothing that the platform sets',
      'run(process.env.CI, process.env.NODE_ENV, process.env.npm_package_name, process.env.GITHUB_SHA, process.env.LC_ALL);',
      [],
    ],
    [
      'what a pattern takes',
      "function start() { const { SHOP_A, SHOP_B: b, SHOP_C = 'c', SHOP_D: d = 4, HOME, ...others } = process.env; }",
      ['SHOP_A', 'SHOP_B', 'SHOP_C = c', 'SHOP_D = 4'].map(variable),
    ],
    [
      'nothing that a pattern takes from elsewhere',
      'function start() { const { SHOP_A } = options; const env = process.env; const [SHOP_B] = list; }',
      [],
    ],
    [
      'what Deno reads',
      "run(Deno.env.get('SHOP_A'), Deno.env.get('port') ?? '80', Deno.env.has('SHOP_B'));",
      ['SHOP_A', 'port = 80'].map(variable),
    ],
    [
      'what a service for settings reads',
      "run(this.configService.get('SHOP_A', 'a'), config.getOrThrow('SHOP_B'), config.get('shop.b'), cache.get('SHOP_C'), config.set('SHOP_D'));",
      ['SHOP_A = a', 'SHOP_B !'].map(variable),
    ],
    [
      'what is asked for by a function that insists',
      "run(requireEnv('SHOP_A'), mustGetEnv('SHOP_B'), getEnv('SHOP_C'), this.requireEnv('SHOP_D'), requireEnv(name), requireEnv());",
      ['SHOP_A !', 'SHOP_B !'].map(variable),
    ],
  ]);
});

describe('the routes that scripts register', () => {
  scriptCases([
    [
      'by each method',
      "app.get('/a', a); app.post('/a', a); app.put('/a', a); app.patch('/a', a); app.del('/a', a); app.all('/a', a); app.head('/a', a); app.options('/a', a);",
      ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'ANY', 'HEAD', 'OPTIONS'].map((verb) => route(`${verb} /a`)),
    ],
    ['with several paths', "router.get(['/a', '/b/'], a);", ['GET /a', 'GET /b'].map(route)],
    [
      'with a name by Koa',
      "import Router from '@koa/router';\nconst r = new Router();\nr.get('list', '/orders', all);",
      [route('GET /orders')],
    ],
    [
      'by Hono',
      "import { Hono } from 'hono';\nconst shop = new Hono();\nshop.get('/a', (c) => c.text('a'));\nshop.get('*', guard);",
      ['GET /a', 'GET *'].map(route),
    ],
    ['by a constant', "const path = '/a';\nconst app = express();\napp.get(path, a);\napp.get(other, a);", [route('GET /a')]],
    ['in a chain', "router.route('/a').get(a).post(a);\nrouter.route(path).get(a);", ['POST /a', 'GET /a'].map(route)],
    [
      'by objects',
      "server.route([{ method: 'GET', path: '/a', handler }, { method: ['PUT', 'POST'], url: '/b' }, { method: '*', path: '/c' }, other, { path: '/d' }]);",
      ['GET /a', 'PUT /b', 'POST /b', 'ANY /c'].map(route),
    ],
    [
      'where others are mounted',
      "app.use('/a', aRouter); app.use('/b', require('./b')); app.use('/c', routes()); app.use('/d', express.static('d')); app.use('/e', require('cors')); app.use('/', aRouter); app.use('/f', guard, fRouter); app.use(gRouter); app.register(hRoutes); cache.use('/i', iRouter);",
      ['ANY /a/…', 'ANY /b/…', 'ANY /c/…', 'ANY /f/…'].map(route),
    ],
    [
      'no call without a handler, on no object, or of something else',
      "app.get('/a'); get('/b', b); app.get('title', 'x'); app.get('/c', 'text'); cache.get('/d', d); app.listen('/e', e); app.use();",
      [],
    ],
    ['no call of a client', "import api from 'axios';\napi.get('/a', options);", []],
    ['a router from a file', "import { router } from './router';\nrouter.get('/a', a);", [route('GET /a')]],
  ]);
});

describe('the options that scripts take', () => {
  scriptCases([
    [
      'by commander',
      "import { program, Option } from 'commander';\nprogram.command('serve <dir>').option('-p, --port <n>', 'The port', '80').requiredOption('--host <name>').option('--no-color').addOption(new Option('--mode [mode]'));\nprogram.option('nothing');",
      ['argument <dir> !', 'command serve', 'option --port -p = 80', 'option --host !', 'option --no-color', 'option --mode'],
    ],
    [
      'by yargs',
      "import yargs from 'yargs';\nyargs.option('maxSize', { alias: ['m', 'big'], demandOption: true }).options({ port: { default: 80, alias: 'p' }, bad: 1 }).command(['run', 'r'], 'Runs');",
      ['command run r', 'option --port -p = 80', 'option --max-size --big -m !'],
    ],
    [
      'by node:util',
      "import { parseArgs } from 'node:util';\nparseArgs({ options: { port: { type: 'string', short: 'p' } } });\nparseArgs({});\nparseArgs();",
      ['option --port -p'],
    ],
    ['by meow', "import meow from 'meow';\nmeow('help', { flags: { all: { shortFlag: 'a', isRequired: true } } });", ['option --all -a !']],
    ['by nothing else', "program.option('--port <n>');", []],
  ]);
});

describe('what Java reads from outside', () => {
  const cases: readonly Case[] = [
    [
      'variables',
      'run(System.getenv("SHOP_A"), java.lang.System.getenv("SHOP_B"), other.getenv("SHOP_C"), System.getenv(name), System.getenv());',
      ['SHOP_A', 'SHOP_B'].map(variable),
    ],
    [
      'properties',
      'run(System.getProperty("shop.a", "a"), environment.getRequiredProperty("shop.b"), this.env.getProperty("shop.c"), context.getEnvironment().getProperty("shop.d"), bag.getProperty("shop.e"));',
      ['shop.a = a', 'shop.b !', 'shop.c', 'shop.d'].map((text) => `setting ${text}`),
    ],
    [
      'numbers and flags',
      'run(Boolean.getBoolean("shop.a"), Integer.getInteger("shop.b", 8), Long.getLong("shop.c"), row.getLong("shop.d"));',
      ['shop.a', 'shop.b = 8', 'shop.c'].map((text) => `setting ${text}`),
    ],
    ['nothing of the runtime', 'run(System.getProperty("java.version"), System.getProperty("os.name"), System.getenv("HOME"));', []],
    ['nothing that is no name', 'run(System.getProperty("a b"), System.getProperty(""));', []],
  ];
  for (const [name, code, expected] of cases) {
    it(name, async () => {
      const text = `class Shop {\n  void start() {\n    ${code}\n  }\n}\n`;
      assert.deepEqual(shown(await factsOf(text), text, 'src/main/java/Shop.java'), expected);
    });
  }

  it('is not looked at in hidden folders', async () => {
    const text = 'run(process.env.SHOP_A);';
    const facts = await read(text, 'src/a.ts');
    assert.deepEqual(shown(facts, text, '.tool/a.ts'), []);
  });
});
