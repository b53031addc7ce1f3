import type { ScalarNode } from '../../../code/document-node.ts';
import { majorVersion } from './action-use.ts';
import { parseExpression } from './expression.ts';
import { releasesFromBranches } from './publishing.ts';
import { inputOf, type Step } from './workflow.ts';

/** How an action says whether it restores a cache. */
interface CacheSetting {
  /** An input that turns it on; what it is where nothing is said, by major version where that differs. */
  readonly on?: string;
  readonly byDefault?: boolean | ((major: number | undefined) => boolean);
  /** An input that turns it off. */
  readonly off?: string;
}

const always: CacheSetting = { byDefault: true };
const asked: CacheSetting = { on: 'cache', byDefault: false };

const settings: Readonly<Record<string, readonly CacheSetting[]>> = {
  'actions/cache': [{ byDefault: true, off: 'lookup-only' }],
  'actions/cache/restore': [always],
  'swatinem/rust-cache': [{ byDefault: true, off: 'lookup-only' }],
  'actions/setup-node': [asked, { on: 'package-manager-cache', byDefault: (major) => (major ?? 5) >= 5 }],
  'actions/setup-go': [{ on: 'cache', byDefault: (major) => (major ?? 4) >= 4 }],
  'actions/setup-python': [asked],
  'actions/setup-java': [asked],
  'actions/setup-dotnet': [asked],
  'graalvm/setup-graalvm': [asked],
  'denoland/setup-deno': [asked],
  'subosito/flutter-action': [asked],
  'ruby/setup-ruby': [{ on: 'bundler-cache', byDefault: false }],
  'astral-sh/setup-uv': [{ on: 'enable-cache', byDefault: (major) => (major ?? 9) < 10 }],
  'pyo3/maturin-action': [{ on: 'sccache', byDefault: false }],
  'mozilla-actions/sccache-action': [always],
  'docker/setup-buildx-action': [{ on: 'cache-binary', byDefault: true }],
  'gradle/actions/setup-gradle': [{ byDefault: true, off: 'cache-disabled' }],
  'gradle/gradle-build-action': [{ byDefault: true, off: 'cache-disabled' }],
  'actions-rust-lang/setup-rust-toolchain': [{ on: 'cache', byDefault: true }],
  'moonrepo/setup-rust': [{ on: 'cache', byDefault: true }],
  'golangci/golangci-lint-action': [{ byDefault: true, off: 'skip-cache' }],
  'oven-sh/setup-bun': [{ byDefault: true, off: 'no-cache' }],
  'jdx/mise-action': [{ on: 'cache', byDefault: true }],
  'julia-actions/cache': [always],
  'hynek/setup-cached-uv': [always],
  'determinatesystems/magic-nix-cache-action': [always],
  'nix-community/cache-nix-action': [always],
  'hendrikmuhs/ccache-action': [always],
  'coursier/cache-action': [always],
  'ramsey/composer-install': [{ byDefault: true, off: 'ignore-cache' }],
  'bahmutov/npm-install': [always],
  'pnpm/action-setup': [asked],
  'burrunan/gradle-cache-action': [always],
  'stcarrez/dynamic-maven-cache': [always],
  'taiki-e/cache-cargo-install-action': [always],
  'awalsh128/cache-apt-pkgs-action': [always],
};

/** Whether a step restores what another run has put into the cache. */
export function restoresCache(step: Step): boolean {
  const { uses } = step;
  return uses !== undefined && (settings[uses.name] ?? []).some((setting) => isOn(setting, step));
}

function isOn({ on, off, byDefault }: CacheSetting, step: Step): boolean {
  const byItself = typeof byDefault === 'function' ? byDefault(step.uses && majorVersion(step.uses)) : (byDefault ?? false);
  if (off !== undefined && isTrueFor(inputOf(step, off), false, false)) return false;
  return on === undefined ? byItself : isTrueFor(inputOf(step, on), byItself, releasesFromBranches(step.workflow));
}

/** What is computed counts as on, unless it says that it is not so for tags, and releases come from no branch as well. */
function isTrueFor(input: ScalarNode | undefined, byDefault: boolean, fromBranches: boolean): boolean {
  if (!input) return byDefault;
  const value = String(input.value ?? '').trim();
  if (value === 'auto') return byDefault;
  if (/^(?:|false|no|off|0)$/i.test(value)) return false;
  const expression = value.startsWith('${{') ? parseExpression(value.slice(3, -2)) : undefined;
  return !(
    expression?.kind === 'operation' &&
    /^!=?$/.test(expression.operator) &&
    /refs\/tags|'tag'|'release'/.test(value) &&
    !fromBranches
  );
}
