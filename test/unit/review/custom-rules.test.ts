import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import { createExtractor } from '../../../src/review/extraction/extractor.ts';
import { review } from '../../../src/review/review.ts';
import { ReviewSession } from '../../../src/review/session/session.ts';
import { rules } from '../../../src/rules/index.ts';
import { sarif } from '../../../src/report/sarif.ts';
import { loadStandard } from '../../../src/standard/load.ts';
import type { Standard } from '../../../src/standard/standard.ts';
import { locateWasmInPackages } from '../../../src/syntax/wasm-files.ts';
import { treeOf } from '../standard/standard-testing.ts';
import { lines, savedIn } from './reviewing.ts';
import type { Log } from 'sarif';

const wasm = locateWasmInPackages(process.cwd());
const cache = mkdtempSync(join(tmpdir(), 'plumbline-cache-'));
const extractor = createExtractor({ wasm, cache });
after(async () => {
  await extractor.dispose();
  rmSync(cache, { recursive: true });
});

const yaml = (query: string, more = ''): string =>
  `
rules:
  "*": off
  readability/unused-suppression: note
  custom/no-console:
    message: "\`\${finding}\` writes to the console; use \`\${$$}\`."
    severity: error
    cwe: [532]
    languages:
      java: |
        ${query}
      typescript: |
        ((call_expression function: (member_expression object: (identifier) @on)) @finding (#eq? @on "console"))
${more}`.replace('${$$}', '$$log');

const javaQuery = '((method_invocation object: (_) @on) @finding (#match? @on "^System\\\\.(out|err)$"))';

function standardOf(text: string): Promise<Standard> {
  return loadStandard(treeOf({ 'plumbline.yaml': text }), rules, { root: '/nowhere', checkQuery: extractor.checkQuery });
}

async function reviewed(base: Record<string, string>, head: Record<string, string>, text = yaml(javaQuery)) {
  const standard = await standardOf(text);
  return review({ changeSet: inMemoryChangeSet(base, head), standard, rules, now: new Date('2026-08-10') }, extractor);
}

const java = (...statements: readonly string[]): string =>
  `class A {\n  void f() {\n${statements.map((each) => `    ${each}\n`).join('')}  }\n}\n`;

describe('a rule of the standard’s own', () => {
  it('finds what is new, what was there, and what is gone', async () => {
    const result = await reviewed(
      { 'A.java': java('System.out.print(1);', 'System.err.print(2);', 'run();') },
      { 'A.java': java('System.out.print(1);', 'run();', 'System.out.print(3);', 'out.print(4);') },
    );
    assert.deepEqual(lines(result), [
      'unchanged error A.java:3 `System.out.print(1)` writes to the console; use `$log`.',
      'absent error A.java:4 `System.err.print(2)` writes to the console; use `$log`.',
      'new error A.java:5 `System.out.print(3)` writes to the console; use `$log`.',
    ]);
    assert.deepEqual(result.notices, []);
    assert.equal(result.verdict.gate, 'failed');
  });

  it('knows the symbol around, and is described with its weaknesses in SARIF', async () => {
    const result = await reviewed({}, { 'A.java': java('System.out.print(1);') });
    const { runs } = JSON.parse(sarif(result, { all: false, color: false, version: '1' })) as Log;
    const [run] = runs;
    assert.deepEqual(
      (run?.tool.driver.rules ?? []).map(({ id, properties }) => [id, properties?.tags]),
      [
        ['custom/no-console', ['custom', 'external/cwe/cwe-532']],
        ['readability/unused-suppression', ['readability']],
      ],
    );
    assert.equal(run?.results?.[0]?.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName, 'A.f');
    assert.equal(run.results[0].properties?.['expectation'], 'custom');
  });

  it('is allowed by a comment, and an unused comment is told', async () => {
    const result = await reviewed(
      {},
      {
        'A.java': java(
          '// plumbline-allow custom/no-console -- a tool',
          'System.out.print(1);',
          '// plumbline-allow custom/no-console -- not here',
          'run();',
        ),
      },
    );
    assert.deepEqual(
      result.findings.map(({ rule, suppressions }) => `${rule} ${suppressions.map(({ reason }) => reason).join()}`),
      ['readability/unused-suppression ', 'custom/no-console a tool'],
    );
  });

  it('looks only at its own paths, and as bad as an override says', async () => {
    const text = yaml(javaQuery, '    paths: ["src/**"]\noverrides:\n  - paths: ["src/b/**"]\n    rules: { custom/no-console: note }\n');
    const file = java('System.out.print(1);');
    const result = await reviewed({}, { 'A.java': file, 'src/A.java': file, 'src/b/A.java': file, 'src/x.ts': 'console.log(1);' }, text);
    assert.deepEqual(
      result.findings.map(({ severity, location }) => `${severity} ${location.path}`),
      ['error src/A.java', 'error src/x.ts', 'note src/b/A.java'],
    );
  });

  it('mends what it finds', async () => {
    const text = yaml('((method_invocation object: (_) @on arguments: (_) @what) @finding (#eq? @on "System.out"))', '').replace(
      '      typescript',
      '    fix: { title: Log it, safety: safe, replace: "log.info${what}" }\n    nothing',
    );
    const standard = text.slice(0, text.indexOf('    nothing'));
    const result = await reviewed({}, { 'A.java': java('System.out.print(1, "ä");') }, standard);
    assert.deepEqual(
      result.findings.map(({ fixes }) => fixes.map(({ title, safety, edits }) => [title, safety, edits.map(({ newText }) => newText)])),
      [[['Log it', 'safe', ['log.info(1, "ä")']]]],
    );
  });

  it('asks again when its query is another, though the file is known', async () => {
    const head = { 'A.java': java('System.out.print(1);', 'run();') };
    assert.equal((await reviewed({}, head)).findings.length, 1);
    assert.equal((await reviewed({}, head, yaml('(method_invocation) @finding'))).findings.length, 2);
    assert.equal((await reviewed({}, head)).findings.length, 1);
  });

  it('tells what it missed where its query is too much', async () => {
    const result = await reviewed({}, { 'A.java': java(...Array<string>(600).fill('run();')) }, yaml('(method_invocation) @finding'));
    assert.equal(result.findings.length, 500);
    assert.deepEqual(
      result.notices.map(({ message }) => message),
      ['Not all of A.java was checked: custom/no-console stopped, as it matches more than 500 times.'],
    );
  });

  it('is run again on a saved file', async () => {
    const changeSet = inMemoryChangeSet({}, { 'A.java': java('System.out.print(1);') });
    const standard = await standardOf(yaml(javaQuery));
    const session = new ReviewSession({ changeSet, standard, rules, now: new Date('2026-08-10') }, extractor);
    assert.equal((await session.start()).findings.length, 1);
    assert.equal((await savedIn(session, 'A.java', java('run();')))?.findings.length, 0);
  });
});
