import * as z from 'zod/mini';
import { placeInScalar } from '../../code/scalar-place.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { mayIdentify, publicationsIn } from './workflow/publishing.ts';
import { inputOf, stepSubject, workflowOf, type Step } from './workflow/workflow.ts';

const path = '.github/workflows/release.yml';
const start = (permissions: string): string =>
  `name: Release\non: release\njobs:\n  publish:\n    runs-on: ubuntu-latest\n    permissions: ${permissions}\n    steps:\n`;
const env = `        env:\n          NODE_AUTH_TOKEN: \${{ secrets.NPM_TOKEN }}\n`;

export const storedPublishingToken = defineFileRule({
  id: 'delivery/stored-publishing-token',
  title: 'A package is published with a stored token',
  reason:
    'A token that is stored as a secret lives long and publishes from anywhere once it leaks. npm, PyPI, crates.io, RubyGems, NuGet and pub.dev take the identity of the workflow instead (trusted publishing): valid for minutes, for this repository alone.',
  remedy: 'Set up trusted publishing at the registry, give the job `id-token: write`, and delete the stored token.',
  severity: 'note',
  confidence: 'medium',
  languages: 'any',
  cwe: [522],
  sources: [
    { title: 'npm: trusted publishing', url: 'https://docs.npmjs.com/trusted-publishers' },
    {
      title: 'OpenSSF: Trusted publishers for all package repositories',
      url: 'https://repos.openssf.org/trusted-publishers-for-all-package-repositories',
    },
    { title: 'zizmor: use-trusted-publishing', url: 'https://docs.zizmor.sh/audits/#use-trusted-publishing' },
  ],
  limits:
    'Registries of one’s own, as far as the command or the workflow names them, are left alone; so is every command in a job that may ask for an identity.',
  examples: [
    {
      name: 'npm is given a stored token',
      base: {},
      head: { [path]: `${start('{}')}      - run: npm publish\n${env}` },
      finds: [`${path}:8 \`npm publish\` publishes to npm with a stored token: trusted publishing needs none.`],
    },
    {
      name: 'the job may identify itself, or nothing is published',
      base: {},
      head: {
        [path]: `${start('{ id-token: write }')}      - run: npm publish\n`,
        '.github/workflows/try.yml': `${start('{}')}      - run: npm publish --dry-run\n${env}`,
      },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    const workflow = workflowOf(file);
    if (!workflow) return;
    const registries = workflow.steps.map((step) => String(inputOf(step, 'registry-url')?.value ?? '')).filter((url) => url !== '');
    const ownRegistry = registries.length > 0 && registries.every((url) => !isNpm(url));
    for (const step of workflow.steps) {
      if (!(step.job && mayIdentify(step.job))) yield* byCommand(step, ownRegistry);
      yield* byAction(step);
    }
  },
});

function* byCommand(step: Step, ownRegistry: boolean): Generator<FindingDraft> {
  const { run } = step;
  for (const { command, registry, range } of run ? publicationsIn(String(run.value)) : []) {
    if (!run || (registry === 'npm' && ownRegistry)) continue;
    yield {
      message: `\`${command}\` publishes to ${registry} with a stored token: trusted publishing needs none.`,
      place: {
        file: run.file,
        range: placeInScalar(run, { start: range.start, end: range.start + (command.split(' ', 1)[0] ?? '').length }),
      },
      subject: `${stepSubject(step)} ${command}`,
      content: command,
      properties: { category: 'ci-secrets' },
    };
  }
}

/** An action that is given a token uses it, even where the job may identify itself. */
function* byAction(step: Step): Generator<FindingDraft> {
  const { uses } = step;
  const stored = storedIn(step);
  if (!uses || stored === undefined) return;
  yield findingAt(uses.node, {
    message: `\`${uses.name}\` is set up to publish to ${stored} with a stored token: trusted publishing needs none.`,
    subject: `${stepSubject(step)} ${uses.name}`,
    category: 'ci-secrets',
  });
}

function storedIn(step: Step): string | undefined {
  const given = (name: string): string => String(inputOf(step, name)?.value ?? '');
  switch (step.uses?.name) {
    case 'pypa/gh-action-pypi-publish':
      return given('password') !== '' &&
        !/^https?:\/\/(?!upload\.pypi\.org|test\.pypi\.org)/.test(given('repository-url') || given('repository_url'))
        ? 'PyPI'
        : undefined;
    case 'actions/setup-node':
      return !(step.job && mayIdentify(step.job)) &&
        given('always-auth') === 'true' &&
        (given('registry-url') === '' || isNpm(given('registry-url')))
        ? 'npm'
        : undefined;
    case 'js-devtools/npm-publish':
      return given('token') !== '' && (given('registry') === '' || isNpm(given('registry'))) ? 'npm' : undefined;
    case 'rubygems/release-gem':
      return given('setup-trusted-publisher') === 'false' ? 'RubyGems' : undefined;
    default:
      return givenTo(step, given);
  }
}

/** Actions that publish, with the input that takes the stored token. */
const publishingActions: Readonly<Record<string, readonly [input: string, registry: string]>> = {
  'rubygems/configure-rubygems-credentials': ['api-token', 'RubyGems'],
  'katyo/publish-crates': ['registry-token', 'crates.io'],
  'jrubics/poetry-publish': ['pypi_token', 'PyPI'],
  'code-specialist/pypi-poetry-publish': ['access_token', 'PyPI'],
  'etils-actions/pypi-auto-publish': ['pypi-token', 'PyPI'],
  'dawidd6/action-publish-gem': ['api_key', 'RubyGems'],
  'k-paxian/dart-package-publisher': ['credentialjson', 'pub.dev'],
  'brandedoutcast/publish-nuget': ['nuget_key', 'NuGet'],
  'pascalgn/npm-publish-action': ['npm_auth_token', 'npm'],
  'rust-lang/crates-io-auth-action': ['token', 'crates.io'],
};

function givenTo(step: Step, given: (name: string) => string): string | undefined {
  const [input = '', registry] = publishingActions[step.uses?.name ?? ''] ?? [];
  return given(input).includes('secrets.') ? registry : undefined;
}

function isNpm(url: string): boolean {
  return /^https:\/\/registry\.npmjs\.org\/?$/.test(url.trim());
}
