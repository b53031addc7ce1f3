import { changedPackageEntry } from '../../../../src/rules/compatibility/changed-package-entry.ts';
import { fileCases } from '../rule-cases.ts';

const manifest = (...members: readonly string[]): string =>
  `{\n  "name": "acme-cart"${members.map((each) => `,\n  ${each}`).join('')}\n}\n`;

describe('compatibility/changed-package-entry', () => {
  fileCases(changedPackageEntry, 'package.json', [
    [
      'finds the package itself gone from the map',
      manifest('"exports": { ".": "./a.js", "./tax": "./tax.js" }'),
      manifest('"exports": { "./tax": "./tax.js" }'),
      ['3 The package itself can no longer be imported: `exports` does not name it any more.'],
    ],
    [
      'finds what a closed pattern takes out of a wider one, and what is closed by its name',
      manifest('"exports": { "./*": "./*.js", "./a": "./a.js" }'),
      manifest('"exports": { "./*": "./*.js", "./legacy/*": null, "./internal/*": null, "./a": null }'),
      [
        '3 `./legacy/*` can no longer be imported: `exports` closes it now.',
        '3 `./a` can no longer be imported: `exports` does not name it any more.',
      ],
    ],
    [
      'leaves alone what was closed, or was never served',
      manifest('"exports": { "./lib/*": "./lib/*.js", "./lib/old/*": null }'),
      manifest('"exports": { "./lib/*": "./lib/*.js", "./lib/old/*": null, "./src/*": null }'),
      [],
    ],
    [
      'finds platforms that are left out',
      manifest('"cpu": ["x64", "arm64"]'),
      manifest('"os": ["!win32"],\n  "cpu": ["x64"],\n  "libc": "glibc"'),
      [
        '3 The package no longer installs on the operating systems `win32`: npm refuses it there (`EBADPLATFORM`).',
        '4 The package no longer installs on the processors `arm64`: npm refuses it there (`EBADPLATFORM`).',
        '5 The package no longer installs on the C libraries `musl`: npm refuses it there (`EBADPLATFORM`).',
      ],
    ],
    [
      'says a few of many platforms',
      manifest(),
      manifest('"os": ["linux", "darwin"]'),
      [
        '3 The package no longer installs on the operating systems `win32`, `freebsd`, `openbsd` and 3 more: npm refuses it there (`EBADPLATFORM`).',
      ],
    ],
    [
      'leaves platforms alone that come, or are written otherwise',
      manifest('"os": ["linux"],\n  "cpu": ["!ia32"],\n  "libc": ["musl"]'),
      manifest('"os": ["linux", "darwin"],\n  "cpu": ["!ia32", "any"]'),
      [],
    ],
    [
      'finds a peer that is no longer optional',
      manifest('"peerDependencies": { "react": "^18" },\n  "peerDependenciesMeta": { "react": { "optional": true } }'),
      manifest('"peerDependencies": { "react": "^18" }'),
      ['3 The peer `react` (`^18`) is no longer optional: who has it not installed gets errors.'],
    ],
    [
      'leaves a peer alone that becomes optional',
      manifest('"peerDependencies": { "react": "^18" }'),
      manifest('"peerDependencies": { "react": "^18" },\n  "peerDependenciesMeta": { "react": { "optional": true } }'),
      [],
    ],
    [
      'finds a path that no pattern serves',
      manifest('"exports": { "./features/a.js": "./a.js" }'),
      manifest('"exports": { "./features/*.cjs": "./*.cjs" }'),
      ['3 `./features/a.js` can no longer be imported: `exports` does not name it any more.'],
    ],
    [
      'finds a format that a nested condition served',
      manifest('"exports": { "./tax": { "node": { "import": "./a.mjs", "require": "./a.cjs" } } }'),
      manifest('"exports": { "./tax": { "node": { "require": "./a.cjs" } } }'),
      ['3 `./tax` can no longer be loaded by `import`: `exports` has no such condition any more.'],
    ],
    [
      'leaves a format alone that the default serves',
      manifest('"exports": { ".": { "import": "./a.mjs", "require": "./a.cjs" } }'),
      manifest('"exports": { ".": { "import": "./a.mjs", "default": "./a.cjs" } }'),
      [],
    ],
    [
      'leaves conditions alone that become a list with a plain target',
      manifest('"exports": { ".": { "import": "./a.mjs", "require": "./a.cjs" } }'),
      manifest('"exports": { ".": [{ "import": "./a.mjs" }, "./a.cjs"] }'),
      [],
    ],
    [
      'leaves a map alone that opens every path',
      manifest('"main": "./a.js"'),
      manifest('"main": "./a.js"', '"exports": { ".": "./a.js", "./*": "./*" }'),
      [],
    ],
    [
      'finds the switch back to CommonJS',
      manifest('"type": "module"', '"main": "./a.js"'),
      manifest('"type": "commonjs"', '"main": "./a.js"'),
      ['3 The package is CommonJS now: code that imports its names no longer finds all of them.'],
    ],
    [
      'leaves the format alone that the suffix of the entry says',
      manifest('"main": "./a.cjs"'),
      manifest('"type": "module"', '"main": "./a.cjs"'),
      [],
    ],
    [
      'finds types and an entry that are gone',
      manifest('"main": "./a.js"', '"typings": "./a.d.ts"'),
      manifest('"version": "2.0.0"'),
      [
        '1 `types` is gone: consumers who write TypeScript may get no types any more.',
        '1 `main` is gone: what consumers get by the package’s name is another file, or none.',
      ],
    ],
    [
      'leaves types alone that go by their other name, and an entry that a module stands in for',
      manifest('"main": "./a.js"', '"types": "./a.d.ts"'),
      manifest('"module": "./a.js"', '"typings": "./a.d.ts"'),
      [],
    ],
    [
      'finds the only command gone, which has the name of the package',
      '{\n  "name": "@acme/cart",\n  "bin": "./cart.js"\n}\n',
      '{\n  "name": "@acme/cart",\n  "bin": { "tax": "./tax.js" }\n}\n',
      ['3 The command `cart` is gone: scripts that run it fail.'],
    ],
    [
      'leaves the only command alone that is written with its name now',
      '{\n  "name": "@acme/cart",\n  "bin": "./cart.js"\n}\n',
      '{\n  "name": "@acme/cart",\n  "bin": { "cart": "./cart.js" }\n}\n',
      [],
    ],
    [
      'finds a dependency that is a peer now',
      manifest('"dependencies": { "react": "^18.0.0" }'),
      manifest('"peerDependencies": { "react": "^18.0.0" }'),
      ['3 The package asks for the peer `react` (`^18.0.0`) now: it came with the package so far.'],
    ],
    [
      'leaves a peer alone whose range is not plain',
      manifest('"peerDependencies": { "react": "*", "vue": "^2.0.0" }'),
      manifest('"peerDependencies": { "react": "^18.0.0", "vue": "workspace:*" }'),
      [],
    ],
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
      'leaves the switch to ES modules alone where both formats are served',
      manifest('"main": "./a.js"', '"exports": { "./package.json": "./package.json", ".": { "import": "./a.mjs", "require": "./a.js" } }'),
      manifest(
        '"type": "module"',
        '"main": "./a.cjs"',
        '"exports": { "./package.json": "./package.json", ".": { "import": { "types": "./a.d.mts", "default": "./a.mjs" }, "require": { "types": "./a.d.cts", "default": "./a.cjs" } } }',
      ),
      [],
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
