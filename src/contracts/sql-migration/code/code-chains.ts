import { codeTokens, type CodeToken } from './code-tokens.ts';
import type { CodeChain, CodeStep, CodeValue } from './code-value.ts';

interface Scan {
  readonly tokens: readonly CodeToken[];
  at: number;
  readonly end: number;
  depth: number;
}

const keywords = new Set(
  'await return const let var if for while try catch finally throw else async function do switch case final static public private protected class interface export default import from void typeof yield in of'.split(
    ' ',
  ),
);
const deepest = 60;
const mostTries = 20;

/** The calls in the bodies of the methods of some name, in order; undefined where there is no such method. */
export function chainsOfMethod(text: string, names: readonly string[]): readonly CodeChain[] | undefined {
  const tokens = codeTokens(text);
  const starts = tokens.flatMap(({ kind, text: word }, at) => (kind === 'word' && names.includes(word) ? [at + 1] : []));
  for (const start of starts.slice(0, mostTries)) {
    const body = bodyAfter(tokens, start);
    if (body) return chainsUpTo({ tokens, at: body.start, end: body.end, depth: 0 });
  }
  return undefined;
}

/** `up(…) { … }`, `up = async (…) => { … }`, `up: function (…) { … }`, `exports.up = (knex) => knex.schema…;`. */
function bodyAfter(tokens: readonly CodeToken[], from: number): { readonly start: number; readonly end: number } | undefined {
  const first = tokens[from]?.text;
  if (first !== '(' && first !== '=' && first !== ':') return undefined;
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'symbol') continue;
    if (token.text === '(' || token.text === '[') depth += 1;
    if (token.text === ')' || token.text === ']') depth -= 1;
    if (depth < 0 || (depth === 0 && token.text === ';')) return undefined;
    if (depth === 0 && token.text === '{') return { start: at + 1, end: closing(tokens, at) };
    if (depth === 0 && token.text === '=>' && tokens[at + 1]?.text !== '{') return { start: at + 1, end: endOfExpression(tokens, at + 1) };
  }
  return undefined;
}

function endOfExpression(tokens: readonly CodeToken[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'symbol') depth += /^[([{]$/.test(token.text) ? 1 : /^[)\]}]$/.test(token.text) ? -1 : 0;
    const isNext = depth === 0 && (token?.text === 'exports' || token?.text === 'module');
    if (depth < 0 || isNext || (depth === 0 && (token?.text === ';' || token?.text === ','))) return at;
  }
  return tokens.length;
}

function closing(tokens: readonly CodeToken[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'symbol') continue;
    if (/^[([{]$/.test(token.text)) depth += 1;
    if (/^[)\]}]$/.test(token.text)) depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}

function chainsUpTo(scan: Scan): readonly CodeChain[] {
  const chains: CodeChain[] = [];
  while (scan.at < scan.end) {
    const token = scan.tokens[scan.at];
    if (token?.kind !== 'word' || keywords.has(token.text)) {
      scan.at += 1;
      continue;
    }
    const value = wordValue(scan);
    if (value.kind === 'chain') chains.push(value.chain);
  }
  return chains;
}

function isNext(scan: Scan, ...texts: readonly string[]): boolean {
  const token = scan.tokens[scan.at];
  return token?.kind === 'symbol' && texts.includes(token.text);
}

/** A name and what is called on it, or what is made by `new`. */
function wordValue(scan: Scan): CodeValue {
  const isMade = scan.tokens[scan.at]?.text === 'new';
  if (isMade) scan.at += 1;
  const names = [scan.tokens[scan.at]?.text ?? ''];
  let start = scan.tokens[scan.at]?.start ?? 0;
  scan.at += 1;
  const steps: CodeStep[] = [];
  let name = names[0] ?? '';
  for (;;) {
    const token = scan.tokens[scan.at];
    if (isNext(scan, '.', '?.') && scan.tokens[scan.at + 1]?.kind === 'word') {
      name = scan.tokens[scan.at + 1]?.text ?? '';
      if (steps.length === 0) names.push(name);
      else start = scan.tokens[scan.at + 1]?.start ?? start;
      scan.at += 2;
    } else if (isNext(scan, '('))
      steps.push({ name, values: values(scan, ')'), range: { start, end: scan.tokens[scan.at - 1]?.end ?? start } });
    else if (token?.kind === 'string' && steps.length === 0) {
      steps.push({ name, values: [textValue(token)], range: { start, end: token.end } });
      scan.at += 1;
    } else if (isNext(scan, '!')) scan.at += 1;
    else break;
  }
  const [first] = steps;
  if (!first) return { kind: 'word', text: names.join('.') };
  if (isMade && steps.length === 1) return { kind: 'made', name: first.name, values: first.values };
  return { kind: 'chain', chain: { names, steps } };
}

function textValue({ text, isWhole }: CodeToken): CodeValue {
  return isWhole ? { kind: 'text', text } : { kind: 'other' };
}

/** What stands between brackets, piece by piece; the scan stands at the opening one and goes past the closing one. */
function values(scan: Scan, close: string): readonly CodeValue[] {
  const found: CodeValue[] = [];
  scan.at += 1;
  scan.depth += 1;
  while (scan.at < scan.end && !isNext(scan, close)) {
    const before = scan.at;
    if (isNext(scan, ',')) scan.at += 1;
    else found.push(valueAt(scan));
    if (scan.at === before) scan.at += 1;
  }
  scan.at += 1;
  scan.depth -= 1;
  return found;
}

/** One value, up to the comma or bracket behind it. */
function valueAt(scan: Scan): CodeValue {
  const value = scan.depth > deepest ? undefined : (functionAt(scan) ?? simpleAt(scan));
  const end = endOfExpression(scan.tokens, scan.at);
  const isAll = scan.at === end || scan.tokens[scan.at]?.text === 'as';
  scan.at = end;
  return isAll && value ? value : { kind: 'other' };
}

function simpleAt(scan: Scan): CodeValue {
  const token = scan.tokens[scan.at];
  if (token?.kind === 'string') return textsAt(scan);
  if (token?.text === '[') return { kind: 'list', items: values(scan, ']') };
  if (token?.text === '{') return { kind: 'object', entries: entries(scan) };
  if (token?.kind === 'word') return wordValue(scan);
  if (token?.kind === 'number') {
    scan.at += 1;
    return { kind: 'word', text: token.text };
  }
  return { kind: 'other' };
}

/** `'a' + 'b'`. */
function textsAt(scan: Scan): CodeValue {
  let text = '';
  let isWhole = true;
  for (;;) {
    const token = scan.tokens[scan.at];
    if (token?.kind !== 'string') return { kind: 'other' };
    text += token.text;
    isWhole &&= token.isWhole;
    scan.at += 1;
    if (!isNext(scan, '+')) return isWhole ? { kind: 'text', text } : { kind: 'other' };
    scan.at += 1;
  }
}

function entries(scan: Scan): ReadonlyMap<string, CodeValue> {
  const found = new Map<string, CodeValue>();
  scan.at += 1;
  scan.depth += 1;
  while (scan.at < scan.end && !isNext(scan, '}')) {
    const key = scan.tokens[scan.at];
    if (key && key.kind !== 'symbol' && scan.tokens[scan.at + 1]?.text === ':') {
      scan.at += 2;
      found.set(key.text, valueAt(scan));
    } else {
      if (key?.kind === 'word') found.set(key.text, { kind: 'word', text: key.text });
      scan.at = Math.max(endOfExpression(scan.tokens, scan.at), scan.at + (isNext(scan, ',') ? 1 : 0));
    }
    if (isNext(scan, ',')) scan.at += 1;
  }
  scan.at += 1;
  scan.depth -= 1;
  return found;
}

/** `(table) => { … }`, `table -> …`, `function (table) { … }`: the calls in it. */
function functionAt(scan: Scan): CodeValue | undefined {
  let at = scan.at;
  if (scan.tokens[at]?.text === 'async') at += 1;
  const isNamed = scan.tokens[at]?.text === 'function';
  if (isNamed) at += scan.tokens[at + 1]?.kind === 'word' ? 2 : 1;
  const hasBrackets = scan.tokens[at]?.kind === 'symbol' && scan.tokens[at]?.text === '(';
  at = hasBrackets ? closing(scan.tokens, at) + 1 : isNamed ? at : at + 1;
  if (!isNamed && !/^(?:=>|->)$/.test(scan.tokens[at]?.text ?? '')) return undefined;
  if (!isNamed) at += 1;
  const isBlock = scan.tokens[at]?.text === '{';
  const end = isBlock ? closing(scan.tokens, at) : endOfExpression(scan.tokens, at);
  const chains = chainsUpTo({ tokens: scan.tokens, at: isBlock ? at + 1 : at, end, depth: scan.depth + 1 });
  scan.at = isBlock ? end + 1 : end;
  return { kind: 'function', chains };
}
