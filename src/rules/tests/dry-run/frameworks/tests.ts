import type { Machine } from '../machine.ts';
import { itemsOf } from '../iteration.ts';
import { Exhausted, isThing, isUnclear, Thrown, unclear, type Thing, type Value } from '../value.ts';
import { mocking } from './mocks.ts';
import { addAsserting, expectation, ofUvu } from './asserting.ts';
import { Record, type Showing } from './record.ts';

interface Hooks {
  readonly each: Value[];
  readonly once: Value[];
  readonly outer: Hooks | undefined;
}

/** A test that was declared and not yet run. */
interface Declared {
  readonly path: string;
  readonly start: number;
  readonly run: Value;
  readonly given: readonly Value[];
  readonly hooks: Hooks;
}

/** So many steps are gone through for one test. */
const stepsOfTest = 200_000;

/** Stands for the frameworks that tests are written with: declares what they declare, and runs it. */
export class Frameworks {
  readonly record = new Record();
  readonly declared: Declared[] = [];
  readonly #machine: Machine;
  #hooks: Hooks = { each: [], once: [], outer: undefined };

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  /** The names that tests find without asking for them. */
  globals(): ReadonlyMap<string, Value> {
    const found = new Map<string, Value>();
    for (const name of ['describe', 'context', 'suite']) found.set(name, this.#group());
    for (const name of ['it', 'test', 'specify']) found.set(name, this.#test());
    for (const name of ['beforeEach', 'setup']) found.set(name, this.#hook('each'));
    for (const name of ['before', 'beforeAll']) found.set(name, this.#hook('once'));
    for (const name of ['after', 'afterEach', 'afterAll', 'teardown'])
      found.set(
        name,
        this.#machine.realm.native(() => undefined),
      );
    for (const name of ['xit', 'xdescribe', 'xtest', 'jasmine', 'cy', 'sinon']) found.set(name, unclear);
    found.set('expect', this.#expect());
    for (const name of ['jest', 'vi']) found.set(name, mocking(this.#machine));
    return found;
  }

  /** What a framework's package gives; undefined where it is none. */
  module(source: string): Value {
    const { realm } = this.#machine;
    if (/^(?:tape|tap|ava|uvu|node:test|test)$/.test(source)) {
      const test = this.#test();
      test.properties.set('default', test);
      test.properties.set('test', test);
      for (const [name, value] of this.globals()) if (!test.properties.has(name)) test.properties.set(name, value);
      addAsserting(this.#machine, this.record, test);
      test.properties.set('test', test);
      return test;
    }
    if (/^(?:node:)?assert(?:\/strict)?$|^uvu\/assert$/.test(source)) {
      const assert = realm.native(
        (_, [value]) => (this.record.note(this.#machine, value === unclear ? undefined : Boolean(value)), undefined),
      );
      addAsserting(this.#machine, this.record, assert);
      if (source === 'uvu/assert') addAsserting(this.#machine, this.record, assert, ofUvu);
      assert.properties.set('strict', assert);
      assert.properties.set('default', assert);
      return assert;
    }
    if (/^(?:@hapi\/)?lab$/.test(source)) {
      const names = new Map(this.globals());
      names.set('experiment', this.#group());
      names.set(
        'script',
        realm.native(() => realm.plain(Object.fromEntries(names))),
      );
      return realm.plain(Object.fromEntries(names));
    }
    if (/^(?:vitest|@hapi\/code|code|@jest\/globals|chai|mocha|bun:test|@playwright\/test|expect)$/.test(source)) {
      const made = realm.plain(Object.fromEntries(this.globals()));
      if (source === 'chai') made.properties.set('assert', this.module('assert'));
      made.isOpen = true;
      return source === 'expect' ? this.#expect() : made;
    }
    return undefined;
  }

  #expect(): Thing {
    const made = this.#machine.realm.native((_, [actual]) => expectation(this.#machine, this.record, actual));
    made.isOpen = true;
    return made;
  }

  #hook(kind: 'each' | 'once'): Thing {
    return this.#machine.realm.native((_, given) => {
      const callback = given.find((each) => isThing(each) && each.call);
      if (callback !== undefined) this.#hooks[kind].push(callback);
      return undefined;
    });
  }

  #group(): Thing {
    return this.#withVariants((run, given) => {
      const outer = this.#hooks;
      this.#hooks = { each: [], once: [], outer };
      try {
        this.#machine.call(run, undefined, given);
      } catch (error) {
        if (!isUnclear(error) && !(error instanceof Thrown)) throw error;
      } finally {
        this.#hooks = outer;
      }
    });
  }

  #test(): Thing {
    return this.#withVariants((run, given) => {
      const { site } = this.#machine;
      if (site) this.declared.push({ path: site.file.path, start: site.start, run, given, hooks: this.#hooks });
    });
  }

  /** `it('…', run)`, `it.only(…)`, `it.each(rows)('…', run)`; what is skipped is not run. */
  #withVariants(take: (run: Value, given: readonly Value[]) => void): Thing {
    const { realm } = this.#machine;
    const made = realm.native((_, given) => {
      const at = given.findIndex((each) => isThing(each) && each.call !== undefined);
      const further = given.slice(at + 1);
      if (at >= 0) take(given[at], further.some((each) => isThing(each) && each.call) ? [this.#context(), ...further] : []);
      return undefined;
    });
    made.properties.set('only', made);
    for (const name of ['skip', 'todo', 'fails', 'failing'])
      made.properties.set(
        name,
        realm.native(() => undefined),
      );
    const each = realm.native((_, [rows]) =>
      realm.native((_self, given) => {
        const run = given.find((one) => isThing(one) && one.call !== undefined);
        for (const row of itemsOf(rows)) if (run !== undefined) take(run, isThing(row) && row.elements ? row.elements : [row]);
        return undefined;
      }),
    );
    made.properties.set('each', each);
    made.isOpen = true;
    return made;
  }

  /** Runs one declared test. */
  run({ run, given, hooks, path, start }: Declared): Showing {
    this.#machine.allow(stepsOfTest);
    return this.#show({ path, start }, () => {
      this.#setUp(hooks);
      this.#machine.realm.awaited(this.#machine.call(run, undefined, given.length > 0 ? given : [this.#context()]));
    });
  }

  #setUp({ each, once, outer }: Hooks): void {
    if (outer) this.#setUp(outer);
    for (const callback of [...once.splice(0), ...each]) {
      try {
        this.#machine.realm.awaited(this.#machine.call(callback, undefined, [this.#machine.realm.native(() => undefined)]));
      } catch (error) {
        if (!isUnclear(error) && !(error instanceof Thrown)) throw error;
      }
    }
  }

  #show(test: Pick<Showing, 'path' | 'start'>, run: () => void): Showing {
    return this.record.during(this.#machine, test, () => {
      try {
        run();
        return { ended: 'well' };
      } catch (error) {
        if (error instanceof Thrown) return { ended: 'thrown' };
        if (isUnclear(error)) return { ended: 'unclear', why: error.message };
        if (error instanceof Exhausted && !this.#machine.isExhausted) return { ended: 'unclear', why: 'many steps' };
        throw error;
      }
    });
  }

  /** What a test is handed: its assertions, and a way to have tests within it. */
  #context(): Thing {
    const { realm } = this.#machine;
    const made = realm.native(() => undefined);
    addAsserting(this.#machine, this.record, made);
    made.properties.set('assert', made);
    const nested = realm.native((_, given) => {
      const { site } = this.#machine;
      const run = given.find((each) => isThing(each) && each.call !== undefined);
      if (run !== undefined && site) {
        this.#machine.allow(stepsOfTest);
        this.#show({ path: site.file.path, start: site.start }, () => void this.#machine.call(run, undefined, [this.#context()]));
        this.#machine.allow(stepsOfTest);
      }
      return realm.promised(undefined);
    });
    nested.properties.set(
      'skip',
      realm.native(() => undefined),
    );
    made.properties.set('test', nested);
    made.properties.set(
      'skip',
      realm.native(() => undefined),
    );
    made.isOpen = true;
    return made;
  }
}
