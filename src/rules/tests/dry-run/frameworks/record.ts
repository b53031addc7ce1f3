import type { Machine } from '../machine.ts';

export type State = 'held' | 'failed' | 'unclear';

/** What one test showed on one side. */
export interface Showing {
  readonly path: string;
  /** Where the call begins that makes the test. */
  readonly start: number;
  /** By the place of the assertion, and how often it was come by. */
  readonly outcomes: Map<string, State>;
  readonly entered: ReadonlySet<string>;
  readonly end: End;
}

/** How a test ended, and of what is unclear because of what. */
export interface End {
  readonly ended: 'well' | 'thrown' | 'unclear';
  readonly why?: string;
}

/** Notes what assertions of the tests give. */
export class Record {
  readonly showings: Showing[] = [];
  #now: Map<string, State> | undefined;
  readonly #counts = new Map<string, number>();

  note(machine: Machine, state: boolean | undefined, site = machine.site): void {
    const place = `${site?.file.path ?? ''}:${site?.start ?? 0}`;
    const count = this.#counts.get(place) ?? 0;
    this.#counts.set(place, count + 1);
    this.#now?.set(`${place}#${count}`, state === undefined ? 'unclear' : state ? 'held' : 'failed');
  }

  /** Runs one test and keeps what it shows. */
  during(machine: Machine, test: Pick<Showing, 'path' | 'start'>, run: () => End): Showing {
    const [around, entered] = [this.#now, machine.entered];
    const outcomes = new Map<string, State>();
    const own = new Set<string>();
    this.#now = outcomes;
    machine.entered = own;
    let end: End = { ended: 'unclear' };
    try {
      end = run();
    } finally {
      this.#now = around;
      for (const place of own) entered.add(place);
      machine.entered = entered;
      this.showings.push({ ...test, outcomes, entered: own, end });
    }
    return { ...test, outcomes, entered: own, end };
  }
}
