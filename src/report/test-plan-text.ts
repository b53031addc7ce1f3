import type { PlannedCase, RelatedTest, TestPlan } from '../review/test-plan/test-plan.ts';
import { quantity } from './selection.ts';

/** The states of cases as headings. */
export const stateTitles: Readonly<Record<PlannedCase['state'], string>> = {
  missing: 'To be written: no test shows this',
  unknown: 'To be looked at: whether a test shows this could not be told',
  shown: 'There already: a test shows this',
};

export const states = ['missing', 'unknown', 'shown'] as const;

export function casesIn({ cases }: TestPlan, state: PlannedCase['state']): readonly PlannedCase[] {
  return cases.filter((each) => each.state === state);
}

/** The plan in one line. */
export function testPlanLine(plan: TestPlan): string {
  const missing = casesIn(plan, 'missing').length;
  const parts = [
    ...(plan.cases.length > 0 ? [`${quantity(plan.cases.length + plan.moreCases, 'case')}, ${missing} shown by no test`] : []),
    ...(plan.runOrder.length > 0 ? [`${quantity(plan.runOrder.length + plan.moreTests, 'related test file')} to run`] : []),
  ];
  return `Test plan: ${parts.join('; ')}.`;
}

/** Level and type for people: `end to end, negative`. */
export function kindOf({ level, type }: PlannedCase): string {
  return `${levelNames[level]}, ${type}`;
}

export const levelNames: Readonly<Record<PlannedCase['level'], string>> = {
  unit: 'unit',
  slice: 'slice',
  integration: 'integration',
  contract: 'contract',
  'end-to-end': 'end to end',
};

/** The functions that a test is tied to, three at most. */
export function coveredBy({ covers }: RelatedTest): { readonly names: readonly string[]; readonly more: number } {
  return { names: covers.slice(0, 3), more: Math.max(0, covers.length - 3) };
}

/** What is said where some or all of the tests are in no command. */
export function runnerNote({ runOrder }: TestPlan): string {
  const without = runOrder.filter(({ runner }) => runner === undefined).length;
  return without === 0 ? '' : `How to run ${quantity(without, 'test file')} of these could not be told from the build files.`;
}
