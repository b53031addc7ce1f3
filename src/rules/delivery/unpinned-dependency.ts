import * as z from 'zod/mini';
import type { SourceFile } from '../../code/code-change.ts';
import { itemsOf, member, textOf, textsOf } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { dependenciesOf, type Dependency } from './dependencies/manifest.ts';

const manifest = (version: string): string => `{\n  "dependencies": {\n    "left-pad": "${version}"\n  }\n}\n`;

export const unpinnedDependency = defineFileRule({
  id: 'delivery/unpinned-dependency',
  title: 'A dependency may be any version, or comes from outside the registry',
  reason:
    'What is not a version in a registry can be another tomorrow: a branch moves, a file on a server is replaced, and `latest` is whatever was published last, by whoever took the account over.',
  remedy: 'Depend on a version (or a range of compatible ones) in a registry; where it has to be git, name the commit.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [1357, 829],
  sources: [
    {
      title: 'OpenSSF: npm best practices, dependencies',
      url: 'https://github.com/ossf/package-manager-best-practices/blob/main/published/npm.md',
    },
  ],
  limits: 'package.json, pom.xml, build files of Gradle, Chart.yaml and modules of Terraform. Peer dependencies may be any version.',
  examples: [
    {
      name: 'a branch is taken',
      base: { 'package.json': manifest('^1.3.0') },
      head: { 'package.json': manifest('github:acme/left-pad#main') },
      finds: [
        'package.json:3 `left-pad` comes from a repository without a commit (`github:acme/left-pad#main`), so that it changes whenever someone pushes: take a version of the registry, or name the commit.',
      ],
    },
    { name: 'a range of versions is taken', base: {}, head: { 'package.json': manifest('^1.3.0') }, finds: [] },
    {
      name: 'a module of Terraform has no version',
      base: {},
      head: { 'network.tf': 'module "vpc" {\n  source = "git::https://github.com/acme/vpc.git"\n}\n' },
      finds: [
        'network.tf:2 The module `vpc` comes from a repository without a version (`git::https://github.com/acme/vpc.git`), so that it changes whenever someone pushes: add `?ref=` with a tag or a commit.',
      ],
    },
    {
      name: 'a module of Terraform is one version',
      base: {},
      head: { 'network.tf': 'module "vpc" {\n  source = "git::https://github.com/acme/vpc.git?ref=v2.1.0"\n}\n' },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    if (file.role === 'test' || file.role === 'example') return;
    yield* looseCharts(file);
    yield* looseModules(file);
    for (const dependency of dependenciesOf(file)) {
      const what = loose(dependency);
      if (what !== undefined)
        yield findingAt(dependency.node, {
          message: `\`${dependency.name}\` ${what}.`,
          subject: dependency.name,
          category: 'supply-chain',
        });
    }
  },
});

/** `*`, `>=1.0.0`: whatever the repository of charts has next. */
function* looseCharts(file: SourceFile): Generator<FindingDraft> {
  if (!/(?:^|\/)Chart\.ya?ml$/.test(file.path)) return;
  for (const chart of itemsOf(member(file.document?.roots[0], 'dependencies'))) {
    const [name, version] = [textOf(member(chart, 'name')) ?? '', member(chart, 'version')];
    const written = textOf(version);
    if (version && written !== undefined && /^(?:\*|x|latest|>=?\s*[\w.-]+)$/.test(written.trim()))
      yield findingAt(version, {
        message: `The chart \`${name}\` may be any later version (\`${written}\`): name a range of compatible ones.`,
        subject: name,
        category: 'supply-chain',
      });
  }
}

/** `source = "git::https://github.com/acme/vpc.git"` without `?ref=`. */
function* looseModules(file: SourceFile): Generator<FindingDraft> {
  if (!file.path.endsWith('.tf')) return;
  for (const block of itemsOf(member(file.document?.roots[0], 'module'))) {
    const source = member(block, 'source');
    const from = textOf(source);
    if (!source || from === undefined || !isGitModule(from) || /[?&]ref=(?!(?:main|master|HEAD|develop)(?:&|$))[^&]/.test(from)) continue;
    const [name = ''] = textsOf(member(block, '@labels'));
    yield findingAt(source, {
      message: `The module \`${name}\` comes from a repository without a version (\`${from}\`), so that it changes whenever someone pushes: add \`?ref=\` with a tag or a commit.`,
      subject: `module ${name}`,
      category: 'supply-chain',
    });
  }
}

function isGitModule(source: string): boolean {
  return /^git(?:::|@)|^(?:github\.com|bitbucket\.org)\/|^(?:https|ssh):\/\/[^?]{1,300}\.git(?:[/?]|$)/.test(source);
}

function loose({ ecosystem, version }: Dependency): string | undefined {
  if (version === undefined) return undefined;
  if (ecosystem === 'maven')
    return /^(?:LATEST|RELEASE|latest\.\w+|\+|[\d.]+\.\+)$|,\s*\)$/.test(version)
      ? `may be any later version (\`${version}\`): name one`
      : undefined;
  if (/^(?:\*|latest|x|)$/i.test(version.trim())) return `may be any version (\`${version}\`): name a range of compatible ones`;
  if (version.startsWith('http://')) return `comes over an unencrypted connection (\`${version}\`): anyone on the way can replace it`;
  const isGit = /^(?:git(?:\+\w+)?:|git@|github:|gitlab:|bitbucket:)|^[\w.-]+\/[\w.-]+(?:#|$)|\.git(?:#|$)/.test(version);
  if (isGit)
    return /#(?:[\da-f]{40}|semver:)/i.test(version)
      ? undefined
      : `comes from a repository without a commit (\`${version}\`), so that it changes whenever someone pushes: take a version of the registry, or name the commit`;
  return version.startsWith('https://')
    ? `comes from an address (\`${version}\`) where the file can be replaced: take a version of the registry`
    : undefined;
}
