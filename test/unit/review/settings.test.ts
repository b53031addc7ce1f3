import assert from 'node:assert/strict';
import { Settings } from '../../../src/review/settings.ts';
import { loadStandard } from '../../../src/standard/load.ts';
import { testRules, treeOf } from '../standard/standard-testing.ts';

describe('Settings', () => {
  it('override setting by setting, the later override last', async () => {
    const text = [
      'rules: { versioning/oversized-change: { severity: error, maximumLines: 10 } }',
      'overrides:',
      '  - { paths: [docs/**], rules: { versioning/oversized-change: { counted: [docs/**] } } }',
      '  - { paths: [docs/a/**], rules: { versioning/oversized-change: off } }',
    ].join('\n');
    const settings = new Settings(await loadStandard(treeOf({ 'plumbline.yaml': text }), testRules, { root: '/nowhere' }));
    assert.deepEqual(
      ['src/a.ts', 'docs/b.md', 'docs/a/b.md'].map((path) => settings.at('versioning/oversized-change', path)),
      [
        { severity: 'error', options: { maximumLines: 10, counted: ['src/**'] } },
        { severity: 'error', options: { maximumLines: 10, counted: ['docs/**'] } },
        { severity: 'off', options: { maximumLines: 10, counted: ['docs/**'] } },
      ],
    );
  });
});
