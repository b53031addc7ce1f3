import { permissiveCors } from '../../../../src/rules/security/permissive-cors.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/permissive-cors in Java', () => {
  fileCases(permissiveCors, 'src/main/java/A.java', [
    [
      'finds an annotation for all',
      '',
      '@CrossOrigin(origins = "*")\n@RestController\nclass A {\n}\n',
      ['1 Any site may read the answers.'],
    ],
    [
      'finds an annotation without origins',
      '',
      'class A {\n  @CrossOrigin\n  @GetMapping("/a")\n  String a() {\n    return "a";\n  }\n}\n',
      ['2 Any site may read the answers.'],
    ],
    [
      'finds a header for all',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    response.setHeader("Access-Control-Allow-Origin", "*");\n  }\n}\n',
      ['3 Any site may read the answers.'],
    ],
    [
      'finds a configuration for all',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    CorsConfiguration cors = new CorsConfiguration();\n    cors.setAllowedOrigins(List.of("*"));\n  }\n}\n',
      ['4 Any site may read the answers.'],
    ],
    [
      'finds the origin that asks',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));\n    response.setHeader("Access-Control-Allow-Credentials", "true");\n  }\n}\n',
      ['3 Whatever site asks may read the answers, with the user’s cookies.'],
    ],
    ['leaves a list alone', '', '@CrossOrigin("https://shop.acme.com")\nclass A {\n}\n', []],
    [
      'leaves origins of settings alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    cors.setAllowedOrigins(settings.origins());\n  }\n}\n',
      [],
    ],
    [
      'leaves another header alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    response.setHeader("Access-Control-Allow-Methods", "*");\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/permissive-cors in ${path}`, () => {
    fileCases(permissiveCors, path, [
      ['finds a header for all', '', "res.setHeader('Access-Control-Allow-Origin', '*');\n", ['1 Any site may read the answers.']],
      [
        'finds headers in an object',
        '',
        "export const headers = { 'Access-Control-Allow-Origin': '*' };\n",
        ['1 Any site may read the answers.'],
      ],
      [
        'finds a null origin with credentials',
        '',
        "function open(req, res) {\n  res.header('Access-Control-Allow-Origin', 'null');\n  res.header('Access-Control-Allow-Credentials', 'true');\n}\n",
        ['2 Pages without an origin, such as a sandboxed frame of any site, may read the answers, with the user’s cookies.'],
      ],
      [
        'finds a function that lets all in',
        '',
        "import cors from 'cors';\napp.use(cors({ origin: (origin, done) => done(null, true), credentials: true }));\n",
        ['2 Whatever site asks may read the answers, with the user’s cookies.'],
      ],
      [
        'finds a fallback to the one that asks',
        '',
        "function open(req, res) {\n  res.set('Access-Control-Allow-Origin', req.headers.origin || '*');\n  res.set('Access-Control-Allow-Credentials', 'true');\n}\n",
        ['2 Whatever site asks may read the answers, with the user’s cookies.'],
      ],
      ['leaves one origin alone', '', "res.setHeader('Access-Control-Allow-Origin', 'https://shop.acme.com');\n", []],
      [
        'leaves a function that looks alone',
        '',
        "import cors from 'cors';\napp.use(cors({ origin: (origin, done) => done(null, allowed.has(origin)), credentials: true }));\n",
        [],
      ],
      [
        'leaves an origin that is compared alone',
        '',
        "function open(req, res) {\n  if (req.headers.origin === home) res.setHeader('Access-Control-Allow-Origin', req.headers.origin);\n}\n",
        [],
      ],
      ['leaves a setting alone', '', "res.setHeader('Access-Control-Allow-Origin', settings.origin);\n", []],
    ]);
  });
}

describe('security/permissive-cors by decorators of NestJS', () => {
  const controller = (decorator: string): string =>
    `@Controller()\nexport class Rates {\n  @Get()\n  ${decorator}\n  all() {\n    return this.rates.all();\n  }\n}\n`;
  fileCases(permissiveCors, 'src/rates.ts', [
    ['finds any origin', '', controller("@Header('Access-Control-Allow-Origin', '*')"), ['4 Any site may read the answers.']],
    ['leaves one origin alone', '', controller("@Header('Access-Control-Allow-Origin', 'https://acme.com')"), []],
    ['leaves another header alone', '', controller("@Header('Timing-Allow-Origin', '*')"), []],
  ]);
});

describe('security/permissive-cors with options and frameworks', () => {
  fileCases(permissiveCors, 'src/b.ts', [
    ['finds the default of the package', '', "import cors from 'cors';\napp.use(cors());\n", ['2 Any site may read the answers.']],
    [
      'finds a star among origins',
      '',
      "import cors from 'cors';\napp.use(cors({ origin: ['https://a.example', '*'] }));\n",
      ['2 Any site may read the answers.'],
    ],
    [
      'finds a pattern of anything',
      '',
      "import cors from 'cors';\napp.use(cors({ origin: /.*/, credentials: true }));\n",
      ['2 Whatever site asks may read the answers, with the user’s cookies.'],
    ],
    [
      'finds the origin that asks',
      '',
      "import cors from 'cors';\napp.use(cors({ origin: true, credentials: true }));\n",
      ['2 Whatever site asks may read the answers, with the user’s cookies.'],
    ],
    [
      'finds a function that gives the origin back',
      '',
      "import cors from 'cors';\napp.use(cors({ origin: (origin) => origin, credentials: true }));\n",
      ['2 Whatever site asks may read the answers, with the user’s cookies.'],
    ],
    [
      'finds options in a variable',
      '',
      "import cors from 'cors';\nconst options = { origin: true, credentials: true };\napp.use(cors(options));\n",
      ['2 Whatever site asks may read the answers, with the user’s cookies.'],
    ],
    ['finds a required package', '', "const cors = require('cors');\napp.use(cors());\n", ['2 Any site may read the answers.']],
    ['finds Koa’s package', '', "import cors from '@koa/cors';\napp.use(cors({ origin: '*' }));\n", ['2 Any site may read the answers.']],
    [
      'finds Fastify’s plugin',
      '',
      "import cors from '@fastify/cors';\napp.register(cors, { origin: true, credentials: true });\n",
      ['2 Whatever site asks may read the answers, with the user’s cookies.'],
    ],
    ['finds NestJS’ default', '', 'app.enableCors();\n', ['1 Any site may read the answers.']],
    [
      'finds credentials beside a header in an object',
      '',
      "export function open(res) {\n  res.writeHead(200, { 'Access-Control-Allow-Origin': 'null', 'Access-Control-Allow-Credentials': 'true' });\n}\n",
      ['2 Pages without an origin, such as a sandboxed frame of any site, may read the answers, with the user’s cookies.'],
    ],
    ['leaves one pattern alone', '', "import cors from 'cors';\napp.use(cors({ origin: /\\.acme\\.com$/ }));\n", []],
    [
      'leaves origins of a list alone',
      '',
      "import cors from 'cors';\napp.use(cors({ origin: ['https://a.example'], credentials: true }));\n",
      [],
    ],
    ['leaves no origin alone', '', "import cors from 'cors';\napp.use(cors({ origin: false }));\n", []],
    [
      'leaves a longer function alone',
      '',
      "import cors from 'cors';\napp.use(cors({ origin: (origin, done) => { check(origin); done(null, true); } }));\n",
      [],
    ],
    ['leaves an empty function alone', '', "import cors from 'cors';\napp.use(cors({ origin: () => {} }));\n", []],
    [
      'leaves a function that denies alone',
      '',
      "import cors from 'cors';\napp.use(cors({ origin: (origin, done) => done(null, false) }));\n",
      [],
    ],
    [
      'finds the origin that a request names',
      '',
      "function open(req, res) {\n  const origin = req.query.origin;\n  res.setHeader('Access-Control-Allow-Origin', origin);\n}\n",
      ['3 Whatever site asks may read the answers.'],
    ],
    ['leaves options of elsewhere alone', '', "import cors from 'cors';\napp.use(cors(settings.cors));\n", []],
    ['leaves another function of that name alone', '', "import { cors } from './mine';\napp.use(cors());\n", []],
    ['leaves another plugin alone', '', "import helmet from '@fastify/helmet';\napp.register(helmet, { origin: true });\n", []],
    ['leaves a function without an application alone', '', 'enableCors();\n', []],
    [
      'leaves an origin that is looked up alone',
      '',
      "function open(req, res) {\n  const origin = req.headers.origin;\n  if (allowed.has(origin)) res.setHeader('Access-Control-Allow-Origin', origin);\n}\n",
      [],
    ],
    [
      'leaves an origin that a conditional looks up alone',
      '',
      "function open(req, res) {\n  res.setHeader('Access-Control-Allow-Origin', allowed.has(req.headers.origin) ? req.headers.origin : home);\n}\n",
      [],
    ],
  ]);
});

describe('security/permissive-cors in a plugin of Vite', () => {
  const plugin = (around: string): string =>
    `export const shared = {\n  configureServer(server) {\n    ${around}((request, response) => {\n      response.setHeader('Access-Control-Allow-Origin', '*');\n      response.end(source);\n    });\n  },\n};\n`;
  fileCases(permissiveCors, 'src/shared.ts', [
    ['leaves alone what is answered while somebody develops', '', plugin('server.middlewares.use'), []],
    ['finds what a server answers', '', plugin('server.use'), ['4 Any site may read the answers.']],
  ]);
});
