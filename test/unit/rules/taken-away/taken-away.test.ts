import assert from 'node:assert/strict';
import { rules } from '../../../../src/rules/index.ts';
import type { Rule } from '../../../../src/rules/rule.ts';
import { newFindings, reviewExample } from '../rule-cases.ts';
import { moved } from './moved.ts';
import { takenAway } from './taken-away.ts';

function ruleOf(id: string): Rule {
  const rule = rules.find((each) => each.id === id);
  assert.ok(rule, id);
  return rule;
}

describe('what a change takes away', () => {
  for (const [what, id, base, head] of takenAway) {
    it(`is found: ${what}`, async () => {
      const found = newFindings(await reviewExample(ruleOf(id), { base, head }));
      assert.ok(
        found.some(({ confidence }) => confidence !== 'low'),
        `${id} finds nothing`,
      );
    });
  }
});

describe('a protection that moves', () => {
  const guarding = [...new Set(takenAway.map(([, id]) => id))];
  for (const [what, base, head] of moved) {
    it(`is left alone: ${what}`, async () => {
      for (const id of guarding) {
        const found = newFindings(await reviewExample(ruleOf(id), { base, head })).filter(({ confidence }) => confidence !== 'low');
        assert.deepEqual(
          found.map(({ rule, message }) => `${rule} ${message}`),
          [],
        );
      }
    });
  }
});
