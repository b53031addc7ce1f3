import type { SourceFile } from '../../code/code-change.ts';
import type { ContractSurroundings } from '../contract-kind.ts';

/** What comparing code with the contracts before it may ask for. */
export interface AgreementSurroundings extends ContractSurroundings {
  /** Files of head with the facts and bodies of all that is in them; those without a language are left out. */
  readonly code: (paths: readonly string[]) => Promise<readonly SourceFile[]>;
}

/** Files that may make routes. */
export const codeSuffixes = ['.java', '.kt', '.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs'];

/** Folders that are no part of the product. */
export const aside = /(?:^|\/)(?:tests?|__tests__|fixtures|testdata|examples?|samples?|node_modules)\/|\.(?:test|spec)\.[cm]?[jt]sx?$/i;
