import { changedPackageEntry } from '../../../../src/rules/compatibility/changed-package-entry.ts';
import { fileCases } from '../rule-cases.ts';

const manifest = (...members: readonly string[]): string =>
  `{\n  "name": "acme-cart"${members.map((each) => `,\n  ${each}`).join('')}\n}\n`;

describe('compatibility/changed-package-entry', () => {
  fileCases(changedPackageEntry, 'package.json', [
    [
      'finds a path that can no longer be imported',
      manifest('"exports": { ".": "./a.js", "./tax": "./tax.js" }'),
      manifest('"exports": { ".": "./a.js", "./tax": null }'),
      ['3 `./tax` can no longer be imported: `exports` does not name it any more.'],
    ],
    [
      'finds a format that is no longer served',
      manifest('"exports": { ".": { "import": "./a.mjs", "require": "./a.cjs" } }'),
      manifest('"exports": { ".": { "import": "./a.mjs" } }'),
      ['3 The package itself can no longer be loaded by `require`: `exports` has no such condition any more.'],
    ],
    [
      'finds the switch to ES modules',
      manifest('"main": "./a.js"'),
      manifest('"type": "module"', '"exports": "./a.js"'),
      [
        '3 The package is ES modules only now: code that loads it by `require` no longer gets it as it did.',
        '4 An `exports` map hides every path that it does not name: code that imports files of the package by their path no longer finds them.',
      ],
    ],
    [
      'finds a command that is gone',
      manifest('"bin": { "cart": "./cart.js", "tax": "./tax.js" }'),
      manifest('"bin": { "cart": "./cart.js" }'),
      ['3 The command `tax` is gone: scripts that run it fail.'],
    ],
    [
      'finds a new peer',
      manifest('"version": "1.0.0"'),
      manifest('"peerDependencies": { "react": "^18.0.0" }'),
      ['3 The package asks for the peer `react` (`^18.0.0`) now: who has it not installed gets errors.'],
    ],
    [
      'finds a peer that has to be newer',
      manifest('"peerDependencies": { "react": "^17.0.0 || ^18.0.0" }'),
      manifest('"peerDependencies": { "react": "^18.0.0" }'),
      ['3 The package asks for `react` `^18.0.0` instead of `^17.0.0 || ^18.0.0`: consumers with an older one can no longer use it.'],
    ],
    [
      'leaves a path alone that a pattern serves',
      manifest('"exports": { "./a": "./a.js" }'),
      manifest('"exports": { "./*": "./*.js" }'),
      [],
    ],
    [
      'leaves a new peer alone that is optional',
      manifest('"version": "1.0.0"'),
      manifest('"peerDependencies": { "x": "1" }', '"peerDependenciesMeta": { "x": { "optional": true } }'),
      [],
    ],
    ['leaves a private package alone', manifest('"private": true', '"bin": { "a": "./a.js" }'), manifest('"private": true'), []],
    [
      'leaves ES modules alone that are served both ways',
      manifest('"main": "./a.js"', '"exports": "./a.js"'),
      manifest('"type": "module"', '"exports": { "import": "./a.js", "require": "./a.cjs" }'),
      [],
    ],
    [
      'leaves a peer alone that may be older',
      manifest('"peerDependencies": { "react": "^18.0.0" }'),
      manifest('"peerDependencies": { "react": ">=17" }'),
      [],
    ],
    [
      'leaves a single command alone that is written as a list',
      manifest('"bin": "./a.js"'),
      manifest('"bin": { "acme-cart": "./a.js" }'),
      [],
    ],
  ]);
});
