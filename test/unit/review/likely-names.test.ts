import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import { likelyNames } from '../../../src/review/likely-names.ts';

function namesOf(path: string, base: string, head: string): string[] {
  return likelyNames(inMemoryChangeSet({ [path]: base }, { [path]: head }).files);
}

const typescript =
  'export class One {\n  a = 1;\n}\n\nfunction two() {\n  return 2;\n}\n\nexport const three = 3;\n\nexport const four = 4;\n';

describe('likelyNames', () => {
  it('names the declarations around what changed', () => {
    assert.deepEqual(namesOf('src/a.ts', typescript, typescript.replace('a = 1', 'a = 2')), ['One', 'two']);
    assert.deepEqual(namesOf('src/a.ts', typescript, typescript.replace('four = 4', 'four = 5')), ['four']);
  });

  it('takes what changed before a declaration for its documentation', () => {
    assert.deepEqual(
      namesOf(
        'src/main/java/a/A.java',
        '/**\n * a\n * b\n */\npublic final class Aaa {\n}\n',
        '/**\n * c\n * b\n */\npublic final class Aaa {\n}\n',
      ),
      ['Aaa'],
    );
  });

  it('leaves tests and other files alone', () => {
    assert.deepEqual(namesOf('src/a.test.ts', typescript, typescript.replace('1', '2')), []);
    assert.deepEqual(namesOf('a.md', 'class Aaa {', 'class Bbb {'), []);
  });
});
