import { addedInstallScript } from '../../../../src/rules/delivery/added-install-script.ts';
import { fileCases } from '../rule-cases.ts';

const npm = (scripts: Readonly<Record<string, string>>, more = {}): string => `${JSON.stringify({ ...more, scripts }, null, 2)}\n`;
const lock = (...names: readonly string[]): string =>
  `${JSON.stringify({ packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, name.endsWith('!') ? { hasInstallScript: true } : {}])) }, null, 2)}\n`;

describe('delivery/added-install-script', () => {
  fileCases(addedInstallScript, 'package.json', [
    [
      'finds a script that is added',
      npm({}),
      npm({ postinstall: 'node a.js' }),
      ['3 `postinstall` runs `node a.js` on the machine of everyone who installs the package: leave it to those who need it to call it.'],
    ],
    [
      'finds one in a new package',
      '',
      npm({ preinstall: 'sh a.sh' }),
      ['3 `preinstall` runs `sh a.sh` on the machine of everyone who installs the package: leave it to those who need it to call it.'],
    ],
    [
      'notes one of a private package',
      npm({}),
      npm({ install: 'make' }, { private: true }),
      ['4 `install` runs `make` on the machine of everyone who installs the package: leave it to those who need it to call it.'],
    ],
    ['leaves a script that was there alone', npm({ postinstall: 'a' }), npm({ postinstall: 'b' }), []],
    ['leaves other scripts alone', npm({}), npm({ prepare: 'husky', build: 'tsc' }), []],
    ['leaves a script that is removed alone', npm({ postinstall: 'a' }), npm({}), []],
  ]);
  fileCases(addedInstallScript, 'package-lock.json', [
    [
      'notes a dependency with a script',
      lock('a'),
      lock('a', '@acme/b!'),
      ['4 The change brings in `@acme/b!`, which runs a script when it is installed: look at what it does.'],
    ],
    ['leaves one that was there, even elsewhere, alone', lock('b!'), lock('a/node_modules/b!', 'c'), []],
  ]);
});
