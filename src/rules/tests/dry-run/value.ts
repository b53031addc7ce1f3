/** What is not known before anything runs: what comes from outside, from packages, from clocks. */
export const unclear: unique symbol = Symbol('unclear');

/** A value of a script, as a dry run holds it. */
export type Value = string | number | boolean | bigint | null | undefined | Thing | typeof unclear;

export type Callable = (self: Value, given: readonly Value[]) => Value;

/** A property that is worked out when it is asked for. */
export interface Accessor {
  readonly get?: Callable | undefined;
  readonly set?: Callable | undefined;
}

export class AccessorProperty implements Accessor {
  get: Callable | undefined;
  set: Callable | undefined;
}

const nothingHidden: ReadonlySet<string> = new Set();

/** Any object: plain ones, lists, functions, and those that the language brings. */
export class Thing {
  readonly properties = new Map<string, Value | AccessorProperty>();
  #prototype: Thing | null;
  /** Whether it may have more properties than are known. */
  isOpen = false;
  isFrozen = false;
  /** Of what a package or Node offers: it is there, and nothing else is known of it. */
  isForeign = false;
  /** Of a module of Node: whatever it is asked for is there. */
  isOfNode = false;
  /** Of a function: how it is written. */
  source?: string;
  /** Of a function: how many arguments it asks for. */
  arity?: number;
  elements?: Value[];
  call?: Callable;
  /** Makes what `new` gives out of a fresh object; another one may be given in its place. */
  construct?: (fresh: Thing, given: readonly Value[]) => Value;
  pattern?: RegExp;
  map?: Map<Value, Value>;
  set?: Set<Value>;
  date?: Date;
  /** Of a promise. */
  settled?: { readonly value: Value; readonly isRejected: boolean };
  /** Properties that are not gone through: those of classes and what the language brings. */
  hidden: ReadonlySet<string> = nothingHidden;
  /** Of a symbol: what it stands for as the name of a property. */
  symbol?: { readonly key: string; readonly description: string };
  /** Of what gives one value after another. */
  iterator?: Iterator<Value, Value>;

  /** Names that cannot be written down; they are equal to themselves only. */
  get isSymbol(): boolean {
    return this.symbol !== undefined;
  }

  constructor(prototype: Thing | null) {
    this.#prototype = prototype;
  }

  get prototype(): Thing | null {
    return this.#prototype;
  }

  /** What inherits from itself would be gone through for ever. */
  set prototype(prototype: Thing | null) {
    for (let at = prototype; at; at = at.prototype) if (at === this) throw new Unclear('an object that inherits from itself');
    this.#prototype = prototype;
  }

  /** An own property that is a value. */
  held(name: string): Value {
    const property = this.properties.get(name);
    return property instanceof AccessorProperty ? undefined : property;
  }
}

/** A script throws; what it throws. No `Error`, as a script may throw at every step, and a stack costs more than the step. */
export class Thrown {
  readonly value: Value;

  constructor(value: Value) {
    this.value = value;
  }
}

/** A dry run cannot go on: what would happen next is not known. The message says because of what. */
export class Unclear {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** Whether a dry run ends because it cannot follow: also where this machine gives up, as on values that contain themselves. */
export function isUnclear(error: unknown): error is Unclear | RangeError {
  return error instanceof Unclear || error instanceof RangeError;
}

/** Longer lists are not made by a dry run. */
export const longestList = 10_000;

/** The most that is gone through is reached. */
export class Exhausted extends Error {}

export function isThing(value: Value): value is Thing {
  return value instanceof Thing;
}

/** What a condition takes a value for. */
export function truth(value: Value): boolean {
  if (value === unclear) throw new Unclear('a condition on what is not known');
  return Boolean(value);
}

export function typeName(value: Value): string {
  if (value instanceof Thing) return value.isSymbol ? 'symbol' : value.call || value.construct ? 'function' : 'object';
  return typeof value;
}

/** What is taken from somewhere else: it is there, whatever it may be. */
export function foreign(): Thing {
  const made = new Thing(null);
  made.isForeign = true;
  made.isOpen = true;
  made.call = () => unclear;
  made.construct = () => unclear;
  return made;
}
