import type { TextRange } from '../base/text-range.ts';
import type { SourceFile } from './code-change.ts';
import type { Deprecation } from './deprecation.ts';

/** The kinds of interface file that are compared. */
export type ContractFileKindId =
  'openapi' | 'graphql' | 'protobuf' | 'json-schema' | 'asyncapi' | 'avro' | 'sql-migration' | 'helm-values' | 'manifest';

/** What a product promises by its code: how it is called, configured, started and sent to. */
export type SurfaceContractId = 'http-routes' | 'configuration' | 'command-line' | 'messaging';

/** That a document or a database says the same as the code behind it. */
export type AgreementId = 'agreement';

/** Every kind of contract that is compared. */
export type ContractKindId = ContractFileKindId | SurfaceContractId | AgreementId;

/**
 * What a difference does to those who hold to the contract. `breaking`: some consumer that did everything right fails.
 * `risky`: none has to, but a careful one may. `compatible`: none can; it is kept because it tells which version the change needs.
 */
export type ContractImpact = 'breaking' | 'risky' | 'compatible';

/** One difference between two versions of a contract. */
export interface ContractChange {
  readonly contract: ContractKindId;
  /** Stable kebab-case id from the kind's own published catalogue, e.g. `request-parameter-removed`, `field-removed`. */
  readonly change: string;
  readonly impact: ContractImpact;
  /** One sentence with old and new side by side and what it does to consumers. */
  readonly message: string;
  /** Where in the contract, as the kind says it: a JSON pointer or path, `Type.field`, `package.Message.field`, `schema.table.column`. */
  readonly element: string;
  /** The same as a JSON pointer into `file`, where `element` is none and other tools of the kind speak in pointers. */
  readonly pointer?: string;
  /** Where it stands at head; at base for what is gone. */
  readonly file: SourceFile;
  readonly range: TextRange;
  /** Where it stood, if it still stands at head. */
  readonly before?: { readonly file: SourceFile; readonly range: TextRange };
  /** Where else the very same stands: in other documents that are made of the same code. */
  readonly also?: readonly { readonly file: SourceFile; readonly range: TextRange }[];
  /** Whether the contract itself had said before that this would go (deprecated, sunset). */
  readonly deprecatedBefore: boolean;
  /** Where it had said so, for kinds that know; elsewhere it is looked for in the text. */
  readonly deprecation?: Deprecation;
  /** A break that takes a consumer who did what few do, though it was allowed, e.g. wrote a property that nobody had described. */
  readonly unlikely?: boolean;
  /**
   * Of schemas for data that is stored or sent: whom the difference is about. `backward`: readers with the new schema and data of the old one;
   * `forward`: readers with the old schema and data of the new one. Absent: it is not told apart.
   */
  readonly promise?: 'backward' | 'forward';
  /** Edits at head that keep the contract, with an imperative title. An edit's file is the change's own where none is said. */
  readonly fix?: {
    readonly title: string;
    readonly edits: readonly { readonly file?: SourceFile; readonly range: TextRange; readonly newText: string }[];
  };
}
