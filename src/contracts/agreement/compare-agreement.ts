import type { ChangedFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { surfaceSides } from '../surface/side-elements.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { differingBodies } from './bodies/differing-bodies.ts';
import { missingBeans } from './missing-beans.ts';
import { missingMigrations } from './missing-migrations.ts';
import { missingResolvers } from './missing-resolvers.ts';
import { prismaDrift } from './prisma/prisma-drift.ts';
import { stillModelled } from './prisma/still-modelled.ts';
import { promisedRoutes } from './promised-routes.ts';
import { silentEvents } from './silent-events.ts';
import { stillMapped } from './still-mapped.ts';
import { unansweredFields } from './unanswered-fields.ts';
import { undescribedParameters } from './undescribed-parameters.ts';
import { undescribedRoutes } from './undescribed-routes.ts';
import { unfilledColumns } from './unfilled-columns.ts';
import { unmappedFields } from './unmapped-fields.ts';
import { unservedOperations } from './unserved-operations.ts';

/** What one contract of a repository still says although a change took the code behind it away, and the other way round. */
export async function compareAgreement(
  files: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const sides = surfaceSides(files);
  const found = await Promise.all([
    promisedRoutes(sides, surroundings),
    undescribedRoutes(sides, files, surroundings),
    undescribedParameters(sides, surroundings),
    unservedOperations(files, surroundings),
    stillMapped(files, surroundings),
    unfilledColumns(files, surroundings),
    missingResolvers(files, surroundings),
    missingMigrations(files, surroundings),
    prismaDrift(files, surroundings),
    stillModelled(files, surroundings),
    missingBeans(files, surroundings),
    silentEvents(files, surroundings),
    unmappedFields(files, surroundings),
    unansweredFields(files, surroundings),
    differingBodies(files, surroundings),
  ]);
  return found.flat();
}
