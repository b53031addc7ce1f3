import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { withWaiver } from '../../../src/standard/add-waiver.ts';

const waiver = { rule: 'tests/x', fingerprint: '0123', reason: 'Says "so": # yes', owner: 'Team Ä', expires: '2026-12-31' };
const item =
  '  - rule: tests/x\n    fingerprint: "0123"\n    reason: "Says \\"so\\": # yes"\n    owner: "Team Ä"\n    expires: 2026-12-31\n';

describe('withWaiver', () => {
  for (const [name, before, after] of [
    ['a file that is not there', undefined, `extends: plumbline:recommended\n\nwaivers:\n${item}`],
    ['a file without waivers', 'name: a # mine', `name: a # mine\n\nwaivers:\n${item}`],
    ['an empty list', 'waivers: # none yet\n', `waivers: # none yet\n${item}`],
    [
      'a list before other settings',
      'waivers:\n  # old\n  - rule: a/b\n    reason: r\n\n# the rest\nrules: {}\n',
      `waivers:\n  # old\n  - rule: a/b\n    reason: r\n${item}\n# the rest\nrules: {}\n`,
    ],
    [
      'a list at the indent of its key',
      'waivers:\n- rule: a/b\nname: x\n',
      `waivers:\n- rule: a/b\n${item.replaceAll(/^ {2}/gm, '')}name: x\n`,
    ],
    ['Windows line breaks', 'name: a\r\n', `name: a\r\n\r\nwaivers:\r\n${item.replaceAll('\n', '\r\n')}`],
    ['a list on one line', 'waivers: [{ rule: a/b }]\n', undefined],
  ] as const) {
    it(`adds to ${name}`, () => {
      const text = withWaiver(before, waiver);
      assert.equal(text, after);
      if (text !== undefined) assert.deepEqual((parse(text) as { waivers: unknown[] }).waivers.at(-1), waiver);
    });
  }

  it('writes every scope so that it is read as it was meant', () => {
    const scoped = { rule: '*', paths: ['a b/**', 'off'], symbol: 'com.acme.Order', reason: 'no', owner: '-x', expires: '2026-12-31' };
    assert.deepEqual((parse(withWaiver(undefined, scoped) ?? '') as { waivers: unknown[] }).waivers, [scoped]);
  });
});
