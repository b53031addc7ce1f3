import assert from 'node:assert/strict';
import type { TestPlan } from '../../../src/review/test-plan/test-plan.ts';
import { reporters } from '../../../src/report/reporters.ts';
import { testPlanPage } from '../../../src/report/test-plan-markdown.ts';
import { options, review } from './sample-review.ts';

const testPlan: TestPlan = {
  cases: [
    {
      about: 'Cart.total',
      path: 'src/cart.ts',
      line: 3,
      show: 'It refuses with `<b>no</b>` when `tax` is `-1`.',
      level: 'unit',
      type: 'negative',
      risk: 'high',
      state: 'missing',
    },
    {
      about: 'open_orders',
      path: 'src/cart.ts',
      line: 9,
      show: 'The new “open orders” gives what is expected for ordinary input.',
      level: 'end-to-end',
      type: 'positive',
      risk: 'medium',
      state: 'shown',
    },
  ],
  moreCases: 0,
  runOrder: [
    { path: 'test/cart.test.ts', level: 'unit', risk: 'high', covers: ['a', 'b', 'c', 'd'], runner: 'mocha' },
    { path: 'test/x.test.ts', level: 'integration', risk: 'low', covers: [] },
  ],
  moreTests: 0,
  commands: ['npx mocha test/cart.test.ts'],
  templates: ['npx mocha {files}'],
};
const planned = review([], { verdict: { gate: 'passed', failOn: 'error', complete: true }, testPlan });

const body = `**To be written: no test shows this**

- **Cart.total**: It refuses with \`<b>no</b>\` when \`tax\` is \`-1\`. _(high risk; unit, negative)_ \`src/cart.ts:3\`

**There already: a test shows this**

- **open\\_orders**: The new “open orders” gives what is expected for ordinary input. _(medium risk; end to end, positive)_ \`src/cart.ts:9\`

**Tests to run first**

1. \`test/cart.test.ts\` (high risk; unit): \`a\`, \`b\`, \`c\` and 1 more
2. \`test/x.test.ts\` (low risk; integration)

\`\`\`sh
npx mocha test/cart.test.ts
\`\`\`

How to run 1 test file of these could not be told from the build files.`;

describe('the test plan in reports', () => {
  it('is a section of the Markdown report', () => {
    assert.equal(
      reporters.markdown(planned, options),
      `## Plumbline: Gate passed: nothing to mend.\n\nfeature against main: 2 files, +1,340 −25 lines\n\n### Test plan\n\n${body}\n`,
    );
  });

  it('is a page of its own', () => {
    assert.equal(
      testPlanPage(testPlan),
      `# Test plan\n\nTest plan: 2 cases, 1 shown by no test; 2 related test files to run.\n\n${body}\n`,
    );
  });

  it('is cut in the report and whole on its page', () => {
    const cases = Array.from({ length: 30 }, (_, line) => ({ ...testPlan.cases[0]!, line }));
    const long = { ...testPlan, cases, moreCases: 2 };
    assert.match(reporters.markdown(review([], { testPlan: long }), options), /\n\n12 more cases\.\n\n/);
    assert.match(testPlanPage(long), /cart\.ts:29`\n\n2 more cases\.\n\n/);
  });

  it('is a section of the HTML report, with every text escaped', () => {
    const page = reporters.html(planned, options);
    assert.ok(page.includes('<h2>Test plan</h2>'));
    assert.ok(
      page.includes(
        '<tr><td>Cart.total<br><code>src/cart.ts:3</code></td><td>It refuses with <code>&lt;b&gt;no&lt;/b&gt;</code> when <code>tax</code> is <code>-1</code>.</td><td>unit</td><td>negative</td><td>high</td></tr>',
      ),
    );
    assert.ok(page.includes('<pre class="command">npx mocha test/cart.test.ts</pre>'));
  });

  it('is data in JSON', () => {
    assert.deepEqual((JSON.parse(reporters.json(planned, options)) as { testPlan: unknown }).testPlan, testPlan);
  });

  it('is one line for a terminal, which says how to get it', () => {
    assert.match(
      reporters.pretty(planned, options),
      /\nTest plan: 2 cases, 1 shown by no test; 2 related test files to run\. --format markdown shows it\.\n$/,
    );
  });

  it('lets no command end its block', () => {
    assert.match(testPlanPage({ ...testPlan, commands: ["npx mocha '```x.ts'"] }), /\n````sh\nnpx mocha '```x\.ts'\n````\n/);
  });
});
