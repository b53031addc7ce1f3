import { Language, Parser } from 'web-tree-sitter';
import type { Tree } from 'web-tree-sitter';
import type { Notice } from '../base/notice.ts';
import { WorkClock } from '../base/work-clock.ts';
import type { QueryMistake } from '../base/query-result.ts';
import type { TextEdit } from './edit.ts';
import type { ParserMemory } from './grammar-tables.ts';
import { editTree, paysToReparse } from './incremental.ts';
import { maskKnownGaps } from './mask.ts';
import { compileQuery } from './query.ts';
import type { ReadyQuery } from './query.ts';
import { SyntaxTree } from './tree.ts';
import { coreWasm, grammarWasm } from './wasm-files.ts';
import type { LoadWasm } from './wasm-files.ts';

/** A tree, or why there is none: a notice, to which the caller adds the path. */
export type ParseResult =
  { readonly tree: SyntaxTree; readonly failure?: undefined } | { readonly tree?: undefined; readonly failure: Notice };

/** A query that can be run, what is wrong with it, or why its grammar is not there. */
export type QueryPreparation = { readonly query: ReadyQuery } | { readonly mistake: QueryMistake } | { readonly failure: Notice };

/** A text that was parsed before. */
export interface ParsedText {
  readonly text: string;
  readonly tree: SyntaxTree;
}

export interface ParserLimits {
  /** Milliseconds of work that one text may take. */
  readonly time: number;
}

const defaultLimits: ParserLimits = { time: 10_000 };

/** Turns texts into trees. Loads a grammar when it is first met. Never throws on input. */
export class SyntaxParser {
  readonly #loadWasm: LoadWasm;
  readonly #limits: ParserLimits;
  readonly #parsers = new Map<string, Promise<Parser | Notice>>();
  readonly #queries = new Map<string, Promise<QueryPreparation>>();

  constructor(loadWasm: LoadWasm, limits: ParserLimits = defaultLimits) {
    this.#loadWasm = loadWasm;
    this.#limits = limits;
  }

  /** @param grammar a name of `Language.grammars`, e.g. `tsx` */
  async parse(grammar: string, text: string): Promise<ParseResult> {
    const parser = await this.#parser(grammar);
    if (!(parser instanceof Parser)) return { failure: parser };
    return this.#run(parser, maskKnownGaps(grammar, text));
  }

  /**
   * Parses `text` with the help of the tree of an older text, which stays as it is. Gives the same tree as `parse`, sooner.
   * @param edits what lies between the two texts, in order, in offsets of the older one
   */
  async reparse(grammar: string, older: ParsedText, edits: readonly TextEdit[], text: string): Promise<ParseResult> {
    const parser = await this.#parser(grammar);
    if (!(parser instanceof Parser)) return { failure: parser };
    const masked = maskKnownGaps(grammar, text);
    // What is masked may depend on text outside of the edits.
    const isMasked = masked !== text || maskKnownGaps(grammar, older.text) !== older.text;
    if (isMasked || !paysToReparse(older.text, edits, text)) return this.#run(parser, masked);
    const edited = editTree(older, edits, text);
    try {
      return this.#run(parser, text, edited);
    } finally {
      edited.delete();
    }
  }

  /** Makes a query on the trees of a grammar ready; the same one only once. */
  query(grammar: string, source: string): Promise<QueryPreparation> {
    const key = `${grammar}\n${source}`;
    const known = this.#queries.get(key);
    if (known) return known;
    const preparing = this.#prepare(grammar, source);
    this.#queries.set(key, preparing);
    return preparing;
  }

  /** Frees the parsers; trees live on until they are freed themselves. */
  async dispose(): Promise<void> {
    for (const parser of await Promise.all(this.#parsers.values())) if (parser instanceof Parser) parser.delete();
    this.#parsers.clear();
  }

  async #prepare(grammar: string, source: string): Promise<QueryPreparation> {
    const parser = await this.#parser(grammar);
    if (!(parser instanceof Parser)) return { failure: parser };
    if (!parser.language) return { failure: grammarNotLoaded(grammar, 'it is empty') };
    const { compileLinearPattern } = await import('./linear-pattern.ts');
    return compileQuery(parser.language, source, compileLinearPattern);
  }

  #run(parser: Parser, text: string, older: Tree | null = null): ParseResult {
    try {
      const tree = parser.parse(text, older, { progressCallback: timeLimit(this.#limits.time) });
      if (tree) return { tree: new SyntaxTree(tree, memory) };
      parser.reset();
      return { failure: tooSlow(this.#limits.time) };
    } catch (error) {
      return { failure: parserFailed(error) };
    }
  }

  #parser(grammar: string): Promise<Parser | Notice> {
    const known = this.#parsers.get(grammar);
    if (known) return known;
    const loading = this.#load(grammar).catch((error: unknown) => grammarNotLoaded(grammar, error));
    this.#parsers.set(grammar, loading);
    return loading;
  }

  async #load(grammar: string): Promise<Parser> {
    await initialise(this.#loadWasm);
    const wasm = await this.#loadWasm(grammarWasm(grammar));
    const language = wasm instanceof Uint8Array ? await Language.load(wasm) : Language.loadSync(wasm);
    return new Parser().setLanguage(language);
  }
}

/** Milliseconds in which most texts are parsed. Only for others it is asked how busy the machine is, which costs as much as parsing a short text. */
const soon = 50;

/** Tells whether so many milliseconds of work are over. */
function timeLimit(most: number): () => boolean {
  const start = performance.now();
  let clock: WorkClock | undefined;
  return () => {
    const gone = performance.now() - start;
    if (gone < Math.min(soon, most)) return false;
    clock ??= new WorkClock();
    return gone > most && clock.worked() > most - soon;
  };
}

let initialised: Promise<void> | undefined;

/** The library puts views of its memory beside the options that it is given. */
let memory: ParserMemory;

/** The library keeps its core in a global: it is loaded once in a thread, and tried again where that failed. */
async function initialise(loadWasm: LoadWasm): Promise<void> {
  initialised ??= loadWasm(coreWasm).then(initialiseFrom);
  try {
    await initialised;
  } catch (error) {
    initialised = undefined;
    throw error;
  }
}

async function initialiseFrom(wasm: Uint8Array | WebAssembly.Module): Promise<void> {
  const options = wasm instanceof Uint8Array ? { wasmBinary: wasm } : { instantiateWasm: instantiate(wasm) };
  await Parser.init(options);
  memory = options as unknown as ParserMemory;
}

type Receive = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

function instantiate(wasm: WebAssembly.Module): (imports: WebAssembly.Imports, receive: Receive) => object {
  return (imports, receive) => {
    receive(new WebAssembly.Instance(wasm, imports), wasm);
    return {};
  };
}

function tooSlow(time: number): Notice {
  return {
    id: 'parse-too-slow',
    message: `The text took longer than ${time / 1000} s to parse and was left out.`,
    remedy: 'Split the file, or exclude it if it is generated.',
    incomplete: true,
  };
}

function parserFailed(error: unknown): Notice {
  return {
    id: 'parser-failed',
    message: `The parser failed on this text: ${messageOf(error)}`,
    remedy: 'Exclude the file if it is generated; otherwise report this with the file.',
    incomplete: true,
  };
}

function grammarNotLoaded(grammar: string, error: unknown): Notice {
  return {
    id: 'grammar-not-loaded',
    message: `The grammar ${grammar} could not be loaded: ${messageOf(error)}`,
    remedy: 'Install Plumbline again: a file of it is missing or damaged.',
    incomplete: true,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
