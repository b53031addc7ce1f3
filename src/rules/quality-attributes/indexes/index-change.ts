import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';

/** An index or a unique key that a file makes or drops. */
export interface IndexChange {
  readonly made: boolean;
  readonly isUnique: boolean;
  /** The index, or what it is on. */
  readonly name: string;
  readonly file: SourceFile;
  readonly range: TextRange;
}

/** Whether a file changes a database as it is by what it is called. */
export function isMigration(path: string): boolean {
  return /(?:^|[/_-])(?:db|migrations?|migrate|changelogs?|changesets?|flyway|liquibase)(?:[/_.-]|$)/i.test(path);
}
