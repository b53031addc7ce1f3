import { unpinnedImage } from '../../../../src/rules/delivery/unpinned-image.ts';
import { fileCases } from '../rule-cases.ts';

describe('delivery/unpinned-image in Dockerfiles', () => {
  fileCases(unpinnedImage, 'app/Dockerfile', [
    [
      'finds an image without a tag',
      '',
      'FROM --platform=linux/amd64 node AS build\n',
      ['1 The image `node` has no tag, so that it is whatever was last published as `latest`: name a version.'],
    ],
    [
      'finds a tag that is moved',
      'FROM node:22.3\n',
      'FROM node:latest\n',
      ['1 The image `node:latest` has the tag `latest`, which is moved with every release: name a version.'],
    ],
    [
      'finds one in a registry with a port',
      '',
      'FROM registry.acme.example:5000/base\n',
      ['1 The image `registry.acme.example:5000/base` has no tag, so that it is whatever was last published as `latest`: name a version.'],
    ],
    ['leaves versions and digests alone', '', 'FROM node:22.3-alpine\nFROM debian@sha256:aaaa\nFROM scratch\n', []],
    ['leaves earlier stages alone', '', 'FROM node:22.3 AS Build\nFROM build\n', []],
    ['leaves what is computed alone', '', 'ARG BASE\nFROM ${BASE}\nFROM node:$VERSION\n', []],
  ]);
});

describe('delivery/unpinned-image in other files', () => {
  fileCases(unpinnedImage, 'docker-compose.dev.yml', [
    [
      'finds the image of a service',
      '',
      'services:\n  db:\n    image: postgres\n',
      ['3 The image `postgres` has no tag, so that it is whatever was last published as `latest`: name a version.'],
    ],
    [
      'leaves a service that is built here alone',
      '',
      'services:\n  web:\n    build: .\n    image: acme/web:latest\n  db:\n    image: postgres:16\n',
      [],
    ],
  ]);
  fileCases(unpinnedImage, '.gitlab-ci.yml', [
    [
      'finds the image of a job',
      '',
      'default:\n  image: node:latest\ntest:\n  image:\n    name: ruby\n  script: [make]\n',
      [
        '2 The image `node:latest` has the tag `latest`, which is moved with every release: name a version.',
        '5 The image `ruby` has no tag, so that it is whatever was last published as `latest`: name a version.',
      ],
    ],
    ['leaves versions alone', '', 'test:\n  image: node:22.3\n  script: [make]\n', []],
  ]);
  fileCases(unpinnedImage, 'chart/templates/web.yaml', [
    [
      'finds the image of a pod',
      '',
      'apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - image: acme/job:latest\n',
      ['9 The image `acme/job:latest` has the tag `latest`, which is moved with every release: name a version.'],
    ],
    [
      'leaves what a template fills in alone',
      '',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: "{{ .Values.image }}:{{ .Values.tag }}"\n    - image: {{ .Values.other }}\n',
      [],
    ],
  ]);
  fileCases(unpinnedImage, 'charts/web/values.yaml', [
    [
      'finds a tag in the values of a chart that is moved',
      '',
      'image:\n  repository: acme/web\n  tag: latest\n',
      ['3 The image `acme/web:latest` has the tag `latest`, which is moved with every release: name a version.'],
    ],
    ['leaves a version alone', '', 'image:\n  repository: acme/web\n  tag: "1.4.2"\n', []],
    ['leaves a tag alone that is the version of the chart', '', 'image:\n  repository: acme/web\n  tag: ""\n', []],
  ]);
});
