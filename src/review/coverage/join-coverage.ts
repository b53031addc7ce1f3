import { groupBy } from '../../base/group-by.ts';
import type { FileCoverage, LineCoverage } from '../../code/coverage.ts';

/** What several reports say together: what one of them saw was run was run. */
export function joinCoverage(reported: readonly FileCoverage[]): readonly FileCoverage[] {
  return [...groupBy(reported, ({ path }) => path)].map(([path, files]) => {
    const [first] = files;
    if (first && files.length === 1) return first;
    const lines = groupBy(
      files.flatMap((file) => file.lines),
      ({ line }) => line,
    );
    return {
      path,
      reports: [...new Set(files.flatMap(({ reports }) => reports))],
      lines: [...lines.values()].map(joined).sort((a, b) => a.line - b.line),
    };
  });
}

function joined(same: readonly LineCoverage[]): LineCoverage {
  const branches = same.flatMap((each) => each.branches ?? []);
  // Each may have taken other ways: then together they may have taken all.
  const all = Math.max(0, ...branches.map((each) => each.all));
  const taken = Math.min(
    all,
    branches.reduce((sum, each) => sum + each.taken, 0),
  );
  return {
    line: same[0]?.line ?? 0,
    executed: same.some(({ executed }) => executed),
    ...(all > 0 && { branches: { taken, all } }),
  };
}
