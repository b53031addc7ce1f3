import type { Example } from '../rule.ts';

const path = 'src/main/java/module-info.java';
const module = (...lines: readonly string[]): Record<string, string> => ({
  [path]: `module com.acme.shop {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`,
});

/** What changed-module finds and what not. */
export const changedModuleExamples: readonly Example[] = [
  {
    name: 'a package is no longer exported',
    base: module('exports com.acme.shop;', 'exports com.acme.shop.tax;'),
    head: module('exports com.acme.shop;'),
    finds: [`${path}:1 The package \`com.acme.shop.tax\` is no longer exported: modules that use it no longer compile.`],
    fixed: module('exports com.acme.shop;', 'exports com.acme.shop.tax;'),
  },
  {
    name: 'a package is exported only to some',
    base: module('exports com.acme.shop;'),
    head: module('exports com.acme.shop to com.acme.desk;'),
    finds: [`${path}:2 The package \`com.acme.shop\` is exported only to \`com.acme.desk\`: other modules that use it no longer compile.`],
    fixed: module('exports com.acme.shop;'),
  },
  {
    name: 'a module that comes along must be required by those who use it',
    base: module('requires transitive java.sql;', 'exports com.acme.shop;'),
    head: module('requires java.sql;', 'exports com.acme.shop;'),
    finds: [`${path}:1 Modules that require this one no longer get \`java.sql\` with it: those that use it must require it themselves.`],
  },
  {
    name: 'more is exported, and what only the module needs changes',
    base: module('requires java.sql;', 'uses com.acme.Plugin;', 'exports com.acme.shop to com.acme.desk;'),
    head: module('requires java.xml;', 'exports com.acme.shop;'),
    finds: [],
  },
];
