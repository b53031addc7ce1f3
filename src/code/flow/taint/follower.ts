import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../code-change.ts';
import type { Expression } from '../../expression.ts';
import type { FileFacts, SymbolFact } from '../../facts.ts';
import type { Statement } from '../../statement.ts';
import { importedNames } from '../origin.ts';
import { boundNames } from '../pattern.ts';
import { bodyOf, symbolsNamed, valueOf } from '../scope.ts';
import { bareType } from './bare-type.ts';
import { callableOf, type Callable } from './callable.ts';
import type { Frame } from './frame.ts';
import { HarmNotes, type Found } from './harm-notes.ts';
import type { Knowledge } from './knowledge.ts';
import { memberOf, withoutConstant } from './members.ts';
import { Selves } from './selves.ts';
import { State } from './state.ts';
import { joined, stepped, taintOf, mapTaint, unknown, type Value } from './value.ts';

const deepestCalls = 5;
const deepestNesting = 250;
/** A file whose code takes more than this is not followed to its end. */
const mostWork = 120_000;

/** How statements and expressions are gone through: passed along, so that the modules for them need not know each other. */
export interface Following {
  readonly evaluate: (follower: Follower, expression: Expression, state: State) => Value;
  readonly run: (follower: Follower, statements: readonly Statement[], state: State) => void;
}

/** Goes through the code of one file in mind, and notes where tainted data arrives at a sink. */
export class Follower {
  readonly file: SourceFile;
  readonly facts: FileFacts;
  readonly knowledge: Knowledge;
  readonly isJava: boolean;
  readonly notes: HarmNotes;
  readonly frames: Frame[] = [];
  readonly #following: Following;
  readonly #root = new State();
  readonly #selves: Selves;
  readonly #moduleValues = new Map<string, Value | undefined>();
  readonly #entered = new Set<unknown>();
  readonly #withoutTaint = new Map<unknown, Value>();
  /** Whether a limit kept it from going through all of the code. */
  isCut = false;
  #pending: Callable[] = [];
  #nesting = 0;
  #work = 0;

  constructor(file: SourceFile, facts: FileFacts, knowledge: Knowledge, following: Following) {
    this.#following = following;
    this.file = file;
    this.facts = facts;
    this.knowledge = knowledge;
    this.isJava = facts.language === 'java';
    this.#selves = new Selves(facts);
    this.notes = new HarmNotes(knowledge, this.frames, this.isJava);
  }

  evaluate(expression: Expression, state: State): Value {
    return this.#following.evaluate(this, expression, state);
  }

  run(statements: readonly Statement[], state: State): void {
    this.#following.run(this, statements, state);
  }

  /** Goes through everything that the change touches. */
  all(): readonly Found[] {
    for (const symbol of this.facts.symbols) {
      if (symbol.body) this.#enterSymbol(symbol);
      else if (symbol.value) this.#evaluateValue(symbol, symbol.value);
    }
    for (const symbol of this.#selves.left()) this.#enterSymbol(symbol);
    return this.notes.all();
  }

  #enterSymbol(symbol: SymbolFact): void {
    if (symbol.kind === 'module' || symbol.kind === 'initializer') {
      this.#inFrame({ symbol }, () => {
        this.run(symbol.body ?? [], this.#root);
      });
    } else {
      const callable = callableOf(symbol);
      this.enter(
        callable,
        callable.parameters.map((_, index) => this.#parameter(callable, index)),
        undefined,
        this.isJava ? undefined : this.#selves.of(symbol),
      );
    }
    this.#drain(symbol);
  }

  #evaluateValue(symbol: SymbolFact, value: Expression): void {
    this.#inFrame({ symbol }, () => {
      const held = this.evaluate(value, this.#root);
      this.#moduleValues.set(symbol.name, this.#held(symbol, value, held));
      if (!this.isJava) this.#selves.put(symbol, symbol.name, held);
    });
    this.#drain(symbol);
  }

  /** Functions that nothing was seen to call are called by someone else. */
  #drain(symbol: SymbolFact): void {
    for (let round = 0; round < 4 && this.#pending.length > 0; round++) {
      const left = this.#pending.filter((callable) => !this.#entered.has(callable.body));
      this.#pending = [];
      for (const callable of left) {
        const parameters = callable.parameters.map((_, index) => this.#parameter(callable, index));
        this.#inFrame({ symbol }, () => this.enter(callable, parameters, undefined));
      }
    }
  }

  #parameter(callable: Callable, index: number): Value {
    return this.knowledge.parameter(callable.symbol, callable.declared?.[index], index, callable.parameters) ?? unknown;
  }

  /** Notes a nested function: unless it is seen to be called it is gone through at the end. */
  noteFunction(callable: Callable): void {
    this.#pending.push(callable);
  }

  /** Goes through a function with what it is given; what it returns. */
  enter(callable: Callable, given: readonly Value[], call: TextRange | undefined, self?: Value): Value {
    const isRecursive = this.frames.some((frame) => frame.callable?.body === callable.body);
    if (isRecursive || this.frames.length > deepestCalls + 1) return this.#carried(given, call);
    const isPlain = call !== undefined && !self && given.every((value) => !taintOf(value) && !value.callable && !value.members);
    const known = isPlain && given.every(({ constant }) => constant === undefined) ? this.#withoutTaint.get(callable.body) : undefined;
    if (known) return known;
    this.#entered.add(callable.body);
    const state = new State(callable.around ?? this.#root);
    if (self) state.declare('this', self);
    this.#bindAll(callable, given, call, state);
    const result = this.#inFrame({ callable, symbol: callable.symbol ?? this.symbol, ...(call && { call }) }, (frame) => {
      this.run(callable.body, state);
      if (callable.symbol && !this.isJava) this.#selves.keep(callable.symbol, state.get('this'));
      if (callable.name === 'constructor' || callable.symbol?.kind === 'constructor') return state.get('this') ?? unknown;
      return frame.returned.length === 0 ? unknown : frame.returned.reduce((a, b) => joined(a, b));
    });
    if (isPlain) this.#withoutTaint.set(callable.body, result);
    return result;
  }

  #carried(given: readonly Value[], call: TextRange | undefined): Value {
    const taint = given.map((value) => value.taint).find((each) => each !== undefined);
    return taint && call ? { taint: { ...taint, weak: true } } : unknown;
  }

  #bindAll(callable: Callable, given: readonly Value[], call: TextRange | undefined, state: State): void {
    callable.parameters.forEach((pattern, index) => {
      const value = given[index] ?? unknown;
      const caption = callable.name === '' ? 'handed to this function' : `handed to \`${callable.name}\``;
      this.bind(pattern, call ? mapTaint(value, (taint) => stepped(taint, call, caption)) : value, state, callable.range);
    });
  }

  /** Gives the names of a pattern what it takes out of a value. */
  bind(pattern: string, value: Value, state: State, range: TextRange): void {
    for (const { name, path, rest } of boundNames(pattern.replace(/^\.\.\./, ''))) {
      const held = path.reduce((object, key) => memberOf(this, object, key, range), value);
      state.declare(name, rest && !held.taint ? { ...held } : held);
    }
  }

  /** The symbol that is being gone through. */
  get symbol(): SymbolFact {
    const [outermost] = this.frames;
    return this.frames.at(-1)?.symbol ?? outermost?.symbol ?? this.facts.symbols[0] ?? never();
  }

  get frame(): Frame | undefined {
    return this.frames.at(-1);
  }

  #inFrame<Result>(seed: Pick<Frame, 'symbol' | 'callable' | 'call'>, follow: (frame: Frame) => Result): Result {
    const frame: Frame = { ...seed, returned: [], breaks: [], continues: [], thrown: [] };
    this.frames.push(frame);
    try {
      return follow(frame);
    } finally {
      this.frames.pop();
    }
  }

  /** Whether there is still time to go into this; counts it. */
  within<Result>(follow: () => Result, otherwise: Result): Result {
    if (this.#nesting >= deepestNesting || this.#work >= mostWork) {
      this.isCut = true;
      return otherwise;
    }
    this.#work++;
    this.#nesting++;
    try {
      return follow();
    } finally {
      this.#nesting--;
    }
  }

  /** What a name stands for that is no one's own here: declared in the file, imported, or known everywhere. */
  outer(name: string, range: TextRange): Value {
    if (!this.#moduleValues.has(name)) {
      this.#moduleValues.set(name, undefined);
      this.#moduleValues.set(name, this.#declared(name));
    }
    return this.#moduleValues.get(name) ?? this.knowledge.global(name, range) ?? unknown;
  }

  #declared(name: string): Value | undefined {
    const imported = importedNames(this.facts).get(name);
    const symbol = symbolsNamed(this.facts, name).find(
      ({ kind }) => kind === 'function' || kind === 'variable' || kind === 'field' || kind === 'class',
    );
    if (!symbol) return imported === undefined || this.isJava ? undefined : { origin: imported };
    if (bodyOf(symbol)) return { callable: callableOf(symbol) };
    const value = valueOf(symbol);
    if (symbol.type !== undefined && !value) return { origin: bareType(symbol.type) };
    if (!value) return symbol.kind === 'class' ? { origin: name } : unknown;
    return this.#held(
      symbol,
      value,
      this.#inFrame({ symbol }, () => this.evaluate(value, this.#root)),
    );
  }

  /** What a field or variable is known to hold. What a call gives is of the type that is declared: `Logger log = LoggerFactory.getLogger(…)`. */
  #held({ type, modifiers }: SymbolFact, { kind }: Expression, held: Value): Value {
    const isKept = !this.isJava || modifiers.includes('final');
    const written = type === undefined ? undefined : bareType(type);
    const isTyped = this.isJava && kind === 'call' && held.origin?.startsWith('@') !== true;
    const origin = isTyped ? (written ?? held.origin) : (held.origin ?? written);
    return { ...(isKept ? held : withoutConstant(held)), ...(origin !== undefined && { origin }) };
  }

  /** A method of the file by name and number of arguments. */
  method(name: string, count: number, owner?: string): Callable | undefined {
    const named = symbolsNamed(this.facts, name).filter(
      (symbol) => bodyOf(symbol) && (owner === undefined || this.#ownerOf(symbol) === owner),
    );
    const symbol = named.find(({ parameters }) => parameters?.length === count) ?? named[0];
    return symbol && callableOf(symbol);
  }

  #ownerOf(symbol: SymbolFact): string | undefined {
    return symbol.parent === undefined ? undefined : this.facts.symbols[symbol.parent]?.name;
  }

  isTypeOfFile(name: string): boolean {
    return symbolsNamed(this.facts, name).some(({ kind }) => kind === 'class' || kind === 'record' || kind === 'enum');
  }
}

function never(): never {
  throw new Error('A file has a module symbol.');
}
