import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import { json } from '../../../src/report/json.ts';
import { pretty } from '../../../src/report/pretty.ts';
import { sarif } from '../../../src/report/sarif.ts';
import { swallowedError } from '../../../src/rules/robustness/swallowed-error.ts';
import type { PlacedWaiver } from '../../../src/standard/waiver.ts';
import { reviewTexts } from './reviewing.ts';

const place = { source: 'plumbline.yaml', line: 7, column: 5 };
const waiver: PlacedWaiver = {
  rule: 'robustness/swallowed-error',
  reason: 'goes in autumn',
  owner: 'team-orders',
  expires: '2026-08-10',
  place,
};

/** The review is on 2026-08-10. */
async function reviewed(waivers: readonly PlacedWaiver[], base: Record<string, string> = {}, baseline: readonly string[] = []) {
  const head = { 'legacy/A.java': swallowing('A'), 'src/B.java': swallowing('B') };
  return reviewTexts(base, head, [swallowedError], { waivers, baseline: new Set(baseline) });
}

function swallowing(name: string): string {
  return `class ${name} {\n  void run() {\n    try { work(); } catch (Exception e) { }\n  }\n}\n`;
}

type Reviewed = Awaited<ReturnType<typeof reviewed>>;

function suppressed({ findings }: Reviewed): readonly string[] {
  return findings.flatMap(({ location, suppressions }) => suppressions.map(({ kind, reason }) => `${location.path} ${kind} ${reason}`));
}

const told = ({ notices }: Reviewed): readonly string[] => notices.map(({ id, message, remedy }) => `${id} ${message} ${remedy ?? ''}`);

describe('a waiver', () => {
  for (const [name, scope, paths] of [
    ['of a rule', {}, ['legacy/A.java', 'src/B.java']],
    ['of a group in a folder', { rule: 'robustness/*', paths: ['legacy/**'] }, ['legacy/A.java']],
    ['of everything in a folder', { rule: '*', paths: ['legacy/**'] }, ['legacy/A.java']],
    ['of a symbol', { symbol: 'B.run' }, ['src/B.java']],
    ['of what is in a symbol', { rule: '*', symbol: 'A' }, ['legacy/A.java']],
    ['of a symbol whose name only begins like it', { symbol: 'B.ru' }, []],
    ['of another rule', { rule: 'robustness/lost-cause' }, []],
    ['of a rule elsewhere', { paths: ['other/**'] }, []],
  ] as const) {
    it(`${name} lets pass what it names`, async () => {
      const result = await reviewed([{ ...waiver, ...scope }]);
      assert.deepEqual(
        suppressed(result),
        paths.map((path) => `${path} waiver goes in autumn`),
      );
      assert.deepEqual(result.notices, []);
    });
  }

  it('of one finding lets that one pass', async () => {
    const [first] = (await reviewed([])).findings;
    const result = await reviewed([{ ...waiver, fingerprint: first!.fingerprint }]);
    assert.deepEqual(suppressed(result), [`${first!.location.path} waiver goes in autumn`]);
  });

  it('holds no more when it has expired, which is told with whom to ask', async () => {
    const result = await reviewed([{ ...waiver, expires: '2026-08-09' }]);
    assert.deepEqual(suppressed(result), []);
    assert.deepEqual(told(result), [
      'waiver-expired The waiver of robustness/swallowed-error (plumbline.yaml:7:5) expired on 2026-08-09: 2 findings count again. Its reason was: goes in autumn Mend what it let pass, or ask team-orders whether it is to be renewed.',
    ]);
    assert.equal(result.verdict.complete, true);
  });

  it('is not told when it has expired and lets nothing pass, or another still holds', async () => {
    const expired = { ...waiver, expires: '2026-08-09' };
    assert.deepEqual(told(await reviewed([{ ...expired, paths: ['other/**'] }])), []);
    assert.deepEqual(told(await reviewed([expired, waiver])), []);
  });

  it('is in the reports, with its owner and its end', async () => {
    const result = await reviewed([{ ...waiver, paths: ['src/**'] }]);
    const { runs } = JSON.parse(sarif(result, { all: true, color: false, version: '1' })) as Log;
    assert.deepEqual(
      (runs[0]?.results ?? []).map(({ suppressions }) => suppressions),
      [
        undefined,
        [
          {
            kind: 'external',
            status: 'accepted',
            justification: 'goes in autumn',
            properties: { owner: 'team-orders', expires: '2026-08-10' },
          },
        ],
      ],
    );
    assert.match(pretty(result, { all: true, color: false, version: '1' }), /\(waived until 2026-08-10 by team-orders: goes in autumn\)/);
    assert.match(json(result, { all: true, color: false, version: '1' }), /"expires": "2026-08-10"/);
  });
});

describe('the baseline', () => {
  it('lets pass what it lists where there is no base to compare with', async () => {
    const prints = (await reviewed([])).findings.map(({ fingerprint }) => fingerprint);
    const result = await reviewed([], {}, prints.slice(1));
    assert.deepEqual(suppressed(result), ['src/B.java baseline It was there when the baseline was written.']);
    assert.match(pretty(result, { all: true, color: false, version: '1' }), /\(in the baseline\)/);
  });

  it('does not let pass what comes back: the base knows better what was there', async () => {
    const prints = (await reviewed([])).findings.map(({ fingerprint }) => fingerprint);
    const mended = { 'legacy/A.java': 'class A {\n  void run() {\n    work();\n  }\n}\n', 'src/B.java': swallowing('B') };
    const result = await reviewed([], mended, prints);
    assert.deepEqual(
      result.findings.map(({ state, location, suppressions }) => [state, location.path, suppressions.length]),
      [['new', 'legacy/A.java', 0]],
    );
  });
});
