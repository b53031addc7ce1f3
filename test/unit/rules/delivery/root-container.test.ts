import { rootContainer } from '../../../../src/rules/delivery/root-container.ts';
import { fileCases } from '../rule-cases.ts';

const start = 'CMD ["node", "a.js"]\n';

describe('delivery/root-container', () => {
  fileCases(rootContainer, 'Dockerfile', [
    [
      'finds root',
      `FROM node:22\nUSER node\n${start}`,
      `FROM node:22\nUSER root\n${start}`,
      ['2 The program of the image runs as root: switch to another user before it is started.'],
    ],
    [
      'finds root by its number, with a group',
      '',
      `FROM node:22\nUSER 0:0\nENTRYPOINT ["a"]\n`,
      ['2 The program of the image runs as root: switch to another user before it is started.'],
    ],
    [
      'notes that there is no user',
      '',
      `FROM node:22 AS build\nUSER node\nFROM node:22-slim\nCOPY --from=build /a /a\n${start}`,
      ['3 The image never switches to a user, so that its program runs as root unless the base image has another: add `USER`.'],
    ],
    [
      'finds root of the stage that it is built on',
      '',
      `FROM node:22 AS base\nUSER root\nFROM base\n${start}`,
      ['2 The program of the image runs as root: switch to another user before it is started.'],
    ],
    [
      'finds an image for others to build on that ends as root',
      '',
      'FROM jenkins/agent:3261\nUSER root\nRUN apt-get install -y maven\n',
      ['2 The image ends as root, and so does whatever is started in it: switch to another user at the end.'],
    ],
    ['leaves one alone that switches back', '', 'FROM jenkins/agent:3261\nUSER root\nRUN apt-get install -y maven\nUSER jenkins\n', []],
    ['leaves another user alone', '', `FROM node:22\nUSER root\nRUN apt-get update\nUSER 1000:1000\n${start}`, []],
    ['leaves the user of the stage that it is built on alone', '', `FROM node:22 AS base\nUSER node\nFROM base AS app\n${start}`, []],
    ['leaves images alone that have a user', '', `FROM gcr.io/distroless/nodejs22:nonroot\n${start}`, []],
    ['leaves images alone that start nothing', '', 'FROM node:22\nRUN npm ci\n', []],
  ]);
});
