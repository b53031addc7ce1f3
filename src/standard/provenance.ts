/** Where a setting was said: a built-in standard's name, or a file with line and column (from 1). */
export interface Provenance {
  readonly source: string;
  readonly line?: number;
  readonly column?: number;
}
