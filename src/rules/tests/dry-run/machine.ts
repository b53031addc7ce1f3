import type { SourceFile } from '../../../code/code-change.ts';
import type { Expression, FunctionExpression, NestedFunction } from '../../../code/expression.ts';
import type { Statement } from '../../../code/statement.ts';
import { shortCut } from './chains.ts';
import { evaluated } from './expressions.ts';
import { bindParameters, headerOf, isArrow, isGenerator, writtenParameters, type Binding } from './parameters.ts';
import { generated } from './generators.ts';
import type { Realm } from './realm.ts';
import type { Scope } from './scope.ts';
import { ran, type Completion } from './statements.ts';
import { Exhausted, isThing, Thing, truth, unclear, Unclear, type Value } from './value.ts';

/** How deep calls may go. */
const deepestCall = 120;

/** A function's code and where it stands. */
export interface Code {
  readonly body: readonly Statement[];
  readonly parameters: readonly Binding[];
  readonly start: number;
  readonly end: number;
  readonly isArrow: boolean;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** Of a method: what `super` looks into. */
  readonly home?: Thing | undefined;
}

/** Goes through neutral code as it would run, on values that are known. Nothing outside of it is touched. */
export class Machine {
  readonly realm: Realm;
  /** Gives what `require('x')` and `import('x')` give. */
  readonly require: (source: string, from: SourceFile) => Value;
  /** Where the functions begin that were entered. */
  entered = new Set<string>();
  /** The call that was made last. */
  site: { readonly start: number; readonly file: SourceFile } | undefined;
  #left: number;
  #reserve = 0;
  #depth = 0;

  /** What a branch takes for true where its condition is not known; it is gone through no further where nothing is supposed. */
  readonly #supposed: boolean | undefined;

  constructor(realm: Realm, steps: number, require: Machine['require'], supposed?: boolean) {
    this.realm = realm;
    this.#supposed = supposed;
    this.require = require;
    this.#left = steps;
    realm.spend = (spent) => {
      this.#left -= spent;
      if (this.#left <= 0) throw new Exhausted();
    };
  }

  get isExhausted(): boolean {
    return this.left <= 0;
  }

  /** How many steps are left. */
  get left(): number {
    return this.#left + this.#reserve;
  }

  /** Leaves so many steps for what comes next. */
  allow(steps: number): void {
    const all = this.left;
    this.#left = Math.min(all, steps);
    this.#reserve = all - this.#left;
  }

  /** Which way a branch goes. */
  holds(condition: Value): boolean {
    return condition === unclear && this.#supposed !== undefined ? this.#supposed : truth(condition);
  }

  /** Whether what is not known may be left so, and the rest gone through. */
  get isSupposing(): boolean {
    return this.#supposed !== undefined;
  }

  evaluate(node: Expression, scope: Scope): Value {
    const value = this.chained(node, scope);
    return value === shortCut ? undefined : value;
  }

  /** The same within a chain, of which `?.` may leave out the rest. */
  chained(node: Expression, scope: Scope): Value | typeof shortCut {
    if (--this.#left <= 0) throw new Exhausted();
    return evaluated(this, node, scope);
  }

  run(statements: readonly Statement[], scope: Scope): Completion | undefined {
    // A loop around nothing ends, too.
    if (--this.#left <= 0) throw new Exhausted();
    for (const statement of statements) {
      if (statement.kind === 'functions') this.#declareFunctions(statement.functions, scope);
    }
    for (const statement of statements) {
      if (--this.#left <= 0) throw new Exhausted();
      const end = ran(this, statement, scope);
      if (end) return end;
    }
    return undefined;
  }

  call(callee: Value, self: Value, given: readonly Value[]): Value {
    if (callee === unclear) return unclear;
    if (!isThing(callee) || !callee.call) {
      if (isThing(callee) && (callee.isOpen || callee.construct)) return unclear;
      throw this.realm.error('TypeError', 'what is called is not a function');
    }
    this.#spendOn(self);
    for (const each of given) this.#spendOn(each);
    return this.#deeper(() => callee.call?.(self, given));
  }

  /** What goes through a long text or list costs more than one step. */
  #spendOn(value: Value): void {
    if (typeof value === 'string') this.realm.spend(value.length >> 6);
    else if (isThing(value) && value.elements) this.realm.spend(value.elements.length >> 3);
  }

  construct(type: Value, given: readonly Value[]): Value {
    if (type === unclear) return unclear;
    if (!isThing(type) || !type.construct) throw this.realm.error('TypeError', 'what is made is no constructor');
    const prototype = type.held('prototype');
    const fresh = new Thing(isThing(prototype) ? prototype : this.realm.object);
    const made = this.#deeper(() => type.construct?.(fresh, given));
    return isThing(made) || made === unclear ? made : fresh;
  }

  #deeper(run: () => Value): Value {
    if (this.#depth >= deepestCall) throw new Unclear('deep calls');
    this.#depth++;
    try {
      return run();
    } finally {
      this.#depth--;
    }
  }

  /** A function of code, as it stands in a scope. */
  function(code: Code, scope: Scope): Thing {
    const made = this.realm.native((self, given) => this.enter(code, scope, self, given));
    made.hidden = prototypeHidden;
    made.source = scope.file.text.slice(code.start, code.end);
    made.arity = arityOf(code.parameters);
    if (code.isArrow || code.home) return made;
    const prototype = this.realm.plain();
    prototype.properties.set('constructor', made);
    prototype.hidden = constructorHidden;
    made.properties.set('prototype', prototype);
    made.construct = (fresh, given) => this.enter(code, scope, fresh, given);
    return made;
  }

  enter(code: Code, around: Scope, self: Value, given: readonly Value[]): Value {
    this.entered.add(`${around.file.path}:${code.start}`);
    const scope = around.inner(true);
    if (!code.isArrow) {
      scope.declare('this', self);
      scope.declare('arguments', this.realm.list(given));
      scope.declare('super', code.home);
    }
    if (code.isGenerator) return generated(this, scope, code.isAsync, () => this.#body(code, scope, given));
    return code.isAsync ? this.#promised(() => this.#body(code, scope, given)) : this.#body(code, scope, given);
  }

  #body(code: Code, scope: Scope, given: readonly Value[]): Value {
    bindParameters(code.parameters, given, scope, this.realm);
    const end = this.run(code.body, scope);
    return end?.kind === 'return' ? end.value : undefined;
  }

  #promised(run: () => Value): Value {
    return this.realm.settle(run);
  }

  expressionFunction(node: FunctionExpression, scope: Scope, isMethod = false): Thing {
    const header = headerOf(scope.file, node.range, node.body);
    const code: Code = {
      body: node.body,
      parameters: writtenParameters(node.parameters, header),
      start: node.range.start,
      end: node.range.end,
      isArrow: !isMethod && isArrow(node, header),
      isAsync: node.async,
      isGenerator: isGenerator(node, header),
    };
    if (node.name === undefined) return this.function(code, scope);
    const own = scope.inner();
    const made = this.function(code, own);
    own.declare(node.name, made);
    return made;
  }

  #declareFunctions(functions: readonly NestedFunction[], scope: Scope): void {
    const [only] = functions;
    if (!only || only.name === '' || !/^(?:async\s+)?function\b/.test(scope.file.text.slice(only.range.start, only.range.start + 30)))
      return;
    const header = headerOf(scope.file, only.range, only.body);
    const code: Code = {
      body: only.body,
      parameters: writtenParameters(only.parameters, header),
      start: only.range.start,
      end: only.range.end,
      isArrow: false,
      isAsync: header.startsWith('async'),
      isGenerator: isGenerator(only, header),
    };
    scope.declare(only.name, this.function(code, scope));
  }
}

/** Those before the first that may be left out. */
function arityOf(parameters: readonly Binding[]): number {
  const optional = parameters.findIndex((each) => each.rest || each.default !== undefined);
  return optional < 0 ? parameters.length : optional;
}

const prototypeHidden: ReadonlySet<string> = new Set(['prototype', 'name', 'length']);
const constructorHidden: ReadonlySet<string> = new Set(['constructor']);
