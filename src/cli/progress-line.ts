import type { Progress, ReportProgress } from '../base/progress.ts';
import type { Host } from './host.ts';

export interface ProgressLine {
  readonly report: ReportProgress;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Milliseconds before a line is shown at all, and between two changes of it. */
const usualTiming = { patience: 400, interval: 80 };

/** One line on standard error that says what takes so long; nothing where that is not a terminal. */
export function progressLine(
  { stderr }: Pick<Host, 'stderr'>,
  write = (text: string): unknown => process.stderr.write(text),
  timing = usualTiming,
): ProgressLine {
  if (!stderr.isTerminal) return { report: () => undefined, end: () => undefined };
  const started = performance.now();
  let shown = 0;
  return {
    report: (progress) => {
      const now = performance.now();
      if (now - started < timing.patience || now - shown < timing.interval) return;
      shown = now;
      write(`\r\u001b[2K${describe(progress)}`);
    },
    end: () => {
      if (shown > 0) write('\r\u001b[2K');
      shown = 0;
    },
  };
}

function describe({ step, done, total }: Progress): string {
  return total > 0 ? `${step} · ${Math.floor((100 * done) / total)} %` : step;
}
