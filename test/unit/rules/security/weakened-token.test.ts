import { weakenedToken } from '../../../../src/rules/security/weakened-token.ts';
import { fileCases } from '../rule-cases.ts';

const script = (...lines: readonly string[]): string =>
  `export function tokens(user, text) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const java = (...lines: readonly string[]): string =>
  `class Tokens {\n  Object tokens(User user, String text) {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const life = 'the limit on how long a token is valid';
const check = 'a check of tokens';

for (const path of ['src/tokens.ts', 'src/tokens.js']) {
  describe(`security/weakened-token in ${path}`, () => {
    fileCases(weakenedToken, path, [
      [
        'finds a token that lives for a year',
        script("return jwt.sign({ sub: user.id }, key, { expiresIn: '15m' });"),
        script("return jwt.sign({ sub: user.id }, key, { expiresIn: '365d' });"),
        [`2 \`tokens\` gives up ${life}: \`expiresIn: '15m'\` became \`expiresIn: '365d'\`.`],
      ],
      [
        'finds a token that lives for ever',
        script('return jwt.sign({ sub: user.id }, key, { expiresIn: 900 });'),
        script('return jwt.sign({ sub: user.id }, key);'),
        [`1 \`tokens\` gives up ${life}: \`expiresIn: 900\` is gone.`],
      ],
      [
        'finds tokens of any audience',
        script("return jwt.verify(text, key, { audience: 'shop' });"),
        script('return jwt.verify(text, key);'),
        [`1 \`tokens\` gives up ${check}: \`audience: 'shop'\` is gone.`],
      ],
      [
        'finds a token that is only decoded',
        script('return jwt.verify(text, key);'),
        script('return jwt.decode(text);'),
        [`1 \`tokens\` gives up ${check}: \`jwt.verify(text, key)\` is gone.`],
      ],
      [
        'leaves a shorter life alone',
        script("return jwt.sign({ sub: user.id }, key, { expiresIn: '1h' });"),
        script("return jwt.sign({ sub: user.id }, key, { expiresIn: '15m' });"),
        [],
      ],
      [
        'leaves a life alone that is a setting',
        script("return jwt.sign({ sub: user.id }, key, { expiresIn: '1h' });"),
        script('return jwt.sign({ sub: user.id }, key, { expiresIn: settings.life });'),
        [],
      ],
      [
        'leaves a check alone that moved into a function',
        script("return jwt.verify(text, key, { issuer: 'acme' });"),
        `${script('return verified(text);')}const verified = (text) => jwt.verify(text, key, { issuer: 'acme' });\n`,
        [],
      ],
    ]);
  });
}

describe('security/weakened-token in Java', () => {
  fileCases(weakenedToken, 'src/main/java/Tokens.java', [
    [
      'finds tokens of any issuer',
      java('return Jwts.parser().requireIssuer("acme").verifyWith(key).build().parseSignedClaims(text);'),
      java('return Jwts.parser().verifyWith(key).build().parseSignedClaims(text);'),
      [`2 \`tokens\` gives up ${check}: \`requireIssuer("acme")\` is gone.`],
    ],
    [
      'finds a token that lives for ever',
      java('return JWT.create().withSubject(user.id()).withExpiresAt(soon()).sign(algorithm);'),
      java('return JWT.create().withSubject(user.id()).sign(algorithm);'),
      [`2 \`tokens\` gives up ${life}: \`withExpiresAt(soon())\` is gone.`],
    ],
    [
      'finds tokens of any audience',
      java('return JWT.require(algorithm).withAudience("shop").build().verify(text);'),
      java('return JWT.require(algorithm).build().verify(text);'),
      [`2 \`tokens\` gives up ${check}: \`withAudience("shop")\` is gone.`],
    ],
    [
      'leaves another issuer alone',
      java('return Jwts.parser().requireIssuer("acme").verifyWith(key).build().parseSignedClaims(text);'),
      java('return Jwts.parser().requireIssuer(settings.issuer()).verifyWith(key).build().parseSignedClaims(text);'),
      [],
    ],
    [
      'leaves the newer name of the same check alone',
      java('return Jwts.parser().setSigningKey(key).build().parseClaimsJws(text);'),
      java('return Jwts.parser().verifyWith(key).build().parseSignedClaims(text);'),
      [],
    ],
    [
      'leaves a token alone that is no longer made',
      java('return JWT.create().withSubject(user.id()).withExpiresAt(soon()).sign(algorithm);'),
      java('return sessions.of(user);'),
      [],
    ],
  ]);
});
