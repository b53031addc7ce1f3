import type { DocumentNode } from '../../code/document-node.ts';
import type { SchemaReader } from '../schema/schema-view.ts';

/** How long something was to live, as the document says. */
export interface Lifecycle {
  readonly deprecated: boolean;
  readonly deprecatedAt?: DocumentNode | undefined;
  /** `x-sunset` or `x-deprecation-sunset`: the day from which it may be gone. */
  readonly sunset?: DocumentNode | undefined;
  /** `x-stability-level`: `draft`, `alpha`, `beta` or `stable`. */
  readonly stability?: DocumentNode | undefined;
}

export interface Parameter extends Lifecycle {
  readonly in: string;
  readonly name: string;
  /** Equal for the same parameter of both sides: for one of the path, its place in the template. */
  readonly identity: string;
  readonly at: DocumentNode;
  readonly required: boolean;
  readonly requiredAt?: DocumentNode | undefined;
  readonly schema?: DocumentNode | undefined;
  readonly style: string;
  readonly explode: boolean;
  readonly styleAt?: DocumentNode | undefined;
  readonly explodeAt?: DocumentNode | undefined;
  readonly allowEmptyValue?: DocumentNode | undefined;
  readonly allowReserved?: DocumentNode | undefined;
  /** Whether it is always there although not said, as one of the path is. */
  readonly content: Content;
}

/** Media type → what it holds. */
export type Content = ReadonlyMap<string, MediaType>;

export interface MediaType {
  readonly at: DocumentNode;
  readonly schema?: DocumentNode | undefined;
}

export interface RequestBody {
  readonly at: DocumentNode;
  readonly required: boolean;
  readonly requiredAt?: DocumentNode | undefined;
  readonly content: Content;
}

export interface Header {
  readonly name: string;
  readonly at: DocumentNode;
  readonly required: boolean;
  readonly requiredAt?: DocumentNode | undefined;
  readonly schema?: DocumentNode | undefined;
  readonly explodeAt?: DocumentNode | undefined;
}

export interface Response {
  readonly at: DocumentNode;
  readonly content: Content;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, Header>;
}

/** One way to be let in: all these schemes with these scopes. None: everybody is. */
export interface SecurityAlternative {
  readonly at: DocumentNode;
  readonly schemes: ReadonlyMap<string, readonly string[]>;
}

export interface Operation extends Lifecycle {
  readonly method: string;
  /** As written. */
  readonly path: string;
  readonly pointer: string;
  /** For people: `GET /pets/{id}`. */
  readonly name: string;
  readonly at: DocumentNode;
  /** `consumer` calls it, or is called by it (webhooks, callbacks). */
  readonly caller: 'consumer' | 'provider';
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody | undefined;
  readonly responses: ReadonlyMap<string, Response>;
  readonly security: readonly SecurityAlternative[];
  readonly securityAt?: DocumentNode | undefined;
  readonly callbacks: ReadonlyMap<string, Operation>;
}

/** A path and its operations, by method. */
export interface PathItem {
  readonly path: string;
  readonly at: DocumentNode;
  readonly pointer: string;
  readonly operations: ReadonlyMap<string, Operation>;
}

/** One side of an API, whichever version of the format it is written in. */
export interface Api {
  readonly root: DocumentNode;
  readonly reader: SchemaReader;
  /** By template with parameters' names left out. */
  readonly paths: ReadonlyMap<string, PathItem>;
  readonly webhooks: ReadonlyMap<string, PathItem>;
  readonly schemes: ReadonlyMap<string, DocumentNode>;
  readonly schemas: ReadonlyMap<string, DocumentNode>;
  /** Base addresses. */
  readonly servers: ReadonlyMap<string, DocumentNode>;
}
