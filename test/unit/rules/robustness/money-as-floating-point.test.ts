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

describe('robustness/money-as-floating-point in JavaScript', () => {
  const sum = (line: number, text: string, number: string): string =>
    `${line} \`${text}\` works money out in binary fractions, which cannot hold ${number}: sums drift by cents.`;
  const column = (line: number, name: string, type: string): string =>
    `${line} \`${name}\` holds money in a column of type \`${type}\`, which cannot hold 0.10: sums drift by cents.`;
  fileCases(moneyAsFloatingPoint, 'src/invoice.js', [
    ['finds a part of a price', '', 'export const reduced = (item) => item.price * 0.9;\n', [sum(1, 'item.price * 0.9', '0.9')]],
    [
      'finds an amount of an invoice',
      '',
      'export function withTax(amount) {\n  return 1.19 * amount;\n}\n',
      [sum(2, '1.19 * amount', '1.19')],
    ],
    [
      'finds a comparison',
      '',
      'export const isPaid = (balance) => balance === 0.3;\n',
      ['1 `balance === 0.3` compares money with a fraction that binary numbers cannot hold: after a sum they are seldom equal.'],
    ],
    [
      'finds a text that is read as a price',
      '',
      'export function add(req) {\n  const price = parseFloat(req.body.price);\n  return price;\n}\n',
      ['2 `price` is money that is read as a binary fraction, which cannot hold 0.10: sums drift by cents.'],
    ],
    [
      'finds columns of Sequelize and Knex',
      '',
      "db.define('Item', { price: DataTypes.FLOAT, unitPrice: { type: DataTypes.DOUBLE, allowNull: false } });\nknex.schema.createTable('items', (table) => table.float('price'));\n",
      [column(1, 'price', 'FLOAT'), column(1, 'unitPrice', 'DOUBLE'), column(2, 'price', 'float')],
    ],
    ['leaves whole cents alone', '', 'export const total = (price, count) => price * count;\n', []],
    ['leaves what is rounded at once alone', '', 'export const tax = (price) => Math.round(price * 0.19);\n', []],
    ['leaves what is only shown alone', '', 'export const shown = (price) => (price * 1.19).toFixed(2);\n', []],
    ['leaves halves alone', '', 'export const half = (price) => price * 0.5;\n', []],
    ['leaves other numbers alone', '', 'export const faded = (opacity) => opacity * 0.9;\n', []],
    [
      'leaves a file with decimal numbers alone',
      '',
      "import Big from 'big.js';\nexport const reduced = (price) => Big(price) * 0.9;\n",
      [],
    ],
  ]);
  fileCases(moneyAsFloatingPoint, 'src/order.entity.ts', [
    [
      'finds a column by its options',
      '',
      "@Entity()\nexport class Order {\n  @Column({ type: 'double precision', nullable: true })\n  totalAmount?: number;\n}\n",
      [column(3, 'totalAmount', 'double precision')],
    ],
    [
      'finds a column of Drizzle',
      '',
      "export const orders = pgTable('orders', { price: doublePrecision('price').notNull(), fee: real('fee') });\n",
      [column(1, 'fee', 'real'), column(1, 'price', 'doublePrecision')],
    ],
    [
      'finds a wage that is worked out',
      '',
      'export const raised = (salary: number): number => salary + 0.1;\n',
      [sum(1, 'salary + 0.1', '0.1')],
    ],
    [
      'leaves a decimal column alone',
      '',
      "@Entity()\nexport class Order {\n  @Column('decimal', { precision: 10, scale: 2 }) price: string;\n}\n",
      [],
    ],
    ['leaves a column of something else alone', '', "@Entity()\nexport class Place {\n  @Column('float') latitude: number;\n}\n", []],
    ['leaves whole cents alone', '', "@Entity()\nexport class Order {\n  @Column('int') priceInCents: number;\n}\n", []],
  ]);
});
