import * as z from 'zod/mini';
import type { ChangedFile, CodeChange, SourceFile } from '../../code/code-change.ts';
import { isTrue, member, membersOf, shownRange, textOf } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { isPackage } from './dependencies/manifest.ts';

const manifest = (scripts: Readonly<Record<string, string>>): string => `${JSON.stringify({ name: 'a', scripts }, null, 2)}\n`;

export const addedInstallScript = defineChangeRule({
  id: 'delivery/added-install-script',
  title: 'A script begins to run when packages are installed',
  reason:
    'Install scripts run on the machine of everyone who installs, developers and build servers alike, before anyone has looked at the code. Most packages that stole keys did it there.',
  remedy:
    'Leave the script out, or let those who need it call it by name. For a dependency, look at what its script does, and install with `--ignore-scripts` where you can.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [829, 506],
  needs: [],
  sources: [{ title: 'npm: scripts, life cycle', url: 'https://docs.npmjs.com/cli/using-npm/scripts#life-cycle-scripts' }],
  limits: 'npm: scripts of package.json, and packages that package-lock.json marks as having one. A script of a private package is a note.',
  examples: [
    {
      name: 'a package gets a script',
      base: { 'package.json': manifest({ test: 'mocha' }) },
      head: { 'package.json': manifest({ test: 'mocha', postinstall: 'node setup.js' }) },
      finds: [
        'package.json:5 `postinstall` runs `node setup.js` on the machine of everyone who installs the package: leave it to those who need it to call it.',
      ],
    },
    {
      name: 'another script is added',
      base: { 'package.json': manifest({ test: 'mocha' }) },
      head: { 'package.json': manifest({ test: 'mocha', setup: 'node setup.js' }) },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(change: CodeChange) {
    for (const file of change.files) {
      if (isPackage(file.path) && file.head?.role !== 'test' && file.head?.role !== 'vendored') yield* ownScripts(file);
      if (/(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/.test(file.path)) yield* ofDependencies(file);
    }
  },
});

const installing = ['preinstall', 'install', 'postinstall'];

function* ownScripts({ base, head }: ChangedFile): Generator<FindingDraft> {
  const root = head?.document?.roots[0];
  for (const name of installing) {
    const script = member(root, 'scripts', name);
    if (!script || member(base?.document?.roots[0], 'scripts', name)) continue;
    yield {
      message: `\`${name}\` runs \`${textOf(script) ?? ''}\` on the machine of everyone who installs the package: leave it to those who need it to call it.`,
      place: { file: script.file, range: shownRange(script) },
      subject: name,
      ...(isTrue(member(root, 'private')) && { severity: 'note' as const }),
      properties: { category: 'supply-chain' },
    };
  }
}

function* ofDependencies({ base, head }: ChangedFile): Generator<FindingDraft> {
  const before = scripted(base);
  for (const [name, node] of scripted(head)) {
    if (before.has(name)) continue;
    yield {
      message: `The change brings in \`${name}\`, which runs a script when it is installed: look at what it does.`,
      place: { file: node.file, range: shownRange(node) },
      subject: `dependency ${name}`,
      severity: 'note',
      properties: { category: 'supply-chain' },
    };
  }
}

function scripted(file: SourceFile | undefined) {
  const packages = membersOf(member(file?.document?.roots[0], 'packages')).filter(([, node]) => isTrue(member(node, 'hasInstallScript')));
  return new Map(packages.map(([path, node]) => [path.replace(/^.*node_modules\//, ''), node]));
}
