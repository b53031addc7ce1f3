import type { EdgeValue, Obligation } from './obligation.ts';

/** How far before an error the question stands that leads to it, in UTF-16 units. */
const near = 200;

/** What was asked last before an error. */
export function conditionBefore({ range }: Obligation, obligations: readonly Obligation[]): Obligation | undefined {
  return obligations.findLast(
    (other) => !other.error && other.values.length > 0 && other.range.start < range.start && range.start - other.range.start < near,
  );
}

/** Of the values around a bound the most telling one for which the condition holds. */
export function valueThatLeadsTo(condition: Obligation): EdgeValue | undefined {
  const { values } = condition;
  const leading = valuesThatLeadTo(condition);
  return isAbove(operatorOf(condition)) ? leading.at(-1) : (leading[0] ?? values[0]);
}

/** All of the values around a bound for which the condition holds; of other values the first. */
export function valuesThatLeadTo(condition: Obligation): readonly EdgeValue[] {
  const [below, at, above] = condition.values;
  if (condition.values.length !== 3 || !below || !at || !above) return condition.values.slice(0, 1);
  switch (operatorOf(condition)) {
    case '>':
      return [above];
    case '>=':
      return [at, above];
    case '<=':
      return [below, at];
    case '==':
      return [at];
    case '!=':
      return [below, above];
    default:
      return [below];
  }
}

function isAbove(operator: string): boolean {
  return operator.startsWith('>');
}

/** The comparison as it reads with what is asked about on its left. */
function operatorOf({ text, about = '' }: Obligation): string {
  const found = /(?<![=<>-])(?:[<>]=?(?![<>])|[!=]==?)/.exec(text);
  if (!found) return '';
  const operator = found[0].replace(/([!=])==/, '$1=');
  const at = about === '' ? -1 : text.indexOf(about);
  return at < found.index ? operator : operator.replace(/[<>]/, (sign) => (sign === '<' ? '>' : '<'));
}
