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

/** The first line of a message in the form of Conventional Commits (https://www.conventionalcommits.org); the mark before the colon says that it breaks. */
const conventional = /^[a-z]{2,20}(?:\([^()]{1,80}\))?(!?):\s/i;

export function isConventional(subject: string): boolean {
  return conventional.test(subject);
}

/** `feat(core)!: sum` for `feat(core): sum`; undefined for what is not in that form, or says it already. */
export function asBreaking(subject: string): string | undefined {
  const found = conventional.exec(subject);
  if (found?.[1] !== '') return undefined;
  const colon = found[0].lastIndexOf(':');
  return `${subject.slice(0, colon)}!${subject.slice(colon)}`;
}

/** Whether a commit of the change, or its title, says that it breaks something. */
export function saysThatItBreaks({ commits, title = '' }: Pick<CodeChange, 'commits' | 'title'>): boolean {
  const messages = [...commits, { subject: title, body: '' }];
  return messages.some(({ subject, body }) => conventional.exec(subject)?.[1] === '!' || /^BREAKING[ -]CHANGE:/m.test(body));
}
