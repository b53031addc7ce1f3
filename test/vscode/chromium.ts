import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'];

/**
 * The Chromium that shows the workbench: `PLUMBLINE_CHROMIUM` if set, else the first one found.
 * @throws Error that says how to get one.
 */
export function findChromium(): string {
  const chosen = process.env['PLUMBLINE_CHROMIUM'];
  if (chosen !== undefined) return existing(chosen);
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...PLACES];
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium was found; the tests need one to show the VS Code window.\n' +
      'Install it with `apt-get install chromium` (Debian, Ubuntu), or set PLUMBLINE_CHROMIUM to the path of a Chromium or Chrome.',
  );
}

function existing(path: string): string {
  if (isExecutable(path)) return path;
  throw new Error(`PLUMBLINE_CHROMIUM is set to ${path}, which is not a program. Set it to the path of a Chromium or Chrome.`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
