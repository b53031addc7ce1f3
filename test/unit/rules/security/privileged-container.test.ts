import { privilegedContainer } from '../../../../src/rules/security/privileged-container.ts';
import { fileCases } from '../rule-cases.ts';

const pod = (...lines: readonly string[]): string =>
  ['apiVersion: v1', 'kind: Pod', 'metadata:', '  name: web', 'spec:', ...lines.map((line) => `  ${line}`), ''].join('\n');
const container = (...lines: readonly string[]): string =>
  pod('containers:', '  - name: app', '    image: acme/web:1', ...lines.map((line) => `    ${line}`));

describe('security/privileged-container in Kubernetes', () => {
  fileCases(privilegedContainer, 'deploy/web.yaml', [
    [
      'finds all rights',
      container(),
      container('securityContext: { privileged: true }'),
      ['9 The container `app` of Pod web is privileged: it has all rights on its machine.'],
    ],
    [
      'finds strong capabilities',
      '',
      container('securityContext:', '  capabilities:', '    add: [CAP_SYS_ADMIN, NET_BIND_SERVICE]'),
      ['11 The container `app` of Pod web gets the capability `SYS_ADMIN`, which leads out of the container: give it a narrower one.'],
    ],
    [
      'finds more rights, and root',
      '',
      container('securityContext:', '  allowPrivilegeEscalation: true', '  runAsUser: 0', '  runAsNonRoot: false'),
      [
        '10 The container `app` of Pod web may gain more rights than it was started with: set `allowPrivilegeEscalation: false`.',
        '11 The container `app` of Pod web runs as root: give it a user of its own.',
        '12 The container `app` of Pod web is allowed to run as root: set `runAsNonRoot: true`.',
      ],
    ],
    [
      'finds what is shared with the machine',
      '',
      pod('hostNetwork: true', 'hostPID: true', 'containers:', '  - name: app'),
      [
        '6 Pod web shares the network of its machine (`hostNetwork`): leave that out.',
        '7 Pod web shares the processes of its machine (`hostPID`): leave that out.',
      ],
    ],
    [
      'finds folders of the machine',
      '',
      pod(
        'containers:',
        '  - name: app',
        'volumes:',
        '  - name: a',
        '    hostPath: { path: /var/run/docker.sock }',
        '  - name: b',
        '    hostPath:',
        '      path: /data',
      ),
      [
        '10 Pod web mounts `/var/run/docker.sock` of its machine: with it, it can start containers with all rights.',
        '13 Pod web mounts `/data` of its machine: what it writes there stays on the machine, use a volume of the cluster.',
      ],
    ],
    [
      'finds it in every document, of every kind',
      '',
      `a: 1\n---\n${container('securityContext: { privileged: true }').replace('kind: Pod', 'kind: Thing')}`,
      ['11 The container `app` of Thing web is privileged: it has all rights on its machine.'],
    ],
    [
      'leaves rights that are taken away alone',
      '',
      container(
        'securityContext:',
        '  privileged: false',
        '  allowPrivilegeEscalation: false',
        '  runAsUser: 1000',
        '  capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }',
      ),
      [],
    ],
    ['leaves what says nothing alone', '', container(), []],
    ['leaves volumes of the cluster alone', '', pod('containers:', '  - name: app', 'volumes:', '  - name: a', '    emptyDir: {}'), []],
    ['leaves other YAML alone', '', 'spec:\n  hostNetwork: true\n  containers: []\n', []],
  ]);
  fileCases(privilegedContainer, 'chart/templates/web.yaml', [
    [
      'finds it in a template',
      '',
      `{{- if .Values.on }}\n${container('securityContext:', '  privileged: true')}{{- end }}\n`,
      ['11 The container `app` of Pod web is privileged: it has all rights on its machine.'],
    ],
    ['leaves what is filled in alone', '', container('securityContext:', '  privileged: {{ .Values.privileged }}'), []],
  ]);
});

describe('security/privileged-container in Compose', () => {
  fileCases(privilegedContainer, 'compose.yaml', [
    [
      'finds rights of a service',
      '',
      'services:\n  web:\n    privileged: true\n    network_mode: host\n    cap_add: [SYS_PTRACE]\n    security_opt: ["seccomp:unconfined"]\n',
      [
        '3 The service `web` is privileged: it has all rights on its machine.',
        '5 The service `web` gets the capability `SYS_PTRACE`, which leads out of the container: give it a narrower one.',
        '4 The service `web` shares the network of its machine (`network_mode: host`): leave that out.',
        '6 The service `web` runs without the filter of system calls (`seccomp:unconfined`): leave that out.',
      ],
    ],
    [
      'finds the socket of Docker',
      '',
      'services:\n  web:\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock:ro\n      - { type: bind, source: /etc, target: /x }\n',
      [
        '4 The service `web` mounts `/var/run/docker.sock` of its machine: with it, it can start containers with all rights.',
        '5 The service `web` mounts `/etc` of its machine: with it, it can take over the machine.',
      ],
    ],
    [
      'leaves other services alone',
      '',
      'services:\n  web:\n    image: a:1\n    volumes: ["./data:/data", "db:/var/lib/db"]\n    network_mode: bridge\n',
      [],
    ],
  ]);
  fileCases(privilegedContainer, 'chart/values.yaml', [
    [
      'finds what a chart gives to all who install it',
      '',
      'image:\n  repository: acme/web\nhostNetwork: true\npodSecurityContext:\n  runAsNonRoot: false\nsecurityContext:\n  privileged: true\n  capabilities:\n    add: [SYS_ADMIN]\n',
      [
        '3 What the chart starts shares the network of its machine (`hostNetwork`): leave that out.',
        '7 What the chart starts is privileged: it has all rights on its machine.',
        '9 What the chart starts gets the capability `SYS_ADMIN`, which leads out of the container: give it a narrower one.',
        '5 What the chart starts is allowed to run as root: set `runAsNonRoot: true`.',
      ],
    ],
    [
      'leaves a chart with narrow rights alone',
      '',
      'image:\n  repository: acme/web\nsecurityContext:\n  runAsNonRoot: true\n  allowPrivilegeEscalation: false\nhostNetwork: false\n',
      [],
    ],
    ['leaves other values alone', '', 'privileged: true\nhostNetwork: true\n', []],
  ]);
});
