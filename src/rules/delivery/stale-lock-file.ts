import * as z from 'zod/mini';
import type { ChangedFile, CodeChange } from '../../code/code-change.ts';
import { member, membersOf, scalarOf, shownRange } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { isPackage } from './dependencies/manifest.ts';

const manifest = (version: string): string => `{\n  "dependencies": {\n    "express": "${version}"\n  }\n}\n`;
const lock = (version: string): string =>
  `{\n  "lockfileVersion": 3,\n  "packages": {\n    "": {\n      "dependencies": { "express": "${version}" }\n    }\n  }\n}\n`;

export const staleLockFile = defineChangeRule({
  id: 'delivery/stale-lock-file',
  title: 'The lock file says something else than package.json',
  reason: '`npm ci` fails where the two differ, and `npm install` takes what is newest instead of what was tested.',
  remedy: 'Run `npm install` and commit the lock file with package.json.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  needs: [],
  sources: [{ title: 'npm: npm ci', url: 'https://docs.npmjs.com/cli/commands/npm-ci' }],
  limits:
    'npm, and only where the change touches the lock file beside the package.json: whether there is one that was forgotten is not known from the change.',
  examples: [
    {
      name: 'the lock file still has the old range',
      base: { 'package.json': manifest('^4.0.0'), 'package-lock.json': lock('^3.0.0') },
      head: { 'package.json': manifest('^5.0.0'), 'package-lock.json': lock('^4.0.0') },
      finds: ['package.json:3 `express` is `^5.0.0` here and `^4.0.0` in package-lock.json: run `npm install` and commit the lock file.'],
    },
    {
      name: 'both are raised',
      base: { 'package.json': manifest('^4.0.0'), 'package-lock.json': lock('^4.0.0') },
      head: { 'package.json': manifest('^5.0.0'), 'package-lock.json': lock('^5.0.0') },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(change: CodeChange) {
    const byPath = new Map(change.files.map((file) => [file.path, file]));
    for (const file of change.files) {
      const beside = isPackage(file.path) ? byPath.get(file.path.replace(/package\.json$/, 'package-lock.json')) : undefined;
      if (beside && file.head?.role !== 'vendored') yield* differing(file, beside);
    }
  },
});

function* differing(manifestFile: ChangedFile, lockFile: ChangedFile): Generator<FindingDraft> {
  const [root, locked] = [manifestFile.head?.document?.roots[0], member(lockFile.head?.document?.roots[0], 'packages', '')];
  if (!locked) return;
  for (const group of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, node] of membersOf(member(root, group))) {
      const other = scalarOf(member(locked, group, name)) ?? scalarOf(member(locked, 'optionalDependencies', name));
      const own = scalarOf(node);
      if (
        own === other ||
        typeof own !== 'string' ||
        (member(root, 'optionalDependencies', name) !== undefined && group !== 'optionalDependencies')
      )
        continue;
      yield {
        message: `\`${name}\` is \`${own}\` here and ${typeof other === 'string' ? `\`${other}\`` : 'missing'} in package-lock.json: run \`npm install\` and commit the lock file.`,
        place: { file: node.file, range: shownRange(node) },
        subject: `${group} ${name}`,
        properties: { category: 'supply-chain' },
      };
    }
  }
}
