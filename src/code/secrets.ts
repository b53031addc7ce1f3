import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { creator as preset } from '@secretlint/secretlint-rule-preset-recommend';
import type { TextRange } from '../base/text-range.ts';
import { mostScanned, type SecretFact } from './code-change.ts';

/** What a secret of a known kind has in it. Nearly no text does, and to start the scanner costs more than to read most of them. */
const worthScanning = new RegExp(
  [
    '(?:SECRET|secret|Secret)_?(?:ACCESS|access|Access)_?(?:KEY|key|Key)',
    'PRIVATE KEY',
    '(?:npm|gsk|hf|ntn|gh[pousr]|glc|glsa|vc[piark]|shp(?:pa|ca|at|ss))_[A-Za-z0-9+/_]{11}',
    'lin_api_|github_pat_|glpat-|ops_ey|figd_|dckr_pat_|dapi[A-Fa-f0-9]{32}|hv[sbr]\\.[A-Za-z0-9_-]{90}',
    'sk-(?:ant|proj|svcacct|admin)-|sk-[a-zA-Z0-9]{20}T3BlbkFJ',
    '(?:xox[bpaor]|xapp)-|[hH][oO]{2}[kK][sS]\\.[sS][lL][aA][cC][kK]\\.|SG\\.\\w{1,128}\\.',
    ':\\/\\/[^:/\\s]{1,256}:[^@/\\s]{1,256}@',
  ].join('|'),
);

/** It keeps an entry of every step for as long as the process lives, and searches them all at each new one. */
secretLintProfiler.mark = () => undefined;

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: preset, options: {} }] };

/** Scans the touched lines of a text with secretlint's recommended rules. Never rejects. */
export async function findSecrets(text: string, touched: readonly TextRange[]): Promise<readonly SecretFact[]> {
  const pieces = touched.filter(({ start, end }) => end > start);
  const content = pieces.map(({ start, end }) => text.slice(start, end)).join('');
  if (content.length > mostScanned || !worthScanning.test(content)) return [];
  const source = { filePath: 'text', content, ext: '', contentType: 'text' } as const;
  try {
    const { messages } = await lintSource({ source, options: { noPhysicFilePath: true, config } });
    return messages
      .map(({ range, ruleId, messageId }) => ({ range: rangeInText(range, pieces), kind: kindOf(ruleId, messageId) }))
      .sort((a, b) => a.range.start - b.range.start);
  } catch {
    // A scanner that fails on odd input leaves the rule's own formats, which look at the same lines.
    return [];
  }
}

function rangeInText([start, end]: readonly [number, number], pieces: readonly TextRange[]): TextRange {
  let before = 0;
  for (const piece of pieces) {
    const length = piece.end - piece.start;
    if (start < before + length) return { start: piece.start + start - before, end: Math.min(piece.end, piece.start + end - before) };
    before += length;
  }
  return { start: 0, end: 0 };
}

/** `@secretlint/secretlint-rule-github`, `GITHUB_TOKEN` → `GitHub token`. */
function kindOf(ruleId: string, messageId: string): string {
  const rule = ruleId.slice(ruleId.lastIndexOf('rule-') + 'rule-'.length);
  return kinds[messageId] ?? kinds[rule] ?? `${rule.replace(/-/g, ' ')} secret`;
}

const kinds: Readonly<Record<string, string>> = {
  AWSAccountID: 'AWS account id',
  AWSAccessKeyID: 'AWS access key id',
  AWSSecretAccessKey: 'AWS secret access key',
  anthropic: 'Anthropic API key',
  basicauth: 'password in a URL',
  'database-connection-string': 'connection string with a password',
  gcp: 'Google Cloud key',
  github: 'GitHub token',
  gitlab: 'GitLab token',
  huggingface: 'Hugging Face token',
  npm: 'npm token',
  openai: 'OpenAI API key',
  privatekey: 'private key',
  sendgrid: 'SendGrid API key',
  shopify: 'Shopify token',
  slack: 'Slack token',
};
