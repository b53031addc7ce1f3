import { folded, type Constant } from '../fold.ts';
import type { Taint, Value } from './value.ts';

/** Stands for a piece that is not known in what stands before tainted data. */
const hole = '\0';
const longestLead = 400;

/** The text that is put together from the values: known, or tainted with what stands before. */
export function concatenated(values: readonly Value[]): Value {
  const taint = leadingTaint(values, '');
  if (taint) return { taint };
  const texts = values.map(({ constant }) => constant);
  const isKnown = texts.every((text): text is Constant => text !== undefined);
  if (isKnown) {
    const text = texts.map(String).join('');
    return text.length > 10_000 ? {} : { constant: text };
  }
  const [first] = values;
  return typeof first?.constant === 'string' ? { origin: `text:${first.constant.slice(0, 80)}` } : {};
}

/** The first taint among pieces of one text; what is harmless is so only where every tainted piece is. */
export function leadingTaint(values: readonly Value[], separator: string): Taint | undefined {
  let lead = '';
  let found: Taint | undefined;
  for (const { constant, taint } of values) {
    if (taint && !found) found = { ...taint, lead: (lead + taint.lead).slice(0, longestLead) };
    else if (taint && found) found = worse(found, taint);
    if (!found) lead += (constant === undefined ? hole : String(constant)) + separator;
  }
  return found;
}

/** Of two pieces the one that can do more harm is followed. */
function worse(first: Taint, second: Taint): Taint {
  const harmless = new Set([...first.harmless].filter((danger) => second.harmless.has(danger)));
  return harmless.size === first.harmless.size ? first : { ...first, harmless };
}

/** `a + b` where neither is known to be a text. */
export function added(left: Value, right: Value): Value {
  const sum = folded('+', left.constant, () => right.constant);
  return sum === undefined ? concatenated([left, right]) : { constant: sum };
}
