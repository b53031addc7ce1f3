/** What has gone by and what this process has worked so far, both in milliseconds from any beginning. */
export interface Clock {
  elapsed(): number;
  worked(): number;
}

const processClock: Clock = {
  elapsed: () => performance.now(),
  worked: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

/**
 * Tells waiting from working: on a busy machine, time goes by in which this process does nothing.
 * What is given up after some time would otherwise be found on one day and not on another.
 */
export class WorkClock {
  readonly #clock: Clock;
  readonly #began: number;
  readonly #used: number;

  constructor(clock: Clock = processClock) {
    this.#clock = clock;
    this.#began = clock.elapsed();
    this.#used = clock.worked();
  }

  /** Milliseconds for which this process has worked since; never more than have gone by, however many threads worked. */
  worked(): number {
    return Math.min(this.#gone(), this.#clock.worked() - this.#used);
  }

  /** Which part of the time since was work, from 0 to 1. */
  share(): number {
    const gone = this.#gone();
    return gone === 0 ? 1 : this.worked() / gone;
  }

  #gone(): number {
    return this.#clock.elapsed() - this.#began;
  }
}
