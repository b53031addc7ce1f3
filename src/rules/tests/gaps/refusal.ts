import type { EdgeValue, Obligation } from './obligation.ts';

/** How far before an error the question stands that leads to it, in UTF-16 units. */
const near = 200;

/** What was asked last before an error. */
export function conditionBefore({ range }: Obligation, obligations: readonly Obligation[]): Obligation | undefined {
  return obligations.findLast(
    (other) => !other.error && other.values.length > 0 && other.range.start < range.start && range.start - other.range.start < near,
  );
}

/** Of the values around a bound the one for which the condition holds. */
export function valueThatLeadsTo({ values, text }: Obligation): EdgeValue | undefined {
  if (/(?<![=<>-])>(?!>)/.test(text)) return values.at(-1);
  return values.length === 3 && /[^!=<>]==/.test(text) ? values[1] : values[0];
}
