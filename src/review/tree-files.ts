import type { ChangeSet, Side } from '../change/change-set.ts';
import type { CodeChange, SourceFile } from '../code/code-change.ts';
import { sourceFile } from '../code/source-file.ts';
import { DocumentReader } from '../documents/document-reader.ts';

/** Files of the two trees by path, changed or not, with their documents but without facts. */
export class TreeFiles {
  readonly #trees: ChangeSet['trees'];
  readonly #changed: Readonly<Record<Side, ReadonlyMap<string, SourceFile>>>;
  readonly #documents = new DocumentReader();

  constructor({ trees }: Pick<ChangeSet, 'trees'>, { files }: Pick<CodeChange, 'files'>) {
    this.#trees = trees;
    const of = (side: Side) => new Map(files.flatMap(({ [side]: file }) => (file ? [[file.path, file]] : [])));
    this.#changed = { base: of('base'), head: of('head') };
  }

  /** Those that exist among `paths`. Changed files are as the review has them, which in an editor is not what the tree has. */
  async read(side: Side, paths: readonly string[]): Promise<ReadonlyMap<string, SourceFile>> {
    const changed = this.#changed[side];
    const unchanged = paths.filter((path) => !changed.has(path));
    const snapshots = unchanged.length > 0 ? await this.#trees[side].read(unchanged) : new Map<string, never>();
    await this.#documents.prepare(...snapshots.keys());
    const read = new Map(paths.flatMap((path) => [changed.get(path) ?? []].flat().map((file) => [path, file] as const)));
    for (const [path, snapshot] of snapshots) {
      const file = sourceFile({ kind: 'modified', path, base: snapshot, head: snapshot, hunks: [] }, side, asText, (each) =>
        this.#documents.read(each),
      );
      if (file) read.set(path, file);
    }
    return read;
  }

  /** Every path of one side for which `isWanted`. */
  async paths(side: Side, isWanted: (path: string) => boolean): Promise<readonly string[]> {
    const added = [...this.#changed[side].keys()].filter(isWanted);
    return [...new Set([...(await this.#trees[side].paths()).filter(isWanted), ...added])].sort();
  }
}

/** The folders that a path is in, the nearest first, the last being the root as an empty text. */
export function foldersAround(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join('/')), ''];
}

const asText = { role: 'configuration', secrets: [] } as const;
