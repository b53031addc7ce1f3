import { disabledTlsVerification } from '../../../../src/rules/security/disabled-tls-verification.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `class Client {\n  void connect() {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const off = 'TLS verification is off:';

describe('security/disabled-tls-verification in Java', () => {
  fileCases(disabledTlsVerification, 'src/main/java/Client.java', [
    [
      'finds a host name verifier that accepts all',
      '',
      java('connection.setHostnameVerifier((host, session) -> true);'),
      [`3 ${off} the host name verifier always answers true, so every host name is accepted.`],
    ],
    [
      'finds Apache’s verifier that does nothing',
      '',
      java('builder.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);'),
      [`3 ${off} \`NoopHostnameVerifier\` accepts every host name.`],
    ],
    [
      'finds a strategy that trusts all',
      '',
      java('context.loadTrustMaterial(null, new TrustAllStrategy());'),
      [`3 ${off} \`TrustAllStrategy\` accepts every certificate.`],
    ],
    [
      'finds a lambda that trusts all',
      '',
      java('context.loadTrustMaterial(null, (chain, type) -> true);'),
      [`3 ${off} the trust strategy always answers true, so every certificate is accepted.`],
    ],
    [
      'finds an anonymous trust manager that checks nothing',
      '',
      java('use(new X509TrustManager() {', '  public void checkServerTrusted(X509Certificate[] chain, String type) {}', '});'),
      [`4 ${off} \`checkServerTrusted\` is empty, so every certificate is accepted.`],
    ],
    ['leaves a verifier that compares alone', '', java('connection.setHostnameVerifier((host, session) -> host.equals(expected));'), []],
    [
      'leaves another kind of verifier alone',
      '',
      'class Rules implements Verifier {\n  public boolean verify(String name, Object value) {\n    return true;\n  }\n}\n',
      [],
    ],
    ['leaves names that every object has alone', '', java('use(value.toString, constructor, Maps.valueOf(hasOwnProperty));'), []],
    ['leaves a trust store of one’s own alone', '', java('context.loadTrustMaterial(store, null);'), []],
  ]);
});

describe('security/disabled-tls-verification in TypeScript', () => {
  fileCases(disabledTlsVerification, 'src/client.ts', [
    [
      'finds it in the options of a database',
      '',
      'export const pool = new Pool({ ssl: { rejectUnauthorized: false } });\n',
      [`1 ${off} \`rejectUnauthorized: false\` accepts every certificate.`],
    ],
    [
      'finds a check of the name that checks nothing',
      '',
      'request({ checkServerIdentity: () => undefined });\n',
      [`1 ${off} \`checkServerIdentity\` checks nothing, so every host name is accepted.`],
    ],
    [
      'finds the variable of the process set by index',
      '',
      "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';\n",
      [`1 ${off} \`NODE_TLS_REJECT_UNAUTHORIZED = 0\` makes the whole process accept every certificate.`],
    ],
    [
      'finds an option set later',
      '',
      'agent.options.rejectUnauthorized = false;\n',
      [`1 ${off} \`rejectUnauthorized = false\` accepts every certificate.`],
    ],
    ['leaves verification that is on alone', '', 'request({ rejectUnauthorized: true });\n', []],
    ['leaves a check of the name that compares alone', '', 'request({ checkServerIdentity: (host, cert) => compare(host, cert) });\n', []],
    ['leaves an interface that declares the option alone', '', 'export interface Options {\n  rejectUnauthorized: false | true;\n}\n', []],
  ]);
  fileCases(disabledTlsVerification, 'test/client.test.ts', [['leaves tests alone', '', 'request({ rejectUnauthorized: false });\n', []]]);
});

describe('security/disabled-tls-verification in JavaScript', () => {
  fileCases(disabledTlsVerification, 'lib/client.js', [
    [
      'finds the option of the request library',
      '',
      'request({ url: url, strictSSL: false });\n',
      [`1 ${off} \`strictSSL: false\` accepts every certificate.`],
    ],
    [
      'finds a number for the process',
      '',
      'process.env.NODE_TLS_REJECT_UNAUTHORIZED = 0;\n',
      [`1 ${off} \`NODE_TLS_REJECT_UNAUTHORIZED = 0\` makes the whole process accept every certificate.`],
    ],
    [
      'finds it inside a function',
      '',
      'function connect() {\n  return tls.connect({ host, rejectUnauthorized: false });\n}\n',
      [`2 ${off} \`rejectUnauthorized: false\` accepts every certificate.`],
    ],
    ['leaves another option that is false alone', '', 'request({ keepAlive: false });\n', []],
    ['leaves a value that is read from settings alone', '', 'request({ rejectUnauthorized: settings.verify });\n', []],
    ['leaves the variable switched on alone', '', "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1';\n", []],
  ]);
});

const manager = (...methods: readonly string[]): string =>
  `class Lenient implements X509TrustManager {\n${methods.map((each) => `  ${each}\n`).join('')}}\n`;

describe('security/disabled-tls-verification in trust managers that do something else', () => {
  fileCases(disabledTlsVerification, 'src/main/java/Lenient.java', [
    [
      'finds one that only writes to the log',
      '',
      manager('public void checkServerTrusted(X509Certificate[] chain, String type) { LOG.info("trusted " + type); }'),
      ['2 TLS verification is off: `checkServerTrusted` refuses nothing, so every certificate is accepted.'],
    ],
    [
      'finds the side of the clients',
      '',
      manager('public void checkClientTrusted(X509Certificate[] chain, String type) { }'),
      ['2 TLS verification is off: `checkClientTrusted` is empty, so every certificate is accepted.'],
    ],
    [
      'finds an unknown machine that is believed',
      '',
      'class Copy {\n  void copy(SSHClient client) {\n    client.addHostKeyVerifier(new PromiscuousVerifier());\n  }\n}\n',
      ['3 TLS verification is off: `PromiscuousVerifier` accepts every certificate.'],
    ],
    [
      'leaves one that refuses alone',
      '',
      manager(
        'public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException { throw new CertificateException(); }',
      ),
      [],
    ],
  ]);
});
