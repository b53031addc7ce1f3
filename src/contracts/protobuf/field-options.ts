import { report, type Comparison } from './comparison.ts';
import { featureOf, isOtherSyntax } from './features.ts';
import { compareGoogleOptions } from './google-options.ts';
import type { ProtoField } from './model.ts';

interface FieldTrait {
  readonly change: string;
  /** What is compared, as a person would write it; undefined where it cannot be told. */
  readonly of: (field: ProtoField) => string | undefined;
  readonly name: string;
  readonly effect: string;
}

const traits: readonly FieldTrait[] = [
  {
    change: 'field-same-default',
    of: ({ options }) => options.get('default') ?? 'none',
    name: 'default',
    effect: 'old and new readers see different values where the field is not set.',
  },
  {
    change: 'field-same-jstype',
    of: ({ options }) => options.get('jstype') ?? 'JS_NORMAL',
    name: '`jstype`',
    effect: 'code generated for JavaScript has another type for it.',
  },
  {
    change: 'field-same-cpp-string-type',
    of: cppStringType,
    name: 'C++ string type',
    effect: 'code generated for C++ has another type for it.',
  },
  {
    change: 'field-same-utf8-validation',
    of: utf8Validation,
    name: 'UTF-8 validation',
    effect: 'strings that one side sends are rejected by the other.',
  },
  {
    change: 'field-same-java-utf8-validation',
    of: ({ options, file }) =>
      options.get('features.(pb.java).utf8_validation') ?? file.options.get('features.(pb.java).utf8_validation') ?? 'DEFAULT',
    name: 'UTF-8 validation in Java',
    effect: 'strings that one side sends are rejected by the other.',
  },
];

/** Options of a field that its readers, senders or generated code depend on. */
export function compareFieldOptions(comparison: Comparison, base: ProtoField, head: ProtoField): void {
  for (const { change, of, name, effect } of traits) {
    const [before, after] = [of(base), of(head)];
    if (before === undefined || after === undefined || before === after) continue;
    if (change === 'field-same-utf8-validation' && isOtherSyntax(base, head)) continue;
    report(comparison, base, head, {
      change,
      impact: 'breaking',
      message: `\`${base.fullName}\` has ${name} \`${after}\`, was \`${before}\`: ${effect}`,
    });
  }
  compareJsonName(comparison, base, head);
  compareBehaviour(comparison, base, head);
  compareGoogleOptions(comparison, 'field', base, head);
}

function cppStringType({ options, file, type }: ProtoField): string | undefined {
  if (type !== 'string' && type !== 'bytes') return undefined;
  return (
    options.get('ctype') ?? options.get('features.(pb.cpp).string_type') ?? file.options.get('features.(pb.cpp).string_type') ?? 'STRING'
  );
}

function utf8Validation(field: ProtoField): string | undefined {
  if (field.type !== 'string') return undefined;
  return featureOf(field, 'utf8_validation');
}

/** A changed name is told by itself; it changes the derived JSON name too. */
function compareJsonName(comparison: Comparison, base: ProtoField, head: ProtoField): void {
  if (base.extendee !== undefined) return;
  const [before, after] = [jsonName(base), jsonName(head)];
  const isDerived = !base.options.has('json_name') && !head.options.has('json_name');
  if (before === after || (isDerived && base.name !== head.name)) return;
  report(comparison, base, head, {
    change: 'field-same-json-name',
    impact: 'breaking',
    message: `\`${base.fullName}\` is \`${after}\` in JSON, was \`${before}\`: JSON with the old name is not understood.`,
  });
}

function jsonName({ name, options }: ProtoField): string {
  return options.get('json_name') ?? name.replace(/_+([a-zA-Z0-9]?)/g, (_, letter: string) => letter.toUpperCase());
}

/** Google's API annotations say what callers must set. */
function compareBehaviour(comparison: Comparison, base: ProtoField, head: ProtoField): void {
  const isRequired = ({ options }: ProtoField) => options.get('(google.api.field_behavior)')?.includes('REQUIRED') === true;
  if (isRequired(base) || !isRequired(head)) return;
  report(comparison, base, head, {
    change: 'field-behavior-change',
    impact: 'breaking',
    message: `\`${base.fullName}\` must be set by callers (\`field_behavior = REQUIRED\`), was optional: requests of callers that leave it out are rejected.`,
  });
}
