import type { CodeChange } from '../../../code/code-change.ts';
import { javaChanges } from '../java/java-changes.ts';
import { scriptChanges } from '../typescript/script-changes.ts';
import type { ApiChange } from './api-change.ts';

const known = new WeakMap<CodeChange, readonly ApiChange[]>();

/** Everything that differs in what the declarations of a change promise, found once for all rules. */
export function apiChanges(change: CodeChange): readonly ApiChange[] {
  const changes = known.get(change) ?? [...javaChanges(change), ...scriptChanges(change)];
  known.set(change, changes);
  return changes;
}
