import { posix } from 'node:path';
import type { SourceFile } from '../../code/code-change.ts';
import type { Side } from '../../change/change-set.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { unchangedFile } from '../document/documents.ts';
import { handedOnBy, type HandedOn } from './gradle-dependencies.ts';
import type { ManifestFact } from './manifest-fact.ts';
import { withoutComments } from './read-gradle.ts';
import { isCatalogue, readCatalogue, type Catalogue } from './version-catalogue.ts';

const mostCatalogues = 10;

/** What a build file of Gradle hands on to consumers. */
export interface GradleApi {
  readonly facts: readonly ManifestFact[];
  /** Whether all its names lead to a library, so that one that is not there is gone. */
  readonly isKnown: boolean;
}

/** The `api` dependencies of a build file; what stands in a version catalogue of its tree is looked up there. */
export async function gradleApi(file: SourceFile, surroundings: ContractSurroundings): Promise<GradleApi> {
  const all = handedOnBy(file);
  const isListOfVersions = /\bjava-platform\b/.test(withoutComments(file.text));
  const catalogue = all.some(({ by }) => by === 'catalogue') ? await catalogueFor(file, surroundings) : new Map();
  return {
    facts: all.flatMap((each) => factsOf(each, catalogue, isListOfVersions ? 'managed' : 'api-dependency')),
    isKnown: all.every(({ by, name }) => by !== 'catalogue' || catalogue.has(name)),
  };
}

/** The catalogues of the build that a file belongs to: those nearest above it. */
async function catalogueFor({ path, side }: SourceFile, { paths, read }: ContractSurroundings): Promise<Catalogue> {
  const above = (await paths(side)).filter((each) => isCatalogue(each) && isBelow(path, rootOf(each)));
  const depth = Math.max(0, ...above.map((each) => rootOf(each).length));
  const nearest = above.filter((each) => rootOf(each).length === depth).slice(0, mostCatalogues);
  const texts = await read(side, nearest);
  return new Map([...texts].flatMap(([at, text]) => [...(catalogueOf(side, at, text) ?? [])]));
}

function catalogueOf(side: Side, path: string, text: string): Catalogue | undefined {
  return readCatalogue(unchangedFile(side, path, text));
}

/** The folder of the build that a catalogue is of: `gradle/libs.versions.toml` stands one below it. */
export function rootOf(catalogue: string): string {
  const folder = posix.dirname(catalogue);
  return posix.basename(folder) === 'gradle' ? posix.dirname(folder) : folder;
}

export function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`);
}

function factsOf(each: HandedOn, catalogue: Catalogue, plain: 'managed' | 'api-dependency'): readonly ManifestFact[] {
  const { by, name, version, range, isPlatform } = each;
  const kind = isPlatform ? 'platform' : plain;
  if (by !== 'catalogue') return [{ kind, name, value: version, version: majorOf(version), range }];
  return (catalogue.get(name) ?? [{ name, version: undefined }]).map((library) => ({
    kind,
    name: library.name,
    value: library.version ?? '',
    version: majorOf(library.version ?? ''),
    managedBy: name,
    range,
  }));
}

/** The major version alone; undefined for what is no single version. */
export function majorOf(version: string): readonly number[] | undefined {
  const major = /^v?(\d{1,5})(?:[.+-]|$)/.exec(version)?.[1];
  return major === undefined ? undefined : [Number(major)];
}
