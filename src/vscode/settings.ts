import { workspace, type Uri } from 'vscode';
import type { TypesQuestion } from './engine-protocol.ts';

/** The person's settings, as they hold in one folder. */
export interface Settings {
  /** Reviewed against; undefined for the upstream or the default branch. */
  readonly baseBranch: string | undefined;
  /** Used in place of the repository's own standard. */
  readonly standard: string | undefined;
  readonly runOnSave: boolean;
  /** The person's own TypeScript that is asked whether changed types fit, and for how many seconds; undefined where none is named. */
  readonly types: TypesQuestion | undefined;
  /** How long a deep check may take. */
  readonly deepCheckMinutes: number;
}

export function settingsFor(folder: Uri): Settings {
  return {
    baseBranch: trustedText('baseBranch', folder),
    standard: trustedText('standard', folder),
    types: typesFor(folder),
    runOnSave: workspace.getConfiguration('plumbline', folder).get('runOnSave', true),
    deepCheckMinutes: workspace.getConfiguration('plumbline', folder).get('deepCheckMinutes', 5),
  };
}

/** The setting is the machine's: no repository sets it. */
function typesFor(folder: Uri): TypesQuestion | undefined {
  const settings = workspace.getConfiguration('plumbline', folder);
  const typescript = settings.get('typescript', '').trim();
  if (typescript === '') return undefined;
  return { typescript, seconds: settings.get('typescriptSeconds', 30) };
}

/** In Restricted Mode the settings that come with the repository do not choose what it is judged by. */
function trustedText(name: string, folder: Uri): string | undefined {
  const settings = workspace.getConfiguration('plumbline', folder);
  const text = (workspace.isTrusted ? settings.get<string>(name) : settings.inspect<string>(name)?.globalValue)?.trim();
  return text === '' ? undefined : text;
}
