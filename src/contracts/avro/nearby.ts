import type { Side } from '../../change/change-set.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { ReadFurther } from '../contract-kind.ts';
import type { AvroSchema } from './model.ts';
import { readAvro, type Definitions } from './read.ts';

/** Names that are looked up, of all changed files together. */
const most = 500;

/** All named types of one side's changed files, and of the files beside them that are named like a type that was not found. */
export async function nearbyDefinitions(side: Side, files: readonly SourceFile[], readFurther: ReadFurther): Promise<Definitions> {
  const definitions: Definitions = new Map();
  // Twice: a name may be used in a file before the file that defines it.
  for (const file of [...files, ...files]) addAll(definitions, file);
  const paths = [...new Set(files.flatMap((file) => candidates(file, definitions)))].slice(0, most);
  if (paths.length === 0) return definitions;
  const texts = await readFurther(side, paths);
  for (const [path, text] of texts) addAll(definitions, { side, path, text } as SourceFile);
  return definitions;
}

/** One that cannot be read leaves its types unknown; the notice is written where it is compared. */
function addAll(definitions: Definitions, file: SourceFile): void {
  try {
    for (const [name, schema] of readAvro(file, definitions).own) definitions.set(name, schema);
  } catch {
    return;
  }
}

function candidates(file: SourceFile, definitions: Definitions): readonly string[] {
  try {
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    const { schema, own } = readAvro(file, definitions);
    return unknownNames([schema, ...own.values()]).flatMap((name) => [
      `${folder}${name.slice(name.lastIndexOf('.') + 1)}.avsc`,
      `${folder}${name}.avsc`,
    ]);
  } catch {
    return [];
  }
}

function unknownNames(schemas: readonly AvroSchema[]): readonly string[] {
  return schemas.flatMap((schema): readonly string[] => {
    if (schema.kind === 'unknown') return [schema.fullName];
    if (schema.kind === 'union') return unknownNames(schema.branches);
    if (schema.kind === 'array' || schema.kind === 'map') return unknownNames([schema.items]);
    return schema.kind === 'record' ? unknownNames(schema.fields.map((field) => field.schema).filter(({ kind }) => kind !== 'record')) : [];
  });
}
