import * as z from 'zod/mini';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { instructionsOf, type Instruction } from './dockerfile/dockerfile.ts';

export const secretInImage = defineFileRule({
  id: 'delivery/secret-in-image',
  title: 'A secret becomes a part of an image',
  reason:
    'Everyone who can pull the image can read its layers, its variables and the arguments it was built with (`docker history`), also what a later layer deletes.',
  remedy:
    'Hand secrets over while building with `RUN --mount=type=secret`, and while running in the environment; name files like `.env` in `.dockerignore`.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  cwe: [538, 522, 798],
  sources: [{ title: 'Docker: build secrets', url: 'https://docs.docker.com/build/building/secrets/' }],
  limits: 'Known by the names of variables and files. An argument without a value counts too: what it is given is kept in the image.',
  examples: [
    {
      name: 'a token is an argument of the build',
      base: { Dockerfile: 'FROM node:22.3\nRUN npm ci\n' },
      head: { Dockerfile: 'FROM node:22.3\nARG NPM_TOKEN\nRUN npm ci\n' },
      finds: [
        'Dockerfile:2 What is given as `NPM_TOKEN` is kept in the image, where whoever pulls it can read it: use `RUN --mount=type=secret`.',
      ],
    },
    {
      name: 'the token is mounted',
      base: {},
      head: { Dockerfile: 'FROM node:22.3\nRUN --mount=type=secret,id=npm_token npm ci\n' },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    for (const instruction of instructionsOf(file)) {
      const what = instruction.arguments && wrongWith(instruction, String(instruction.arguments.value));
      if (instruction.arguments && what)
        yield {
          ...findingAt(instruction.arguments, { message: what.message, subject: what.subject, category: 'docker' }),
          ...(what.sensitive && { sensitive: true }),
        };
    }
  },
});

const secretName = /(?:^|_)(?:PASSWORD|PASSWD|SECRET|SECRET_KEY|TOKEN|API_?KEY|PRIVATE_KEY|ACCESS_KEY|CREDENTIALS)$/i;
const secretFile =
  /(?:^|\/)(?:\.env(?:\.(?!example|sample|template|dist)[\w.-]+)?|id_(?:rsa|ed25519|ecdsa)|\.npmrc|\.netrc|\.pypirc|\.git-credentials|[\w.-]+\.(?:p12|pfx|jks)|\.aws|\.ssh|credentials\.json)\/?$/;

interface Wrong {
  readonly message: string;
  readonly subject: string;
  readonly sensitive?: boolean;
}

function wrongWith({ name, flags }: Instruction, given: string): Wrong | undefined {
  if (name === 'ARG' || name === 'ENV') return variable(name, given);
  if ((name !== 'COPY' && name !== 'ADD') || (flags && fromOtherStage(flags))) return undefined;
  const [, ...sources] = given
    .replace(/^\[|\]$|["',]/g, ' ')
    .trim()
    .split(/\s+/)
    .reverse();
  const file = sources.find((source) => secretFile.test(source));
  if (file === undefined) return undefined;
  return {
    message: `\`${file}\` becomes a layer of the image, which keeps it even if it is deleted later: mount it as a secret.`,
    subject: `copy ${file}`,
  };
}

function fromOtherStage(flags: NonNullable<Instruction['flags']>): boolean {
  return flags.kind === 'object' && flags.members.has('from');
}

function variable(kind: 'ARG' | 'ENV', given: string): Wrong | undefined {
  for (const [, name = '', value] of given.matchAll(/(?:^|\s)(\w{1,100})(?:[= ]["']?([^\s"']{0,500}))?/g)) {
    if (!secretName.test(name)) continue;
    const isLiteral =
      value !== undefined && value !== '' && !/^\$|^<|^(?:changeme|change_me|xxx+|dummy|none|null|true|false)$/i.test(value);
    if (kind === 'ENV' && !isLiteral && !(value ?? '').startsWith('$')) continue;
    const what = isLiteral ? `The value of \`${name}\`` : `What is given as \`${name}\``;
    return {
      message: `${what} is kept in the image, where whoever pulls it can read it: use \`RUN --mount=type=secret\`.`,
      subject: `${kind} ${name}`,
      sensitive: isLiteral,
    };
  }
  return undefined;
}
