import { moneyAsFloatingPoint } from '../../../../src/rules/robustness/money-as-floating-point.ts';
import { fileCases } from '../rule-cases.ts';

const found = (line: number, name: string, type = 'double'): string =>
  `${line} \`${name}\` holds money as \`${type}\`, which cannot hold 0.10: sums drift by cents.`;

describe('robustness/money-as-floating-point', () => {
  const java = (owner: string, ...lines: readonly string[]): string =>
    `class ${owner} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
  fileCases(moneyAsFloatingPoint, 'src/main/java/A.java', [
    ['finds a parameter', '', java('Ledger', 'void pay(float accountBalance) {}'), [found(2, 'accountBalance', 'float')]],
    ['finds what a method gives', '', java('Employee', 'Double getSalary() { return null; }'), [found(2, 'getSalary', 'Double')]],
    ['finds an amount by its type', '', java('Payment', 'double amount;'), [found(2, 'amount')]],
    ['leaves the amount of something else alone', '', java('Blur', 'double amount;', 'float balance;'), []],
    ['leaves whole cents alone', '', java('Payment', 'long amount;', 'BigDecimal price;'), []],
    ['leaves a decimal number of a variable alone', '', java('Payment', 'Object of(String text) { return new BigDecimal(text); }'), []],
    ['leaves a decimal number of a whole number alone', '', java('Payment', 'Object of() { return new BigDecimal(10); }'), []],
    [
      'finds a decimal number that is made of a variable',
      '',
      'class A {\n  BigDecimal of(double rate, String text) {\n    return new BigDecimal(rate).add(new BigDecimal(text));\n  }\n}\n',
      ['3 `new BigDecimal(rate)` takes over what a floating-point number is not exactly.'],
    ],
  ]);
});
