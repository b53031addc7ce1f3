import * as z from 'zod/mini';
import type { SourceFile } from '../../code/code-change.ts';
import { member, membersOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { looseImage } from '../container-image.ts';
import { chartValues, containersIn } from '../container-places.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { stagesOf } from './dockerfile/dockerfile.ts';
import { gitlabJobs, gitlabPipeline } from './gitlab/pipeline.ts';

export const unpinnedImage = defineFileRule({
  id: 'delivery/unpinned-image',
  title: 'A container is built on, or started from, an image that can change under it',
  reason:
    'An image without a version is another one next month: what was tested is not what runs, an earlier state cannot be built again, and what someone puts into the image runs at once.',
  remedy: 'Name a version, or better the digest as well (`node:22.3@sha256:…`), and have a bot raise it.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [1357, 829],
  sources: [
    {
      title: 'Docker: building best practices, pin base image versions',
      url: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    },
  ],
  limits:
    'Dockerfiles, Compose, Kubernetes and GitLab CI; workflows of GitHub are left to `delivery/unpinned-action`. A name that is computed is not looked at.',
  examples: [
    {
      name: 'the base image has no version',
      base: { Dockerfile: 'FROM node:22.3\nCOPY . .\n' },
      head: { Dockerfile: 'FROM node\nCOPY . .\n' },
      finds: ['Dockerfile:1 The image `node` has no tag, so that it is whatever was last published as `latest`: name a version.'],
    },
    {
      name: 'images have a version, or are built here',
      base: {},
      head: {
        Dockerfile: 'FROM node:22.3 AS build\nRUN npm ci\nFROM build\n',
        'compose.yml': 'services:\n  web:\n    build: .\n    image: acme/web\n  db:\n    image: postgres:16\n',
      },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    for (const { image, node } of imagesIn(file)) {
      const how = looseImage(image);
      if (how !== undefined) yield finding(image, how, node);
    }
  },
});

interface NamedImage {
  readonly image: string;
  readonly node: DocumentNode;
}

function imagesIn(file: SourceFile): readonly NamedImage[] {
  const stages = stagesOf(file);
  const aliases = new Set(stages.map(({ alias }) => alias?.toLowerCase()));
  const bases = stages
    .filter(({ image }) => !aliases.has(image.toLowerCase()))
    .map(({ image, from }) => ({ image, node: from.arguments ?? from.node }));
  // A service that is built here only gives its image a name.
  const started = containersIn(file).flatMap(({ node }) => (member(node, 'build') ? [] : named(member(node, 'image'))));
  const jobs = [gitlabPipeline(file), ...gitlabJobs(file).map(({ node }) => node)].flatMap((node) => [
    ...named(member(node, 'image')),
    ...membersOf(member(node, 'image')).flatMap(([key, value]) => (key === 'name' ? named(value) : [])),
  ]);
  return [...bases, ...started, ...jobs, ...ofChart(file)];
}

/** `image: { repository: acme/web, tag: latest }`; without a tag it is usually the version of the chart. */
function ofChart(file: SourceFile): readonly NamedImage[] {
  const image = member(chartValues(file), 'image');
  const [repository, tag] = [textOf(member(image, 'repository')), member(image, 'tag')];
  const version = textOf(tag);
  return tag && repository !== undefined && version !== undefined && version !== ''
    ? [{ image: `${repository}:${version}`, node: tag }]
    : [];
}

function named(node: DocumentNode | undefined): NamedImage[] {
  const image = textOf(node);
  return node && image !== undefined ? [{ image, node }] : [];
}

function finding(image: string, how: string, node: DocumentNode): FindingDraft {
  return findingAt(node, {
    message: `The image \`${image}\` ${how}: name a version.`,
    subject: `image ${image}`,
    category: node.file.document?.format === 'dockerfile' ? 'docker' : 'kubernetes',
  });
}
