import { boundedPattern } from './patterns/bounded.ts';
import { longestList, Thing, Thrown, unclear, Unclear, type Callable, type Value } from './value.ts';

/** What every script finds: the prototypes of its own kinds of objects. */
export class Realm {
  readonly object = new Thing(null);
  readonly function = new Thing(this.object);
  readonly array = new Thing(this.object);
  readonly string = new Thing(this.object);
  readonly number = new Thing(this.object);
  readonly boolean = new Thing(this.object);
  readonly regex = new Thing(this.object);
  readonly map = new Thing(this.object);
  readonly set = new Thing(this.object);
  readonly date = new Thing(this.object);
  readonly promise = new Thing(this.object);
  readonly symbol = new Thing(this.object);
  readonly iterator = new Thing(this.object);
  readonly asyncIterator = new Thing(this.object);
  /** By the names of properties that they stand for. */
  readonly symbols = new Map<string, Thing>();
  /** Makes what packages offer that remember things by their keys. */
  memory: Value = unclear;
  readonly errors = new Map<string, Thing>();
  /** Counts what one step does besides: whoever goes through many values, or long ones, says so. Throws where no steps are left. */
  spend: (steps: number) => void = () => undefined;

  plain(properties: Readonly<Record<string, Value>> = {}): Thing {
    const made = new Thing(this.object);
    for (const [name, value] of Object.entries(properties)) made.properties.set(name, value);
    return made;
  }

  list(elements: readonly Value[]): Thing {
    if (elements.length > longestList) throw new Unclear('a long list');
    const made = new Thing(this.array);
    made.elements = [...elements];
    return made;
  }

  native(call: Callable): Thing {
    const made = new Thing(this.function);
    made.call = call;
    return made;
  }

  /** The same symbol for the same key. */
  symbolOf(key: string, description: string): Thing {
    const made = this.symbols.get(key) ?? new Thing(this.symbol);
    made.symbol ??= { key, description };
    this.symbols.set(key, made);
    return made;
  }

  /** What gives these values one after another. */
  iterating(values: Iterable<Value, Value>, isAsync = false): Thing {
    const made = new Thing(isAsync ? this.asyncIterator : this.iterator);
    made.iterator = values[Symbol.iterator]();
    return made;
  }

  expression(source: string, flags: string): Thing {
    const made = new Thing(this.regex);
    made.pattern = boundedPattern(source, flags);
    return made;
  }

  promised(value: Value, isRejected = false): Thing {
    const made = new Thing(this.promise);
    made.settled = { value, isRejected };
    return made;
  }

  /** What an asynchronous function gives: it is gone through at once. */
  settle(run: () => Value): Value {
    try {
      const value = run();
      return value instanceof Thing && value.settled ? value : value === unclear ? unclear : this.promised(value);
    } catch (error) {
      if (error instanceof Thrown) return this.promised(error.value, true);
      throw error;
    }
  }

  awaited(value: Value): Value {
    if (!(value instanceof Thing) || !value.settled) return value;
    if (value.settled.isRejected) throw new Thrown(value.settled.value);
    return value.settled.value;
  }

  error(type: string, message: string): Thrown {
    const made = new Thing(this.errors.get(type) ?? this.object);
    made.properties.set('message', message);
    return new Thrown(made);
  }
}
