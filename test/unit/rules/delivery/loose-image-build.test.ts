import { looseImageBuild } from '../../../../src/rules/delivery/loose-image-build.ts';
import { fileCases } from '../rule-cases.ts';

const image = (...lines: readonly string[]): string => ['FROM debian:12.5', ...lines, ''].join('\n');

describe('delivery/loose-image-build', () => {
  fileCases(looseImageBuild, 'Dockerfile', [
    [
      'finds packages without a version',
      image('RUN npm install -g typescript@5.5.4'),
      image('RUN npm install -g typescript', 'RUN python3 -m pip install --no-cache-dir flask==3.0.3 requests'),
      [
        '2 `npm install -g typescript` takes what is newest on the day of the build: name a version.',
        '3 `python3 -m pip install --no-cache-dir flask==3.0.3 requests` takes what is newest on the day of the build: name a version.',
      ],
    ],
    [
      'finds sudo and doors for administrators',
      '',
      image('RUN sudo chmod 700 /opt/app', 'EXPOSE 8080 22'),
      [
        '2 `sudo chmod 700 /opt/app` uses `sudo`, which stays in the image: switch with `USER`.',
        '3 The image opens a port for administrators: use `docker exec` or `kubectl exec`, which ask the platform who you are.',
      ],
    ],
    [
      'finds packages of the system, and upgrades of all of it',
      '',
      image('RUN apt-get update && apt-get -y dist-upgrade && apt-get install -y curl'),
      [
        '2 `apt-get -y dist-upgrade` takes whatever is newest for the whole system: take a newer base image.',
        '2 `apt-get install -y curl` takes what is newest on the day of the build: name a version.',
      ],
    ],
    ['leaves versions alone', '', image('RUN pip install "flask>=3,<4" && gem install rake:13.2.1 && go install a.example/b@v1.2.3'), []],
    [
      'leaves lock files and lists alone',
      '',
      image('RUN npm ci && npm install && pip install -r requirements.txt && pip install -e .'),
      [],
    ],
    [
      'leaves what is computed and copied alone',
      '',
      image('RUN npm i -g "pnpm@${PNPM}" && pip install /tmp/app.whl && apk add "curl=$V"', 'EXPOSE 8080/tcp 2222'),
      [],
    ],
  ]);
});
