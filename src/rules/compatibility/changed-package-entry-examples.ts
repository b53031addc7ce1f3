import type { Example } from '../rule.ts';

const manifest = (...members: readonly string[]): Record<string, string> => ({
  'package.json': `{\n  "name": "acme-cart"${members.map((each) => `,\n  ${each}`).join('')}\n}\n`,
});

/** What changed-package-entry finds and what not. */
export const changedPackageEntryExamples: readonly Example[] = [
  {
    name: 'a path can no longer be imported',
    base: manifest('"exports": { ".": "./index.js", "./tax": "./tax.js" }'),
    head: manifest('"exports": { ".": "./index.js" }'),
    finds: ['package.json:3 `./tax` can no longer be imported: `exports` does not name it any more.'],
  },
  {
    name: 'the package is ES modules only',
    base: manifest('"main": "./index.js"'),
    head: manifest('"main": "./index.js"', '"type": "module"'),
    finds: ['package.json:4 The package is ES modules only now: code that loads it by `require` no longer gets it as it did.'],
  },
  {
    name: 'a path is added',
    base: manifest('"exports": { ".": "./index.js" }'),
    head: manifest('"exports": { ".": "./index.js", "./tax": "./tax.js" }'),
    finds: [],
  },
];
