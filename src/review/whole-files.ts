import type { Side, Snapshot } from '../change/change-set.ts';
import type { SourceFile } from '../code/code-change.ts';
import { sourceFile } from '../code/source-file.ts';
import { languageOf } from '../languages/languages.ts';
import type { Extractor } from './extraction/extractor.ts';

interface WholeFile {
  readonly text: string;
  readonly file: Promise<SourceFile | undefined>;
}

/** Reads files with all their bodies, as if nothing of them had changed. The same text of a file is read once, whoever asks. */
export class WholeFiles {
  readonly #extractor: Extractor;
  readonly #read = { base: new Map<string, WholeFile>(), head: new Map<string, WholeFile>() };

  constructor(extractor: Extractor) {
    this.#extractor = extractor;
  }

  /** Those without a language are left out. */
  async read(files: readonly Pick<Snapshot, 'path' | 'text'>[], side: Side = 'head'): Promise<SourceFile[]> {
    const whole: SourceFile[] = [];
    for (const { path, text } of files) {
      const file = text === undefined ? undefined : await this.#one(side, path, text);
      if (file) whole.push(file);
    }
    return whole;
  }

  #one(side: Side, path: string, text: string): Promise<SourceFile | undefined> {
    const known = this.#read[side].get(path);
    if (known?.text === text) return known.file;
    const file = this.#readNow(side, path, text);
    this.#read[side].set(path, { text, file });
    return file;
  }

  async #readNow(side: Side, path: string, text: string): Promise<SourceFile | undefined> {
    const facts = await this.#extractor.readText(path, text, 'all');
    if (!facts) return undefined;
    const snapshot = { path, text, blob: '', mode: 'file', size: text.length, encoding: 'utf-8', byteOrderMark: false } as const;
    return sourceFile({ kind: 'modified', path, base: snapshot, head: snapshot, hunks: [] }, side, {
      role: languageOf(path)?.adapter.role(path, '') ?? 'production',
      facts,
      secrets: [],
    });
  }
}
