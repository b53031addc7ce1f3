import * as z from 'zod/mini';
import { groupBy } from '../../base/group-by.ts';
import type { CodeChange } from '../../code/code-change.ts';
import { member, shownRange, textOf } from '../../code/document-node.ts';
import { defineChangeRule } from '../rule.ts';
import { dependenciesOf, isLower, isPackage, lowestVersion } from './dependencies/manifest.ts';

const manifest = (version: string): string => `{\n  "dependencies": {\n    "express": "${version}"\n  }\n}\n`;

export const downgradedDependency = defineChangeRule({
  id: 'delivery/downgraded-dependency',
  title: 'A dependency goes back to an earlier version',
  reason:
    'An earlier version has the faults, and often the known holes, that the later one corrected. A downgrade that nobody meant comes from a merge or an old branch.',
  remedy: 'Keep the later version, or say in the description why the earlier one is needed and until when.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [1395],
  needs: [],
  limits:
    'Versions that package.json, pom.xml, build files of Gradle and its version catalogues declare, also by a property of the same pom.xml; not what a lock file resolves to.',
  examples: [
    {
      name: 'a dependency goes back',
      base: { 'package.json': manifest('^4.21.0') },
      head: { 'package.json': manifest('^4.17.1') },
      finds: ['package.json:3 `express` goes back from `^4.21.0` to `^4.17.1`: what was corrected in between is lost.'],
      fixed: { 'package.json': manifest('^4.21.0') },
    },
    {
      name: 'a dependency goes on',
      base: { 'package.json': manifest('^4.17.1') },
      head: { 'package.json': manifest('^4.21.0') },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(change: CodeChange) {
    const own = ownPackages(change);
    for (const { base, head } of change.files) {
      const before = groupBy(dependenciesOf(base), ({ name }) => name);
      const seen = new Set<string>();
      for (const { name, version, node } of dependenciesOf(head)) {
        const olds = before.get(name) ?? [];
        // A build may use two versions of one module: what stood there before is no step back.
        const old = olds.some((each) => each.version === version) ? undefined : olds.at(-1);
        const [was, is] = [lowestVersion(old?.version), lowestVersion(version)];
        if (!old || !was || !is || !isLower(is, was) || seen.has(name) || own.has(name)) continue;
        seen.add(name);
        const isWritten = node.kind === 'scalar' && node.value === version;
        yield {
          message: `\`${name}\` goes back from \`${old.version ?? ''}\` to \`${version ?? ''}\`: what was corrected in between is lost.`,
          place: { file: node.file, range: shownRange(node) },
          subject: `${name} down`,
          related: [{ file: old.node.file, range: shownRange(old.node), caption: 'before' }],
          ...(isWritten && {
            fixes: [
              {
                title: `Restore ${old.version ?? ''}`,
                safety: 'unsafe',
                edits: [
                  { file: node.file, range: node.range, newText: old.node.file.text.slice(old.node.range.start, old.node.range.end) },
                ],
              },
            ],
          }),
          properties: { category: 'supply-chain' },
        };
      }
    }
  },
});

/** Packages of this repository whose own version changes: what depends on them goes along, forth and back. */
function ownPackages(change: CodeChange): ReadonlySet<string> {
  return new Set(
    change.files.flatMap(({ base, head }) => {
      if (!base || !head || !isPackage(head.path)) return [];
      const [old, now] = [base, head].map((file) => file.document?.roots[0]);
      const name = textOf(member(now, 'name'));
      return name !== undefined && textOf(member(old, 'version')) !== textOf(member(now, 'version')) ? [name] : [];
    }),
  );
}
