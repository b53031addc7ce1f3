import * as z from 'zod/mini';
import type { ChangedFile, CodeChange, SourceFile } from '../../code/code-change.ts';
import { member, membersOf, scalarOf, shownRange, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { isGradleBuild, outOfStepInGradle } from './dependencies/gradle-lock.ts';
import { isPackage } from './dependencies/manifest.ts';

const manifest = (version: string): string => `{\n  "dependencies": {\n    "express": "${version}"\n  }\n}\n`;
const lock = (version: string): string =>
  `{\n  "lockfileVersion": 3,\n  "packages": {\n    "": {\n      "dependencies": { "express": "${version}" }\n    }\n  }\n}\n`;

const gradle = (version: string): string => `dependencies {\n  implementation 'com.google.code.gson:gson:${version}'\n}\n`;

export const staleLockFile = defineChangeRule({
  id: 'delivery/stale-lock-file',
  title: 'The lock file says something else than the manifest',
  reason:
    'A frozen install (`npm ci`, `pnpm install --frozen-lockfile`, `yarn install --immutable`) fails where the two differ, and any other takes what is newest instead of what was tested.',
  remedy:
    'Run `npm install`, `pnpm install` or `yarn install`, and commit the lock file with package.json. In Gradle run `./gradlew dependencies --write-locks`.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  needs: [],
  sources: [{ title: 'npm: npm ci', url: 'https://docs.npmjs.com/cli/commands/npm-ci' }],
  limits:
    'What stands in the lock file is compared for npm, pnpm, Yarn and Gradle, where the change touches it; of Gradle, where another dependency may ask for a higher version, only what is missing or lower; what `overrides` and `resolutions` decide is left alone. Where it touches none at all, whether there is one that was forgotten is not known from the change: that is found with low confidence, for whichever package manager.',
  examples: [
    {
      name: 'the lock file still has the old range',
      base: { 'package.json': manifest('^4.0.0'), 'package-lock.json': lock('^3.0.0') },
      head: { 'package.json': manifest('^5.0.0'), 'package-lock.json': lock('^4.0.0') },
      finds: ['package.json:3 `express` is `^5.0.0` here and `^4.0.0` in package-lock.json: run `npm install` and commit the lock file.'],
    },
    {
      name: 'both are raised',
      base: { 'package.json': manifest('^4.0.0'), 'package-lock.json': lock('^4.0.0') },
      head: { 'package.json': manifest('^5.0.0'), 'package-lock.json': lock('^5.0.0') },
      finds: [],
    },
    {
      name: 'the lock file of Gradle still has the old version',
      base: {},
      head: { 'build.gradle': gradle('2.11.0'), 'gradle.lockfile': 'com.google.code.gson:gson:2.10.1=runtimeClasspath\nempty=\n' },
      finds: [
        'build.gradle:2 `com.google.code.gson:gson` is `2.11.0` here and `2.10.1` in gradle.lockfile: run `./gradlew dependencies --write-locks` and commit the lock file.',
      ],
    },
  ],
  options: z.object({}),
  *check(change: CodeChange) {
    const byPath = new Map(change.files.map((file) => [file.path, file]));
    for (const file of change.files) {
      const lock = isGradleBuild(file.path) ? byPath.get(file.path.replace(/(?<![^/])[^/]*$/, 'gradle.lockfile')) : undefined;
      if (file.head && lock?.head && file.head.role !== 'vendored') yield* differingInGradle(file.head, lock.head);
      if (!isPackage(file.path) || file.head?.role === 'vendored') continue;
      const beside = byPath.get(file.path.replace(/package\.json$/, 'package-lock.json'));
      const [pnpm, yarn] = ['pnpm-lock.yaml', 'yarn.lock'].map((name) => byPath.get(file.path.replace(/package\.json$/, name)));
      if (beside) yield* differing(file, beside);
      else if (pnpm?.head) yield* differingInPnpm(file, pnpm.head);
      else if (yarn?.head) yield* differingInYarn(file, yarn.head);
      else if (file.base && file.head && !change.files.some(({ path }) => isLockAround(path, file.path))) yield* forgotten(file);
    }
  },
});

function* differing(manifestFile: ChangedFile, lockFile: ChangedFile): Generator<FindingDraft> {
  const [root, locked] = [manifestFile.head?.document?.roots[0], member(lockFile.head?.document?.roots[0], 'packages', '')];
  if (!locked) return;
  for (const group of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, node] of membersOf(member(root, group))) {
      const other = scalarOf(member(locked, group, name)) ?? scalarOf(member(locked, 'optionalDependencies', name));
      const own = scalarOf(node);
      if (
        own === other ||
        typeof own !== 'string' ||
        (member(root, 'optionalDependencies', name) !== undefined && group !== 'optionalDependencies')
      )
        continue;
      yield {
        message: `\`${name}\` is \`${own}\` here and ${typeof other === 'string' ? `\`${other}\`` : 'missing'} in package-lock.json: run \`npm install\` and commit the lock file.`,
        place: { file: node.file, range: shownRange(node) },
        subject: `${group} ${name}`,
        properties: { category: 'supply-chain' },
      };
    }
  }
}

/** `importers: .: dependencies: name: specifier` says what the lock file was made for. */
function* differingInPnpm({ head }: ChangedFile, lock: SourceFile): Generator<FindingDraft> {
  const locked = specifiers(lock.text);
  if (locked.size === 0) return;
  const overridden = overriddenIn(lock.text);
  for (const { name, range, node } of ranges(head)) {
    const other = locked.get(name);
    if (other === range || overridden.has(name)) continue;
    const what = other === undefined ? 'missing' : `\`${other}\``;
    yield outOfStep(name, range, node, `${what} in pnpm-lock.yaml: run \`pnpm install\``);
  }
}

/** Of the package at the root. The file is too large to be read as a document for these few lines. */
function specifiers(text: string): ReadonlyMap<string, string> {
  const start = text.indexOf('\n  .:\n', text.indexOf('importers:'));
  if (start === -1) return new Map();
  const end = /\n {0,2}\S/.exec(text.slice(start + 6));
  const section = text.slice(start, end ? start + 6 + end.index : text.length);
  const entry = /\n {6}'?([^\s':]{1,214})'?:\n {8}specifier: '?([^\n']{1,200})'?/g;
  return new Map(Array.from(section.matchAll(entry), (match) => [match[1] ?? '', match[2] ?? '']));
}

/** `overrides: 'vite@<6.4.3': ^6.4.3`, from wherever they were given: the lock file holds their ranges in place of the declared ones. */
function overriddenIn(text: string): ReadonlySet<string> {
  const section = /^overrides:\n((?: {2}[^\n]*\n)+)/m.exec(text)?.[1] ?? '';
  return new Set(Array.from(section.matchAll(/^ {2}'?([^\s'][^'\n]{0,300}?)'?: /gm), (match) => packageOf(match[1] ?? '')));
}

/** `vite` of `vite@<6.4.3`, of `app>vite` and of Yarn's paths `app/vite`. */
function packageOf(selector: string): string {
  return /(?:^|[>/])((?:@[^@/>\s]{1,100}\/)?[^@/>\s]{1,214})(?:@[^>]{1,200})?$/.exec(selector)?.[1] ?? selector;
}

/** An entry begins with `name@range`, `"name@range", …` or `"name@npm:range"`. */
function* differingInYarn({ head }: ChangedFile, { text }: SourceFile): Generator<FindingDraft> {
  // Yarn 1 does not list the packages of the workspace itself.
  const hasOwn = text.includes('# yarn lockfile v1') && member(head?.document?.roots[0], 'workspaces') !== undefined;
  for (const { name, range, node } of ranges(head))
    if (hasOwn && !text.includes(`${name}@`)) continue;
    else if (!text.includes(`${name}@${range}`) && !text.includes(`${name}@npm:${range}`))
      yield outOfStep(name, range, node, 'missing in yarn.lock: run `yarn install`');
}

function* differingInGradle(build: SourceFile, lock: SourceFile): Generator<FindingDraft> {
  for (const { dependency, declared, locked } of outOfStepInGradle(build, lock)) {
    const what = locked === undefined ? 'missing' : `\`${locked}\``;
    yield outOfStep(dependency.name, declared, dependency.node, `${what} in gradle.lockfile: run \`./gradlew dependencies --write-locks\``);
  }
}

const groups = ['dependencies', 'devDependencies', 'optionalDependencies'];

/** What is declared with a range of versions of the registry, unless something else decides over it. */
function ranges(file: SourceFile | undefined): readonly { readonly name: string; readonly range: string; readonly node: DocumentNode }[] {
  const root = file?.document?.roots[0];
  const decided = new Set(
    [...membersOf(member(root, 'resolutions')), ...membersOf(member(root, 'pnpm', 'overrides'))].map(([selector]) => packageOf(selector)),
  );
  return groups
    .flatMap((group) => membersOf(member(root, group)))
    .flatMap(([name, node]) => {
      const range = textOf(node);
      return range === undefined || decided.has(name) || /^[a-z]+:/.test(range) ? [] : [{ name, range, node }];
    });
}

function outOfStep(name: string, range: string, node: DocumentNode, rest: string): FindingDraft {
  return {
    message: `\`${name}\` is \`${range}\` here and ${rest} and commit the lock file.`,
    place: { file: node.file, range: shownRange(node) },
    subject: `lock ${name}`,
    properties: { category: 'supply-chain' },
  };
}

const lockFile = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/;

/** A lock file beside the package, or above it, as of workspaces. */
function isLockAround(path: string, manifest: string): boolean {
  return lockFile.test(path) && manifest.startsWith(path.slice(0, path.lastIndexOf('/') + 1));
}

/** A dependency that is new or has another range, while no lock file is touched. One finding says it for all of them. */
function* forgotten({ base, head }: ChangedFile): Generator<FindingDraft> {
  const [before, now] = [base?.document?.roots[0], head?.document?.roots[0]];
  for (const group of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, node] of membersOf(member(now, group))) {
      const range = scalarOf(node);
      if (typeof range !== 'string' || range === scalarOf(member(before, group, name)) || /^(?:workspace|file|link):/.test(range)) continue;
      yield {
        message: `\`${name}\` is \`${range}\` now, and the change touches no lock file: if there is one, it says something else.`,
        place: { file: node.file, range: shownRange(node) },
        subject: 'no lock file',
        severity: 'warning',
        confidence: 'low',
        properties: { category: 'supply-chain' },
      };
      return;
    }
  }
}
