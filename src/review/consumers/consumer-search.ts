import type { TreeReader } from '../../change/change-set.ts';
import { rememberedByName } from '../../base/remembered.ts';
import { wordPlaces } from '../../base/word-places.ts';
import type { CodeChange, SourceFile } from '../../code/code-change.ts';
import { languageOf } from '../../languages/languages.ts';
import type { WholeFiles } from '../whole-files.ts';
import type { Candidates } from './candidates.ts';
import { modulesHandingOn, underHeirs } from './handed-on.ts';
import type { Mention } from './mention.ts';
import { TextConsumers } from './text-consumers.ts';
import { mayImport, wordsOf, type Used } from './uses.ts';

/** So many files are read at most to find who still uses what a change breaks. */
const mostFiles = 60;

/** So many heirs of one type are asked for. */
const mostHeirs = 10;

const suffixes: Readonly<Record<Used['language'], readonly string[]>> = {
  java: ['.java'],
  script: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'],
};

/** A file and the name under which a thing is used there. */
export interface UsedIn {
  readonly file: SourceFile;
  readonly used: Used;
}

/** Where things are used under other names. */
export interface UsedOtherwise {
  readonly places: ReadonlyMap<Used, readonly UsedIn[]>;
  /** There are more heirs than were asked for. */
  readonly isCut: boolean;
}

/** Finds the files that may use what a change breaks. */
export class ConsumerSearch {
  readonly #tree: TreeReader;
  readonly #whole: WholeFiles;

  constructor(tree: TreeReader, whole: WholeFiles) {
    this.#tree = tree;
    this.#whole = whole;
  }

  /** Changed files as they are now, which in an editor is not what the tree has; of the others those that hold the words. */
  async filesThatMayUse(broken: readonly Used[], { files }: Pick<CodeChange, 'files'>): Promise<Candidates> {
    const changed = files.flatMap(({ head }) => (head?.facts && broken.some((used) => holds(head, used)) ? [head] : []));
    const changedPaths = new Set(files.map(({ path }) => path));
    const paths = (await this.#pathsThatMayUse(broken)).filter((path) => !changedPaths.has(path));
    const unchanged = [...(await this.#tree.read(paths.slice(0, mostFiles))).values()];
    const mayUse = [...changed.slice(0, mostFiles), ...unchanged].filter((file) => broken.some((used) => mayImport(file, used)));
    return {
      files: await this.#whole.read(mayUse),
      isCut: changed.length > mostFiles || paths.length > mostFiles,
    };
  }

  /** Where a thing is used under another name: on an heir of its owner, or through modules that hand it on. */
  async asUsedOtherwise(
    broken: ReadonlySet<Used>,
    files: readonly SourceFile[],
    change: Pick<CodeChange, 'files'>,
  ): Promise<UsedOtherwise> {
    const all = [...broken].map((used) => ({ used, heirs: underHeirs(used, files) }));
    const asked = all.flatMap(({ heirs }) => heirs.slice(0, mostHeirs));
    const read = await this.filesThatMayUse(asked, change);
    const places = new Map<Used, readonly UsedIn[]>();
    let isCut = read.isCut || all.some(({ heirs }) => heirs.length > mostHeirs);
    for (const { used, heirs } of all) {
      const inherited = heirs
        .slice(0, mostHeirs)
        .flatMap((heir) => read.files.filter(({ path }) => path !== used.path).map((file) => ({ file, used: heir })));
      const handing = used.language === 'script' && !used.owner ? await modulesHandingOn(used, files, this.#tree) : undefined;
      isCut ||= handing?.isCut ?? false;
      const handed = handing?.modules.size ? files.map((file) => ({ file, used: { ...used, handedOnBy: handing.modules } })) : [];
      places.set(used, [...inherited, ...handed]);
    }
    return { places, isCut };
  }

  /** Texts without facts that may mention something. */
  textsThatMention(mentions: readonly Mention[], change: Pick<CodeChange, 'files'>): Promise<Candidates> {
    return new TextConsumers(this.#tree).texts(mentions, change);
  }

  async #pathsThatMayUse(broken: readonly Used[]): Promise<readonly string[]> {
    const paths = new Set<string>();
    for (const language of ['java', 'script'] as const) {
      const those = broken.filter((each) => each.language === language);
      if (those.length === 0) continue;
      for (const [path, words] of await this.#tree.grep([...new Set(those.flatMap(wordsOf))].sort(), suffixes[language])) {
        if (languageOf(path) && those.some((used) => wordsOf(used).every((word) => words.has(word)))) paths.add(path);
      }
    }
    return [...paths].sort();
  }
}

function holds(file: SourceFile, used: Used): boolean {
  return wordsOf(used).every((word) => says(file, word));
}

/** A session asks the same after each save. */
const says = rememberedByName(({ text }: SourceFile, word) => wordPlaces(text, word).length > 0);
