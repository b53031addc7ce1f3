import * as z from 'zod/mini';
import { defineChangeRule, defineFileRule } from '../../../src/rules/rule.ts';

export const about = {
  title: 't',
  reason: 'r',
  remedy: 'r',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  examples: [],
  options: z.object({}),
} as const;

/** Finds every `evil` and its number. */
export const badWord = defineFileRule({
  ...about,
  id: 'robustness/bad-word',
  *check(file) {
    for (const match of file.text.matchAll(/evil(\d*)/g)) {
      yield {
        message: `Found ${match[0]}`,
        place: { file, range: { start: match.index, end: match.index + match[0].length } },
        subject: match[0],
      };
    }
  },
});

/** Finds every symbol that the change touches. */
export const changedSymbol = defineChangeRule({
  ...about,
  id: 'compatibility/changed-symbol',
  *check(change) {
    for (const each of change.symbols) {
      const at = each.kind === 'removed' ? each.base : each.head;
      if (at.symbol.kind === 'module') continue;
      yield {
        message: `${each.kind} ${at.symbol.qualifiedName}`,
        place: { file: at.file, range: at.symbol.nameRange },
        subject: at.symbol.qualifiedName,
      };
    }
  },
});
