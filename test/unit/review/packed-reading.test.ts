import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import { FileReader } from '../../../src/review/extraction/file-reader.ts';
import { packReading, unpackReading } from '../../../src/review/extraction/packed-reading.ts';
import type { FileReading } from '../../../src/review/extraction/reading.ts';
import { locateWasmInPackages } from '../../../src/syntax/wasm-files.ts';

const java = `package a;
import java.util.*;
/** Doc. @deprecated */
@Deprecated @Named("x") public sealed abstract class A<T extends List<?>> extends B implements C, D permits E {
  private static final int ONE = 1, TWO[] = {2};
  /** Doc. */ protected abstract <U> U f(final int a, @Nullable String b, Object... rest) throws IOException, E;
  static { run(); }
  enum Kind { FIRST("a") { void g() {} }, SECOND }
  record Point(int x, int y) {}
}
`;
const tests = `package a;
class ATests {
  @Test void f() { assertEquals(1, g()); }
  int g() { return 1; }
  @Nested class Inner { @Test void empty() {} }
}
`;
const typescript = readFileSync('src/review/extraction/extractor.ts', 'utf8');
const reader = new FileReader(locateWasmInPackages(process.cwd()));

async function readingOf(path: string, text: string): Promise<FileReading> {
  const [change] = inMemoryChangeSet({ [path]: text }, { [path]: `${text}\n// more\n` }).files;
  assert.ok(change);
  return reader.read({ change, everything: true });
}

describe('packed readings', () => {
  for (const [path, text] of [
    ['src/main/java/a/A.java', java],
    ['src/a.ts', typescript],
    ['src/test/java/a/ATests.java', tests],
    ['notes.txt', 'a\n'],
    ['src/B.java', 'class B { void f( {'],
  ] as const) {
    it(`say all that was read from ${path}`, async () => {
      const reading = await readingOf(path, text);
      const packed = packReading(reading);
      assert.deepEqual(unpackReading(packed), JSON.parse(JSON.stringify(reading)));
      assert.ok(packed.length <= JSON.stringify(reading).length);
    });
  }
});
