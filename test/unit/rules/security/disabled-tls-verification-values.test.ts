import { disabledTlsVerification } from '../../../../src/rules/security/disabled-tls-verification.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/disabled-tls-verification in Java', () => {
  fileCases(disabledTlsVerification, 'src/main/java/A.java', [
    [
      'finds a check that is switched off',
      '',
      'class A {\n  void run(String password) throws Exception {\n    client.setHostnameVerification(false);\n  }\n}\n',
      ['3 TLS verification is off: `setHostnameVerification(false)` accepts every host name.'],
    ],
    [
      'finds certificates that are all trusted',
      '',
      'class A {\n  void run(String password) throws Exception {\n    options.setTrustAll(true);\n  }\n}\n',
      ['3 TLS verification is off: `setTrustAll` accepts every certificate.'],
    ],
    [
      'finds that withdrawn certificates are taken',
      '',
      'class A {\n  void run(String password) throws Exception {\n    PKIXParameters parameters = new PKIXParameters(anchors);\n    parameters.setRevocationEnabled(false);\n  }\n}\n',
      ['4 TLS verification is off: without a check of revocation a certificate that was withdrawn is accepted.'],
    ],
    [
      'leaves revocation that is checked otherwise alone',
      '',
      'class A {\n  void run(String password) throws Exception {\n    parameters.setRevocationEnabled(false);\n    parameters.addCertPathChecker(checker);\n  }\n}\n',
      [],
    ],
    [
      'leaves trust that is not for all alone',
      '',
      'class A {\n  void run(String password) throws Exception {\n    options.setTrustAll(false);\n  }\n}\n',
      [],
    ],
    [
      'leaves checks that are on alone',
      '',
      'class A {\n  void run(String password) throws Exception {\n    client.setHostnameVerification(true);\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/disabled-tls-verification in ${path}`, () => {
    fileCases(disabledTlsVerification, path, [
      [
        'finds a constant',
        '',
        'const verify = false;\nconnect({ rejectUnauthorized: verify });\n',
        ['2 TLS verification is off: `rejectUnauthorized: false` accepts every certificate.'],
      ],
      [
        'finds a negation',
        '',
        'connect({ rejectUnauthorized: !true });\n',
        ['1 TLS verification is off: `rejectUnauthorized: false` accepts every certificate.'],
      ],
      [
        'finds a constant that is assigned',
        '',
        'const off = false;\nagent.options.rejectUnauthorized = off;\n',
        ['2 TLS verification is off: `rejectUnauthorized = false` accepts every certificate.'],
      ],
      ['leaves a double negation alone', '', 'connect({ rejectUnauthorized: !!true });\n', []],
      ['leaves what is computed alone', '', 'connect({ rejectUnauthorized: !options.selfSigned });\n', []],
      ['leaves a value that changes alone', '', 'let verify = false;\nverify = true;\nconnect({ rejectUnauthorized: verify });\n', []],
    ]);
  });
}
