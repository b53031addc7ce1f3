import { hardcodedSecret } from '../../../../src/rules/security/hardcoded-secret.ts';
import { fileCases } from '../rule-cases.ts';

for (const path of ['src/a.js', 'src/a.ts'])
  describe(`where a secret of a script is kept, in ${path}`, () => {
    fileCases(hardcodedSecret, path, [
      [
        'finds a key in a script that imports nothing',
        '',
        "crypto.createHmac('sha256', 'ginger-and-lime').update(text);\n",
        ['1 The value of `key` is written into the code: gin… (15 characters).'],
      ],
      [
        'finds what one assignment puts into the object',
        '',
        "import jwt from 'jsonwebtoken';\nexport class Tokens {\n  constructor() {\n    this.key = 'ginger-and-lime';\n  }\n  sign(user) {\n    return jwt.sign({ id: user.id }, this.key);\n  }\n}\n",
        ['4 The value of `secret` is written into the code: gin… (15 characters).'],
      ],
      [
        'finds an option that is set afterwards',
        '',
        "import { Strategy } from 'passport-jwt';\nconst options = {};\noptions.secretOrKey = 'ginger-and-lime';\n",
        ['3 The value of `secretOrKey` is written into the code: gin… (15 characters).'],
      ],
      [
        'finds options that are merged',
        '',
        "import session from 'express-session';\nexport const use = (app, defaults) => app.use(session(Object.assign({ secret: 'ginger-and-lime' }, defaults)));\n",
        ['2 The value of `secret` is written into the code: gin… (15 characters).'],
      ],
      [
        'leaves a key alone that is set twice',
        '',
        "import jwt from 'jsonwebtoken';\nexport class Tokens {\n  constructor(key) {\n    this.key = 'ginger-and-lime';\n    this.key = key;\n  }\n  sign(user) {\n    return jwt.sign({ id: user.id }, this.key);\n  }\n}\n",
        [],
      ],
      [
        'leaves an option alone that is read',
        '',
        "import { Strategy } from 'passport-jwt';\nconst options = {};\noptions.secretOrKey = process.env.JWT_KEY;\n",
        [],
      ],
      ['leaves the name of a field alone', '', "import { Strategy } from 'passport-google';\nlabels.clientSecret = 'client-secret';\n", []],
    ]);
  });
