import type { Writable } from 'node:stream';

/** Lets a stream end quietly when its reader goes away (`plumbline check | head`), which is no error of ours. */
export function endQuietly(stream: Writable): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Writes all of a text. Resolves when it left the process, also where nobody reads it any more. */
export function writeAll(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => {
      resolve();
    });
  });
}
