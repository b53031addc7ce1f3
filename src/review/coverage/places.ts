import { foldersAbove, inFolder } from '../test-plan/build-files.ts';
import type { CoveredSource } from './covered-source.ts';

/** What Istanbul, c8, nyc, jest and vitest write into one folder, from what says most. */
export const scriptReports = ['coverage-final.json', 'lcov.info', 'cobertura-coverage.xml', 'clover.xml'] as const;

const scriptPlaces = ['coverage', 'coverage/*'].flatMap((folder) => scriptReports.map((name) => `${folder}/${name}`));

/** Of Maven's and Gradle's plugins for JaCoCo, Cobertura, Clover and Kover. */
const javaPlaces = [
  'target/site/jacoco*/*.xml',
  'target/site/cobertura/coverage.xml',
  'target/site/clover/clover.xml',
  'build/reports/jacoco/**/*.xml',
  'build/reports/cobertura/*.xml',
  'build/reports/clover/clover.xml',
  'build/reports/kover/*.xml',
];

/** What one module reports about others. */
const aggregates: readonly (readonly [buildFile: RegExp, place: string])[] = [
  [/(?:^|\/)pom\.xml$/, 'target/site/jacoco-aggregate/jacoco.xml'],
  [/(?:^|\/)build\.gradle(?:\.kts)?$/, 'build/reports/jacoco/testCodeCoverageReport/testCodeCoverageReport.xml'],
];

/** From the root down. Modules lie above their sources, and each folder is several patterns as long as its path. */
const mostFolders = 50;

/** Where reports about some files usually are, without anybody saying so. @param paths all of the tree */
export function usualPlaces(sources: readonly CoveredSource[], paths: readonly string[]): readonly string[] {
  const placesOf = (isJava: boolean, places: readonly string[]): readonly string[] => {
    const folders = new Set(sources.filter((each) => each.isJava === isJava).flatMap(({ path }) => foldersAbove(path).slice(-mostFolders)));
    return [...folders].flatMap((folder) => places.map((place) => inFolder(folder, place)));
  };
  const elsewhere = sources.some(({ isJava }) => isJava) ? aggregates.flatMap((each) => aggregatePlaces(each, paths)) : [];
  return [...new Set([...placesOf(false, scriptPlaces), ...placesOf(true, javaPlaces), ...elsewhere])];
}

function aggregatePlaces([buildFile, place]: (typeof aggregates)[number], paths: readonly string[]): readonly string[] {
  const modules = paths.filter((path) => buildFile.test(path));
  return modules.map((path) => inFolder(foldersAbove(path)[0] ?? '', place));
}
