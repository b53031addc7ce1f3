import type { Repository } from './repository.ts';
import { GitFailure } from './start.ts';
import type { WorkingFile } from './working-files.ts';

/**
 * The ids that git would give to files whose bytes it may convert first: line ends by `core.autocrlf` and the `text`
 * attribute, encodings by `working-tree-encoding`. Filter programs are not run, as their configuration is not known.
 */
export async function gitBlobIds(repository: Repository, files: ReadonlyMap<string, WorkingFile>): Promise<Map<string, string>> {
  // The list has no way to quote a line feed in a path, and git unquotes what begins with a quotation mark.
  const paths = [...files].filter(([path, file]) => mayBeConverted(file) && !/^"|\n/.test(path)).map(([path]) => path);
  if (paths.length === 0) return new Map();
  try {
    const output = await repository.git(['hash-object', '--stdin-paths'], { input: `${paths.join('\n')}\n` });
    const ids = output.split('\n');
    return new Map(paths.flatMap((path, index): [string, string][] => (ids[index] ? [[path, ids[index]]] : [])));
  } catch (error) {
    // A file vanished meanwhile: the ids of the bytes that were read are then as good.
    if (error instanceof GitFailure) return new Map();
    throw error;
  }
}

function mayBeConverted({ content }: WorkingFile): boolean {
  return content.text !== undefined && (content.encoding !== 'utf-8' || content.text.includes('\r\n'));
}
