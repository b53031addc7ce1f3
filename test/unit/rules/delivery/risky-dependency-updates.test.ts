import { riskyDependencyUpdates } from '../../../../src/rules/delivery/risky-dependency-updates.ts';
import { fileCases } from '../rule-cases.ts';

const updates = (...more: readonly string[]): string =>
  ['version: 2', 'updates:', '  - package-ecosystem: npm', '    directory: /', ...more.map((line) => `    ${line}`), ''].join('\n');
const week = ['cooldown:', '  default-days: 7'];

describe('delivery/risky-dependency-updates', () => {
  fileCases(riskyDependencyUpdates, '.github/dependabot.yml', [
    [
      'finds code that may run',
      '',
      updates(...week, 'insecure-external-code-execution: allow'),
      ['7 Updates of `npm` may run the code of the packages while they are prepared: leave it out.'],
    ],
    [
      'notes that nothing waits',
      '',
      updates(),
      [
        '3 Updates of `npm` come as soon as they are released: let them wait 7 days (`cooldown`), in which most bad releases are found out.',
      ],
    ],
    [
      'notes a short wait',
      '',
      updates('cooldown:', '  default-days: 2'),
      ['6 Updates of `npm` come after 2 days: let them wait 7 days (`cooldown`), in which most bad releases are found out.'],
    ],
    [
      'notes that the wait is gone',
      updates(...week),
      updates(),
      [
        '3 Updates of `npm` come as soon as they are released: let them wait 7 days (`cooldown`), in which most bad releases are found out.',
      ],
    ],
    [
      'notes several updates of one change once',
      '',
      updates() + updates().split('\n').slice(2).join('\n'),
      [
        '3 Updates of `npm` and 1 more come as soon as they are released: let them wait 7 days (`cooldown`), in which most bad releases are found out.',
      ],
    ],
    ['leaves a week alone', '', updates(...week), []],
    ['leaves code that may not run alone', '', updates(...week, 'insecure-external-code-execution: deny'), []],
    ['leaves waits by kind of update alone', '', updates('cooldown:', '  semver-major-days: 30'), []],
  ]);
  fileCases(riskyDependencyUpdates, 'docs/dependabot.yml', [['leaves other files alone', '', updates(), []]]);
});
