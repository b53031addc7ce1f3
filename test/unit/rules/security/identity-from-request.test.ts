import { identityFromRequest } from '../../../../src/rules/security/identity-from-request.ts';
import { fileCases } from '../rule-cases.ts';

const decided = (line: number, claim: string): string =>
  `${line} What the caller may do is decided by ${claim}, which he writes himself: anyone can say it.`;
const taken = (line: number, claim: string): string =>
  `${line} The caller is taken for who ${claim} says, which he writes himself: anyone can say it.`;

describe('security/identity-from-request in Java', () => {
  const java = (body: string, parameters = 'HttpServletRequest request'): string =>
    `class Reports {\n  void remove(${parameters}) {\n    ${body}\n  }\n}\n`;
  const controller = (parameter: string): string =>
    `@RestController\nclass Accounts {\n  @GetMapping("/mine")\n  List<Account> mine(@AuthenticationPrincipal Customer customer) {\n    return accounts.of(customer.id());\n  }\n\n  @GetMapping("/history")\n  List<Entry> history(${parameter}) {\n    return accounts.history(id);\n  }\n}\n`;
  fileCases(identityFromRequest, 'src/main/java/Reports.java', [
    [
      'finds a role that a header says',
      '',
      java('String role = request.getHeader("X-User-Role");\n    if (role.equals("ADMIN")) reports.clear();'),
      [decided(4, 'the header `X-User-Role`')],
    ],
    [
      'finds a rank that a parameter says',
      '',
      java('if (Boolean.parseBoolean(request.getParameter("isAdmin"))) reports.clear();'),
      [decided(3, 'the request parameter `isAdmin`')],
    ],
    [
      'finds a role of an annotated parameter',
      '',
      java('if ("ADMIN".equals(role)) reports.clear();', '@RequestHeader("X-Role") String role'),
      [decided(3, 'the header `X-Role`')],
    ],
    [
      'finds an authentication that is made from a header',
      '',
      java('context.setAuthentication(new UsernamePasswordAuthenticationToken(request.getHeader("X-User"), null, List.of()));'),
      [taken(3, 'the header `X-User`')],
    ],
    [
      'leaves a role that is asked of the container alone',
      '',
      java('if (request.isUserInRole("admin") && "true".equals(request.getParameter("admin"))) reports.clear();'),
      [],
    ],
    ['leaves another parameter alone', '', java('if ("pdf".equals(request.getParameter("format"))) reports.print();'), []],
    [
      'leaves a check of the input alone',
      '',
      java('if (request.getHeader("X-User-Role") == null) throw new IllegalArgumentException("role");'),
      [],
    ],
    [
      'leaves an authentication with a checked token alone',
      '',
      java(
        'tokens.verify(request.getHeader("X-Token"));\n    context.setAuthentication(new UsernamePasswordAuthenticationToken(request.getHeader("X-User"), null, List.of()));',
      ),
      [],
    ],
  ]);
  fileCases(identityFromRequest, 'src/main/java/Accounts.java', [
    [
      'finds a header for the caller beside a handler that asks who is logged in',
      '',
      controller('@RequestHeader("X-Customer-Id") long id'),
      [
        '9 `history` takes the caller for who the header `X-Customer-Id` says, which he writes himself, while `mine` asks who is logged in: anyone can say it.',
      ],
    ],
    ['leaves a header that says something else alone', '', controller('@RequestHeader("X-Request-Id") long id'), []],
    ['leaves a handler that asks itself alone', '', controller('@RequestHeader("X-Customer-Id") long id, Principal principal'), []],
  ]);
});

for (const path of ['src/orders.ts', 'src/orders.js']) {
  const handler = (...lines: readonly string[]): string =>
    `app.post('/orders', async (req, res) => {\n${lines.map((line) => `  ${line}\n`).join('')}});\n`;
  const orders = "app.get('/orders', async (req, res) => {\n  res.json(await Order.find({ userId: req.user.id }));\n});\n";
  describe(`security/identity-from-request in ${path}`, () => {
    fileCases(identityFromRequest, path, [
      [
        'finds a role of a header',
        '',
        handler("if (req.headers['x-role'] === 'admin') await clear();"),
        [decided(2, 'the header `x-role`')],
      ],
      ['finds a rank that is taken as it is', '', handler('if (req.body.isAdmin) await clear();'), [decided(2, 'the field `isAdmin`')]],
      [
        'finds a role that was taken apart',
        '',
        handler('const { role } = req.cookies;', "if (role !== 'admin') return res.sendStatus(403);"),
        [decided(3, 'the cookie `role`')],
      ],
      [
        'finds a user who is looked up by what the request says',
        '',
        handler("req.user = await User.findById(req.get('x-user-id'));"),
        [taken(2, 'the header `x-user-id`')],
      ],
      [
        'finds an owner who is said by the body beside one who is logged in',
        '',
        orders + handler('res.json(await Order.create({ userId: req.body.userId, lines: req.body.lines }));'),
        [
          '5 `userId` is what the field `userId` says, which the caller writes himself, while it is taken from who is logged in elsewhere in this file: anyone can say it.',
        ],
      ],
      ['leaves a role of the session alone', '', handler("if (req.session.role === 'admin') await clear();"), []],
      [
        'leaves the role of a user who is to be made alone',
        '',
        handler("if (req.body.role === 'admin') return res.status(400).send('no');", 'await create(req.body);'),
        [],
      ],
      ['leaves a list of what may be said alone', '', handler("if (!['user', 'admin'].includes(req.query.role)) return res.json([]);"), []],
      [
        'leaves a claim that is held against who is logged in alone',
        '',
        orders +
          handler('if (req.body.userId !== req.user.id) return res.sendStatus(403);', 'await Order.create({ userId: req.body.userId });'),
        [],
      ],
      [
        'leaves a login alone',
        '',
        handler('const user = await check(req.body.user, req.body.password);', 'req.session.user = req.body.user;'),
        [],
      ],
      ['leaves an owner alone where nobody is logged in', '', handler('await Order.create({ userId: req.body.userId });'), []],
    ]);
  });
}

const handler = (...lines: readonly string[]): string =>
  `app.get('/a/:id', (req, res) => {\n${lines.map((line) => `  ${line}\n`).join('')}});\n`;

for (const path of ['src/a.js', 'src/a.ts']) {
  describe(`security/identity-from-request: what the caller says twice, or switches, in ${path}`, () => {
    fileCases(identityFromRequest, path, [
      [
        'finds a cookie that is compared with the path',
        '',
        handler('if (req.cookies.user === req.params.id) show();'),
        ['2 the cookie `user` is compared with the part of the path `id`, and the caller writes both himself: anyone can say it.'],
      ],
      [
        'finds it through local names',
        '',
        handler('const own = req.cookies.owner;', 'const asked = req.query.owner;', 'if (own !== asked) return;'),
        ['4 the cookie `owner` is compared with the query parameter `owner`, and the caller writes both himself: anyone can say it.'],
      ],
      [
        'finds a cookie that logs in',
        '',
        handler('if (req.cookies.known) login();'),
        ['2 Whether `login` is called hangs on the cookie `known`, which the caller writes himself: anyone can say it.'],
      ],
      [
        'finds a parameter that ends the process',
        '',
        handler("if (req.query.stop === 'yes') process.exit();"),
        ['2 Whether `process.exit` is called hangs on the query parameter `stop`, which the caller writes himself: anyone can say it.'],
      ],
      ['leaves a token that is sent twice alone', '', handler('if (req.cookies.csrf !== req.headers["x-csrf"]) return;'), []],
      ['leaves a session alone', '', handler('if (req.session.userId === req.params.id) show();'), []],
      ['leaves the answer of a provider alone', '', handler('if (req.query.code) login();'), []],
      ['leaves another act alone', '', handler('if (req.cookies.dark) paint();'), []],
    ]);
  });
}

for (const path of ['src/mine.js', 'src/mine.ts']) {
  describe(`security/identity-from-request by its place in ${path}`, () => {
    const routes = (...given: readonly string[]): string =>
      given
        .map((each, at) => `router.get('/${String(at)}', signedIn, async (req, res) => res.json(await accounts.list(${each})));\n`)
        .join('');
    fileCases(identityFromRequest, path, [
      [
        'finds an argument that is who is logged in elsewhere',
        '',
        routes('req.user.id', 'req.body.userId'),
        [
          '2 `list` is given what the field `userId` says, which the caller writes himself, while it is given who is logged in elsewhere in this file: anyone can say it.',
        ],
      ],
      ['is silent where nobody is logged in', '', routes('req.body.name', 'req.body.userId'), []],
      ['is silent on something else of the request', '', routes('req.user.id', 'req.body.category'), []],
      [
        'is silent where it is for administrators',
        '',
        `${routes('req.user.id')}router.get('/all', requireAdmin, async (req, res) => res.json(await accounts.list(req.query.userId)));\n`,
        [],
      ],
    ]);
  });
}
