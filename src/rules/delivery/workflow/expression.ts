import type { TextRange } from '../../../base/text-range.ts';

/** An expression of GitHub Actions. Ranges are in the text that holds it. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string; readonly range: TextRange }
  /** `github.event.issue.title` in lower case; `*` for every member, `[]` for one whose name is computed. */
  | { readonly kind: 'context'; readonly path: readonly string[]; readonly computed: readonly Expression[]; readonly range: TextRange }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[]; readonly range: TextRange }
  | { readonly kind: 'operation'; readonly operator: string; readonly operands: readonly Expression[]; readonly range: TextRange };

/** Every `${{ … }}` of a text, read; what cannot be read is left out. */
export function expressionsIn(text: string): readonly Expression[] {
  const found: Expression[] = [];
  for (let start = text.indexOf('${{'); start !== -1; start = text.indexOf('${{', start + 3)) {
    const end = endOfExpression(text, start + 3);
    const read = end === -1 ? undefined : parseExpression(text.slice(0, end), start + 3);
    if (read) found.push(read);
  }
  return found;
}

function endOfExpression(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    if (text.charAt(at) === "'") quoted = !quoted;
    else if (!quoted && text.startsWith('}}', at)) return at;
  }
  return -1;
}

/** Reads a text from a place to its end as one expression; undefined where it is none. */
export function parseExpression(text: string, from = 0): Expression | undefined {
  const parser = new Parser(text, from);
  const read = parser.operation(0);
  return parser.isDone ? read : undefined;
}

const deepest = 50;
const token = /'(?:[^']|'')*'|[\p{L}_][\p{L}\d_-]*|-?(?:0x[\da-f]+|\d+(?:\.\d+)?)|&&|\|\||[=!<>]=|[.[\](),*!<>]/iuy;
const levels: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!=', '<', '>', '<=', '>=']];

class Parser {
  readonly #tokens: { readonly text: string; readonly start: number }[] = [];
  readonly #end: number;
  #at = 0;
  #depth = 0;

  constructor(text: string, from: number) {
    this.#end = text.length;
    token.lastIndex = from;
    for (;;) {
      while (/\s/.test(text.charAt(token.lastIndex))) token.lastIndex++;
      const start = token.lastIndex;
      const found = start < text.length ? token.exec(text) : null;
      if (!found) {
        if (start < text.length) this.#tokens.push({ text: '?', start });
        break;
      }
      this.#tokens.push({ text: found[0], start });
    }
  }

  get isDone(): boolean {
    return this.#at >= this.#tokens.length;
  }

  operation(level: number): Expression | undefined {
    const operators = levels[level];
    if (!operators) return this.#unary();
    let left = this.operation(level + 1);
    while (left && operators.includes(this.#text)) {
      const operator = this.#next();
      const right = this.operation(level + 1);
      left = right && { kind: 'operation', operator, operands: [left, right], range: { start: left.range.start, end: right.range.end } };
    }
    return left;
  }

  get #text(): string {
    return this.#tokens[this.#at]?.text ?? '';
  }

  get #start(): number {
    return this.#tokens[this.#at]?.start ?? this.#end;
  }

  get #lastEnd(): number {
    const last = this.#tokens[this.#at - 1];
    return last ? last.start + last.text.length : this.#end;
  }

  #next(): string {
    const text = this.#text;
    this.#at++;
    return text;
  }

  #take(text: string): boolean {
    if (this.#text !== text) return false;
    this.#at++;
    return true;
  }

  #unary(): Expression | undefined {
    const start = this.#start;
    if (++this.#depth > deepest) return undefined;
    if (this.#take('!')) {
      const operand = this.#unary();
      this.#depth--;
      return operand && { kind: 'operation', operator: '!', operands: [operand], range: { start, end: operand.range.end } };
    }
    const primary = this.#primary();
    this.#depth--;
    return primary;
  }

  #primary(): Expression | undefined {
    const start = this.#start;
    if (this.#take('(')) {
      const inner = this.operation(0);
      if (!inner || !this.#take(')')) return undefined;
      return this.#access(inner, start);
    }
    const text = this.#next();
    if (text.startsWith("'")) return { kind: 'literal', value: text.slice(1, -1).replaceAll("''", "'"), range: this.#from(start) };
    if (/^(?:-?\d|true$|false$|null$)/i.test(text)) return { kind: 'literal', value: text, range: this.#from(start) };
    if (!/^[\p{L}_]/u.test(text)) return undefined;
    if (!this.#take('('))
      return this.#access({ kind: 'context', path: [text.toLowerCase()], computed: [], range: this.#from(start) }, start);
    const given: Expression[] = [];
    while (!this.#take(')')) {
      const argument = this.operation(0);
      if (!argument || (!this.#take(',') && this.#text !== ')')) return undefined;
      given.push(argument);
    }
    return this.#access({ kind: 'call', name: text.toLowerCase(), arguments: given, range: this.#from(start) }, start);
  }

  /** `.name`, `.*`, `['name']`, `[computed]` behind a value. */
  #access(value: Expression, start: number): Expression | undefined {
    const path = value.kind === 'context' ? [...value.path] : [];
    const computed: Expression[] = value.kind === 'context' ? [...value.computed] : [];
    for (;;) {
      if (this.#take('.')) path.push(this.#next().toLowerCase());
      else if (this.#take('[')) {
        const index = this.#text === '*' ? undefined : this.operation(0);
        if (!index) this.#at++;
        if (!this.#take(']')) return undefined;
        path.push(index ? (index.kind === 'literal' ? index.value.toLowerCase() : '[]') : '*');
        if (index && index.kind !== 'literal') computed.push(index);
      } else break;
    }
    const range = this.#from(start);
    if (value.kind === 'context') return { ...value, path, computed, range };
    return path.length === 0 ? { ...value, range } : { kind: 'operation', operator: `.${path.join('.')}`, operands: [value], range };
  }

  #from(start: number): TextRange {
    return { start, end: this.#lastEnd };
  }
}

/** Every part of an expression, the whole first. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of innerOf(expression)) yield* partsOf(part);
}

function innerOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'context') return expression.computed;
  if (expression.kind === 'call') return expression.arguments;
  return expression.kind === 'operation' ? expression.operands : [];
}
