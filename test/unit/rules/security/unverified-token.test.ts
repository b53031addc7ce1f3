import { unverifiedToken } from '../../../../src/rules/security/unverified-token.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/unverified-token in Java', () => {
  fileCases(unverifiedToken, 'src/main/java/A.java', [
    [
      'finds the algorithm none',
      '',
      'import com.auth0.jwt.algorithms.Algorithm;\nclass A {\n  void run(String password) throws Exception {\n    String token = JWT.create().sign(Algorithm.none());\n  }\n}\n',
      ['4 The algorithm `none` is used: anyone can write such a token, so that a caller can be whoever he likes.'],
    ],
    [
      'finds a token that is read unsigned',
      '',
      'import io.jsonwebtoken.Jwts;\nclass A {\n  void run(String password) throws Exception {\n    Jwts.parser().setSigningKey(key).build().parseClaimsJwt(token);\n  }\n}\n',
      ['4 The token is read without looking at its signature, so that a caller can be whoever he likes.'],
    ],
    [
      'finds checks that are skipped',
      '',
      'import org.jose4j.jwt.consumer.JwtConsumerBuilder;\nclass A {\n  void run(String password) throws Exception {\n    new JwtConsumerBuilder().setSkipSignatureVerification().build();\n  }\n}\n',
      ['4 The signature of the token is not looked at, so that a caller can be whoever he likes.'],
    ],
    [
      'leaves a signed token alone',
      '',
      'import io.jsonwebtoken.Jwts;\nclass A {\n  void run(String password) throws Exception {\n    Jwts.parser().verifyWith(key).build().parseSignedClaims(token);\n  }\n}\n',
      [],
    ],
    [
      'leaves another decode alone',
      '',
      'class A {\n  void run(String password) throws Exception {\n    Base64.getDecoder().decode(token);\n  }\n}\n',
      [],
    ],
    ['leaves another none alone', '', 'class A {\n  void run(String password) throws Exception {\n    Option.none();\n  }\n}\n', []],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/unverified-token in ${path}`, () => {
    fileCases(unverifiedToken, path, [
      [
        'finds a key that is missing',
        '',
        "import jwt from 'jsonwebtoken';\nexport const f = (token) => jwt.verify(token, null);\n",
        ['2 Without a key the signature of the token is not looked at, so that a caller can be whoever he likes.'],
      ],
      [
        'finds the algorithm none',
        '',
        "import jwt from 'jsonwebtoken';\nexport const f = (user) => jwt.sign(user, '', { algorithm: 'none' });\n",
        ['2 The algorithm `none` is allowed: anyone can write such a token, so that a caller can be whoever he likes.'],
      ],
      [
        'finds tokens that have expired',
        '',
        "import jwt from 'jsonwebtoken';\nexport const f = (token, key) => jwt.verify(token, key, { algorithms: ['RS256'], ignoreExpiration: true });\n",
        ['2 A token that has expired is taken as well, so that a caller can be whoever he likes.'],
      ],
      [
        'finds jose',
        '',
        "import { decodeJwt } from 'jose';\nexport const f = (token) => decodeJwt(token).sub;\n",
        ['2 `decodeJwt` reads the token without looking at its signature, so that a caller can be whoever he likes.'],
      ],
      [
        'leaves a verified token alone',
        '',
        "import jwt from 'jsonwebtoken';\nexport const f = (token, key) => jwt.verify(token, key);\n",
        [],
      ],
      [
        'leaves expiration that is checked alone',
        '',
        "import jwt from 'jsonwebtoken';\nexport const f = (token, key) => jwt.verify(token, key, { ignoreExpiration: false });\n",
        [],
      ],
      ['leaves another decode alone', '', 'export const f = (text) => decoder.decode(text);\n', []],
    ]);
  });
}
