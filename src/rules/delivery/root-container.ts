import * as z from 'zod/mini';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { stagesOf, type Stage } from './dockerfile/dockerfile.ts';

export const rootContainer = defineFileRule({
  id: 'delivery/root-container',
  title: 'An image runs its program as root',
  reason:
    'Who breaks into the program is root in the container, and one hole in the kernel or one mounted folder away from root on the machine.',
  remedy: 'Create a user and switch to it with `USER` before the program is started, or build on an image that has one.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [250],
  sources: [
    {
      title: 'OWASP Docker Security Cheat Sheet, rule 2',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html#rule-2-set-a-user',
    },
  ],
  limits:
    'Of images that start no program, such as those that others build on, only a last `USER root` is told. Without any `USER` it is a note: the base image may have one.',
  examples: [
    {
      name: 'the image switches back to root',
      base: { Dockerfile: 'FROM node:22.3\nUSER node\nCMD ["node", "a.js"]\n' },
      head: { Dockerfile: 'FROM node:22.3\nUSER node\nRUN npm ci\nUSER root\nCMD ["node", "a.js"]\n' },
      finds: ['Dockerfile:4 The program of the image runs as root: switch to another user before it is started.'],
    },
    {
      name: 'an image for others to build on does not switch back',
      base: {},
      head: { Dockerfile: 'FROM jenkins/inbound-agent:3261\nUSER root\nRUN apt-get update && apt-get install -y maven\n' },
      finds: ['Dockerfile:2 The image ends as root, and so does whatever is started in it: switch to another user at the end.'],
    },
    {
      name: 'the image has a user',
      base: {},
      head: { Dockerfile: 'FROM node:22.3\nUSER root\nRUN npm ci\nUSER node\nCMD ["node", "a.js"]\n' },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    const stages = stagesOf(file);
    const last = stages.at(-1);
    const chain = last ? chainOf(last, stages) : [];
    const starts = chain.some(({ instructions }) => instructions.some(({ name }) => name === 'CMD' || name === 'ENTRYPOINT'));
    const user = chain.flatMap(({ instructions }) => instructions.filter(({ name }) => name === 'USER').toReversed())[0];
    const name = String(user?.arguments?.value ?? '').split(':')[0];
    const at = user?.arguments ?? last?.from.arguments;
    if (!at || (user && name !== 'root' && name !== '0') || (!user && (!starts || isRootless(chain.at(-1)?.image ?? '')))) return;
    yield findingAt(at, {
      message: user
        ? starts
          ? 'The program of the image runs as root: switch to another user before it is started.'
          : 'The image ends as root, and so does whatever is started in it: switch to another user at the end.'
        : 'The image never switches to a user, so that its program runs as root unless the base image has another: add `USER`.',
      subject: user ? 'USER root' : 'no USER',
      ...(!user && { severity: 'note' as const, confidence: 'medium' as const }),
      category: 'docker',
    });
  },
});

/** A stage, and those that it is built on, the last first. */
function chainOf(stage: Stage, stages: readonly Stage[]): readonly Stage[] {
  const chain = [stage];
  for (let at = stage; chain.length <= stages.length;) {
    const below = stages.find(({ alias }) => alias?.toLowerCase() === at.image.toLowerCase());
    if (!below || chain.includes(below)) break;
    chain.push(below);
    at = below;
  }
  return chain;
}

function isRootless(image: string): boolean {
  return /nonroot|rootless|unprivileged|chainguard|bitnami|\/ubi\d|\$/.test(image);
}
