import type { Side } from '../../../change/change-set.ts';
import type { FileFacts } from '../../../code/facts.ts';
import type { ReadCode } from '../../contract-kind.ts';
import { migrationPlace } from '../migration-place.ts';
import { isCodeMigration, longestCodeMigration } from './code-migrations.ts';

/** What migrations in code say, by their paths, with all bodies: the facts of a changed file have only those that the change touches. */
export async function codeFacts(
  side: Side,
  texts: Iterable<readonly [path: string, text: string]>,
  code: ReadCode,
): Promise<ReadonlyMap<string, FileFacts>> {
  const paths = [...texts].flatMap(([path, text]) => (isReadable(path, text) ? [path] : []));
  const files = paths.length > 0 ? await code(side, paths) : [];
  return new Map(files.flatMap(({ path, facts }) => (facts ? [[path, facts]] : [])));
}

function isReadable(path: string, text: string): boolean {
  return migrationPlace(path, '')?.tool === 'code' && text.length <= longestCodeMigration && isCodeMigration(path, text);
}
