import assert from 'node:assert/strict';
import { loadStandard, mistakesIn } from '../../../src/standard/load.ts';
import { described, testRules, treeOf } from './standard-testing.ts';

const sources = { root: '/nowhere' };

function load(files: Readonly<Record<string, string>>) {
  return loadStandard(treeOf(files), testRules, sources);
}

/** The lines of the message, which name every problem. */
async function problemsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const error = await load(files).then(
    () => assert.fail('expected problems'),
    (thrown: unknown) => thrown as Error,
  );
  assert.equal(error.name, 'UserError');
  return error.message
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

describe('loadStandard', () => {
  it('takes the recommended standard where there is no file', async () => {
    const standard = await load({});
    assert.deepEqual(
      { ...standard, rules: [...standard.rules], provenance: described(standard) },
      {
        name: 'plumbline:recommended',
        minimumConfidence: 'medium',
        noticeMonths: 6,
        waivers: [],
        baseline: new Set(),
        gate: { failOn: 'error' },
        rules: [
          ['security/hardcoded-secret', { severity: 'error', options: {} }],
          ['tests/untested-change', { severity: 'warning', options: {} }],
          ['versioning/oversized-change', { severity: 'note', options: { maximumLines: 400, counted: ['src/**'] } }],
        ],
        overrides: [],
        ignore: [],
        coverage: [],
        provenance: {
          name: 'plumbline:recommended:1:1',
          minimumConfidence: 'plumbline:recommended:3:1',
          noticeMonths: 'plumbline:recommended:4:1',
          'gate.failOn': 'plumbline:recommended:6:3',
          'rules.security/hardcoded-secret.severity': 'the rule itself',
          'rules.tests/untested-change.severity': 'the rule itself',
          'rules.versioning/oversized-change.severity': 'the rule itself',
          'rules.versioning/oversized-change.maximumLines': 'the rule itself',
          'rules.versioning/oversized-change.counted': 'the rule itself',
        },
      },
    );
  });

  it('takes an empty file as one that changes nothing', async () => {
    const standard = await load({ 'plumbline.yaml': '# nothing yet\n' });
    assert.equal(standard.name, 'plumbline:recommended');
  });

  it('overrides setting by setting, and says where each is from', async () => {
    const standard = await load({
      'plumbline.yaml': [
        'name: acme',
        'extends: ./team/base.yaml',
        'gate: { failOn: warning }',
        'rules:',
        '  versioning/oversized-change:',
        '    maximumLines: 600',
        'ignore: [b/**]',
        'coverage: [out/*.info]',
        'overrides:',
        '  - paths: [examples/**]',
        '    rules: { "security/*": off }',
      ].join('\n'),
      'team/base.yaml': [
        'minimumConfidence: low',
        'rules:',
        '  tests/*: off',
        '  versioning/oversized-change: { severity: error, maximumLines: 9 }',
        'ignore: [a/**]',
        'coverage: [build/coverage.xml]',
      ].join('\n'),
    });
    assert.deepEqual(
      {
        ...standard,
        rules: [...standard.rules],
        overrides: standard.overrides.map(({ paths, rules }) => [paths, [...rules]]),
        provenance: described(standard),
      },
      {
        name: 'acme',
        minimumConfidence: 'low',
        noticeMonths: 6,
        waivers: [],
        baseline: new Set(),
        gate: { failOn: 'warning' },
        rules: [
          ['security/hardcoded-secret', { severity: 'error', options: {} }],
          ['tests/untested-change', { severity: 'off', options: {} }],
          ['versioning/oversized-change', { severity: 'error', options: { maximumLines: 600, counted: ['src/**'] } }],
        ],
        overrides: [[['examples/**'], [['security/hardcoded-secret', { severity: 'off' }]]]],
        ignore: ['a/**', 'b/**'],
        coverage: ['build/coverage.xml', 'out/*.info'],
        provenance: {
          name: 'plumbline.yaml:1:1',
          minimumConfidence: 'team/base.yaml:1:1',
          noticeMonths: 'plumbline:recommended:4:1',
          'gate.failOn': 'plumbline.yaml:3:9',
          'rules.security/hardcoded-secret.severity': 'the rule itself',
          'rules.tests/untested-change.severity': 'team/base.yaml:3:3',
          'rules.versioning/oversized-change.severity': 'team/base.yaml:4:34',
          'rules.versioning/oversized-change.maximumLines': 'plumbline.yaml:6:5',
          'rules.versioning/oversized-change.counted': 'the rule itself',
          'overrides.0.paths': 'plumbline.yaml:10:5',
          'overrides.0.rules.security/hardcoded-secret.severity': 'plumbline.yaml:11:14',
          'ignore.0': 'team/base.yaml:5:10',
          'ignore.1': 'plumbline.yaml:7:10',
          'coverage.0': 'team/base.yaml:6:12',
          'coverage.1': 'plumbline.yaml:8:12',
        },
      },
    );
  });

  it('lets a later standard of a list win over an earlier one', async () => {
    const standard = await load({
      'plumbline.yaml': 'extends: [plumbline:strict, ./b.yaml, ./c.yaml]',
      'b.yaml': 'rules: { tests/untested-change: error }',
      'c.yaml': 'rules: { tests/untested-change: note }',
    });
    assert.equal(standard.rules.get('tests/untested-change')?.severity, 'note');
    assert.equal(standard.gate.failOn, 'warning');
  });

  it('names the rule after the group, whatever their order in the file', async () => {
    const standard = await load({ 'plumbline.yaml': "rules: { tests/untested-change: error, '*': off, tests/*: note }" });
    assert.deepEqual(
      [...standard.rules.values()].map(({ severity }) => severity),
      ['off', 'error', 'off'],
    );
  });

  it('names every mistake with line, column and what was probably meant', async () => {
    const problems = await problemsOf({
      'plumbline.yaml': [
        'nmae: acme',
        'minimumConfidence: hihg',
        'gate: { failon: error }',
        'rules:',
        '  tests/untested-chnage: error',
        '  security/hardcoded-secret: of',
        '  tests/untested-change: 7',
        '  versioning/oversized-change: { maximumLine: 3, counted: x, severity: bad }',
        'overrides:',
        '  - rules: {}',
        'ignore: src',
      ].join('\n'),
    });
    assert.deepEqual(problems, [
      'plumbline.yaml:1:1 There is no setting "nmae" (did you mean "name"?).',
      'plumbline.yaml:2:20 "hihg" is not one of high, medium, low (did you mean "high"?).',
      'plumbline.yaml:3:9 There is no setting "gate.failon" (did you mean "failOn"?).',
      'plumbline.yaml:5:3 There is no rule "tests/untested-chnage" (did you mean "tests/untested-change"?).',
      'plumbline.yaml:6:30 "of" is not one of off, error, warning, note (did you mean "off"?).',
      'plumbline.yaml:7:26 7 is not one of off, error, warning, note.',
      'plumbline.yaml:8:34 The rule versioning/oversized-change has no option "maximumLine" (did you mean "maximumLines"?).',
      'plumbline.yaml:8:59 rules.versioning/oversized-change.counted: expected array, received string.',
      'plumbline.yaml:8:72 "bad" is not one of off, error, warning, note.',
      'plumbline.yaml:10:5 overrides.0.paths: expected array, received undefined.',
      'plumbline.yaml:11:9 ignore: expected array, received string.',
    ]);
  });

  it('refuses globs that would match nothing, since they begin elsewhere than at the root', async () => {
    const says = 'a path or glob below the root of the repository is meant, without a slash before it and without "..".';
    assert.deepEqual(await problemsOf({ 'plumbline.yaml': 'ignore: [/dist/**, a/..b, ../x, a/../b]\ncoverage: ["C:\\\\x", out/*.info]' }), [
      `plumbline.yaml:1:10 ignore.0: ${says}`,
      `plumbline.yaml:1:27 ignore.2: ${says}`,
      `plumbline.yaml:1:33 ignore.3: ${says}`,
      `plumbline.yaml:2:12 coverage.0: ${says}`,
    ]);
  });

  it('names the mistakes of an extended file by its own name', async () => {
    const problems = await problemsOf({ 'plumbline.yaml': 'extends: ./base.yaml\nname: ""', 'base.yaml': '\nrules: { a: off }' });
    assert.deepEqual(problems, [
      'plumbline.yaml:2:7 name: Too small: expected string to have >=1 characters.',
      'base.yaml:2:10 There is no rule "a".',
    ]);
  });

  it('says where YAML is broken', async () => {
    assert.deepEqual(await problemsOf({ 'plumbline.yaml': 'name: a\nname: b\n' }), [
      'plumbline.yaml:2:1 Not valid YAML: Map keys must be unique',
    ]);
    assert.deepEqual(await problemsOf({ 'plumbline.yaml': '- a\n' }), ['plumbline.yaml:1:1 The file: expected object, received array.']);
  });
});

describe('the mistakes in a standard that is being written', () => {
  const mistakes = async (text: string): Promise<readonly string[]> =>
    (await mistakesIn(text, testRules, sources)).map(({ line, column, message }) => `${line}:${column} ${message}`);

  it('are told with their places', async () => {
    assert.deepEqual(await mistakes('gate:\n  failOn: often\n'), ['2:11 "often" is not one of error, warning, note, never.']);
    assert.deepEqual(await mistakes('rules:\n  custom/no-dates:\n    severity: error\n'), [
      '2:3 The rule custom/no-dates is not defined: it needs "message" and "languages" with a query for at least one.',
    ]);
    assert.deepEqual(await mistakes('extends: ./nowhere.yaml\n'), [
      '1:10 "./nowhere.yaml" is not to be found: there is no nowhere.yaml. Check the path.',
    ]);
  });

  it('are none where all is right, and none that only a fetched file would tell', async () => {
    assert.deepEqual(await mistakes('gate:\n  failOn: warning\n'), []);
    assert.deepEqual(await mistakes('extends: github:acme/standard#v1\nrules:\n  custom/no-dates: error\n'), []);
  });
});
