import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Mocha's spec reporter, which also writes `{ passed, failed }` to the file named by the reporter option `totals`. */
export class TotalsReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { totals } = options.reporterOptions as { totals: string };
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      writeFileSync(totals, JSON.stringify({ passed: this.stats.passes, failed: this.stats.failures }));
    });
  }
}

// Mocha takes a reporter from a file's default export only.
export { TotalsReporter as default };
