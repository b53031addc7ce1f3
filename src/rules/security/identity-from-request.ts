import {
  believedArguments,
  believedHeaders,
  believedOwners,
  believedPersons,
  believedRanks,
  type Believed,
} from './access/believed-claims.ts';
import { believedPairs, believedSwitches } from './access/believed-switches.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

export const identityFromRequest = patternRule({
  id: 'security/identity-from-request',
  title: 'A caller is taken for who he says he is',
  reason:
    'Headers, cookies, parameters and bodies are written by whoever sends the request. Where one of them says who is calling or what he may do, everybody is whom he likes, and sees and does what belongs to others.',
  remedy:
    'Take who is calling from the session or from a token whose signature was verified, and what he may do from where the product keeps it. Where a gateway writes a header, verify that the request came through the gateway.',
  severity: 'error',
  confidence: 'medium',
  category: 'missing-auth',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [639, 290, 807],
  sources: [
    {
      title: 'OWASP API Security API1: Broken Object Level Authorization',
      url: 'https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/',
    },
    { title: 'CWE-807: Reliance on Untrusted Inputs in a Security Decision', url: 'https://cwe.mitre.org/data/definitions/807.html' },
  ],
  limits:
    'Known by names such as `userId`, `x-user-id`, `role` and `isAdmin`. A function that also asks who is logged in, or checks a password, token or signature, is left alone. A header for who is calling is found only beside handlers that ask the framework, since a gateway may write it.',
  examples: [
    {
      name: 'a header says that the caller is an administrator',
      base: {},
      head: {
        'src/main/java/Reports.java':
          'class Reports {\n  void remove(HttpServletRequest request) {\n    if ("true".equals(request.getHeader("X-Is-Admin"))) reports.clear();\n  }\n}\n',
      },
      finds: [
        'src/main/java/Reports.java:3 What the caller may do is decided by the header `X-Is-Admin`, which he writes himself: anyone can say it.',
      ],
    },
    {
      name: 'the container knows the role',
      base: {},
      head: {
        'src/main/java/Reports.java':
          'class Reports {\n  void remove(HttpServletRequest request) {\n    if (request.isUserInRole("admin")) reports.clear();\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'the body says who is calling',
      base: {},
      head: { 'src/session.ts': 'export function start(req: Request) {\n  req.session.userId = req.body.userId;\n}\n' },
      finds: ['src/session.ts:2 The caller is taken for who the field `userId` says, which he writes himself: anyone can say it.'],
    },
    {
      name: 'the password was checked before',
      base: {},
      head: {
        'src/session.ts':
          'export async function start(req: Request) {\n  await verifyPassword(req.body.userId, req.body.password);\n  req.session.userId = req.body.userId;\n}\n',
      },
      finds: [],
    },
    {
      name: 'a query parameter says that the caller is an administrator',
      base: {},
      head: {
        'src/report.js':
          "exports.show = (req, res) => {\n  if (req.query.admin === 'true') return res.json(all());\n  res.json(own());\n};\n",
      },
      finds: [
        'src/report.js:2 What the caller may do is decided by the query parameter `admin`, which he writes himself: anyone can say it.',
      ],
    },
    {
      name: 'the session says it',
      base: {},
      head: {
        'src/report.js':
          "exports.show = (req, res) => {\n  if (req.session.role === 'admin') return res.json(all());\n  res.json(own());\n};\n",
      },
      finds: [],
    },
  ],
  *look(code) {
    for (const found of [
      ...believedRanks(code),
      ...believedPersons(code),
      ...believedOwners(code),
      ...believedArguments(code),
      ...believedHeaders(code),
    ])
      yield sighting(found);
    if (code.file.facts?.language === 'java') return;
    for (const found of [...believedPairs(code), ...believedSwitches(code)]) yield sighting(found);
  },
});

function sighting({ at, range, what, instead, beside }: Believed): {
  readonly at: Believed['at'];
  readonly range: Believed['range'];
  readonly message: string;
} {
  return {
    at,
    range,
    message: `${what}: anyone can say it.`,
    ...(beside && { related: { range: beside, caption: 'here it is asked who is logged in' } }),
    ...(instead !== undefined && { fix: { title: 'Take it from who is logged in', edits: [{ range, newText: instead }] } }),
  };
}
