import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { rules } from '../../../src/rules/index.ts';
import type { Extractor } from '../../../src/review/extraction/extractor.ts';
import { review } from '../../../src/review/review.ts';
import type { Review } from '../../../src/review/review-result.ts';
import { ReviewSession } from '../../../src/review/session/session.ts';
import { markdown } from '../../../src/report/markdown.ts';
import { readChangeSet } from '../../../src/git/read-change-set.ts';
import { extractorOfCheckout, savedIn, standardOf } from '../../unit/review/reviewing.ts';
import { Sandbox } from '../git/sandbox.ts';

const testRules = rules.filter(({ id }) => id === 'tests/untested-change' || id === 'tests/untested-edge-case');
const plain = 'export function total(sum, tax) {\n  return sum + tax;\n}\n';
const changed = `export function total(sum, tax) {
  if (tax > 100) {
    // a note
    return sum;
  }
  return sum + tax * 2;
}

export const twice = (sum) => {
  const doubled = sum * 2;
  return doubled;
};

export const net = (sum) => {
  return sum - 1;
};
`;
const test = (...lines: string[]): string =>
  `import test from 'node:test';\nimport assert from 'node:assert/strict';\nimport { total } from '../src/cart.js';\n\ntest('adds', () => {\n${lines.map((line) => `  ${line}\n`).join('')}});\n`;

/** A branch that changes a shop's cart, and whose test runs a part of it without looking. */
function shop(): Sandbox {
  const sandbox = new Sandbox();
  sandbox.write('.gitignore', 'coverage/\n');
  sandbox.write('package.json', '{ "type": "module", "scripts": { "test": "node --test" } }\n');
  sandbox.write('src/cart.js', plain);
  sandbox.write('test/cart.test.js', test('assert.equal(total(1, 0), 1);'));
  sandbox.commit('begin');
  sandbox.write('src/cart.js', changed);
  sandbox.commit('more');
  return sandbox;
}

/** Runs the tests of the shop with c8, as its developers would. */
function cover(sandbox: Sandbox, ...reporters: string[]): void {
  const c8 = join(import.meta.dirname, '../../../node_modules/c8/bin/c8.js');
  const environment = { PATH: process.env['PATH'], HOME: sandbox.folder };
  execFileSync(process.execPath, [c8, ...reporters.map((each) => `--reporter=${each}`), process.execPath, '--test', 'test/cart.test.js'], {
    cwd: sandbox.root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const found = ({ findings, notices }: Review): string[] => [
  ...findings.map(({ location, message }) => `${location.start.line} ${message}`),
  ...notices.map(({ id, path }) => `${id} ${path ?? ''}`),
];

const covered = [
  '1 `total` behaves differently now (`if (tax > 100)`); tests run it, but none shows it, and line 4 is run by no test.',
  '9 `twice` is new and no test runs it.',
  '14 `net` is new and no test runs it.',
];
const uncovered = [
  '1 `total` behaves differently now (`if (tax > 100)`); no test shows it.',
  '9 `twice` is new and no test calls it.',
  '14 `net` is new and no test calls it.',
];

describe('a review with the coverage that c8 writes', function () {
  this.timeout(120_000);
  let extractor: Extractor;
  before(() => (extractor = extractorOfCheckout()));
  after(() => extractor.dispose());

  async function requestOf(sandbox: Sandbox, coverageFiles: readonly string[] = []) {
    const changeSet = await readChangeSet({ kind: 'range', range: 'HEAD~1..HEAD' }, { root: sandbox.root });
    return { changeSet, standard: standardOf(testRules), rules: testRules, now: new Date('2026-08-10'), coverageFiles };
  }

  for (const reporter of ['lcov', 'json', 'clover', 'cobertura'])
    it(`says what its ${reporter} report tells`, async () => {
      using sandbox = shop();
      cover(sandbox, reporter);
      assert.deepEqual(found(await review(await requestOf(sandbox), extractor)), covered);
    });

  it('says nothing of it without, and where the tests are newer', async () => {
    using sandbox = shop();
    assert.deepEqual(found(await review(await requestOf(sandbox), extractor)), uncovered);
    cover(sandbox, 'lcov');
    sandbox.write('test/cart.test.js', test('assert.equal(total(1, 0), 1);'));
    assert.deepEqual(found(await review(await requestOf(sandbox), extractor)), [...uncovered, 'coverage-outdated coverage/lcov.info']);
  });

  it('is not used for a head that is not checked out', async () => {
    using sandbox = shop();
    cover(sandbox, 'lcov');
    const request = await requestOf(sandbox);
    sandbox.git('checkout', '-q', '-b', 'other', 'HEAD~1');
    assert.deepEqual(found(await review(request, extractor)), uncovered);
    const named = { ...request, coverageFiles: [join(sandbox.root, 'coverage/lcov.info')] };
    assert.deepEqual(found(await review(named, extractor)), [...uncovered, 'coverage-not-checked-out ']);
  });

  it('plans first what no test runs', async () => {
    using sandbox = shop();
    cover(sandbox, 'lcov');
    const report = markdown(await review(await requestOf(sandbox), extractor), { version: '0', color: false, all: false });
    assert.match(
      report,
      /\*\*To be written: no test shows this\*\*\n\n- \*\*twice\*\*: .* No test runs this line yet\. .*\n- \*\*net\*\*: .* No test runs this line yet\. /,
    );
  });

  it('is read anew at each review of a session', async () => {
    using sandbox = shop();
    const session = new ReviewSession(await requestOf(sandbox), extractor);
    assert.deepEqual(found(await session.start()), uncovered);
    cover(sandbox, 'json');
    const same = await savedIn(session, 'src/cart.js', changed);
    assert.ok(same);
    assert.deepEqual(found(same), covered);
    const edited = `${changed}// the end\n`;
    sandbox.write('src/cart.js', edited);
    const stale = await savedIn(session, 'src/cart.js', edited);
    assert.ok(stale);
    assert.deepEqual(found(stale), [...uncovered, 'coverage-outdated coverage/coverage-final.json']);
  });
});
