import type { DocumentNode } from '../../../code/document-node.ts';

/** What a check of a pipeline looks after. */
export type CheckKind =
  'tests' | 'lint' | 'types' | 'format' | 'coverage' | 'secret scan' | 'security scan' | 'quality gate' | 'dependency review';

/** A command or an action that can fail a build. */
export interface Check {
  readonly kind: CheckKind;
  /** As in messages: `npm test`, `actions/dependency-review-action`. */
  readonly text: string;
  readonly node: DocumentNode;
  /** Why it cannot fail the build although it runs, e.g. `|| true`. */
  readonly soft?: string | undefined;
}
