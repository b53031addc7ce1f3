import * as z from 'zod/mini';
import type { ChangedFile, CodeChange, SourceFile } from '../../code/code-change.ts';
import { isTrue, member, membersOf, shownRange, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { changedPackageEntryExamples } from './changed-package-entry-examples.ts';
import { entryKinds, type EntryDifference } from './package-entry/entry-kinds.ts';

export const changedPackageEntry = defineChangeRule({
  id: 'compatibility/changed-package-entry',
  title: 'Consumers can no longer enter a package where they did',
  reason:
    'What `package.json` says about entry points is the outermost part of a package’s API: where a path, a format, a command or the types go, an import that worked fails when it is resolved, before any code runs. A new peer has to be installed by everyone, and where `os` or `cpu` leave a platform out, npm refuses to install.',
  remedy:
    'Keep the old path, handing on to the new one; publish both formats for a while; make a new peer optional (`peerDependenciesMeta`). Where it has to go, announce it and raise the major version.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  needs: [],
  sources: [
    { title: 'Node.js: Packages', url: 'https://nodejs.org/api/packages.html' },
    { title: 'npm: package.json', url: 'https://docs.npmjs.com/cli/v10/configuring-npm/package-json' },
  ],
  limits:
    'Private packages, and packages in tests and examples, have no consumers. Ranges of peers are compared by their lowest major version. Whether the file behind an entry exists is not looked at, nor what `files` leaves out; what it exports is told by the rules on symbols.',
  examples: changedPackageEntryExamples,
  options: z.object({}),
  *check(change: CodeChange) {
    for (const file of change.files) if (isPublished(file)) yield* findings(file);
  },
});

function isPublished({ path, base, head }: ChangedFile): boolean {
  if (
    !/(?:^|\/)package\.json$/.test(path) ||
    /(?:^|\/)(?:node_modules|tests?|__tests__|fixtures?|examples?|demos?|playground)\//.test(path)
  )
    return false;
  return [base, head].every(
    (file) => file !== undefined && file.role !== 'vendored' && rootOf(file) !== undefined && !isTrue(member(rootOf(file), 'private')),
  );
}

function rootOf(file: SourceFile | undefined): DocumentNode | undefined {
  return file?.document?.roots[0];
}

function* findings({ base, head }: ChangedFile): Generator<FindingDraft> {
  const [old, now] = [rootOf(base), rootOf(head)];
  if (!old || !now || membersOf(old).length === 0) return;
  for (const each of entryKinds(old, now)) yield draftOf(each, textOf(member(now, 'name')) ?? 'the package', now);
}

function draftOf({ id, element, message, node, before, isRisky }: EntryDifference, name: string, root: DocumentNode): FindingDraft {
  const place = node ?? root;
  return {
    message,
    place: { file: place.file, range: shownRange(place) },
    subject: `${id} ${element}`,
    symbol: { qualifiedName: `${name} ${element}`, kind: 'element' },
    ...(before && { related: [{ file: before.file, range: shownRange(before), caption: 'before' }] }),
    ...(isRisky && { severity: 'warning' as const }),
    properties: { contract: 'typescript', change: id, breaking: !isRisky, planned: 'none', element },
  };
}
