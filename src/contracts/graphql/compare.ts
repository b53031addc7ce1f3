import type { ContractChange } from '../../code/contract-change.ts';
import { report, type Comparison } from './comparison.ts';
import { compareDirectives } from './directives.ts';
import { compareFields } from './fields.ts';
import type { Element, NamedType, Operation, Schema } from './model.ts';
import { sentTypes } from './positions.ts';
import { compareType, reportTypeAdded, reportTypeRemoved } from './types.ts';

/** Compares two versions of a schema. @param gone paths of files that are not at head: what went with one is told once */
export function compareSchemas(
  base: Schema,
  head: Schema,
  gone: ReadonlySet<string>,
  mayHold: (name: string) => boolean,
): readonly ContractChange[] {
  const comparison: Comparison = { base, head, mayHold, isSent: sentTypes(head), changes: [] };
  const removed = [...base.types.values()].filter(({ name }) => !head.types.has(name) && !mayHold(name));
  for (const type of base.types.values()) {
    const after = head.types.get(type.name);
    if (after) compareType(comparison, type, after);
  }
  reportRemoved(comparison, removed, gone);
  for (const type of head.types.values()) if (type.defined && !base.types.has(type.name)) reportTypeAdded(comparison, type);
  compareDirectives(comparison);
  compareRoots(comparison);
  return comparison.changes;
}

function reportRemoved(comparison: Comparison, removed: readonly NamedType[], gone: ReadonlySet<string>): void {
  const withFile = removed.filter(({ spot, defined }) => defined && gone.has(spot.file.path));
  for (const path of new Set(withFile.map(({ spot }) => spot.file.path)))
    reportFileRemoved(
      comparison,
      path,
      withFile.filter(({ spot }) => spot.file.path === path),
    );
  for (const type of removed) {
    if (!type.defined)
      compareType(comparison, type, { ...type, fields: [], inputFields: [], values: [], members: [], interfaces: [], usages: [] });
    else if (!withFile.includes(type)) reportTypeRemoved(comparison, type);
  }
}

function reportFileRemoved(comparison: Comparison, path: string, types: readonly NamedType[]): void {
  const [first] = types;
  if (first && types.length === 1) reportTypeRemoved(comparison, first);
  if (!first || types.length === 1) return;
  const shown = types
    .slice(0, 6)
    .map(({ name }) => `\`${name}\``)
    .join(', ');
  const message = `\`${path}\` was removed with ${shown}${types.length > 6 ? ` and ${types.length - 6} more types` : ''}: operations that use them are rejected.`;
  report(comparison, { ...first, coordinate: path, usages: [] }, undefined, { change: 'type-removed', impact: 'breaking', message });
}

const operations: readonly Operation[] = ['query', 'mutation', 'subscription'];

/** Root types by name (`Query`) are compared as types; here those that a `schema` names. */
function compareRoots(comparison: Comparison): void {
  for (const operation of operations) {
    const [before, after] = [comparison.base, comparison.head].map((schema) => rootOf(schema, operation));
    if (!before || before.name === after?.name) continue;
    const isStillThere = !after && comparison.head.roots.size === 0;
    if (isStillThere) continue;
    const message = `Operations of kind ${operation} start at ${after ? `\`${after.name}\`` : 'nothing'}, before at \`${before.name}\`: ${after ? `fragments on \`${before.name}\`` : `every ${operation}`} and \`__typename\` checks no longer hold.`;
    report(comparison, before, after, { change: `schema-${operation}-type-changed`, impact: 'breaking', message });
    const [old, now] = [comparison.base.types.get(before.name), after && comparison.head.types.get(after.name)];
    if (old && now && comparison.base.types.get(now.name) === undefined) compareFields(comparison, old, now);
  }
}

/** What the schema says, else the type with the usual name. */
function rootOf(schema: Schema, operation: Operation): Element | undefined {
  const named = schema.roots.get(operation);
  if (named || schema.roots.size > 0) return named;
  const usual = schema.types.get(`${operation[0]?.toUpperCase() ?? ''}${operation.slice(1)}`);
  return usual?.defined ? usual : undefined;
}
