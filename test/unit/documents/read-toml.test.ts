import assert from 'node:assert/strict';
import { member, shownRange } from '../../../src/code/document-node.ts';
import { plain, readText, rootOf } from './reading.ts';

const path = 'gradle/libs.versions.toml';
const shown = async (text: string): Promise<unknown> => plain(await rootOf(path, text));

describe('a text of TOML', () => {
  it('is read with its tables, dotted names and tables in a line', async () => {
    assert.deepEqual(
      await shown(
        '# versions\n[versions]\njackson = "2.15.2"\n"a b" = { strictly = "[1,2[" }\n[libraries]\ndata = { module = "a:b", version.ref = "jackson" }\nmore.version = 3\n[bundles]\nall = [\n  "data", # one\n  \'more\',\n]\n',
      ),
      {
        versions: { jackson: '2.15.2', 'a b': { strictly: '[1,2[' } },
        libraries: { data: { module: 'a:b', version: { ref: 'jackson' } }, more: { version: 3 } },
        bundles: { all: ['data', 'more'] },
      },
    );
  });

  it('is read with lists of tables, each with its own', async () => {
    assert.deepEqual(await shown('[[a.b]]\nx = 1\n[a.b.c]\ny = true\n[[a.b]]\nx = 2\n'), {
      a: { b: [{ x: 1, c: { y: true } }, { x: 2 }] },
    });
  });

  it('knows where its values stand', async () => {
    const text = '[libraries]\ndata = { module = "a:b", version.ref = "jackson" }\n';
    const node = member(await rootOf(path, text), 'libraries', 'data', 'version', 'ref');
    assert.ok(node);
    const { start, end } = shownRange(node);
    assert.equal(text.slice(start, end), 'version.ref = "jackson"');
  });

  it('is not read where it is broken, is nested without end, or says a name twice', async () => {
    for (const text of ['[versions\na = 1\n', 'a = 1\na = 2\n', `a = ${'['.repeat(100_000)}\n`, 'a = "open\n'])
      assert.ok((await readText(path, text))?.error, text.slice(0, 20));
  });
});
