import { broughtBack } from './bring-back.ts';
import { paired, report, type Comparison } from './comparison.ts';
import { compareFields } from './fields.ts';
import { compareInputs, inputField } from './inputs.ts';
import type { NamedType } from './model.ts';
import { compareUsages } from './usages.ts';

/** Compares two versions of one type, extensions included. */
export function compareType(comparison: Comparison, base: NamedType, head: NamedType): void {
  if (base.kind !== head.kind && base.defined && head.defined) {
    report(comparison, base, head, {
      change: 'type-kind-changed',
      impact: 'breaking',
      message: `\`${base.name}\` is ${article(head.kind)}, was ${article(base.kind)}: operations that select, send or spread it are rejected.`,
    });
    return;
  }
  compareUsages(comparison, base, head);
  compareFields(comparison, base, head);
  compareInputs(comparison, base.inputFields, head.inputFields, inputField, head);
  compareValues(comparison, base, head);
  compareMembers(comparison, base, head);
  compareInterfaces(comparison, base, head);
}

function article(kind: string): string {
  return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}

function compareValues(comparison: Comparison, base: NamedType, head: NamedType): void {
  const { removed, added, both } = paired(base.values, head.values);
  for (const value of removed) {
    if (comparison.mayHold(value.name)) continue;
    const message = `The value \`${value.coordinate}\` was removed: operations that send it are rejected, and clients no longer get it where they wait for it.`;
    const fix = broughtBack(value, head);
    report(comparison, value, undefined, { change: 'enum-value-removed', impact: 'breaking', message, ...(fix && { fix }) });
  }
  for (const value of added) {
    const sent = comparison.isSent(head.name);
    const message = `The value \`${value.coordinate}\` was added: ${sent ? 'clients that handle every value they know get one that they do not.' : 'clients only send this enum, so none gets it unasked.'}`;
    report(comparison, undefined, value, { change: 'enum-value-added', impact: sent ? 'risky' : 'compatible', message });
  }
  for (const [before, after] of both) compareUsages(comparison, before, after);
}

function compareMembers(comparison: Comparison, base: NamedType, head: NamedType): void {
  const { removed, added } = paired(base.members, head.members);
  for (const member of removed) {
    const message = `\`${member.name}\` was removed from the union \`${base.name}\`: operations that spread \`... on ${member.name}\` in it are rejected.`;
    report(comparison, member, undefined, { change: 'union-member-removed', impact: 'breaking', message });
  }
  for (const member of added) {
    const message = `\`${member.name}\` was added to the union \`${base.name}\`: clients get objects that they do not know, with no field that they asked for.`;
    report(comparison, undefined, member, { change: 'union-member-added', impact: 'risky', message });
  }
}

function compareInterfaces(comparison: Comparison, base: NamedType, head: NamedType): void {
  const { removed, added } = paired(base.interfaces, head.interfaces);
  for (const each of removed) {
    const message = `\`${base.name}\` no longer implements \`${each.name}\`: operations that spread one in the other are rejected.`;
    report(comparison, each, undefined, { change: 'object-type-interface-removed', impact: 'breaking', message });
  }
  for (const each of added) {
    const isNewInterface = !comparison.base.types.has(each.name);
    const message = `\`${base.name}\` implements \`${each.name}\` now: clients that read \`${each.name}\` get objects that they do not know.`;
    report(comparison, undefined, each, {
      change: 'object-type-interface-added',
      impact: isNewInterface ? 'compatible' : 'risky',
      message,
    });
  }
}

/** What a removed type's users can no longer do. */
export function reportTypeRemoved(comparison: Comparison, type: NamedType): void {
  const effect =
    type.kind === 'input'
      ? 'operations with variables of it are rejected.'
      : 'operations that name it, in variables or fragments, are rejected, and clients lose what was typed by it.';
  report(comparison, type, undefined, {
    change: 'type-removed',
    impact: 'breaking',
    message: `The ${type.kind} \`${type.name}\` was removed: ${effect}`,
  });
}

export function reportTypeAdded(comparison: Comparison, type: NamedType): void {
  report(comparison, undefined, type, {
    change: 'type-added',
    impact: 'compatible',
    message: `The ${type.kind} \`${type.name}\` was added.`,
  });
}
