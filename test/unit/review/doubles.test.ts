import assert from 'node:assert/strict';
import { removedTimeout } from '../../../src/rules/robustness/removed-timeout.ts';
import { missingTimeout } from '../../../src/rules/robustness/missing-timeout.ts';
import { codeInjection } from '../../../src/rules/security/code-injection.ts';
import { computedCode } from '../../../src/rules/security/computed-code.ts';
import type { Rule } from '../../../src/rules/rule.ts';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import { review } from '../../../src/review/review.ts';
import { extractorOfCheckout, standardOf } from './reviewing.ts';

async function rulesThatFind(rules: readonly Rule[], path: string, base: string, head: string): Promise<readonly string[]> {
  const settings = new Map(rules.map((rule) => [rule.id, { severity: rule.severity, options: rule.options.parse({}) }]));
  const extractor = extractorOfCheckout();
  const changeSet = inMemoryChangeSet({ [path]: base }, { [path]: head }, []);
  const result = await review(
    { changeSet, standard: standardOf(rules, { rules: settings }), rules, now: new Date('2026-08-10') },
    extractor,
  );
  await extractor.dispose();
  return result.findings.map(({ rule, location }) => `${rule} ${location.start.line}`);
}

describe('one finding for one thing', () => {
  const page = 'export function show(req, res) {\n  eval(req.body.filter);\n}\n\nexport function apply(rule) {\n  eval(rule);\n}\n';

  it('is told by the rule that says more', async () => {
    assert.deepEqual(await rulesThatFind([codeInjection, computedCode], 'src/page.js', '', page), [
      'security/code-injection 2',
      'security/computed-code 6',
    ]);
  });

  it('is told by the other rule where that one is off', async () => {
    const found = await rulesThatFind([computedCode], 'src/page.js', '', page);
    assert.ok(found.includes('security/computed-code 6'));
  });

  it('is told once by a rule on files and one on the change', async () => {
    const load = (options: string): string =>
      `import axios from 'axios';\n\nexport const load = () => axios.get('/orders', { ${options} });\n`;
    const found = await rulesThatFind([missingTimeout, removedTimeout], 'src/load.js', load('timeout: 5000'), load('maxRedirects: 1'));
    assert.deepEqual(found, ['robustness/missing-timeout 3']);
  });
});
