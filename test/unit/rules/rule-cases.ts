import assert from 'node:assert/strict';
import { after } from 'mocha';
import { LineIndex } from '../../../src/base/line-index.ts';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import type { CodeChange } from '../../../src/code/code-change.ts';
import type { Trial } from '../../../src/code/trial.ts';
import type { Finding, Fix } from '../../../src/finding/finding.ts';
import type { Extractor } from '../../../src/review/extraction/extractor.ts';
import { review } from '../../../src/review/review.ts';
import type { Review } from '../../../src/review/review-result.ts';
import { rules } from '../../../src/rules/index.ts';
import type { Example, ExampleTrial, Rule } from '../../../src/rules/rule.ts';
import { extractorOfCheckout, standardOf } from '../review/reviewing.ts';

export type Texts = Readonly<Record<string, string>>;

let extractor: Extractor | undefined;

/** One extractor for all tests of a run: loading grammars takes longer than a test. */
export function sharedExtractor(): Extractor {
  extractor ??= extractorOfCheckout();
  return extractor;
}

after(async () => {
  await extractor?.dispose();
  extractor = undefined;
});

/** Reviews an example with one rule, and those that run along with it. */
export async function reviewExample(
  rule: Rule,
  example: Pick<Example, 'base' | 'head' | 'options' | 'commits' | 'alongside' | 'trials' | 'coverage'>,
): Promise<Review> {
  const options = rule.options.parse(example.options ?? {});
  const run = [...rules.filter(({ id }) => example.alongside?.includes(id)), rule];
  const standard = standardOf(run, { minimumConfidence: 'low' });
  const settings = new Map([...standard.rules, [rule.id, { severity: rule.severity, options }]]);
  const commits = (example.commits ?? []).map(({ subject, body }, index) => ({
    id: String(index).padStart(40, '0'),
    subject,
    body,
    author: 'A',
    authored: 0,
  }));
  const { trials } = example;
  const result = await review(
    {
      changeSet: inMemoryChangeSet(example.base, example.head, commits, example.coverage),
      standard: { ...standard, rules: settings },
      rules: run,
      now: new Date('2026-08-10'),
      ...(trials && { tryOut: (change) => Promise.resolve({ trials: trialsOf(trials, change), notices: [] }) }),
    },
    sharedExtractor(),
  );
  return { ...result, findings: result.findings.filter((finding) => finding.rule === rule.id) };
}

/** As if the tests of the example had been run. */
function trialsOf(trials: readonly ExampleTrial[], { files, tests }: CodeChange): readonly Trial[] {
  return trials.map(({ of, tried, outcome }) => {
    const [at] = files.flatMap(({ head }) => {
      const symbol = head?.facts?.symbols.find(({ qualifiedName }) => qualifiedName === of);
      return head && symbol ? [{ file: head, symbol }] : [];
    });
    assert.ok(at, `${of} is in no file`);
    return {
      at,
      tried: typeof tried === 'string' ? { kind: tried } : mutation(at.file.text, tried),
      outcome,
      command: 'npm test',
      exitCode: outcome === 'passed' ? 0 : 1,
      tests: tests.map(({ path }) => path),
    };
  });
}

function mutation(text: string, { from, to }: Exclude<ExampleTrial['tried'], string>): Trial['tried'] {
  const start = text.indexOf(from);
  assert.notEqual(start, -1, `${from} is not in the text`);
  return { kind: 'mutated', range: { start, end: start + from.length }, replacement: to };
}

export function newFindings({ findings }: Review): readonly Finding[] {
  return findings.filter(({ state }) => state === 'new');
}

/** `path:line message`, as in examples. */
export function found(result: Review): readonly string[] {
  return newFindings(result).map(({ location, message }) => `${location.path}:${location.start.line} ${message}`);
}

/** The head texts after the first fix of every finding. */
export function withFixes(head: Texts, findings: readonly Finding[]): Texts {
  const fixes = findings.flatMap(({ fixes: [first] }) => (first ? [first] : []));
  return fixes.reduceRight<Texts>((texts, fix) => applyFix(texts, fix), head);
}

export function applyFix(texts: Texts, { edits }: Fix): Texts {
  const result: Record<string, string> = { ...texts };
  for (const edit of [...edits].reverse().sort((a, b) => b.start.line - a.start.line || b.start.column - a.start.column)) {
    const text = result[edit.path] ?? '';
    const index = new LineIndex(text);
    result[edit.path] = edit.create
      ? edit.newText
      : text.slice(0, index.offset(edit.start)) + edit.newText + text.slice(index.offset(edit.end));
  }
  return result;
}

/** Asserts the whole set of what a rule finds in a change; line and message as in examples. */
export async function expectFindings(
  rule: Rule,
  base: Texts,
  head: Texts,
  finds: readonly string[],
  options?: Example['options'],
): Promise<readonly Finding[]> {
  const result = await reviewExample(rule, { base, head, ...(options && { options }) });
  assert.deepEqual(
    result.notices.filter(({ id }) => id.startsWith('rule-')),
    [],
  );
  assert.deepEqual(found(result), finds);
  return newFindings(result);
}

/** One case: its name, the texts of one file at both sides, and the messages with their lines (`3 message`). */
export type FileCase = readonly [name: string, base: string, head: string, finds: readonly string[]];

/** Declares a test for each case of a rule on one file that the change edits, or adds where its base is empty. */
export function fileCases(rule: Rule, path: string, cases: readonly FileCase[], around: Texts = {}): void {
  for (const [name, base, head, finds] of cases) {
    it(name, async () => {
      await expectFindings(
        rule,
        base === '' ? around : { ...around, [path]: base },
        { ...around, [path]: head },
        finds.map((each) => `${path}:${each}`),
      );
    });
  }
}
