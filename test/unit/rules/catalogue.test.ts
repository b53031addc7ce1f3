import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { expectationOf } from '../../../src/finding/expectation.ts';
import { rules } from '../../../src/rules/index.ts';
import type { Example, Rule } from '../../../src/rules/rule.ts';
import { findRules, generatedFiles, leftOver, readFromRoot } from '../../tools/generate.ts';
import { found, newFindings, reviewExample, withFixes } from './rule-cases.ts';

const suffixes: Readonly<Record<string, RegExp>> = { java: /\.java$/, typescript: /\.[cm]?tsx?$/, javascript: /\.[cm]?jsx?$/ };

describe('the catalogue of rules', () => {
  it('lists every rule below src/rules, each once', async () => {
    assert.deepEqual(
      rules.map(({ id }) => id),
      (await findRules()).map(({ id }) => id),
    );
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  });

  it('is generated anew whenever a rule changes: run `npm run generate`', async () => {
    const files = await generatedFiles();
    for (const [path, text] of files) assert.equal(await readFromRoot(path), text, `${path} is stale`);
    assert.deepEqual(await leftOver(files), []);
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      it('is described, cites an expectation and has a test of its own', () => {
        assert.match(rule.id, /^[a-z-]+\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
        assert.ok(expectationOf(rule.id));
        assert.ok(!rule.title.endsWith('.'), 'a title has no full stop');
        for (const text of [rule.reason, rule.remedy, rule.limits ?? '.']) assert.match(text, /\.$/);
        assert.ok(existsSync(new URL(`${rule.id}.test.ts`, import.meta.url)), `test/unit/rules/${rule.id}.test.ts is missing`);
      });

      it('has examples that find and that do not, for every language', () => {
        for (const language of rule.languages === 'any' ? ['any'] : rule.languages) {
          const ofLanguage = rule.examples.filter((example) => isAbout(example, language));
          assert.ok(
            ofLanguage.some(({ finds }) => finds.length > 0),
            `no example finds anything in ${language}`,
          );
          assert.ok(
            ofLanguage.some(({ finds }) => finds.length === 0),
            `no example is silent in ${language}`,
          );
        }
      });

      for (const example of rule.examples) {
        it(`${example.finds.length > 0 ? 'finds' : 'is silent'} when ${example.name}`, () => checkExample(rule, example));
      }
    });
  }
});

function isAbout({ base, head }: Example, language: string): boolean {
  const suffix = suffixes[language];
  return suffix === undefined || [...Object.keys(base), ...Object.keys(head)].some((path) => suffix.test(path));
}

async function checkExample(rule: Rule, example: Example): Promise<void> {
  const result = await reviewExample(rule, example);
  assert.deepEqual(result.notices, []);
  assert.deepEqual(found(result), example.finds);
  const findings = newFindings(result);
  if (!findings.some(({ fixes }) => fixes.length > 0)) {
    assert.equal(example.fixed, undefined, 'an example without fixes has nothing fixed');
    return;
  }
  const fixed = withFixes(example.head, findings);
  if (example.fixed) assert.deepEqual({ ...example.head, ...example.fixed }, fixed);
  // What the tests showed before they were written says nothing any more.
  const again = await reviewExample(rule, {
    ...example,
    head: fixed,
    ...(example.trials && { trials: [] }),
    ...(example.coverage && { coverage: {} }),
  });
  assert.deepEqual(again.notices, [], 'the fixed text can be parsed');
  const unfixable = findings.filter(({ fixes }) => fixes.length === 0).map(({ message }) => message);
  assert.deepEqual(
    newFindings(again).map(({ message }) => message),
    unfixable,
  );
}
