import { uncheckedPeer } from '../../../../src/rules/delivery/unchecked-peer.ts';
import { expectFindings } from '../rule-cases.ts';

const step = (run: string): string => `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${run}\n`;
const peer = (what: string, checked = 'who the server is'): string =>
  `\`${what}\` does not check ${checked}: anybody on the way can answer in its place.`;
const everyServer = (what: string): string =>
  `\`${what}\` turns off the check of every server that the program talks to: anybody on the way can answer in its place.`;

const cases: readonly (readonly [name: string, path: string, text: string, finds: readonly string[]])[] = [
  ['finds curl without a check', '.github/workflows/a.yml', step('curl -sSLk https://a.example/x'), [`6 ${peer('curl -sSLk')}`]],
  [
    'finds httpie without a check',
    'deploy.sh',
    'http --verify=no https://a.example/x\nhttp --verify no https://a.example/x\n',
    [`1 ${peer('http --verify=no')}`, `2 ${peer('http --verify no')}`],
  ],
  ['leaves alone httpie with a certificate of one’s own', 'deploy.sh', 'https --verify ca.pem a.example/x\n', []],
  [
    'finds a host key that is not looked at',
    'deploy.sh',
    'ssh -o StrictHostKeyChecking=no a@b ls\n',
    [`1 ${peer('ssh StrictHostKeyChecking=no', 'which host answers')}`],
  ],
  [
    'finds packages that nobody signed',
    'Dockerfile',
    'FROM debian:12\nRUN apt-get install -y --allow-unauthenticated acme\n',
    [`2 ${peer('apt-get --allow-unauthenticated', 'who signed what it installs')}`],
  ],
  [
    'finds a cluster that is not checked',
    'Makefile',
    'deploy:\n\thelm upgrade a ./chart --kube-insecure-skip-tls-verify\n',
    [`2 ${peer('helm --kube-insecure-skip-tls-verify')}`],
  ],
  [
    'finds it set for a service',
    'compose.yaml',
    'services:\n  a:\n    image: a:1.2\n    environment:\n      - NODE_TLS_REJECT_UNAUTHORIZED=0\n',
    [`5 ${everyServer('NODE_TLS_REJECT_UNAUTHORIZED=0')}`],
  ],
  [
    'finds it set for a step',
    '.github/workflows/a.yml',
    `${step('npm ci')}        env:\n          GIT_SSL_NO_VERIFY: true\n`,
    [`8 ${everyServer('GIT_SSL_NO_VERIFY=true')}`],
  ],
  [
    'finds it in a file of variables',
    '.env',
    'PORT=1\nNODE_TLS_REJECT_UNAUTHORIZED=0\n',
    [`2 ${everyServer('NODE_TLS_REJECT_UNAUTHORIZED=0')}`],
  ],
  ['leaves alone what is checked', '.github/workflows/a.yml', step('curl -fsSL --cacert ca.pem https://a.example/x'), []],
  [
    'leaves alone its own machine',
    'health.sh',
    'curl -k https://localhost:8443/health\nwget --no-check-certificate https://127.0.0.1/x\n',
    [],
  ],
  ['leaves alone other words with a k', 'a.sh', 'curl -o k https://a.example\ncurl --keepalive-time 2 https://a.example\ngrep -k a\n', []],
  ['leaves alone a variable that asks for the check', '.env', 'NODE_TLS_REJECT_UNAUTHORIZED=1\n', []],
  ['leaves alone what a guide shows', 'docs/guide.md', 'curl -k https://a.example\n', []],
];

describe('delivery/unchecked-peer', () => {
  for (const [name, path, text, finds] of cases) {
    it(name, async () => {
      await expectFindings(
        uncheckedPeer,
        {},
        { [path]: text },
        finds.map((each) => `${path}:${each}`),
      );
    });
  }
});
