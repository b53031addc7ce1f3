import * as z from 'zod/mini';
import { defineChangeRule } from '../rule.ts';

/** Found by the judge, which alone knows what a suppression has suppressed; the rule says how bad it is and why. */
export const unusedSuppression = defineChangeRule({
  id: 'readability/unused-suppression',
  title: 'Suppression that suppresses nothing',
  reason:
    'A suppression that no longer suppresses anything misleads: readers take the line below for an accepted risk, and the next real finding there is swallowed unseen. One that names no known rule never worked.',
  remedy: 'Remove the comment, or correct the name of the rule.',
  severity: 'note',
  confidence: 'high',
  languages: 'any',
  limits: 'Only suppressions on changed lines, or above them, are judged. A suppression of a rule that is off is left alone.',
  examples: [
    {
      name: 'the comment names a rule that does not exist',
      base: {},
      head: { 'settings.yaml': '# plumbline-allow security/no-such-rule -- reviewed by the security team\ntimeout: 3\n' },
      finds: ['settings.yaml:1 `plumbline-allow` names the rule `security/no-such-rule`, which does not exist.'],
      fixed: { 'settings.yaml': 'timeout: 3\n' },
    },
    {
      name: 'the comment does not speak to Plumbline',
      base: {},
      head: { 'settings.yaml': '# allow security/no-such-rule -- reviewed by the security team\ntimeout: 3\n' },
      finds: [],
    },
  ],
  needs: [],
  options: z.object({}),
  check: () => [],
});
