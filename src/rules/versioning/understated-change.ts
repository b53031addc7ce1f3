import * as z from 'zod/mini';
import { defineChangeRule } from '../rule.ts';
import { understatedChangeExamples } from './understated-change-examples.ts';

/** Found by the review, which alone knows what the other rules have found; the rule says how bad it is and why. */
export const understatedChange = defineChangeRule({
  id: 'versioning/understated-change',
  title: 'The declared version promises more than the change keeps',
  reason:
    'Consumers take minor and patch versions without a look, most by a range and a bot. A break that comes in one reaches them unasked, and an addition in a patch is not found where it is looked for.',
  remedy:
    'Declare what the change does: raise the version as far as it needs, write the changeset with that step, or mark the commit with `!` or a `BREAKING CHANGE:` footer. Or keep what breaks, deprecated, and declare less.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  sources: [
    { title: 'Semantic Versioning 2.0.0', url: 'https://semver.org/' },
    { title: 'Conventional Commits 1.0.0', url: 'https://www.conventionalcommits.org/en/v1.0.0/' },
    { title: 'Changesets', url: 'https://github.com/changesets/changesets' },
    { title: 'Helm: the chart’s version', url: 'https://helm.sh/docs/topics/charts/#charts-and-versioning' },
  ],
  limits:
    'It is as good as what the rules on compatibility find: breaks ask for a major version, additions that they know for a minor one (a note); before 1.0.0 for a minor and a patch one. Compared is the first that there is of: the version that the change raises (`package.json`, `pom.xml` with its parents and properties, Gradle with its properties, `info.version` of OpenAPI and AsyncAPI, `Chart.yaml`), a changeset where they are used, a version that the change leaves although the history shows that it is raised with such changes, and the commits or the title of the pull request where the history follows Conventional Commits: for breaks, and for what a script exports anew where all of them are `fix` or `perf`. Where nothing is declared before the release, nothing is said. Private packages, versions that are dates, and packages of Protocol Buffers, whose version is a part of their name, are left alone, as are breaks of database schemas.',
  examples: understatedChangeExamples,
  needs: ['exposure', 'contracts'],
  options: z.object({}),
  check: () => [],
});
