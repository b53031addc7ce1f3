import assert from 'node:assert/strict';
import { deriveSettings } from '../../../src/cli/derived-settings.ts';

describe('deriveSettings', () => {
  it('names what is not the team’s own, and what only shows how things are used', () => {
    const paths = [
      'README.md',
      'third_party/zlib/a.c',
      'third_party/zlib/b.c',
      'web/vendor/jquery.js',
      'examples/one/src/Main.java',
      'tools/Samples/a.ts',
      'src/main/java/com/acme/vendor/Vendor.java',
      'src/generated/a.ts',
      'generated',
    ];
    assert.deepEqual(deriveSettings(paths), {
      ignore: ['third_party/**', 'web/vendor/**'],
      examples: ['examples/**', 'tools/Samples/**'],
    });
    assert.deepEqual(deriveSettings([]), { ignore: [], examples: [] });
  });
});
