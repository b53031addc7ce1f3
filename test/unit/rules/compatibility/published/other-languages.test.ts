import assert from 'node:assert/strict';
import { languageOf } from '../../../../../src/languages/languages.ts';
import { removedPublicSymbol } from '../../../../../src/rules/compatibility/removed-public-symbol.ts';

describe('the ids that tools for other languages publish', () => {
  it('have no counterpart, and the page says so', () => {
    for (const [language, tool, path] of [
      ['Python', 'griffe', 'a.py'],
      ['Rust', 'cargo-semver-checks', 'a.rs'],
    ] as const) {
      assert.ok(removedPublicSymbol.limits?.includes(`${language} (${tool})`));
      assert.equal(languageOf(path), undefined);
    }
  });
});
