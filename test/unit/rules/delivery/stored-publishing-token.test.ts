import { storedPublishingToken } from '../../../../src/rules/delivery/stored-publishing-token.ts';
import { fileCases } from '../rule-cases.ts';
import { commit, workflow, workflowPath } from './workflow-texts.ts';

const node = (...inputs: readonly string[]): readonly string[] => [
  `uses: actions/setup-node@${commit}`,
  'with:',
  ...inputs.map((input) => `  ${input}`),
];

describe('delivery/stored-publishing-token', () => {
  fileCases(storedPublishingToken, workflowPath, [
    [
      'finds commands of npm',
      '',
      workflow({}, ['run: |', '  npm ci', '  npm publish --access public'], ['run: yarn npm publish'], ['run: pnpm publish -r']),
      [
        '10 `npm publish` publishes to npm with a stored token: trusted publishing needs none.',
        '11 `yarn npm publish` publishes to npm with a stored token: trusted publishing needs none.',
        '12 `pnpm publish` publishes to npm with a stored token: trusted publishing needs none.',
      ],
    ],
    [
      'finds a command over several lines',
      '',
      workflow({}, ['run: |', '  cargo \\', '    +nightly \\', '    publish']),
      ['9 `cargo +nightly publish` publishes to crates.io with a stored token: trusted publishing needs none.'],
    ],
    [
      'finds commands for other registries',
      '',
      workflow(
        {},
        ['run: python -m twine upload dist/*'],
        ['run: gem push a.gem'],
        ['run: dotnet nuget push a.nupkg'],
        ['run: uv publish'],
      ),
      [
        '8 `python -m twine upload` publishes to PyPI with a stored token: trusted publishing needs none.',
        '9 `gem push` publishes to RubyGems with a stored token: trusted publishing needs none.',
        '10 `dotnet nuget push` publishes to NuGet with a stored token: trusted publishing needs none.',
        '11 `uv publish` publishes to PyPI with a stored token: trusted publishing needs none.',
      ],
    ],
    [
      'finds an action that is given a password',
      '',
      workflow({}, ['uses: pypa/gh-action-pypi-publish@release/v1', 'with:', '  password: x']),
      ['8 `pypa/gh-action-pypi-publish` is set up to publish to PyPI with a stored token: trusted publishing needs none.'],
    ],
    [
      'finds a registry that always wants a token',
      '',
      workflow({}, node('registry-url: https://registry.npmjs.org/', 'always-auth: true')),
      ['8 `actions/setup-node` is set up to publish to npm with a stored token: trusted publishing needs none.'],
    ],
    ['leaves a job that may identify itself alone', '', workflow({ job: ['permissions:', '  id-token: write'] }, ['run: npm publish']), []],
    ['leaves trials alone', '', workflow({}, ['run: npm publish --dry-run && cargo publish -n']), []],
    [
      'leaves registries of one’s own alone',
      '',
      workflow({}, node('registry-url: https://npm.acme.example'), ['run: npm publish'], ['run: cargo publish --registry acme']),
      [],
    ],
    ['leaves other commands alone', '', workflow({}, ['run: npm run publish', '', ''], ['run: echo npm publish']), []],
  ]);
});
