import type { TextRange } from '../../base/text-range.ts';
import { rubyTokens, type RubyToken } from './ruby-tokens.ts';

/** An argument: `items` for a list, otherwise `text`. */
export interface RubyValue {
  readonly kind: RubyToken['kind'];
  readonly text: string;
  readonly items: readonly string[];
}

/** A call that stands as a statement of its own, e.g. `add_column :users, :name, :string, null: false`. */
export interface RubyCall {
  readonly receiver: string | undefined;
  readonly name: string;
  readonly values: readonly RubyValue[];
  readonly options: ReadonlyMap<string, RubyValue>;
  readonly range: TextRange;
  /** The calls and definitions whose blocks it stands in, from the outermost. */
  readonly within: readonly { readonly name: string; readonly call?: RubyCall }[];
}

interface Scan {
  readonly tokens: readonly RubyToken[];
  at: number;
  readonly blocks: { name: string; close: 'end' | '}'; call?: RubyCall }[];
  readonly calls: RubyCall[];
}

/** Every statement call of a file, in order, with the blocks around it. Reads words only; runs nothing. */
export function rubyCalls(text: string): readonly RubyCall[] {
  const scan: Scan = { tokens: rubyTokens(text), at: 0, blocks: [], calls: [] };
  while (scan.at < scan.tokens.length) statement(scan);
  return scan.calls;
}

const opening = new Set(['class', 'module', 'if', 'unless', 'case', 'begin', 'while', 'until', 'for']);

function statement(scan: Scan): void {
  const token = scan.tokens[scan.at];
  if (!token) return;
  if (token.kind === 'line' || (token.kind === 'symbol' && token.text !== '}')) {
    skip(scan, 1);
    return;
  }
  if (token.text === 'end' || token.text === '}') {
    scan.blocks.pop();
    skip(scan, 1);
    return;
  }
  if (token.text === 'def') {
    definition(scan);
    return;
  }
  if (opening.has(token.text)) {
    scan.blocks.push({ name: token.text, close: 'end' });
    skipLine(scan);
    return;
  }
  if (token.kind === 'word') {
    call(scan);
    return;
  }
  skip(scan, 1);
}

function definition(scan: Scan): void {
  const own = scan.tokens[scan.at + 1]?.text === 'self' ? scan.tokens[scan.at + 3] : scan.tokens[scan.at + 1];
  scan.blocks.push({ name: `def ${own?.text ?? ''}`, close: 'end' });
  skipLine(scan);
}

function call(scan: Scan): void {
  const first = scan.tokens[scan.at];
  const dotted = ['.', '&.'].includes(scan.tokens[scan.at + 1]?.text ?? '') && scan.tokens[scan.at + 2]?.kind === 'word';
  const named = dotted ? scan.tokens[scan.at + 2] : first;
  if (!first || !named) {
    skip(scan, 1);
    return;
  }
  skip(scan, dotted ? 3 : 1);
  const { values, options, end } = readArguments(scan, named.end);
  const made: RubyCall = {
    receiver: dotted ? first.text : undefined,
    name: named.text,
    values,
    options,
    range: { start: first.start, end },
    within: scan.blocks.map(({ name, call: around }) => ({ name, ...(around && { call: around }) })),
  };
  scan.calls.push(made);
  openBlock(scan, made);
}

function openBlock(scan: Scan, made: RubyCall): void {
  const token = scan.tokens[scan.at];
  if (token?.text !== 'do' && token?.text !== '{') return;
  scan.blocks.push({ name: made.name, close: token.text === 'do' ? 'end' : '}', call: made });
  skip(scan, 1);
  if (scan.tokens[scan.at]?.text !== '|') return;
  skip(scan, 1);
  while (scan.at < scan.tokens.length && scan.tokens[scan.at]?.text !== '|') skip(scan, 1);
  skip(scan, 1);
}

interface Arguments {
  readonly values: RubyValue[];
  readonly options: Map<string, RubyValue>;
  end: number;
}

/** Up to the end of the line, unless it goes on behind a comma or inside of parentheses; stops before a block. */
function readArguments(scan: Scan, nameEnd: number): Arguments {
  const read: Arguments = { values: [], options: new Map(), end: nameEnd };
  let current: RubyToken[] = [];
  let depth = 0;
  const finish = (): void => {
    addArgument(read, current);
    current = [];
  };
  for (let token = scan.tokens[scan.at]; token; token = scan.tokens[scan.at]) {
    if (depth === 0 && endsCall(token, scan, current)) break;
    if (token.kind === 'line') {
      skip(scan, 1);
      continue;
    }
    const isOuter = depth === 0 && current.length === 0 && token.text === '(' && read.values.length === 0 && read.options.size === 0;
    depth += isOuter ? 0 : nestingOf(token);
    if (depth < 0) break;
    skip(scan, 1);
    read.end = token.end;
    if (isOuter) {
      readParenthesised(scan, read);
      return read;
    }
    if (depth === 0 && token.text === ',' && token.kind === 'symbol') finish();
    else current.push(token);
  }
  finish();
  return read;
}

function readParenthesised(scan: Scan, read: Arguments): void {
  let current: RubyToken[] = [];
  let depth = 0;
  for (let token = scan.tokens[scan.at]; token; token = scan.tokens[scan.at]) {
    skip(scan, 1);
    if (token.kind === 'line') continue;
    depth += nestingOf(token);
    read.end = token.end;
    if (depth < 0) break;
    if (depth === 0 && token.text === ',' && token.kind === 'symbol') {
      addArgument(read, current);
      current = [];
    } else current.push(token);
  }
  addArgument(read, current);
}

function nestingOf({ kind, text }: RubyToken): number {
  if (kind !== 'symbol') return 0;
  return /^[([{]$/.test(text) ? 1 : /^[)\]}]$/.test(text) ? -1 : 0;
}

function endsCall(token: RubyToken, scan: Scan, current: readonly RubyToken[]): boolean {
  if (token.kind === 'line') return scan.tokens[scan.at - 1]?.text !== ',' || scan.tokens[scan.at - 1]?.kind !== 'symbol';
  if (token.kind === 'word') return /^(?:do|if|unless|while|rescue|end)$/.test(token.text);
  return (
    token.kind === 'symbol' &&
    (token.text === ';' || token.text === '}' || (token.text === '{' && current.length === 0 && scan.tokens[scan.at - 1]?.kind === 'word'))
  );
}

function addArgument({ values, options }: Arguments, tokens: readonly RubyToken[]): void {
  const [first, second] = tokens;
  if (!first) return;
  if (first.kind === 'key') options.set(first.text, valueOf(tokens.slice(1)));
  else if (second?.text === '=>') options.set(first.text, valueOf(tokens.slice(2)));
  else values.push(valueOf(tokens));
}

function valueOf(tokens: readonly RubyToken[]): RubyValue {
  const [first] = tokens;
  if (first?.kind === 'list') return { kind: 'list', text: first.text, items: first.text.split(/\s+/).filter(Boolean) };
  if (first?.text === '[')
    return { kind: 'list', text: '', items: tokens.filter(({ kind }) => kind === 'name' || kind === 'string').map(({ text }) => text) };
  return { kind: first?.kind ?? 'symbol', text: tokens.map(({ text }) => text).join(''), items: [] };
}

function skip(scan: Scan, count: number): void {
  scan.at += count;
}

function skipLine(scan: Scan): void {
  while (scan.at < scan.tokens.length && scan.tokens[scan.at]?.kind !== 'line') skip(scan, 1);
}
