import type { CodeChange } from '../../../code/code-change.ts';
import type { Unchecked } from '../../../finding/draft.ts';
import { javaChanges } from '../java/java-changes.ts';
import { scriptChanges } from '../typescript/script-changes.ts';
import type { ApiChange } from './api-change.ts';

/** What is told of a change, and what was not looked at. */
export interface ApiChanges {
  readonly changes: readonly ApiChange[];
  readonly unchecked: readonly Unchecked[];
}

const known = new WeakMap<CodeChange, ApiChanges>();

/** Everything that differs in what the declarations of a change promise, found once for all rules. */
export function apiChanges(change: CodeChange): ApiChanges {
  const changes = known.get(change) ?? findChanges(change);
  known.set(change, changes);
  return changes;
}

function findChanges(change: CodeChange): ApiChanges {
  const changes: ApiChange[] = [...javaChanges(change)];
  const unchecked: Unchecked[] = [];
  for (const each of scriptChanges(change)) {
    if ('unchecked' in each) unchecked.push(each);
    else changes.push(each);
  }
  return { changes, unchecked };
}
