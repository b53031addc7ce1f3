import { remembered } from '../../base/remembered.ts';
import * as z from 'zod/mini';
import type { CodeChange, SourceFile } from '../../code/code-change.ts';
import { shownRange } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { checksIn } from './safeguards/checks.ts';
import type { Check, CheckKind } from './safeguards/check.ts';
import { fewerRuns, type FewerRuns } from './safeguards/pull-requests.ts';

const path = '.github/workflows/ci.yml';
const workflow = (...steps: readonly string[]): string =>
  `name: CI\non: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${steps.map((step) => `      - run: ${step}\n`).join('')}`;

export const weakenedPipeline = defineChangeRule({
  id: 'delivery/weakened-pipeline',
  title: 'A check no longer runs in the pipeline, or can no longer fail it',
  reason:
    'A check that is taken out, or whose failure counts for nothing, stops nothing from then on, and nobody sees what it would have found.',
  remedy: 'Keep the check. Where it fails for a known reason, mend that, or take out the one case with a reason and an end.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [693],
  needs: [],
  sources: [{ title: 'OpenSSF Scorecard: CI-Tests, SAST', url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#ci-tests' }],
  limits:
    'Workflows of GitHub, GitLab CI, CircleCI, Azure, Bitbucket, Travis, Drone and Jenkins, hooks of git, plugins of Maven and Gradle, and the scripts of package.json. Checks are known by their commands and actions. One that is in any changed pipeline after the change has moved and is not reported; pipelines that the change leaves alone are not looked at, so that a file that is deleted as a whole is less sure.',
  examples: [
    {
      name: 'the linter is taken out',
      base: { [path]: workflow('npm test', 'npm run lint') },
      head: { [path]: workflow('npm test') },
      finds: [`${path}:8 The change takes \`npm run lint\` out of the pipeline: nothing else in it lints any more.`],
    },
    {
      name: 'tests may fail',
      base: { [path]: workflow('npm test') },
      head: { [path]: workflow('npm test || true') },
      finds: [`${path}:7 \`npm test\` can no longer fail the pipeline: \`|| true\`.`],
    },
    {
      name: 'the linter moves to another workflow',
      base: { [path]: workflow('npm test', 'npm run lint') },
      head: { [path]: workflow('npm test'), '.github/workflows/lint.yml': workflow('npx eslint .') },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(change: CodeChange) {
    const before = change.files.flatMap(({ base }) => (base ? checks(base) : []));
    if (before.length === 0) return;
    const after = change.files.flatMap(({ head }) => (head ? checks(head) : []));
    const kinds = new Set(before.filter(({ soft }) => soft === undefined).map(({ kind }) => kind));
    for (const kind of kinds) yield* compared(kind, before, after, change);
    for (const fewer of fewerRuns(change, checks)) yield lessAsked(fewer);
  },
});

const checks = remembered((file: SourceFile): readonly Check[] =>
  file.role === 'vendored' || file.role === 'generated' ? [] : checksIn(file),
);

function* compared(kind: CheckKind, before: readonly Check[], after: readonly Check[], change: CodeChange): Generator<FindingDraft> {
  const [old] = before.filter((each) => each.kind === kind && each.soft === undefined);
  const now = after.filter((each) => each.kind === kind);
  if (!old || now.some(({ soft }) => soft === undefined)) return;
  const [soft] = now;
  const { file } = (soft ?? old).node;
  const isDeleted = !change.files.some(({ base, head }) => base === old.node.file && head);
  yield {
    message: soft
      ? `\`${soft.text}\` can no longer fail the pipeline: ${soft.soft ?? ''}.`
      : `The change takes \`${old.text}\` out of the pipeline: nothing else in it ${words[kind]} any more.`,
    place: { file, range: shownRange((soft ?? old).node) },
    subject: `${soft ? 'soft' : 'gone'} ${kind} ${old.text}`,
    ...(soft && { related: [{ file: old.node.file, range: shownRange(old.node), caption: 'before' }] }),
    ...(!soft && isDeleted && { confidence: 'medium' as const }),
    properties: { category: 'ci-logic' },
  };
}

function lessAsked({ check, before, head, at, branches, isPushed }: FewerRuns): FindingDraft {
  const which = branches ? ` to ${branches.map((each) => `\`${each}\``).join(', ')}` : '';
  return {
    message: `\`${check.text}\` no longer runs for pull requests${which}: what it would find is merged first.`,
    place: { file: head, range: at ? shownRange(at) : head.lines.lineRange(1) },
    subject: `pull requests ${which}`,
    related: [{ file: before.file, range: shownRange(before), caption: 'before' }],
    // Branches of the repository itself are still checked when they are pushed.
    confidence: isPushed ? 'low' : 'medium',
    properties: { category: 'ci-logic' },
  };
}

const words: Readonly<Record<CheckKind, string>> = {
  tests: 'runs tests',
  lint: 'lints',
  types: 'checks types',
  format: 'checks the format',
  coverage: 'measures coverage',
  'secret scan': 'looks for secrets',
  'security scan': 'looks for weaknesses',
  'quality gate': 'waits for the quality gate',
  'dependency review': 'reviews dependencies',
};
