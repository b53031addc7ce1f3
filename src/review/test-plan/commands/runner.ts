import type { SourceFile } from '../../../code/code-change.ts';

/** What runs a test file. */
export interface Runner {
  /** For people: `vitest`, `Maven`. */
  readonly name: string;
  /** Equal for files that one command runs together. */
  readonly key: string;
  /** A command line for the repository's root. */
  commandFor(files: readonly SourceFile[]): string;
  /** The same with a placeholder for the files, as a deep check takes it: `{files}`, or `{classes}` for Java. */
  templateFor(files: readonly SourceFile[]): string;
}
