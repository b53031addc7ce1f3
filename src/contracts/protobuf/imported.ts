import type { Side } from '../../change/change-set.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { ReadFurther } from '../contract-kind.ts';
import { isRemote } from '../document/remote-reference.ts';
import type { ProtoFile } from './model.ts';
import { parseProto } from './parse.ts';

/** Imports that are looked for, of all changed files together. */
const most = 2000;

/** Reads what changed files import, one step far, to know which types are enums. An import's root is not known: every folder above the file may be it. */
export async function readImported(side: Side, files: readonly ProtoFile[], readFurther: ReadFurther): Promise<readonly ProtoFile[]> {
  const own = new Set(files.map(({ source }) => source.path));
  const paths = [
    ...new Set(
      files.flatMap((file) => file.imports.filter((path) => !isRemote(path)).flatMap((path) => candidates(file.source.path, path))),
    ),
  ].filter((path) => !own.has(path));
  if (paths.length === 0) return [];
  const texts = await readFurther(side, paths.slice(0, most));
  return [...texts].flatMap(([path, text]) => parsed({ path, text, side }));
}

function candidates(importer: string, imported: string): readonly string[] {
  const folders = importer.split('/').slice(0, -1);
  return Array.from({ length: folders.length + 1 }, (_, depth) => [...folders.slice(0, depth), imported].join('/'));
}

/** One that cannot be read only leaves its types unknown. */
function parsed(file: Pick<SourceFile, 'path' | 'text' | 'side'>): readonly ProtoFile[] {
  try {
    return [parseProto(file as SourceFile)];
  } catch {
    return [];
  }
}
