import type { Machine } from '../machine.ts';
import type { Thing } from '../value.ts';
import { unclear, type Value } from '../value.ts';

/** What a function that stands in for another was called with. */
export const callsOfMock = new WeakMap<Thing, Value[]>();

/** `jest` and `vi`: functions that note their calls. What is put in the place of modules and clocks is not known. */
export function mocking(machine: Machine): Thing {
  const made = machine.realm.plain();
  made.isOpen = true;
  made.properties.set(
    'fn',
    machine.realm.native((_, [run]) => mock(machine, run)),
  );
  return made;
}

function mock(machine: Machine, run: Value): Thing {
  const { realm } = machine;
  let act = run;
  const calls: Value[] = [];
  const made = realm.native((self, given) => {
    calls.push(realm.list(given));
    return act === undefined ? undefined : machine.call(act, self, given);
  });
  callsOfMock.set(made, calls);
  made.properties.set('mock', unclear);
  const set = (next: (value: Value) => Value): Thing =>
    realm.native((_, [value]) => {
      act = next(value);
      return made;
    });
  made.properties.set(
    'mockImplementation',
    set((value) => value),
  );
  made.properties.set(
    'mockReturnValue',
    set((value) => realm.native(() => value)),
  );
  made.properties.set(
    'mockResolvedValue',
    set((value) => realm.native(() => realm.promised(value))),
  );
  for (const name of ['mockImplementationOnce', 'mockReturnValueOnce', 'mockResolvedValueOnce', 'mockRejectedValue'])
    made.properties.set(
      name,
      set(() => unclear),
    );
  for (const name of ['mockClear', 'mockReset', 'mockRestore'])
    made.properties.set(
      name,
      realm.native(() => ((calls.length = 0), made)),
    );
  return made;
}
