import { posix } from 'node:path';
import { withLineEndsOf } from '../../base/line-ends.ts';
import { remembered } from '../../base/remembered.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { FixDraft } from '../../finding/draft.ts';
import { foldersAround, type TreeFiles } from '../tree-files.ts';

/** The part of a changelog for what is not released yet. */
interface Section {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** Writes entries into the changelogs of a repository, each in the file's own style. */
export class Changelogs {
  readonly #files: TreeFiles;
  #paths: Promise<readonly string[]> | undefined;

  constructor(files: TreeFiles) {
    this.#files = files;
  }

  /** The fix that announces a break; undefined where the nearest changelog has no part for what is not released yet. */
  async entryFor(path: string, says: string, kind: 'removed' | 'changed'): Promise<FixDraft | undefined> {
    this.#paths ??= this.#files.paths('head', (each) => changelog.test(each));
    const paths = await this.#paths;
    const nearest = foldersAround(path).flatMap((folder) => paths.filter((each) => folderOf(each) === folder))[0];
    const file = nearest === undefined ? undefined : (await this.#files.read('head', [nearest])).get(nearest);
    const section = file && unreleased(file);
    return section && entry(section, says, kind);
  }
}

const changelog = /(?:^|\/)(?:CHANGELOG|CHANGES|HISTORY)(?:\.(?:md|markdown))?$/i;

function folderOf(path: string): string {
  return posix.dirname(path).replace(/^\.$/, '');
}

const unreleasedName = String.raw`\[?(?:unreleased|upcoming|next(?: release| version)?)\]?`;

/** From after its heading to before the next one of its rank. Each break asks for it. */
const unreleased = remembered((file: SourceFile): Section | undefined => {
  const { text } = file;
  const marked = new RegExp(`^(#{1,3})[ \\t]{1,4}${unreleasedName}(?:[ \\t(][^\\n]{0,200})?\\r?$\\n?`, 'im').exec(text);
  const underlined = new RegExp(`^${unreleasedName}[^\\n]{0,200}\\r?\\n(=|-)\\1{2,200}\\r?$\\n?`, 'im').exec(text);
  const heading = marked ?? underlined;
  if (!heading) return undefined;
  const start = heading.index + heading[0].length;
  const next = marked ? new RegExp(`^#{1,${marked[1]?.length ?? 1}}[ \\t]`, 'm') : /^[^\s#*+-][^\n]{0,200}\r?\n[=-]{3,200}\r?$/m;
  const rest = text.slice(start);
  const found = next.exec(rest);
  return { file, start, end: found ? start + found.index : text.length };
});

function entry(section: Section, says: string, kind: 'removed' | 'changed'): FixDraft {
  const { file } = section;
  const { text } = file;
  const heading = headingFor(text, kind);
  const part = heading === undefined ? section : partUnder(section, heading);
  const bullet = /^[ \t]{0,4}[-*+][ \t]{1,3}(?=\S)/m.exec(text)?.[0] ?? '- ';
  const mark = heading !== undefined && /break|remov/i.test(heading) ? '' : '**Breaking:** ';
  const at = endOfText(part ?? section);
  const isFirst = !part || at <= part.start;
  const lines = [
    ...(part ? [] : ['', heading ?? '']),
    ...(isFirst && isSpacedBelowHeadings(text) ? [''] : []),
    `${bullet}${mark}${says}`,
    ...(/^\r?\n#/.test(text.slice(at)) ? [''] : []),
  ];
  const newText = withLineEndsOf(text, lines.map((line) => `\n${line}`).join(''));
  return { title: `Announce it in ${file.path}`, safety: 'unsafe', edits: [{ file, range: { start: at, end: at }, newText }] };
}

/** How the file heads such entries, e.g. `### Removed`; undefined where it lists them without. */
function headingFor(text: string, kind: 'removed' | 'changed'): string | undefined {
  const breaking = /^#{2,4}[ \t][^\n]{0,40}\bbreaking\b[^\n]{0,40}$/im.exec(text)?.[0];
  if (breaking !== undefined) return breaking.trim();
  const rank = /^(#{2,4})[ \t](?:Added|Changed|Removed|Fixed|Deprecated|Security)[ \t]*\r?$/m.exec(text)?.[1];
  return rank === undefined ? undefined : `${rank} ${kind === 'removed' ? 'Removed' : 'Changed'}`;
}

/** What stands under a heading of a section; undefined where the section has no such heading. */
function partUnder({ file, start, end }: Section, heading: string): Section | undefined {
  const text = file.text.slice(start, end);
  const at = `\n${text}`.indexOf(`\n${heading}`);
  if (at === -1) return undefined;
  const from = start + at + heading.length;
  const next = /^#{1,6}[ \t]/m.exec(file.text.slice(from, end));
  return { file, start: from, end: next ? from + next.index : end };
}

/** After the last of a part that is no white space; where there is nothing, after its heading. */
function endOfText({ file: { text }, end }: Section): number {
  return text.slice(0, end).trimEnd().length;
}

/** Whether a blank line stands between a heading and the first entry below it. */
function isSpacedBelowHeadings(text: string): boolean {
  return /^#{1,4}[ \t][^\n]{1,200}\r?\n\r?\n[ \t]{0,4}[-*+][ \t]/m.test(text);
}
