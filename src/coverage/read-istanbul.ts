import { baseName, LinesRead, withSlashes, type CoverageReport, type ReportedFile, type Wanted } from './reported-file.ts';

type Members = Readonly<Record<string, unknown>>;

/** Reads Istanbul's `coverage-final.json`: for each file where its statements and branches are, and how often each was run. @throws SyntaxError */
export function readIstanbul(text: string, wants: Wanted): CoverageReport {
  const files = Object.entries(members(JSON.parse(text))).flatMap(([key, value]): ReportedFile[] => {
    const file = wrapped(members(value));
    const name = withSlashes(typeof file['path'] === 'string' ? file['path'] : key);
    if (!wants(baseName(name)) || typeof file['s'] !== 'object' || file['s'] === null) return [];
    return [{ names: [name], kind: 'path', lines: linesOf(file) }];
  });
  return { files };
}

/** Some writers put a file's coverage under `data`. */
function wrapped(file: Members): Members {
  return 'data' in file && !('s' in file) ? members(file['data']) : file;
}

function linesOf(file: Members): ReturnType<LinesRead['lines']> {
  const read = new LinesRead();
  const counts = members(file['s']);
  for (const [id, place] of Object.entries(members(file['statementMap']))) read.hit(lineOf(place), Number(counts[id]) > 0);
  const taken = members(file['b']);
  for (const [id, branch] of Object.entries(members(file['branchMap']))) {
    const { loc, line } = members(branch);
    const ways = taken[id];
    if (!Array.isArray(ways)) continue;
    const at = typeof line === 'number' ? line : lineOf(loc);
    read.branches(at, { taken: ways.filter((count) => Number(count) > 0).length, all: ways.length });
  }
  return read.lines();
}

function lineOf(place: unknown): number {
  return Number(members(members(place)['start'])['line']);
}

function members(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}
