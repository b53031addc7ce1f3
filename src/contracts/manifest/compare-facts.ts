import { posix } from 'node:path';
import type { SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { innerModule } from './inner-module.ts';
import { mavenApiUse } from './maven-api-use.ts';
import { npmApiUse } from './npm-api-use.ts';
import { withoutComments } from './read-gradle.ts';
import { compareVersions, type Manifest, type ManifestFact } from './manifest-fact.ts';

/** One manifest at both sides. */
export interface ManifestPair {
  readonly base: SourceFile;
  readonly head: SourceFile;
  readonly old: Manifest;
  readonly now: Manifest;
  /** The names of all packages that the changed manifests are of at head. */
  readonly kept: ReadonlySet<string>;
}

/** What a package is called, as far as its own name goes. */
export function packageName({ kind, name, value }: ManifestFact): readonly string[] {
  return kind === 'coordinate' && (name === 'artifactId' || name === 'name') ? [value] : [];
}

/** What one manifest says otherwise than before, fact by fact. */
export async function compareFacts(pair: ManifestPair, surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const { old, now } = pair;
  // One that says nothing cannot be told from one whose plugins say all.
  if (old.facts.length === 0 || (now.facts.length === 0 && pair.head.path.endsWith('.json'))) return [];
  const changes: ContractChange[] = [];
  for (const was of old.facts) {
    const is = now.facts.find(({ kind, name }) => kind === was.kind && name === was.name);
    if (is?.kind === 'dependency') changes.push(...(await dependencyRaised(was, is, pair, surroundings)));
    else if (is) changes.push(...compareFact(was, is, pair));
    else changes.push(...(await factGone(was, pair, surroundings)));
  }
  return changes;
}

async function factGone(was: ManifestFact, pair: ManifestPair, surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  switch (was.kind) {
    case 'module':
      return moduleGone(was, pair, surroundings);
    case 'api-dependency':
    case 'platform':
    case 'managed':
      // What cannot be looked up may be just this one.
      return pair.now.isOpen === true || (was.name.startsWith(':') && !(await isThere(was.name, surroundings)))
        ? []
        : [(await dependencyHidden(was, pair, surroundings)) ?? dependencyGone(was, pair)];
    case 'floor':
    case 'coordinate':
    case 'dependency':
      return [];
  }
}

function compareFact(was: ManifestFact, is: ManifestFact, pair: ManifestPair): readonly ContractChange[] {
  if (was.value === is.value) return [];
  const isHigher = isRaised(was, is);
  switch (was.kind) {
    case 'floor':
      return isHigher ? floorRaised(was, is, pair) : [];
    case 'coordinate':
      if (was.name === 'packaging' && isOtherPackage(was, pair)) return [];
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
    case 'platform':
    case 'managed':
      return isHigher && !isToldElsewhere(was, is) ? [handedOnRaised(was, is, pair)] : [];
    case 'module':
    case 'dependency':
      return [];
  }
}

/**
 * Whether another packaging takes nothing from those who depend on the package: the file of a project is published whatever else it builds,
 * an application has nobody who depends on its classes, and under another name it is told by that name.
 */
function isOtherPackage(was: ManifestFact, { old, now }: ManifestPair): boolean {
  const nameIn = ({ facts }: Manifest): string | undefined => facts.find(({ name }) => name === 'artifactId')?.value;
  return was.value === 'pom' || (was.value === 'jar' && old.isApplication) || nameIn(old) !== nameIn(now);
}

/** What a catalogue says of a library is told there, once for all that call it. */
function isToldElsewhere(was: ManifestFact, is: ManifestFact): boolean {
  return was.managedBy !== undefined && was.managedBy === is.managedBy;
}

function isRaised(was: ManifestFact, is: ManifestFact): boolean {
  return was.version !== undefined && is.version !== undefined && compareVersions(was.version, is.version) < 0;
}

function handedOnRaised(was: ManifestFact, is: ManifestFact, pair: ManifestPair): ContractChange {
  const says = {
    'api-dependency': `consumers get \`${was.name}\` ${is.value} instead of ${was.value} with this package: those who call it must follow to another major version`,
    platform: `consumers get the versions of \`${was.name}\` ${is.value} instead of ${was.value} with this package: those who call what it sets must follow to other major versions`,
    managed: `the version of \`${was.name}\` that this package sets for those who import it is ${is.value} instead of ${was.value}: those who call it must follow to another major version`,
  };
  const kind = was.kind === 'platform' || was.kind === 'managed' ? was.kind : 'api-dependency';
  return changeOf({ was, is }, pair, { change: `${kind}-major-raised`, impact: 'risky', says: says[kind] });
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
  if (innerModule.test(was.name)) return [];
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

/** Whether a project of the same build still has its folder: one that is gone is told where it was included. */
async function isThere(project: string, { paths }: ContractSurroundings): Promise<boolean> {
  const folder = `${project.replaceAll(':', '/')}/`;
  return (await paths('head')).some((path) => `/${path}`.includes(folder));
}

/** One that a build of Gradle uses for itself alone now, though its public types show it. */
async function dependencyHidden(
  was: ManifestFact,
  pair: ManifestPair,
  { read, grep }: ContractSurroundings,
): Promise<ContractChange | undefined> {
  const isUsed = was.kind === 'api-dependency' && withoutComments(pair.head.text).includes(was.managedBy ?? was.name);
  const use = isUsed ? await mavenApiUse(was.name, posix.dirname(pair.head.path), { side: 'head', read, grep }) : undefined;
  return (
    use &&
    changeOf({ was }, pair, {
      change: 'api-dependency-withdrawn',
      impact: 'breaking',
      says: `consumers no longer get \`${was.name}\` with this package, and still see it in \`${use.name}\` (\`${use.path}\`): those who use that no longer compile until they depend on it themselves`,
    })
  );
}

function dependencyGone(was: ManifestFact, pair: ManifestPair): ContractChange {
  const says = {
    'api-dependency': `consumers no longer get \`${was.name}\` with this package: those who call it must depend on it themselves`,
    platform: `consumers no longer get the versions of \`${was.name}\` with this package: those who left them out must say them themselves`,
    managed: `this package no longer sets the version of \`${was.name}\` for those who import it: those who left it out must say it themselves`,
  };
  const kind = was.kind === 'platform' || was.kind === 'managed' ? was.kind : 'api-dependency';
  return changeOf({ was }, pair, { change: `${kind}-removed`, impact: 'risky', says: says[kind] });
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
      was.kind !== 'module' &&
      was.isImplied !== true &&
      is.isImplied !== true && {
        fix: { title: `Keep ${was.value}`, edits: [{ range: is.range, newText: base.text.slice(was.range.start, was.range.end) }] },
      }),
  };
}
