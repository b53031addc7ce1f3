/** How much is read before the rest of a change set is only listed. */
export interface ReadLimits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes of all files of both sides. */
  readonly totalBytes: number;
  /** Files of both sides. */
  readonly files: number;
}

export const DEFAULT_LIMITS: ReadLimits = { fileBytes: 4_000_000, totalBytes: 256_000_000, files: 40_000 };

/** Counts what is read against the limits. Files are let in in the order of asking, so that the same ones are every time. */
export class ReadBudget {
  readonly limits: ReadLimits;
  #files = 0;
  #bytes = 0;
  #refused = 0;

  constructor(limits: Partial<ReadLimits> = {}) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
  }

  /** How many files were refused because others had used up the total. */
  get refused(): number {
    return this.#refused;
  }

  /** Whether a file of this size may be read; it then counts as read. */
  admit(size: number): boolean {
    if (size > this.limits.fileBytes) return false;
    if (this.#files >= this.limits.files || this.#bytes + size > this.limits.totalBytes) {
      this.#refused++;
      return false;
    }
    this.#files++;
    this.#bytes += size;
    return true;
  }
}
