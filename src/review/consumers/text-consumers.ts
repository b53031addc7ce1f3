import { remembered } from '../../base/remembered.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { TreeReader } from '../../change/change-set.ts';
import { isAnnouncing } from '../../code/announcement.ts';
import type { CodeChange, SourceFile } from '../../code/code-change.ts';
import { sourceFile } from '../../code/source-file.ts';
import type { RelatedPlace } from '../../finding/draft.ts';
import type { Candidates } from './candidates.ts';
import { isDocumentation, type Mention } from './mention.ts';

/** So many texts are read at most, and so many places named of each. */
const most = { files: 60, places: 5, length: 400_000 };

/** Finds what mentions things in texts that have no facts. */
export class TextConsumers {
  readonly #tree: TreeReader;

  constructor(tree: TreeReader) {
    this.#tree = tree;
  }

  /** The texts at head that may hold one of the mentions: changed ones as they are now. */
  async texts(mentions: readonly Mention[], change: Pick<CodeChange, 'files'>): Promise<Candidates> {
    if (mentions.length === 0) return { files: [], isCut: false };
    const { paths: changed, written } = changedTexts(change);
    const words = [...new Set(mentions.flatMap((each) => each.words))].sort();
    const suffixes = [...new Set(mentions.flatMap((each) => each.suffixes))].sort();
    const found = await this.#tree.grep(words, suffixes);
    const paths = [...found].flatMap(([path, held]) =>
      !changed.has(path) && isWritten(path) && mentions.some((each) => isFor(each, path) && each.words.every((word) => held.has(word)))
        ? [path]
        : [],
    );
    const unchanged = [...(await this.#tree.read(paths.slice(0, most.files)))].flatMap(([path, snapshot]) => {
      const change = { kind: 'modified', path, base: snapshot, head: snapshot, hunks: [] } as const;
      return sourceFile(change, 'head', { role: 'configuration', secrets: [] }) ?? [];
    });
    return { files: [...written, ...unchanged], isCut: paths.length > most.files };
  }
}

/** The paths of a change, and those of its files that somebody writes. */
const changedTexts = remembered(({ files }: Pick<CodeChange, 'files'>) => ({
  paths: new Set(files.map(({ path }) => path)),
  written: files.flatMap(({ head }): readonly SourceFile[] => (head && isWritten(head.path) ? [head] : [])),
}));

/** Where a thing is mentioned. */
export interface Mentioned {
  readonly places: readonly RelatedPlace[];
  /** There may be more. */
  readonly isCut: boolean;
}

/** Where texts mention a thing, but for the file that the finding is in. */
export function mentionedIn(files: readonly SourceFile[], mentions: readonly Mention[], except: string | undefined): Mentioned {
  const places: RelatedPlace[] = [];
  let isCut = false;
  for (const file of files) {
    const held = file.path === except ? [] : mentions.filter((mention) => mayHold(file, mention));
    const isTooLong = file.text.length > most.length;
    const found = isTooLong ? [] : held.flatMap((mention) => placesOf(file, mention));
    isCut ||= found.length > most.places || (isTooLong && held.length > 0);
    const caption = isDocumentation(file.path) ? 'still described here' : 'still used here';
    places.push(...found.slice(0, most.places).map((range) => ({ file, range, caption })));
  }
  return { places, isCut };
}

function mayHold({ path, text }: SourceFile, mention: Mention): boolean {
  return isFor(mention, path) && mention.words.every((word) => text.includes(word)) && mention.holding?.test(text) !== false;
}

function placesOf({ text, lines }: SourceFile, { pattern, lineWithout }: Mention): readonly TextRange[] {
  const starts = new Set<number>();
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: found, index }) => {
    const line = text.lastIndexOf('\n', index);
    if (starts.has(line) || lineWithout?.test(text.slice(line + 1, lines.lineRange(lines.position(index).line).end))) return [];
    starts.add(line);
    return [{ start: index, end: index + found.length }];
  });
}

function isFor({ suffixes }: Pick<Mention, 'suffixes'>, path: string): boolean {
  return suffixes.some((suffix) => path.endsWith(suffix));
}

/** What announces changes names what is gone, and is no user of it; what is made from others follows them. */
function isWritten(path: string): boolean {
  return (
    !isAnnouncing(path) &&
    !/(?:^|\/)(?:node_modules|vendor|dist|build|target|generated|migrations?)\/|lock\.(?:json|ya?ml)$|\.min\.js$/i.test(path)
  );
}
