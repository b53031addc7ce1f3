import type { DocumentNode } from '../../code/document-node.ts';
import type { Flow } from '../schema/schema-place.ts';
import type { SchemaReader } from '../schema/schema-view.ts';

/** One kind of message that goes over a channel. */
export interface Message {
  /** Its key, id or name; empty where it has none. */
  readonly name: string;
  readonly at: DocumentNode;
  readonly pointer: string;
  readonly deprecated: boolean;
  readonly contentType?: DocumentNode | undefined;
  readonly payload?: DocumentNode | undefined;
  /** What the payload is described in; JSON Schema where it is not said. */
  readonly format: 'json-schema' | 'other';
  readonly formatAt?: DocumentNode | undefined;
  readonly headers?: DocumentNode | undefined;
  readonly correlation?: DocumentNode | undefined;
  readonly bindings?: DocumentNode | undefined;
}

/** What consumers do with a channel: they write to it (`in`), or read from it (`out`). Operations that do the same are one use. */
export interface ChannelUse {
  /** For people: `what consumers read from \`orders\``. */
  readonly name: string;
  readonly at: DocumentNode;
  readonly pointer: string;
  readonly flow: Flow;
  readonly messages: readonly Message[];
  /** Operation id → where it is said. */
  readonly ids: ReadonlyMap<string, DocumentNode>;
  readonly deprecated: boolean;
  readonly bindings?: DocumentNode | undefined;
  readonly security: readonly DocumentNode[];
}

export interface Channel {
  /** As consumers know it: a topic, a queue, a path. */
  readonly address: string;
  readonly at: DocumentNode;
  readonly pointer: string;
  /** By its place in the address. */
  readonly parameters: ReadonlyMap<string, ChannelParameter>;
  /** By what is done, e.g. `out`, `reply in`. */
  readonly uses: ReadonlyMap<string, ChannelUse>;
  readonly bindings?: DocumentNode | undefined;
  readonly deprecated: boolean;
}

export interface ChannelParameter {
  readonly name: string;
  readonly at: DocumentNode;
  readonly schema: DocumentNode;
}

export interface Server {
  readonly at: DocumentNode;
  readonly address?: DocumentNode | undefined;
  readonly addressText: string;
  readonly protocol?: DocumentNode | undefined;
  readonly protocolVersion?: DocumentNode | undefined;
  readonly security: readonly DocumentNode[];
  /** Of the parts of the address that clients choose: the values they may choose from. */
  readonly choices: ReadonlyMap<string, DocumentNode>;
}

/** One side of an API, whichever version of the format it is written in. */
export interface EventApi {
  readonly root: DocumentNode;
  readonly reader: SchemaReader;
  /** By address with parameters' names left out. */
  readonly channels: ReadonlyMap<string, Channel>;
  readonly servers: ReadonlyMap<string, Server>;
}
