import assert from 'node:assert/strict';
import { defineChangeRule, defineFileRule } from '../../../src/rules/rule.ts';
import { unexplainedSuppression } from '../../../src/rules/readability/unexplained-suppression.ts';
import { unusedSuppression } from '../../../src/rules/readability/unused-suppression.ts';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import { review } from '../../../src/review/review.ts';
import { extractorOfCheckout, lines, reviewTexts, standardOf } from './reviewing.ts';
import { about, badWord, changedSymbol } from './test-rules.ts';

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
    assert.deepEqual(
      result.findings.map(({ rule, location, suppressions }) => [rule, location.start.line, suppressions.map(({ reason }) => reason)]),
      [
        ['robustness/bad-word', 2, ['it is a quote']],
        ['robustness/bad-word', 3, []],
        ['robustness/bad-word', 4, ['known']],
        ['readability/unexplained-suppression', 3, []],
        ['readability/unused-suppression', 5, []],
        ['readability/unused-suppression', 6, []],
      ],
    );
  });

  it('shows what is gone at the nearest changed line, and where it was', async () => {
    const base = {
      'a.ts': 'const a = 1;\nconst b = 2;\nexport function gone() {}\nconst c = 3;\n',
      'b.ts': 'export function dropped() {}\n',
    };
    const head = { 'a.ts': 'const a = 1;\nconst b = 2;\nconst c = 3;\nconst d = 4;\n' };
    const { findings } = await reviewTexts(base, head, [changedSymbol]);
    const gone = findings.filter(({ message }) => message.startsWith('removed'));
    assert.deepEqual(
      gone.map(({ message, location, related }) => [
        message,
        location.side,
        location.path,
        location.start.line,
        related.map(({ side, start, caption }) => `${side} ${start.line} ${caption}`),
      ]),
      [
        ['removed gone', 'head', 'a.ts', 3, ['base 3 it was here']],
        ['removed dropped', 'base', 'b.ts', 1, []],
      ],
    );
  });

  it('keeps fingerprints when lines move and when the file is renamed', async () => {
    const base = { 'a.txt': 'evil evil1\n' };
    const moved = await reviewTexts(base, { 'a.txt': 'one\ntwo\nevil evil1 evil\n' }, [badWord]);
    const renamed = await reviewTexts(base, { 'b.txt': 'evil evil1\n' }, [badWord]);
    const known = new Set(moved.findings.filter(({ state }) => state === 'unchanged').map(({ fingerprint }) => fingerprint));
    assert.deepEqual(
      renamed.findings.map(({ state, fingerprint }) => [state, known.has(fingerprint)]),
      [
        ['unchanged', true],
        ['unchanged', true],
      ],
    );
    assert.equal(new Set(moved.findings.map(({ fingerprint }) => fingerprint)).size, 3);
  });

  it('goes on without a rule that throws, and says so', async () => {
    const broken = defineFileRule({
      ...about,
      id: 'robustness/broken',
      *check(file) {
        yield { message: 'before', subject: 'x', place: { file, range: { start: 0, end: 0 } } };
        throw new Error('out of order');
      },
    });
    const result = await reviewTexts({}, { 'a.txt': 'evil', 'b.txt': 'evil' }, [broken, badWord]);
    assert.deepEqual(lines(result), ['new error a.txt:1 Found evil', 'new error a.txt:1 before', 'new error b.txt:1 Found evil']);
    assert.deepEqual(
      result.notices.map(({ id, path, message }) => [id, path, message]),
      [['rule-failed', 'a.txt', 'The rule robustness/broken failed and was not run any further: out of order']],
    );
    assert.deepEqual(result.verdict, { gate: 'failed', failOn: 'error', complete: false });
  });

  it('says once a file what rules did not look at', async () => {
    const [first, second] = (['one', 'two'] as const).map((name) =>
      defineFileRule({
        ...about,
        id: `robustness/${name}`,
        *check(file) {
          if (file.text.includes('long')) yield { unchecked: 'it is long' };
          yield { message: name, subject: name, place: { file, range: { start: 0, end: 0 } } };
        },
      }),
    );
    assert.ok(first && second);
    const wide = defineChangeRule({
      ...about,
      id: 'robustness/wide',
      *check() {
        yield { unchecked: 'it is wide' };
        yield { unchecked: 'it is deep', path: 'b.txt' };
      },
    });
    const result = await reviewTexts({ 'b.txt': 'long' }, { 'a.txt': 'long', 'b.txt': 'short' }, [first, second, wide]);
    assert.deepEqual(
      result.findings.map(({ message }) => message),
      ['one', 'two', 'one', 'two'],
    );
    assert.deepEqual(
      result.notices.map(({ id, path, message, incomplete }) => [id, path, message, incomplete]),
      [
        ['partly-checked', undefined, 'Not all of the change was checked: it is wide.', false],
        ['partly-checked', 'a.txt', 'Not all of a.txt was checked: it is long.', false],
        ['partly-checked', 'b.txt', 'Not all of b.txt was checked: it is deep.', false],
      ],
    );
  });

  it('applies overrides and ignored paths', async () => {
    const head = { 'a.txt': 'evil', 'docs/a.txt': 'evil', 'old/a.txt': 'evil', 'gen/a.txt': 'evil' };
    const result = await reviewTexts({}, head, [badWord], {
      ignore: ['gen/**'],
      overrides: [
        { paths: ['docs/**'], rules: new Map([[badWord.id, { severity: 'note' as const }]]) },
        { paths: ['old/**'], rules: new Map([[badWord.id, { severity: 'off' as const }]]) },
      ],
    });
    assert.deepEqual(lines(result), ['new error a.txt:1 Found evil', 'new note docs/a.txt:1 Found evil']);
    assert.deepEqual(result.size, { files: 3, added: 3, removed: 0 });
  });

  it('puts a finding on the whole change on its first changed line', async () => {
    const whole = defineChangeRule({
      ...about,
      id: 'versioning/whole',
      needs: [],
      check: () => [{ message: 'all of it', subject: 'change' }],
    });
    assert.deepEqual(lines(await reviewTexts({ 'a.txt': '1\n2\n' }, { 'a.txt': '1\n3\n' }, [whole])), ['new error a.txt:2 all of it']);
    assert.deepEqual(lines(await reviewTexts({ 'a.txt': '1\n2\n' }, {}, [whole])), ['new error a.txt:1 all of it']);
  });

  it('reads broken, huge and deeply nested sources without failing', async () => {
    const head = {
      'deep.ts': `const a = ${'['.repeat(20_000)}${']'.repeat(20_000)};\nevil\n`,
      'Deep.java': `class A { int a = ${'('.repeat(20_000)}1${')'.repeat(20_000)}; }\n// evil\n`,
      'sum.test.js': `it('adds', () => { f(${Array.from({ length: 100_000 }, () => 'a(b)').join('+')}); }); evil`,
      'calls.js': `${'f('.repeat(5_000)}evil`,
      'broken.java': 'class { evil ((( \0 \ud800 }}}} @',
      'long.js': `var a = "${'x'.repeat(3_000_000)}"; evil`,
    };
    const result = await reviewTexts({}, head, [badWord, changedSymbol]);
    const found = result.findings.filter(({ rule }) => rule === badWord.id).map(({ location }) => location.path);
    assert.deepEqual(found, ['Deep.java', 'broken.java', 'calls.js', 'deep.ts', 'long.js', 'sum.test.js']);
  });

  it('reviews the first of very many files, and says so', async () => {
    const head = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`f${n}.txt`, n === 0 || n === 99_999 ? 'evil' : '']));
    const result = await reviewTexts({}, head, [badWord]);
    assert.deepEqual(lines(result), ['new error f0.txt:1 Found evil']);
    assert.deepEqual(
      result.notices.map(({ id, message }) => [id, message]),
      [['too-many-files', 'The change has 100000 files; the first 20000 by path were reviewed.']],
    );
  });

  it('hands on every finding once, before it ends', async () => {
    const found: string[] = [];
    const extractor = extractorOfCheckout();
    const rules = [badWord, changedSymbol];
    const changeSet = inMemoryChangeSet({}, { 'a.ts': 'export const evil = 1;\n', 'b.txt': 'evil' });
    const result = await review(
      {
        changeSet,
        standard: standardOf(rules),
        rules,
        now: new Date('2026-08-10'),
        onFinding: ({ fingerprint }) => found.push(fingerprint),
      },
      extractor,
    );
    await extractor.dispose();
    assert.equal(found.length, 3);
    assert.deepEqual([...found].sort(), result.findings.map(({ fingerprint }) => fingerprint).sort());
  });
});
