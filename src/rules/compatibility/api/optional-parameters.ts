import type { SymbolAt } from '../../../code/code-change.ts';
import type { ParameterFact } from '../../../code/facts.ts';
import type { FixDraft } from '../../../finding/draft.ts';

/** Lets callers leave out what they did not have to pass before; undefined where others that they must pass follow. */
export function optionalParameters(base: SymbolAt, head: SymbolAt): FixDraft | undefined {
  if (head.file.facts?.language !== 'typescript') return undefined;
  const [before, now] = [base.symbol.parameters ?? [], head.symbol.parameters ?? []];
  if (before.some(({ name }, place) => now[place]?.name !== name)) return undefined;
  const required = now.filter((each, place) => !each.optional && !each.rest && (before[place]?.optional ?? true));
  const first = required[0] ? now.indexOf(required[0]) : -1;
  if (first === -1 || now.slice(first).some((each) => !required.includes(each) && !each.optional && !each.rest)) return undefined;
  const ends = required.map((each) => endOfName(each, head));
  if (ends.includes(undefined)) return undefined;
  return {
    title: `Make ${required.map(({ name }) => `\`${name}\``).join(' and ')} optional`,
    safety: 'unsafe',
    edits: ends.map((end = 0) => ({ file: head.file, range: { start: end, end }, newText: '?' })),
  };
}

/** Only of what is written as a name and its type. */
function endOfName({ name, range }: ParameterFact, { file }: SymbolAt): number | undefined {
  const written = file.text.slice(range.start, range.end);
  return /^[\w$]+\s*(?::|$)/.test(written) && written.startsWith(name) ? range.start + name.length : undefined;
}

/** Puts what is new in between behind all others, where it may be left out; undefined where more than that changed. */
export function lastParameters(base: SymbolAt, head: SymbolAt): FixDraft | undefined {
  if (head.file.facts?.language !== 'typescript') return undefined;
  const [before, now] = [base.symbol.parameters ?? [], head.symbol.parameters ?? []];
  const added = now.filter(({ name }) => !before.some((each) => each.name === name));
  const kept = now.filter((each) => !added.includes(each));
  const isLast = added[0] !== undefined && now.indexOf(added[0]) >= kept.length;
  if (
    added.length === 0 ||
    isLast ||
    now.some(({ rest }) => rest) ||
    kept.map(({ name }) => name).join() !== before.map(({ name }) => name).join()
  )
    return undefined;
  const [first, last] = [now[0], now.at(-1)];
  const moved = added.map((each) => asOptional(each, head));
  if (!first || !last || moved.includes(undefined)) return undefined;
  const texts = [...kept.map(({ range }) => head.file.text.slice(range.start, range.end)), ...moved];
  return {
    title: `Put ${added.map(({ name }) => `\`${name}\``).join(' and ')} last, to be left out`,
    safety: 'unsafe',
    edits: [{ file: head.file, range: { start: first.range.start, end: last.range.end }, newText: texts.join(', ') }],
  };
}

function asOptional(parameter: ParameterFact, head: SymbolAt): string | undefined {
  const { start, end } = parameter.range;
  const text = head.file.text.slice(start, end);
  if (parameter.optional) return text;
  const name = endOfName(parameter, head);
  return name === undefined ? undefined : `${head.file.text.slice(start, name)}?${head.file.text.slice(name, end)}`;
}
