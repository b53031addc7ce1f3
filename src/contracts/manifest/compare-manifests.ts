import { posix } from 'node:path';
import type { Notice } from '../../base/notice.ts';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import type { ContractComparison, ContractSurroundings } from '../contract-kind.ts';
import { unchangedFile } from '../document/documents.ts';
import { baseProblem } from '../document/read-contract-document.ts';
import { compareFacts, packageName } from './compare-facts.ts';
import { gradleApi } from './gradle-api.ts';
import { gradleProblem } from './gradle-problem.ts';
import { innerModule } from './inner-module.ts';
import { managedVersions } from './managed-versions.ts';
import type { Manifest } from './manifest-fact.ts';
import { raisedVersions } from './raised-versions.ts';
import { readGradle, readGradleProperties } from './read-gradle.ts';
import { readPackageJson } from './read-package-json.ts';
import { readPom } from './read-pom.ts';
import { withdrawnDependencies } from './withdrawn-dependencies.ts';

/** Compares what packages say of themselves. A manifest that is on one side only says nothing: its package was added, removed or moved. */
export async function compareManifests(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<ContractComparison> {
  const changes: ContractChange[] = [];
  const kept = new Set(files.flatMap(({ head }) => (head ? (manifestOf(head)?.facts ?? []) : []).flatMap(packageName)));
  const notices = files.flatMap(({ base, head }) => [base, head].flatMap((file) => (file ? problemOf(file) : [])));
  for (const { base, head } of files) {
    if (!base || !head || innerModule.test(posix.dirname(head.path))) continue;
    const [old, now] = await Promise.all([base, head].map((file) => wholeManifest(file, surroundings)));
    if (!old || !now) continue;
    const pair = { base, head, old, now, kept };
    changes.push(...(await compareFacts(pair, surroundings)), ...(await withdrawnDependencies(pair, surroundings)));
  }
  const readable = files.filter(({ base, head }) => [base, head].every((file) => !file || problemOf(file).length === 0));
  changes.push(...(await raisedVersions(readable, surroundings)), ...(await managedVersions(readable, surroundings)));
  return { changes, notices };
}

/** What is wrong with a document at head is told when it is read. */
function problemOf(file: SourceFile): readonly Notice[] {
  if (isGradle(file)) return gradleProblem(file);
  return file.side === 'base' ? baseProblem(file) : [];
}

/** Undefined where it cannot be read. */
function manifestOf(file: SourceFile): Manifest | undefined {
  if (isGradle(file)) return gradleProblem(file).length === 0 ? readGradle(file) : undefined;
  if (isGradleProperties(file)) return readGradleProperties(file);
  const root = file.document?.error ? undefined : file.document?.roots[0];
  if (!root) return undefined;
  if (file.path.endsWith('pom.xml')) return readPom(root);
  return file.path.endsWith('package.json') ? readPackageJson(root) : undefined;
}

/** With what is known only from other files. */
async function wholeManifest(file: SourceFile, surroundings: ContractSurroundings): Promise<Manifest | undefined> {
  const manifest = manifestOf(file);
  if (manifest && isGradleProperties(file)) return withoutOverridden(manifest, file, surroundings);
  if (!manifest || !isGradle(file)) return manifest;
  const { facts, isKnown } = await gradleApi(file, surroundings);
  return { ...manifest, facts: [...manifest.facts, ...facts], isOpen: !isKnown };
}

/** What the build file beside it says wins. */
async function withoutOverridden(manifest: Manifest, { path, side }: SourceFile, { read }: ContractSurroundings): Promise<Manifest> {
  const builds = ['build.gradle', 'build.gradle.kts'].map((name) => posix.join(posix.dirname(path), name));
  const said = [...(await read(side, builds))].flatMap(([at, text]) => readGradle(unchangedFile(side, at, text)).facts);
  return { ...manifest, facts: manifest.facts.filter((each) => !said.some(({ name }) => name === each.name)) };
}

function isGradleProperties({ path }: SourceFile): boolean {
  return posix.basename(path) === 'gradle.properties';
}

function isGradle({ path }: SourceFile): boolean {
  return /\.gradle(?:\.kts)?$/.test(path);
}
