import { createHash } from 'node:crypto';
import { mkdir, open, readdir, stat, unlink, utimes } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** Bytes of all packs together; the oldest go first. */
const mostBytes = 200_000_000;
/** Each is opened at every start. */
const mostPacks = 40;
const suffix = '.facts';
/** Bytes of the length of the index at the start of a pack. */
const prefix = 12;

/** Where an entry is: byte offset after the index, bytes, checksum. */
type Entry = readonly [offset: number, length: number, checksum: string];

interface Pack {
  readonly file: FileHandle;
  readonly bodyStart: number;
  readonly entries: ReadonlyMap<string, Entry>;
}

/**
 * A folder of packs: each holds what one review read, behind an index, since thousands of small files would cost more than reading anew.
 * Whatever is damaged, missing or not allowed is ignored.
 */
export class CachePacks {
  readonly #directory: string;
  readonly #limit: number;
  #packs: Promise<Pack[]> | undefined;

  constructor(directory: string, limit = mostBytes) {
    this.#directory = directory;
    this.#limit = limit;
  }

  async read(key: string): Promise<string | undefined> {
    this.#packs ??= this.#openPacks();
    for (const pack of await this.#packs) {
      const entry = pack.entries.get(key);
      const text = entry && (await readEntry(pack, entry).catch(() => undefined));
      if (text !== undefined) return text;
    }
    return undefined;
  }

  async write(entries: ReadonlyMap<string, string>): Promise<void> {
    try {
      await mkdir(this.#directory, { recursive: true });
      const pack = packOf(entries);
      const name = createHash('sha1')
        .update([...entries.keys()].join())
        .digest('base64url');
      await writeFileAtomic(join(this.#directory, name + suffix), pack, { fsync: false });
      await this.#removeOldest();
    } catch {
      // A full or read-only disk: the next review reads anew.
    }
    await this.close();
  }

  /** Closes the packs; they are opened again when next read. */
  async close(): Promise<void> {
    const packs = await (this.#packs ?? []);
    this.#packs = undefined;
    await Promise.all(packs.map(({ file }) => file.close()));
  }

  async #openPacks(): Promise<Pack[]> {
    const names = await readdir(this.#directory).catch(() => []);
    const packs = await Promise.all(
      names
        .filter((name) => name.endsWith(suffix))
        .sort()
        .map((name) => openPack(join(this.#directory, name)).catch(() => undefined)),
    );
    return packs.filter((pack) => pack !== undefined);
  }

  async #removeOldest(): Promise<void> {
    const names = (await readdir(this.#directory)).filter((name) => name.endsWith(suffix));
    const packs = await Promise.all(
      names.map(async (name) => ({ path: join(this.#directory, name), ...(await sizeAndAge(join(this.#directory, name))) })),
    );
    packs.sort((a, b) => b.time - a.time);
    let total = 0;
    for (const [index, { path, size }] of packs.entries()) {
      total += size;
      if (total > this.#limit || index >= mostPacks) await unlink(path);
    }
  }
}

async function sizeAndAge(path: string): Promise<{ size: number; time: number }> {
  const { size, mtimeMs } = await stat(path);
  return { size, time: mtimeMs };
}

function packOf(entries: ReadonlyMap<string, string>): Buffer {
  const bodies: Buffer[] = [];
  const index: [string, ...Entry][] = [];
  let offset = 0;
  for (const [key, text] of entries) {
    const body = Buffer.from(text);
    index.push([key, offset, body.length, checksumOf(body)]);
    bodies.push(body);
    offset += body.length;
  }
  const head = Buffer.from(JSON.stringify(index));
  return Buffer.concat([Buffer.from(String(head.length).padStart(prefix)), head, ...bodies]);
}

async function openPack(path: string): Promise<Pack> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Number((await bytesAt(file, 0, prefix)).toString('latin1'));
    if (!Number.isSafeInteger(length) || length < 0 || length > size) throw new Error(`${path} is no pack`);
    const index = JSON.parse((await bytesAt(file, prefix, length)).toString('utf8')) as [string, ...Entry][];
    // What is used stays longest.
    await utimes(path, new Date(), new Date());
    return { file, bodyStart: prefix + length, entries: new Map(index.map(([key, ...entry]) => [key, entry])) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readEntry({ file, bodyStart }: Pack, [offset, length, checksum]: Entry): Promise<string | undefined> {
  const bytes = await bytesAt(file, bodyStart + offset, length);
  return checksumOf(bytes) === checksum ? bytes.toString('utf8') : undefined;
}

/** Against damage, not against people. */
function checksumOf(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('base64url');
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, position);
  // What was in the memory before may look like what is missing.
  if (bytesRead < length) throw new Error('a pack is cut off');
  return buffer;
}
