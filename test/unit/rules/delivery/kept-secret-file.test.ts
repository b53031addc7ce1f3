import { keptSecretFile } from '../../../../src/rules/delivery/kept-secret-file.ts';
import { fileCases } from '../rule-cases.ts';

const upload = (path: string): string =>
  `on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/upload-artifact@v4\n        with:\n          name: out\n          path: ${path}\n`;

describe('delivery/kept-secret-file', () => {
  fileCases(keptSecretFile, '.gitlab-ci.yml', [
    [
      'finds the state of Terraform',
      '',
      'plan:\n  script: [terraform apply]\n  artifacts:\n    paths: [plan.json, terraform.tfstate]\n',
      ['4 `terraform.tfstate` is kept in the artifacts of `plan`, where everyone who reads the project finds its secrets: leave it out.'],
    ],
    [
      'finds a folder with keys in a cache',
      '',
      'cache:\n  paths:\n    - node_modules/\n    - .ssh/\n',
      ['4 `.ssh/` is kept in the cache of the pipeline, where the jobs of other branches find its secrets: leave it out.'],
    ],
    [
      'finds one of several caches',
      '',
      'test:\n  script: [make]\n  cache:\n    - paths: [.gradle]\n    - paths: [certs/server.pem]\n',
      ['5 `certs/server.pem` is kept in the cache of `test`, where the jobs of other branches find its secrets: leave it out.'],
    ],
    ['leaves results alone', '', 'test:\n  script: [make]\n  artifacts:\n    paths: [dist/, coverage/, environment.json]\n', []],
    ['leaves examples alone', '', 'test:\n  script: [make]\n  artifacts:\n    paths: [.env.example]\n', []],
    ['leaves caches of packages alone', '', 'cache:\n  paths: [node_modules/, .npm/, .m2/repository]\n', []],
  ]);
  fileCases(keptSecretFile, '.github/workflows/build.yml', [
    [
      'finds one line of several',
      '',
      upload('|\n            dist\n            .env.production'),
      ['9 `.env.production` is kept in the artifacts of `build`, where everyone who reads the project finds its secrets: leave it out.'],
    ],
    ['leaves what is left out alone', '', upload('|\n            dist\n            !dist/.env'), []],
  ]);
});
