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
