import { removedIsolation } from '../../../../src/rules/security/removed-isolation.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const policy = (name: string): string => `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: ${name}\n`;
const deployment = (...lines: readonly string[]): string =>
  [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata: { name: web }',
    'spec:',
    '  template:',
    '    spec:',
    '      containers:',
    '        - name: app',
    ...lines.map((line) => `          ${line}`),
    '',
  ].join('\n');
const hard = deployment('securityContext:', '  runAsNonRoot: true', '  readOnlyRootFilesystem: true', '  capabilities: { drop: [ALL] }');

describe('security/removed-isolation in Kubernetes', () => {
  fileCases(removedIsolation, 'deploy/web.yaml', [
    [
      'finds a policy that is removed',
      `${policy('a')}---\n${policy('b')}`,
      policy('a'),
      ['5 The change removes the NetworkPolicy `b`: what it kept apart can be reached from then on.'],
    ],
    [
      'finds settings of a container that are removed',
      hard,
      deployment('securityContext:', '  runAsNonRoot: true'),
      [
        '9 The container `app` of Deployment web loses `readOnlyRootFilesystem: true` and `capabilities.drop: [ALL]`: who breaks into it can do more from then on.',
      ],
    ],
    [
      'finds one that is turned round',
      hard,
      hard.replace('runAsNonRoot: true', 'runAsNonRoot: false'),
      ['9 The container `app` of Deployment web loses `runAsNonRoot: true`: who breaks into it can do more from then on.'],
    ],
    [
      'leaves a policy alone that goes with its workload',
      `${policy('a')}---\n${hard}`,
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n',
      [],
    ],
    [
      'leaves settings that move to the pod alone',
      hard,
      hard
        .replace('      containers:', '      securityContext: { runAsNonRoot: true }\n      containers:')
        .replace('            runAsNonRoot: true\n', ''),
      [],
    ],
    ['leaves what becomes stricter alone', deployment(), hard, []],
  ]);

  it('finds a policy whose file is removed, and leaves one that moves alone', async () => {
    await expectFindings(removedIsolation, { 'a.yaml': policy('a'), 'b.yaml': policy('b') }, { 'c.yaml': policy('b') }, [
      'a.yaml:2 The change removes the NetworkPolicy `a`: what it kept apart can be reached from then on.',
    ]);
  });
});

describe('security/removed-isolation of rules in a network policy', () => {
  const rules = (...lines: readonly string[]): string =>
    `${policy('web')}spec:\n  podSelector: {}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  const some = rules('policyTypes: [Ingress]', 'ingress:', '  - from:', '      - podSelector: { matchLabels: { app: front } }');
  const out = rules('policyTypes: [Egress]', 'egress:', '  - to:', '      - podSelector: { matchLabels: { app: db } }');
  fileCases(removedIsolation, 'deploy/web.yaml', [
    [
      'finds a rule for everyone',
      some,
      rules('policyTypes: [Ingress]', 'ingress:', '  - {}'),
      ['9 The NetworkPolicy `web` lets everyone in from then on: a rule without `from` is for all.'],
    ],
    [
      'finds a port that is open to everyone',
      some,
      `${some}    - ports:\n        - port: 8080\n`,
      ['11 The NetworkPolicy `web` lets everyone in at some ports from then on: a rule without `from` is for all.'],
    ],
    [
      'finds a way out to everywhere',
      out,
      `${out}    - to: []\n`,
      ['11 The NetworkPolicy `web` lets everything out from then on: a rule without `to` is for all.'],
    ],
    ['leaves one alone that was open before', rules('ingress:', '  - from: []'), rules('ingress:', '  - from: []', '    ports: []'), []],
    ['leaves a direction alone that was not restricted', out, `${out.replace('[Egress]', '[Egress, Ingress]')}  ingress:\n    - {}\n`, []],
    ['leaves a question for names alone', out, `${out}    - ports:\n        - port: 53\n          protocol: UDP\n`, []],
    [
      'leaves another namespace alone',
      some,
      `${some}---\n${rules('ingress:', '  - {}').replace('  name: web', '  name: web\n  namespace: b')}`,
      [],
    ],
  ]);
});

const resource = (type: string, ...lines: readonly string[]): string =>
  [`resource "${type}" "x" {`, ...lines.map((line) => `  ${line}`), '}', ''].join('\n');

describe('security/removed-isolation in Terraform', () => {
  fileCases(removedIsolation, 'main.tf', [
    [
      'finds a block that is removed',
      resource('aws_s3_bucket') + resource('aws_s3_bucket_public_access_block'),
      resource('aws_s3_bucket'),
      ['3 The change removes `aws_s3_bucket_public_access_block.x`: what it guarded is open from then on.'],
    ],
    [
      'finds a protection that is turned off',
      resource('aws_db_instance', 'deletion_protection = true'),
      resource('aws_db_instance', 'deletion_protection = false'),
      ['2 `aws_db_instance.x` is no longer protected against deletion: a wrong plan can destroy its data.'],
    ],
    [
      'finds a protection that is left out',
      resource('aws_db_instance', 'deletion_protection = true'),
      resource('aws_db_instance', 'engine = "postgres"'),
      ['1 `aws_db_instance.x` is no longer protected against deletion: a wrong plan can destroy its data.'],
    ],
    [
      'leaves a block alone that goes with its bucket',
      resource('aws_s3_bucket') + resource('aws_s3_bucket_public_access_block'),
      resource('aws_vpc'),
      [],
    ],
    [
      'leaves a protection that is computed alone',
      resource('aws_db_instance', 'deletion_protection = true'),
      resource('aws_db_instance', 'deletion_protection = var.protected'),
      [],
    ],
    ['leaves what is added alone', resource('aws_s3_bucket'), resource('aws_s3_bucket') + resource('aws_cloudtrail'), []],
  ]);
});
