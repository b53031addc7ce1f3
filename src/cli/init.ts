import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import { findRepositoryRoot } from '../git/locate.ts';
import { trackedPaths } from '../git/tracked-paths.ts';
import { standardFileName } from '../standard/references.ts';
import { parseCommand } from './command-line.ts';
import { initCommand } from './commands.ts';
import { exitCodes } from './exit-code.ts';
import { deriveSettings, type DerivedSettings } from './derived-settings.ts';
import type { Command } from './host.ts';

/** `plumbline init`: a standard to start from. */
export const init: Command = async (args, host) => {
  const { options } = parseCommand(initCommand, args);
  if (options.has('hook')) await host.print(hookText);
  else await host.print(await writeStandard(options.get('repo')?.[0] ?? '.', host.signal));
  return exitCodes.passed;
};

async function writeStandard(directory: string, signal: AbortSignal): Promise<string> {
  const root = await findRepositoryRoot(resolve(directory));
  const derived = deriveSettings(await trackedPaths(root, signal));
  const file = join(root, standardFileName);
  try {
    await writeFile(file, (existsSync(join(root, installedSchema)) ? schemaLine : '') + templateWith(derived), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new UserError(`${file} is there already and was left as it is.`, 'See what it amounts to: `plumbline standard print`.', {
        cause: error,
      });
    throw new UserError(`${file} could not be written: ${(error as Error).message}`, 'Look at the permissions of the folder.', {
      cause: error,
    });
  }
  const found = derived.ignore.length + derived.examples.length;
  return [
    `Wrote ${file}. Commit it: a change is judged by the standard of the branch that it goes to.`,
    ...(found > 0
      ? [
          `Of its settings, those for ${[...derived.ignore, ...derived.examples].join(', ')} are guesses by the names of folders: look at them.`,
        ]
      : []),
    '',
  ].join('\n');
}

const installedSchema = 'node_modules/plumbline/media/plumbline.schema.json';

/** Only where the schema is at hand: with a line that leads nowhere, an editor would not take the one that the extension brings. */
const schemaLine = `# yaml-language-server: $schema=${installedSchema}\n`;

const templateWith = ({
  ignore,
  examples,
}: DerivedSettings): string => `# The engineering standard of this repository. Everything here may be left out.
# With the Plumbline extension, VS Code completes and checks this file.
# plumbline rules           lists every rule
# plumbline standard print  shows what is in effect, and why

# Standards to start from: a built-in one, a file, an npm package, or a git repository at a tag or commit.
extends: plumbline:recommended
#  - ./standards/team.yaml
#  - '@acme/plumbline-standard'
#  - github:acme/standard#v1.2.0

gate:
  # From which severity on a new finding fails the review: error, warning, note or never.
  failOn: error

# rules:
#   versioning/oversized-change: off
#   tests/*: warning
#   security/hardcoded-secret:
#     severity: error

# Other settings for some files.
${block('overrides:', examples, (paths) => [`  - paths: [${paths.join(', ')}]`, '    rules:', '      tests/*: off'], "'examples/**'")}

# Files that are not reviewed.
${block('ignore:', ignore, (paths) => paths.map((path) => `  - ${path}`), "'third_party/**'")}

# What may pass for a time, with a reason, and who answers for it.
# waivers:
#   - rule: compatibility/*
#     paths: ['legacy/**']
#     reason: It is replaced in autumn.
#     owner: team-orders
#     expires: 2026-12-31
`;

/** A setting with what was found for it; commented out, with an example, where nothing was. */
function block(key: string, globs: readonly string[], lines: (globs: readonly string[]) => readonly string[], example: string): string {
  const quoted = globs.map((glob) => JSON.stringify(glob));
  return quoted.length > 0 ? [key, ...lines(quoted)].join('\n') : [key, ...lines([example])].map((line) => `# ${line}`).join('\n');
}

const hookText = `Write this to .git/hooks/pre-push and make it executable (chmod +x .git/hooks/pre-push):

#!/bin/sh
# Reviews what is about to be pushed; \`git push --no-verify\` goes round it.
exec plumbline check --outgoing
`;
