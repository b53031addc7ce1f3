import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type ts from 'typescript';
import type { TypeScript } from './typescript-module.ts';

/** Where a copy of a side's files stands for the compiler, e.g. `/base/src/index.ts`. */
export type Mount = 'base' | 'same' | 'head';

/**
 * A host that reads the sides of a change from memory, the compiler's own library from where it is installed, and declarations of installed packages
 * from the repository's `node_modules`. It writes nothing.
 */
export function hostOf(
  typescript: TypeScript,
  root: string,
  texts: Readonly<Record<Mount, ReadonlyMap<string, string>>>,
  options: ts.CompilerOptions,
): ts.CompilerHost {
  const library = posix.dirname(typescript.getDefaultLibFilePath(options).replaceAll('\\', '/'));
  const readText = (file: string): string | undefined => {
    const place = placeOf(file);
    const own = place && texts[place.mount].get(place.path);
    if (own !== undefined) return own;
    const onDisk = file.startsWith(`${library}/`) ? file : place && installed(root, place.path);
    return onDisk === undefined ? undefined : readOnDisk(onDisk);
  };
  return {
    fileExists: (file) => readText(file) !== undefined,
    readFile: readText,
    getSourceFile: (file, settings) => {
      const text = readText(file);
      return text === undefined ? undefined : typescript.createSourceFile(file, text, settings);
    },
    directoryExists: (folder) => existsAsFolder(folder, root, texts),
    getDefaultLibFileName: (settings) => `${library}/${typescript.getDefaultLibFileName(settings)}`,
    getDefaultLibLocation: () => library,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    getDirectories: () => [],
    realpath: (file) => file,
    writeFile: () => undefined,
  };
}

function placeOf(file: string): { readonly mount: Mount; readonly path: string } | undefined {
  const found = /^\/(base|same|head)\/(.*)$/.exec(file);
  return found ? { mount: found[1] as Mount, path: found[2] ?? '' } : undefined;
}

/** Only what declares types, of packages that are installed. */
function installed(root: string, path: string): string | undefined {
  const isWanted = /(?:^|\/)node_modules\//.test(path) && (/\.d\.[cm]?ts$/.test(path) || path.endsWith('/package.json'));
  return isWanted ? join(root, path) : undefined;
}

const longest = 5_000_000;

function readOnDisk(file: string): string | undefined {
  try {
    const found = statSync(file);
    return found.isFile() && found.size <= longest ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

function existsAsFolder(folder: string, root: string, texts: Readonly<Record<Mount, ReadonlyMap<string, string>>>): boolean {
  const place = placeOf(`${folder}/`);
  if (!place) return true;
  const path = place.path.replace(/\/$/, '');
  if (/(?:^|\/)node_modules(?:\/|$)/.test(path)) {
    try {
      return statSync(join(root, path)).isDirectory();
    } catch {
      return false;
    }
  }
  return path === '' || [...texts[place.mount].keys()].some((each) => each.startsWith(`${path}/`));
}
