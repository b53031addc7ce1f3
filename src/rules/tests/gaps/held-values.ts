import type { SymbolAt, SymbolChange } from '../../../code/code-change.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { bare, dottedName } from '../../../code/walk.ts';

/**
 * Whether a pattern, a limit, a default or a table that functions go by is another one: they answer otherwise then.
 * A new one belongs to what uses it.
 */
export function isOtherRule(change: SymbolChange): boolean {
  if (change.kind !== 'paired' || !change.bodyChanged) return false;
  const { base, head } = change;
  return !isLabel(head) && holdsRule(base.symbol) && holdsRule(head.symbol);
}

const holders = /^(?:variable|field|enum-constant)$/;

function holdsRule({ kind, value }: SymbolFact): boolean {
  return holders.test(kind) && value !== undefined && isRule(bare(value));
}

/** What nobody goes by: it only says which of many releases something is of. In a script a text by itself is mostly a name, too. */
function isLabel({ file, symbol: { name, value } }: SymbolAt): boolean {
  if (/^serialVersionUID$|version|revision|copyright|license/i.test(name)) return true;
  return file.facts?.language !== 'java' && value !== undefined && bare(value).kind === 'string';
}

function isRule(held: Expression): boolean {
  if (held.kind === 'regex' || isLiteral(held)) return true;
  if (held.kind === 'array') return held.elements.every((each) => isPart(each, 0));
  if (held.kind === 'new') return /^(?:RegExp|Set|Map)$/.test(held.type) || held.type.endsWith('[]');
  return held.kind === 'call' && isRuleMade(held);
}

const collections = /^(?:List|Set|Map|EnumSet|EnumMap|Arrays|Immutable\w+)\.(?:of|ofEntries|asList|copyOf)$/;
const measures =
  /^(?:Duration|Period|Instant|LocalDate|LocalTime|BigDecimal|BigInteger|URI|Pattern|TimeUnit|DateTimeFormatter|Charset)\.\w+$/;

function isRuleMade({ name, receiver, arguments: given }: Call): boolean {
  if (name === 'RegExp' && !receiver) return true;
  const called = `${(receiver && dottedName(receiver)) ?? ''}.${name}`;
  if (called === 'Pattern.compile' || called === 'Object.freeze') return true;
  return (collections.test(called) || measures.test(called)) && given.every((each) => isPart(each, 0));
}

/** What tables are made of may be nested. */
const deepest = 3;

function isPart(value: Expression, depth: number): boolean {
  const part = bare(value);
  if (isLiteral(part) || part.kind === 'name' || part.kind === 'member') return true;
  if (depth >= deepest) return false;
  if (part.kind === 'array') return part.elements.every((each) => isPart(each, depth + 1));
  return (
    part.kind === 'call' && /^(?:of|entry|ofEntries|asList)$/.test(part.name) && part.arguments.every((each) => isPart(each, depth + 1))
  );
}

/** Texts for people are read, not gone by. */
function isLiteral(value: Expression): boolean {
  if (value.kind === 'unary') return isLiteral(bare(value.operand));
  if (value.kind === 'binary') return /^[-+*/]|<<$/.test(value.operator) && isLiteral(bare(value.left)) && isLiteral(bare(value.right));
  return /^(?:number|true|false)$/.test(value.kind) || (value.kind === 'string' && !/\s.*\s/.test(value.value));
}
