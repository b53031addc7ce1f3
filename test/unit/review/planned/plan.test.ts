import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../../src/change/in-memory.ts';
import { sourceFile } from '../../../../src/code/source-file.ts';
import { planOf, type Evidence } from '../../../../src/review/planned/plan.ts';

const [change] = inMemoryChangeSet({ 'a.ts': 'a' }, { 'a.ts': 'b' }).files;
const file = sourceFile(change!, 'base', { role: 'production', secrets: [] })!;
const deprecation = { file, range: { start: 0, end: 1 } };
const now = new Date('2026-08-10T12:00:00Z');
const day = (date: string, isBeginning = false) => ({ changed: Date.parse(date), isBeginning });

const cases: (readonly [string, Evidence, 'none' | 'partly' | 'planned', string])[] = [
  ['nothing was said', {}, 'none', ''],
  [
    'it was deprecated in time and is announced',
    {
      deprecation: { ...deprecation, since: '2.3' },
      age: day('2026-02-09'),
      announcement: 'CHANGELOG.md',
      declaration: 'a commit says that it breaks',
    },
    'planned',
    'It is deprecated since 2026-02-09 (version 2.3), and CHANGELOG.md announces it.',
  ],
  [
    'the notice was too short',
    { deprecation, age: day('2026-02-11'), announcement: 'CHANGELOG.md' },
    'partly',
    'It is deprecated since 2026-02-11, and CHANGELOG.md announces it; but 6 months of notice are asked for.',
  ],
  [
    'nothing announces it',
    { deprecation, age: day('2025-08-10'), declaration: 'a commit says that it breaks' },
    'partly',
    'It is deprecated since 2025-08-10; but no changelog entry names it.',
  ],
  [
    'there was nothing to deprecate, and it is told',
    { isUnforeseeable: true, announcement: 'CHANGELOG.md', declaration: 'a commit says that it breaks' },
    'planned',
    'CHANGELOG.md announces it.',
  ],
  [
    'there was nothing to deprecate, and a version tells of it alone',
    { isUnforeseeable: true, declaration: 'a commit says that it breaks' },
    'partly',
    'A commit says that it breaks; but no changelog entry names it.',
  ],
  [
    'there was nothing to deprecate, and no version tells of it',
    { isUnforeseeable: true, announcement: 'CHANGELOG.md' },
    'partly',
    'CHANGELOG.md announces it; but no version says that it breaks something.',
  ],
  [
    'only a commit says so',
    { declaration: 'a commit says that it breaks' },
    'partly',
    'A commit says that it breaks; but it was not deprecated before, and no changelog entry names it.',
  ],
  [
    'the history begins too late to tell',
    { deprecation, age: day('2026-06-01', true), announcement: 'CHANGELOG.md' },
    'partly',
    'It is deprecated, and CHANGELOG.md announces it; but the history here does not reach back far enough.',
  ],
  [
    'the history begins early enough',
    { deprecation, age: day('2025-06-01', true), announcement: 'CHANGELOG.md' },
    'planned',
    'It is deprecated, and CHANGELOG.md announces it.',
  ],
  [
    'there is no history',
    { deprecation, announcement: 'CHANGELOG.md' },
    'partly',
    'It is deprecated, and CHANGELOG.md announces it; but it is not known for how long.',
  ],
  [
    'the day on which it was to go has come',
    { deprecation: { ...deprecation, removal: '2026-08-10' }, announcement: 'CHANGELOG.md' },
    'planned',
    'It is deprecated, to go from 2026-08-10, and CHANGELOG.md announces it.',
  ],
  [
    'it goes before its day',
    { deprecation: { ...deprecation, removal: '2026-08-11' }, age: day('2020-01-01'), announcement: 'CHANGELOG.md' },
    'partly',
    'It is deprecated since 2020-01-01, and CHANGELOG.md announces it; but it was to stay until 2026-08-11.',
  ],
];

cases.push(
  [
    'the day that it named itself has come, and nothing else tells of it',
    { deprecation: { ...deprecation, removal: '2026-08-01' }, age: day('2026-01-15') },
    'planned',
    'It is deprecated since 2026-01-15, to go from 2026-08-01.',
  ],
  [
    'the day has come, but it was named too late',
    { deprecation: { ...deprecation, removal: '2026-08-01' }, age: day('2026-07-15') },
    'partly',
    'It is deprecated since 2026-07-15, to go from 2026-08-01; but 6 months of notice are asked for.',
  ],
  [
    'a version that allows it tells of it',
    { deprecation, age: day('2025-08-10'), declaration: 'the version goes to 3.0.0' },
    'planned',
    'It is deprecated since 2025-08-10, and the version goes to 3.0.0.',
  ],
  [
    'it was deprecated although it is an addition to it that breaks',
    { isUnforeseeable: true, deprecation, age: day('2025-08-10'), announcement: 'CHANGELOG.md' },
    'planned',
    'It is deprecated since 2025-08-10, and CHANGELOG.md announces it.',
  ],
  [
    'a path comes first',
    { announcement: 'docs/migration/v3.md' },
    'partly',
    'docs/migration/v3.md announces it; but it was not deprecated before.',
  ],
);

describe('planOf', () => {
  for (const [name, evidence, planned, says] of cases) {
    it(`says ${planned} where ${name}`, () => {
      assert.deepEqual(planOf(evidence, now, 6), { planned, says });
    });
  }
});
