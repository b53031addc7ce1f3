import type { Expression } from '../../../code/expression.ts';
import { text } from './made-expressions.ts';

/** Parts put together, those next to each other that are written out in one. */
export function joined(parts: readonly Expression[], at: Expression): Expression {
  const flat: Expression[] = [];
  for (const part of parts.flatMap((each) => (each.kind === 'concatenation' && !each.tag ? each.parts : [each]))) {
    const last = flat.at(-1);
    if (last?.kind === 'string' && part.kind === 'string')
      flat[flat.length - 1] = { ...last, value: last.value + part.value, range: { start: last.range.start, end: part.range.end } };
    else if (part.kind !== 'string' || part.value !== '') flat.push(part);
  }
  const [only] = flat;
  if (!only) return text('', at);
  return flat.length === 1 && only.kind === 'string' ? only : { kind: 'concatenation', parts: flat, range: at.range };
}

/** `String.format("a %s b", x)` is `"a " + x + " b"`; undefined where the format asks for more than that. */
export function writtenOut([format, ...given]: readonly Expression[], at: Expression): Expression | undefined {
  if (format?.kind !== 'string' || /%(?![sdn%])/.test(format.value)) return undefined;
  let next = 0;
  const parts = format.value.split(/(%[sdn%])/).map((part): Expression | undefined => {
    if (part === '%n' || part === '%%') return text(part === '%n' ? '\n' : '%', at);
    return part === '%s' || part === '%d' ? given[next++] : text(part, at);
  });
  const known = parts.flatMap((part) => part ?? []);
  return known.length === parts.length && next === given.length ? joined(known, at) : undefined;
}

/** `new StringBuilder("a").append(b).toString()` is `"a" + b`. */
export function gatheredText(gathered: Expression, at: Expression): Expression | undefined {
  const parts: Expression[] = [];
  let from = gathered;
  for (; from.kind === 'call' && from.name === 'append' && from.receiver; from = from.receiver) {
    const [part, another] = from.arguments;
    if (!part || another) return undefined;
    parts.unshift(part);
  }
  if (from.kind !== 'new' || from.type !== 'StringBuilder' || parts.length === 0) return undefined;
  return joined([...from.arguments, ...parts], at);
}
