import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import type { FindingDraft, RelatedPlace } from '../../../finding/draft.ts';
import { enclosing, reference } from '../../code-in-file.ts';
import { skeletonFixes } from '../skeleton/skeleton-fix.ts';
import { isNeverRun } from './execution.ts';
import { executionProperties, missedPlaces } from './execution-words.ts';
import { inWords, toldObligations } from './in-words.ts';
import { isCalledAfter } from './near.ts';
import type { FunctionUnderTest, Obligation } from './obligation.ts';

/** What every finding about a function under test says about it. @param change where a new test file is to be offered, too */
export function gapFinding(found: FunctionUnderTest, change?: CodeChange): Omit<FindingDraft, 'message'> {
  const { at, gap = 'untested', confidence, obligations, fingerprint, execution } = found;
  const fixes = skeletonFixes(found, change);
  const types = (at.symbol.parameters ?? []).map(({ type }) => type ?? '').join(',');
  const missing = obligations.filter(({ shown }) => shown !== 'shown');
  return {
    subject: `${at.symbol.qualifiedName}(${types}) ${gap} ${fingerprint}`,
    symbol: reference(at.symbol),
    confidence,
    related: [...casesOf(found), ...missedPlaces(found)],
    ...(fixes.length > 0 && { fixes }),
    properties: {
      gap,
      obligations: missing.map(({ kind, text }) => ({ kind, text })),
      ...(execution && { coverage: executionProperties(execution) }),
    },
  };
}

/** More cases than these are told by the last one. */
const mostCases = 12;

/** One for each case that no test shows, at the line that raised it. */
function casesOf(found: FunctionUnderTest): readonly RelatedPlace[] {
  const missing = toldObligations(found).filter(({ shown }) => (found.gap === 'edge' ? shown === 'missing' : shown !== 'shown'));
  const cases = missing.map((each) => ({ file: found.at.file, range: each.range, caption: captionOf(each, found) }));
  const different = [...new Map(cases.map((each) => [each.caption, each])).values()];
  const rest = different.length - mostCases;
  return different
    .slice(0, rest > 0 ? mostCases + 1 : mostCases)
    .map((each, index) => ({ ...each, role: 'case', ...(index === mostCases && { caption: `${rest} more from here on` }) }));
}

/** A case, and whether its line is run at all where others of the function are. */
function captionOf(each: Obligation, found: FunctionUnderTest): string {
  const words = inWords(each, found).replace(/\.$/, '');
  return each.run === 'never' && !isNeverRun(found) ? `${words} (run by no test)` : words;
}

/**
 * The riskiest functions one by one, the others in one note. Those that are not sure take nobody's place.
 * @param says what no test shows, given how many functions and their names
 */
export function* byRisk(
  functions: readonly FunctionUnderTest[],
  most: number,
  { tell, says }: { readonly tell: (each: FunctionUnderTest) => FindingDraft; readonly says: (count: number, names: string) => string },
): Generator<FindingDraft> {
  const riskiest = functions.toSorted((a, b) => b.risk - a.risk);
  const sure = riskiest.filter(({ confidence }) => confidence !== 'low');
  const unsure = riskiest.filter(({ confidence }) => confidence === 'low');
  const note = (rest: readonly FunctionUnderTest[]): FindingDraft => foldedNote(rest, (names) => says(rest.length, names));
  yield* sure.slice(0, most).map(tell);
  if (sure.length > most) yield note(sure.slice(most));
  yield* unsure.slice(0, most).map(tell);
  if (unsure.length > most) yield { ...note(unsure.slice(most)), subject: 'more that is not sure', confidence: 'low' };
}

/**
 * Whether more of the tests that may show it were left unread than were read, so that nothing can be said of a function:
 * unless one that was read calls it, or is called after its file, for the nearest ones are read first.
 */
export function isMuchNotRead({ at, tests: near }: FunctionUnderTest, { tests, testsNotRead }: CodeChange): boolean {
  if (testsNotRead <= tests.length) return false;
  return !near.some(({ link, test }) => link === 'call' || isCalledAfter(test.file.path, at.file.path));
}

/** One note about all that is not told one by one. @param says what no test shows, given the functions' names */
export function foldedNote(functions: readonly FunctionUnderTest[], says: (names: string) => string): FindingDraft {
  const related = functions.map((each): RelatedPlace => {
    const raised = each.obligations.find(({ shown }) => shown !== 'shown');
    const range = raised?.range ?? each.at.symbol.nameRange;
    return { file: each.at.file, range, caption: `\`${shortName(each.at)}\``, role: 'case' };
  });
  return { message: says(listed(related.map(({ caption }) => caption))), subject: 'more', related, severity: 'note' };
}

/** `Cart.total` for a method, `total` for a function, `static {} of Cart` for what happens when a type is loaded. */
export function shortName({ file, symbol }: SymbolAt): string {
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  if (owner && symbol.kind === 'initializer') return `${symbol.name === 'static' ? 'static ' : ''}{} of ${owner.name}`;
  return owner && owner.name !== symbol.name ? `${owner.name}.${symbol.name}` : symbol.name;
}

/** The first of several, and how many more there are. */
export function listed(items: readonly string[]): string {
  const different = [...new Set(items)];
  const told = different.length > 3 ? [...different.slice(0, 3), `${different.length - 3} more`] : different;
  return told.length > 1 ? `${told.slice(0, -1).join(', ')} and ${told.at(-1) ?? ''}` : (told[0] ?? '');
}

/** What is said in the sentence: a changed value says little beside a new condition. */
export function mainObligations({ obligations }: FunctionUnderTest): readonly Obligation[] {
  const values = obligations.filter(({ kind }) => kind === 'changed-behaviour');
  const others = obligations.filter(({ kind }) => kind !== 'changed-behaviour');
  return [
    ...others.filter(({ kind }) => kind !== 'throws'),
    ...(others.length === 0 ? values.slice(0, 1) : []),
    ...others.filter(({ kind }) => kind === 'throws'),
  ];
}
