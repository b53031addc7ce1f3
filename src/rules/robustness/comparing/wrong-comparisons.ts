import type { Binary, Call, Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { typeOf } from '../../../code/flow/type.ts';
import { bare, dottedName, foldedText, isWithin, visitsOf } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import type { CodeInventory, Sight } from '../../pattern/code-inventory.ts';
import type { Sighting } from '../../pattern/pattern-rule.ts';

/** `text == "a"`, `count == limit` of boxed numbers, `bytes.equals(other)`, `value == Double.NaN`, `it.equals(null)`. */
export function* wrongComparisons(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.of('binary')) {
    if (sight.node.operator !== '==' && sight.node.operator !== '!=') continue;
    yield* ofIdentity(sight);
  }
  for (const sight of code.calls('equals', 'hashCode', 'toString')) yield* ofArray(sight);
}

const boxed = /^(?:Integer|Long|Short|Byte|Character|Double|Float)$/;

function* ofIdentity(sight: Sight<Binary>): Generator<Sighting> {
  const { left, right, range, operator } = sight.node;
  const text = foldedText(sight.file.text, range);
  if ([left, right].some((side) => /^(?:Double|Float)\.NaN$/.test(dottedName(bare(side)) ?? ''))) {
    yield {
      at: sight,
      range,
      message: `\`${text}\` is never ${operator === '==' ? 'true' : 'false'}: NaN equals nothing, not even itself; ask \`isNaN\`.`,
    };
    return;
  }
  const type = commonType(left, right, sight);
  if (type === undefined || isShortcut(sight)) return;
  const shown = (side: Expression): string => sight.file.text.slice(side.range.start, side.range.end);
  const newText = `${operator === '!=' ? '!' : ''}java.util.Objects.equals(${shown(left)}, ${shown(right)})`;
  yield {
    at: sight,
    range,
    message:
      type === 'String'
        ? `\`${text}\` asks whether both are the same String object, which equal texts need not be.`
        : `\`${text}\` asks whether both are the same ${type} object, which equal ones ${/^(?:Double|Float)$/.test(type) ? 'hardly ever are' : 'above 127 are not'}.`,
    fix: { title: 'Compare them as equal', edits: [{ range, newText }] },
  };
}

/** The type of both sides where both are texts, or both are boxed numbers. */
function commonType(left: Expression, right: Expression, sight: Sight): string | undefined {
  const [a, b] = [kindOf(left, sight), kindOf(right, sight)];
  if (a === undefined || b === undefined || a !== b) return undefined;
  if (boxed.test(a)) return a;
  // Two variables may be meant as markers of their own; a literal is meant as what it says.
  const isLiteral = [left, right].some((side) => bare(side).kind === 'string');
  return a === 'String' && isLiteral && ![left, right].every((side) => bare(side).kind === 'string') ? 'String' : undefined;
}

function kindOf(side: Expression, sight: Sight): string | undefined {
  const value = bare(side);
  if (value.kind === 'string') return sight.file.text.charAt(value.range.start) === "'" ? 'char' : 'String';
  if (value.kind === 'call') {
    const { receiver } = value;
    return value.name === 'valueOf' && receiver?.kind === 'name' && boxed.test(receiver.name) ? receiver.name : undefined;
  }
  if (value.kind !== 'name' && value.kind !== 'member') return undefined;
  const type = typeOf(value, sight);
  return type === undefined || type.includes('[') ? undefined : simpleTypeName(type);
}

/** `a == b || a.equals(b)`, and inside of `equals` itself. */
function isShortcut(sight: Sight<Binary>): boolean {
  if (/^(?:equals|compareTo|compare|same\w*|is(?:Same|Identical)\w*)$/.test(sight.symbol.name)) return true;
  const asks = (node: Expression): boolean =>
    visitsOf([node], 'call').some((each) => /^(?:equals|compareTo|compare|isNaN)$/.test(each.node.name));
  return isWithin(sight, (node) => (node.kind === 'binary' || node.kind === 'conditional') && asks(node));
}

function* ofArray(sight: Sight<Call>): Generator<Sighting> {
  const { receiver, name, arguments: given, range } = sight.node;
  if (!receiver) return;
  if (name === 'equals' && given[0] && bare(given[0]).kind === 'null') {
    yield {
      at: sight,
      range,
      message: `\`${foldedText(sight.file.text, range)}\` is never true: compare with \`== null\`.`,
      confidence: 'medium',
    };
    return;
  }
  if (!isArray(receiver, sight) || given.length > (name === 'equals' ? 1 : 0)) return;
  const text = (part: Expression): string => sight.file.text.slice(part.range.start, part.range.end);
  const array = `the array \`${foldedText(sight.file.text, receiver.range)}\``;
  const rest = [receiver, ...given].map(text).join(', ');
  const message =
    name === 'equals'
      ? `\`equals\` of ${array} asks whether both are the same array, not whether the same is in them.`
      : `\`${name}\` of ${array} tells which array it is, not what is in it.`;
  yield {
    at: sight,
    range,
    message,
    fix: { title: 'Look at what is in it', edits: [{ range, newText: `java.util.Arrays.${name}(${rest})` }] },
  };
}

function isArray(receiver: Expression, sight: Sight): boolean {
  const value = bare(receiver);
  if (value.kind !== 'name') return false;
  const [binding, ...more] = bindingsOf(value.name, sight);
  return binding !== undefined && more.length === 0 && (binding.type ?? '').endsWith('[]') && binding.path.length === 0;
}
