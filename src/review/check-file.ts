import type { ChangedFile } from '../code/code-change.ts';
import { withoutDoubles } from './doubles.ts';
import type { Drafted, RuleRunner } from './run-rules.ts';

/** What file rules found on the two sides of one file. */
export interface CheckedFile {
  readonly file: ChangedFile;
  readonly base: readonly Drafted[];
  readonly head: readonly Drafted[];
}

/** Runs the file rules on both sides, with the settings for the file's path at head. */
export function checkFile(file: ChangedFile, rules: RuleRunner): CheckedFile {
  return {
    file,
    base: file.base ? withoutDoubles(rules.runOnFile(file.base, file.path)) : [],
    head: file.head ? withoutDoubles(rules.runOnFile(file.head, file.path)) : [],
  };
}
