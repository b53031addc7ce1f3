import assert from 'node:assert/strict';
import { reporters } from '../../../../src/report/reporters.ts';
import { hardcodedSecret } from '../../../../src/rules/security/hardcoded-secret.ts';
import { expectFindings, fileCases, reviewExample, newFindings } from '../rule-cases.ts';

// Put together from pieces, so that no scanner takes this file for a leak.
const tail = ['9fK2', 'xQ7p', 'Lm4Z', 'vT8w', 'Rb6N', 'cY3h', 'Jd5S', 'gA1u', 'Wq0E', 'oPzX'].join('');
const join = (...pieces: readonly string[]): string => pieces.join('');

describe('security/hardcoded-secret: formats that vendors document', () => {
  const known: readonly (readonly [kind: string, secret: string])[] = [
    ['An AWS access key id', join('AK', 'IA', 'Q7RKZ2MVX4TBN5SW')],
    ['A Google API key', join('AI', 'za', tail.slice(0, 35))],
    ['A GitHub token', join('gh', 'p_', tail.slice(0, 36))],
    ['A GitLab token', join('gl', 'pat-', tail.slice(0, 20))],
    ['A Slack token', join('xo', 'xb-', '402871956306-', '917350284615-', tail.slice(0, 24))],
    ['A Stripe key', join('sk', '_live_', tail.slice(0, 24))],
    ['An npm token', join('np', 'm_', tail.slice(0, 36))],
    ['A SendGrid API key', join('S', 'G.', tail.slice(0, 22), '.', tail, tail.slice(0, 3))],
    ['A Docker Hub token', join('dckr', '_pat_', tail.slice(0, 27))],
    ['A JSON Web Token', join('ey', 'JhbGciOiJIUzI1NiJ9', '.ey', 'JzdWIiOiI0MjQyIn0', '.', tail)],
  ];
  for (const [kind, secret] of known) {
    it(`knows ${kind.toLowerCase()}, and does not repeat it`, async () => {
      const result = await reviewExample(hardcodedSecret, { base: {}, head: { 'deploy/settings.txt': `use ${secret} here\n` } });
      const [finding, ...more] = newFindings(result);
      assert.deepEqual(more, []);
      assert.equal(finding?.message.replace(/: \S+ \(\d+ characters\)\.$/, ''), `${kind} is written into the file`);
      assert.ok(!finding.message.includes(secret.slice(5)));
    });
  }

  it('is not in any report, not even beside what else is found there', async () => {
    const secret = join('gh', 'p_', tail.slice(0, 36));
    const line = `const token = "${secret}"; // plumbline-allow security/hardcoded-secret -- rotated\n`;
    const texts = { 'src/a.js': `const a = 1;\n${line}const b = "${secret}";\n` };
    const results = [
      await reviewExample(hardcodedSecret, { base: {}, head: texts }),
      await reviewExample(hardcodedSecret, { base: texts, head: { 'src/a.js': 'const a = 1;\n' } }),
    ];
    const options = { all: true, color: false, version: '1.0.0' };
    for (const result of results) {
      assert.equal(result.findings.length, 2);
      for (const [name, report] of Object.entries(reporters)) assert.ok(!report(result, options).includes(secret.slice(8)), name);
    }
    assert.deepEqual(results[0]?.findings[1]?.location.snippet.lines[2], `const b = "${'*'.repeat(secret.length)}";`);
  });

  it('finds the password of a connection string', async () => {
    const text = `url=postgres://app:${tail.slice(0, 12)}@db.acme.io/orders\n`;
    const result = await reviewExample(hardcodedSecret, { base: {}, head: { 'config/db.properties': text } });
    assert.deepEqual(
      newFindings(result).map(({ message }) => message.replace(/: \S+ \(\d+ characters\)\.$/, '')),
      ['A connection string with a password is written into the file'],
    );
  });
});

describe('security/hardcoded-secret: by name and randomness', () => {
  fileCases(hardcodedSecret, 'src/client.ts', [
    [
      'finds a key in an object',
      '',
      `connect({ apiKey: '${tail.slice(0, 24)}' });\n`,
      ['1 The value of `apiKey` is written into the code: 9fK2… (24 characters).'],
    ],
    [
      'finds a password in a variable',
      '',
      `const dbPassword = '${tail.slice(0, 10)}';\n`,
      ['1 The value of `dbPassword` is written into the code: 9f… (10 characters).'],
    ],
    [
      'finds it in the changed line only',
      `const dbPassword = '${tail.slice(0, 10)}';\nstart();\n`,
      `const dbPassword = '${tail.slice(0, 10)}';\nstart(1);\n`,
      [],
    ],
    ['leaves placeholders alone', '', "const apiKey = 'your-api-key-goes-here-1234';\nconst token = 'xxxxxxxxxxxxxxxxxxxxxxxx1';\n", []],
    ['leaves a word that is counted on alone', '', "const password = 'Admin12345';\nconst dbPassword = 'Strong-12345!';\n", []],
    [
      'leaves words and paths alone',
      '',
      "const passwordField = 'user.password.field1';\nconst tokenUrl = 'https://acme.io/oauth2/token';\nconst secretName = 'prod/orders/database1';\n",
      [],
    ],
    ['leaves templates alone', '', 'const token = `${prefix}-0123456789-${suffix}`;\n', []],
  ]);
  fileCases(hardcodedSecret, 'src/main/java/Client.java', [
    [
      'finds a secret that is set by a call',
      '',
      `class Client {\n  void open() {\n    options.setPassword("${tail.slice(0, 14)}");\n  }\n}\n`,
      ['3 The value of `Password` is written into the code: 9fK… (14 characters).'],
    ],
    [
      'finds a constant',
      '',
      `class Client {\n  static final String CLIENT_SECRET = "${tail.slice(0, 32)}";\n}\n`,
      ['2 The value of `CLIENT_SECRET` is written into the code: 9fK2… (32 characters).'],
    ],
    [
      'finds a key in a map',
      '',
      `class Client {\n  Map<String, String> headers = Map.of("api-key", "${tail.slice(0, 20)}");\n}\n`,
      ['2 The value of `api-key` is written into the code: 9fK2… (20 characters).'],
    ],
    [
      'leaves names of properties alone',
      '',
      'class Client {\n  static final String TOKEN = "spring.security.oauth2.token";\n  static final String PASSWORD_ENCODER = "bcrypt2a";\n}\n',
      [],
    ],
    ['leaves a message alone', '', 'class Client {\n  static final String PASSWORD_ERROR = "Password1 is too short";\n}\n', []],
    ['leaves the environment alone', '', 'class Client {\n  static final String PASSWORD = System.getenv("DB_PASSWORD_2");\n}\n', []],
  ]);
  fileCases(hardcodedSecret, '.env', [
    [
      'finds a secret in the environment file',
      '',
      `DB_PASSWORD=${tail.slice(0, 16)}\n`,
      ['1 The value of `DB_PASSWORD` is written into the file: 9fK2… (16 characters).'],
    ],
    ['leaves a reference alone', '', 'DB_PASSWORD=${VAULT_PASSWORD_1}\nDB_HOST=localhost\n', []],
  ]);

  it('is less sure in tests', async () => {
    const findings = await expectFindings(
      hardcodedSecret,
      {},
      { 'test/client.test.ts': `connect({ apiKey: '${tail.slice(0, 24)}' });\n` },
      ['test/client.test.ts:1 The value of `apiKey` is written into the code: 9fK2… (24 characters).'],
    );
    assert.deepEqual(
      findings.map(({ confidence }) => confidence),
      ['low'],
    );
  });

  it('leaves beginnings that the standard allows alone', async () => {
    await expectFindings(hardcodedSecret, {}, { 'src/client.ts': `connect({ apiKey: 'pk_${tail.slice(0, 24)}' });\n` }, [], {
      allow: ['pk_'],
    });
  });
});

describe('security/hardcoded-secret: very much text', () => {
  it('says that it was searched less', async () => {
    const secret = join('gh', 'p_', tail.slice(0, 36));
    const text = `${'1234567 \n'.repeat(230_000)}${secret}\n`;
    const result = await reviewExample(hardcodedSecret, { base: {}, head: { 'data.txt': text } });
    assert.equal(newFindings(result).length, 1);
    assert.deepEqual(
      result.notices.map(({ id, message }) => `${id} ${message}`),
      [
        'partly-checked Not all of data.txt was checked: so much of it was changed that it was searched only for the commonest kinds of secrets.',
      ],
    );
  });
});
