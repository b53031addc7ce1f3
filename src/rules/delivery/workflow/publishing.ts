import type { TextRange } from '../../../base/text-range.ts';
import { itemsOf, member, membersOf, textOf, textsOf } from '../../../code/document-node.ts';
import { commandsIn, invoked, type Command } from '../shell/commands.ts';
import { inputOf, type Job, type Step, type Workflow } from './workflow.ts';

/** A command that publishes a package, and the registry that it goes to by default. */
export interface Publication {
  readonly command: string;
  readonly registry: 'npm' | 'crates.io' | 'PyPI' | 'NuGet' | 'RubyGems' | 'pub.dev';
  /** In the script. */
  readonly range: TextRange;
}

const dryRun = /^(?:--dry-run|-n|--help|-h)$/;

export function publicationsIn(script: string): readonly Publication[] {
  return commandsIn(script).flatMap((command) => publicationOf(command) ?? []);
}

/** The words of a publishing command up to where it is known as one. */
const publishing: readonly (readonly [pattern: RegExp, registry: Publication['registry']])[] = [
  [/^(?:bunx |npx |yarn |corepack )?(?:npm|pnpm|bun) (?:publish|-r publish|(?:-\S+ (?:[^-\s]\S* )?){1,3}publish)\b/, 'npm'],
  [/^yarn publish\b|^(?:npx |bunx |pnpm (?:exec )?|yarn )?(?:lerna|changeset) publish\b/, 'npm'],
  [/^cargo (?:\+\S+ )?(?:publish|release|workspaces publish)\b/, 'crates.io'],
  [/^(?:dotnet )?nuget(?:\.exe)? push\b/, 'NuGet'],
  [/^(?:python[\d.]* -m |pipx run |uvx |uv (?:tool )?run |poetry run |hatch run |pdm run |rye run )?twine(?:==\S+)? upload\b/, 'PyPI'],
  [/^(?:python[\d.]* -m |uvx |pipx run |uv run )?(?:uv|poetry|hatch|pdm|flit|rye|maturin) (?:publish|upload)\b/, 'PyPI'],
  [/^(?:bundle exec )?(?:gem push|rake release)\b/, 'RubyGems'],
  [/^(?:dart|flutter) pub publish\b/, 'pub.dev'],
];

function publicationOf(command: Command): Publication | undefined {
  const words = invoked(command);
  const text = words.join(' ');
  const known = publishing.find(([pattern]) => pattern.test(text));
  if (
    !known ||
    words.some((word) => dryRun.test(word)) ||
    words.some((word) => /^--(?:registry|index|repository|source|host)/.test(word) && !text.includes('nuget'))
  )
    return undefined;
  return { command: known[0].exec(text)?.[0] ?? text, registry: known[1], range: command.range };
}

/** Actions that publish what was built. */
const publishers = new Set([
  'softprops/action-gh-release',
  'ncipollo/release-action',
  'actions/create-release',
  'goreleaser/goreleaser-action',
  'pypa/gh-action-pypi-publish',
  'js-devtools/npm-publish',
  'cycjimmy/semantic-release-action',
  'crazy-max/ghaction-docker-buildx-bake',
  'actions/deploy-pages',
  'peaceiris/actions-gh-pages',
  'jamesives/github-pages-deploy-action',
  'cloudflare/wrangler-action',
  'google-github-actions/deploy-cloudrun',
  'rubygems/release-gem',
  'tauri-apps/tauri-action',
  'svenstaro/upload-release-action',
  'katyo/publish-crates',
  'release-drafter/release-drafter',
  'changesets/action',
  'microsoft/store-submission',
]);

/** Why what a job builds goes out to others; undefined where nothing says that it does. */
export function releaseReason({ workflow, steps }: Job): string | undefined {
  return triggerReason(workflow) ?? steps.map(publisherOf).find((each) => each !== undefined);
}

function triggerReason({ triggers }: Workflow): string | undefined {
  if (triggers.has('release')) return 'runs for releases';
  const push = triggers.get('push');
  if (itemsOf(member(push, 'tags')).length > 0 || textOf(member(push, 'tags')) !== undefined) return 'runs for tags';
  return releasesFromBranches({ triggers }) ? 'runs for release branches' : undefined;
}

/** Whether a push to a branch that is called so releases. */
export function releasesFromBranches({ triggers }: Pick<Workflow, 'triggers'>): boolean {
  return textsOf(member(triggers.get('push'), 'branches')).some((branch) => branch.startsWith('release'));
}

function publisherOf(step: Step): string | undefined {
  const name = step.uses?.name ?? '';
  if (publishers.has(name)) return `publishes with \`${name}\``;
  if (name === 'docker/build-push-action' && String(inputOf(step, 'push')?.value ?? 'false') !== 'false')
    return `publishes with \`${name}\``;
  return undefined;
}

/** Whether the token of a job may ask for an identity, which registries take in place of a stored secret. */
export function mayIdentify({ node, workflow }: Job): boolean {
  const permissions = member(node, 'permissions') ?? member(workflow.root, 'permissions');
  return (
    textOf(permissions) === 'write-all' || membersOf(permissions).some(([name, level]) => name === 'id-token' && textOf(level) === 'write')
  );
}
