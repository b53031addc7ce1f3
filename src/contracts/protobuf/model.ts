import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';

/** Options by name as written (`deprecated`, `features.enum_type`, `(google.api.http).get`), values without white space or quotes. */
export type ProtoOptions = ReadonlyMap<string, string>;

/** Whatever may carry options that hold for what is inside it. */
export interface ProtoScope {
  readonly options: ProtoOptions;
  readonly parent?: ProtoScope;
}

/** Both ends are included. */
export interface NumberSpan {
  readonly from: number;
  readonly to: number;
}

/** Anything with a name that stands in a file. */
export interface ProtoElement extends ProtoScope {
  readonly name: string;
  /** With package and enclosing messages, without a dot before. */
  readonly fullName: string;
  readonly file: ProtoFile;
  /** The whole declaration. */
  readonly range: TextRange;
  readonly nameRange: TextRange;
}

export interface ProtoField extends ProtoElement {
  readonly number: number;
  readonly label?: 'optional' | 'required' | 'repeated';
  /** As written; a group's is the name of its message. */
  readonly type: string;
  /** The key's type, for a map. */
  readonly mapKey?: string;
  readonly group: boolean;
  readonly oneof?: string;
  /** The extended message as written, for an extension. */
  readonly extendee?: string;
}

/** What a message and an enum keep numbers and names for. */
export interface ProtoReserved {
  readonly reserved: readonly NumberSpan[];
  readonly reservedNames: readonly string[];
  /** Behind the opening brace. */
  readonly bodyStart: number;
}

export interface ProtoMessage extends ProtoElement, ProtoReserved {
  readonly kind: 'message';
  readonly fields: readonly ProtoField[];
  readonly oneofs: readonly ProtoElement[];
  readonly extensionRanges: readonly NumberSpan[];
}

export interface ProtoEnumValue extends ProtoElement {
  readonly number: number;
}

export interface ProtoEnum extends ProtoElement, ProtoReserved {
  readonly kind: 'enum';
  readonly values: readonly ProtoEnumValue[];
}

export interface ProtoMethod extends ProtoElement {
  readonly request: string;
  readonly response: string;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
}

export interface ProtoService extends ProtoElement {
  readonly kind: 'service';
  readonly methods: readonly ProtoMethod[];
}

export type ProtoType = ProtoMessage | ProtoEnum | ProtoService;

/** One file; nested types stand beside those that enclose them. */
export interface ProtoFile extends ProtoScope {
  readonly source: SourceFile;
  /** `proto2`, `proto3` or an edition, e.g. `2023`. */
  readonly syntax: string;
  readonly syntaxRange: TextRange;
  readonly package: string;
  readonly packageRange: TextRange;
  readonly imports: readonly string[];
  readonly optionRanges: ReadonlyMap<string, TextRange>;
  readonly types: readonly ProtoType[];
  readonly extensions: readonly ProtoField[];
}
