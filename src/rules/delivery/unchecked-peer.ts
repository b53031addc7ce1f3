import * as z from 'zod/mini';
import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import { member, membersOf, nodesOf, scalarOf, shownRange, type DocumentNode } from '../../code/document-node.ts';
import { placeInScalar } from '../../code/scalar-place.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineFileRule } from '../rule.ts';
import { isPackage } from './dependencies/manifest.ts';
import { instructionsOf } from './dockerfile/dockerfile.ts';
import { isUncheckedBy, namesVariable, uncheckedBy } from './peers/unchecked-commands.ts';
import { commandsIn } from './shell/commands.ts';
import { scriptsIn } from './shell/scripts.ts';

const script = (options: string): string => `#!/bin/sh\nset -e\ncurl ${options} https://deploy.acme.example/hook\n`;

export const uncheckedPeer = defineFileRule({
  id: 'delivery/unchecked-peer',
  title: 'A script or an environment does not check whom it talks to',
  reason:
    'Who is on the way to a server whose certificate nobody looks at reads what is sent, passwords and tokens too, and chooses what is answered. Set for an environment it holds for every connection of the program.',
  remedy:
    'Have the certificate checked. Give a server of your own a certificate that can be checked: `--cacert`, `NODE_EXTRA_CA_CERTS`, `http.sslCAInfo`, a known host key.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  cwe: [295],
  yieldsTo: ['security/disabled-tls-verification', 'delivery/cleartext-repository'],
  sources: [
    { title: 'Node.js: NODE_TLS_REJECT_UNAUTHORIZED', url: 'https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue' },
    { title: 'curl: SSL CA certificates', url: 'https://curl.se/docs/sslcerts.html' },
  ],
  limits:
    'Workflows, GitLab CI, Dockerfiles, shell scripts, Makefiles and scripts of package.json, and variables in Compose, Kubernetes and `.env` files. What talks to its own machine is left out.',
  examples: [
    {
      name: 'the certificate is not looked at',
      base: { 'deploy.sh': script('-fsS') },
      head: { 'deploy.sh': script('-fsSk') },
      finds: ['deploy.sh:3 `curl -fsSk` does not check who the server is: anybody on the way can answer in its place.'],
    },
    { name: 'a certificate of one’s own is checked', base: {}, head: { 'deploy.sh': script('-fsS --cacert ca.pem') }, finds: [] },
    {
      name: 'nothing that the program does is checked',
      base: { Dockerfile: 'FROM node:22.1.0\n' },
      head: { Dockerfile: 'FROM node:22.1.0\nENV NODE_TLS_REJECT_UNAUTHORIZED=0\n' },
      finds: [
        'Dockerfile:2 `NODE_TLS_REJECT_UNAUTHORIZED=0` turns off the check of every server that the program talks to: anybody on the way can answer in its place.',
      ],
    },
  ],
  options: z.object({}),
  *check(file) {
    if (file.role === 'documentation' || file.role === 'vendored' || file.role === 'test') return;
    yield* commands(file);
    if (namesVariable.test(file.text)) yield* variables(file);
  },
});

interface Script {
  readonly text: string;
  readonly where: string;
  readonly placed: (range: TextRange) => TextRange;
}

function scriptsOf(file: SourceFile): readonly Script[] {
  if (/\.(?:sh|bash|zsh|ksh)$|(?:^|\/)(?:Makefile|[\w-]{1,40}\.mk)$/.test(file.path))
    return [{ text: file.text.slice(0, 200_000), where: '', placed: (range) => range }];
  const scripts = isPackage(file.path)
    ? membersOf(member(file.document?.roots[0], 'scripts')).flatMap(([where, node]) => (node.kind === 'scalar' ? [{ where, node }] : []))
    : scriptsIn(file);
  return scripts.map(({ node, where }) => ({ text: String(node.value), where, placed: (range) => placeInScalar(node, range) }));
}

function* commands(file: SourceFile): Generator<FindingDraft> {
  for (const { text, where, placed } of scriptsOf(file))
    for (const command of commandsIn(text)) {
      const found = uncheckedBy(command);
      const variable = command.words.map((each) => each.text).find((word) => isSetting(word));
      const name = command.words.find((each) => !/^(?:sudo|env|\w+=.*)$/.test(each.text))?.text ?? '';
      if (found) yield finding(file, placed(command.range), `${name} ${found.word}`, `does not check ${found.what}`, where);
      else if (variable !== undefined) yield finding(file, placed(command.range), variable, everyServer, where);
    }
}

const everyServer = 'turns off the check of every server that the program talks to';

function isSetting(word: string): boolean {
  const at = word.indexOf('=');
  return at > 0 && isUncheckedBy(word.slice(0, at), word.slice(at + 1).replace(/^["']|["']$/g, ''));
}

/** Variables of the environment, as files set them. */
function* variables(file: SourceFile): Generator<FindingDraft> {
  for (const instruction of instructionsOf(file)) {
    const text = String(instruction.arguments?.value ?? '');
    const set = /^(?:ENV|ARG)$/.test(instruction.name) ? settingIn(text) : undefined;
    if (set !== undefined && instruction.arguments) yield finding(file, instruction.arguments.range, set, everyServer, '');
  }
  if (/\.(?:ya?ml|json)$/.test(file.path) && !isPackage(file.path))
    for (const root of file.document?.roots ?? []) for (const node of nodesOf(root)) yield* inNode(file, node);
  else if (/(?:^|\/)\.env(?:\.[\w-]{1,40})?$/.test(file.path)) yield* inLines(file);
}

/** `A=b`, and as Docker knew it first: `A b`. */
function settingIn(text: string): string | undefined {
  const words = text.split(/\s+/);
  return words.find(isSetting) ?? (isUncheckedBy(words[0] ?? '', words[1] ?? '') ? `${words[0] ?? ''}=${words[1] ?? ''}` : undefined);
}

function* inNode(file: SourceFile, node: DocumentNode): Generator<FindingDraft> {
  const [name, value] = [scalarOf(member(node, 'name')), member(node, 'value')];
  if (typeof name === 'string' && value && isUncheckedBy(name, String(scalarOf(value))))
    yield finding(file, shownRange(value), `${name}=${String(scalarOf(value))}`, everyServer, '');
  for (const [key, child] of membersOf(node))
    if (isUncheckedBy(key, String(scalarOf(child))))
      yield finding(file, shownRange(child), `${key}=${String(scalarOf(child))}`, everyServer, '');
  if (node.kind === 'array')
    for (const each of node.items)
      if (each.kind === 'scalar' && isSetting(String(each.value))) yield finding(file, each.range, String(each.value), everyServer, '');
}

function* inLines(file: SourceFile): Generator<FindingDraft> {
  for (const match of file.text.matchAll(/^(?:export )?(\w{1,60}=[^\n#]{1,40})/gm)) {
    const word = (match[1] ?? '').trim();
    if (isSetting(word)) yield finding(file, { start: match.index, end: match.index + match[0].length }, word, everyServer, '');
  }
}

function finding(file: SourceFile, range: TextRange, what: string, does: string, where: string): FindingDraft {
  return {
    message: `\`${what}\` ${does}: anybody on the way can answer in its place.`,
    place: { file, range },
    subject: `${where} ${what}`,
    properties: { category: 'cert-validation' },
  };
}
