import { realpath } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import picocolors from 'picocolors';
import { findRepositoryRoot } from '../git/locate.ts';
import { readChangeSet } from '../git/read-change-set.ts';
import { explainContract, type ExplainedFile } from '../review/explain-contract.ts';
import { createExtractor } from '../review/extraction/extractor.ts';
import type { Host } from './host.ts';

/**
 * What others may count on in a file of the work tree, for a terminal.
 * @param file as it was typed, from the current folder or from the repository's
 * @param directory a folder of the repository
 * @returns undefined where there is no such file, or none that declares anything
 */
export async function explainFile(file: string, directory: string, { signal, stdout }: Host): Promise<string | undefined> {
  const root = await findRepositoryRoot(directory).catch(() => undefined);
  if (root === undefined) return undefined;
  const changeSet = await readChangeSet({ kind: 'working-tree' }, { root, signal });
  const extractor = createExtractor({ wasm: dirname(fileURLToPath(import.meta.url)) });
  try {
    for (const from of [resolve('.'), resolve(directory), root]) {
      const path = await pathIn(root, resolve(from, file));
      const explained = path === undefined ? undefined : await explainContract(path, changeSet, extractor);
      if (path !== undefined && explained) return described(path, explained, stdout.color);
    }
    return undefined;
  } finally {
    await extractor.dispose();
  }
}

/** As git writes it; undefined for what is not in the repository. */
async function pathIn(root: string, file: string): Promise<string | undefined> {
  const [top, real] = await Promise.all([realpath(root), realpath(file).catch(() => undefined)]);
  const path = real === undefined ? '' : relative(top, real);
  return path === '' || path.startsWith('..') ? undefined : path.split(sep).join('/');
}

function described(path: string, { role, reason, symbols }: ExplainedFile, color: boolean): string {
  const colors = picocolors.createColors(color);
  const width = Math.max(...symbols.map(({ name }) => name.length), 0);
  return [
    `${colors.bold(path)}  ${colors.cyan(role)}`,
    `${reason}.`,
    '',
    ...symbols.map(({ name, line, internal }) => {
      const verdict = internal === undefined ? colors.green('contract') : `${colors.dim('no contract:')} ${internal}`;
      return `${colors.dim(String(line).padStart(5))}  ${name.padEnd(width)}  ${verdict}`;
    }),
    ...(symbols.length === 0 ? ['It declares nothing.'] : []),
  ].join('\n');
}
