import { exposedSecrets } from '../../../../src/rules/delivery/exposed-secrets.ts';
import { fileCases } from '../rule-cases.ts';
import { expression, workflow, workflowPath } from './workflow-texts.ts';

const given = (text: string): string => workflow({}, ['run: ./deploy', 'env:', `  VALUE: ${expression(text)}`]);
const call = (secrets: string): string =>
  `on: push\njobs:\n  call:\n    uses: acme/flows/.github/workflows/a.yml@main\n    secrets: ${secrets}\n`;
const container = (password: string): string =>
  workflow({ job: ['container:', '  image: acme/a:1', '  credentials:', '    username: ci', `    password: ${password}`] }, ['run: make']);

describe('delivery/exposed-secrets', () => {
  fileCases(exposedSecrets, workflowPath, [
    [
      'finds all secrets in one value',
      '',
      given("format('{0}', toJSON(secrets))"),
      ['10 `toJSON(secrets)` hands over every secret that the workflow has: name those that are needed.'],
    ],
    [
      'finds a secret whose name is computed',
      '',
      given("secrets[format('KEY_{0}', matrix.os)]"),
      ['10 A secret whose name is computed makes GitHub hand over every secret that the workflow has: name those that are needed.'],
    ],
    [
      'finds a part of a secret',
      '',
      given('fromJSON(secrets.LOGIN).user'),
      ['10 What is read out of `secrets.login` is no secret to GitHub and is not hidden in logs: store it as a secret of its own.'],
    ],
    [
      'finds secrets that are all handed on',
      '',
      call('inherit'),
      ['4 The job `call` hands every secret to `acme/flows/.github/workflows/a.yml`: name those that it needs.'],
    ],
    [
      'finds the password of a registry',
      '',
      container('hunter2hunter2'),
      ['11 The password of the registry for `container` is written into the workflow: make it a secret.'],
    ],
    ['leaves one secret alone', '', given('secrets.TOKEN'), []],
    ['leaves one secret as JSON alone', '', given("toJSON(secrets.TOKEN) || secrets['OTHER']"), []],
    ['leaves secrets that are handed on by name alone', '', call(`\n      token: ${expression('secrets.TOKEN')}`), []],
    ['leaves a password that is a secret alone', '', container(expression('secrets.REGISTRY')), []],
  ]);
});
