import { commentedOutCode } from '../../../../src/rules/readability/commented-out-code.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...lines: readonly string[]): string =>
  `class Cart {\n  int total() {\n${lines.map((line) => `    ${line}\n`).join('')}    return sum();\n  }\n}\n`;
const script = (...lines: readonly string[]): string => `${lines.join('\n')}\nexport const total = (items) => sum(items);\n`;
const one = 'A line of code is commented out.';

describe('readability/commented-out-code in Java', () => {
  fileCases(commentedOutCode, 'src/main/java/Cart.java', [
    ['finds a call', '', java('// audit.log(total);'), [`3 ${one}`]],
    [
      'finds a condition with its block',
      '',
      java('// if (items.isEmpty()) {', '//   return 0;', '// }'),
      ['3 3 lines of code are commented out.'],
    ],
    [
      'finds a method',
      '',
      'class Cart {\n  /*\n  public int net() {\n    return total() - tax();\n  }\n  */\n  int a;\n}\n',
      ['2 3 lines of code are commented out.'],
    ],
    ['leaves words alone', '', java('// The tax is added by the till; do not add it here.', '// Returns 0 for an empty cart.'), []],
    ['leaves a heading alone', '', java('// ---- totals ----', '// given'), []],
    [
      'leaves a licence alone',
      '',
      `/*\n * Copyright (c) 2020 Acme;\n * Licensed under the Apache License, Version 2.0 (the "License");\n */\n${java()}`,
      [],
    ],
    [
      'leaves documentation with code alone',
      '',
      'class Cart {\n  /**\n   * <pre>\n   * cart.add(item);\n   * cart.total();\n   * </pre>\n   */\n  int total() { return 1; }\n}\n',
      [],
    ],
  ]);
});

describe('readability/commented-out-code in TypeScript', () => {
  fileCases(commentedOutCode, 'src/cart.ts', [
    ['finds an import', '', script("// import { tax } from './tax';"), [`1 ${one}`]],
    ['finds a declaration', '', script('// const tax = rate(items);'), [`1 ${one}`]],
    [
      'finds a function',
      '',
      script('// export function net(items: Item[]) {', '//   return total(items);', '// }'),
      ['1 3 lines of code are commented out.'],
    ],
    [
      'leaves marks of tools alone',
      '',
      script('// eslint-disable-next-line no-console', '// @ts-expect-error wrong types;', '/* c8 ignore next */'),
      [],
    ],
    ['leaves an address alone', '', script('// https://acme.io/docs/cart(total);'), []],
    ['leaves an example alone', '', script('// e.g. total([1, 2]);'), []],
    ['leaves a comment after code alone', '', 'export const a = 1; // const a = 2;\n', []],
  ]);
});

describe('readability/commented-out-code in JavaScript', () => {
  fileCases(commentedOutCode, 'lib/cart.js', [
    ['finds a line for looking for faults', '', script("// console.log('here', items);"), [`1 ${one}`]],
    ['finds an assignment', '', script('// cart.total = sum(items);'), [`1 ${one}`]],
    ['finds a chain', '', script('// items.map(price)', '//   .filter(Boolean);', '// done();'), ['1 3 lines of code are commented out.']],
    ['leaves a type in words alone', '', script('// {number} the sum'), []],
    ['leaves a table alone', '', script('// | a | b |', '// |---|---|', '// | 1 | 2 |'), []],
    ['leaves a result alone', '', script('// total([1, 2]) // => 3'), []],
  ]);
});
