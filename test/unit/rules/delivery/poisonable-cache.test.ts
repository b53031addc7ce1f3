import { poisonableCache } from '../../../../src/rules/delivery/poisonable-cache.ts';
import { fileCases } from '../rule-cases.ts';
import { commit, expression, workflow, workflowPath } from './workflow-texts.ts';

const tags = '{ push: { tags: ["v*"] } }';
const using = (name: string, ...inputs: readonly string[]): readonly string[] => [
  `uses: ${name}`,
  ...(inputs.length > 0 ? ['with:', ...inputs.map((input) => `  ${input}`)] : []),
];
const go = `actions/setup-go@${commit} # v6.1.0`;

describe('delivery/poisonable-cache', () => {
  fileCases(poisonableCache, workflowPath, [
    [
      'finds a cache in a release',
      '',
      workflow({ on: 'release' }, using('actions/cache@v4', 'path: x', 'key: y')),
      ['8 `actions/cache` restores a cache in a job that runs for releases: what another run left there is built into the release.'],
    ],
    [
      'finds one that is on by itself, for tags',
      '',
      workflow({ on: tags }, using(go)),
      ['8 `actions/setup-go` restores a cache in a job that runs for tags: what another run left there is built into the release.'],
    ],
    [
      'finds one that is turned on',
      '',
      workflow({ on: tags }, using('actions/setup-python@v5', 'cache: pip')),
      ['8 `actions/setup-python` restores a cache in a job that runs for tags: what another run left there is built into the release.'],
    ],
    [
      'finds one in a job that publishes',
      '',
      workflow({}, using(go), using('softprops/action-gh-release@v2')),
      [
        '8 `actions/setup-go` restores a cache in a job that publishes with `softprops/action-gh-release`: what another run left there is built into the release.',
      ],
    ],
    [
      'finds one that is computed',
      '',
      workflow({ on: 'release' }, using('astral-sh/setup-uv@v6', `enable-cache: ${expression("matrix.os == 'x'")}`)),
      ['8 `astral-sh/setup-uv` restores a cache in a job that runs for releases: what another run left there is built into the release.'],
    ],
    [
      'notes one on release branches',
      '',
      workflow({ on: '{ push: { branches: [release/*] } }' }, using(go)),
      [
        '8 `actions/setup-go` restores a cache in a job that runs for release branches: what another run left there is built into the release.',
      ],
    ],
    [
      'leaves a cache that is off alone',
      '',
      workflow(
        { on: tags },
        using(go, 'cache: false'),
        using('gradle/actions/setup-gradle@v4', 'cache-disabled: true'),
        using('actions/setup-node@v5', "cache: ''", 'package-manager-cache: false'),
      ),
      [],
    ],
    [
      'leaves a cache that is off for tags alone',
      '',
      workflow({ on: tags }, using('PyO3/maturin-action@v1', `sccache: ${expression("!startsWith(github.ref, 'refs/tags/')")}`)),
      [],
    ],
    [
      'leaves versions alone that have it off',
      '',
      workflow({ on: 'release' }, using('astral-sh/setup-uv@v10.0.0'), using('actions/setup-node@v4'), using('actions/setup-go@v3')),
      [],
    ],
    ['leaves a workflow that does not release alone', '', workflow({ on: '[push, pull_request]' }, using(go)), []],
  ]);
});
