import { posix } from 'node:path';
import type { Notice } from '../../base/notice.ts';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import type { ContractComparison, ContractSurroundings } from '../contract-kind.ts';
import { baseProblem } from '../document/read-contract-document.ts';
import { gradleProblem } from './gradle-problem.ts';
import { mavenApiUse } from './maven-api-use.ts';
import { npmApiUse } from './npm-api-use.ts';
import { compareVersions, type Manifest, type ManifestFact } from './manifest-fact.ts';
import { readGradle } from './read-gradle.ts';
import { readPackageJson } from './read-package-json.ts';
import { readPom } from './read-pom.ts';

/** Modules that are built, but not for others. */
const inner =
  /(?:^|[-_/])(?:tests?|testing|it|examples?|samples?|demos?|benchmarks?|jmh|docs?|documentation|distribution|coverage)(?:$|[-_/])|^(?:gradle|buildSrc|build-logic|build-tools)(?:$|\/)/i;

/** Compares what packages say of themselves. A manifest that is on one side only says nothing: its package was added, removed or moved. */
export async function compareManifests(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<ContractComparison> {
  const changes: ContractChange[] = [];
  const kept = new Set(files.flatMap(({ head }) => (head ? (manifestOf(head)?.facts ?? []) : []).flatMap(packageName)));
  const notices: Notice[] = [];
  for (const { base, head } of files) {
    notices.push(
      ...[base, head].flatMap((file) => (file && isGradle(file) ? gradleProblem(file) : file?.side === 'base' ? baseProblem(file) : [])),
    );
    const [old, now] = [base && manifestOf(base), head && manifestOf(head)];
    if (old && now && base && head && !inner.test(posix.dirname(head.path)))
      changes.push(...(await compareManifest({ base, head, old, now, kept }, surroundings)));
  }
  return { changes, notices };
}

/** What a package is called, as far as its own name goes. */
function packageName({ kind, name, value }: ManifestFact): readonly string[] {
  return kind === 'coordinate' && (name === 'artifactId' || name === 'name') ? [value] : [];
}

/** Undefined where it cannot be read. */
function manifestOf(file: SourceFile): Manifest | undefined {
  if (isGradle(file)) return gradleProblem(file).length === 0 ? readGradle(file) : undefined;
  const root = file.document?.error ? undefined : file.document?.roots[0];
  if (!root) return undefined;
  return file.path.endsWith('pom.xml') ? readPom(root) : readPackageJson(root);
}

function isGradle({ path }: SourceFile): boolean {
  return /\.gradle(?:\.kts)?$/.test(path);
}

interface ManifestPair {
  readonly base: SourceFile;
  readonly head: SourceFile;
  readonly old: Manifest;
  readonly now: Manifest;
  /** The names of all packages that the changed manifests are of at head. */
  readonly kept: ReadonlySet<string>;
}

async function compareManifest(pair: ManifestPair, surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const { old, now } = pair;
  if (old.facts.length === 0 || now.facts.length === 0) return [];
  const changes: ContractChange[] = [];
  for (const was of old.facts) {
    const is = now.facts.find(({ kind, name }) => kind === was.kind && name === was.name);
    if (is?.kind === 'dependency') changes.push(...(await dependencyRaised(was, is, pair, surroundings)));
    else if (is) changes.push(...compareFact(was, is, pair));
    else if (was.kind === 'module') changes.push(...(await moduleGone(was, pair, surroundings)));
    else if (was.kind === 'api-dependency') changes.push(...dependencyGone(was, pair));
  }
  return changes;
}

function compareFact(was: ManifestFact, is: ManifestFact, pair: ManifestPair): readonly ContractChange[] {
  if (was.value === is.value) return [];
  const isHigher = isRaised(was, is);
  switch (was.kind) {
    case 'floor':
      return isHigher ? floorRaised(was, is, pair) : [];
    case 'coordinate':
      // The package of that name is built by another manifest now.
      if (packageName(was).some((name) => pair.kept.has(name))) return [];
      return [
        changeOf({ was, is }, pair, {
          change: 'coordinates-changed',
          impact: 'breaking',
          says: `the ${was.name} of the package is \`${is.value}\` instead of \`${was.value}\`: those who depend on it get no new version under the old one`,
        }),
      ];
    case 'api-dependency':
      return isHigher
        ? [
            changeOf({ was, is }, pair, {
              change: 'api-dependency-major-raised',
              impact: 'risky',
              says: `consumers get \`${was.name}\` ${is.value} instead of ${was.value} with this package: those who call it must follow to another major version`,
            }),
          ]
        : [];
    case 'module':
    case 'dependency':
      return [];
  }
}

function isRaised(was: ManifestFact, is: ManifestFact): boolean {
  return was.version !== undefined && is.version !== undefined && compareVersions(was.version, is.version) < 0;
}

/** Only one that is seen in what consumers use concerns them. */
async function dependencyRaised(
  was: ManifestFact,
  is: ManifestFact,
  pair: ManifestPair,
  { read, grep }: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  if (pair.now.isApplication || !isRaised(was, is)) return [];
  const folder = posix.dirname(pair.head.path);
  const tree = { side: 'head', read, grep } as const;
  const use = await (pair.head.path.endsWith('pom.xml') ? mavenApiUse(was.name, folder, tree) : npmApiUse(was.name, folder, tree));
  if (!use) return [];
  return [
    changeOf({ was, is }, pair, {
      change: 'api-dependency-major-raised',
      impact: 'risky',
      says: `the dependency \`${was.name}\` is ${is.value} instead of ${was.value}, and consumers see it in \`${use.name}\` (\`${use.path}\`): those who use it must follow to another major version`,
    }),
  ];
}

function floorRaised(was: ManifestFact, is: ManifestFact, pair: ManifestPair): readonly ContractChange[] {
  const isApplication = pair.old.isApplication && pair.now.isApplication;
  return [
    changeOf({ was, is }, pair, {
      change: 'runtime-floor-raised',
      impact: isApplication ? 'risky' : 'breaking',
      says: `the package asks for ${was.name} ${is.value} instead of ${was.value}: ${isApplication ? 'who runs it must have the newer one' : 'consumers with an older one can no longer use it'}`,
    }),
  ];
}

/** A module whose folder is still there is built in another way. */
async function moduleGone(was: ManifestFact, pair: ManifestPair, { paths }: ContractSurroundings): Promise<readonly ContractChange[]> {
  if (inner.test(was.name)) return [];
  const folder = `${posix.join(posix.dirname(pair.head.path), was.name)}/`;
  const all = await paths('head');
  // Nothing may have been moved to another folder either.
  const name = posix.basename(was.name);
  if (all.some((path) => path.startsWith(folder) || path.includes(`/${name}/`) || path.startsWith(`${name}/`))) return [];
  return [
    changeOf({ was }, pair, {
      change: 'module-removed',
      impact: 'breaking',
      says: `the module \`${was.value}\` is gone: those who depend on its package get no new version of it`,
    }),
  ];
}

function dependencyGone(was: ManifestFact, pair: ManifestPair): readonly ContractChange[] {
  return [
    changeOf({ was }, pair, {
      change: 'api-dependency-removed',
      impact: 'risky',
      says: `consumers no longer get \`${was.name}\` with this package: those who call it must depend on it themselves`,
    }),
  ];
}

function changeOf(
  { was, is }: { readonly was: ManifestFact; readonly is?: ManifestFact },
  { base, head }: ManifestPair,
  { change, impact, says }: { readonly change: string; readonly impact: ContractChange['impact']; readonly says: string },
): ContractChange {
  return {
    contract: 'manifest',
    change,
    impact,
    message: `${says.charAt(0).toUpperCase()}${says.slice(1)}.`,
    element: was.name,
    file: is ? head : base,
    range: (is ?? was).range,
    ...(is && { before: { file: base, range: was.range } }),
    deprecatedBefore: false,
    ...(is &&
      was.kind !== 'module' && {
        fix: { title: `Keep ${was.value}`, edits: [{ range: is.range, newText: base.text.slice(was.range.start, was.range.end) }] },
      }),
  };
}
