import { outdatedTlsVersion } from '../../../../src/rules/security/outdated-tls-version.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/outdated-tls-version in Java', () => {
  fileCases(outdatedTlsVersion, 'src/main/java/A.java', [
    [
      'finds TLS 1.0',
      '',
      'class A {\n  void run() throws Exception {\n    SSLContext.getInstance("TLSv1");\n  }\n}\n',
      ['3 `TLSv1` is allowed here, which has known attacks.'],
    ],
    [
      'finds one among others',
      '',
      'class A {\n  void run() throws Exception {\n    socket.setEnabledProtocols(new String[] { "TLSv1.1", "TLSv1.2" });\n  }\n}\n',
      ['3 `TLSv1.1` is allowed here, which has known attacks.'],
    ],
    [
      'finds OkHttp’s names',
      '',
      'class A {\n  void run() throws Exception {\n    builder.tlsVersions(TlsVersion.TLS_1_2, TlsVersion.TLS_1_0);\n  }\n}\n',
      ['3 `TLS_1_0` is allowed here, which has known attacks.'],
    ],
    [
      'leaves what the platform allows alone',
      '',
      'class A {\n  void run() throws Exception {\n    SSLContext.getInstance("TLS");\n  }\n}\n',
      [],
    ],
    [
      'leaves new versions alone',
      '',
      'class A {\n  void run() throws Exception {\n    socket.setEnabledProtocols(new String[] { "TLSv1.3", "TLSv1.2" });\n  }\n}\n',
      [],
    ],
    ['leaves another getInstance alone', '', 'class A {\n  void run() throws Exception {\n    Theme.getInstance("SSL");\n  }\n}\n', []],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/outdated-tls-version in ${path}`, () => {
    fileCases(outdatedTlsVersion, path, [
      [
        'finds the least version',
        '',
        "tls.connect({ host, minVersion: 'TLSv1.1' });\n",
        ['1 `TLSv1.1` is allowed here, which has known attacks.'],
      ],
      [
        'finds the greatest version',
        '',
        "tls.connect({ host, maxVersion: 'TLSv1.1' });\n",
        ['1 `TLSv1.1` is allowed here, which has known attacks.'],
      ],
      [
        'finds the default of the process',
        '',
        "tls.DEFAULT_MIN_VERSION = 'TLSv1';\n",
        ['1 `TLSv1` is allowed here, which has known attacks.'],
      ],
      ['leaves TLS 1.3 alone', '', "tls.connect({ host, minVersion: 'TLSv1.3' });\n", []],
      ['leaves a setting alone', '', 'tls.connect({ host, minVersion: settings.tls });\n', []],
      ['leaves the version of something else alone', '', "check({ minVersion: '1.0' });\n", []],
    ]);
  });
}
