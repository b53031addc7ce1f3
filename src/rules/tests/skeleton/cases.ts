import { boundNames } from '../../../code/flow/pattern.ts';
import type { SymbolAt } from '../../../code/code-change.ts';
import type { EdgeValue, ExpectedError, FunctionUnderTest, Obligation } from '../gaps/obligation.ts';
import { conditionBefore, valuesThatLeadTo, valueThatLeadsTo } from '../gaps/refusal.ts';

/** One test case to be written. */
export interface SkeletonCase {
  /** What it is about, in words that go behind the function's name: `throws RangeError`, `when tax is 0`. */
  readonly title: string;
  /** What is given for something of the call: a parameter, `items.length`, `options.limit`. */
  readonly given?: { readonly parameter: string; readonly about: string; readonly value: EdgeValue };
  /** What the caller gets to see instead of a result. */
  readonly error?: ExpectedError;
}

/** What is to be stated of a call: under which condition, too, where no argument says it. */
export function toState(call: string, { title, given, error }: SkeletonCase, word = 'give'): string {
  const condition = given === undefined && error === undefined && title.startsWith('when ') ? ` ${title}` : '';
  return `what ${call} should ${word}${condition}`;
}

/** Where nothing else can be said. */
export const plainCase: SkeletonCase = { title: 'gives what is expected' };

/** More cases than this are no help: whoever writes them has to think about each. */
const mostCases = 6;

/** The cases that no test shows yet, the most telling first; one without a condition where only a result is missing. */
export function missingCases(found: Pick<FunctionUnderTest, 'at' | 'obligations'>): readonly SkeletonCase[] {
  const obligations = found.obligations.map((each) => ofPattern(each, found.at));
  const missing = obligations.filter(({ shown }) => shown !== 'shown');
  const refusals = missing.filter(({ error }) => error);
  const refused = refusals.map((each) => refusal(each, obligations));
  const refusing = refusals.flatMap((each) => conditionBefore(each, obligations) ?? []);
  const isRefused = ({ given }: SkeletonCase): boolean =>
    refusing.some(
      (each) => (each.about ?? each.parameter) === given?.about && valuesThatLeadTo(each).some(({ text }) => text === given?.value.text),
    );
  const cases = [
    ...refused,
    ...missing
      .filter(({ error }) => !error)
      .flatMap(valueCases)
      .filter((each) => !isRefused(each)),
    ...missing.filter(({ error, values, kind }) => !error && values.length === 0 && kind === 'new-branch').flatMap(branch),
  ];
  const different = [...new Map(cases.map((each) => [each.title, each])).values()];
  return different.length > 0 ? different.slice(0, mostCases) : [plainCase];
}

/** A condition about what a parameter takes apart is one about the parameter: `{ limit = 10 }`. */
function ofPattern(each: Obligation, { symbol }: SymbolAt): Obligation {
  const { about, parameter } = each;
  if (about === undefined || parameter !== undefined || !/^[\w$]+$/.test(about)) return each;
  const isTaken = symbol.parameters?.some(({ name }) => name.startsWith('{') && boundNames(name).some((bound) => bound.name === about));
  return isTaken ? { ...each, parameter: about } : each;
}

function refusal(each: Obligation, obligations: readonly Obligation[]): SkeletonCase {
  const error = each.error ?? { type: '', message: '' };
  const what = error.status === undefined ? `throws ${error.type || 'an error'}` : `answers ${error.status}`;
  const condition = conditionBefore(each, obligations);
  const value = condition && valueThatLeadsTo(condition);
  if (condition?.parameter === undefined || !value) return { title: what, error };
  const about = condition.about ?? condition.parameter;
  return { title: `${what} when ${about} is ${shown(value)}`, error, given: { parameter: condition.parameter, about, value } };
}

function valueCases({ parameter, about = parameter, values }: Obligation): readonly SkeletonCase[] {
  if (parameter === undefined || about === undefined) return [];
  return values.map((value) => ({ title: `when ${about} is ${shown(value)}`, given: { parameter, about, value } }));
}

/** A statement is no case: only a condition can be met. */
function branch({ about, text }: Obligation): readonly SkeletonCase[] {
  const asked = conditionIn(text);
  if (asked === undefined || (about === undefined && asked === text && !/[=!]==?|[<>]|&&|\|\|/.test(outside(asked)))) return [];
  return [{ title: `when ${shortened(asked.replace(/\s+/g, ' '))}` }];
}

/** `ready` of `if (ready) return;`, `while (ready)` and `ready ? 1 : 2`; all of what may be a condition itself; undefined for other statements. */
function conditionIn(text: string): string | undefined {
  const keyword = /^(?:if|while) ?\(/.exec(text)?.[0];
  if (keyword !== undefined) {
    const close = outside(text.slice(keyword.length)).indexOf(')');
    const [end, rest] = close === -1 ? [text.length, ''] : [keyword.length + close, text.slice(keyword.length + close + 1)];
    // A refusal is a case of its own.
    return /^\s?\{?\s?throw\b/.test(rest) ? undefined : text.slice(keyword.length, end).trim();
  }
  const bare = outside(text);
  if (/^(?:return|throw|const|let|var|await|yield|for|switch|try|catch|do|else)\b|;$|(?<![=!<>])=(?![=>])|=>/.test(bare)) return undefined;
  const question = bare.search(/\s\?\s/);
  return question === -1 ? text : text.slice(0, question);
}

/** Code with blanks in the place of what stands in brackets and quotes; a bracket that closes what was opened before it stays. */
function outside(code: string): string {
  let depth = 0;
  let quote = '';
  return code.replace(/[\s\S]/g, (character, at: number) => {
    if (quote !== '') {
      if (character === quote && code[at - 1] !== '\\') quote = '';
      return ' ';
    }
    if (/['"`]/.test(character)) quote = character;
    const step = /[([{]/.test(character) ? 1 : /[)\]}]/.test(character) ? -1 : 0;
    const isHidden = depth > 0 || step > 0 || quote !== '';
    depth = Math.max(0, depth + step);
    return isHidden ? ' ' : character;
  });
}

const longestTitle = 60;

/** The first words of a long text. */
function shortened(text: string): string {
  if (text.length <= longestTitle) return text;
  const cut = text.slice(0, longestTitle);
  return `${cut.slice(0, Math.max(20, cut.lastIndexOf(' '))).trimEnd()} …`;
}

function shown({ kind, text }: EdgeValue): string {
  switch (kind) {
    case 'none':
      return 'empty';
    case 'one':
      return 'a single element';
    case 'many':
      return 'several elements';
    default:
      return text === '' ? kind : text;
  }
}
