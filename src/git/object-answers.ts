/** What git says of one object it has. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Empty where only was asked what there is. */
  readonly bytes: Buffer;
}

const FEED = 10;
const NOTHING = Buffer.alloc(0);

/** Reads what `git cat-file --batch` or `--batch-check` writes, piece by piece: `ID TYPE SIZE`, and with `--batch` the bytes, each with a line feed after it. */
export class ObjectAnswers {
  readonly #withContent: boolean;
  readonly #onAnswer: (object: GitObject | undefined) => void;
  #chunks: Buffer[] = [];
  #length = 0;
  /** How many bytes must be there before it is worth to look again. */
  #needed = 1;

  /** @param onAnswer is given undefined for what git does not have */
  constructor(withContent: boolean, onAnswer: (object: GitObject | undefined) => void) {
    this.#withContent = withContent;
    this.#onAnswer = onAnswer;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#needed) return;
    const all = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    const rest = all.subarray(this.#parse(all));
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
  }

  /** Gives how far it came. */
  #parse(all: Buffer): number {
    let at = 0;
    for (let feed = all.indexOf(FEED); feed !== -1; feed = all.indexOf(FEED, at)) {
      const header = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(all.toString('utf8', at, feed));
      const [, id = '', type = '', size = '0'] = header ?? [];
      const end = header && this.#withContent ? feed + 1 + Number(size) : feed;
      if (end >= all.length) {
        this.#needed = end + 1 - at;
        return at;
      }
      const bytes = this.#withContent ? all.subarray(feed + 1, end) : NOTHING;
      this.#onAnswer(header ? { id, type, size: Number(size), bytes } : undefined);
      at = end + 1;
    }
    this.#needed = all.length - at + 1;
    return at;
  }
}
