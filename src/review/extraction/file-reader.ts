import { LineIndex } from '../../base/line-index.ts';
import type { Notice } from '../../base/notice.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { FileChange, Side } from '../../change/change-set.ts';
import { hunkEdits } from '../../change/hunk-edits.ts';
import type { FileFacts } from '../../code/facts.ts';
import { roleByPath } from '../../code/file-role.ts';
import type { ModuleFacts, Touched } from '../../code/language.ts';
import { makeLean } from '../../code/lean-facts.ts';
import { findSecrets } from '../../code/secrets.ts';
import { sideText, touchedRanges } from '../../code/source-file.ts';
import type { ReadSide } from '../../code/source-file.ts';
import { languageOf } from '../../languages/languages.ts';
import type { KnownLanguage } from '../../languages/languages.ts';
import type { CheckQuery } from '../../standard/check-custom-rules.ts';
import { SyntaxParser } from '../../syntax/parser.ts';
import type { ParsedText, ParseResult } from '../../syntax/parser.ts';
import type { LoadWasm } from '../../syntax/wasm-files.ts';
import { queryChecker } from './check-query.ts';
import type { FileReading, ReadingTask } from './reading.ts';
import { runQueries } from './run-queries.ts';

/** One side on its way from text to facts. */
interface SideToRead {
  readonly side: Side;
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly touched: Touched;
  readonly language: KnownLanguage | undefined;
}

/** Reads facts from texts, in this thread. Broken text is data: it never throws on it. */
export class FileReader {
  readonly #parser: SyntaxParser;
  readonly checkQuery: CheckQuery;

  constructor(loadWasm: LoadWasm) {
    this.#parser = new SyntaxParser(loadWasm);
    this.checkQuery = queryChecker(this.#parser);
  }

  /** Reads both sides of a file. No tree outlives the call. */
  async read({ change, everything, queries = [] }: ReadingTask): Promise<FileReading> {
    const notices: Notice[] = [];
    const [base, head] = [sideToRead(change, 'base', everything), sideToRead(change, 'head', everything)];
    const baseTree = base && (await this.#parse(base, undefined, notices));
    try {
      const older = baseTree && head && base.language?.grammar === head.language?.grammar ? reuse(change, base, head, baseTree) : undefined;
      const baseRead = base && readSide(base, baseTree, notices);
      const baseFound = base && (await runQueries(queries, base, baseTree, this.#parser, notices));
      const headTree = head && (await this.#parse(head, older, notices));
      const headRead = head && readSide(head, headTree, notices);
      const headFound = head && (await runQueries(queries, head, headTree, this.#parser, notices));
      headTree?.delete();
      const [baseSide, headSide] = await Promise.all([
        withSecrets(base, baseRead && { ...baseRead, ...baseFound }),
        withSecrets(head, headRead && { ...headRead, ...headFound }),
      ]);
      return { ...(baseSide && { base: baseSide }), ...(headSide && { head: headSide }), notices };
    } finally {
      baseTree?.delete();
    }
  }

  /** Reads one text of the reviewed tree on its own; undefined where no grammar can. */
  async readText(path: string, text: string, touched: Touched): Promise<FileFacts | undefined> {
    const side: SideToRead = { side: 'head', path, text, lines: new LineIndex(''), touched, language: languageOf(path) };
    const tree = await this.#parse(side, undefined, []);
    const read = readSide(side, tree, []);
    tree?.delete();
    return read.facts;
  }

  /** Reads what a text of the reviewed tree is as a module; undefined where no grammar can. */
  async readModule(path: string, text: string): Promise<ModuleFacts | undefined> {
    const language = languageOf(path);
    if (!language) return undefined;
    const { tree } = await this.#parser.parse(language.grammar, text);
    try {
      return tree && language.adapter.module(tree, { path, text });
    } catch {
      // As with all that is read around a change: it says nothing where it cannot be read.
      return undefined;
    } finally {
      tree?.delete();
    }
  }

  dispose(): Promise<void> {
    return this.#parser.dispose();
  }

  async #parse(side: SideToRead, older: OlderText | undefined, notices: Notice[]): Promise<ParseResult['tree']> {
    const grammar = side.language?.grammar;
    if (!grammar) return undefined;
    const result = await (older ? this.#parser.reparse(grammar, older, older.edits, side.text) : this.#parser.parse(grammar, side.text));
    if (result.failure) notices.push({ ...result.failure, path: side.path });
    return result.tree;
  }
}

interface OlderText extends ParsedText {
  readonly edits: readonly { range: TextRange; length: number }[];
}

function sideToRead(change: FileChange, side: Side, everything: boolean): SideToRead | undefined {
  const text = sideText(change, side);
  const path = change[side]?.path;
  if (text === undefined || path === undefined) return undefined;
  const lines = new LineIndex(text);
  const touched = everything ? 'all' : touchedRanges(change, side, text, () => lines);
  return { side, path, text, lines, touched, language: languageOf(path) };
}

function reuse(change: FileChange, base: SideToRead, head: SideToRead, tree: ParsedText['tree']): OlderText | undefined {
  const edits = hunkEdits(change.hunks, base, head);
  return edits && { text: base.text, tree, edits };
}

function readSide({ side, path, text, touched, language }: SideToRead, tree: ParseResult['tree'], notices: Notice[]): ReadSide {
  if (!language) return { role: roleByPath(path), secrets: [] };
  const role = language.adapter.role(path, text);
  if (!tree) return { role, secrets: [] };
  try {
    const facts = language.adapter.extract(tree, { path, text, touched });
    makeLean(facts);
    return { role, secrets: [], facts };
  } catch (error) {
    notices.push(factsNotRead(path, side, error));
    return { role, secrets: [] };
  }
}

async function withSecrets(side: SideToRead | undefined, read: ReadSide | undefined): Promise<ReadSide | undefined> {
  if (!side || !read) return undefined;
  const touched = side.touched === 'all' ? [{ start: 0, end: side.text.length }] : side.touched;
  return { ...read, secrets: await findSecrets(side.text, touched) };
}

function factsNotRead(path: string, side: Side, error: unknown): Notice {
  return {
    id: 'facts-not-read',
    message: `${path} could not be read at ${side}: ${error instanceof Error ? error.message : String(error)}`,
    remedy: 'Exclude the file if it is generated; otherwise report this with the file.',
    path,
    incomplete: true,
  };
}
