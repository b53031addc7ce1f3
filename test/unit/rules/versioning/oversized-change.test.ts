import { oversizedChange } from '../../../../src/rules/versioning/oversized-change.ts';
import { expectFindings } from '../rule-cases.ts';

const lines = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, line) => `export const value${line + from} = ${line + from} * 2;\n`).join('');
const limit = { lines: 10, files: 3 };
const says = (count: number, files: string, limited: string, largest: string): string =>
  `The change touches ${count} lines of production code in ${files}; more than ${limited} are hard to review well. Largest: ${largest}.`;

describe('versioning/oversized-change', () => {
  it('finds many new lines', () =>
    expectFindings(oversizedChange, {}, { 'src/a.ts': lines(11) }, [`src/a.ts:1 ${says(11, '1 file', '10', 'src/a.ts (11)')}`], limit));

  it('finds many changed lines, each counted once', () =>
    expectFindings(
      oversizedChange,
      { 'src/a.ts': lines(12) },
      { 'src/a.ts': lines(12, 50) },
      [`src/a.ts:1 ${says(12, '1 file', '10', 'src/a.ts (12)')}`],
      limit,
    ));

  it('finds many files', () =>
    expectFindings(
      oversizedChange,
      {},
      { 'src/a.ts': lines(1), 'src/b.ts': lines(1, 1), 'src/c.ts': lines(1, 2), 'src/d.ts': lines(1, 3) },
      [`src/a.ts:1 ${says(4, '4 files', '3 files', 'src/a.ts (1), src/b.ts (1), src/c.ts (1)')}`],
      limit,
    ));

  it('is shown where most is changed', () =>
    expectFindings(
      oversizedChange,
      { 'src/b.ts': '// Plans.\n\n' },
      { 'README.md': 'Plans.\n', 'src/a.ts': lines(2), 'src/b.ts': `// Plans.\n\n${lines(9, 50)}` },
      [`src/b.ts:3 ${says(11, '2 files', '10', 'src/b.ts (9), src/a.ts (2)')}`],
      limit,
    ));

  it('leaves a change within the limits alone', () => expectFindings(oversizedChange, {}, { 'src/a.ts': lines(10) }, [], limit));

  it('leaves deleted and renamed files alone', () =>
    expectFindings(oversizedChange, { 'src/a.ts': lines(20), 'src/b.ts': lines(20, 50) }, { 'src/c.ts': lines(20) }, [], limit));

  it('leaves lock files, tests and documentation alone', () =>
    expectFindings(
      oversizedChange,
      {},
      { 'package-lock.json': lines(50), 'test/a.test.ts': lines(50), 'docs/a.md': lines(50) },
      [],
      limit,
    ));

  it('leaves generated code alone', () => expectFindings(oversizedChange, {}, { 'src/a.ts': `// @generated\n${lines(50)}` }, [], limit));
});
