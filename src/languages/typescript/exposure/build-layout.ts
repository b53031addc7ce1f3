import { posix } from 'node:path';
import { parse } from 'jsonc-parser';

/** Where a compiler writes, and from where. Both relative to the package. */
export interface BuildLayout {
  readonly outDir: string;
  readonly rootDir: string;
}

const outputFolders =
  /^(?:dist(?:-[\w-]+)?|build|lib|out|output|es|esm|cjs|umd|mjs|commonjs|module|types|typings|package|bundle|browser|node|release|_esm|_cjs|_types)$/;

/** The folders of a `tsconfig.json`; broken ones say nothing. */
export function readLayout(text: string): BuildLayout | undefined {
  const options = (parse(text) as { compilerOptions?: { outDir?: unknown; rootDir?: unknown } } | undefined)?.compilerOptions;
  if (typeof options?.outDir !== 'string') return undefined;
  const rootDir = typeof options.rootDir === 'string' ? options.rootDir : '';
  return { outDir: clean(options.outDir), rootDir: clean(rootDir) };
}

function clean(folder: string): string {
  return posix.normalize(folder).replace(/^\.\/?|\/$/g, '');
}

/** Where the source of a built file may be, the likeliest first; relative to the package. */
export function sourceCandidates(target: string, layouts: readonly BuildLayout[]): string[] {
  const compiled = layouts.flatMap(({ outDir, rootDir }) => {
    if (outDir === '' || !target.startsWith(`${outDir}/`)) return [];
    const rest = target.slice(outDir.length + 1);
    return [posix.join(rootDir, rest), posix.join('src', rest)];
  });
  return [...new Set([target, ...compiled, ...byConvention(target)])];
}

/** `dist/esm/index.js` comes from `src/index`, `source/index`, `lib/index` or `index`. */
function byConvention(target: string): string[] {
  const candidates: string[] = [];
  let rest = target;
  while (outputFolders.test(rest.split('/', 1)[0] ?? '') && rest.includes('/')) {
    rest = rest.slice(rest.indexOf('/') + 1);
    for (const folder of ['src', 'source', 'lib', '']) candidates.push(posix.join(folder, rest));
  }
  return candidates;
}
