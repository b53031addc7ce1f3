import assert from 'node:assert/strict';
import type { Finding } from '../../../../../src/finding/finding.ts';
import { reporters } from '../../../../../src/report/reporters.ts';
import type { Review } from '../../../../../src/review/review-result.ts';
import { hardcodedSecret } from '../../../../../src/rules/security/hardcoded-secret.ts';
import { newFindings, reviewExample } from '../../rule-cases.ts';
import { noSecrets } from './no-secrets.ts';
import { markedText, randomNumbers, type MarkedText } from './secret-text.ts';
import { secretsInSettings, type SecretCase } from './secrets-in-settings.ts';
import { vendorTokens } from './vendor-tokens.ts';

/** Where vendors' tokens are met; no name tells that it is one. */
const contexts: readonly (readonly [path: string, around: (secret: string) => string])[] = [
  ['src/start.ts', (secret) => `start('${secret}');`],
  ['src/main/java/Start.java', (secret) => `class Start {\n  static final String VALUE = "${secret}";\n}`],
  ['config/app.yml', (secret) => `app:\n  value: ${secret}`],
  ['config/app.json', (secret) => `{ "value": "${secret}" }`],
  ['scripts/start.sh', (secret) => `./start --with "${secret}"`],
  ['app.properties', (secret) => `value=${secret}`],
];

const positives: readonly SecretCase[] = [
  ...vendorTokens.map(([kind, secret], index): SecretCase => {
    const [path, around] = contexts[index % contexts.length] ?? ['a.txt', (text: string) => text];
    return [kind, path, around(`⟦${secret}⟧`)];
  }),
  ...secretsInSettings,
];

interface Reviewed extends MarkedText {
  readonly name: string;
  readonly result: Review;
  readonly findings: readonly Finding[];
}

async function reviewed([name, path, template]: SecretCase, random: () => number): Promise<Reviewed> {
  const marked = markedText(template, random);
  const result = await reviewExample(hardcodedSecret, { base: {}, head: { [path]: marked.text } });
  return { name, ...marked, result, findings: newFindings(result).filter(({ confidence }) => confidence !== 'low') };
}

/** A finding is right when it begins or ends in the secret. */
function finds({ text, findings }: Reviewed, secret: string): readonly Finding[] {
  const lines = text.split('\n');
  const offset = ({ line, column }: Finding['location']['start']): number =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  const start = text.indexOf(secret);
  return findings.filter(({ location }) => offset(location.start) < start + secret.length && offset(location.end) > start);
}

describe('secrets in vendors’ documented formats and in settings', function () {
  this.timeout(120_000);
  const seeds = [1, 2];
  let withSecrets: readonly Reviewed[] = [];
  let without: readonly Reviewed[] = [];

  before(async () => {
    const all = async (cases: readonly SecretCase[]): Promise<readonly Reviewed[]> => {
      const results: Reviewed[] = [];
      for (const seed of seeds)
        for (const [index, each] of cases.entries()) results.push(await reviewed(each, randomNumbers(seed * 1000 + index)));
      return results;
    };
    withSecrets = await all(positives);
    without = await all(noSecrets);
  });

  it('has at least 120 of either kind', () => {
    assert.ok(positives.length >= 200 && noSecrets.length >= 150, `${positives.length}, ${noSecrets.length}`);
    for (const cases of [positives, noSecrets]) assert.equal(new Set(cases.map(([name]) => name)).size, cases.length);
  });

  it('finds at least nine of ten, and of what it finds at least 95 of 100 are secrets', () => {
    const expected = withSecrets.flatMap((each) => each.secrets.map(({ value }) => ({ each, found: finds(each, value) })));
    const missed = expected.filter(({ found }) => found.length === 0);
    const right = new Set(expected.flatMap(({ found }) => found));
    const wrong = [...withSecrets, ...without].flatMap(({ name, findings }) =>
      findings.filter((finding) => !right.has(finding)).map(({ message }) => `${name}: ${message}`),
    );
    const recall = 1 - missed.length / expected.length;
    const precision = right.size / (right.size + wrong.length);
    const names = (all: readonly string[]): string => [...new Set(all)].join('\n  ');
    console.log(
      `      secrets: recall ${recall.toFixed(3)} of ${expected.length}, precision ${precision.toFixed(3)} with ${without.length} texts without`,
    );
    if (process.env['SHOW_SECRETS']) console.log(`missed:\n  ${names(missed.map(({ each }) => each.name))}\nwrong:\n  ${names(wrong)}`);
    assert.ok(recall >= 0.9 && precision >= 0.95);
  });

  it('repeats none of them in any report', () => {
    const options = { all: true, color: false, version: '1.0.0' };
    for (const { name, secrets, result } of withSecrets) {
      const reports = Object.values(reporters).map((report) => report(result, options));
      for (const { value } of secrets) assert.ok(!reports.some((report) => repeats(report, value)), name);
    }
  });
});

/** Even a part of it: twelve characters from the middle. */
function repeats(report: string, secret: string): boolean {
  const middle = Math.floor(secret.length / 2);
  return report.includes(secret.slice(middle - 4, middle + 8));
}
