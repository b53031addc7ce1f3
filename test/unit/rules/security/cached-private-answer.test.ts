import { cachedPrivateAnswer } from '../../../../src/rules/security/cached-private-answer.ts';
import { fileCases } from '../rule-cases.ts';

const handler = (...lines: readonly string[]): string =>
  `app.get('/me', (req, res) => {\n${lines.map((line) => `  ${line}\n`).join('')}});\n`;
const says = (line: number, header: string, person: string): string =>
  `${String(line)} \`${header}\` lets every cache keep this answer, which is made for \`${person}\`: the next one who asks gets it.`;

for (const path of ['src/me.js', 'src/me.ts']) {
  describe(`security/cached-private-answer in ${path}`, () => {
    fileCases(cachedPrivateAnswer, path, [
      [
        'finds a public answer',
        '',
        handler("res.setHeader('Cache-Control', 'public, max-age=60');", 'res.json(orders.of(req.user.id));'),
        [says(2, 'public, max-age=60', 'req.user.id')],
      ],
      [
        'finds a shared age',
        '',
        handler("res.set('cache-control', 's-maxage=600');", 'res.json(find(req.session.userId));'),
        [says(2, 's-maxage=600', 'req.session.userId')],
      ],
      [
        'finds headers of a response',
        '',
        "export async function GET() {\n  const session = await auth();\n  return Response.json(session.user, { headers: { 'Cache-Control': 'public, s-maxage=60' } });\n}\n",
        [says(3, 'public, s-maxage=60', 'session.user')],
      ],
      [
        'finds a user that is taken out of the request',
        '',
        handler('const { user } = req;', "res.set('Cache-Control', 'public, max-age=60');", 'res.json(user.name);'),
        [says(3, 'public, max-age=60', 'user.name')],
      ],
      [
        'finds the current user',
        '',
        handler('const user = await getCurrentUser();', "res.set('Cache-Control', 'public');", 'res.json(user.name);'),
        [says(3, 'public', 'user.name')],
      ],
      [
        'is silent on the page of somebody else',
        '',
        handler('const user = await users.find(req.params.id);', "res.set('Cache-Control', 'public');", 'res.json(user.name);'),
        [],
      ],
      [
        'is silent on a session of another kind',
        '',
        handler('const session = await talks.find(req.query.id);', "res.set('Cache-Control', 'public');", 'res.json(session.title);'),
        [],
      ],
      ['is silent on a private answer', '', handler("res.set('Cache-Control', 'private, max-age=60');", 'res.json(req.user.id);'), []],
      ['is silent on an answer for everyone', '', handler("res.set('Cache-Control', 'public, max-age=60');", 'res.json(rates);'), []],
      [
        'is silent on another handler',
        '',
        handler("res.set('Cache-Control', 'public, max-age=60');", 'res.json(rates);') + handler('res.json(req.user.id);'),
        [],
      ],
    ]);
  });
}

for (const path of ['src/me.js', 'src/me.ts']) {
  describe(`security/cached-private-answer of the whole person in ${path}`, () => {
    fileCases(cachedPrivateAnswer, path, [
      [
        'finds a public answer with all of the user',
        '',
        handler("res.setHeader('Cache-Control', 'public, max-age=60');", 'res.json(req.user);'),
        [says(2, 'public, max-age=60', 'req.user')],
      ],
      ['is silent on a question', '', handler("res.setHeader('Cache-Control', 'public');", 'if (req.user) count();', 'res.json(all);'), []],
    ]);
  });
}

const inJava = (parameters: string, ...lines: readonly string[]): string =>
  `@RestController\nclass Me {\n  ResponseEntity<Account> me(${parameters}) {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('security/cached-private-answer in Java', () => {
  fileCases(cachedPrivateAnswer, 'src/main/java/Me.java', [
    [
      'finds a public cache beside a principal',
      '',
      inJava('Principal who', 'return ok().cacheControl(CacheControl.maxAge(1, HOURS).cachePublic()).body(accounts.of(who.getName()));'),
      [says(4, 'cachePublic()', 'who')],
    ],
    [
      'finds a header of a response',
      '',
      inJava(
        '@AuthenticationPrincipal User who, HttpServletResponse response',
        'response.setHeader("Cache-Control", "public, max-age=60");',
        'return ok(who);',
      ),
      [says(4, 'public, max-age=60', 'who')],
    ],
    [
      'finds a header by its constant',
      '',
      inJava('Authentication who', 'return ok().header(HttpHeaders.CACHE_CONTROL, "public").body(accounts.of(who));'),
      [says(4, 'public', 'who')],
    ],
    [
      'is silent on a private cache',
      '',
      inJava('Principal who', 'return ok().cacheControl(CacheControl.maxAge(1, HOURS).cachePrivate()).body(of(who));'),
      [],
    ],
    [
      'is silent on what is for everyone',
      '',
      inJava('Long id', 'return ok().cacheControl(CacheControl.maxAge(1, HOURS).cachePublic()).body(of(id));'),
      [],
    ],
    [
      'is silent where the principal is not used',
      '',
      inJava('Principal who', 'return ok().cacheControl(CacheControl.noCache().cachePublic()).body(all());'),
      [],
    ],
  ]);
});
