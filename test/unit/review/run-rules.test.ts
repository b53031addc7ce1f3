import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { remembered } from '../../../src/base/remembered.ts';
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
    const runner = new RuleRunner([endless], new Settings(standardOf([endless])), { time: 0 });
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
    const runner = new RuleRunner([slow], new Settings(standardOf([slow])), { time: 1 });
    runner.runOnChange({ files: Array.from({ length: 500_000 }) } as unknown as Parameters<RuleRunner['runOnChange']>[0]);
    assert.deepEqual(
      runner.notices.map(({ message }) => message),
      ['The rule tests/slow took longer than 1 s and was not run any further.'],
    );
  });
});

describe('what rules remember', () => {
  const given = {};
  const countReadings = (limits: { readonly memos?: number }): number => {
    let readings = 0;
    const read = remembered((key: object) => ({ key, number: ++readings }).number);
    const asking = (id: `tests/${string}`) =>
      defineChangeRule({
        id,
        title: 'Asks',
        reason: 'It does.',
        remedy: 'None.',
        severity: 'note',
        confidence: 'high',
        languages: 'any',
        examples: [],
        options: z.object({}),
        *check() {
          yield { message: `${read(given)} ${read(given)}`, subject: id };
        },
      });
    const rules = [asking('tests/first'), asking('tests/second')];
    const runner = new RuleRunner(rules, new Settings(standardOf(rules)), limits);
    runner.runOnChange({ files: [] } as unknown as Parameters<RuleRunner['runOnChange']>[0]);
    return readings;
  };

  it('is there for the next rule', () => {
    assert.equal(countReadings({}), 1);
  });

  it('is given up between two rules where it is too much', () => {
    assert.equal(countReadings({ memos: 0 }), 2);
  });
});
