import assert from 'node:assert/strict';
import { cleartextConnection } from '../../../../src/rules/security/cleartext-connection.ts';
import { fileCases, newFindings, reviewExample } from '../rule-cases.ts';

describe('security/cleartext-connection in Java', () => {
  fileCases(cleartextConnection, 'src/main/java/A.java', [
    [
      'finds a connection',
      '',
      'class A {\n  void run() throws Exception {\n    new URL("http://rates.acme.com/today").openConnection();\n  }\n}\n',
      ['3 `http://rates.acme.com/today` is not encrypted: everyone on the way can read and change what is sent.'],
    ],
    [
      'finds a request of Apache',
      '',
      'class A {\n  void run() throws Exception {\n    HttpGet get = new HttpGet("http://rates.acme.com");\n  }\n}\n',
      ['3 `http://rates.acme.com` is not encrypted: everyone on the way can read and change what is sent.'],
    ],
    [
      'finds a bind with a password',
      '',
      'class A {\n  void run() throws Exception {\n    Hashtable<String, String> env = new Hashtable<>();\n    env.put(Context.PROVIDER_URL, "ldap://directory.acme.com:389");\n    env.put(Context.SECURITY_AUTHENTICATION, "simple");\n    new InitialDirContext(env);\n  }\n}\n',
      ['6 Name and password are sent to `ldap://directory.acme.com:389` as they are: everyone on the way can read them.'],
    ],
    [
      'leaves a bind over TLS alone',
      '',
      'class A {\n  void run() throws Exception {\n    Hashtable<String, String> env = new Hashtable<>();\n    env.put(Context.PROVIDER_URL, "ldap://directory.acme.com:389");\n    env.put(Context.SECURITY_AUTHENTICATION, "simple");\n    env.put(Context.SECURITY_PROTOCOL, "ssl");\n    new InitialDirContext(env);\n  }\n}\n',
      [],
    ],
    [
      'leaves a name of XML alone',
      '',
      'class A {\n  void run() throws Exception {\n    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);\n  }\n}\n',
      [],
    ],
    [
      'leaves a private address alone',
      '',
      'class A {\n  void run() throws Exception {\n    HttpGet get = new HttpGet("http://192.168.0.10/state");\n  }\n}\n',
      [],
    ],
    [
      'leaves an encrypted one alone',
      '',
      'class A {\n  void run() throws Exception {\n    new URL("https://rates.acme.com/today").openConnection();\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/cleartext-connection in ${path}`, () => {
    fileCases(cleartextConnection, path, [
      [
        'finds a client',
        '',
        "import axios from 'axios';\nexport const f = () => axios.get('http://rates.acme.com/today');\n",
        ['2 `http://rates.acme.com/today` is not encrypted: everyone on the way can read and change what is sent.'],
      ],
      [
        'finds an address that is put together',
        '',
        'export const f = (day) => fetch(`http://rates.acme.com/${day}`);\n',
        ['1 `http://rates.acme.com/` is not encrypted: everyone on the way can read and change what is sent.'],
      ],
      [
        'finds an option',
        '',
        "const request = require('request');\nrequest({ url: 'http://rates.acme.com' });\n",
        ['2 `http://rates.acme.com` is not encrypted: everyone on the way can read and change what is sent.'],
      ],
      ['leaves an encrypted one alone', '', "export const f = () => fetch('https://rates.acme.com/today');\n", []],
      ['leaves a service alone', '', "export const f = () => fetch('http://rates:8080/today');\n", []],
      ['leaves another function alone', '', "link('http://rates.acme.com');\n", []],
      ['leaves an address that is only known later alone', '', 'export const f = (host) => fetch(`http://${host}/today`);\n', []],
    ]);
  });
}

for (const path of ['src/addresses.js', 'src/addresses.ts']) {
  describe(`security/cleartext-connection of addresses that are kept in ${path}`, () => {
    fileCases(cleartextConnection, path, [
      ['is silent on a page', '', "export const page = 'http://www.acme.com/';\n", []],
      ['is silent on an encrypted one', '', "export const broker = 'mqtts://broker.acme.com';\n", []],
      ['is silent on this machine', '', "export const broker = 'mqtt://127.0.0.1:1883';\n", []],
      ['is silent on what is only told', '', "export const help = () => console.log('use ws://host.acme.com');\n", []],
    ]);
    it('finds brokers, mail servers, and names that only begin like this machine', async () => {
      for (const address of ['mqtt://broker.acme.com', 'smtp://mail.acme.com:25', 'ws://localhost.evil.com/feed']) {
        const text = `export const options = { url: '${address}' };\n`;
        const lines = newFindings(await reviewExample(cleartextConnection, { base: {}, head: { [path]: text } })).map(
          ({ location }) => location.start.line,
        );
        assert.deepEqual(lines, [1], address);
      }
    });
  });
}
