import * as z from 'zod/mini';
import type { TextRange } from '../../base/text-range.ts';
import type { CodeChange, SourceFile } from '../../code/code-change.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';

const path = '.github/CODEOWNERS';

export const removedOwner = defineChangeRule({
  id: 'ownership/removed-owner',
  title: 'Code has fewer owners than before',
  reason:
    'Owners are asked before a change of their code is merged. Where a path has none, or loses those who look after its security, changes of it are merged without them, and nobody sees that they were not asked.',
  remedy: 'Keep an owner for the path. Where a team has another name, or the path moved, let the change show which line takes its place.',
  severity: 'warning',
  confidence: 'medium',
  languages: 'any',
  cwe: [693],
  needs: [],
  sources: [
    {
      title: 'GitHub: About code owners',
      url: 'https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners',
    },
  ],
  limits:
    'Where one person fewer is asked and others still are, it is a note. Paths are compared as they are written, and with those above them that have the same owners. Whether anything lies under a path that is gone is seen only where the change deletes it.',
  examples: [
    {
      name: 'a path is owned by everybody’s owners only',
      base: { [path]: '* @acme/devs\n/src/auth/ @acme/security\n' },
      head: { [path]: '* @acme/devs\n' },
      finds: [`${path}:1 \`/src/auth/\` is no longer owned by @acme/security: its changes are merged without them.`],
    },
    {
      name: 'another team looks after it',
      base: { [path]: '/src/auth/ @acme/security\n' },
      head: { [path]: '/src/auth/ @acme/appsec\n' },
      finds: [],
    },
    {
      name: 'a line is written in another place',
      base: { [path]: '/src/auth/ @acme/security\n/docs/ @acme/writers\n' },
      head: { [path]: '/docs/ @acme/writers\n/src/auth/ @acme/security\n' },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(change) {
    const [before, after] = [linesOf(change, 'base'), linesOf(change, 'head')];
    const [head] = after.files;
    if (!head) {
      yield* withoutAny(before);
      return;
    }
    for (const line of before.lines) {
      const now = after.lines.findLast(({ pattern }) => pattern === line.pattern);
      const lost = line.owners.filter((owner) => !(now ?? coveredBy(line, after.lines))?.owners.includes(owner));
      if (
        lost.length === 0 ||
        (now && now.owners.length >= line.owners.length) ||
        isReplaced(line, before.lines, after.lines) ||
        isGone(line, change)
      )
        continue;
      const draft = finding(line, lost, now ?? { file: head, range: head.lines.lineRange(1) });
      yield now && now.owners.length > 0 && lost.every(isPerson) ? { ...draft, severity: 'note' } : draft;
    }
  },
});

/** The whole file is gone. */
function* withoutAny({ files: [file], lines }: OwnedPaths): Generator<FindingDraft> {
  const first = lines.find(({ owners }) => owners.length > 0);
  if (!file || !first) return;
  yield {
    message: `\`${file.path}\` is deleted: no owner is asked any more before changes are merged.`,
    place: { file: first.file, range: first.range },
    subject: 'no owners',
  };
}

interface OwnedPath {
  readonly file: SourceFile;
  readonly range: TextRange;
  readonly pattern: string;
  readonly owners: readonly string[];
}

interface OwnedPaths {
  readonly files: readonly SourceFile[];
  readonly lines: readonly OwnedPath[];
}

/** Where GitHub, GitLab, Bitbucket, Gitea and Forgejo look for it: in any other place it is a template, or a text like any other. */
const read = /^(?:(?:\.github|\.gitlab|\.bitbucket|\.gitea|\.forgejo|docs)\/)?CODEOWNERS$/;

function linesOf(change: CodeChange, side: 'base' | 'head'): OwnedPaths {
  const files = change.files.flatMap(({ [side]: file }) => (file && read.test(file.path) ? [file] : []));
  return { files, lines: files.flatMap(ownedPaths) };
}

/** People come and go; a team is `@acme/security`. */
function isPerson(owner: string): boolean {
  return !owner.includes('/');
}

/** Lines of paths with their owners; comments and sections of GitLab are none. */
function ownedPaths(file: SourceFile): readonly OwnedPath[] {
  return file.text.split('\n').flatMap((text, index) => {
    const [pattern, ...owners] = text
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    if (pattern === undefined || pattern === '' || pattern.startsWith('[') || pattern.startsWith('^[')) return [];
    return [{ file, range: file.lines.lineRange(index + 1), pattern, owners }];
  });
}

/** The last line that meets a path without naming it: one for a folder above it, or for everything. */
function coveredBy({ pattern }: OwnedPath, lines: readonly OwnedPath[]): OwnedPath | undefined {
  return lines.findLast((each) => each.pattern === '*' || (each.pattern.endsWith('/') && pattern.startsWith(each.pattern)));
}

/** The same owners look after a path that has no line at base: it has another name. */
function isReplaced({ owners }: OwnedPath, before: readonly OwnedPath[], after: readonly OwnedPath[]): boolean {
  const known = new Set(before.map(({ pattern }) => pattern));
  return after.some(({ pattern, owners: now }) => !known.has(pattern) && owners.every((owner) => now.includes(owner)));
}

/** The change deletes what lies under it, or moves it away. */
function isGone({ pattern }: OwnedPath, { files }: CodeChange): boolean {
  const root = pattern.replace(/^\//, '').replace(/(?<!\*)\*+$/, '');
  return root !== '' && files.some(({ base, head }) => base && !head && base.path.startsWith(root));
}

function finding(
  { pattern, range, file }: OwnedPath,
  lost: readonly string[],
  now: { readonly file: SourceFile; readonly range: TextRange },
): FindingDraft {
  return {
    message: `\`${pattern}\` is no longer owned by ${lost.join(', ')}: its changes are merged without them.`,
    place: { file: now.file, range: now.range },
    subject: `${pattern} ${lost.join(' ')}`,
    related: [{ file, range, caption: 'it was owned here' }],
  };
}
