import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { javaKinds } from '../../../../src/rules/compatibility/java/kinds.ts';
import { scriptKinds } from '../../../../src/rules/compatibility/typescript/kinds.ts';

/** The cases of a language as they are written. */
function casesOf(folder: string): string {
  const path = join(import.meta.dirname, folder);
  const files = readdirSync(path).filter((file) => file.startsWith('told-apart'));
  return files.map((file) => readFileSync(join(path, file), 'utf8')).join('\n');
}

describe('every kind of change of an API', () => {
  for (const [folder, kinds] of [
    ['java', javaKinds],
    ['typescript', scriptKinds],
  ] as const)
    it(`has a case in ${folder} that tells it apart`, () => {
      const cases = casesOf(folder);
      const without = Object.keys(kinds).filter((id) => !cases.includes(`'${id}'`));
      assert.deepEqual(without, []);
    });
});
