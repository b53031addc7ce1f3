import { changedModule } from '../../../../src/rules/compatibility/changed-module.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const path = 'src/main/java/module-info.java';
const module = (lines: string, heading = 'module com.acme.shop'): string => `${heading} {\n${lines}}\n`;

describe('compatibility/changed-module', () => {
  fileCases(changedModule, path, [
    [
      'finds a package that is no longer opened',
      module('  opens com.acme.shop;\n'),
      module('  requires java.sql;\n'),
      ['1 The package `com.acme.shop` is no longer opened: modules that look into it at run time fail.'],
    ],
    [
      'finds a package that is opened only to some',
      module('  opens com.acme.shop;\n'),
      module('  opens com.acme.shop\n    to com.acme.desk, com.fasterxml.jackson.databind;\n'),
      [
        '2 The package `com.acme.shop` is opened only to `com.acme.desk`, `com.fasterxml.jackson.databind`: other modules that look into it at run time fail.',
      ],
    ],
    [
      'finds a module that is no longer open',
      module('', 'open module com.acme.shop'),
      module(''),
      ['1 The module `com.acme.shop` is no longer open: others may look only into the packages that it opens.'],
    ],
    [
      'finds one of several implementations of a service that is gone',
      module('  provides com.acme.Tax with com.acme.shop.Vat, com.acme.shop.Duty;\n'),
      module('  provides com.acme.Tax with com.acme.shop.Vat;\n'),
      ['2 The service `com.acme.Tax` is no longer provided by `com.acme.shop.Duty`: those who load it no longer find it.'],
    ],
    [
      'finds a friend that a package is exported to no more',
      module('  exports com.acme.shop to com.acme.desk, com.acme.web;\n'),
      module('  exports com.acme.shop to com.acme.web;\n'),
      ['2 The package `com.acme.shop` is no longer exported to `com.acme.desk`: modules that use it no longer compile.'],
    ],
    [
      'finds another name',
      module('', 'module com.acme.shop'),
      module('', 'module com.acme.store'),
      ['1 The module is called `com.acme.store` instead of `com.acme.shop`: modules that require it by the old name no longer compile.'],
    ],
    [
      'leaves another order and comments alone',
      module('  exports com.acme.a;\n  exports com.acme.b;\n'),
      module('  // exports com.acme.c;\n  exports com.acme.b;\n  exports com.acme.a; /* all */\n'),
      [],
    ],
    ['leaves a module that becomes open alone', module('  opens com.acme.a;\n'), module('', 'open module com.acme.shop'), []],
    [
      'leaves a requirement that is handed on anew alone',
      module('  requires java.sql;\n'),
      module('  requires static transitive java.sql;\n'),
      [],
    ],
    ['leaves broken text alone', module('  exports com.acme.a;\n'), 'module com.acme.shop {\n  exports com.acme.\n', []],
  ]);

  it('finds a module that is declared no more', async () => {
    await expectFindings(changedModule, { [path]: module('  exports com.acme.a;\n') }, {}, [
      `${path}:1 The module \`com.acme.shop\` is declared no more: modules that require it by this name no longer compile.`,
    ]);
  });

  it('leaves modules of tests alone', async () => {
    const test = 'src/test/java/module-info.java';
    await expectFindings(changedModule, { [test]: module('  exports com.acme.a;\n') }, { [test]: module('') }, []);
  });
});
