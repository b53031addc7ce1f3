import { overlaps } from '../base/text-range.ts';
import { wordPlaces } from '../base/word-places.ts';
import type { CodeChange, SourceFile } from './code-change.ts';

/** Where a change tells the people who use the product about itself: changelogs, release and migration notes, changesets. */
const announcing =
  /(?:^|\/)(?:(?:CHANGELOG|CHANGES|HISTORY|NEWS|RELEASES?|RELEASE[-_ ]?NOTES|MIGRATION|MIGRATING|UPGRADE|UPGRADING|BREAKING)[\w.-]{0,40}\.(?:md|mdx|markdown|adoc|asciidoc|rst|txt)|(?:CHANGELOG|CHANGES|HISTORY|NEWS))$|(?:^|\/)\.changeset\/[\w-]+\.md$|(?:^|\/)(?:release-notes|changelogs?|changes|migrations?-guides?|upgrade-guides?)\/[^/]+\.(?:md|adoc|rst|ya?ml)$/i;

export function isAnnouncing(path: string): boolean {
  return announcing.test(path);
}

/** The file in which the change announces something by its name: one of its new lines holds it as a word. */
export function announcementOf(name: string, change: CodeChange): SourceFile | undefined {
  return change.files.flatMap(({ head }) => (head && isAnnouncing(head.path) ? [head] : [])).find((file) => mentions(file, name));
}

function mentions({ text, touched }: SourceFile, name: string): boolean {
  if (name.length < 2) return false;
  const places = wordPlaces(text, name);
  return places.some((start) => touched.some((range) => overlaps(range, { start, end: start + name.length })));
}

/** Whether a commit of the change says that it breaks something (https://www.conventionalcommits.org). */
export function saysThatItBreaks({ commits }: Pick<CodeChange, 'commits'>): boolean {
  return commits.some(({ subject, body }) => /^[a-z]{2,20}(?:\([^)]{1,80}\))?!:/i.test(subject) || /^BREAKING[ -]CHANGE:/m.test(body));
}
