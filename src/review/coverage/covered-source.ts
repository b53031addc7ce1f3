/** A changed file of production code. */
export interface CoveredSource {
  readonly path: string;
  readonly text: string;
  readonly isJava: boolean;
}
