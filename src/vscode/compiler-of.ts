import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../base/errors.ts';
import type { AskCompiler } from '../review/compiler/settle-types.ts';
import type { ReviewQuestion } from './engine-protocol.ts';

/**
 * The compiler that a review asks; it is loaded only where the person named one, and only in a workspace that is trusted.
 * @throws UserError where there is none in the folder that was named
 */
export async function compilerOf(
  { types, mayFetch }: Pick<ReviewQuestion, 'types' | 'mayFetch'>,
  signal: AbortSignal,
): Promise<AskCompiler | undefined> {
  if (!types) return undefined;
  if (!mayFetch) return notTrusted;
  // The editor's own folder is none that a person knows, and may be that of the repository.
  if (!isAbsolute(types.typescript)) {
    throw new UserError(
      `The setting \`plumbline.typescript\` is ${types.typescript}, which is no absolute path.`,
      'Name the whole path of the folder of an installed TypeScript, e.g. `/usr/lib/node_modules/typescript`.',
    );
  }
  const { askTypeScript } = await import('../deep/compiler/ask-typescript.ts');
  const script = join(dirname(fileURLToPath(import.meta.url)), 'compiler-worker.js');
  return askTypeScript(types.typescript, { script, seconds: types.seconds, signal });
}

/** Says so where there is something to ask. */
const notTrusted: AskCompiler = (questions) => {
  const types = questions.length === 1 ? 'one changed type still fits' : `${questions.length} changed types still fit`;
  return Promise.resolve({
    fits: () => undefined,
    notices: [
      {
        id: 'types-not-compared',
        message: `The TypeScript compiler was not asked whether ${types}, as the workspace is not trusted. What is written decided.`,
        remedy: 'Trust the workspace to have the compiler of `plumbline.typescript` asked.',
        incomplete: false,
      },
    ],
  });
};
