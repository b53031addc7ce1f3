import * as z from 'zod/mini';
import { quotedCode, shortened } from '../../base/shortened.ts';
import type { CodeChange } from '../../code/code-change.ts';
import { foldedText } from '../../code/walk.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { changedExpectationExamples } from './changed-expectation-examples.ts';
import { changedExpectations, hasOtherSetUp, testPairs, type ChangedExpectation, type TestPair } from './expectations/changes.ts';
import { changedRows, type ChangedRow } from './expectations/rows.ts';
import { changedSnapshots } from './expectations/snapshots.ts';
import { testedCode, type TestedCode } from './expectations/tested-code.ts';
import { titled } from './quality/test-finding.ts';

export const changedExpectation = defineChangeRule({
  id: 'tests/changed-expectation',
  title: 'What a test expects changes together with the code that it tests',
  reason:
    'A test says what the code promised. Where its expected value is changed in the same change as the code, the test holds whatever the code does now, and nobody is told that a promise was given up. It matters most where a refusal becomes an acceptance: a 403 that is a 200 now, an error that is no longer thrown.',
  remedy:
    'Make sure that the new answer is what is wanted, and say so in the change’s description. Where it is not, put the expected value back and mend the code.',
  severity: 'warning',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  sources: [{ title: 'xUnit Test Patterns: Fragile Test, Behavior Sensitivity', url: 'http://xunitpatterns.com/Fragile%20Test.html' }],
  limits:
    'Tests are known again by their titles, or by what they do. Only what asks the same as before is compared: where the input, the set-up before it or a helper of the test changes as well, it is left alone or less sure. Another value in place of the old one is usual where behaviour changes on purpose: it is told with low confidence, once a test. Where no code of the product changes, nothing is said.',
  examples: changedExpectationExamples,
  needs: [],
  options: z.object({}),
  *check(change) {
    for (const pair of testPairs(change)) if (pair.base.test.run !== 'skipped') yield* ofTest(change, pair);
    for (const file of change.files) {
      const [title, ...more] = changedSnapshots(file);
      if (title === undefined || !file.head || !changesProduct(change)) continue;
      yield {
        message: `${more.length === 0 ? 'A snapshot holds' : `${more.length + 1} snapshots hold`} something else than before, in the same change as the code: “${shortened(title, 80)}”${more.length > 0 ? ' …' : ''}.`,
        place: { file: file.head, range: file.head.lines.lineRange(1) },
        subject: `${file.path} snapshots`,
        confidence: 'low',
        severity: 'note',
        properties: { test: 'changed' },
      };
    }
  },
});

function changesProduct({ files }: CodeChange): boolean {
  return files.some(({ head, base }) => (head ?? base)?.role === 'production');
}

function* ofTest(change: CodeChange, pair: TestPair): Generator<FindingDraft> {
  const found = [...changedExpectations(pair), ...changedRows(pair.base, pair.head).map((row) => asExpectation(row, pair))];
  const [first] = found;
  const loud = found.find(({ isLetThrough }) => isLetThrough);
  const code = first && testedCode(change, pair.head);
  if (!first || !code) return;
  if (loud) yield letThrough(pair, loud, code);
  else if (code.name !== undefined) yield otherValue(pair, first, code);
}

function asExpectation({ before, now, isLetThrough }: ChangedRow, { base, head }: TestPair): ChangedExpectation {
  const text = (at: TestPair['base'], { range }: ChangedRow['now']): string => foldedText(at.file.text, range);
  const assertion = { name: 'row', kind: 'other' as const, range: before.range, text: text(base, before) };
  return {
    before: { assertion, about: '', value: before.cells.at(-1) ?? '', isValue: true },
    now: { text: text(head, now), range: now.range, value: now.cells.at(-1) ?? '' },
    isLetThrough,
  };
}

function letThrough(pair: TestPair, change: ChangedExpectation, code: TestedCode): FindingDraft {
  const isSure = code.name !== undefined && !hasOtherSetUp(pair.head);
  return {
    ...draft(
      pair,
      change,
      `The test ${titled(pair.head.test)} expected a refusal and now expects to be let through: ${words(change)}, in the same change as ${named(code)}.`,
    ),
    ...(!isSure && { confidence: hasOtherSetUp(pair.head) ? ('low' as const) : ('medium' as const) }),
  };
}

function otherValue(pair: TestPair, change: ChangedExpectation, code: TestedCode): FindingDraft {
  return {
    ...draft(
      pair,
      change,
      `The test ${titled(pair.head.test)} expects something else than before: ${words(change)}, in the same change as ${named(code)}.`,
    ),
    confidence: 'low',
    severity: 'note',
  };
}

function words({ before, now }: ChangedExpectation): string {
  return `${quotedCode(before.assertion.text)} became ${quotedCode(now.text)}`;
}

function named({ name }: TestedCode): string {
  return name === undefined ? 'code of the product' : `\`${name}\``;
}

function draft({ base, head }: TestPair, { before, now }: ChangedExpectation, message: string): FindingDraft {
  return {
    message,
    place: { file: head.file, range: now.range },
    subject: `${head.test.titles.join(' › ')} ${before.assertion.text}`,
    related: [{ file: base.file, range: before.assertion.range, caption: 'it expected this' }],
    properties: { test: 'changed' },
  };
}
