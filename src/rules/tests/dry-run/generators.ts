import { iteratedInTime } from './iteration.ts';
import type { Machine } from './machine.ts';
import type { Scope } from './scope.ts';
import { isThing, type Thing, Thrown, Unclear, type Value } from './value.ts';

/** So many values of a generator are made before they are asked for. */
const mostAhead = 200;

/** More is yielded than is made ahead. */
class Enough extends Unclear {}

/** The name under which a generator's scope keeps what it has yielded. */
const yieldedName = '@@yielded';

/**
 * What calling a generator gives. Its body is gone through when the first value is asked for, as far as it yields: what it does
 * between two values is done before the first, and what is handed in by `next` is not known.
 */
export function generated(machine: Machine, scope: Scope, isAsync: boolean, run: () => Value): Thing {
  const values = notWithinItself(machine, valuesOf(machine, scope, isAsync, run), isAsync);
  return machine.realm.iterating({ [Symbol.iterator]: () => values }, isAsync);
}

/** Who asks a generator for a value while it makes one is told so, or waits for what never comes. */
function notWithinItself({ realm }: Machine, values: Iterator<Value, Value>, isAsync: boolean): Iterator<Value, Value> {
  let isRunning = false;
  return {
    next() {
      if (isRunning) throw isAsync ? new Unclear('a generator') : realm.error('TypeError', 'Generator is already running');
      isRunning = true;
      try {
        return values.next();
      } finally {
        isRunning = false;
      }
    },
  };
}

function* valuesOf({ realm }: Machine, scope: Scope, isAsync: boolean, run: () => Value): Generator<Value, Value> {
  const yielded = realm.list([]);
  scope.declare(yieldedName, yielded);
  let end: (() => Value) | undefined;
  try {
    const value = run();
    end = () => value;
  } catch (error) {
    if (!(error instanceof Thrown) && !(error instanceof Enough)) throw error;
    end = () => {
      throw error;
    };
  }
  for (const value of yielded.elements ?? []) yield isAsync ? realm.awaited(value) : value;
  return end();
}

/** `yield value` and `yield* values`. */
export function yielding(machine: Machine, scope: Scope, value: Value, isDelegating: boolean): Value {
  const yielded = scope.read(yieldedName);
  const list = isThing(yielded) ? yielded.elements : undefined;
  if (!list) throw new Unclear('a generator');
  const add = (each: Value): void => {
    if (list.length >= mostAhead) throw new Enough('a long generator');
    list.push(each);
  };
  if (!isDelegating) add(value);
  else for (const each of iteratedInTime(machine.realm, value)) add(each);
  return undefined;
}
