import * as z from 'zod/mini';
import { placeInScalar } from '../../code/scalar-place.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { commandsIn, invoked } from './shell/commands.ts';
import { inputOf, stepSubject, workflowOf, type Step } from './workflow/workflow.ts';

const path = '.github/workflows/ci.yml';
const start = 'name: CI\non: push\npermissions: {}\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n';

export const unlockedInstall = defineFileRule({
  id: 'delivery/unlocked-install',
  title: 'A workflow installs packages or tools that no lock file fixes',
  reason:
    'What is installed by name in a workflow, with all that it depends on, is whatever is newest at that moment: the build can break without a change, and a release that was taken over runs at once with the secrets of the job.',
  remedy:
    'Add the tool to the project’s manifest and lock file and install from these (`npm ci`, `bundle install`); give the tool’s version where an action installs it.',
  severity: 'note',
  confidence: 'medium',
  languages: 'any',
  cwe: [1357, 829],
  sources: [
    { title: 'zizmor: adhoc-packages, unpinned-tools', url: 'https://docs.zizmor.sh/audits/' },
    {
      title: 'OpenSSF Scorecard: Pinned-Dependencies',
      url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
    },
  ],
  limits:
    'npm, yarn, pnpm and RubyGems; a version behind the name does not fix what the package itself depends on. Of actions those are known that install the newest version where none is said.',
  examples: [
    {
      name: 'a package is installed by name',
      base: { [path]: `${start}      - run: npm ci\n` },
      head: { [path]: `${start}      - run: npm ci\n      - run: npm install typescript\n` },
      finds: [
        `${path}:9 \`npm install typescript\` takes what is newest, with all that it depends on: add it to the manifest, where a lock file fixes it.`,
      ],
    },
    {
      name: 'what the lock file says is installed',
      base: {},
      head: { [path]: `${start}      - run: npm ci && npm install --no-fund\n      - run: bundle install\n` },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    for (const step of workflowOf(file)?.steps ?? []) yield* step.run ? packages(step, step.run) : tool(step);
  },
});

const installers: Readonly<Record<string, RegExp>> = {
  npm: /^(?:install|i|add|in|isntall)$/,
  pnpm: /^add$/,
  yarn: /^add$/,
  gem: /^(?:install|i)$/,
};

/** Options that take the next word. */
const valued =
  /^(?:-v|--version|--prefix|-C|--dir|--registry|--source|-s|-w|--workspace|-i|--install-dir|-n|--bindir|--cache|--loglevel|--tag)$/;

function* packages(step: Step, run: NonNullable<Step['run']>): Generator<FindingDraft> {
  for (const command of commandsIn(String(run.value))) {
    const [name = '', verb = '', ...rest] = invoked(command);
    if (!installers[name]?.test(verb)) continue;
    const named = rest.filter((word, index) => !word.startsWith('-') && !takesNext(rest[index - 1]) && isPackage(word));
    if (named.every((word) => hasVersion(word) && selfContained.has(withoutVersion(word)))) continue;
    yield {
      message: `\`${name} ${verb} ${named.join(' ')}\` ${named.every(hasVersion) ? 'fixes no version of what these depend on' : 'takes what is newest, with all that it depends on'}: add it to the manifest, where a lock file fixes it.`,
      place: { file: run.file, range: placeInScalar(run, command.range) },
      subject: `${step.job?.id ?? ''} ${name} ${named.map(withoutVersion).join(' ')}`,
      content: `${name} ${named.map(withoutVersion).join(' ')}`,
      properties: { category: 'ci-unpinned' },
    };
  }
}

function takesNext(word = ''): boolean {
  return valued.test(word) || /^\d?[<>]+$/.test(word);
}

/** Not a folder, a file, a redirection, or something computed. */
function isPackage(word: string): boolean {
  return /^@?[a-z\d]/i.test(word) && !/\.(?:tgz|gem|tar\.gz)$/.test(word) && !/^\d?[<>]/.test(word) && !/[$*{]/.test(word);
}

/** Package managers have what they need in them. */
const selfContained = new Set(['npm', 'pnpm', 'yarn', 'corepack']);

function hasVersion(word: string): boolean {
  return /.[@:]v?\d/.test(word);
}

function withoutVersion(word: string): string {
  return word.replace(/(?<=.)[@:].*/, '');
}

/** Actions that install the newest version of their tool, and the input that says another. */
const installing: Readonly<Record<string, string>> = {
  'aquasecurity/setup-trivy': 'version',
  '1password/load-secrets-action': 'version',
  '1password/install-cli-action': 'version',
  'golangci/golangci-lint-action': 'version',
  'goreleaser/goreleaser-action': 'version',
  'extractions/setup-just': 'just-version',
  'anchore/scan-action': 'grype-version',
  'azure/setup-helm': 'version',
  'azure/setup-kubectl': 'version',
  'hashicorp/setup-terraform': 'terraform_version',
  'opentofu/setup-opentofu': 'tofu_version',
  'terraform-linters/setup-tflint': 'tflint_version',
  'oven-sh/setup-bun': 'bun-version',
  'zizmorcore/zizmor-action': 'version',
};

function* tool(step: Step): Generator<FindingDraft> {
  const { uses } = step;
  const input = installing[uses?.name ?? ''];
  if (!uses || input === undefined) return;
  const given = inputOf(step, input);
  const value = String(given?.value ?? '').trim();
  if (value !== '' && value !== 'latest' && !value.startsWith('${{')) return;
  if (value.startsWith('${{') && !value.includes('inputs.')) return;
  yield findingAt(given ?? uses.node, {
    message: `\`${uses.name}\` installs ${value.startsWith('${{') ? `whatever \`${value}\` says` : 'the newest version of its tool'}: fix it with \`${input}\`.`,
    subject: `${stepSubject(step)} ${uses.name}`,
    content: uses.name,
    category: 'ci-unpinned',
  });
}
