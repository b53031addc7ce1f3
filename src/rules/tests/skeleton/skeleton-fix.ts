import type { FixDraft } from '../../../finding/draft.ts';
import type { FunctionUnderTest } from '../gaps/obligation.ts';
import { javaSkeleton } from './java-skeleton.ts';
import { scriptSkeleton } from './script-skeleton.ts';

/** Writes the tests that are missing into the nearest test file, each failing until somebody says what is expected. */
export function skeletonFixes(found: FunctionUnderTest): readonly FixDraft[] {
  const isJava = found.at.file.facts?.language === 'java';
  for (const { test } of found.tests) {
    if (test.test.parameters.length > 0 || (test.file.facts?.language === 'java') !== isJava) continue;
    const edits = isJava ? javaSkeleton(found, test) : scriptSkeleton(found, test);
    if (edits) return [{ title: `Write the missing tests into ${nameOf(test.file.path)}`, safety: 'unsafe', edits }];
  }
  return [];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
