import type { SymbolFact } from '../../code/facts.ts';
import { typeOf } from '../../code/flow/type.ts';
import { foldedText } from '../../code/walk.ts';
import { simpleTypeName } from '../code-in-file.ts';
import { patternRule, type Sighting } from '../pattern/pattern-rule.ts';
import type { CodeInventory } from '../pattern/code-inventory.ts';
import { edited } from '../safeguards/example.ts';
import { scriptMoney } from './numbers/script-money.ts';
import { isMoney } from './numbers/money-names.ts';

const java = (type: string): string =>
  `class Invoice {\n  private ${type} totalPrice;\n\n  ${type} price() {\n    return totalPrice;\n  }\n}\n`;
const decimal = (value: string): string => `import java.math.BigDecimal;\n\nclass Rates {\n  static final BigDecimal RATE = ${value};\n}\n`;

const tax = (value: string): string => `export function withTax(price) {\n  return ${value};\n}\n`;
const column = (type: string): string => `@Entity()\nexport class Order {\n  @Column('${type}') totalPrice: number;\n}\n`;

export const moneyAsFloatingPoint = patternRule({
  id: 'robustness/money-as-floating-point',
  title: 'Money is held as a floating-point number',
  reason:
    'Binary floating point cannot hold 0.10: sums of money drift by cents, comparisons fail, and what was rounded twice is owed to somebody. It shows in the books, long after the code was tested with whole numbers.',
  remedy:
    'Use `BigDecimal` with a scale and a rounding that are decided on, or whole cents in a `long`. Make a `BigDecimal` of a text or by `BigDecimal.valueOf`. In JavaScript use whole cents or a library for decimal numbers, and a column of type `decimal`.',
  severity: 'warning',
  confidence: 'medium',
  category: 'numeric',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [1339, 682],
  sources: [
    {
      title: 'SEI CERT NUM04-J: Do not use floating-point numbers if precise computation is required',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/NUM04-J.+Do+not+use+floating-point+numbers+if+precise+computation+is+required',
    },
  ],
  limits:
    'What is money is known by names such as `price`, `balance` and `totalAmount`. In JavaScript and TypeScript, which have no other numbers, only columns of a floating type, sums and comparisons with a fraction that are not rounded at once, and text that is read as such a number; not where a library for decimal numbers is imported.',
  examples: [
    edited('a price is a double', 'src/main/java/Invoice.java', '', java('double'), [
      '2 `totalPrice` holds money as `double`, which cannot hold 0.10: sums drift by cents.',
      '4 `price` holds money as `double`, which cannot hold 0.10: sums drift by cents.',
    ]),
    edited('a price is a decimal number', 'src/main/java/Invoice.java', '', java('BigDecimal')),
    edited(
      'a decimal number is made of a floating-point number',
      'src/main/java/Rates.java',
      '',
      decimal('new BigDecimal(0.1)'),
      ['4 `new BigDecimal(0.1)` takes over that 0.1 is not exactly 0.1 as a floating-point number.'],
      decimal('new BigDecimal("0.1")'),
    ),
    edited('a price is multiplied by a fraction', 'src/tax.js', '', tax('price * 1.19'), [
      '2 `price * 1.19` works money out in binary fractions, which cannot hold 1.19: sums drift by cents.',
    ]),
    edited('the sum is rounded to whole cents at once', 'src/tax.js', '', tax('Math.round(price * 1.19)')),
    edited('a column of money is a float', 'src/order.entity.ts', '', column('float'), [
      '3 `totalPrice` holds money in a column of type `float`, which cannot hold 0.10: sums drift by cents.',
    ]),
    edited('a column of money is a decimal', 'src/order.entity.ts', '', column('decimal')),
    edited('a decimal number is made of a text', 'src/main/java/Rates.java', '', decimal('new BigDecimal("0.1")')),
  ],
  *look(code) {
    if (code.file.facts?.language === 'java') yield* javaMoney(code);
    else yield* scriptMoney(code);
  },
});

function* javaMoney(code: CodeInventory): Generator<Sighting> {
  for (const symbol of code.file.facts?.symbols ?? []) if (symbol.touched) yield* declared(symbol, code);
  yield* madeOfFloatingPoint(code);
}

function* declared(symbol: SymbolFact, code: CodeInventory): Generator<Sighting> {
  const at = { file: code.file, symbol, code: [] };
  const says = (name: string, type: string): string =>
    `\`${name}\` holds money as \`${type}\`, which cannot hold 0.10: sums drift by cents.`;
  const within = symbol.parent === undefined ? '' : (code.file.facts?.symbols[symbol.parent]?.name ?? '');
  if (/^(?:field|method)$/.test(symbol.kind) && isFloating(symbol.type) && isMoney(symbol.name, within))
    yield { at, range: symbol.nameRange, message: says(symbol.name, symbol.type ?? '') };
  for (const { name, type, range } of symbol.parameters ?? [])
    if (isFloating(type) && isMoney(name, within)) yield { at, range, message: says(name, type ?? '') };
}

function isFloating(type: string | undefined): boolean {
  return type !== undefined && /^(?:double|float|Double|Float)$/.test(simpleTypeName(type)) && !type.includes('[');
}

function* madeOfFloatingPoint(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.constructions('BigDecimal')) {
    const [value] = sight.node.arguments;
    if (value && value.kind !== 'number' && isFloating(typeOf(value, sight)) && value.kind !== 'new')
      yield {
        at: sight,
        range: sight.node.range,
        message: `\`${foldedText(code.file.text, sight.node.range)}\` takes over what a floating-point number is not exactly.`,
        fix: {
          title: 'Make it of what the number is written as',
          edits:
            sight.node.arguments.length > 1
              ? []
              : [{ range: sight.node.range, newText: `BigDecimal.valueOf(${code.file.text.slice(value.range.start, value.range.end)})` }],
        },
      };
    if (value?.kind !== 'number' || !/^\d*\.\d+[dDfF]?$/.test(value.text)) continue;
    const number = value.text.replace(/[dDfF]$/, '');
    yield {
      at: sight,
      range: sight.node.range,
      message: `\`new BigDecimal(${value.text})\` takes over that ${number} is not exactly ${number} as a floating-point number.`,
      fix: { title: 'Make it of the text', edits: [{ range: value.range, newText: `"${number}"` }] },
    };
  }
}
