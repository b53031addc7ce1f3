import assert from 'node:assert/strict';
import { mutationsOf } from '../../../src/deep/mutations.ts';
import { describedChange, headSymbol } from './changed-functions.ts';

/** `line: before → after` of all mutations of `total`. */
async function mutations(path: string, base: string | undefined, head: string): Promise<string[]> {
  const at = headSymbol(await describedChange(path, base, head), 'total');
  return mutationsOf(at).map(({ tried, text }) => {
    assert.ok(tried.kind === 'mutated');
    const { range, replacement } = tried;
    assert.equal(text, head.slice(0, range.start) + replacement + head.slice(range.end));
    return `${at.file.lines.position(range.start).line}: ${head.slice(range.start, range.end)} → ${replacement}`;
  });
}

const script = (...lines: readonly string[]): string => `function total(sum, items, most) {\n${lines.join('\n')}\n}\n`;
const java = (type: string, ...lines: readonly string[]): string =>
  `class A {\n${type} total(int sum, List<String> items) {\n${lines.join('\n')}\n}\n}\n`;

describe('mutations', () => {
  for (const [line, expected] of [
    ["if (sum < 0) throw new RangeError('x');", ["2: throw new RangeError('x'); → ;"]],
    ['if (sum < 10) sum = 3;', ['2: sum < 10 → sum <= 10']],
    ['if (items.length >= 3) items = [];', ['2: items.length >= 3 → items.length > 3']],
    ['if ((sum) > MOST_ITEMS) items = [];', ['2: (sum) > MOST_ITEMS → (sum) >= MOST_ITEMS']],
    ['if (sum < most) items = [];', ['2: sum < most → !(sum < most)']],
    ['if (sum > 100) sum = 100;', ['2: sum > 100 → !(sum > 100)']],
    ['return sum > 100 ? 100 : sum;', ['2: sum > 100 → !(sum > 100)']],
    ['if (sum === most) items = [];', ['2: sum === most → sum !== most']],
    ['if (items) items = [];', ['2: items → !(items)']],
    ['if (!items) items = [];', ['2: !items → items']],
    ['return sum && most;', ['2: sum && most → sum || most']],
    ['return load(sum);', ['2: load(sum) → undefined']],
    ['return sum * most;', ['2: sum * most → sum / most']],
    ['items.sort();', ['2: items.sort(); → ;']],
    ['await save(items);', ['2: await save(items); → ;']],
    ['const strict = true;', ['2: true → false']],
    ['return undefined;', []],
    ['return this;', []],
    ["console.log(sum > 3 ? 'a' : 'b');", []],
    ['this.logger.debug(items.length > 3);', []],
    ["log('x', true);", []],
    ["const text = 'a';", []],
    ['let count = 3;', []],
  ] as const)
    it(`of ${line}`, async () => {
      assert.deepEqual(await mutations('a.js', script('return most;'), script(line, 'return most;')), expected);
    });

  for (const [type, line, expected] of [
    ['int', 'if (sum < 0) throw new IllegalArgumentException();', ['3: throw new IllegalArgumentException(); → ;']],
    ['boolean', 'return items.contains("a");', ['3: items.contains("a") → !(items.contains("a"))']],
    ['int', 'return load(sum);', ['3: load(sum) → 0']],
    ['String', 'return load(sum);', ['3: load(sum) → null']],
    ['int', 'System.out.println(sum > 3);', []],
    ['int', 'LOGGER.info("a", sum > 3);', []],
    ['int', 'items.forEach(item -> save(item));', ['3: items.forEach(item -> save(item)); → ;']],
  ] as const)
    it(`of ${line} in Java`, async () => {
      assert.deepEqual(await mutations('A.java', java(type, 'int kept = 0;'), java(type, line, 'int kept = 0;')), expected);
    });

  it('are of lines that the change adds, at most one a line, in order', async () => {
    const [base, head] = [
      script('if (sum > 1) load();', 'return most;'),
      script('if (sum > 1) load();', 'if (sum > 2 && most) load();', 'items.sort();', 'return most;'),
    ];
    assert.deepEqual(await mutations('a.js', base, head), ['3: sum > 2 → sum >= 2', '4: items.sort(); → ;']);
  });

  it('are of a whole new file', async () => {
    assert.deepEqual(await mutations('a.ts', undefined, script('if (sum > 2) load();', 'return most;')), [
      '2: sum > 2 → sum >= 2',
      '3: most → undefined',
    ]);
  });
});
