import { broadAppToken } from '../../../../src/rules/delivery/broad-app-token.ts';
import { fileCases } from '../rule-cases.ts';

const token = (...inputs: readonly string[]): string =>
  `on: push\njobs:\n  bump:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/create-github-app-token@v2\n        with:\n${inputs.map((line) => `          ${line}\n`).join('')}`;
const app = 'app-id: 42';
const right = 'permission-contents: read';

describe('delivery/broad-app-token', () => {
  fileCases(broadAppToken, '.github/workflows/bump.yml', [
    [
      'finds a token that stays',
      '',
      token(app, right, 'skip-token-revoke: true'),
      ['10 The token stays valid after the job: let it be revoked.'],
    ],
    [
      'finds a token for all repositories where one was named',
      token(app, right, 'owner: acme', 'repositories: orders'),
      token(app, right, 'owner: acme'),
      ['10 The token is good for every repository of `acme` that the app is installed in: name the `repositories`.'],
    ],
    [
      'finds a token with all rights',
      '',
      token(app),
      ['6 The token has every right that the app was given: name each `permission-…` that the job needs.'],
    ],
    ['leaves a token of this repository alone', '', token(app, right), []],
    ['leaves named repositories alone', '', token(app, right, 'owner: acme', 'repositories: orders,bills'), []],
    ['leaves a token that is revoked alone', '', token(app, right, 'skip-token-revoke: false'), []],
    ['leaves other actions alone', '', token(app).replace('create-github-app-token', 'checkout'), []],
  ]);
});
