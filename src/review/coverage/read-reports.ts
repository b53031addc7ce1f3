import { groupBy } from '../../base/group-by.ts';
import type { FileStamp, FolderReader } from '../../change/change-set.ts';
import { longestReport, readCoverage } from '../../coverage/read-coverage.ts';
import { baseName, type CoverageReport, type ReportedFile } from '../../coverage/reported-file.ts';
import { foldersAbove } from '../test-plan/build-files.ts';
import { scriptReports } from './places.ts';

/** A file that was found. */
export interface Report {
  readonly stamp: FileStamp;
  /** Whether a person named it, who knows then what it is about. */
  readonly isNamed: boolean;
}

export interface ReadReport {
  readonly report: string;
  /** Up to when what it speaks of was tested: milliseconds since the epoch. */
  readonly time: number;
  readonly files: readonly ReportedFile[];
}

interface UnreadReport {
  readonly report: string;
  /** Why, for people, without a full stop. */
  readonly reason: string;
}

/** Reports that were read for a review, which another one of the same folder may need again after a save. */
const kept = new WeakMap<FolderReader, Map<string, Promise<CoverageReport>>>();

/** Reads reports on files of these names; of those that one run wrote, the one that says most. */
export async function readReports(
  folder: FolderReader,
  found: readonly Report[],
  names: ReadonlySet<string>,
): Promise<readonly (ReadReport | UnreadReport)[]> {
  const reports = [...found.filter(({ isNamed }) => isNamed), ...onePerRun(found.filter(({ isNamed }) => !isNamed))];
  return Promise.all(
    reports.map(async ({ stamp, isNamed }) => {
      try {
        const { files, made } = await readOnce(folder, stamp, names);
        const time = isNamed ? stamp.modified : Math.min(stamp.modified, made ?? Infinity);
        return { report: stamp.path, time, files };
      } catch (error) {
        return { report: stamp.path, reason: reasonOf(error) };
      }
    }),
  );
}

function readOnce(folder: FolderReader, stamp: FileStamp, names: ReadonlySet<string>): Promise<CoverageReport> {
  const known = kept.get(folder) ?? new Map<string, Promise<CoverageReport>>();
  kept.set(folder, known);
  const key = JSON.stringify([stamp, [...names].sort()]);
  const report = known.get(key) ?? readOne(folder, stamp, names);
  for (const other of known.keys()) if (other !== key && other.startsWith(`[{"path":${JSON.stringify(stamp.path)},`)) known.delete(other);
  known.set(key, report);
  return report;
}

async function readOne(folder: FolderReader, { path, size }: FileStamp, names: ReadonlySet<string>): Promise<CoverageReport> {
  if (size > longestReport) throw new Error(`it has more than ${longestReport / 1_000_000} MB`);
  const text = await folder.read(path, longestReport);
  if (text === undefined) throw new Error('it cannot be read as text');
  return readCoverage(text, (name) => names.has(name));
}

/** Milliseconds within which one run writes all its reports. */
const oneRun = 10_000;

/** The reports of one kind of tool that lie in one folder tell the same in several formats. */
function onePerRun(found: readonly Report[]): readonly Report[] {
  const rank = ({ stamp }: Report): number => scriptReports.findIndex((name) => name === baseName(stamp.path));
  const groups = groupBy(found, (each) => (rank(each) === -1 ? each.stamp.path : `${foldersAbove(each.stamp.path)[0] ?? ''}/*`));
  return [...groups.values()].flatMap((reports) => {
    const newest = Math.max(...reports.map(({ stamp }) => stamp.modified));
    const ofRun = reports.filter(({ stamp }) => stamp.modified > newest - oneRun);
    return ofRun.sort((a, b) => rank(a) - rank(b)).slice(0, 1);
  });
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'it is broken';
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
