import type { ChangedFile } from '../../../code/code-change.ts';
import type { ContractChange } from '../../../code/contract-change.ts';
import type { ContractSurroundings } from '../../contract-kind.ts';
import { changedInCode } from './changed-in-code.ts';
import { changedInDocuments } from './changed-in-documents.ts';

/**
 * Fields of bodies, and of bodies within them, that a change gives to, or takes from, the code alone or the OpenAPI document alone, or that it
 * requires in one of them alone, although both had the same so far.
 */
export async function differingBodies(
  files: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const found = await Promise.all([changedInCode(files, surroundings), changedInDocuments(files, surroundings)]);
  return found.flat();
}
