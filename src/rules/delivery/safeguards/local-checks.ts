import type { SourceFile } from '../../../code/code-change.ts';
import { itemsOf, member, textOf, type DocumentNode, type ScalarNode } from '../../../code/document-node.ts';
import { isSample, several } from '../dependencies/manifest.ts';
import type { Check, CheckKind } from './check.ts';

/** Checks that run before a commit, or within a build of Maven or Gradle; undefined where the file is none of these. */
export function localChecks(file: SourceFile): readonly Check[] | undefined {
  if (/(?:^|\/)\.pre-commit-config\.ya?ml$/.test(file.path)) return hooks(file.document?.roots[0]);
  if (isSample(file.path)) return undefined;
  if (/(?:^|\/)pom\.xml$/.test(file.path)) return mavenPlugins(file.document?.roots[0]);
  if (/(?:^|\/)build\.gradle(?:\.kts)?$/.test(file.path)) return gradlePlugins(file);
  return undefined;
}

const kinds: readonly (readonly [pattern: RegExp, kind: CheckKind])[] = [
  [/gitleaks|trufflehog|detect-secrets|detect-private-key|secretlint|ggshield|talisman/, 'secret scan'],
  [/semgrep|bandit|trivy|checkov|tfsec|zizmor|snyk|dependency-?check|findsecbugs|owasp/, 'security scan'],
  [
    /eslint|oxlint|biome|stylelint|ruff|flake8|pylint|checkstyle|pmd|spotbugs|detekt|ktlint|shellcheck|actionlint|hadolint|error-?prone|sonar/,
    'lint',
  ],
  [/mypy|pyright|\btsc\b/, 'types'],
  [/jacoco|cobertura|kover/, 'coverage'],
];

function kindOf(name: string): CheckKind | undefined {
  return kinds.find(([pattern]) => pattern.test(name))?.[1];
}

function hooks(root: DocumentNode | undefined): readonly Check[] {
  return itemsOf(member(root, 'repos')).flatMap((repo) =>
    itemsOf(member(repo, 'hooks')).flatMap((hook) => {
      const id = member(hook, 'id');
      const name = textOf(id);
      const kind = name === undefined ? undefined : kindOf(name);
      return id && name !== undefined && kind ? [{ kind, text: name, node: id }] : [];
    }),
  );
}

function mavenPlugins(root: DocumentNode | undefined): readonly Check[] {
  return several(member(root, 'build', 'plugins', 'plugin')).flatMap((plugin) => {
    const artifact = member(plugin, 'artifactId');
    const name = textOf(artifact);
    const kind = name === undefined ? undefined : kindOf(name);
    return artifact && name !== undefined && kind && member(plugin, 'executions') ? [{ kind, text: name, node: artifact }] : [];
  });
}

/** `id 'com.github.spotbugs'`, `apply plugin: 'checkstyle'`, `alias(libs.plugins.spotbugs)`, `checkstyle`. */
function gradlePlugins(file: SourceFile): readonly Check[] {
  const pattern =
    /^[^\S\n]{0,20}(?:(?:id[\s(]{1,3}|apply plugin:\s{0,3}|apply\(plugin\s{0,3}=\s{0,3})["']([\w.-]{2,80})["']|alias[\s(]{1,3}\w{1,40}\.plugins\.([\w.]{2,80})|`?(checkstyle|pmd|codenarc|jacoco)`?[^\S\n]{0,20}$)/gm;
  return Array.from(file.text.matchAll(pattern)).flatMap((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    const kind = kindOf(name);
    const start = match.index + match[0].lastIndexOf(name);
    const node: ScalarNode = { kind: 'scalar', value: name, file, range: { start, end: start + name.length } };
    return kind ? [{ kind, text: name, node }] : [];
  });
}
