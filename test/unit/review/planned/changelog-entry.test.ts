import assert from 'node:assert/strict';
import { review } from '../../../../src/review/review.ts';
import { rules } from '../../../../src/rules/index.ts';
import { inMemoryChangeSet, type Texts } from '../../../../src/change/in-memory.ts';
import { applyFix } from '../../rules/rule-cases.ts';
import { extractorOfCheckout, standardOf } from '../reviewing.ts';

const run = rules.filter(({ id }) => id === 'compatibility/removed-public-symbol' || id === 'compatibility/changed-signature');
const manifest = { 'package.json': '{ "name": "orders", "exports": "./src/index.ts" }\n' };
const total = { 'src/index.ts': 'export function total(a: string): number {\n  return 1;\n}\nexport const one = 1;\n' };
const gone = { 'src/index.ts': 'export const one = 1;\n' };
const narrowed = { 'src/index.ts': 'export function total(a: "x"): number {\n  return 1;\n}\nexport const one = 1;\n' };

async function reviewed(base: Texts, head: Texts) {
  const extractor = extractorOfCheckout();
  try {
    const changeSet = inMemoryChangeSet({ ...manifest, ...base }, { ...manifest, ...head });
    return (await review({ changeSet, standard: standardOf(run), rules: run, now: new Date('2026-08-10') }, extractor)).findings;
  } finally {
    await extractor.dispose();
  }
}

/** The changelog after the fix that announces what is gone; undefined where there is none. */
async function announced(path: string, text: string, head: Texts = gone): Promise<string | undefined> {
  const [finding] = await reviewed({ ...total, [path]: text }, { ...head, [path]: text });
  assert.ok(finding);
  const fix = finding.fixes.find(({ title }) => title === `Announce it in ${path}`);
  if (!fix) return undefined;
  assert.equal(fix.safety, 'unsafe');
  const after = applyFix({ [path]: text }, fix);
  const [again] = await reviewed({ ...total, [path]: text }, { ...head, ...after });
  assert.equal(again?.properties['planned'], 'partly', 'the entry is found again');
  return after[path];
}

const says = 'The public function `total` is gone: code that calls it breaks.';

describe('an entry for what breaks', () => {
  it('goes under the heading that the file has for it', async () => {
    assert.equal(
      await announced(
        'CHANGELOG.md',
        '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A\n\n### Removed\n\n- B\n\n## [1.0.0]\n\n- First\n',
      ),
      `# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A\n\n### Removed\n\n- B\n- ${says}\n\n## [1.0.0]\n\n- First\n`,
    );
  });

  it('brings the heading that other releases have', async () => {
    assert.equal(
      await announced('CHANGELOG.md', '## Unreleased\n### Added\n* A\n\n## 1.0.0\n### Breaking changes\n* B\n'),
      `## Unreleased\n### Added\n* A\n\n### Breaking changes\n* ${says}\n\n## 1.0.0\n### Breaking changes\n* B\n`,
    );
  });

  it('goes into a plain list, and says there that it breaks', async () => {
    assert.equal(
      await announced('HISTORY.md', 'unreleased\n==========\n\n  * deps: qs\n\n1.0.0 / 2026-01-01\n==================\n\n  * First\n'),
      `unreleased\n==========\n\n  * deps: qs\n  * **Breaking:** ${says}\n\n1.0.0 / 2026-01-01\n==================\n\n  * First\n`,
    );
  });

  it('is the first of an empty part', async () => {
    assert.equal(
      await announced('CHANGELOG.md', '# Changelog\r\n\r\n## Unreleased\r\n## 1.0.0\r\n\r\n- First\r\n'),
      `# Changelog\r\n\r\n## Unreleased\r\n\r\n- **Breaking:** ${says}\r\n\r\n## 1.0.0\r\n\r\n- First\r\n`,
    );
  });

  it('ends a file that has nothing else', async () => {
    assert.equal(await announced('CHANGELOG.md', '# Changelog\n\n## Unreleased'), `# Changelog\n\n## Unreleased\n- **Breaking:** ${says}`);
  });

  it('goes under what changed for what is still there', async () => {
    assert.equal(
      await announced('CHANGELOG.md', '## [Unreleased]\n\n### Fixed\n\n- A\n', narrowed),
      '## [Unreleased]\n\n### Fixed\n\n- A\n\n### Changed\n\n- **Breaking:** The public function `total` takes `"x"` instead of `string` for `a`: callers that pass the rest no longer compile.\n',
    );
  });

  it('is not offered where nothing is kept for the next release, or there is no changelog', async () => {
    assert.equal(await announced('CHANGELOG.md', '# Changelog\n\n## 1.0.0\n\n- First\n'), undefined);
    assert.equal(await announced('NOTES.md', '## Unreleased\n\n- A\n'), undefined);
  });

  it('is not offered where the change announces it', async () => {
    const before = { 'CHANGELOG.md': '## Unreleased\n' };
    const after = { 'CHANGELOG.md': '## Unreleased\n- `total` is gone\n' };
    const [finding] = await reviewed({ ...total, ...before }, { ...gone, ...after });
    assert.deepEqual(
      finding?.fixes.map(({ title }) => title),
      ['Bring `total` back, deprecated'],
    );
  });
});
