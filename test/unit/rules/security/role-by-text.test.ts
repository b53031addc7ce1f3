import { roleByText } from '../../../../src/rules/security/role-by-text.ts';
import { fileCases } from '../rule-cases.ts';

const guard = (test: string): string => `export function allow(user, next) {\n  if (${test}) return next();\n  deny();\n}\n`;

for (const path of ['src/allow.js', 'src/allow.ts']) {
  describe(`security/role-by-text in ${path}`, () => {
    fileCases(roleByText, path, [
      [
        'finds a part of a role',
        '',
        guard("user.role.includes('admin')"),
        ['2 `admin` is looked for anywhere in `user.role`: other roles that contain it pass, too.'],
      ],
      [
        'finds a part by its place',
        '',
        guard("user.role.indexOf('admin') !== -1"),
        ['2 `admin` is looked for anywhere in `user.role`: other roles that contain it pass, too.'],
      ],
      [
        'finds one address',
        '',
        guard("user.email === 'ann@acme.com'"),
        [
          '2 What may be done hangs on one address that is written here, `ann@acme.com`: whoever gets it passes, and nobody else can be let in.',
        ],
      ],
      [
        'finds the ending of an address',
        '',
        guard("user.email.endsWith('acme.com')"),
        ['2 Everyone whose `user.email` ends in `acme.com` passes: so does an address at another domain with that ending.'],
      ],
      [
        'finds a part of a role that is nobody’s by name',
        '',
        guard("role.startsWith('admin')"),
        ['2 `admin` is looked for anywhere in `role`: other roles that contain it pass, too.'],
      ],
      ['is silent on the role of an element', '', guard("element.role.startsWith('menuitem')"), []],
      ['is silent on a list of roles', '', guard("user.roles.includes('admin')"), []],
      ['is silent on the whole role', '', guard("user.role === 'admin'"), []],
      ['is silent on a list of names', '', guard("['admin', 'owner'].includes(user.role)"), []],
      ['is silent on another text', '', guard("user.name.includes('admin')"), []],
      ['is silent on what is only shown', '', "show(user.role.includes('admin'));\n", []],
    ]);
  });
}

const java = (test: string): string =>
  `class Admins {\n  boolean mayPass(Authentication authentication, User user) {\n    return ${test};\n  }\n}\n`;

describe('security/role-by-text in Java', () => {
  fileCases(roleByText, 'src/main/java/Admins.java', [
    [
      'finds authorities in one text',
      '',
      java('authentication.getAuthorities().toString().contains("ADMIN")'),
      ['3 `ADMIN` is looked for anywhere in `authentication.getAuthorities().toString()`: other roles that contain it pass, too.'],
    ],
    [
      'finds a part of a role',
      '',
      java('user.getRole().startsWith("ADMIN")'),
      ['3 `ADMIN` is looked for anywhere in `user.getRole()`: other roles that contain it pass, too.'],
    ],
    [
      'finds a user name that every system knows',
      '',
      java('"admin".equals(authentication.getName())'),
      ['3 What may be done hangs on one name that is written here, `admin`: whoever gets it passes, and nobody else can be let in.'],
    ],
    ['is silent on a list of roles', '', java('user.getRoles().contains("ADMIN")'), []],
    ['is silent on the whole role', '', java('"ADMIN".equals(user.getRole())'), []],
    ['is silent on the name of something else', '', java('"admin".equals(schema.getName())'), []],
    ['is silent on another name', '', java('"ann".equals(authentication.getName())'), []],
  ]);
});
