import * as z from 'zod/mini';
import type { Trial } from '../../code/trial.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { gapFinding, listed, mainObligations, shortName } from './gaps/finding.ts';
import type { FunctionUnderTest } from './gaps/obligation.ts';
import { testGaps } from './gaps/test-gaps.ts';
import { commandOf, evidenceOf } from './gaps/trial-words.ts';
import { passesWithoutTheChangeExamples } from './passes-without-the-change-examples.ts';

export const passesWithoutTheChange = defineChangeRule({
  id: 'tests/passes-without-the-change',
  title: 'The tests pass without the change',
  reason:
    'The tests were run with one function as it was before the change, or, where it is new, with one that only throws, and they passed. There is no stronger evidence that nothing tests it: whoever takes the change back, or breaks it, hears nothing.',
  remedy: 'Add a test that fails with the old function and passes with the new one.',
  severity: 'warning',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    { title: 'Niedermayr, Juergens, Wagner: Will my tests tell me if I break this code?', url: 'https://doi.org/10.1145/2896941.2896944' },
  ],
  limits:
    'Only a deep check finds it, which runs the tests with a command of your own. A function that does the same as before in another way, such as faster, passes its tests rightly.',
  examples: passesWithoutTheChangeExamples,
  options: z.object({}),
  needs: ['tests'],
  *check(change) {
    const passed = (change.trials ?? []).filter(({ outcome, tried }) => outcome === 'passed' && tried.kind !== 'mutated');
    const { functions } = testGaps(change);
    for (const trial of passed) {
      const found = functions.find(({ at }) => at.symbol === trial.at.symbol);
      if (found) yield unnoticed(found, trial);
    }
  },
});

function unnoticed(found: FunctionUnderTest, trial: Trial): FindingDraft {
  const draft = gapFinding(found);
  return {
    ...draft,
    message: messageOf(found, trial),
    place: { file: found.at.file, range: found.at.symbol.nameRange },
    confidence: 'high',
    properties: { ...draft.properties, evidence: evidenceOf(trial) },
  };
}

function messageOf(found: FunctionUnderTest, trial: Trial): string {
  const { at, isNew } = found;
  const [name, command] = [`\`${shortName(at)}\``, commandOf(trial)];
  if (trial.tried.kind === 'undone')
    return `${name} is changed (${listed(mainObligations(found).map(({ text }) => `\`${text}\``))}), but ${command} passes with what it was before, too.`;
  return isNew
    ? `${name} is new, but ${command} passes even when all it does is throw.`
    : `${name} is changed, but ${command} passes even when all it does is throw.`;
}
