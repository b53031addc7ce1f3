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
