import * as z from 'zod/mini';
import { groupBy } from '../../base/group-by.ts';
import type { ChangedFile, SourceFile, SymbolChange } from '../../code/code-change.ts';
import { defineChangeRule } from '../rule.ts';

const longFunction = Array.from({ length: 12 }, (_, line) => `  steps.push(${line});`).join('\n');
const long = `export function plan(steps: number[]) {\n${longFunction}\n  return steps;\n}\n`;
const longJava = `class Plan {\n  void fill(List<Integer> steps) {\n${Array.from({ length: 12 }, (_, line) => `    steps.add(${line});`).join('\n')}\n  }\n}\n`;

export const oversizedChange = defineChangeRule({
  id: 'versioning/oversized-change',
  title: 'The change is too large to review well',
  reason:
    'The larger a change, the less is seen in its review: beyond some hundreds of lines reviewers look faster and find fewer faults. A large change is also harder to undo, and it collides with more of what others do.',
  remedy:
    'Split it: refactoring first, then the behaviour; one layer or one feature after the other, each with its tests. Where it cannot be split, say in its description where to begin reading.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  sources: [
    { title: 'Google Engineering Practices: Small CLs', url: 'https://google.github.io/eng-practices/review/developer/small-cls.html' },
    {
      title: 'SmartBear: Best Practices for Code Review',
      url: 'https://smartbear.com/learn/code-review/best-practices-for-peer-code-review/',
    },
  ],
  limits:
    'Lines are counted as a reader counts them: a line that replaces another counts once. Generated, vendored and moved code, tests, documentation and deleted files do not count.',
  examples: [
    {
      name: 'more production code changed than the limit allows',
      base: {},
      head: { 'src/plan.ts': long, 'src/main/java/Plan.java': longJava },
      options: { lines: 20 },
      finds: [
        'src/main/java/Plan.java:1 The change touches 31 lines of production code in 2 files; more than 20 are hard to review well. Largest: src/main/java/Plan.java (16), src/plan.ts (15).',
      ],
    },
    { name: 'the change is within the limit', base: {}, head: { 'src/plan.ts': long }, options: { lines: 20 }, finds: [] },
    {
      name: 'only tests are many',
      base: {},
      head: { 'test/plan.test.ts': long, 'src/test/java/PlanTest.java': longJava },
      options: { lines: 10 },
      finds: [],
    },
  ],
  needs: [],
  options: z.object({
    lines: z._default(z.int().check(z.positive(), z.describe('How many changed lines of production code are still reviewed well.')), 600),
    files: z._default(z.int().check(z.positive(), z.describe('How many changed files of production code are still reviewed well.')), 60),
  }),
  *check(change, options) {
    const moved = groupBy(change.symbols.filter(isOnlyMoved), ({ head }): SourceFile | undefined => head.file);
    const sizes = change.files
      .map((file) => ({ file, path: file.path, lines: changedLines(file) - movedLines(file, moved.get(file.head) ?? []) }))
      .filter(({ lines }) => lines > 0)
      .sort((a, b) => b.lines - a.lines || (a.path < b.path ? -1 : 1));
    const lines = sizes.reduce((sum, size) => sum + size.lines, 0);
    if (lines <= options.lines && sizes.length <= options.files) return;
    const largest = sizes.slice(0, 3).map((size) => `${size.path} (${size.lines})`);
    const limit = lines > options.lines ? `more than ${options.lines} are` : `more than ${options.files} files are`;
    const head = sizes[0]?.file.head;
    const [range] = head?.touched ?? [];
    yield {
      ...(head && range && { place: { file: head, range } }),
      message: `The change touches ${lines} lines of production code in ${sizes.length} ${sizes.length === 1 ? 'file' : 'files'}; ${limit} hard to review well. Largest: ${largest.join(', ')}.`,
      subject: 'size',
      properties: { lines, files: sizes.length },
    };
  },
});

function changedLines({ head, change }: ChangedFile): number {
  if (head?.role !== 'production') return 0;
  return change.hunks.reduce((sum, hunk) => sum + Math.max(hunk.baseCount, hunk.headCount), 0);
}

/** Lines at head of symbols that only moved there. Members move with what encloses them. */
function movedLines(file: ChangedFile, movedHere: readonly Paired[]): number {
  const moved = movedHere.filter((each) => each.base.file !== file.base);
  const outermost = moved.filter(
    (each) =>
      !moved.some(
        (other) =>
          other !== each &&
          other.head.symbol.range.start <= each.head.symbol.range.start &&
          each.head.symbol.range.end <= other.head.symbol.range.end,
      ),
  );
  return outermost.reduce((sum, { head }) => {
    const { start, end } = head.symbol.range;
    return sum + head.file.lines.position(end).line - head.file.lines.position(start).line + 1;
  }, 0);
}

type Paired = Extract<SymbolChange, { kind: 'paired' }>;

function isOnlyMoved(change: SymbolChange): change is Paired {
  return change.kind === 'paired' && change.moved && !change.bodyChanged && change.head.symbol.bodyRange !== undefined;
}
