import type { TextRange } from '../../../base/text-range.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import type { Harm } from '../../../code/flow/taint/knowledge.ts';
import { taintOf, type Value } from '../../../code/flow/taint/value.ts';
import { isHarmful, type DangerName } from './dangers.ts';

/** The harm of an object that a handler gives back: a page of AWS Lambda, a redirect of NestJS. */
export function answeredByScript(symbol: SymbolFact, { members }: Value, range: TextRange): readonly Harm[] {
  const harm = (danger: DangerName, name: string): readonly Harm[] => {
    const value = members?.get(name);
    const taint = taintOf(value);
    return value && taint && isHarmful(danger, taint) ? [{ danger, sink: 'return', value, range }] : [];
  };
  if (symbol.annotations.some(({ name }) => name === 'Redirect')) return harm('redirect', 'url');
  return members?.has('statusCode') === true && isPage(members.get('headers')) ? harm('html', 'body') : [];
}

function isPage(headers: Value | undefined): boolean {
  return [...(headers?.members ?? [])].some(
    ([name, { constant }]) => /^content-type$/i.test(name) && typeof constant === 'string' && constant.includes('text/html'),
  );
}
