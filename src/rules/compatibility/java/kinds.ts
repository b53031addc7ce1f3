import type { ApiKind, Difference } from '../api/api-change.ts';

const signature = 'compatibility/changed-signature';
const hierarchy = 'compatibility/changed-type-hierarchy';
const duty = 'compatibility/added-abstract-member';
const constant = 'compatibility/changed-constant';
const annotation = 'compatibility/changed-annotation-type';
const nullability = 'compatibility/changed-nullability';
const serialised = 'compatibility/changed-serialised-shape';

function breaking(rule: ApiKind['rule'], ...breaks: ApiKind['breaks']): ApiKind {
  return { rule, impact: 'breaking', breaks };
}

function risky(rule: ApiKind['rule'], ...breaks: ApiKind['breaks']): ApiKind {
  return { rule, impact: 'risky', breaks };
}

/** Every kind of change of a Java API that is told, by the names that Roseau, japicmp and revapi have for them. */
export const javaKinds = {
  'method-parameter-added': breaking(signature, 'source', 'binary'),
  'method-parameter-removed': breaking(signature, 'source', 'binary'),
  'method-parameters-reordered': breaking(signature, 'source', 'binary'),
  'method-parameter-type-changed': breaking(signature, 'source', 'binary'),
  'method-parameter-generics-changed': breaking(signature, 'source'),
  'method-no-longer-varargs': breaking(signature, 'source'),
  'method-return-type-changed': breaking(signature, 'source', 'binary'),
  'method-return-type-erasure-changed': breaking(signature, 'binary'),
  'method-return-type-generics-changed': breaking(signature, 'source'),
  'method-now-static': breaking(signature, 'binary'),
  'method-no-longer-static': breaking(signature, 'source', 'binary'),
  'method-now-final': breaking(signature, 'source', 'binary'),
  'method-now-throws-checked-exception': breaking(signature, 'source'),
  'method-no-longer-throws-checked-exception': breaking(signature, 'source'),
  'field-type-changed': breaking(signature, 'source', 'binary'),
  'field-generics-changed': breaking(signature, 'source'),
  'field-now-static': breaking(signature, 'binary'),
  'field-no-longer-static': breaking(signature, 'source', 'binary'),
  'field-now-final': breaking(signature, 'source', 'binary'),
  'method-overload-now-ambiguous': risky(signature, 'source'),
  'formal-type-parameter-added': breaking(signature, 'source'),
  'formal-type-parameter-removed': breaking(signature, 'source'),
  'formal-type-parameter-changed': breaking(signature, 'source'),
  'formal-type-parameters-reordered': breaking(signature, 'source'),
  'formal-type-parameter-erasure-changed': breaking(signature, 'binary'),
  'record-component-added': breaking(signature, 'source', 'binary'),
  'record-component-removed': breaking(signature, 'source', 'binary'),
  'record-component-changed': breaking(signature, 'source', 'binary'),
  'record-component-generics-changed': breaking(signature, 'source'),
  'type-kind-changed': breaking(hierarchy, 'source', 'binary'),
  'type-supertype-removed': breaking(hierarchy, 'source', 'binary'),
  'type-supertype-generics-changed': breaking(hierarchy, 'source'),
  'class-now-final': breaking(hierarchy, 'source', 'binary'),
  'class-now-sealed': breaking(hierarchy, 'source', 'binary'),
  'class-now-abstract': breaking(hierarchy, 'source', 'binary'),
  'class-now-static': breaking(hierarchy, 'source', 'binary'),
  'class-no-longer-static': breaking(hierarchy, 'source', 'binary'),
  'class-now-checked-exception': breaking(hierarchy, 'source'),
  'class-no-longer-concretely-extensible': breaking(hierarchy, 'source', 'binary'),
  'method-added-to-interface': breaking(duty, 'source'),
  'method-abstract-added-to-class': breaking(duty, 'source'),
  'method-abstract-added-in-supertype': breaking(duty, 'source'),
  'method-now-abstract': breaking(duty, 'source', 'binary'),
  'method-no-longer-default': breaking(duty, 'source', 'binary'),
  'annotation-element-added': breaking(annotation, 'source'),
  'annotation-element-no-longer-default': breaking(annotation, 'source'),
  'annotation-target-removed': breaking(annotation, 'source'),
  'annotation-no-longer-repeatable': breaking(annotation, 'source'),
  'annotation-retention-reduced': breaking(annotation, 'behavioural'),
  'annotation-no-longer-inherited': risky(annotation, 'behavioural'),
  'annotation-element-default-changed': risky(annotation, 'behavioural'),
  'constant-value-changed': risky(constant, 'behavioural'),
  'parameter-now-non-null': breaking(nullability, 'source', 'behavioural'),
  'return-now-nullable': risky(nullability, 'source', 'behavioural'),
  'serial-version-uid-changed': breaking(serialised, 'behavioural'),
  'serial-version-uid-removed': breaking(serialised, 'behavioural'),
  'serial-form-changed': breaking(serialised, 'behavioural'),
  'serial-field-type-changed': breaking(serialised, 'behavioural'),
  'serial-field-dropped': risky(serialised, 'behavioural'),
  'serialised-name-changed': breaking(serialised, 'behavioural'),
  'serialised-member-removed': breaking(serialised, 'behavioural'),
  'serialised-naming-changed': breaking(serialised, 'behavioural'),
  'serialised-member-ignored': breaking(serialised, 'behavioural'),
  'serialised-member-unwrapped': breaking(serialised, 'behavioural'),
  'serialised-member-required': risky(serialised, 'behavioural'),
  'serialised-format-changed': breaking(serialised, 'behavioural'),
  'serialised-unknown-refused': breaking(serialised, 'behavioural'),
  'serialised-type-mark-changed': breaking(serialised, 'behavioural'),
  'serialised-subtype-changed': breaking(serialised, 'behavioural'),
  'serialised-inclusion-changed': risky(serialised, 'behavioural'),
} as const satisfies Readonly<Record<string, ApiKind>>;

export type JavaChangeId = keyof typeof javaKinds;

export type JavaDifference = Difference<JavaChangeId>;
