import { removalRule } from '../safeguards/removal-rule.ts';
import { edited } from '../safeguards/example.ts';
import { enforcedPolicies } from './web/enforced-policies.ts';
import { sentTokens } from './web/sent-tokens.ts';
import { forgeryPlugins, listedHeaders, webAnnotations, webCalls, webOptions } from './web-protections.ts';

const app = (...lines: readonly string[]): string => `import express from 'express';\n\nconst app = express();\n${lines.join('\n')}\n`;
const chain = (csrf: string): string =>
  `class Security {\n  SecurityFilterChain chain(HttpSecurity http) {\n    http.authorizeHttpRequests(all -> all.anyRequest().authenticated());\n${csrf}    return http.build();\n  }\n}\n`;
const policy = '    http.headers(h -> h.contentSecurityPolicy(p -> p.policyDirectives("default-src \'self\'")));\n';

export const removedWebProtection = removalRule({
  id: 'security/removed-web-protection',
  title: 'A protection of the browser’s side is taken away',
  reason:
    'Checks against forged requests, security headers, cookie flags and the list of origins keep other sites from acting in a user’s name and scripts from reading what they should not. Without them everything still works, so no test fails.',
  remedy:
    'Put it back. Where a proxy or a gateway sends it now, say so in the change. Where it is too strict, loosen the one directive, path or origin that needs it.',
  severity: 'error',
  confidence: 'medium',
  yieldsTo: [
    'security/weakened-security-header',
    'security/disabled-csrf-protection',
    'security/insecure-cookie',
    'security/permissive-cors',
  ],
  languages: ['java', 'typescript', 'javascript'],
  cwe: [352, 693, 942, 1021, 1004, 614],
  sources: [
    { title: 'OWASP HTTP Headers Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html' },
    {
      title: 'OWASP Cross-Site Request Forgery Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'Knows middleware of Express, Koa, Fastify and Hono by its name, Spring Security’s configuration, headers that are set by name, and the options of cookies and CORS. A protection that appears in another place of the change, or in a file of the change that is not code, has moved and is no finding.',
  kinds: [webCalls, webOptions, webAnnotations, forgeryPlugins, listedHeaders, enforcedPolicies, sentTokens],
  category: 'headers',
  examples: [
    edited(
      'middleware that sets the security headers is removed',
      'src/app.ts',
      app('app.use(helmet());', "app.get('/', home);"),
      app("app.get('/', home);"),
      ['1 `app.ts` gives up security headers: `app.use(helmet())` is gone.'],
      app('app.use(helmet());', "app.get('/', home);"),
    ),
    edited(
      'the middleware moved into a function of the change',
      'src/app.ts',
      app('app.use(helmet());', "app.get('/', home);"),
      app("app.get('/', home);", 'secure();', 'function secure() {', '  app.use(helmet());', '}'),
    ),
    edited(
      'a cookie may be read by scripts',
      'src/login.js',
      "exports.login = (req, res) => {\n  res.cookie('sid', sid, { httpOnly: true, path: '/' });\n};\n",
      "exports.login = (req, res) => {\n  res.cookie('sid', sid, { httpOnly: false, path: '/' });\n};\n",
      ['2 `login` gives up the cookie flag HttpOnly: `httpOnly: true` became `httpOnly: false`.'],
    ),
    edited(
      'a cookie is sent to the same site only',
      'src/login.js',
      "exports.login = (req, res) => {\n  res.cookie('sid', sid, { sameSite: 'lax' });\n};\n",
      "exports.login = (req, res) => {\n  res.cookie('sid', sid, { sameSite: 'strict' });\n};\n",
    ),
    edited(
      'a content security policy is no longer sent',
      'src/main/java/Security.java',
      chain(policy),
      chain(''),
      ['2 `chain` gives up security headers: `h.contentSecurityPolicy(p -> p.policyDirectives("default-src \'self\'"))` is gone.'],
      chain(policy),
    ),
    edited('another policy is sent', 'src/main/java/Security.java', chain(policy), chain(policy.replace("'self'", "'none'"))),
  ],
  message: ({ lost }, { name, before, after }) =>
    `${name} gives up ${lost.family}: ${before} ${after === undefined ? 'is gone' : `became ${after}`}.`,
});
