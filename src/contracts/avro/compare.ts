import type { ContractChange } from '../../code/contract-change.ts';
import { addedDefault } from './default-fix.ts';
import type { AvroSchema, Spot } from './model.ts';
import { pointerOf } from './pointer.ts';
import { describe, incompatibilities, logicalText, type Incompatibility } from './resolve.ts';

/** Compares two versions of a schema by who reads and who writes: new readers of old data first, then old readers of new data. */
export function compareSchemas(base: AvroSchema, head: AvroSchema): readonly ContractChange[] {
  const backward = incompatibilities(head, base);
  const forward = incompatibilities(base, head).filter((each) => !backward.some((other) => isSamePair(each, other)));
  return [...backward.map(backwardChange), ...forward.map(forwardChange)];
}

/** What is told of a pair of types in one direction is not told again in the other; each field is a thing of its own. */
function isSamePair(forward: Incompatibility, backward: Incompatibility): boolean {
  if (forward.field ?? backward.field) return forward.path === backward.path;
  return forward.path === backward.path || (forward.reader === backward.writer && forward.writer === backward.reader);
}

/** New readers cannot read what was stored or is still sent. */
function backwardChange(found: Incompatibility): ContractChange {
  const { id, path, reader, writer, field } = found;
  const fix = field && addedDefault(field);
  return {
    contract: 'avro',
    change: id,
    impact: 'breaking',
    message: `${difference(found, reader, writer)}: readers with the new schema cannot read data that was written with the old one.`,
    element: path,
    pointer: pointerOf(found, field?.spot ?? reader.spot),
    ...(field?.spot ?? reader.spot),
    ...(!field && { before: writer.spot }),
    deprecatedBefore: false,
    ...(fix && { fix }),
  };
}

/** Old readers cannot read what is written from now on. They need not break: readers may be updated first. */
function forwardChange(found: Incompatibility): ContractChange {
  const { id, path, reader, writer, field } = found;
  const spot: Spot = field?.spot ?? writer.spot;
  return {
    contract: 'avro',
    change: `forward-${id}`,
    impact: 'risky',
    message: `${forwardDifference(found)}: readers that still have the old schema cannot read data that is written with the new one, so they must be updated before the writers are.`,
    element: path,
    pointer: pointerOf(found, spot),
    ...spot,
    ...(!field && { before: reader.spot }),
    deprecatedBefore: field?.deprecated ?? false,
  };
}

function forwardDifference(found: Incompatibility): string {
  const { field, path, id, missing } = found;
  if (field) return `The field ${shown(path)} of type \`${describe(field.schema)}\`, which had no default, was removed`;
  if (id === 'missing-enum-symbols') return `${shown(path)} has the new symbols ${list(missing)}, and had no default symbol`;
  if (id === 'missing-union-branch')
    return `${shown(path)} is \`${describe(found.writer)}\`, was \`${describe(found.reader)}\`: ${list(missing)} is new`;
  return difference(found, found.writer, found.reader);
}

/** Old and new side by side. @param after the schema at head */
function difference({ id, path, field, missing }: Incompatibility, after: AvroSchema, before: AvroSchema): string {
  const what = shown(path);
  switch (id) {
    case 'name-mismatch':
      return `The name of ${what} is \`${nameOf(after)}\`, was \`${nameOf(before)}\`, and no alias says so`;
    case 'fixed-size-mismatch':
      return `The size of ${what} is ${sizeOf(after)}, was ${sizeOf(before)}`;
    case 'missing-enum-symbols':
      return `${what} no longer has the symbols ${list(missing)}, and has no default symbol`;
    case 'reader-field-missing-default-value':
      return `The field ${what}${field ? ` of type \`${describe(field.schema)}\`` : ''} was added without a default`;
    case 'missing-union-branch':
      return `${what} is \`${describe(after)}\`, was \`${describe(before)}\`, so it no longer takes ${list(missing)}`;
    case 'logical-type-mismatch':
      return `${what} means \`${logicalOf(after)}\`, meant \`${logicalOf(before)}\`, so values change their meaning`;
    case 'type-mismatch':
      return `${what} has type \`${describe(after)}\`, was \`${describe(before)}\``;
  }
}

function shown(path: string): string {
  return path.startsWith('#') ? 'The schema' : `\`${path.replace(/\/\d+$/, '')}\``;
}

function list(names: readonly string[] | undefined): string {
  return (names ?? []).map((name) => `\`${name}\``).join(', ');
}

function nameOf(schema: AvroSchema): string {
  return 'fullName' in schema ? schema.fullName : describe(schema);
}

function sizeOf(schema: AvroSchema): number {
  return schema.kind === 'fixed' ? schema.size : 0;
}

function logicalOf(schema: AvroSchema): string {
  return logicalText('logical' in schema ? schema.logical : undefined);
}
