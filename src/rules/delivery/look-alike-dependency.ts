import * as z from 'zod/mini';
import type { CodeChange } from '../../code/code-change.ts';
import { shownRange } from '../../code/document-node.ts';
import { looksLike } from '../look-alike.ts';
import { groupsOfArtifact, popularGradlePlugins } from './dependencies/popular-coordinates.ts';
import { defineChangeRule } from '../rule.ts';
import { dependenciesOf } from './dependencies/manifest.ts';
import { distinctPackages, popularPackages } from './dependencies/popular-packages.ts';

const manifest = (...names: readonly string[]): string =>
  `${JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '^1.0.0'])) }, null, 2)}\n`;

export const lookAlikeDependency = defineChangeRule({
  id: 'delivery/look-alike-dependency',
  title: 'An added dependency has nearly the name of a well-known one',
  reason:
    'Packages with names one letter away from well-known ones are published to catch typing errors and wrong guesses; they run their code when they are installed.',
  remedy: 'Look the name up in the registry, and correct it.',
  severity: 'error',
  confidence: 'medium',
  languages: 'any',
  cwe: [1357, 506],
  needs: [],
  sources: [
    {
      title: 'OWASP: dependency chain abuse',
      url: 'https://owasp.org/www-project-top-10-ci-cd-security-risks/CICD-SEC-03-Dependency-Chain-Abuse',
    },
  ],
  limits:
    'Compared with lists of packages of npm, artifacts of Maven and plugins of Gradle that many use. Whether the package exists, and whose it is, takes the network and is not asked.',
  examples: [
    {
      name: 'a name is misspelt',
      base: { 'package.json': manifest('react') },
      head: { 'package.json': manifest('react', 'expresss') },
      finds: ['package.json:4 `expresss` is nearly `express`, which many use: make sure that it is the package you mean.'],
    },
    {
      name: 'well-known packages are added',
      base: { 'package.json': manifest('react') },
      head: { 'package.json': manifest('react', 'express', 'preact') },
      finds: [],
    },
  ],
  options: z.object({ allow: z._default(z.array(z.string()).check(z.describe('Names that are meant as they are.')), []) }),
  *check(change: CodeChange, { allow }) {
    const before = new Set(change.files.flatMap(({ base }) => dependenciesOf(base)).map(({ name }) => name));
    for (const { head } of change.files) {
      for (const { ecosystem, name, node } of dependenciesOf(head)) {
        if (before.has(name) || allow.includes(name)) continue;
        const known = ecosystem === 'npm' ? lookedLike(name) : likeCoordinate(name);
        if (known === undefined) continue;
        yield {
          message: `\`${name}\` is nearly \`${known}\`, which many use: make sure that it is the package you mean.`,
          place: { file: node.file, range: shownRange(node) },
          subject: name,
          properties: { category: 'supply-chain' },
        };
      }
    }
  },
});

/** `org.fasterxml.jackson.core:jackson-databind`: a known artifact of a group that is nearly its own; a plugin of Gradle with nearly a known name. */
function likeCoordinate(name: string): string | undefined {
  const [group = '', artifact] = name.split(':');
  if (artifact === undefined)
    return popularGradlePlugins.has(name)
      ? undefined
      : [...popularGradlePlugins].find((known) => looksLike(name, known) || otherTop(name, known));
  const known = groupsOfArtifact.get(artifact) ?? [];
  if (known.includes(group)) return undefined;
  const like = known.find((each) => looksLike(group, each) || otherTop(group, each));
  return like === undefined ? undefined : `${like}:${artifact}`;
}

/** The same but for the first word: `org.…` in place of `com.…`. */
function otherTop(name: string, known: string): boolean {
  const [top = '', ...rest] = name.split('.');
  const [knownTop = '', ...knownRest] = known.split('.');
  return rest.length >= 1 && top !== knownTop && /^(?:com|org|io|net|dev|co)$/.test(top) && rest.join('.') === knownRest.join('.');
}

function lookedLike(name: string): string | undefined {
  if (popularPackages.has(name) || distinctPackages.has(name) || name.startsWith('@')) return undefined;
  const bare = name.replace(/[-_.]/g, '');
  return [...popularPackages].find((known) => looksLike(name, known) || (bare === known.replace(/[-_.]/g, '') && bare.length >= 6));
}
