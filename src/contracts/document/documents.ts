import { posix } from 'node:path';
import { LineIndex } from '../../base/line-index.ts';
import type { Notice } from '../../base/notice.ts';
import type { Side } from '../../change/change-set.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { ReadFurther } from '../contract-kind.ts';
import { member, textOf, type DocumentNode } from '../../code/document-node.ts';
import { isRemote, remoteReference } from './remote-reference.ts';
import { documentProblem, readContractDocument } from './read-contract-document.ts';

const mostFiles = 400;
const longestChain = 50;

/** The documents of one side that refer to each other. */
export class Documents {
  readonly #roots = new Map<string, DocumentNode>();
  readonly #notices = new Map<string, Notice>();
  readonly #failed = new Set<string>();

  get notices(): readonly Notice[] {
    return [...this.#notices.values()];
  }

  root(path: string): DocumentNode | undefined {
    return this.#roots.get(path);
  }

  /** Whether a file could not be read, so that nothing may be said to be gone from it. */
  failed(path: string): boolean {
    return this.#failed.has(path);
  }

  add(file: SourceFile): void {
    const document = readContractDocument(file);
    const [root] = document.roots;
    if (root && !document.error) this.#roots.set(file.path, root);
    else {
      this.#failed.add(file.path);
      // Of a file of the change it is said where it is read.
      if (file.side === 'base' || file.document !== document) this.note(documentProblem(file, document));
    }
  }

  note(notice: Notice): void {
    this.#notices.set(`${notice.id} ${notice.message}`, notice);
  }

  /** What a node stands for: itself, or what its `$ref` leads to; undefined where that is not known. */
  resolve(node: DocumentNode): DocumentNode | undefined {
    let at: DocumentNode | undefined = node;
    for (let step = 0; step < longestChain && at; step++) {
      const reference = referenceOf(at);
      if (reference === undefined) return at;
      at = this.#target(reference, at.file.path);
    }
    return undefined;
  }

  #target(reference: string, from: string): DocumentNode | undefined {
    const [location = '', fragment = ''] = reference.split('#', 2);
    const root = this.#roots.get(location === '' ? from : pathOf(location, from));
    if (!root || fragment === '') return root;
    return fragment.startsWith('/')
      ? (member(root, ...fragment.slice(1).split('/').map(unescaped)) ?? memberOfList(root, fragment))
      : anchored(root, fragment);
  }
}

/** The text of a node's `$ref`, if it has one. */
export function referenceOf(node: DocumentNode): string | undefined {
  return textOf(member(node, '$ref'));
}

/** Adds all files that documents refer to, and those that these refer to. A remote reference is never followed: it is a notice. */
export async function addReferenced(documents: Documents, side: Side, paths: readonly string[], readFurther: ReadFurther): Promise<void> {
  const seen = new Set(paths);
  let wave = paths;
  while (wave.length > 0 && seen.size < mostFiles) {
    const wanted = [...new Set(wave.flatMap((path) => filesReferredTo(documents, path)))].filter((path) => !seen.has(path));
    for (const path of wanted) seen.add(path);
    const texts = wanted.length > 0 ? await readFurther(side, wanted) : new Map<string, string>();
    for (const [path, text] of texts) documents.add(unchangedFile(side, path, text));
    wave = [...texts.keys()];
  }
}

/** A file that the change does not touch, for places in it. */
export function unchangedFile(side: Side, path: string, text: string): SourceFile {
  return { side, path, text, lines: new LineIndex(text), role: 'configuration', touched: [], secrets: [] };
}

/** The paths of the files that a document refers to, whether or not they exist. */
export function filesReferredTo(documents: Documents, path: string): readonly string[] {
  const root = documents.root(path);
  if (!root) return [];
  const locations = new Set(
    [...references(root)].map((reference) => reference.split('#', 1)[0] ?? '').filter((location) => location !== ''),
  );
  return [...locations].flatMap((location) => {
    if (!isRemote(location)) return [pathOf(location, path)];
    documents.note(remoteReference(path, location));
    return [];
  });
}

function references(root: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<DocumentNode>();
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'scalar' || seen.has(node)) continue;
    seen.add(node);
    const reference = referenceOf(node);
    if (reference !== undefined) found.add(reference);
    for (const child of node.kind === 'array' ? node.items : node.members.values()) pending.push(child);
  }
  return found;
}

function pathOf(location: string, from: string): string {
  return posix.normalize(posix.join(posix.dirname(from), decoded(location)));
}

function unescaped(part: string): string {
  return decoded(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A pointer that passes through lists, where a part is an index. */
function memberOfList(root: DocumentNode, fragment: string): DocumentNode | undefined {
  let at: DocumentNode | undefined = root;
  for (const part of fragment.slice(1).split('/').map(unescaped)) at = at?.kind === 'array' ? at.items[Number(part)] : member(at, part);
  return at;
}

/** A schema by its `$anchor`, or by an `$id` that is one. Looked for among definitions, where they stand in practice. */
function anchored(root: DocumentNode, name: string): DocumentNode | undefined {
  const places = [member(root, '$defs'), member(root, 'definitions'), member(root, 'components', 'schemas')];
  const candidates = [root, ...places.flatMap((place) => (place?.kind === 'object' ? [...place.members.values()] : []))];
  return candidates.find((node) => textOf(member(node, '$anchor')) === name || textOf(member(node, '$id')) === `#${name}`);
}
