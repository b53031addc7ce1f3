import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRepositoryRoot } from '../git/locate.ts';
import { createExtractor } from '../review/extraction/extractor.ts';
import { rules } from '../rules/index.ts';
import { pinnedFetcher } from '../standard/fetch-pinned.ts';
import { loadNamedStandard, loadStandardOnDisk } from '../standard/load.ts';
import type { Standard } from '../standard/standard.ts';
import type { ParsedCommand } from './command-line.ts';
import type { Host } from './host.ts';

/**
 * The standard that `--standard` names, or that of `--repo` as it lies on disk.
 * @throws UserError which names everything that is wrong in it
 */
export async function standardHere({ options }: ParsedCommand, { signal }: Host): Promise<Standard> {
  const directory = resolve(options.get('repo')?.[0] ?? '.');
  const named = options.get('standard')?.[0];
  const root = await findRepositoryRoot(directory).catch(() => directory);
  const extractor = createExtractor({ wasm: dirname(fileURLToPath(import.meta.url)) });
  try {
    const sources = { root, fetchPinned: pinnedFetcher(signal), checkQuery: extractor.checkQuery };
    return await (named === undefined ? loadStandardOnDisk(rules, sources) : loadNamedStandard(named, rules, sources));
  } finally {
    await extractor.dispose();
  }
}
