import { report, type Comparison } from './comparison.ts';
import { compareCardinality } from './cardinality.ts';
import { compareFieldOptions } from './field-options.ts';
import { typeBreak, type TypeBreak } from './field-type.ts';
import type { ProtoField, ProtoMessage } from './model.ts';
import { isReserved, reportReuse, reserve } from './reserved.ts';

/** Compares the fields of a message by number, which is what data has. */
export function compareFields(comparison: Comparison, base: ProtoMessage, head: ProtoMessage): void {
  const [numbers, names] = [byNumber(head.fields), byName(head.fields)];
  for (const field of base.fields) {
    const same = numbers.get(field.number);
    if (same) compareField(comparison, field, same, base, head);
    else removed(comparison, field, head, names.get(field.name));
  }
  const [oldNumbers, oldNames] = [byNumber(base.fields), byName(base.fields)];
  for (const field of head.fields) if (!oldNumbers.has(field.number) && !oldNames.has(field.name)) added(comparison, field, base);
}

function byNumber(fields: readonly ProtoField[]): ReadonlyMap<number, ProtoField> {
  return new Map(fields.map((field) => [field.number, field]));
}

function byName(fields: readonly ProtoField[]): ReadonlyMap<string, ProtoField> {
  return new Map(fields.map((field) => [field.name, field]));
}

function removed(comparison: Comparison, field: ProtoField, head: ProtoMessage, renumbered: ProtoField | undefined): void {
  if (renumbered) {
    report(comparison, field, renumbered, {
      change: 'no-changing-field-ids',
      impact: 'breaking',
      message: `\`${field.fullName}\` has number ${renumbered.number}, was ${field.number}: readers of the old number no longer find the field in new data, nor new readers in old data.`,
    });
    return;
  }
  const { numberKept, nameKept } = isReserved(head, field);
  const required = field.label === 'required' ? ' It was required: old readers reject every new message.' : '';
  const rest =
    numberKept && nameKept
      ? 'number and name are reserved, so stored data stays safe, but code that uses the field no longer compiles and old readers see it as not set.'
      : `old readers see it as not set, code that uses it no longer compiles, and ${unreserved(field, numberKept, nameKept)} may be given to another field.`;
  const fix = numberKept && nameKept ? undefined : reserve(head, field, numberKept, nameKept);
  report(comparison, field, undefined, {
    change: numberKept ? (nameKept ? 'field-no-delete' : 'field-no-delete-unless-name-reserved') : 'field-no-delete-unless-number-reserved',
    impact: 'breaking',
    message: `\`${field.fullName}\` (${field.number}) was removed: ${rest}${required}`,
    ...(fix && { fix }),
  });
}

function unreserved(field: ProtoField, numberKept: boolean, nameKept: boolean): string {
  return [...(numberKept ? [] : [`number ${field.number}`]), ...(nameKept ? [] : [`name \`${field.name}\``])].join(' and ');
}

function added(comparison: Comparison, field: ProtoField, base: ProtoMessage): void {
  if (reportReuse(comparison, base, field)) return;
  if (field.label === 'required' || field.options.get('features.field_presence') === 'LEGACY_REQUIRED') {
    report(comparison, undefined, field, {
      change: 'message-same-required-fields',
      impact: 'breaking',
      message: `\`${field.fullName}\` is new and required: messages of senders that do not know it are rejected.`,
    });
  } else if (field.options.get('(google.api.field_behavior)')?.includes('REQUIRED')) {
    report(comparison, undefined, field, {
      change: 'new-required-field',
      impact: 'breaking',
      message: `\`${field.fullName}\` is new and callers must set it (\`field_behavior = REQUIRED\`): requests of callers that do not know it are rejected.`,
    });
  } else
    report(comparison, undefined, field, {
      change: 'field-addition',
      impact: 'compatible',
      message: `\`${field.fullName}\` (${field.number}) was added.`,
    });
}

/** Compares one field, or one extension, that has the same number at both sides. */
export function compareField(
  comparison: Comparison,
  base: ProtoField,
  head: ProtoField,
  baseMessage?: ProtoMessage,
  headMessage?: ProtoMessage,
): void {
  const found = typeBreak(comparison, base, head);
  if (found === 'field-wire-compatible-type' && base.name !== head.name && !base.group) {
    reportReplaced(comparison, base, head);
    return;
  }
  if (found) reportType(comparison, base, head, found);
  if (base.name !== head.name && !(base.group && head.group)) reportName(comparison, base, head);
  compareCardinality(comparison, base, head, found !== undefined);
  compareFieldOptions(comparison, base, head);
  if (baseMessage && headMessage) compareOneof(comparison, base, head, headMessage);
}

const typeEffects: Readonly<Record<TypeBreak, string>> = {
  'field-wire-compatible-type': 'bytes that were written as the old type cannot be read as the new one, and the other way round.',
  'field-wire-json-compatible-type':
    'the bytes are still read, but JSON differs, values may be cut off, and code that uses the field no longer compiles.',
  'field-same-type': 'data is still read, but the type in generated code differs, so code that uses the field no longer compiles.',
};

function reportType(comparison: Comparison, base: ProtoField, head: ProtoField, found: TypeBreak): void {
  const types =
    writtenType(base) === writtenType(head)
      ? `type \`${writtenType(base)}\` with another meaning or encoding`
      : `type \`${writtenType(head)}\`, was \`${writtenType(base)}\``;
  report(comparison, base, head, {
    change: found,
    impact: 'breaking',
    message: `\`${base.fullName}\` has ${types}: ${typeEffects[found]}`,
  });
}

/** Another name and other bytes: the number was given to another field, and all else that differs follows from it. */
function reportReplaced(comparison: Comparison, base: ProtoField, head: ProtoField): void {
  report(comparison, base, head, {
    change: 'field-wire-compatible-type',
    impact: 'breaking',
    message: `Number ${base.number} is \`${head.fullName}\` of type \`${writtenType(head)}\` now, was \`${base.fullName}\` of type \`${writtenType(base)}\`: bytes that were written as the one are misread as the other, and code and JSON with the old name fail.`,
  });
}

function writtenType({ type, mapKey, group }: ProtoField): string {
  if (group) return `group ${type}`;
  return mapKey === undefined ? type : `map<${mapKey}, ${type}>`;
}

function reportName(comparison: Comparison, base: ProtoField, head: ProtoField): void {
  report(comparison, base, head, {
    change: 'field-same-name',
    impact: 'breaking',
    message: `Field ${base.number} is named \`${head.fullName}\`, was \`${base.fullName}\`: code that uses the old name no longer compiles, and JSON with the old name is not understood.`,
  });
}

function compareOneof(comparison: Comparison, base: ProtoField, head: ProtoField, headMessage: ProtoMessage): void {
  if (base.oneof === head.oneof) return;
  if (base.oneof !== undefined && !headMessage.oneofs.some(({ name }) => name === base.oneof)) return;
  const [after, before] = [head.oneof, base.oneof].map((name) => (name === undefined ? 'in no oneof' : `in oneof \`${name}\``));
  report(comparison, base, head, {
    change: 'field-same-oneof',
    impact: 'breaking',
    message: `\`${base.fullName}\` is ${after ?? ''}, was ${before ?? ''}: setting one field of a oneof clears the others, so data is lost between old and new programs, and generated code differs.`,
  });
}
