import assert from 'node:assert/strict';
import type { EarlierCommit, History } from '../../../../src/change/change-set.ts';
import { raisesVersionsWithChanges, writesConventionalCommits } from '../../../../src/review/versions/practice.ts';

function history(subjects: readonly string[], changes: readonly EarlierCommit[] = []): History {
  return {
    lastChanged: () => Promise.resolve(undefined),
    subjects: () => Promise.resolve(subjects),
    changesOfLine: () => Promise.resolve(changes),
  };
}

const subjects = (conventional: number, others: number): readonly string[] => [
  ...Array.from({ length: conventional }, (_, index) => `fix(core): thing ${index}`),
  ...Array.from({ length: others }, (_, index) => `Thing ${index}`),
];
const commits = (...lines: readonly string[]) => lines.map((subject) => ({ subject }));

describe('what a repository does by habit', () => {
  it('writes conventional commits where most of the earlier ones are', async () => {
    assert.deepEqual(
      await Promise.all([
        writesConventionalCommits(commits('Only one sum'), history(subjects(16, 4))),
        writesConventionalCommits(commits('feat: sum'), history(subjects(15, 5))),
        writesConventionalCommits(
          commits('feat: sum'),
          history([...subjects(10, 0), 'Merge branch x', 'Merge branch y', 'Merge branch z']),
        ),
      ]),
      [true, false, true],
    );
  });

  it('tells by the change itself where the history is short', async () => {
    assert.deepEqual(
      await Promise.all([
        writesConventionalCommits(commits('feat: sum', 'fix: it'), history(subjects(3, 0))),
        writesConventionalCommits(commits('feat: sum', 'Fix it'), undefined),
        writesConventionalCommits([], undefined),
      ]),
      [true, false, false],
    );
  });

  const change = (subject: string, ...paths: readonly string[]): EarlierCommit => ({ subject, paths: ['package.json', ...paths] });
  it('raises versions with changes where most commits that did changed code too', async () => {
    const raises = (...changes: readonly EarlierCommit[]) => raisesVersionsWithChanges('package.json', 3, history([], changes));
    const first = change('Begin', 'src/index.ts');
    assert.deepEqual(
      await Promise.all([
        raises(change('Sum', 'src/index.ts'), change('Mean', 'src/mean.ts'), first),
        raises(change('Sum', 'src/index.ts'), first),
        raises(change('v1.2.0', 'CHANGELOG.md', 'package-lock.json'), change('1.1.0', 'src/version.ts'), first),
        raises(change('Release 1.2.0', 'src/index.ts'), change('chore: bump version', 'src/index.ts'), first),
        raises(change('Sum', 'README.md'), change('Mean', 'docs/mean.md'), first),
        raises(),
      ]),
      [true, false, false, false, false, false],
    );
  });
});
