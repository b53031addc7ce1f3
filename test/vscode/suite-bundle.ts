import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { REPOSITORY } from './versions.ts';

const SUITE = join(import.meta.dirname, 'suite');

/** A bundled suite, ready to be run by an extension host. */
export interface SuiteBundle {
  /** The module with `run`. */
  readonly entry: string;
  /** Where `run` writes `{ passed, failed }` when it ends. */
  readonly summary: string;
}

/**
 * Bundles `suite/index.ts` and each `suite/**.test.ts` for the extension host, into a folder of its own per label.
 * Mocha is not bundled but imported from `node_modules` at run time: it finds its parts by their place.
 */
export async function bundleSuite(label: string, grep: string | undefined): Promise<SuiteBundle> {
  const folder = join(REPOSITORY, '.cache', 'vscode-suite', label);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const summary = join(folder, 'summary.json');
  const suite = { mochaUrl: import.meta.resolve('mocha'), summary, grep };
  await build({
    entryPoints: { index: join(SUITE, 'index.ts'), ...testEntries() },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    define: { SUITE: JSON.stringify(suite) },
    ...{ bundle: true, format: 'cjs', platform: 'node', target: 'node20', sourcemap: 'inline', external: ['vscode'] },
  });
  return { entry: join(folder, 'index.cjs'), summary };
}

/** Output names (with the folder folded into the name, for all tests lie in one folder) and their sources. */
function testEntries(): Record<string, string> {
  const tests = readdirSync(SUITE, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'));
  return Object.fromEntries(tests.map((path) => [path.replace(/\.ts$/, '').replaceAll(/[\\/]/g, '__'), join(SUITE, path)]));
}
