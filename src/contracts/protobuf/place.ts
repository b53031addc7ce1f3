import type { ProtoField, ProtoFile, ProtoScope, ProtoType } from './model.ts';

/** Where a declaration stands, and what it adds to. */
export interface Place {
  readonly file: ProtoFile;
  readonly parent: ProtoScope;
  /** Package and enclosing messages, with a dot behind; empty at the top of a file without package. */
  readonly prefix: string;
  readonly types: ProtoType[];
  readonly extensions: ProtoField[];
  readonly depth: number;
}
