import type { CodeChange } from '../../../code/code-change.ts';
import type { FixDraft } from '../../../finding/draft.ts';
import type { FunctionUnderTest } from '../gaps/obligation.ts';
import { isRouteHandler } from '../gaps/route-handlers.ts';
import { javaSkeleton } from './java-skeleton.ts';
import { newTestFile } from './new-file.ts';
import { scriptSkeleton } from './script-skeleton.ts';

/** Writes the tests that are missing into the nearest test file, or a new one, each failing until somebody says what is expected. */
export function skeletonFixes(found: FunctionUnderTest, change: CodeChange | undefined): readonly FixDraft[] {
  // Neither can be called by a test.
  if (isRouteHandler(found.at.symbol) || found.at.symbol.kind === 'initializer') return [];
  const isJava = found.at.file.facts?.language === 'java';
  for (const { test } of found.tests) {
    if ((test.file.facts?.language === 'java') !== isJava) continue;
    const edits = isJava ? javaSkeleton(found, test) : scriptSkeleton(found, test);
    if (edits) return [{ title: `Write the missing tests into ${nameOf(test.file.path)}`, safety: 'unsafe', edits }];
  }
  const created = change && newTestFile(found, change);
  return created ? [{ title: `Write the missing tests into a new file, ${created.path}`, safety: 'unsafe', edits: [created] }] : [];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
