import type { QueryPredicate } from 'web-tree-sitter';
import type { PredicateName } from './query-source.ts';

/** The texts of the nodes that a match captured under a name. */
export type CapturedTexts = (capture: string) => readonly string[];
export type MatchTest = (captured: CapturedTexts) => boolean;

/** Whether a text holds a pattern, in time linear in the text. */
export type LinearPattern = (text: string) => boolean;
/** @throws Error where the pattern is none */
export type CompilePattern = (pattern: string) => LinearPattern;

/** Characters of a regular expression. */
const longestPattern = 500;

/**
 * The test that a condition of a query sets; all nodes that its first operand captured have to pass, or with `any-` one of them.
 * @returns what is wrong with the condition, where something is
 */
export function testOf({ operator, operands }: QueryPredicate, compile: CompilePattern): MatchTest | string {
  const name = operator.toLowerCase() as PredicateName;
  const [first, ...others] = operands;
  if (first?.type !== 'capture') return `#${name} begins with a capture, as in (#${name} @name "text")`;
  if (others.length === 0) return `#${name} compares the capture with nothing`;
  const passes = comparison(name, others, compile);
  if (typeof passes === 'string') return passes;
  const isDenied = /(?:^|-)not-/.test(name);
  const quantify = name.startsWith('any-') && name !== 'any-of?' ? 'some' : 'every';
  return (captured) => captured(first.name)[quantify]((text) => passes(text, captured) !== isDenied);
}

type Comparison = (text: string, captured: CapturedTexts) => boolean;

function comparison(name: PredicateName, others: QueryPredicate['operands'], compile: CompilePattern): Comparison | string {
  const [other] = others;
  if (name.endsWith('of?')) {
    const values = new Set(others.map((each) => (each.type === 'string' ? each.value : '')));
    return (text) => values.has(text);
  }
  if (others.length > 1) return `#${name} compares with one thing only`;
  if (name.endsWith('match?'))
    return other?.type === 'string' ? matching(name, other.value, compile) : `#${name} needs a pattern in quotes`;
  if (other?.type === 'string') return (text) => text === other.value;
  const capture = other?.name ?? '';
  return (text, captured) => captured(capture).includes(text);
}

function matching(name: string, pattern: string, compile: CompilePattern): Comparison | string {
  if (pattern.length > longestPattern) return `The pattern of #${name} is longer than ${longestPattern} characters`;
  try {
    return compile(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `The pattern of #${name} cannot be used: ${reason}. It is read as RE2 reads it, without looking around and back`;
  }
}
