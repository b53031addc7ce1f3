import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/base/line-index.ts';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import type { Side } from '../../../src/change/change-set.ts';
import type { ChangedFile, SourceFile } from '../../../src/code/code-change.ts';
import type { ContractChange } from '../../../src/code/contract-change.ts';
import type { ContractComparison, ContractKind, ContractSurroundings } from '../../../src/contracts/contract-kind.ts';

export type Texts = Readonly<Record<string, string>>;

/** What may be read besides the changed files, on both sides. */
export async function compare(
  kind: ContractKind,
  base: Texts,
  head: Texts,
  further: Texts = {},
  today = '2026-08-10',
): Promise<ContractComparison> {
  const paths = [...new Set([...Object.keys(base), ...Object.keys(head)])].filter((path) => base[path] !== head[path]).sort();
  const run = await kind.load();
  const { trees } = inMemoryChangeSet({ ...further, ...base }, { ...further, ...head });
  const changed = paths.map((path) => changedFile(path, base[path], head[path]));
  const isOwn = (file: ChangedFile): boolean =>
    !kind.mayBePart || [file.base, file.head].some((side) => side && kind.recognises(side.path, side.text));
  const surroundings: ContractSurroundings = {
    read: async (side, wanted) => new Map([...(await trees[side].read(wanted))].map(([path, { text }]) => [path, text ?? ''])),
    code: () => Promise.resolve([]),
    paths: (side) => trees[side].paths(),
    grep: (side, ...search) => trees[side].grep(...search),
    others: changed.filter((file) => !isOwn(file)),
    today,
  };
  return run(changed.filter(isOwn), surroundings);
}

function changedFile(path: string, base: string | undefined, head: string | undefined): ChangedFile {
  const kind = base === undefined ? 'added' : head === undefined ? 'deleted' : 'modified';
  return {
    path,
    change: { kind, path, hunks: [] },
    ...(base !== undefined && { base: sourceFile('base', path, base) }),
    ...(head !== undefined && { head: sourceFile('head', path, head) }),
  };
}

function sourceFile(side: Side, path: string, text: string): SourceFile {
  return { side, path, text, lines: new LineIndex(text), role: 'production', touched: [], secrets: [] };
}

/** `breaking change-id element head:3`, in order. */
export function shown({ impact, change, element, file, range }: ContractChange): string {
  return `${impact} ${change} ${element} ${file.side}:${file.lines.position(range.start).line}`;
}

/** One case: its name, the two texts, and all changes as `shown`. */
export type KindCase = readonly [name: string, base: string, head: string, expected: readonly string[]];

/** Declares a test for each case of one file, and that a file does not differ from itself. */
export function kindCases(kind: ContractKind, path: string, cases: readonly KindCase[]): void {
  for (const [name, base, head, expected] of cases) {
    it(name, async () => {
      const { changes, notices } = await compare(kind, { [path]: base }, { [path]: head });
      assert.deepEqual(notices, []);
      assert.deepEqual(changes.map(shown), expected);
    });
  }
}
