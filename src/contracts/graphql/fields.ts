import { broughtBack } from './bring-back.ts';
import { paired, report, type Comparison } from './comparison.ts';
import { compareInputs, fieldArgument } from './inputs.ts';
import type { Field, NamedType } from './model.ts';
import { isOutputKept } from './type-change.ts';
import { compareUsages } from './usages.ts';

/** Compares what clients can select. */
export function compareFields(comparison: Comparison, base: NamedType, head: NamedType): void {
  const { removed, added, both } = paired(base.fields, head.fields);
  for (const field of removed) if (!comparison.mayHold(field.name)) reportRemoved(comparison, field, head);
  for (const field of added) {
    report(comparison, undefined, field, {
      change: 'field-added',
      impact: 'compatible',
      message: `The field \`${field.coordinate}\` was added.`,
    });
  }
  for (const [before, after] of both) compareField(comparison, before, after);
}

function reportRemoved(comparison: Comparison, field: Field, head: NamedType): void {
  const fix = broughtBack(field, head);
  report(comparison, field, undefined, {
    change: 'field-removed',
    impact: 'breaking',
    message: `The field \`${field.coordinate}\` of type \`${field.type.text}\` was removed: operations that select it are rejected.`,
    ...(fix && { fix }),
  });
}

function compareField(comparison: Comparison, before: Field, after: Field): void {
  compareInputs(comparison, before.args, after.args, fieldArgument, after);
  compareUsages(comparison, before, after);
  if (before.type.text === after.type.text) return;
  const kept = isOutputKept(before.type, after.type);
  report(comparison, before, after, {
    change: 'field-type-changed',
    impact: kept ? 'compatible' : 'breaking',
    message: `The field \`${before.coordinate}\` has type \`${after.type.text}\`, was \`${before.type.text}\`${kept ? ': clients get what they were promised.' : `: ${effectOf(before, after)}`}`,
  });
}

function effectOf(before: Field, after: Field): string {
  if (before.type.text.replaceAll('!', '') === after.type.text.replaceAll('!', '')) return 'clients that read it without a check get null.';
  return 'clients that read a value of the old type fail, and selections in it may be rejected.';
}
