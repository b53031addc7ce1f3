import { migrationPlace } from '../sql-migration/migration-place.ts';
import type { ContractSurroundings } from '../contract-kind.ts';

/** Whether a class may be mapped to what a migration makes. */
export type IsNearest = (entity: string, migration: string) => boolean;

/** Of several products in one tree each has its own database: no other folder of migrations may be nearer to a class. */
export async function nearestMigrations({ paths }: Pick<ContractSurroundings, 'paths'>): Promise<IsNearest> {
  const folders = new Set((await paths('head')).flatMap((path) => migrationPlace(path, '')?.folder ?? []));
  return (entity, migration) => {
    const shared = sharedFolders(entity, migration);
    return [...folders].every((folder) => sharedFolders(entity, folder) <= shared);
  };
}

function sharedFolders(one: string, other: string): number {
  const [left, right] = [one.split('/'), other.split('/')];
  const differs = left.findIndex((part, at) => part !== right[at]);
  return differs === -1 ? left.length : differs;
}
