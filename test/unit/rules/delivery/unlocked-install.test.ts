import { unlockedInstall } from '../../../../src/rules/delivery/unlocked-install.ts';
import { fileCases } from '../rule-cases.ts';
import { commit, expression, workflow, workflowPath } from './workflow-texts.ts';

const trivy = `uses: aquasecurity/setup-trivy@${commit}`;

describe('delivery/unlocked-install', () => {
  fileCases(unlockedInstall, workflowPath, [
    [
      'finds packages of npm',
      '',
      workflow({}, ['run: |', '  npm ci', '  sudo npm i -g @acme/tool@1.2.3 typescript && tsc']),
      [
        '10 `npm i @acme/tool@1.2.3 typescript` takes what is newest, with all that it depends on: add it to the manifest, where a lock file fixes it.',
      ],
    ],
    [
      'finds packages of others',
      '',
      workflow({}, ['run: gem install rake -v 13.0.6'], ['run: yarn add left-pad'], ['run: pnpm add -g pnpm-tool']),
      [
        '8 `gem install rake` takes what is newest, with all that it depends on: add it to the manifest, where a lock file fixes it.',
        '9 `yarn add left-pad` takes what is newest, with all that it depends on: add it to the manifest, where a lock file fixes it.',
        '10 `pnpm add pnpm-tool` takes what is newest, with all that it depends on: add it to the manifest, where a lock file fixes it.',
      ],
    ],
    [
      'finds a tool whose newest version is installed',
      '',
      workflow({}, [trivy], [trivy, 'with:', '  version: latest'], [trivy, 'with:', `  version: ${expression('inputs.version')}`]),
      [
        '8 `aquasecurity/setup-trivy` installs the newest version of its tool: fix it with `version`.',
        '11 `aquasecurity/setup-trivy` installs the newest version of its tool: fix it with `version`.',
        '14 `aquasecurity/setup-trivy` installs whatever `${{ inputs.version }}` says: fix it with `version`.',
      ],
    ],
    ['finds nothing new where only the version is raised', workflow({}, ['run: npm i -g a@1']), workflow({}, ['run: npm i -g a@2']), []],
    [
      'leaves what the lock file says alone',
      '',
      workflow({}, ['run: npm ci'], ['run: npm install --no-fund'], ['run: bundle install'], ['run: gem install --help']),
      [],
    ],
    [
      'leaves what lies in the repository alone',
      '',
      workflow({}, ['run: npm install ./packages/a build/a.tgz --prefix site'], ['run: gem install ./a.gem'], ['run: npm i > log 2>&1']),
      [],
    ],
    [
      'finds a package with a version',
      '',
      workflow({}, ['run: npm i -g @acme/tool@1.2.3']),
      ['8 `npm i @acme/tool@1.2.3` fixes no version of what these depend on: add it to the manifest, where a lock file fixes it.'],
    ],
    ['leaves a version of the package manager alone', '', workflow({}, ['run: npm install -g npm@11.6.2']), []],
    ['leaves a tool with a version alone', '', workflow({}, [trivy, 'with:', '  version: v0.60.0'], [`uses: acme/setup@${commit}`]), []],
    ['leaves what is only said alone', '', workflow({}, ['run: "echo \'npm install a\' # npm install b"']), []],
  ]);
});
