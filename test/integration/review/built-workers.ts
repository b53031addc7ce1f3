import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The worker as the product has it: threads run no TypeScript. */
export interface BuiltWorker {
  readonly script: string;
  remove(): void;
}

export async function buildWorker(): Promise<BuiltWorker> {
  const folder = mkdtempSync(join('node_modules', '.worker-'));
  await build({
    entryPoints: ['src/review/extraction-worker.ts'],
    outfile: join(folder, 'extraction-worker.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
    },
    logLevel: 'error',
  });
  return {
    script: join(process.cwd(), folder, 'extraction-worker.mjs'),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
