import type { Snapshot } from '../change/change-set.ts';
import type { SourceFile } from '../code/code-change.ts';
import { sourceFile } from '../code/source-file.ts';
import { languageOf } from '../languages/languages.ts';
import type { Extractor } from './extraction/extractor.ts';

interface WholeFile {
  readonly text: string;
  readonly file: Promise<SourceFile | undefined>;
}

/** Reads files of head with all their bodies, as if nothing of them had changed. The same text of a file is read once, whoever asks. */
export class WholeFiles {
  readonly #extractor: Extractor;
  readonly #read = new Map<string, WholeFile>();

  constructor(extractor: Extractor) {
    this.#extractor = extractor;
  }

  /** Those without a language are left out. */
  async read(files: readonly Pick<Snapshot, 'path' | 'text'>[]): Promise<SourceFile[]> {
    const whole: SourceFile[] = [];
    for (const { path, text } of files) {
      const file = text === undefined ? undefined : await this.#one(path, text);
      if (file) whole.push(file);
    }
    return whole;
  }

  #one(path: string, text: string): Promise<SourceFile | undefined> {
    const known = this.#read.get(path);
    if (known?.text === text) return known.file;
    const file = this.#readNow(path, text);
    this.#read.set(path, { text, file });
    return file;
  }

  async #readNow(path: string, text: string): Promise<SourceFile | undefined> {
    const facts = await this.#extractor.readText(path, text, 'all');
    if (!facts) return undefined;
    const snapshot = { path, text, blob: '', mode: 'file', size: text.length, encoding: 'utf-8', byteOrderMark: false } as const;
    return sourceFile({ kind: 'modified', path, base: snapshot, head: snapshot, hunks: [] }, 'head', {
      role: languageOf(path)?.adapter.role(path, '') ?? 'production',
      facts,
      secrets: [],
    });
  }
}
