import { report, type Comparison } from './comparison.ts';
import { featureOf, isOtherSyntax } from './features.ts';
import { compareJsonFormat } from './json-format.ts';
import type { ProtoEnum, ProtoEnumValue } from './model.ts';
import { compareReserved, isReserved, reportReuse, reserve } from './reserved.ts';

/** An enum's values by what they are asked for. Several names may have one number. */
interface Values {
  readonly byName: ReadonlyMap<string, ProtoEnumValue>;
  readonly byNumber: ReadonlyMap<number, readonly ProtoEnumValue[]>;
}

/** Compares two versions of an enum, value by value. */
export function compareEnum(comparison: Comparison, base: ProtoEnum, head: ProtoEnum): void {
  const [before, after] = [valuesOf(base), valuesOf(head)];
  for (const value of base.values) compareValue(comparison, value, before, after, head);
  for (const value of head.values)
    if (!before.byName.has(value.name) && !before.byNumber.has(value.number)) added(comparison, value, base, head);
  compareReserved(comparison, base, head);
  compareFirst(comparison, base, head);
  compareFeatures(comparison, base, head);
}

function valuesOf({ values }: ProtoEnum): Values {
  const byNumber = new Map<number, ProtoEnumValue[]>();
  for (const value of values) {
    const same = byNumber.get(value.number);
    if (same) same.push(value);
    else byNumber.set(value.number, [value]);
  }
  return { byName: new Map(values.map((value) => [value.name, value])), byNumber };
}

function compareValue(comparison: Comparison, value: ProtoEnumValue, before: Values, after: Values, head: ProtoEnum): void {
  const sameName = after.byName.get(value.name);
  if (sameName?.number === value.number) return;
  const sameNumber = after.byNumber.get(value.number) ?? [];
  const renamed = sameNumber.find(({ name }) => !before.byName.has(name)) ?? sameNumber[0];
  if (sameName) {
    report(comparison, value, sameName, {
      change: 'enum-value-number-change',
      impact: 'breaking',
      message: `\`${value.fullName}\` is ${sameName.number}, was ${value.number}: old data and old programs mean another value by each of the numbers.`,
    });
  } else if (renamed) {
    const message = `Value ${value.number} of \`${head.fullName}\` is no longer named \`${value.name}\` but \`${renamed.name}\`: code that uses the old name no longer compiles, and JSON with it is not understood.`;
    report(comparison, value, renamed, { change: 'enum-value-same-name', impact: 'breaking', message });
  } else removed(comparison, value, head);
}

function removed(comparison: Comparison, value: ProtoEnumValue, head: ProtoEnum): void {
  const { numberKept, nameKept } = isReserved(head, value);
  const isSafe = numberKept && nameKept;
  const rest = isSafe ? 'number and name are reserved, but' : 'the number or name may be given to another value, and';
  const fix = isSafe ? undefined : reserve(head, value, numberKept, nameKept);
  report(comparison, value, undefined, {
    change: numberKept
      ? nameKept
        ? 'enum-value-no-delete'
        : 'enum-value-no-delete-unless-name-reserved'
      : 'enum-value-no-delete-unless-number-reserved',
    impact: 'breaking',
    message: `\`${value.fullName}\` (${value.number}) was removed: ${rest} code that uses it no longer compiles, and senders that still send it are not understood.`,
    ...(fix && { fix }),
  });
}

/** Open enums keep a value that they do not know; closed ones hide it from the reader. */
function added(comparison: Comparison, value: ProtoEnumValue, base: ProtoEnum, head: ProtoEnum): void {
  if (reportReuse(comparison, base, value)) return;
  const isClosed = featureOf(head, 'enum_type') === 'CLOSED';
  report(comparison, undefined, value, {
    change: 'enum-value-addition',
    impact: isClosed ? 'risky' : 'compatible',
    message: `\`${value.fullName}\` (${value.number}) was added${isClosed ? ': the enum is closed, so readers that do not know the value see the field as not set.' : '.'}`,
  });
}

/** Where a closed enum is not set, its first value is read. */
function compareFirst(comparison: Comparison, base: ProtoEnum, head: ProtoEnum): void {
  const [before, after] = [base.values[0], head.values[0]];
  if (featureOf(base, 'enum_type') !== 'CLOSED' || !before || !after || before.number === after.number) return;
  report(comparison, base, head, {
    change: 'field-same-default',
    impact: 'breaking',
    message: `The first value of \`${base.fullName}\` is \`${after.name}\`, was \`${before.name}\`: it is what readers see where a field of this type is not set.`,
  });
}

function compareFeatures(comparison: Comparison, base: ProtoEnum, head: ProtoEnum): void {
  if (isOtherSyntax(base, head)) return;
  const [before, after] = [featureOf(base, 'enum_type'), featureOf(head, 'enum_type')];
  if (before !== after) {
    report(comparison, base, head, {
      change: 'enum-same-type',
      impact: 'breaking',
      message: `\`${base.fullName}\` is ${after.toLowerCase()}, was ${before.toLowerCase()}: values that a reader does not know are treated differently, and generated code differs.`,
    });
  }
  compareJsonFormat(comparison, base, head);
}
