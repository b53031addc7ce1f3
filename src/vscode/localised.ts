import { l10n } from 'vscode';

/** A text of an expectation or a rule in the editor's language: the bundle holds them beside the editor's own texts. */
export function localised(text: string): string {
  return l10n.t(text);
}
