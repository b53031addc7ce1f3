import * as z from 'zod/mini';
import { member, membersOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { gitlabJobs, gitlabPipeline } from './gitlab/pipeline.ts';

const path = '.gitlab-ci.yml';
const job = (variables: string): string =>
  `build:\n  image: docker:27.3\n  services:\n    - docker:27.3-dind\n  variables:\n${variables}  script:\n    - docker build .\n`;

export const insecureDockerDaemon = defineFileRule({
  id: 'delivery/insecure-docker-daemon',
  title: 'A pipeline speaks to a Docker daemon that checks nobody',
  reason:
    'Whoever reaches the daemon is root on its machine. Without TLS every container in the network of the job does, also one that was only started to be tested.',
  remedy:
    'Leave `DOCKER_TLS_CERTDIR` at a folder and use port 2376; or build images without a daemon (Buildah, Kaniko, BuildKit rootless).',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [306, 319],
  sources: [
    { title: 'GitLab: Docker-in-Docker with TLS', url: 'https://docs.gitlab.com/ci/docker/using_docker_build/#use-docker-in-docker' },
  ],
  limits: 'Variables that are set outside of the file are not seen.',
  examples: [
    {
      name: 'TLS is turned off',
      base: {},
      head: { [path]: job('    DOCKER_TLS_CERTDIR: ""\n') },
      finds: [
        `${path}:6 The Docker daemon of the job takes orders without TLS from everything in its network: set \`DOCKER_TLS_CERTDIR\` to a folder.`,
      ],
    },
    { name: 'TLS is on', base: {}, head: { [path]: job('    DOCKER_TLS_CERTDIR: /certs\n') }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    const pipeline = gitlabPipeline(file);
    yield* open(member(pipeline, 'variables'), 'pipeline');
    for (const { name, node } of gitlabJobs(file)) yield* open(member(node, 'variables'), name);
  },
});

function* open(variables: DocumentNode | undefined, where: string): Generator<FindingDraft> {
  const found = membersOf(variables).find(
    ([name, node]) =>
      (name === 'DOCKER_TLS_CERTDIR' && textOf(node) === '') ||
      (name === 'DOCKER_HOST' && /^tcp:\/\/[\w.-]+:2375\b/.test(textOf(node) ?? '')),
  );
  if (!found) return;
  yield findingAt(found[1], {
    message: 'The Docker daemon of the job takes orders without TLS from everything in its network: set `DOCKER_TLS_CERTDIR` to a folder.',
    subject: `docker daemon ${where}`,
    category: 'ci-secrets',
  });
}
