import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runSuite, type Totals } from './run-suite.ts';
import { REPOSITORY, VSCODE_VERSIONS, type VersionName } from './versions.ts';

const USAGE = 'Usage: npx tsx test/vscode/run.ts [--version oldest|newest|all] [--grep TEXT] [--summary FILE] [--extension DIR]';

/** Runs the suite in each asked version, one after the other, and prints and writes the sum. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      version: { type: 'string', default: 'all' },
      grep: { type: 'string' },
      summary: { type: 'string' },
      extension: { type: 'string', default: REPOSITORY },
    },
  });
  const total = { passed: 0, failed: 0 };
  for (const version of chosenVersions(values.version)) {
    const { passed, failed } = await runSuite(version, { extensionPath: resolve(values.extension), grep: values.grep });
    total.passed += passed;
    total.failed += failed;
  }
  report(total, values.summary);
}

function chosenVersions(name: string): VersionName[] {
  const all = Object.keys(VSCODE_VERSIONS) as VersionName[];
  const chosen = all.filter((version) => name === 'all' || name === version);
  if (chosen.length === 0) throw new Error(`There is no version "${name}".\n${USAGE}`);
  return chosen;
}

function report(total: Totals, summary: string | undefined): void {
  if (summary !== undefined) writeFileSync(summary, JSON.stringify(total));
  console.log(`VS Code suites: ${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
