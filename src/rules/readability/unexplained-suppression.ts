import * as z from 'zod/mini';
import { overlaps } from '../../base/text-range.ts';
import { allowComments } from '../../code/allow-comments.ts';
import { defineFileRule } from '../rule.ts';

export const unexplainedSuppression = defineFileRule({
  id: 'readability/unexplained-suppression',
  title: 'Suppression without a reason',
  reason: 'Whoever reads the code next cannot tell whether the suppression still holds. Without a reason it suppresses nothing.',
  remedy: 'Say why after two hyphens: `plumbline-allow RULE -- reason`.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  examples: [
    {
      name: 'no reason is given',
      base: {},
      head: { 'settings.yaml': '# plumbline-allow security/hardcoded-secret\ntimeout: 3\n' },
      finds: ['settings.yaml:1 This suppression of `security/hardcoded-secret` gives no reason and suppresses nothing.'],
    },
    {
      name: 'a reason is given',
      base: {},
      head: { 'settings.yaml': '# plumbline-allow security/hardcoded-secret -- the key of the public sandbox\ntimeout: 3\n' },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    for (const { rule, reason, range } of allowComments(file)) {
      if (reason !== '' || !file.touched.some((touched) => overlaps(touched, range))) continue;
      const message = `This suppression of \`${rule}\` gives no reason and suppresses nothing.`;
      yield { message, place: { file, range }, subject: rule };
    }
  },
});
