/**
 * Tells waiting from working: on a busy machine, time goes by in which this process does nothing.
 * What is given up after some time would otherwise be found on one day and not on another.
 */
export class WorkClock {
  readonly #began = performance.now();
  readonly #used = process.cpuUsage();

  /** Milliseconds for which this process has worked since; never more than have gone by, however many threads worked. */
  worked(): number {
    const { user, system } = process.cpuUsage(this.#used);
    return Math.min(this.#gone(), (user + system) / 1000);
  }

  /** Which part of the time since was work, from 0 to 1. */
  share(): number {
    const gone = this.#gone();
    return gone === 0 ? 1 : this.worked() / gone;
  }

  #gone(): number {
    return performance.now() - this.#began;
  }
}
