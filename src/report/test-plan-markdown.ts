import type { PlannedCase, RelatedTest, TestPlan } from '../review/test-plan/test-plan.ts';
import { code, escape, prose } from './markdown-text.ts';
import { quantity } from './selection.ts';
import { visible } from './text.ts';
import { casesIn, coveredBy, kindOf, levelNames, runnerNote, states, stateTitles, testPlanLine } from './test-plan-text.ts';

/** What a comment has room for. */
const mostInReport = 20;

/** The plan as a page of its own, whole. */
export function testPlanPage(plan: TestPlan): string {
  return `# Test plan\n\n${[escape(testPlanLine(plan)), ...parts(plan, Infinity)].join('\n\n')}\n`;
}

/** The plan within a report; empty where there is none. */
export function testPlanSection(plan: TestPlan | undefined): string {
  return plan ? ['### Test plan', ...parts(plan, mostInReport)].join('\n\n') : '';
}

function parts(plan: TestPlan, most: number): readonly string[] {
  const shown = plan.cases.slice(0, most);
  const left = plan.cases.length - shown.length + plan.moreCases;
  return [
    ...states.map((state) => caseList(state, casesIn({ ...plan, cases: shown }, state))),
    left > 0 ? `${quantity(left, 'more case')}.` : '',
    ...runParts(plan, most),
  ].filter(Boolean);
}

function caseList(state: PlannedCase['state'], cases: readonly PlannedCase[]): string {
  if (cases.length === 0) return '';
  const rows = cases.map(
    (each) =>
      `- **${escape(each.about)}**: ${prose(each.show)} _(${each.risk} risk; ${kindOf(each)})_ ${code(`${each.path}:${each.line}`)}`,
  );
  return `**${stateTitles[state]}**\n\n${rows.join('\n')}`;
}

function runParts(plan: TestPlan, most: number): readonly string[] {
  if (plan.runOrder.length === 0) return [];
  const shown = plan.runOrder.slice(0, most);
  const left = plan.runOrder.length - shown.length + plan.moreTests;
  return [
    `**Tests to run first**\n\n${shown.map((test, index) => `${index + 1}. ${testRow(test)}`).join('\n')}`,
    left > 0 ? `${quantity(left, 'more test file')}.` : '',
    plan.commands.length > 0 ? fenced(plan.commands) : '',
    runnerNote(plan),
  ];
}

function testRow(test: RelatedTest): string {
  const { names, more } = coveredBy(test);
  const covers = names.length > 0 ? `: ${names.map(code).join(', ')}${more > 0 ? ` and ${more} more` : ''}` : '';
  return `${code(test.path)} (${test.risk} risk; ${levelNames[test.level]})${covers}`;
}

/** A block that no command can end. */
function fenced(commands: readonly string[]): string {
  const longest = (commands.join('\n').match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}sh\n${commands.map(visible).join('\n')}\n${fence}`;
}
