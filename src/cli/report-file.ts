import { writeFileSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { UserError } from '../base/errors.ts';

/**
 * Writes a report so that the file holds all of it or stays as it was.
 * @throws UserError where it cannot be written
 */
export async function writeReportFile(file: string, text: string): Promise<void> {
  try {
    await ((await isSpecial(file)) ? writeFile(file, text) : replaceFile(file, text));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const [reason, hint] = explanations(file)[code ?? ''] ?? [
      error instanceof Error ? error.message : String(error),
      'Write it elsewhere.',
    ];
    throw new UserError(`The report ${file} could not be written: ${reason}. Nothing was changed.`, hint, { cause: error });
  }
}

/** The library writes once and takes what was not written any more for written: so its file is filled here, to the end or to the error. */
function replaceFile(file: string, text: string): Promise<void> {
  return writeFileAtomic(file, '', {
    tmpfileCreated: (beside) => {
      writeFileSync(beside, text);
    },
  });
}

/** A device or a pipe (`/dev/stderr`) is written to; a renamed file would take its place. */
async function isSpecial(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

function explanations(file: string): Readonly<Record<string, readonly [reason: string, hint: string]>> {
  const folder = dirname(file);
  return {
    ENOENT: [`there is no folder ${folder}`, 'Make the folder first.'],
    ENOTDIR: [`${folder} is not a folder`, 'Name a file in a folder.'],
    EISDIR: ['it is a folder', 'Name a file.'],
    EACCES: ['there is no permission', `Look at the permissions of ${folder}, or write it elsewhere.`],
    EPERM: ['it is not allowed', `Look at the permissions of ${folder}, or write it elsewhere.`],
    EROFS: ['the disk is read-only', 'Write it elsewhere.'],
    ENOSPC: ['the disk is full', 'Make room, or write it elsewhere.'],
    EFBIG: ['it is larger than files may be here', 'Raise the limit (`ulimit -f`), or write it elsewhere.'],
    EDQUOT: ['the quota is used up', 'Make room, or write it elsewhere.'],
  };
}
