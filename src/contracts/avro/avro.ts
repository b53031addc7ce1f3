import type { Notice } from '../../base/notice.ts';
import type { Side } from '../../change/change-set.ts';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import type { ContractComparison, ContractSurroundings, ReadFurther } from '../contract-kind.ts';
import { compareSchemas } from './compare.ts';
import { AvroSyntaxError } from './json.ts';
import type { AvroSchema } from './model.ts';
import { nearbyDefinitions } from './nearby.ts';
import { readAvro, type Definitions } from './read.ts';

/** Characters. No schema that a person wrote is longer. */
const longest = 5_000_000;

/** Compares every changed `.avsc` file; names that it does not define are looked up in the others, and beside it. */
export async function compareAvro(changed: readonly ChangedFile[], { read }: ContractSurroundings): Promise<ContractComparison> {
  const notices: Notice[] = [];
  const base = await readSide('base', changed, read, notices);
  const head = await readSide('head', changed, read, notices);
  const changes = changed.flatMap((file) => {
    const [before, after] = [file.base && base.get(file.path), file.head && head.get(file.path)];
    if (before && after) return compareSchemas(before, after);
    return before && file.base && !file.head ? removed(before, file.base, [...head.values()]) : [];
  });
  return { changes: distinct(changes), notices };
}

async function readSide(
  side: Side,
  changed: readonly ChangedFile[],
  readFurther: ReadFurther,
  notices: Notice[],
): Promise<ReadonlyMap<string, AvroSchema>> {
  const files = changed.flatMap((file) => (file[side] ? [{ key: file.path, source: file[side] }] : []));
  const definitions: Definitions = await nearbyDefinitions(
    side,
    files.map(({ source }) => source).filter(({ text }) => text.length <= longest),
    readFurther,
  );
  const schemas = new Map<string, AvroSchema>();
  for (const { key, source } of files) {
    const schema = read(source, definitions, notices);
    if (schema) schemas.set(key, schema);
  }
  return schemas;
}

function read(file: SourceFile, definitions: Definitions, notices: Notice[]): AvroSchema | undefined {
  try {
    if (file.text.length <= longest) return readAvro(file, definitions).schema;
    notices.push(notRead(file, `it has more than ${longest} characters`));
  } catch (error) {
    if (!(error instanceof AvroSyntaxError) && !(error instanceof RangeError)) throw error;
    notices.push(
      notRead(
        file,
        error instanceof AvroSyntaxError ? `line ${file.lines.position(error.offset).line}: ${error.message}` : 'it is nested too deeply',
      ),
    );
  }
  return undefined;
}

function removed(schema: AvroSchema, file: SourceFile, head: readonly AvroSchema[]): readonly ContractChange[] {
  const name = 'fullName' in schema ? schema.fullName : file.path;
  const elsewhere = head.find((each) => 'fullName' in each && each.fullName === name);
  if (elsewhere) return compareSchemas(schema, elsewhere);
  const message = `The schema \`${name}\` was removed with \`${file.path}\`: readers and writers that use it no longer find it.`;
  return [
    {
      contract: 'avro',
      change: 'schema-removed',
      impact: 'breaking',
      message,
      element: name,
      file,
      range: schema.spot.range,
      deprecatedBefore: false,
    },
  ];
}

/** A type that several files use is told once. */
function distinct(changes: readonly ContractChange[]): readonly ContractChange[] {
  const seen = new Set<string>();
  return changes.filter(({ change, element, file, range }) => {
    const key = [change, element, file.side, file.path, range.start].join('\n');
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

function notRead({ path, side }: SourceFile, reason: string): Notice {
  return {
    id: 'contract-not-read',
    message: `\`${path}\` at ${side} could not be read as an Avro schema, so it was not compared: ${reason}.`,
    remedy: 'Correct the file, then check again.',
    path,
    incomplete: true,
  };
}
