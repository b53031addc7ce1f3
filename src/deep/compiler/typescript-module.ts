import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type ts from 'typescript';
import { UserError } from '../../base/errors.ts';

/** The compiler's own module, as far as it is asked. */
export type TypeScript = typeof ts;

/**
 * The file of the TypeScript that a person named: a folder in which it is installed. None is looked for, so that no repository can give one.
 * @throws UserError where there is none
 */
export async function typeScriptIn(folder: string): Promise<string> {
  const file = join(resolve(folder), 'lib', 'typescript.js');
  const isThere = await stat(file).then(
    (each) => each.isFile(),
    () => false,
  );
  if (isThere) return file;
  throw new UserError(
    `There is no TypeScript in ${folder}.`,
    'Name the folder of an installed one with `--typescript`, in VS Code with the setting `plumbline.typescript`, e.g. `/usr/lib/node_modules/typescript`.',
  );
}

/** @throws UserError where it cannot be asked what is assignable */
export function loadTypeScript(file: string): TypeScript {
  const module = createRequire(import.meta.url)(file) as TypeScript;
  if (Number.parseFloat(module.versionMajorMinor) >= 5.4) return module;
  throw new UserError(`The TypeScript of ${file} is ${module.version}.`, 'Name one from 5.4 on: older ones do not say what is assignable.');
}
