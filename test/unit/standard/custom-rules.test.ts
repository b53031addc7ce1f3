import assert from 'node:assert/strict';
import { createExtractor } from '../../../src/review/extraction/extractor.ts';
import { defineFileRule } from '../../../src/rules/rule.ts';
import type { Rule } from '../../../src/rules/rule.ts';
import { customRules } from '../../../src/standard/custom-rule.ts';
import { loadStandard } from '../../../src/standard/load.ts';
import type { Standard } from '../../../src/standard/standard.ts';
import { locateWasmInPackages } from '../../../src/syntax/wasm-files.ts';
import { described, testRules, treeOf } from './standard-testing.ts';

const [first] = testRules;
/** Languages are those that rules know. */
const rules: readonly Rule[] = [
  ...testRules,
  defineFileRule({ ...first!, id: 'tests/in-languages', languages: ['java', 'typescript'] } as never),
];
const extractor = createExtractor({ wasm: locateWasmInPackages(process.cwd()) });
after(() => extractor.dispose());

function load(files: Readonly<Record<string, string>>): Promise<Standard> {
  return loadStandard(treeOf(files), rules, { root: '/nowhere', checkQuery: extractor.checkQuery });
}

async function problemsOf(...yaml: readonly string[]): Promise<readonly string[]> {
  const error = await load({ 'plumbline.yaml': yaml.join('\n') }).then(
    () => assert.fail('expected problems'),
    (thrown: unknown) => thrown as Error,
  );
  assert.equal(error.name, 'UserError');
  return error.message
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

const rule = [
  'rules:',
  '  custom/no-sleep:',
  '    message: "`${call}` waits for a time: wait for what is meant."',
  '    languages:',
  '      java: |',
  '        ((method_invocation name: (identifier) @call) @finding',
  '          (#eq? @call "sleep"))',
];

describe('a rule that a standard defines', () => {
  it('is a rule with what is said of it, and what it can do without', async () => {
    const [defined] = customRules(await load({ 'plumbline.yaml': rule.join('\n') }));
    assert.ok(defined);
    assert.deepEqual(JSON.parse(JSON.stringify({ ...defined, options: undefined })), {
      kind: 'file',
      id: 'custom/no-sleep',
      title: 'No sleep',
      reason: 'The team has agreed on it.',
      remedy: 'See the message, or ask whoever keeps the standard.',
      severity: 'warning',
      confidence: 'high',
      languages: ['java'],
      examples: [],
      definedAt: 'plumbline.yaml:4:5',
    });
  });

  it('is set by later layers, setting by setting, each with its source', async () => {
    const standard = await load({
      'plumbline.yaml': ['extends: ./base.yaml', 'rules:', '  custom/no-sleep: { severity: note, paths: [src/**] }'].join('\n'),
      'base.yaml': rule.join('\n'),
    });
    assert.equal(standard.rules.get('custom/no-sleep')?.severity, 'note');
    assert.equal(customRules(standard).length, 1);
    const settings = Object.entries(described(standard)).filter(([name]) => name.includes('custom/'));
    assert.deepEqual(Object.fromEntries(settings), {
      'rules.custom/no-sleep.message': 'base.yaml:3:5',
      'rules.custom/no-sleep.languages': 'base.yaml:4:5',
      'rules.custom/no-sleep.severity': 'plumbline.yaml:3:22',
      'rules.custom/no-sleep.paths': 'plumbline.yaml:3:38',
    });
  });

  it('is turned off as its group, and set for some files', async () => {
    const standard = await load({
      'plumbline.yaml': [...rule, '  "custom/*": note', 'overrides:', '  - paths: [legacy/**]', '    rules: { custom/no-sleep: off }'].join(
        '\n',
      ),
    });
    assert.equal(standard.rules.get('custom/no-sleep')?.severity, 'note');
    assert.deepEqual([...(standard.overrides[0]?.rules ?? [])], [['custom/no-sleep', { severity: 'off' }]]);
  });

  it('is wrong at the character of its query that is wrong', async () => {
    assert.deepEqual(await problemsOf(...rule.map((line) => line.replace('"sleep"', '"sleep" "rest"'))), [
      'plumbline.yaml:6:9 The java query of custom/no-sleep: #eq? compares with one thing only.',
    ]);
    assert.deepEqual(await problemsOf(...rule.map((line) => line.replace('#eq?', '#eqs?'))), [
      'plumbline.yaml:7:12 The java query of custom/no-sleep: There is no condition "#eqs?" (did you mean "eq?"?).',
    ]);
    assert.deepEqual(await problemsOf(...rule.map((line) => line.replace('(identifier)', '(identifer)'))), [
      'plumbline.yaml:6:36 The java query of custom/no-sleep: There is no node "identifer" (did you mean "identifier"?).',
    ]);
    assert.deepEqual(await problemsOf(...rule.slice(0, 4), "      java: '(block) @finding (blok) @finding'"), [
      'plumbline.yaml:5:32 The java query of custom/no-sleep: There is no node "blok" (did you mean "block"?).',
    ]);
  });

  it('is wrong where its words name what the query does not capture', async () => {
    assert.deepEqual(
      await problemsOf(...rule.map((line) => line.replace('${call}', '${cal}')), '    fix: { title: Wait, replace: "await(${cull})" }'),
      [
        'plumbline.yaml:3:5 The java query of custom/no-sleep captures nothing as @cal (did you mean "call"?).',
        'plumbline.yaml:8:25 The java query of custom/no-sleep captures nothing as @cull (did you mean "call"?).',
      ],
    );
    assert.deepEqual(await problemsOf(...rule, '    fix: { title: Wait, replace: x, capture: kall }'), [
      'plumbline.yaml:8:37 The java query of custom/no-sleep captures nothing as @kall (did you mean "call"?).',
    ]);
  });

  it('takes a query that is right for one grammar of its language', async () => {
    const standard = await load({
      'plumbline.yaml': [
        ...rule.slice(0, 3).map((line) => line.replace('${call}', 'x')),
        '    languages:',
        '      typescript: (jsx_element) @finding',
      ].join('\n'),
    });
    assert.equal(customRules(standard).length, 1);
  });

  for (const [name, lines, said] of [
    [
      'is not defined',
      ['rules:', '  custom/sleepy: error'],
      ['plumbline.yaml:2:3 The rule custom/sleepy is not defined: it needs "message" and "languages" with a query for at least one.'],
    ],
    [
      'is not defined but much like another',
      [...rule, '  custom/no-slep: error'],
      [
        'plumbline.yaml:8:3 The rule custom/no-slep is not defined (did you mean "custom/no-sleep"?): it needs "message" and "languages" with a query for at least one.',
      ],
    ],
    [
      'is set for some files only',
      [...rule, 'overrides:', '  - paths: [a]', '    rules: { custom/no-slep: off }'],
      ['plumbline.yaml:10:14 There is no rule "custom/no-slep" (did you mean "custom/no-sleep"?): it is defined below "rules".'],
    ],
    [
      'has a name in other letters',
      ['rules:', '  custom/NoSleep: error'],
      [
        'plumbline.yaml:2:3 "custom/NoSleep" is no name of a rule of your own: it is custom/ and words in small letters with hyphens, as in custom/no-console.',
      ],
    ],
    [
      'has an unknown setting',
      [...rule, '    mesage: x'],
      ['plumbline.yaml:8:5 The rule custom/no-sleep has no option "mesage" (did you mean "message"?).'],
    ],
    [
      'has an unknown language',
      [...rule, '      jaba: (block) @finding'],
      ['plumbline.yaml:8:7 There is no setting "rules.custom/no-sleep.languages.jaba" (did you mean "java"?).'],
    ],
  ] as const) {
    it(`is an error where it ${name}`, async () => {
      assert.deepEqual(await problemsOf(...lines), said);
    });
  }
});
