import type { Texts } from '../../../../../src/change/in-memory.ts';
import { rules } from '../../../../../src/rules/index.ts';
import { reviewTexts } from '../../../review/reviewing.ts';
import { withFixes } from '../../rule-cases.ts';

const gapRules = rules.filter(({ id }) => id === 'tests/untested-change' || id === 'tests/untested-edge-case');

/** The lines that the first fix adds to the test file. */
export async function written(base: Texts, head: Texts, test: string): Promise<readonly string[]> {
  const { findings } = await reviewTexts(base, head, gapRules, { minimumConfidence: 'low' });
  const [first] = findings.filter(({ fixes }) => fixes.length > 0);
  const fixed = first ? withFixes(head, [first]) : head;
  const old = (head[test] ?? '').split('\n');
  return (fixed[test] ?? '').split('\n').filter((line) => line.trim() !== '' && !old.includes(line));
}
