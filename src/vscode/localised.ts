import { l10n } from 'vscode';
import { isCustomRule } from '../finding/expectation.ts';
import type { Finding } from '../finding/finding.ts';
import { Translation } from './translation.ts';

let known: { readonly bundle: Readonly<Record<string, string>>; readonly translation: Translation } | undefined;

/** What the engine says, in the editor's language; undefined where that is English. */
export function translation(): Translation | undefined {
  const { bundle } = l10n;
  if (bundle === undefined) return undefined;
  if (known?.bundle !== bundle) known = { bundle, translation: new Translation(bundle) };
  return known.translation;
}

/** A text of a rule, a finding, a fix, a notice or an expectation in the editor's language. What no translation is known of stays as it is. */
export function localised(text: string): string {
  return translation()?.of(text) ?? text;
}

/** What a rule of the standard's own says is the team's, in its own words. */
export function localisedMessage({ rule, message }: Pick<Finding, 'rule' | 'message'>): string {
  return isCustomRule(rule) ? message : localised(message);
}
