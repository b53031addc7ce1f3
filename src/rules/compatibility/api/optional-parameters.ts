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
