import { quotedCode } from '../../../base/shortened.ts';
import type { EdgeValue, ExpectedError, FunctionUnderTest, Obligation } from './obligation.ts';
import { gone } from './obligations.ts';
import { conditionBefore, valueThatLeadsTo } from './refusal.ts';

/** What is worth a word each: what a new function does without asking is its ordinary result, and a topic is to be tried once, however many lines are about it. */
export function toldObligations({ obligations, isNew }: Pick<FunctionUnderTest, 'obligations' | 'isNew'>): readonly Obligation[] {
  return obligations.filter((each, index) => {
    const isOrdinary = isNew && each.kind === 'new-branch' && each.about === undefined;
    return !isOrdinary && !(each.kind in topics && obligations.findIndex(({ kind }) => kind === each.kind) < index);
  });
}

/** What a test of an obligation shows, in one sentence about its function. */
export function inWords(obligation: Obligation, { at, obligations }: Pick<FunctionUnderTest, 'at' | 'obligations'>): string {
  const { text, error, values } = obligation;
  const subject = quotedCode(obligation.about ?? obligation.parameter ?? text);
  switch (obligation.kind) {
    case 'new-api':
      return `The new “${words(at.symbol.name)}” gives what is expected for ordinary input.`;
    case 'changed-behaviour':
      return text.startsWith(gone)
        ? `It works as it should now that ${quotedCode(text.slice(gone.length))} is gone.`
        : `What it does now is right: ${quotedCode(text)}.`;
    case 'new-branch':
      if (/^catch\b/.test(text))
        return `It does the right thing when what it tries goes wrong (${quotedCode(text)}), and when it does not.`;
      return isStatement(text)
        ? `Its new outcome is right: ${quotedCode(text)}.`
        : `It does the right thing when ${quotedCode(condition(text))} holds, and when it does not.`;
    case 'auth':
      return `Whoever may not do this is turned away${how(error)}; whoever may is let in.`;
    case 'throws':
      return thrown(error, conditionBefore(obligation, obligations));
    case 'null-empty':
      return `It does the right thing when ${subject} is ${listOf(values) || 'missing or empty'}.`;
    case 'enum-case':
      return obligation.about === undefined || values.length === 0
        ? `It does the right thing for the case ${quotedCode(text)}.`
        : `It does the right thing when ${subject} is ${listOf(values)}.`;
    case 'boundary':
      return `It does the right thing around the limit: when ${subject} is ${listOf(values)}.`;
    case 'loop':
      return `It does the right thing with nothing to go through, with one item and with several${isCounting(obligation) ? '' : ` (${subject})`}.`;
    default:
      return `${topics[obligation.kind]} (${quotedCode(text)}).`;
  }
}

const topics = {
  numeric: 'It counts right with zero, negative, very large and fractional numbers',
  time: 'It is right at the turns of time: midnight, the end of a month, a leap day, another time zone',
  text: 'It is right for text in other scripts and letters: accents, emoji, upper and lower case',
  async: 'It is right when several things happen at once, and when an answer comes late or never',
  paging: 'It is right on the first page, on the last one and beyond it',
} as const;

function thrown(error: ExpectedError | undefined, condition: Obligation | undefined): string {
  const value = condition && valueThatLeadsTo(condition);
  if (!condition || !value) return `It refuses${how(error) || ' when it should'}.`;
  return `It refuses${how(error)} when ${quotedCode(condition.about ?? condition.parameter ?? condition.text)} is ${valueOf(value)}.`;
}

/** What the one who is refused gets to see; empty where that is not written. */
function how(error: ExpectedError | undefined): string {
  if (error?.status !== undefined) return ` with ${error.status}`;
  const words = error?.message.trim() ?? '';
  const told = words === '' ? (error?.type ?? '') : words;
  return told !== '' ? ` with ${quotedCode(told)}` : '';
}

function listOf(values: readonly EdgeValue[]): string {
  const texts = values.map(valueOf);
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1) ?? ''}`;
}

function valueOf({ kind, text }: EdgeValue): string {
  switch (kind) {
    case 'null':
    case 'undefined':
      return 'missing';
    case 'empty':
    case 'none':
      return 'empty';
    case 'one':
      return 'one item';
    case 'many':
      return 'several items';
    default:
      return quotedCode(text);
  }
}

/** `for (int i = 0; …` and `while (at < end)` do not name what is gone through. */
function isCounting({ about = '' }: Obligation): boolean {
  return about === '' || /[;<>=!]/.test(about);
}

/** The question alone: `if (a)` asks `a`. */
function condition(text: string): string {
  return /^(?:if|while) ?\((.*)\)$/s.exec(text)?.[1] ?? text;
}

/** A statement is no question: it neither holds nor fails to. */
function isStatement(text: string): boolean {
  return /^(?:return|throw|const|let|var|await|yield)\b|;$/.test(text) && !/^if\b/.test(text);
}

/** `findOpenOrders` is “find open orders”. */
function words(name: string): string {
  return name
    .replace(/`/g, "'")
    .replace(/[_$]+/g, ' ')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .trim();
}
