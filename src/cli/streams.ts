import type { Writable } from 'node:stream';
import { UserError } from '../base/errors.ts';

/** Lets whoever writes to a stream hear of its errors, instead of ending the process. */
export function reportToWriter(stream: Writable): void {
  stream.on('error', () => undefined);
}

/**
 * Writes all of a text. Resolves when it left the process, also where the reader went away (`plumbline check | head`), which is no error of ours.
 * @throws UserError where it cannot be written, e.g. on a full disk
 */
export function writeAll(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve();
      else
        reject(
          new UserError(
            `Standard output could not be written: ${error.message}`,
            'Is the disk full? Write the report elsewhere: `--output FILE`.',
            { cause: error },
          ),
        );
    });
  });
}
