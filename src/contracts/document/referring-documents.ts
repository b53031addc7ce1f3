import { posix } from 'node:path';
import type { Notice } from '../../base/notice.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { Documents, filesReferredTo, unchangedFile } from './documents.ts';

/** What leads to changed files that are no documents by themselves. */
export interface Referring {
  /** Documents at head that lead to one of the files, over others too; with their texts. */
  readonly documents: ReadonlyMap<string, string>;
  /** Those of the files that some document refers to. */
  readonly referredTo: ReadonlySet<string>;
  readonly notices: readonly Notice[];
}

/** Beyond this, what refers to a part is not known. A name that is common is met in many documents, of which few are read. */
const most = { steps: 10, found: 400, read: 80 };

/** Whether a file that is no document by itself may be a part of one: a piece of JSON or YAML with a word that schemas and operations have. */
export function mayBePart(path: string, text: string): boolean {
  if (!/\.(?:json|ya?ml)$/i.test(path) || /(?:^|\/)(?:\.|(?:package|package-lock|composer|[tj]sconfig[^/]{0,100})\.json$)/i.test(path))
    return false;
  return /["']?(?:\$ref|type|properties|enum|allOf|anyOf|oneOf|schemas?|responses|parameters|content|get|put|post|patch|delete)["']?\s{0,20}:/.test(
    text,
  );
}

/** Finds the documents at head that lead to files by `$ref`, from the files upwards. */
export async function referringDocuments(paths: readonly string[], surroundings: ContractSurroundings): Promise<Referring> {
  const documents = new Map<string, string>();
  const referredTo = new Set<string>();
  let isWhole = true;
  let wave = paths;
  for (let step = 0; step < most.steps && wave.length > 0; step++) {
    const { texts, isAll } = await mentioning(wave, surroundings);
    isWhole &&= isAll;
    const found = [...texts].filter(([path, text]) => !documents.has(path) && refersToOne(path, text, wave, referredTo));
    for (const [path, text] of found) documents.set(path, text);
    wave = found.map(([path]) => path);
  }
  return { documents, referredTo, notices: isWhole && wave.length === 0 ? [] : [notFollowed(paths)] };
}

/** Documents with references whose text holds the name of one of the files. */
async function mentioning(
  paths: readonly string[],
  { grep, read }: ContractSurroundings,
): Promise<{ readonly texts: ReadonlyMap<string, string>; readonly isAll: boolean }> {
  const names = [...new Set(paths.map((path) => posix.basename(path)).flatMap((name) => [name, encodeURI(name)]))];
  const words = [...new Set(names.map(wordOf))];
  const held = await grep('head', ['$ref', ...words], ['.json', '.yaml', '.yml']);
  const candidates = [...held].filter(([, found]) => found.has('$ref') && words.some((word) => found.has(word))).map(([path]) => path);
  const texts = [...(await read('head', candidates.slice(0, most.found)))].filter(([, text]) => names.some((name) => text.includes(name)));
  return { texts: new Map(texts.slice(0, most.read)), isAll: candidates.length <= most.found && texts.length <= most.read };
}

/** The longest word of a file's name: the rarest. */
function wordOf(name: string): string {
  const words = name.replace(/\.\w+$/, '').match(/[\p{L}\p{N}_]+/gu) ?? [name];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest));
}

function refersToOne(path: string, text: string, wanted: readonly string[], referredTo: Set<string>): boolean {
  const alone = new Documents();
  alone.add(unchangedFile('head', path, text));
  const targets = new Set(filesReferredTo(alone, path));
  const found = wanted.filter((each) => each !== path && targets.has(each));
  for (const each of found) referredTo.add(each);
  return found.length > 0;
}

function notFollowed(paths: readonly string[]): Notice {
  const more = paths.length > 3 ? ` and ${String(paths.length - 3)} more` : '';
  return {
    id: 'contract-parts-not-followed',
    message: `Too many documents may refer to ${paths
      .slice(0, 3)
      .map((path) => `\`${path}\``)
      .join(', ')}${more} to read them all: contracts that use ${paths.length > 1 ? 'them' : 'it'} may not have been compared.`,
    remedy: 'Compare the contracts that use these files by hand.',
    incomplete: true,
  };
}
