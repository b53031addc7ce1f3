import { secretInImage } from '../../../../src/rules/delivery/secret-in-image.ts';
import { fileCases } from '../rule-cases.ts';

const from = (...lines: readonly string[]): string => `FROM node:22.3\n${lines.map((line) => `${line}\n`).join('')}`;

describe('delivery/secret-in-image', () => {
  fileCases(secretInImage, 'Dockerfile', [
    [
      'finds an argument',
      from(),
      from('ARG GITHUB_TOKEN'),
      ['2 What is given as `GITHUB_TOKEN` is kept in the image, where whoever pulls it can read it: use `RUN --mount=type=secret`.'],
    ],
    [
      'finds a variable',
      from(),
      from('ENV NODE_ENV=production DB_PASSWORD=hunter2hunter2'),
      ['2 The value of `DB_PASSWORD` is kept in the image, where whoever pulls it can read it: use `RUN --mount=type=secret`.'],
    ],
    [
      'finds a variable in the old form, and one from an argument',
      from(),
      from('ENV API_KEY abcdef123', 'ENV NPM_TOKEN=$NPM_TOKEN'),
      [
        '2 The value of `API_KEY` is kept in the image, where whoever pulls it can read it: use `RUN --mount=type=secret`.',
        '3 What is given as `NPM_TOKEN` is kept in the image, where whoever pulls it can read it: use `RUN --mount=type=secret`.',
      ],
    ],
    [
      'finds files',
      from(),
      from('COPY .env ./', 'COPY ["id_rsa", "/root/.ssh/id_rsa"]', 'ADD certs/app.p12 /etc/'),
      [
        '2 `.env` becomes a layer of the image, which keeps it even if it is deleted later: mount it as a secret.',
        '3 `id_rsa` becomes a layer of the image, which keeps it even if it is deleted later: mount it as a secret.',
        '4 `certs/app.p12` becomes a layer of the image, which keeps it even if it is deleted later: mount it as a secret.',
      ],
    ],
    [
      'leaves other variables alone',
      from(),
      from('ARG NODE_VERSION=22', 'ENV TOKEN_TTL=60', 'ENV PASSWORD_FILE=/run/secrets/p', 'ENV SECRET=""'),
      [],
    ],
    ['leaves secrets that are mounted alone', from(), from('RUN --mount=type=secret,id=token cat /run/secrets/token'), []],
    ['leaves other files alone', from(), from('COPY .env.example package.json ./', 'COPY --from=build /app/.npmrc /app/', 'COPY . .'), []],
  ]);
});
