import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import type { Effect } from './effect.ts';
import type { MigrationUnit } from './migration-units.ts';

export function contractChange(
  { file }: Pick<MigrationUnit, 'file'>,
  range: TextRange,
  effect: Effect,
  before?: { readonly file: SourceFile; readonly range: TextRange },
  deprecatedBefore = false,
): ContractChange {
  return { contract: 'sql-migration', ...effect, file, range, ...(before && { before }), deprecatedBefore };
}
