import { workspace, type Uri } from 'vscode';

/** The person's settings, as they hold in one folder. */
export interface Settings {
  /** Reviewed against; undefined for the upstream or the default branch. */
  readonly baseBranch: string | undefined;
  /** Used in place of the repository's own standard. */
  readonly standard: string | undefined;
  readonly runOnSave: boolean;
  /** How long a deep check may take. */
  readonly deepCheckMinutes: number;
}

export function settingsFor(folder: Uri): Settings {
  return {
    baseBranch: trustedText('baseBranch', folder),
    standard: trustedText('standard', folder),
    runOnSave: workspace.getConfiguration('plumbline', folder).get('runOnSave', true),
    deepCheckMinutes: workspace.getConfiguration('plumbline', folder).get('deepCheckMinutes', 5),
  };
}

/** In Restricted Mode the settings that come with the repository do not choose what it is judged by. */
function trustedText(name: string, folder: Uri): string | undefined {
  const settings = workspace.getConfiguration('plumbline', folder);
  const text = (workspace.isTrusted ? settings.get<string>(name) : settings.inspect<string>(name)?.globalValue)?.trim();
  return text === '' ? undefined : text;
}
