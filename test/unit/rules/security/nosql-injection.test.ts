import { nosqlInjection } from '../../../../src/rules/security/nosql-injection.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string => `export function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

describe('security/nosql-injection in Java', () => {
  fileCases(nosqlInjection, 'src/main/java/Page.java', [
    [
      'finds new BasicQuery(name);',
      '',
      java('new BasicQuery(name);'),
      [
        '5 `doGet` queries the database with `request.getParameter("name")`, which comes from the request and may be an object with operators, through `BasicQuery`.',
      ],
    ],
    [
      'finds BasicDBObject.parse("{ name: \'" + name + "\' }");',
      '',
      java('Document.parse(name);', 'BasicDBObject.parse("{ name: \'" + name + "\' }");'),
      [
        '5 `doGet` queries the database with `request.getParameter("name")`, which comes from the request and may be an object with operators, through `Document.parse`.',
        '6 `doGet` queries the database with `request.getParameter("name")`, which comes from the request and may be an object with operators, through `BasicDBObject.parse`.',
      ],
    ],
    [
      'finds new BasicQuery(json);',
      '',
      java('String json = "{ name: \'" + name + "\' }";', 'new BasicQuery(json);'),
      [
        '6 `doGet` queries the database with `request.getParameter("name")`, which comes from the request and may be an object with operators, through `BasicQuery`.',
      ],
    ],
    ['is silent on new BasicQuery("{}");', '', java('new BasicQuery("{}");'), []],
    ['is silent on Filters.eq("name", name);', '', java('Filters.eq("name", name);'), []],
    ['is silent on new BasicQuery(name);', '', java('if (!known.contains(name)) return;', 'new BasicQuery(name);'), []],
  ]);
});

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/nosql-injection in ${path}`, () => {
    fileCases(nosqlInjection, path, [
      [
        'finds db.users.findOne({ name: req.body.name });',
        '',
        script('db.users.findOne({ name: req.body.name });'),
        [
          '2 `show` queries the database with `req.body.name`, which comes from the body of the request and may be an object with operators, through `db.users.findOne`.',
        ],
      ],
      [
        'finds User.find(filter);',
        '',
        script('const filter = { name: req.query.name };', 'User.find(filter);'),
        [
          '3 `show` queries the database with `req.query.name`, which comes from the request and may be an object with operators, through `User.find`.',
        ],
      ],
      [
        'finds User.deleteMany(req.body);',
        '',
        script('User.deleteMany(req.body);'),
        [
          '2 `show` queries the database with `req.body`, which comes from the body of the request and may be an object with operators, through `User.deleteMany`.',
        ],
      ],
      ['is silent on User.find({ name: String(req.query.name) });', '', script('User.find({ name: String(req.query.name) });'), []],
      ['is silent on User.find({ open: true });', '', script('User.find({ open: true });'), []],
      [
        'is silent on User.find({ name: req.query.name });',
        '',
        script("if (typeof req.query.name !== 'number') return;", 'User.find({ name: req.query.name });'),
        [],
      ],
    ]);
  });
}
