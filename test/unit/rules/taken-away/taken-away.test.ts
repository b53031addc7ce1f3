import assert from 'node:assert/strict';
import { rules } from '../../../../src/rules/index.ts';
import type { Rule } from '../../../../src/rules/rule.ts';
import { newFindings, reviewExample } from '../rule-cases.ts';
import { movedAccess } from './moved-access.ts';
import { movedDeclared } from './moved-declared.ts';
import { movedFurther } from './moved-further.ts';
import { movedOtherwise } from './moved-otherwise.ts';
import { moved } from './moved.ts';
import { removedAccess } from './removed-access.ts';
import { removedDeclared } from './removed-declared.ts';
import { removedFurther } from './removed-further.ts';
import { removedElsewhere } from './removed-elsewhere.ts';
import { removedInput } from './removed-input.ts';
import { removedOtherwise } from './removed-otherwise.ts';
import { removedRunning } from './removed-running.ts';
import { removedSecrecy } from './removed-secrecy.ts';
import { removedWeb } from './removed-web.ts';
import { sidesOf } from './sides.ts';
import { takenAway } from './taken-away.ts';
import { fixesUndone, movedLikeFixes } from './undone-fixes.ts';

const removals = [
  ...removedAccess,
  ...removedInput,
  ...removedWeb,
  ...removedSecrecy,
  ...removedRunning,
  ...removedDeclared,
  ...removedOtherwise,
  ...fixesUndone,
  ...removedElsewhere,
  ...removedFurther,
].map(([what, rule, lines]) => [what, rule, sidesOf(lines).base, sidesOf(lines).head] as const);
const moves = [...movedAccess, ...movedOtherwise, ...movedDeclared, ...movedLikeFixes, ...movedFurther].map(
  ([what, lines]) => [what, sidesOf(lines).base, sidesOf(lines).head] as const,
);

function ruleOf(id: string): Rule {
  const rule = rules.find((each) => each.id === id);
  assert.ok(rule, id);
  return rule;
}

describe('what a change takes away', () => {
  for (const [what, id, base, head] of [...takenAway, ...removals]) {
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
  const guarding = [...new Set([...takenAway, ...removals].map(([, id]) => id))].filter((id) => !id.startsWith('compatibility/'));
  for (const [what, base, head] of [...moved, ...moves]) {
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
