import type { TokenReader } from './type-tokens.ts';
import type { ScriptType } from './type.ts';

/** What a simple name means where a type is written: a type variable or what stands in for one. */
export type Names = (name: string) => ScriptType | undefined;

/** A place where a type is read, the names there, and how deep. */
export interface TypeReader {
  readonly tokens: TokenReader;
  readonly names: Names;
  readonly depth: number;
  /** Reads what is inside. */
  readonly read: (reader: TypeReader) => ScriptType;
}
