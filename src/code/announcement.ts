import { remembered } from '../base/remembered.ts';
import { overlaps } from '../base/text-range.ts';
import { wordPlaces } from '../base/word-places.ts';
import type { CodeChange, SourceFile } from './code-change.ts';

/** Where a change tells the people who use the product about itself: changelogs, release and migration notes, changesets. */
const announcing =
  /(?:^|\/)(?:(?:CHANGELOG|CHANGES|HISTORY|NEWS|RELEASES?|RELEASE[-_ ]?NOTES|MIGRATION|MIGRATING|UPGRADE|UPGRADING|BREAKING)[\w.-]{0,40}\.(?:md|mdx|markdown|adoc|asciidoc|rst|txt)|(?:CHANGELOG|CHANGES|HISTORY|NEWS))$|(?:^|\/)\.changeset\/[\w-]+\.md$|(?:^|\/)(?:release-?notes|changelogs?|changelog\.d|newsfragments|\.?changes|migrations?-guides?|upgrade-guides?)\/(?:[^/]{1,100}\/){0,3}[^/]{1,200}\.(?:mdx?|adoc|rst|txt|ya?ml)$|(?:^|\/)changes\/changes\.xml$|(?:^|\/)docs?\/(?:[^/]{1,100}\/){0,4}(?:migrations?|migrating|upgrades?|upgrading|breaking-changes)\/(?:[^/]{1,100}\/){0,3}[^/]{1,200}\.(?:mdx?|adoc|rst)$/i;

export function isAnnouncing(path: string): boolean {
  return announcing.test(path) && !ofDatabase.test(path);
}

/** Liquibase calls its migrations changelogs. */
const ofDatabase = /(?:^|\/)(?:db|database|liquibase)\/(?:[^/]{1,100}\/){0,6}[^/]{1,200}\.ya?ml$/i;

/** The file in which the change announces something by one of its names: one of its new lines holds it as a word. */
export function announcementOf(names: readonly string[], change: CodeChange): SourceFile | undefined {
  return announcingFiles(change).find((file) => names.some((name) => mentions(file, name)));
}

const announcingFiles = remembered(({ files }: CodeChange): readonly SourceFile[] =>
  files.flatMap(({ head }) => (head && isAnnouncing(head.path) ? [head] : [])),
);

/** Whether a commit that says that it breaks something names it: what changelogs are made of, where they are made of commits. */
export function isNamedAsBreaking(names: readonly string[], { commits }: Pick<CodeChange, 'commits'>): boolean {
  const texts = commits.flatMap(({ subject, body }) => (breaksBy({ subject, body }) ? [`${subject}\n${body}`] : []));
  return texts.some((text) => names.some((name) => name.length > 1 && wordPlaces(text, name).length > 0));
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

/** Whether all of it is released as a patch: `fix: …` and `perf: …`. */
export function isOnlyMended(subjects: readonly string[]): boolean {
  return subjects.length > 0 && subjects.every((subject) => /^(?:fix|perf)(?:\([^()]{1,80}\))?:\s/i.test(subject));
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
  return messages.some(breaksBy);
}

function breaksBy({ subject, body }: { readonly subject: string; readonly body: string }): boolean {
  return conventional.exec(subject)?.[1] === '!' || /^BREAKING[ -]CHANGE:/m.test(body);
}
