import { unverifiedDownload } from '../../../../src/rules/delivery/unverified-download.ts';
import { fileCases } from '../rule-cases.ts';
import { workflow, workflowPath } from './workflow-texts.ts';

describe('delivery/unverified-download', () => {
  fileCases(unverifiedDownload, workflowPath, [
    [
      'finds a download that a shell runs',
      '',
      workflow({}, ['run: |', '  set -e', '  curl -fsSL https://get.acme.example/i.sh | sudo -E bash -s -- -y']),
      [
        '10 What `https://get.acme.example/i.sh` answers is run by `bash` unchecked: download a named version and compare its checksum first.',
      ],
    ],
    [
      'finds it over a command that unpacks',
      '',
      workflow({}, ['run: wget -qO- https://acme.example/i.gz | gunzip | sh']),
      ['8 What `https://acme.example/i.gz` answers is run by `sh` unchecked: download a named version and compare its checksum first.'],
    ],
    [
      'finds it in an argument',
      '',
      workflow(
        {},
        ['run: /bin/bash -c "$(curl -fsSL https://acme.example/install.sh)"'],
        ['run: bash <(curl -s https://acme.example/u.sh)'],
      ),
      [
        '8 What `https://acme.example/install.sh` answers is run by `bash` unchecked: download a named version and compare its checksum first.',
        '9 What `https://acme.example/u.sh` answers is run by `bash` unchecked: download a named version and compare its checksum first.',
      ],
    ],
    [
      'finds PowerShell',
      '',
      workflow({}, ['run: irm https://acme.example/i.ps1 | iex']),
      ['8 What `https://acme.example/i.ps1` answers is run by `iex` unchecked: download a named version and compare its checksum first.'],
    ],
    [
      'leaves a download that is stored alone',
      '',
      workflow({}, ['run: curl -fsSLO https://acme.example/a.tgz && sha256sum -c a.sum && sh a.sh']),
      [],
    ],
    [
      'leaves a download that is only read alone',
      '',
      workflow(
        {},
        ['run: curl -s https://api.acme.example | jq .x | grep y'],
        ['run: V=$(curl -s https://acme.example/v)'],
        ['run: curl -s https://a.example | python -c "import sys"'],
      ),
      [],
    ],
    ['leaves what is only said alone', '', workflow({}, ['run: "echo \'curl https://acme.example | sh\'"']), []],
  ]);
  fileCases(unverifiedDownload, 'Dockerfile', [
    [
      'finds it in a Dockerfile',
      'FROM a:1\n',
      'FROM a:1\nRUN apt-get update \\\n  && curl -sL https://deb.acme.example/setup | bash -\n',
      [
        '3 What `https://deb.acme.example/setup` answers is run by `bash` unchecked: download a named version and compare its checksum first.',
      ],
    ],
    [
      'finds a file that is added',
      'FROM a:1\n',
      'FROM a:1\nADD https://acme.example/a.tgz /opt/\n',
      ['2 `https://acme.example/a.tgz` becomes a part of the image unchecked: give `ADD` the `--checksum` that it must have.'],
    ],
    [
      'leaves files with a checksum, and the repository’s own, alone',
      'FROM a:1\n',
      'FROM a:1\nADD --checksum=sha256:aa https://acme.example/a.tgz /opt/\nADD a.tgz /opt/\nRUN ["curl", "https://a.example"]\n',
      [],
    ],
  ]);
  fileCases(unverifiedDownload, '.gitlab-ci.yml', [
    [
      'finds it in GitLab',
      '',
      'test:\n  before_script:\n    - apk add curl\n    - curl https://acme.example/i.sh | sh\n  script: make\n',
      ['4 What `https://acme.example/i.sh` answers is run by `sh` unchecked: download a named version and compare its checksum first.'],
    ],
    ['leaves other commands alone', '', 'test:\n  script:\n    - make | sh\n', []],
  ]);
});
