import { secretInManifest } from '../../../../src/rules/security/secret-in-manifest.ts';
import { fileCases } from '../rule-cases.ts';

const pod = (...env: readonly string[]): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: app\n      env:\n${env.map((each) => `        - ${each}\n`).join('')}`;

describe('security/secret-in-manifest', () => {
  fileCases(secretInManifest, 'deploy/web.yaml', [
    [
      'finds a password',
      '',
      pod('{ name: DB_PASSWORD, value: Tz8-kw3Lq }'),
      ['9 The value of `DB_PASSWORD` of Pod web is written into the manifest: name a `Secret` instead.'],
    ],
    [
      'finds a token where a secret was named',
      pod('{ name: API_TOKEN, valueFrom: { secretKeyRef: { name: api, key: token } } }'),
      pod('{ name: API_TOKEN, value: "9f8e7d6c5b4a39281706f5e4" }'),
      ['9 The value of `API_TOKEN` of Pod web is written into the manifest: name a `Secret` instead.'],
    ],
    [
      'finds each of several',
      '',
      pod('{ name: CLIENT_SECRET, value: qL9-vTz77 }', '{ name: PORT, value: "8080" }', '{ name: ADMIN_PASSWORD, value: rZ4_mm2 }'),
      [
        '9 The value of `CLIENT_SECRET` of Pod web is written into the manifest: name a `Secret` instead.',
        '11 The value of `ADMIN_PASSWORD` of Pod web is written into the manifest: name a `Secret` instead.',
      ],
    ],
    ['leaves named secrets alone', '', pod('{ name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: db, key: p } } }'), []],
    [
      'leaves placeholders and files alone',
      '',
      pod(
        '{ name: DB_PASSWORD, value: $(PASSWORD) }',
        '{ name: API_TOKEN, value: /run/token }',
        '{ name: MAIL_PASSWORD, value: changeme }',
      ),
      [],
    ],
    [
      'leaves other variables alone',
      '',
      pod('{ name: LOG_LEVEL, value: verbose-output }', '{ name: TOKEN_URL, value: issuer-service }'),
      [],
    ],
  ]);
});
