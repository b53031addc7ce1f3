import assert from 'node:assert/strict';
import { baselineText, readBaseline } from '../../../src/standard/baseline.ts';
import { loadStandard } from '../../../src/standard/load.ts';
import { isDate, isExpired } from '../../../src/standard/waiver.ts';
import { testRules, treeOf } from './standard-testing.ts';

function load(...lines: readonly string[]) {
  return loadStandard(treeOf({ 'plumbline.yaml': lines.join('\n'), 'base.yaml': base }), testRules, { root: '/nowhere' });
}

const base = 'waivers:\n  - { rule: security/hardcoded-secret, reason: r, owner: o, expires: 2026-01-31 }\n';

async function problemsOf(...lines: readonly string[]): Promise<readonly string[]> {
  const error = await load(...lines).then(
    () => assert.fail('expected problems'),
    (thrown: unknown) => thrown as Error,
  );
  return error.message
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

describe('waivers in a standard', () => {
  it('add up over the layers, each with its place', async () => {
    const { waivers } = await load(
      'extends: ./base.yaml',
      'waivers:',
      '  - rule: tests/*',
      '    paths: [legacy/**]',
      '    reason: it goes in autumn',
      '    owner: team-orders',
      '    expires: 2026-12-31',
    );
    assert.deepEqual(waivers, [
      {
        rule: 'security/hardcoded-secret',
        reason: 'r',
        owner: 'o',
        expires: '2026-01-31',
        place: { source: 'base.yaml', line: 2, column: 5 },
      },
      {
        rule: 'tests/*',
        paths: ['legacy/**'],
        reason: 'it goes in autumn',
        owner: 'team-orders',
        expires: '2026-12-31',
        place: { source: 'plumbline.yaml', line: 3, column: 5 },
      },
    ]);
  });

  for (const [name, waiver, said] of [
    [
      'no reason',
      '{ rule: "tests/*", paths: [a], owner: o, expires: 2026-01-31 }',
      '2:5 waivers.0.reason: expected string, received undefined.',
    ],
    [
      'no owner',
      '{ rule: "tests/*", paths: [a], reason: r, expires: 2026-01-31 }',
      '2:5 waivers.0.owner: expected string, received undefined.',
    ],
    ['no end', '{ rule: "tests/*", paths: [a], reason: r, owner: o }', '2:5 waivers.0.expires: expected string, received undefined.'],
    [
      'a day that is none',
      '{ rule: "tests/*", paths: [a], reason: r, owner: o, expires: 2026-02-30 }',
      '2:66 waivers.0.expires: is no date: write it like 2026-12-31.',
    ],
    [
      'an unknown rule',
      '{ rule: tests/untested-chnge, reason: r, owner: o, expires: 2026-01-31 }',
      '2:5 The waiver names the rule "tests/untested-chnge", which does not exist (did you mean "tests/untested-change"?).',
    ],
    [
      'everything in it',
      '{ rule: "*", reason: r, owner: o, expires: 2026-01-31 }',
      '2:5 A waiver of "*" needs "paths", "symbol" or "fingerprint".',
    ],
    [
      'an unknown key',
      '{ rule: "tests/*", path: a, reason: r, owner: o, expires: 2026-01-31 }',
      '2:24 There is no setting "waivers.0.path" (did you mean "paths"?).',
    ],
  ] as const) {
    it(`are wrong with ${name}`, async () => {
      assert.deepEqual(await problemsOf('waivers:', `  - ${waiver}`), [`plumbline.yaml:${said}`]);
    });
  }

  it('hold up to the end of their last day', () => {
    const waiver = { expires: '2026-08-10' };
    assert.equal(isExpired(waiver, new Date('2026-08-10T23:59:59Z')), false);
    assert.equal(isExpired(waiver, new Date('2026-08-11T00:00:00Z')), true);
    assert.deepEqual(['2026-02-28', '2026-02-29', '2026-13-01', '2026-1-1', 'soon'].map(isDate), [true, false, false, false, false]);
  });
});

describe('a baseline', () => {
  const entries = [
    { path: 'b', rule: 'tests/x', fingerprint: '2' },
    { path: 'a "ä"', rule: 'tests/x', fingerprint: '1' },
  ] as const;

  it('is written in order, a line each, and read again', async () => {
    const text = baselineText(entries);
    assert.deepEqual(text.split('\n').slice(2, 5), [
      '  "findings": [',
      '    {"path":"a \\"ä\\"","rule":"tests/x","fingerprint":"1"},',
      '    {"path":"b","rule":"tests/x","fingerprint":"2"}',
    ]);
    assert.deepEqual(await readBaseline(treeOf({ 'plumbline.baseline.json': text })), new Set(['1', '2']));
    assert.deepEqual(await readBaseline(treeOf({ 'plumbline.baseline.json': baselineText([]) })), new Set());
    assert.deepEqual(await readBaseline(treeOf({})), new Set());
  });

  for (const [text, where] of [
    ['<<<<<<< HEAD', ''],
    ['{"version":2,"findings":[]}', ' at version'],
    ['{"version":1,"findings":[{"path":"a","rule":"b"}]}', ' at findings.0.fingerprint'],
  ] as const) {
    it(`is refused as ${text}`, async () => {
      await assert.rejects(readBaseline(treeOf({ 'plumbline.baseline.json': text })), {
        name: 'UserError',
        message: `The baseline plumbline.baseline.json is not as \`plumbline baseline\` writes it${where}.`,
      });
    });
  }
});
