import * as z from 'zod/mini';
import { defineFileRule } from '../rule.ts';
import { findingAt } from '../document-finding.ts';
import { restoresCache } from './workflow/caches.ts';
import { releaseReason } from './workflow/publishing.ts';
import { stepSubject, workflowOf } from './workflow/workflow.ts';

const path = '.github/workflows/release.yml';
const start = 'name: Release\non: release\npermissions: {}\njobs:\n  publish:\n    runs-on: ubuntu-latest\n    steps:\n';
const cache = '      - uses: Swatinem/rust-cache@82a92a6e8fbeee089604da2575dc567ae9ddeaab\n';

export const poisonableCache = defineFileRule({
  id: 'delivery/poisonable-cache',
  title: 'A release is built from a cache that other runs can write',
  reason:
    'Caches are shared between the workflows of a repository. Whoever gets code to run in a less guarded one can leave a changed dependency or tool in the cache, and the release is built with it.',
  remedy: 'Build releases without a restored cache: leave the step out of the release workflow, or turn its cache off there.',
  severity: 'warning',
  confidence: 'medium',
  languages: 'any',
  cwe: [349, 829],
  sources: [
    { title: 'zizmor: cache-poisoning', url: 'https://docs.zizmor.sh/audits/#cache-poisoning' },
    {
      title: 'The Monsters in Your Build Cache: GitHub Actions Cache Poisoning',
      url: 'https://adnanthekhan.com/2024/05/06/the-monsters-in-your-build-cache-github-actions-cache-poisoning/',
    },
  ],
  limits:
    'That a job releases is told from its triggers (releases, tags, release branches) and from actions known to publish; that a step restores a cache from actions known to do so, and their inputs.',
  examples: [
    {
      name: 'a release restores a cache',
      base: { [path]: `${start}      - run: cargo build --release\n` },
      head: { [path]: `${start}${cache}      - run: cargo build --release\n` },
      finds: [
        `${path}:8 \`swatinem/rust-cache\` restores a cache in a job that runs for releases: what another run left there is built into the release.`,
      ],
    },
    {
      name: 'the cache is only looked up, or the workflow does not release',
      base: {},
      head: {
        [path]: `${start}${cache}        with:\n          lookup-only: true\n`,
        '.github/workflows/ci.yml': `${start}${cache}`.replace('on: release', 'on: push'),
      },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    for (const job of workflowOf(file)?.jobs ?? []) {
      const caching = job.steps.filter(restoresCache);
      const reason = caching.length > 0 ? releaseReason(job) : undefined;
      if (reason === undefined) continue;
      for (const step of caching) {
        const { uses } = step;
        if (!uses) continue;
        yield findingAt(uses.node, {
          message: `\`${uses.name}\` restores a cache in a job that ${reason}: what another run left there is built into the release.`,
          subject: `${stepSubject(step)} ${uses.name}`,
          content: uses.name,
          ...(reason.endsWith('branches') && { severity: 'note' as const }),
          category: 'ci-cache',
        });
      }
    }
  },
});
