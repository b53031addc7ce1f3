import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import type { Texts } from '../../../src/change/in-memory.ts';
import type { ChangedFile } from '../../../src/code/code-change.ts';
import { pairSymbols } from '../../../src/code/pair-symbols.ts';
import type { PairedSymbols } from '../../../src/code/pair-symbols.ts';
import { readFiles } from '../../../src/review/read-files.ts';
import { extractorOfCheckout } from '../review/reviewing.ts';

async function pair(base: Texts, head: Texts): Promise<PairedSymbols> {
  return pairSymbols(await readBoth(base, head));
}

async function readBoth(base: Texts, head: Texts): Promise<readonly ChangedFile[]> {
  const extractor = extractorOfCheckout();
  const read = await readFiles(inMemoryChangeSet(base, head).files, extractor, {}, () => undefined);
  await extractor.dispose();
  return read.map(({ file }) => file);
}

/** `+ added`, `- removed`, `= base > head` with `d` for a changed declaration, `b` for a changed body, `m` for moved. Modules are left out. */
function told({ changes }: PairedSymbols): string[] {
  return changes.flatMap((change) => {
    if (change.kind === 'added') return change.head.symbol.kind === 'module' ? [] : [`+ ${change.head.symbol.qualifiedName}`];
    if (change.kind === 'removed') return change.base.symbol.kind === 'module' ? [] : [`- ${change.base.symbol.qualifiedName}`];
    if (change.head.symbol.kind === 'module') return [];
    const [from, to] = [change.base.symbol.qualifiedName, change.head.symbol.qualifiedName];
    const marks = `${change.moved ? 'm' : ''}${change.declarationChanged ? 'd' : ''}${change.bodyChanged ? 'b' : ''}`;
    return [`= ${from === to ? to : `${from} > ${to}`} ${marks}`.trimEnd()];
  });
}

const body = '{ int total = 0; for (int i = 0; i < n; i++) { total += weights[i] * values[i]; } return total / n; }';
const inClass = (members: string, name = 'A'): Texts => ({
  'src/main/java/p/A.java': `package p;\npublic class ${name} {\n${members}\n}\n`,
});

describe('pairSymbols', () => {
  it('tells a changed declaration from a changed body, and neither from a new layout', async () => {
    const base = inClass('  int f(int a) { return a; }\n  int g() { return 1; }\n  int h() { return 1; }');
    const head = inClass('  long f(int a) { return a; }\n  int g() { return 2; }\n  int h() {\n    // why\n    return 1;\n  }');
    assert.deepEqual(told(await pair(base, head)), ['= p.A b', '= p.A.f d', '= p.A.g b', '= p.A.h']);
  });

  it('says nothing of a file that could not be read on one side', async () => {
    const files = await readBoth(inClass('  int f() { return 1; }'), inClass('  int g() { return 2; }'));
    const withoutHead = files.map(({ path, change, base }) => ({ path, change, ...(base && { base }) }));
    const withoutBase = files.map(({ path, change, head }) => ({ path, change, ...(head && { head }) }));
    assert.deepEqual([withoutHead, withoutBase].map(pairSymbols).map(told), [[], []]);
    assert.deepEqual(told(await pair(inClass('  int f() { return 1; }'), {})), ['- p.A', '- p.A.f', '- p.A.A']);
  });

  it('pairs overloads by equal signature first, then by the nearest', async () => {
    const base = inClass('  void f(int a) {}\n  void f(String s, int b) {}');
    const head = inClass('  void f(String s, int b, int c) {}\n  void f(int a) {}\n  void f(java.util.List<String> all) {}');
    assert.deepEqual(told(await pair(base, head)), ['= p.A b', '= p.A.f d', '+ p.A.f']);
  });

  it('knows a renamed member by its body', async () => {
    const base = inClass(`  int mean(int n) ${body}\n  int other() { return 1; }`);
    const head = inClass(`  int average(int n) ${body}\n  int other() { return 1; }`);
    assert.deepEqual(told(await pair(base, head)), ['= p.A b', '= p.A.mean > p.A.average md']);
  });

  it('takes short members that look alike for different ones', async () => {
    assert.deepEqual(told(await pair(inClass('  int a() { return 1; }'), inClass('  int b() { return 1; }'))), [
      '= p.A b',
      '+ p.A.b',
      '- p.A.a',
    ]);
  });

  it('follows a member to another file', async () => {
    const rest = 'package p;\npublic class B {\n  void stay() {}\n';
    const base = { ...inClass(`  int mean(int n) ${body}`), 'src/main/java/p/B.java': `${rest}}\n` };
    const head = { ...inClass(''), 'src/main/java/p/B.java': `${rest}  int mean(int n) ${body}\n}\n` };
    assert.deepEqual(told(await pair(base, head)), ['= p.A b', '= p.B b', '= p.A.mean > p.B.mean m']);
  });

  it('follows a class to another package, with its members', async () => {
    const text = (name: string): string => `package ${name};\npublic class A {\n  int mean(int n) ${body}\n}\n`;
    const changed = await pair({ 'src/main/java/p/A.java': text('p') }, { 'src/main/java/q/A.java': text('q') });
    assert.deepEqual(told(changed), ['= p.A > q.A m', '= p.A.mean > q.A.mean m', '= p.A.A > q.A.A m']);
  });

  it('says nothing about what cannot be read on the other side', async () => {
    const base = inClass('  public void f() {}\n  public void g() {}');
    const head = inClass('  public void f( {{{ = }\n');
    const changed = await pair(base, head);
    assert.deepEqual(
      told(changed).filter((line) => line.startsWith('-')),
      [],
    );
    assert.deepEqual(
      changed.unclear.map(({ side, path }) => `${side} ${path}`),
      ['head src/main/java/p/A.java'],
    );
  });

  it('pairs hundreds of files whose functions all have another name', async () => {
    const texts = (from: number): Texts =>
      Object.fromEntries(
        Array.from({ length: 400 }, (_, n) => [
          `src/f${n}.ts`,
          `export function f${from + n}(a: number) {\n  return a * ${n} + weights[a] - (offset + a) / total(${n});\n}\n`,
        ]),
      );
    assert.equal(told(await pair(texts(0), texts(1_000))).length, 400);
  });
});
