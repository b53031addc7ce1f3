import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { defineChangeRule, defineFileRule } from '../../../src/rules/rule.ts';
import { unexplainedSuppression } from '../../../src/rules/readability/unexplained-suppression.ts';
import { unusedSuppression } from '../../../src/rules/readability/unused-suppression.ts';
import { lines, reviewTexts } from './reviewing.ts';

const about = { title: 't', reason: 'r', remedy: 'r', severity: 'error', confidence: 'high', languages: 'any', examples: [], options: z.object({}) } as const;

/** Finds every `evil` and its number. */
const badWord = defineFileRule({
  ...about,
  id: 'robustness/bad-word',
  *check(file) {
    for (const match of file.text.matchAll(/evil(\d*)/g)) {
      yield { message: `Found ${match[0]}`, place: { file, range: { start: match.index, end: match.index + match[0].length } }, subject: match[0] };
    }
  },
});

const changedSymbol = defineChangeRule({
  ...about,
  id: 'compatibility/changed-symbol',
  *check(change) {
    for (const each of change.symbols) {
      const at = each.kind === 'removed' ? each.base : each.head;
      if (at.symbol.kind === 'module') continue;
      yield { message: `${each.kind} ${at.symbol.qualifiedName}`, place: { file: at.file, range: at.symbol.nameRange }, subject: at.symbol.qualifiedName };
    }
  },
});

describe('review', () => {
  it('compares what file rules find on both sides', async () => {
    const base = { 'a.txt': 'evil1\nevil2\nsame evil\n' };
    const head = { 'a.txt': 'new evil\nevil1\nsame evil\nevil3\n' };
    assert.deepEqual(lines(await reviewTexts(base, head, [badWord])).sort(), [
      'absent error a.txt:3 Found evil2',
      'new error a.txt:1 Found evil',
      'new error a.txt:4 Found evil3',
      'unchanged error a.txt:2 Found evil1',
      'unchanged error a.txt:3 Found evil',
    ]);
  });

  it('pairs symbols of both sides', async () => {
    const base = { 'src/main/java/a/A.java': 'package a;\npublic class A {\n  public void go() {}\n  public void stay() {}\n}\n' };
    const head = { 'src/main/java/a/A.java': 'package a;\npublic class A {\n  public void come() {}\n  public void stay() {}\n}\n' };
    assert.deepEqual(lines(await reviewTexts(base, head, [changedSymbol])), [
      'new error src/main/java/a/A.java:2 paired a.A',
      'new error src/main/java/a/A.java:3 added a.A.come',
      'new error src/main/java/a/A.java:3 removed a.A.go',
    ]);
  });

  it('lets a suppression with a reason allow a finding, and reports the others', async () => {
    const head = {
      'a.yaml': [
        '# plumbline-allow robustness/bad-word -- it is a quote',
        'a: evil',
        'b: evil1 # plumbline-allow robustness/bad-word',
        'c: evil2 # plumbline-allow robustness/bad-word -- known',
        'd: good # plumbline-allow robustness/bad-word -- no longer needed',
        'e: good # plumbline-allow robustness/other -- wrong name',
        '',
      ].join('\n'),
    };
    const result = await reviewTexts({}, head, [badWord, unusedSuppression, unexplainedSuppression]);
    assert.deepEqual(result.findings.map(({ rule, location, suppressions }) => [rule, location.start.line, suppressions.map(({ reason }) => reason)]), [
      ['robustness/bad-word', 2, ['it is a quote']],
      ['robustness/bad-word', 3, []],
      ['robustness/bad-word', 4, ['known']],
      ['readability/unexplained-suppression', 3, []],
      ['readability/unused-suppression', 5, []],
      ['readability/unused-suppression', 6, []],
    ]);
  });
});
