import type { ContractChange } from '../../code/contract-change.ts';
import type { DocumentNode } from '../../code/document-node.ts';

/** A difference before it has its place in the text. */
export interface DocumentChange {
  readonly change: string;
  readonly impact: ContractChange['impact'];
  /** The statement with old and new side by side; without a full stop, in lower case or with a name first. */
  readonly says: string;
  /** What it does to consumers. */
  readonly consequence?: string | undefined;
  readonly element: string;
  readonly old?: DocumentNode | undefined;
  readonly now?: DocumentNode | undefined;
  /** Where it would stand at head, for what is gone. */
  readonly into?: DocumentNode | undefined;
  readonly deprecatedBefore?: boolean;
  /** Where base said that it would go, and from which ISO day on. */
  readonly deprecation?: { readonly at: DocumentNode; readonly removal?: string } | undefined;
  readonly unlikely?: boolean | undefined;
  readonly promise?: ContractChange['promise'] | undefined;
}
