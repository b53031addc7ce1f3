import { unlimitedContainer } from '../../../../src/rules/security/unlimited-container.ts';
import { fileCases } from '../rule-cases.ts';

const container = (...lines: readonly string[]): string =>
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
const limited = container('resources:', '  limits: { memory: 1Gi }');

describe('security/unlimited-container', () => {
  fileCases(unlimitedContainer, 'chart/templates/web.yaml', [
    [
      'notes a container without limits',
      '',
      container(),
      ['8 The container `app` of Deployment web may take all memory of its machine: set `resources.limits.memory`.'],
    ],
    [
      'notes a container with a limit for something else',
      '',
      container('resources: { limits: { cpu: 1 } }'),
      ['8 The container `app` of Deployment web may take all memory of its machine: set `resources.limits.memory`.'],
    ],
    [
      'notes a limit that is gone',
      limited,
      container('resources: { requests: { memory: 1Gi } }'),
      ['8 The container `app` of Deployment web may take all memory of its machine: set `resources.limits.memory`.'],
    ],
    ['leaves a limit alone', '', limited, []],
    ['leaves limits that are filled in alone', '', container('resources:', '  {{- toYaml .Values.resources | nindent 12 }}'), []],
    ['leaves what stays as it was alone', container(), container('image: a:2'), []],
  ]);
  fileCases(unlimitedContainer, 'compose.yml', [['leaves Compose alone', '', 'services:\n  web:\n    image: a:1\n', []]]);
});
