import type { ApiKind, Difference } from '../api/api-change.ts';

const signature = 'compatibility/changed-signature';
const hierarchy = 'compatibility/changed-type-hierarchy';
const duty = 'compatibility/added-abstract-member';
const constant = 'compatibility/changed-constant';

function breaking(rule: ApiKind['rule'], ...breaks: ApiKind['breaks']): ApiKind {
  return { rule, impact: 'breaking', breaks };
}

function risky(rule: ApiKind['rule'], ...breaks: ApiKind['breaks']): ApiKind {
  return { rule, impact: 'risky', breaks };
}

/** Every kind of change of a TypeScript or JavaScript API that is told, by the names that published checkers have for them. */
export const scriptKinds = {
  'required-param-added': breaking(signature, 'source', 'behavioural'),
  'param-inserted': breaking(signature, 'source', 'behavioural'),
  'param-removed': breaking(signature, 'source', 'behavioural'),
  'params-reordered': breaking(signature, 'source', 'behavioural'),
  'param-became-required': breaking(signature, 'source', 'behavioural'),
  'param-type-changed': breaking(signature, 'source'),
  'param-type-narrowed': breaking(signature, 'source'),
  'return-type-changed': breaking(signature, 'source'),
  'return-type-widened': breaking(signature, 'source'),
  'now-asynchronous': breaking(signature, 'source', 'behavioural'),
  'overload-removed': breaking(signature, 'source'),
  'accessor-became-readonly': breaking(signature, 'source', 'behavioural'),
  'property-type-changed': breaking(signature, 'source'),
  'property-became-optional': breaking(signature, 'source'),
  'property-became-required': breaking(signature, 'source'),
  'property-became-readonly': breaking(signature, 'source'),
  'member-became-static': breaking(signature, 'source', 'behavioural'),
  'member-became-instance': breaking(signature, 'source', 'behavioural'),
  'variable-type-changed': breaking(signature, 'source'),
  'type-alias-changed': breaking(signature, 'source'),
  'type-alias-narrowed': breaking(signature, 'source'),
  'type-alias-widened': breaking(signature, 'source'),
  'generic-param-required': breaking(signature, 'source'),
  'generic-params-reordered': breaking(signature, 'source'),
  'generic-param-removed': breaking(signature, 'source'),
  'generic-constraint-changed': breaking(signature, 'source'),
  'generic-param-default-changed': breaking(signature, 'source'),
  'kind-changed': breaking(hierarchy, 'source', 'behavioural'),
  'class-became-abstract': breaking(hierarchy, 'source'),
  'enum-became-const': breaking(hierarchy, 'source', 'behavioural'),
  'supertype-removed': breaking(hierarchy, 'source'),
  'inherited-property-removed': breaking(hierarchy, 'source'),
  'required-property-added': breaking(duty, 'source'),
  'abstract-member-added': breaking(duty, 'source'),
  'method-became-abstract': breaking(duty, 'source'),
  'enum-member-value-changed': breaking(constant, 'source', 'behavioural'),
  'constant-value-changed': risky(constant, 'source', 'behavioural'),
} as const satisfies Readonly<Record<string, ApiKind>>;

export type ScriptChangeId = keyof typeof scriptKinds;

export type ScriptDifference = Difference<ScriptChangeId>;
