import { spawn } from 'node:child_process';
import { languageOf } from '../../src/languages/languages.ts';
import { SyntaxParser } from '../../src/syntax/parser.ts';
import type { LoadWasm } from '../../src/syntax/wasm-files.ts';

/** What no review can do without, and nothing else: the list of changes, both sides of each, one parse of each. */
export interface Floor {
  readonly milliseconds: number;
  /** Changed files, with and without a language. */
  readonly files: number;
  /** Lines and bytes of what was parsed, both sides. */
  readonly lines: number;
  readonly bytes: number;
}

export async function measureFloor(repository: string, base: string, head: string, loadWasm: LoadWasm): Promise<Floor> {
  const start = performance.now();
  const raw = await git(repository, ['diff', '--raw', '-z', '--no-abbrev', '-M', base, head]);
  const { files, sides } = readRaw(raw.toString('utf8'));
  const contents = await git(repository, ['cat-file', '--batch', '--buffer'], sides.map(({ blob }) => `${blob}\n`).join(''));
  const parser = new SyntaxParser(loadWasm);
  let [at, lines, bytes] = [0, 0, 0];
  for (const { path } of sides) {
    const end = contents.indexOf(10, at);
    const size = Number(contents.toString('latin1', at, end).split(' ')[2]);
    const text = contents.toString('utf8', end + 1, end + 1 + size);
    at = end + 1 + size + 1;
    const { tree } = await parser.parse(languageOf(path)?.grammar ?? '', text);
    tree?.delete();
    bytes += size;
    lines += countLines(text);
  }
  await parser.dispose();
  return { milliseconds: performance.now() - start, files, lines, bytes };
}

/** The sides that have a language. */
function readRaw(raw: string): { files: number; sides: { blob: string; path: string }[] } {
  const fields = raw.split('\0');
  const sides: { blob: string; path: string }[] = [];
  let files = 0;
  for (let at = 0; at < fields.length && fields[at]?.startsWith(':'); files++) {
    const [, , baseBlob = '', headBlob = '', status = ''] = (fields[at++] ?? '').split(' ');
    const basePath = fields[at++] ?? '';
    const headPath = /^[RC]/.test(status) ? (fields[at++] ?? '') : basePath;
    for (const [blob, path] of [
      [baseBlob, basePath],
      [headBlob, headPath],
    ] as const)
      if (!/^0+$/.test(blob) && languageOf(path)) sides.push({ blob, path });
  }
  return { files, sides };
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

export function git(repository: string, args: readonly string[], input = ''): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', repository, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    // It may have ended before it could be given its input, which then was none it wanted.
    child.stdin.on('error', () => undefined);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks));
      else reject(new Error(`git ${args.join(' ')} ended with ${code}`));
    });
    child.stdin.end(input);
  });
}
