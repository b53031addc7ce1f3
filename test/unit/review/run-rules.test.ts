import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { RuleRunner } from '../../../src/review/run-rules.ts';
import { Settings } from '../../../src/review/settings.ts';
import { defineChangeRule } from '../../../src/rules/rule.ts';
import { standardOf } from './reviewing.ts';

describe('a rule that takes too long', () => {
  it('is stopped at what it has found, told, and not run again', () => {
    let runs = 0;
    const endless = defineChangeRule({
      id: 'tests/endless',
      title: 'Never ends',
      reason: 'It does not.',
      remedy: 'None.',
      severity: 'note',
      confidence: 'high',
      languages: 'any',
      examples: [],
      options: z.object({}),
      *check() {
        for (runs++; ;) yield { message: 'Again', subject: 'again' };
      },
    });
    const runner = new RuleRunner([endless], new Settings(standardOf([endless])), 0);
    const change = { files: [] } as unknown as Parameters<RuleRunner['runOnChange']>[0];
    assert.equal(runner.runOnChange(change).length > 0, true);
    assert.deepEqual([runner.runOnChange(change), runs, runner.hasRun('tests/endless')], [[], 1, false]);
    assert.deepEqual(runner.notices, [
      {
        id: 'rule-too-slow',
        message: 'The rule tests/endless took longer than 0 s and was not run any further.',
        remedy: 'Review a smaller change, ignore generated files, or set tests/endless to off.',
        incomplete: true,
      },
    ]);
  });

  it('has more time in a larger change', () => {
    const slow = defineChangeRule({
      id: 'tests/slow',
      title: 'Takes its time',
      reason: 'It does.',
      remedy: 'None.',
      severity: 'note',
      confidence: 'high',
      languages: 'any',
      examples: [],
      options: z.object({}),
      *check() {
        for (let at = 0; ; at++) if (at % 1_000_000 === 0) yield { message: 'Again', subject: 'again' };
      },
    });
    const runner = new RuleRunner([slow], new Settings(standardOf([slow])), 1);
    runner.runOnChange({ files: Array.from({ length: 500_000 }) } as unknown as Parameters<RuleRunner['runOnChange']>[0]);
    assert.deepEqual(
      runner.notices.map(({ message }) => message),
      ['The rule tests/slow took longer than 1 s and was not run any further.'],
    );
  });
});
