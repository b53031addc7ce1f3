import type { PlannedCase, RelatedTest, TestPlan } from '../review/test-plan/test-plan.ts';
import { prose, text } from './html-text.ts';
import { quantity } from './selection.ts';
import { casesIn, coveredBy, levelNames, runnerNote, states, stateTitles, testPlanLine } from './test-plan-text.ts';

/** The plan within a page; empty where there is none. */
export function testPlanSection(plan: TestPlan | undefined): string {
  if (!plan) return '';
  const parts = [
    `<p class="promise">${text(testPlanLine(plan))}</p>`,
    ...states.map((state) => caseTable(stateTitles[state], casesIn(plan, state))),
    plan.moreCases > 0 ? `<p>${quantity(plan.moreCases, 'more case')}.</p>` : '',
    ...runParts(plan),
  ];
  return `<section>\n<h2>Test plan</h2>\n${parts.filter(Boolean).join('\n')}\n</section>`;
}

function caseTable(title: string, cases: readonly PlannedCase[]): string {
  if (cases.length === 0) return '';
  const rows = cases.map(
    ({ about, show, path, line, level, type, risk }) =>
      `<tr><td>${text(about)}<br><code>${text(`${path}:${line}`)}</code></td><td>${prose(show)}</td><td>${levelNames[level]}</td><td>${type}</td><td>${risk}</td></tr>`,
  );
  return `<h3>${title}</h3>
<table>
<tr><th>What</th><th>To show</th><th>Level</th><th>Type</th><th>Risk</th></tr>
${rows.join('\n')}
</table>`;
}

function runParts(plan: TestPlan): readonly string[] {
  if (plan.runOrder.length === 0) return [];
  const note = runnerNote(plan);
  return [
    '<h3>Tests to run first</h3>',
    `<ol>${plan.runOrder.map((test) => `<li>${testRow(test)}</li>`).join('')}</ol>`,
    plan.moreTests > 0 ? `<p>${quantity(plan.moreTests, 'more test file')}.</p>` : '',
    plan.commands.length > 0 ? `<pre class="command">${text(plan.commands.join('\n'))}</pre>` : '',
    note && `<p>${text(note)}</p>`,
  ];
}

function testRow(test: RelatedTest): string {
  const { names, more } = coveredBy(test);
  const covers = names.length > 0 ? `: ${text(names.join(', '))}${more > 0 ? ` and ${more} more` : ''}` : '';
  return `<code>${text(test.path)}</code> (${test.risk} risk; ${levelNames[test.level]})${covers}`;
}
