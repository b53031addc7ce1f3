import type { CoveredSource } from './covered-source.ts';
import { resolve } from 'node:path';
import type { Notice } from '../../base/notice.ts';
import type { ChangeSet, FolderReader } from '../../change/change-set.ts';
import type { CodeChange, SourceFile } from '../../code/code-change.ts';
import type { FileCoverage } from '../../code/coverage.ts';
import { baseName } from '../../coverage/reported-file.ts';
import { joinCoverage } from './join-coverage.ts';
import { cannotBeUsed, isNotThere, notCheckedOut, outdated, tracked } from './notices.ts';
import { usualPlaces } from './places.ts';
import { readReports, type ReadReport, type Report } from './read-reports.ts';
import { ReportedPaths } from './reported-paths.ts';
import { Times } from './times.ts';

/** Where reports on what tests executed are, beside the usual places. */
export interface CoverageFiles {
  /** Of the standard: paths below the root, with patterns. */
  readonly places: readonly string[];
  /** Absolute paths that the person gave. */
  readonly named: readonly string[];
}

export interface CoveredChange {
  readonly coverage: readonly FileCoverage[];
  readonly notices: readonly Notice[];
}

/**
 * What running the tests executed of the changed files, by reports that are newer than these files and their tests.
 * Reports that speak of none of them are left alone; one that cannot be used is a notice.
 */
export async function coverageOf(
  changeSet: Pick<ChangeSet, 'folder' | 'root' | 'trees'>,
  change: Pick<CodeChange, 'files' | 'symbols' | 'tests'>,
  { places, named }: CoverageFiles,
): Promise<CoveredChange> {
  const sources = coveredSources(change);
  if (sources.length === 0) return { coverage: [], notices: [] };
  const { folder } = changeSet;
  if (!folder) return { coverage: [], notices: named.length > 0 ? [notCheckedOut] : [] };
  const paths = await changeSet.trees.head.paths();
  const [usual, given] = await Promise.all([folder.find([...usualPlaces(sources, paths), ...places]), folder.stamps(named)]);
  // Who names a report knows what it is about, also where it is found by itself.
  const found = usual.filter(({ path }) => !named.includes(resolve(changeSet.root, path)));
  const missing = named.filter((path) => !given.some((stamp) => stamp.path === path)).map(isNotThere);
  const reports = [...given.map((stamp) => ({ stamp, isNamed: true })), ...found.map((stamp) => ({ stamp, isNamed: false }))];
  if (reports.length === 0) return { coverage: [], notices: missing };
  if (!(await folder.isOfHead())) return { coverage: [], notices: named.length > 0 ? [notCheckedOut] : [] };
  const used = await useReports(reports, { folder, root: changeSet.root, sources, paths, tests: change.tests });
  return { ...used, notices: [...missing, ...used.notices] };
}

/** Only these are looked for in reports: functions of theirs behave otherwise, or may. */
function coveredSources({ files, symbols }: Pick<CodeChange, 'files' | 'symbols'>): readonly CoveredSource[] {
  const changed = new Set(symbols.flatMap((each) => (each.kind === 'removed' ? [] : [each.head.file.path])));
  return files.flatMap(({ path, head }) =>
    head?.role === 'production' && head.facts && changed.has(path)
      ? [{ path, text: head.text, isJava: head.facts.language === 'java' }]
      : [],
  );
}

interface Use {
  readonly folder: FolderReader;
  readonly root: string;
  readonly sources: readonly CoveredSource[];
  readonly paths: readonly string[];
  readonly tests: readonly Pick<SourceFile, 'path' | 'text'>[];
}

async function useReports(found: readonly Report[], { folder, root, sources, paths, tests }: Use): Promise<CoveredChange> {
  const names = new Set(sources.map(({ path }) => baseName(path)));
  const reported = new ReportedPaths(root, paths, names);
  const times = new Times(folder);
  const inTree = new Set(paths);
  const usable: FileCoverage[] = [];
  const notices: Notice[] = [];
  for (const each of await readReports(folder, found, names)) {
    const { report } = each;
    const of = 'reason' in each ? [] : coverageIn(each, reported, sources);
    const later =
      'reason' in each || of.length === 0
        ? undefined
        : await times.firstChangedSince(each.time, [...of.map(({ source }) => source), ...tests]);
    if ('reason' in each) notices.push(cannotBeUsed(report, each.reason));
    else if (of.length > 0 && inTree.has(report)) notices.push(tracked(report));
    else if (later !== undefined) notices.push(outdated(report, later));
    else usable.push(...of.map(({ coverage }) => coverage));
  }
  return { coverage: joinCoverage(usable), notices };
}

interface Covered {
  readonly source: CoveredSource;
  readonly coverage: FileCoverage;
}

function coverageIn({ report, files }: ReadReport, reported: ReportedPaths, sources: readonly CoveredSource[]): readonly Covered[] {
  return files.flatMap((file) => {
    const path = reported.pathOf(file, report);
    const source = sources.find((each) => each.path === path);
    return source ? [{ source, coverage: { path: source.path, reports: [report], lines: file.lines } }] : [];
  });
}
