import { canonical } from '../../../code/canonical.ts';
import type { Expression } from '../../../code/expression.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { bare, foldedText, stringsIn, type Visited } from '../../../code/walk.ts';
import type { CodeInventory, Sight } from '../../pattern/code-inventory.ts';
import type { Sighting } from '../../pattern/pattern-rule.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { isMoney } from './money-names.ts';

const exact =
  /^(?:decimal\.js|decimal\.js-light|big\.js|bignumber\.js|dinero\.js|@dinero\.js\/|currency\.js|money-math|big-integer|bn\.js|@prisma\/client\/runtime|fraction\.js|js-money|money)/;

/** Money in JavaScript and TypeScript: columns of a floating type, sums with fractions that binary numbers cannot hold, text read as such a number. */
export function* scriptMoney(code: CodeInventory): Generator<Sighting> {
  const { facts } = code.file;
  if (!facts) return;
  for (const symbol of facts.symbols) if (symbol.touched) yield* annotatedColumn(symbol, code);
  yield* writtenColumns(code);
  if (facts.imports.some(({ source }) => exact.test(source))) return;
  yield* fractions(code);
  yield* readAsNumber(code);
}

const columnType = /^(?:float\d?|double(?: precision)?|real|binary_float|binary_double)$/i;

/** TypeORM's `@Column('float') price: number`. */
function* annotatedColumn(symbol: SymbolFact, code: CodeInventory): Generator<Sighting> {
  const within = symbol.parent === undefined ? '' : (code.file.facts?.symbols[symbol.parent]?.name ?? '');
  if (symbol.kind !== 'field' || !isMoney(symbol.name, within)) return;
  for (const annotation of symbol.annotations) {
    if (!/^(?:Column|Property|ViewColumn)$/.test(simpleTypeName(annotation.name))) continue;
    const type = stringsIn(annotation.arguments.map(({ value }) => value)).find(({ value }) => columnType.test(value));
    const at = { file: code.file, symbol, code: [] };
    if (type) yield { at, range: type.range, message: columnMessage(symbol.name, type.value) };
  }
}

function columnMessage(name: string, type: string): string {
  return `\`${name}\` holds money in a column of type \`${type}\`, which cannot hold 0.10: sums drift by cents.`;
}

const floatingType = /^(?:DataTypes?|Sequelize|sequelize)\.(FLOAT|DOUBLE|REAL)\b/;
const floatingColumn = /^(?:real|doublePrecision|double|float)$/;

/** Sequelize's `price: DataTypes.FLOAT`, Knex' `table.float('price')`, Drizzle's `price: doublePrecision('price')`. */
function* writtenColumns(code: CodeInventory): Generator<Sighting> {
  for (const object of code.of('object')) {
    for (const { key, value } of object.node.properties) {
      const type = isMoney(key, ownerOf(object)) ? typeIn(value) : undefined;
      if (type !== undefined) yield { at: object, range: value.range, message: columnMessage(key, type) };
    }
  }
  for (const sight of code.calls('float', 'double')) {
    const [name] = sight.node.arguments;
    if (!sight.node.receiver || name?.kind !== 'string' || !isMoney(name.value, ownerOf(sight))) continue;
    yield { at: sight, range: sight.node.range, message: columnMessage(name.value, sight.node.name) };
  }
}

function typeIn(value: Expression): string | undefined {
  const type = bare(value);
  if (type.kind === 'object') {
    const inner = type.properties.find(({ key }) => key === 'type')?.value;
    if (inner?.kind === 'string') return columnType.test(inner.value) ? inner.value : undefined;
    return inner && inner.kind !== 'object' ? typeIn(inner) : undefined;
  }
  if (type.kind === 'call' && type.receiver?.kind === 'call') return typeIn(type.receiver);
  if (type.kind === 'call' && !type.receiver && type.arguments[0]?.kind === 'string')
    return floatingColumn.test(type.name) ? type.name : undefined;
  return floatingType.exec(canonical(type))?.[1];
}

const fraction = /^\d*\.\d+$/;
const rounding = /^(?:round\w*|floor|ceil|trunc|toFixed|toPrecision|format\w*|toLocaleString|toCents|Number|parseInt|expect|assert\w*)$/;

/** `price * 1.19`: not where the result is rounded in the same expression. */
function* fractions(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.of('binary')) {
    const { operator, left, right, range } = sight.node;
    if (!/^(?:[*+-]|[!=]==?)$/.test(operator)) continue;
    const [number, other] = bare(left).kind === 'number' ? [bare(left), left] : [bare(right), left];
    const money = bare(left).kind === 'number' ? right : other;
    const name = nameOf(money);
    if (
      number.kind !== 'number' ||
      !fraction.test(number.text) ||
      isExact(number.text) ||
      name === undefined ||
      !isMoney(name, ownerOf(sight))
    )
      continue;
    if (isRounded(sight)) continue;
    const text = foldedText(code.file.text, range);
    yield {
      at: sight,
      range,
      message: operator.includes('=')
        ? `\`${text}\` compares money with a fraction that binary numbers cannot hold: after a sum they are seldom equal.`
        : `\`${text}\` works money out in binary fractions, which cannot hold ${number.text}: sums drift by cents.`,
    };
  }
}

/** Halves, quarters and their like. */
function isExact(text: string): boolean {
  return Number.isInteger(Number(text) * 1024);
}

function isRounded({ parent }: Visited): boolean {
  for (let at = parent; at; at = at.parent) {
    if (at.node.kind === 'call') return rounding.test(at.node.name);
    if (at.node.kind !== 'binary' && at.node.kind !== 'member' && at.node.kind !== 'unary') return false;
  }
  return false;
}

/** `const price = parseFloat(text)`: on a server, where it is not only shown. */
function* readAsNumber(code: CodeInventory): Generator<Sighting> {
  if (/\.[jt]sx$/.test(code.file.path)) return;
  for (const sight of code.calls('parseFloat')) {
    const name = receiving(sight);
    if (name === undefined || !isMoney(name, ownerOf(sight))) continue;
    yield {
      at: sight,
      range: sight.node.range,
      message: `\`${name}\` is money that is read as a binary fraction, which cannot hold 0.10: sums drift by cents.`,
    };
  }
}

function receiving({ node, parent }: Sight): string | undefined {
  const around = parent?.node;
  if (around?.kind === 'variable') return around.name;
  if (around?.kind === 'assignment') return nameOf(around.target);
  return around?.kind === 'object' ? around.properties.find(({ value }) => value === node)?.key : undefined;
}

function nameOf(expression: Expression): string | undefined {
  const value = bare(expression);
  return value.kind === 'name' || value.kind === 'member' ? value.name : undefined;
}

/** What tells what an `amount` is of: the function, the type around it, the file. */
function ownerOf({ symbol, file }: Pick<Sight, 'symbol' | 'file'>): string {
  const words = `${symbol.qualifiedName} ${file.path.slice(file.path.lastIndexOf('/') + 1)}`;
  return words.replaceAll(/(?:^|[\s._/-])([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
