import { Unclear } from '../value.ts';
import { readPattern, type Pattern, type PatternNode, type PatternNodes } from './syntax.ts';

/** So many steps a pattern may take on a text, and so long a text may be. */
const most = { steps: 20_000, text: 1_000, cheap: 100_000 };

const parsed = new Map<string, Pattern | undefined>();
const mostParsed = 500;

function patternOf(source: string, flags: string): Pattern {
  const key = `${flags}/${source}`;
  if (parsed.size > mostParsed) parsed.clear();
  if (!parsed.has(key)) parsed.set(key, readPattern(source, flags));
  const pattern = parsed.get(key);
  if (!pattern) throw new Unclear('a pattern');
  return pattern;
}

/**
 * A pattern of the reviewed code, which may be written to take for ever. Where it is plain that it does not, the language tries it;
 * otherwise it is tried here, in so many steps at most. The methods of texts ask `exec`.
 */
export class BoundedPattern extends RegExp {
  override exec(text: string): RegExpExecArray | null {
    if (this.#isCheap(text)) return super.exec(text);
    if (text.length > most.text) throw new Unclear('a pattern on a long text');
    const isPlaced = this.global || this.sticky;
    const found = new Attempt(patternOf(this.source, this.flags), text, this.multiline).from(isPlaced ? this.lastIndex : 0, this.sticky);
    if (isPlaced) this.lastIndex = found ? found.index + found[0].length : 0;
    return found;
  }

  /** Without a repeated group the steps are bounded by the repeats. */
  #isCheap(text: string): boolean {
    if (/\)(?:[*+{])|\\[1-9k]/.test(this.source)) return false;
    const repeats = this.source.match(/[*+]|,\}/g)?.length ?? 0;
    return (text.length + 1) ** (repeats + 1) <= most.cheap;
  }
}

type Next = (at: number) => boolean;
type Capture = readonly [start: number, end: number] | undefined;

/** One attempt to find a pattern in a text. */
class Attempt {
  readonly #pattern: Pattern;
  readonly #text: string;
  readonly #multiline: boolean;
  #captures: Capture[] = [];
  #left = most.steps;

  constructor(pattern: Pattern, text: string, multiline: boolean) {
    this.#pattern = pattern;
    this.#text = text;
    this.#multiline = multiline;
  }

  from(first: number, isSticky: boolean): RegExpExecArray | null {
    for (let start = first; start <= (isSticky ? first : this.#text.length); start++) {
      this.#captures = new Array<Capture>(this.#pattern.groups + 1).fill(undefined);
      let end = -1;
      const isFound = this.#any(this.#pattern.branches, start, (at) => {
        end = at;
        return true;
      });
      if (isFound) return this.#result(start, end);
    }
    return null;
  }

  #result(start: number, end: number): RegExpExecArray {
    const of = (capture: Capture): string | undefined => capture && this.#text.slice(...capture);
    const texts = [this.#text.slice(start, end), ...this.#captures.slice(1).map(of)];
    const { names } = this.#pattern;
    const groups = names.size === 0 ? undefined : Object.fromEntries(Array.from(names, ([name, index]) => [name, texts[index]]));
    return Object.assign(texts, { index: start, input: this.#text, groups }) as RegExpExecArray;
  }

  #any(branches: readonly PatternNodes[], at: number, next: Next): boolean {
    return branches.some((branch) => this.#all(branch, 0, at, next));
  }

  #all(nodes: PatternNodes, index: number, at: number, next: Next): boolean {
    if (--this.#left < 0) throw new Unclear('a pattern that takes long');
    const node = nodes[index];
    if (!node) return next(at);
    return this.#one(node, at, (end) => this.#all(nodes, index + 1, end, next));
  }

  #one(node: PatternNode, at: number, next: Next): boolean {
    switch (node.kind) {
      case 'character': {
        const end = this.#after(node, at);
        return end !== undefined && next(end);
      }
      case 'edge':
        return this.#isEdge(node.mark, at) && next(at);
      case 'back': {
        const [start, end] = this.#captures[node.index] ?? [0, 0];
        const said = this.#text.slice(start, end);
        return this.#text.startsWith(said, at) && next(at + said.length);
      }
      case 'look':
        return this.#looks(node, at) && next(at);
      case 'repeat':
        return node.node.kind === 'character' ? this.#run(node, at, next) : this.#again(node, at, 0, next);
      case 'group':
        return this.#any(node.branches, at, (end) => {
          if (node.index === undefined) return next(end);
          const before = this.#captures[node.index];
          this.#captures[node.index] = [at, end];
          if (next(end)) return true;
          this.#captures[node.index] = before;
          return false;
        });
    }
  }

  #after({ fits }: Extract<PatternNode, { kind: 'character' }>, at: number): number | undefined {
    if (at >= this.#text.length) return undefined;
    const wide = String.fromCodePoint(this.#text.codePointAt(at) ?? 0);
    if (fits(wide)) return at + wide.length;
    return wide.length > 1 && fits(this.#text[at] ?? '') ? at + 1 : undefined;
  }

  /** Characters one after another, without going deeper for each. */
  #run({ node, least, most: limit, lazy }: Extract<PatternNode, { kind: 'repeat' }>, at: number, next: Next): boolean {
    const ends = [at];
    while (ends.length <= limit && node.kind === 'character') {
      const end = this.#after(node, ends.at(-1) ?? at);
      if (end === undefined) break;
      ends.push(end);
      if (lazy && ends.length > least + 1 && next(ends.at(-2) ?? at)) return true;
    }
    const possible = ends.slice(least);
    return (lazy ? possible.slice(-1) : possible.toReversed()).some((end) => {
      if (--this.#left < 0) throw new Unclear('a pattern that takes long');
      return next(end);
    });
  }

  #again(repeat: Extract<PatternNode, { kind: 'repeat' }>, at: number, count: number, next: Next): boolean {
    const { node, least, most: limit, lazy } = repeat;
    const once = (): boolean => {
      if (count >= limit) return false;
      const before = [...this.#captures];
      if (node.kind === 'group') for (const index of node.inner) this.#captures[index] = undefined;
      const isDone = this.#one(node, at, (end) => (end === at && count >= least ? false : this.#again(repeat, end, count + 1, next)));
      if (!isDone) this.#captures = before;
      return isDone;
    };
    if (count < least) return once();
    return lazy ? next(at) || once() : once() || next(at);
  }

  #looks({ ahead, negative, branches }: Extract<PatternNode, { kind: 'look' }>, at: number): boolean {
    const before = [...this.#captures];
    const isThere = ahead
      ? this.#any(branches, at, () => true)
      : Array.from({ length: at + 1 }, (_, back) => at - back).some((start) => this.#any(branches, start, (end) => end === at));
    if (negative || !isThere) this.#captures = before;
    return isThere !== negative;
  }

  #isEdge(mark: string, at: number): boolean {
    const isBreak = (place: number): boolean => this.#multiline && /[\n\r\u2028\u2029]/.test(this.#text[place] ?? '');
    if (mark === '^') return at === 0 || isBreak(at - 1);
    if (mark === '$') return at === this.#text.length || isBreak(at);
    const isWord = (place: number): boolean => /\w/.test(this.#text[place] ?? ' ');
    return (isWord(at - 1) !== isWord(at)) === (mark === '\\b');
  }
}

/** The pattern that reviewed code writes. */
export function boundedPattern(source: string, flags: string): RegExp {
  try {
    return new BoundedPattern(source, flags);
  } catch (error) {
    if (error instanceof Unclear) throw error;
    throw new Unclear('a pattern');
  }
}
