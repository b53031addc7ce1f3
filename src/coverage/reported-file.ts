import type { BranchCoverage, LineCoverage } from '../code/coverage.ts';

/** What a report says of one file. */
export interface ReportedFile {
  /** What the report calls it: any of these may be its path, absolute, or relative to where the tests ran. Forward slashes. */
  readonly names: readonly string[];
  /** `tail`: a package's folder and a file name, below a source folder that is not told. */
  readonly kind: 'path' | 'tail';
  readonly lines: readonly LineCoverage[];
}

/** A report as it was read. */
export interface CoverageReport {
  /** Only those that were asked for. */
  readonly files: readonly ReportedFile[];
  /** When the tests ran or the report was made, by its own words: milliseconds since the epoch. */
  readonly made?: number;
}

/** Whether a file of this name, without its folders, is wanted: reports speak of whole projects. */
export type Wanted = (baseName: string) => boolean;

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** Gathers what is said of the lines of one file, piece by piece. */
export class LinesRead {
  readonly #hits = new Map<number, boolean>();
  readonly #branches = new Map<number, BranchCoverage>();

  hit(line: number, executed: boolean): void {
    if (Number.isSafeInteger(line) && line > 0) this.#hits.set(line, executed || this.#hits.get(line) === true);
  }

  branches(line: number, { taken, all }: BranchCoverage): void {
    if (!Number.isSafeInteger(line) || line <= 0 || !(all > 0)) return;
    const known = this.#branches.get(line) ?? { taken: 0, all: 0 };
    this.#branches.set(line, { taken: known.taken + Math.min(taken, all), all: known.all + all });
  }

  lines(): readonly LineCoverage[] {
    return [...this.#hits]
      .sort(([a], [b]) => a - b)
      .map(([line, executed]) => {
        const branches = this.#branches.get(line);
        return { line, executed, ...(branches && { branches }) };
      });
  }
}

/** A time in seconds or in milliseconds, in milliseconds; undefined where it is none. Of whole seconds, the last moment. */
export function timeOf(text: string | undefined): number | undefined {
  const time = Number(text);
  if (!(time > 0)) return undefined;
  return time < 100_000_000_000 ? time * 1000 + 999 : time;
}
