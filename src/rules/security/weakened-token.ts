import { canonical } from '../../code/canonical.ts';
import { literalNumber } from '../../code/flow/literal-number.ts';
import type { Call, Expression } from '../../code/expression.ts';
import { callsIn, codeOf } from '../../code/walk.ts';
import { callKind, callTable } from '../safeguards/call-kind.ts';
import { edited } from '../safeguards/example.ts';
import { optionKind, optionTable } from '../safeguards/option-kind.ts';
import { removalRule } from '../safeguards/removal-rule.ts';

const life = 'the limit on how long a token is valid';
const check = 'a check of tokens';
const tokens = /jwt|jsonwebtoken|jose|token/i;

const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, min: 60, h: 3600, d: 86_400, w: 604_800, y: 31_536_000 };

/** `'15m'`, `900`; longer is looser. Up to twice as long is left alone by taking lengths in steps. */
function lifeLevel(value: Expression): number | undefined {
  const text = value.kind === 'string' ? /^(\d{1,9})\s?([a-z]{0,3})/i.exec(value.value) : undefined;
  const seconds = text
    ? Number(text[1]) * (units[(text[2] ?? '').toLowerCase().slice(0, 3)] ?? units[(text[2] ?? '').charAt(0)] ?? 1)
    : literalNumber(value);
  return seconds === undefined || seconds <= 0 ? undefined : 1 / 4 ** Math.round(Math.log(seconds) / Math.log(4));
}

const isTrue = ({ kind }: Expression): number => (kind === 'true' ? 0 : 1);
const script = (options: string): string =>
  `export function sign(user: User) {\n  return jwt.sign({ sub: user.id }, key, {${options} });\n}\n`;
const read = (call: string): string => `exports.read = (text) => {\n  return ${call};\n};\n`;
const java = (link: string): string =>
  `class Tokens {\n  Claims read(String token) {\n    return Jwts.parser()${link}.verifyWith(key).build().parseSignedClaims(token).getPayload();\n  }\n}\n`;

export const weakenedToken = removalRule({
  id: 'security/weakened-token',
  title: 'Tokens are checked less, or live longer',
  reason:
    'Whoever holds a token is whom it names. One that is not verified can be made by anybody, one of another issuer was made for something else, and one that lives for years is worth stealing.',
  remedy: 'Verify signature, issuer and audience again, and let tokens end after minutes, with another one to renew them.',
  severity: 'error',
  confidence: 'medium',
  yieldsTo: ['security/unverified-token', 'security/weakened-crypto'],
  languages: ['java', 'typescript', 'javascript'],
  cwe: [345, 347, 613],
  sources: [
    { title: 'RFC 8725: JSON Web Token Best Current Practices', url: 'https://www.rfc-editor.org/rfc/rfc8725' },
    {
      title: 'OWASP JSON Web Token Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html',
    },
  ],
  limits:
    'Knows jsonwebtoken, jose, JJWT and Auth0’s library by the names of their calls and options. A life that is up to about twice as long is left alone, and so is one that is a setting.',
  kinds: [
    optionKind(optionTable(['expiresIn', { family: life, level: lifeLevel, of: /sign/i }]), { helpers: /expir|sign|issue/i }),
    optionKind(
      optionTable(
        ['issuer audience algorithms maxAge subject', { family: check, of: /verify/i }],
        ['ignoreExpiration', { family: check, level: isTrue, of: /verify/i }],
      ),
      { helpers: /verify|check|assert/i },
    ),
    callKind(
      callTable(
        ['verify verifyAsync jwtVerify', { family: check, on: tokens }],
        ['jwtVerify', { family: check, on: /^$/ }],
        [
          'setExpirationTime expiration setExpiration withExpiresAt expiresAt',
          { family: life, on: /jwts?\b|token|SignJWT|builder|claims/i, key: () => '' },
        ],
        [
          'requireIssuer requireAudience withIssuer withAudience verifyWith setSigningKey parseSignedClaims parseClaimsJws acceptLeeway',
          { family: check, on: /jwts?\b|parser|verif|require/i },
        ],
      ),
      {
        helpers: /verif|expir|check|assert|valid|decode[rR]/,
        exposed: ({ family }, head, base) => {
          const given = (call: Call): string => (call.arguments[0] ? canonical(call.arguments[0]) : '');
          const before = callsIn(codeOf(base.symbol)).map(given);
          const now = callsIn(codeOf(head.symbol));
          const reading = /decode|parse|sign|compact|claims|payload|build/i;
          return now.some((call) => reading.test(call.name) && (family === life || before.includes(given(call))));
        },
      },
    ),
  ],
  category: 'missing-auth',
  message: ({ lost }, { name, before, after }) =>
    `${name} gives up ${lost.family}: ${before} ${after === undefined ? 'is gone' : `became ${after}`}.`,
  examples: [
    edited(
      'a token lives for ten years',
      'src/tokens.ts',
      script(" expiresIn: '15m'"),
      script(" expiresIn: '3650d'"),
      ["2 `sign` gives up the limit on how long a token is valid: `expiresIn: '15m'` became `expiresIn: '3650d'`."],
      script(" expiresIn: '15m'"),
    ),
    edited('a token lives a little longer', 'src/tokens.ts', script(" expiresIn: '15m'"), script(" expiresIn: '20m'")),
    edited('tokens of any issuer are taken', 'src/main/java/Tokens.java', java('.requireIssuer("acme")'), java(''), [
      '2 `read` gives up a check of tokens: `requireIssuer("acme")` is gone.',
    ]),
    edited(
      'the issuer is a setting now',
      'src/main/java/Tokens.java',
      java('.requireIssuer("acme")'),
      java('.requireIssuer(settings.issuer())'),
    ),
    edited('tokens are only decoded', 'src/tokens.js', read('jwt.verify(text, key)'), read('jwt.decode(text)'), [
      '1 `read` gives up a check of tokens: `jwt.verify(text, key)` is gone.',
    ]),
    edited('another key verifies', 'src/tokens.js', read('jwt.verify(text, key)'), read('jwt.verify(text, keys.current)')),
  ],
});
