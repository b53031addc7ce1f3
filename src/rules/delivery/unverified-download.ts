import * as z from 'zod/mini';
import { placeInScalar } from '../../code/scalar-place.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { member } from '../../code/document-node.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { instructionsOf, type Instruction } from './dockerfile/dockerfile.ts';
import { commandsIn, invoked, type Command } from './shell/commands.ts';
import { scriptsIn, type BuildScript } from './shell/scripts.ts';

export const unverifiedDownload = defineFileRule({
  id: 'delivery/unverified-download',
  title: 'A build runs or takes in what it has just downloaded, unchecked',
  reason:
    'What a server answers today is run with the rights of the build. Whoever takes over the server, its domain or the way to it has the build, and with it everything that is built.',
  remedy:
    'Download a named version, compare its checksum with one in the repository (`sha256sum -c`, `ADD --checksum`), and run it then; or install it from a package manager.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [494, 829],
  sources: [
    {
      title: 'OpenSSF Scorecard: Pinned-Dependencies',
      url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
    },
    { title: 'Docker: ADD --checksum', url: 'https://docs.docker.com/reference/dockerfile/#add---checksum' },
  ],
  limits: 'Workflows, GitLab CI and Dockerfiles. A download that is stored first and run later is not seen.',
  examples: [
    {
      name: 'the answer of a server is run',
      base: { Dockerfile: 'FROM debian:12\nRUN apt-get update\n' },
      head: { Dockerfile: 'FROM debian:12\nRUN apt-get update\nRUN curl -fsSL https://get.acme.example | sh\n' },
      finds: [
        'Dockerfile:3 What `https://get.acme.example` answers is run by `sh` unchecked: download a named version and compare its checksum first.',
      ],
    },
    {
      name: 'the checksum is compared first',
      base: {},
      head: {
        Dockerfile:
          'FROM debian:12\nADD --checksum=sha256:aaaa https://acme.example/a-1.2.tgz /tmp/\nRUN curl -fsSLO https://acme.example/i.sh && sha256sum -c i.sha256 && sh i.sh\n',
      },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    for (const script of scriptsIn(file)) yield* runDirectly(script);
    for (const instruction of instructionsOf(file)) if (instruction.name === 'ADD') yield* added(instruction);
  },
});

const downloaders = /^(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod)$/i;
const interpreters = /^(?:(?:ba|z|da|k|a)?sh|python[\d.]*|perl|ruby|node|php|pwsh|powershell|iex|invoke-expression)$/i;

function* runDirectly(script: BuildScript): Generator<FindingDraft> {
  const commands = commandsIn(String(script.node.value));
  for (const [index, command] of commands.entries()) {
    const url = urlOf(command);
    const runner = url === undefined ? undefined : runnerOf(commands, index);
    if (url !== undefined && runner !== undefined) yield finding(script, command, url, runner);
    const quoted = url === undefined ? quotedDownload(command) : undefined;
    if (quoted) yield finding(script, command, quoted.url, quoted.runner);
  }
}

function urlOf(command: Command): string | undefined {
  const [name = '', ...rest] = invoked(command);
  const url = downloaders.test(name) ? rest.find((word) => /^https?:\/\/|\$/.test(word)) : undefined;
  return url ?? (downloaders.test(name) ? rest.at(-1) : undefined);
}

/** What the download is piped into, over commands that only change the text; or what it is an argument of: `sh <(curl …)`, `bash -c $(curl …)`. */
function runnerOf(commands: readonly Command[], index: number): string | undefined {
  let at = index;
  while (/^\|&?$/.test(commands[at]?.joint ?? '') && at < index + 5) {
    at++;
    const next = commands[at];
    const [name = '', ...rest] = next ? invoked(next) : [];
    if (interpreters.test(name) && !rest.some((word) => /^-[cem]$/.test(word) || /^[^-].*\.\w+$/.test(word))) return name;
    if (!/^(?:gunzip|zcat|sed|tr|tee|cat|base64)$/.test(name)) return undefined;
  }
  const before = commands[index - 1];
  if (!before || !/^(?:\$\(|\()$/.test(before.joint)) return undefined;
  const [name = '', ...rest] = invoked(before);
  const isInput = /^<$/.test(rest.at(-1) ?? '') || rest.includes('-c') || name === 'eval' || name === 'source';
  return (interpreters.test(name) || name === 'eval' || name === 'source') && isInput ? name : undefined;
}

/** `bash -c "$(curl …)"`. */
function quotedDownload(command: Command): { readonly url: string; readonly runner: string } | undefined {
  const [name = '', ...rest] = invoked(command);
  if (!interpreters.test(name) && name !== 'eval') return undefined;
  const inner = rest
    .map((word) => /^(?:\$\(|`)\s*(?:curl|wget)\s[^)]{0,500}?(https?:\/\/[^\s)"'`]{1,300})/.exec(word)?.[1])
    .find((url) => url !== undefined);
  return inner === undefined ? undefined : { url: inner, runner: name };
}

function finding({ node, kind, where }: BuildScript, command: Command, url: string, runner: string): FindingDraft {
  return {
    message: `What \`${url}\` answers is run by \`${runner}\` unchecked: download a named version and compare its checksum first.`,
    place: { file: node.file, range: placeInScalar(node, command.range) },
    subject: `${where} ${url}`,
    content: url,
    properties: { category: kind === 'docker' ? 'docker' : 'ci-supply-chain' },
  };
}

function* added({ arguments: given, flags }: Instruction): Generator<FindingDraft> {
  const url = String(given?.value ?? '')
    .split(/\s+/)
    .find((word) => /^https?:\/\//.test(word));
  if (!given || url === undefined || member(flags, 'checksum') || /\.git(?:#|$)/.test(url)) return;
  yield findingAt(given, {
    message: `\`${url}\` becomes a part of the image unchecked: give \`ADD\` the \`--checksum\` that it must have.`,
    subject: `add ${url}`,
    confidence: 'medium',
    category: 'docker',
  });
}
