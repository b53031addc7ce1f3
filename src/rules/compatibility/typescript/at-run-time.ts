import type { ScriptChangeId, ScriptDifference } from './kinds.ts';

/** What becomes of callers that no compiler looks at. */
const consequences: Readonly<Partial<Record<ScriptChangeId, string>>> = {
  'required-param-added': 'callers that do not pass it hand over `undefined`',
  'param-removed': 'what callers hand over for it is ignored',
  'param-type-changed': 'callers that pass what it took before fail when they run',
  'param-type-narrowed': 'callers that pass the rest fail when they run',
  'return-type-changed': 'callers that take it for what it was fail when they run',
  'return-type-widened': 'callers that take it for what it was fail when they run',
  'overload-removed': 'callers that use it so fail when they run',
  'accessor-became-readonly': 'code that sets it fails when it runs, or does so in vain',
  'property-became-readonly': 'code that sets it fails when it runs, or does so in vain',
  'property-became-optional': 'code that reads it gets `undefined` where it is missing',
  'property-became-required': 'objects made outside without it fail when they are used',
  'property-type-changed': 'code that reads or sets it fails when it runs',
  'variable-type-changed': 'code that reads it fails when it runs',
  'type-alias-changed': 'code that makes or reads one fails when it runs',
  'type-alias-narrowed': 'code that makes or reads one fails when it runs',
  'inherited-property-removed': 'code that reads it gets `undefined`',
  'required-property-added': 'objects made outside without it fail when they are used',
};

/** A difference as callers in JavaScript meet it: not when they compile, but when they run. */
export function atRunTime(difference: ScriptDifference): ScriptDifference {
  const whom = consequences[difference.id];
  return whom === undefined ? difference : { ...difference, whom };
}
