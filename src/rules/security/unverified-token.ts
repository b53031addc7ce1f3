import { unverifiedInJava, unverifiedInScript } from './crypto/tokens.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

export const unverifiedToken = patternRule({
  id: 'security/unverified-token',
  title: 'A token is believed without its signature',
  reason:
    'What a JSON Web Token says is worth what its signature is worth. Read without a look at it, signed with `none`, or taken after its time, a token can be written by the caller himself: he is who he says he is.',
  remedy:
    'Verify every token with the key of who issued it, name the algorithms that are allowed, and leave the check of its time on. Use `decode` only for what is verified as well.',
  severity: 'error',
  confidence: 'medium',
  category: 'jwt',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [347, 345],
  sources: [{ title: 'RFC 8725: JSON Web Token Best Current Practices', url: 'https://www.rfc-editor.org/rfc/rfc8725' }],
  limits:
    'A token that is verified in another file before it is decoded here is not known to be. Where the same file verifies tokens as well the finding is less sure.',
  examples: [
    {
      name: 'a token is only decoded',
      base: {},
      head: {
        'src/main/java/Login.java':
          'import com.auth0.jwt.JWT;\n\nclass Login {\n  String user(String token) {\n    return JWT.decode(token).getSubject();\n  }\n}\n',
      },
      finds: [
        'src/main/java/Login.java:5 `decode` reads the token without looking at its signature, so that a caller can be whoever he likes.',
      ],
    },
    {
      name: 'a token is verified',
      base: {},
      head: {
        'src/main/java/Login.java':
          'import com.auth0.jwt.JWT;\n\nclass Login {\n  String user(String token) {\n    return JWT.require(algorithm).build().verify(token).getSubject();\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'no signature is needed',
      base: {},
      head: {
        'src/login.ts':
          "import jwt from 'jsonwebtoken';\n\nexport const user = (token: string, key: string) => jwt.verify(token, key, { algorithms: ['HS256', 'none'] });\n",
      },
      finds: ['src/login.ts:3 The algorithm `none` is allowed: anyone can write such a token, so that a caller can be whoever he likes.'],
    },
    {
      name: 'the algorithm is named',
      base: {},
      head: {
        'src/login.ts':
          "import jwt from 'jsonwebtoken';\n\nexport const user = (token: string, key: string) => jwt.verify(token, key, { algorithms: ['HS256'] });\n",
      },
      finds: [],
    },
    {
      name: 'a token is read',
      base: {},
      head: { 'src/login.js': "const jwt = require('jsonwebtoken');\n\nexports.user = (token) => jwt.decode(token).sub;\n" },
      finds: ['src/login.js:3 `decode` reads the token without looking at its signature, so that a caller can be whoever he likes.'],
    },
    {
      name: 'another text is decoded',
      base: {},
      head: { 'src/login.js': "const base64 = require('base-64');\n\nexports.user = (text) => base64.decode(text);\n" },
      finds: [],
    },
  ],
  *look(code) {
    for (const { at, range, what, unsure } of code.file.facts?.language === 'java' ? unverifiedInJava(code) : unverifiedInScript(code)) {
      yield { at, range, message: `${what}, so that a caller can be whoever he likes.`, ...(unsure && { confidence: 'low' as const }) };
    }
  },
});
