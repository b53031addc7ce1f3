import type { CodeChange } from '../../../code/code-change.ts';
import { areInSamePart } from '../../../code/nearest-tests.ts';
import type { FixDraft } from '../../../finding/draft.ts';
import { isAtHome } from '../gaps/nearest-first.ts';
import type { FunctionUnderTest } from '../gaps/obligation.ts';
import { isRouteHandler } from '../gaps/route-handlers.ts';
import type { LinkedTest } from '../gaps/tests-of-file.ts';
import { javaSkeleton } from './java-skeleton.ts';
import { newTestFile } from './new-file.ts';
import { scriptSkeleton } from './script-skeleton.ts';

/**
 * Writes the tests that are missing, each failing until somebody says what is expected: behind a test that calls the function or that stands in the file
 * called after its own, or else into a new file, or else behind the nearest test there is.
 */
export function skeletonFixes(found: FunctionUnderTest, change: CodeChange | undefined): readonly FixDraft[] {
  // Neither can be called by a test.
  if (isRouteHandler(found.at.symbol) || found.at.symbol.kind === 'initializer') return [];
  const own = found.tests.filter((each) => isAtHome(each, found.at));
  return fixAmong(own, found) ?? fixInNewFile(found, change) ?? fixAmong(found.tests, found) ?? [];
}

function fixAmong(tests: readonly LinkedTest[], found: FunctionUnderTest): readonly FixDraft[] | undefined {
  const isJava = found.at.file.facts?.language === 'java';
  for (const { test } of tests) {
    if ((test.file.facts?.language === 'java') !== isJava || !areInSamePart(test.file.path, found.at.file.path)) continue;
    const edits = isJava ? javaSkeleton(found, test) : scriptSkeleton(found, test);
    if (edits) return [{ title: `Write the missing tests into ${nameOf(test.file.path)}`, safety: 'unsafe', edits }];
  }
  return undefined;
}

function fixInNewFile(found: FunctionUnderTest, change: CodeChange | undefined): readonly FixDraft[] | undefined {
  const created = change && newTestFile(found, change);
  return created && [{ title: `Write the missing tests into a new file, ${created.path}`, safety: 'unsafe', edits: [created] }];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
