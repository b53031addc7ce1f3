import type { FileFacts, SymbolFact } from '../../facts.ts';
import { joined, mapTaint, taintOf, withMember, type Value } from './value.ts';

/** What the objects of the classes of a file are known to hold: what one method keeps in `this`, another finds there. */
export class Selves {
  readonly #facts: FileFacts;
  readonly #byClass = new Map<number, Value>();
  /** Classes whose methods were gone through before it was known what the object holds. */
  readonly #late = new Set<number>();

  constructor(facts: FileFacts) {
    this.#facts = facts;
  }

  /** What `this` is at the beginning of a method; undefined for functions of no class. */
  of(symbol: SymbolFact): Value | undefined {
    const owner = this.#classOf(symbol);
    return owner === undefined ? undefined : (this.#byClass.get(owner) ?? { origin: '@this' });
  }

  /** Takes over what a method has put into `this`: only what comes from outside. */
  keep(symbol: SymbolFact, self: Value | undefined): void {
    for (const [name, value] of self?.members ?? []) if (taintOf(value)) this.put(symbol, name, value);
  }

  put(symbol: SymbolFact, name: string, value: Value): void {
    const owner = this.#classOf(symbol);
    if (owner === undefined || !taintOf(value)) return;
    const before = this.#byClass.get(owner) ?? { origin: '@this' };
    const held = before.members?.get(name);
    if (held) return;
    this.#byClass.set(
      owner,
      withMember(
        before,
        name,
        mapTaint(joined({}, value), (taint) => ({ ...taint, weak: true })),
      ),
    );
    this.#late.add(owner);
  }

  /** The methods that have to be gone through again, once. */
  left(): readonly SymbolFact[] {
    return this.#facts.symbols.filter((symbol) => symbol.body && symbol.parent !== undefined && this.#late.has(symbol.parent));
  }

  #classOf({ kind, parent }: SymbolFact): number | undefined {
    if (parent === undefined || (kind !== 'method' && kind !== 'constructor' && kind !== 'field')) return undefined;
    return this.#facts.symbols[parent]?.kind === 'class' ? parent : undefined;
  }
}
