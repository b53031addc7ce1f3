import type { TextRange } from '../../base/text-range.ts';
import type { Expression } from '../../code/expression.ts';
import type { Touched } from '../../code/language.ts';
import type { Statement } from '../../code/statement.ts';
import { isTouched } from '../../code/touched.ts';
import type { Unread } from '../named-by-touched.ts';
import { rangeOf } from './part.ts';
import type { Part } from './part.ts';

export type ExpressionReader = (part: Part, reader: Reader) => Expression;
export type StatementReader = (part: Part, reader: Reader) => readonly Statement[];

/** What turns parts into neutral code, by node type; the function is for every other type. */
export interface Lowering {
  readonly expressions: ReadonlyMap<string, ExpressionReader>;
  readonly otherExpression: ExpressionReader;
  readonly statements: (parts: readonly Part[], reader: Reader) => readonly Statement[];
}

/** Hostile text nests without end: below this many levels nothing is read. */
export const deepest = 400;

/** Reads one text: hands out its slices, and lowers parts of its tree within a bounded depth. */
export class Reader {
  readonly text: string;
  readonly touched: Touched;
  /** Where the nesting was too deep to be read. */
  readonly tooDeep: TextRange[] = [];
  /** What the change does not touch, and may be read because touched code names it. */
  readonly unread: Unread[] = [];
  readonly #lowering: Lowering;
  #depth = 0;
  /** Whether what is read stands in the module or in a group of tests, not in a function. */
  #isModuleLevel = false;
  #prunesNextBlock = false;

  constructor(text: string, touched: Touched, lowering: Lowering) {
    this.text = text;
    this.touched = touched;
    this.#lowering = lowering;
  }

  slice({ start, end }: TextRange): string {
    return this.text.slice(start, end);
  }

  isTouched(range: TextRange): boolean {
    return isTouched(range, this.touched);
  }

  expression(part: Part): Expression {
    const { expressions, otherExpression } = this.#lowering;
    const read = expressions.get(part.type) ?? otherExpression;
    return this.within(1, part, () => read(part, this)) ?? { kind: 'other', children: [], range: rangeOf(part) };
  }

  expressions(parts: readonly Part[]): readonly Expression[] {
    return parts.map((part) => this.expression(part));
  }

  statements(parts: readonly Part[]): readonly Statement[] {
    return this.#lowering.statements(parts, this);
  }

  /** The touched ones among the module's own statements. */
  moduleStatements(parts: readonly Part[]): readonly Statement[] {
    return this.#atLevel(true, () => this.statements(parts.filter((part) => this.isTouched(part))));
  }

  /** The module's own calls that are not touched, such as `router.get('/a', list)`: touched ones stand beside them. */
  untouchedCalls(parts: readonly Part[]): readonly Statement[] {
    const calls = parts.filter((part) => part.type === 'expression_statement' && !this.isTouched(part) && this.#isMethodCall(part));
    return this.#atLevel(true, () => this.statements(calls));
  }

  /** Told by how it begins: looking into its parts costs more. */
  #isMethodCall({ start }: Part): boolean {
    return /^[\w$]{1,60}(?:\s{0,20}\??\.[\w$]{1,60}){1,2}\(/.test(this.text.slice(start, start + 250));
  }

  /** The statements of a block, or the one statement that stands in its place. */
  block(part: Part | undefined): readonly Statement[] {
    if (!part) return [];
    const isGroup = this.#prunesNextBlock;
    this.#prunesNextBlock = false;
    const all = part.type === 'statement_block' ? part.parts : [part];
    const parts = isGroup ? all.filter((each) => this.isTouched(each)) : all;
    return this.#atLevel(isGroup, () => this.within(1, part, () => this.statements(parts))) ?? [];
  }

  /** Reads the arguments of a group of tests: of the block that it holds only the touched statements, as of a class only the touched methods. */
  groupArguments(parts: readonly Part[]): readonly Expression[] {
    return parts.map((part) => {
      this.#prunesNextBlock = this.#isModuleLevel && part.type.includes('function') && part.last?.type === 'statement_block';
      return this.expression(part);
    });
  }

  #atLevel<T>(isModuleLevel: boolean, read: () => T): T {
    const outer = this.#isModuleLevel;
    this.#isModuleLevel = isModuleLevel;
    const result = read();
    this.#isModuleLevel = outer;
    return result;
  }

  /** Runs `read` so many levels deeper; undefined, and the range noted, where that is too deep. */
  within<T>(levels: number, range: TextRange, read: () => T): T | undefined {
    if (this.#depth + levels > deepest) {
      this.tooDeep.push(rangeOf(range));
      return undefined;
    }
    this.#depth += levels;
    try {
      return read();
    } finally {
      this.#depth -= levels;
    }
  }
}
