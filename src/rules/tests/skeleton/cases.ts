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
  const condition = /^(?:if|while) ?\((.*)\)$/s.exec(text)?.[1] ?? text;
  const isAsked = about !== undefined || condition !== text || /[=<>!]=|[<>]|&&|\|\|/.test(text);
  const isStatement = /^(?:return|throw|const|let|var|await|yield)\b|;$/.test(condition);
  return isAsked && !isStatement ? [{ title: `when ${condition.replace(/\s+/g, ' ').slice(0, 60)}` }] : [];
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
