import type { SourceFile } from '../../../code/code-change.ts';
import { unclear, type Value } from './value.ts';

/** The names that code sees, from the inside out. */
export class Scope {
  readonly file: SourceFile;
  readonly #names = new Map<string, Value>();
  /** What is worked out when it is first asked for: modules may import each other. */
  readonly #pending = new Map<string, () => Value>();
  readonly #outer: Scope | undefined;
  /** Where `var` puts its names. */
  readonly ofFunction: Scope;

  constructor(outer: Scope | undefined, file: SourceFile, isFunction = false) {
    this.#outer = outer;
    this.file = file;
    this.ofFunction = isFunction || !outer ? this : outer.ofFunction;
  }

  inner(isFunction = false): Scope {
    return new Scope(this, this.file, isFunction);
  }

  /** The same names once more: each time around a loop has its own. */
  copy(): Scope {
    const made = new Scope(this.#outer, this.file, false);
    for (const [name, value] of this.#names) made.declare(name, value);
    return made;
  }

  declare(name: string, value: Value): void {
    this.#names.set(name, value);
  }

  declareLater(name: string, find: () => Value): void {
    this.#names.set(name, undefined);
    this.#pending.set(name, find);
  }

  has(name: string): boolean {
    return this.#holder(name) !== undefined;
  }

  hasOwn(name: string): boolean {
    return this.#names.has(name);
  }

  read(name: string): Value {
    const holder = this.#holder(name);
    if (!holder) return unclear;
    const find = holder.#pending.get(name);
    if (find) {
      holder.#pending.delete(name);
      holder.#names.set(name, find());
    }
    return holder.#names.get(name);
  }

  assign(name: string, value: Value): void {
    const holder = this.#holder(name) ?? this.ofFunction;
    holder.#pending.delete(name);
    holder.#names.set(name, value);
  }

  #holder(name: string): Scope | undefined {
    if (this.#names.has(name)) return this;
    let at = this.#outer;
    while (at && !at.#names.has(name)) at = at.#outer;
    return at;
  }
}
