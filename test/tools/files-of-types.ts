import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

/** The TypeScript files of a folder that declare types only: of them nothing is left to run, so that no test can reach them. */
export function filesOfTypes(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .filter((path) => isOfTypes(readFileSync(path, 'utf8')));
}

function isOfTypes(text: string): boolean {
  const { code } = transformSync(text, { loader: 'ts', tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } } });
  return /^(?:export \{\};)?$/.test(code.trim());
}
