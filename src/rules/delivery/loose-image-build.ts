import * as z from 'zod/mini';
import { placeInScalar } from '../../code/scalar-place.ts';
import type { ScalarNode } from '../../code/document-node.ts';
import type { Confidence, FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { instructionsOf, scriptOf, stagesOf } from './dockerfile/dockerfile.ts';
import { commandsIn, invoked, type Command } from './shell/commands.ts';

export const looseImageBuild = defineFileRule({
  id: 'delivery/loose-image-build',
  title: 'What an image is made of depends on the day, or gives more than it needs',
  reason:
    'What is installed without a version is another thing next month, and what was published by whoever took a package over is in the image at once. `sudo` and a door for administrators are of use to nobody but those who break in.',
  remedy:
    'Name versions (`pip install flask==3.0.3`), or install from a lock file; run commands as the user that they need; reach containers by their platform.',
  severity: 'note',
  confidence: 'medium',
  languages: 'any',
  cwe: [1357, 250],
  sources: [
    { title: 'Docker: building best practices', url: 'https://docs.docker.com/build/building/best-practices/' },
    { title: 'hadolint: rules', url: 'https://github.com/hadolint/hadolint#rules' },
  ],
  limits:
    'Packages of the system (`apt-get`, `apk` …) without a version are a matter of taste and hidden: their repositories keep only one.',
  examples: [
    {
      name: 'a package has no version',
      base: { Dockerfile: 'FROM python:3.12.4\nRUN pip install flask==3.0.3\n' },
      head: { Dockerfile: 'FROM python:3.12.4\nRUN pip install flask\n' },
      finds: ['Dockerfile:2 `pip install flask` takes what is newest on the day of the build: name a version.'],
    },
    {
      name: 'versions are named',
      base: {},
      head: { Dockerfile: 'FROM python:3.12.4\nRUN pip install flask==3.0.3 && pip install -r requirements.txt && npm i -g pnpm@9\n' },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    if (stagesOf(file).length === 0) return;
    for (const instruction of instructionsOf(file)) {
      const script = scriptOf(instruction);
      if (script) for (const command of commandsIn(String(script.value))) yield* inCommand(command, script);
      const given = instruction.arguments;
      if (instruction.name === 'EXPOSE' && given && /(?:^|\s)(?:22|23|3389)(?:\/tcp)?(?:\s|$)/.test(String(given.value)))
        yield findingAt(given, {
          message: 'The image opens a port for administrators: use `docker exec` or `kubectl exec`, which ask the platform who you are.',
          subject: `expose ${String(given.value)}`,
          category: 'docker',
        });
    }
  },
});

interface Installer {
  readonly name: RegExp;
  readonly verb: RegExp;
  /** What names a version. */
  readonly version: RegExp;
  readonly confidence?: Confidence;
}

const installers: readonly Installer[] = [
  { name: /^(?:pip|pip3|pipx|uv)$/, verb: /^install$/, version: /[=<>~!@]|\.whl$|^\.|\/|\$/ },
  { name: /^npm$/, verb: /^(?:install|i|add)$/, version: /.@[^/]{0,200}\d|\$|^[./]|\.tgz$/ },
  { name: /^(?:yarn|pnpm)$/, verb: /^(?:add|global)$/, version: /.@[^/]{0,200}\d|\$|^[./]/ },
  { name: /^gem$/, verb: /^install$/, version: /:\d|\$|\.gem$/ },
  { name: /^go$/, verb: /^install$/, version: /@v\d|@[\da-f]{7}|\$|^\./ },
  { name: /^(?:apt-get|apt)$/, verb: /^install$/, version: /=|\$|^[./]/, confidence: 'low' },
  { name: /^apk$/, verb: /^add$/, version: /[=<>~]|\$|^[./]/, confidence: 'low' },
  { name: /^(?:dnf|yum|microdnf|zypper)$/, verb: /^(?:install|in)$/, version: /-\d|\$|^[./]|^https?:/, confidence: 'low' },
];

/** Options that take the next word, or that say that the versions stand elsewhere. */
const valued =
  /^(?:-t|--target|--virtual|--repository|-X|--allow-untrusted|--prefix|--registry|-i|--index-url|--extra-index-url|--trusted-host|-d|--python)$/;
const elsewhere = /^(?:-r|--requirement|-e|--editable|-c|--constraint|-v|--version|--frozen-lockfile)(?:=|$)/;

function* inCommand(command: Command, script: ScalarNode): Generator<FindingDraft> {
  if (command.words[0]?.text === 'sudo')
    yield finding(command, script, 'uses `sudo`, which stays in the image: switch with `USER`', 'sudo');
  const words = invoked(command);
  const at = words[0] === 'python' || words[0] === 'python3' ? (words[1] === '-m' ? 2 : 0) : 0;
  const [name = '', ...rest] = words.slice(at);
  const verb = rest.find((word) => !word.startsWith('-')) ?? '';
  const installer = installers.find((each) => each.name.test(name) && each.verb.test(verb));
  if (
    /^(?:apt-get|apt|apk|dnf|yum|zypper)$/.test(name) &&
    /^(?:dist-upgrade|full-upgrade|upgrade|update)$/.test(verb) &&
    isUpgrade(name, verb)
  )
    yield finding(command, script, 'takes whatever is newest for the whole system: take a newer base image', `${name} ${verb}`, 'low');
  if (!installer || rest.some((word) => elsewhere.test(word))) return;
  const packages = rest
    .slice(rest.indexOf(verb) + 1)
    .filter((word, index, all) => !word.startsWith('-') && !valued.test(all[index - 1] ?? ''));
  const loose = packages.filter((word) => /^[@\w]/.test(word) && word !== 'add' && !installer.version.test(word));
  if (loose.length === 0) return;
  yield finding(
    command,
    script,
    'takes what is newest on the day of the build: name a version',
    `${name} ${loose.join(' ')}`,
    installer.confidence,
  );
}

function isUpgrade(name: string, verb: string): boolean {
  return verb !== 'update' || !/^(?:apt|apt-get|apk)$/.test(name);
}

function finding(command: Command, script: ScalarNode, what: string, subject: string, confidence?: Confidence): FindingDraft {
  const words = command.words.map(({ text }) => text).join(' ');
  return {
    message: `\`${words.length > 60 ? `${words.slice(0, 57)}…` : words}\` ${what}.`,
    place: { file: script.file, range: placeInScalar(script, command.range) },
    subject,
    ...(confidence && { confidence }),
    properties: { category: 'docker' },
  };
}
