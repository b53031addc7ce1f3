import { Kind, parse } from 'graphql';
import type { SourceFile } from '../../code/code-change.ts';

/** A field of an object type of a GraphQL schema. */
export interface SchemaField {
  readonly type: string;
  readonly field: string;
  readonly file: SourceFile;
  /** Of its name. */
  readonly range: { readonly start: number; readonly end: number };
}

/** A schema of 10,000 types has some 2,000,000 characters and 500,000 tokens. */
const longest = 5_000_000;
const maxTokens = 2_000_000;

/** The fields that a schema file gives to object types, extended ones too; none where it cannot be read, which its comparison tells. */
export function schemaFields(file: SourceFile): readonly SchemaField[] {
  if (file.text.length > longest) return [];
  try {
    return parse(file.text, { maxTokens }).definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
      return (definition.fields ?? []).flatMap(({ name: { value, loc } }): SchemaField[] =>
        loc ? [{ type: definition.name.value, field: value, file, range: { start: loc.start, end: loc.end } }] : [],
      );
    });
  } catch {
    return [];
  }
}
