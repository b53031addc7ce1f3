import { joined, unknown, type Value } from './value.ts';

/** What the names of a function hold at one point of its code. */
export class State {
  readonly #values: Map<string, Value>;
  readonly #around: State | undefined;
  /** No way leads here: after a `return` or `throw`. */
  unreachable = false;

  constructor(around?: State, values = new Map<string, Value>()) {
    this.#around = around;
    this.#values = values;
  }

  get(name: string): Value | undefined {
    return this.#values.get(name) ?? this.#around?.get(name);
  }

  declare(name: string, value: Value): void {
    this.#values.set(name, value);
  }

  /** A name of a function around may have been given another value by the time that it is read: both are kept. */
  assign(name: string, value: Value): void {
    if (this.#values.has(name) || !this.#around?.has(name)) this.#values.set(name, value);
    else this.#around.assign(name, joined(this.#around.get(name) ?? unknown, value));
  }

  has(name: string): boolean {
    return this.#values.has(name) || (this.#around?.has(name) ?? false);
  }

  /** What is known within a condition only: the name seems to be the inner function's own. */
  narrow(name: string, value: Value): void {
    this.#values.set(name, value);
  }

  copy(): State {
    const copy = new State(this.#around, new Map(this.#values));
    copy.unreachable = this.unreachable;
    return copy;
  }

  /** Becomes what holds on every way of these that leads here. */
  become(ways: readonly State[]): void {
    const open = ways.filter((way) => !way.unreachable);
    this.unreachable = open.length === 0;
    const [first, ...others] = open;
    if (!first) return;
    const names = new Set(open.flatMap((way) => [...way.#values.keys()]));
    const values = new Map<string, Value>();
    for (const name of names) {
      values.set(
        name,
        others.reduce((value, other) => joined(value, other.get(name) ?? unknown), first.get(name) ?? unknown),
      );
    }
    this.#values.clear();
    for (const [name, value] of values) this.#values.set(name, value);
  }
}
