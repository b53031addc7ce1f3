import { l10n } from 'vscode';
import { fillsOf, mostFitting, templatesOf } from './text-template.ts';
import type { TextTemplate } from './text-template.ts';

/** Names in a text may be texts of their own (what is lost, and why it matters): so deep they are looked up. */
const deepest = 3;

let known: { readonly bundle: object; readonly templates: readonly TextTemplate[] } | undefined;

/**
 * A text of a rule, a finding, a fix, a notice or an expectation in the editor's language. The engine says everything in English, the same for all
 * hosts; the bundle holds its texts with a place for each name in them (`{0}`), and a text is told by what stands around the names.
 * What no translation is known of stays as it is.
 */
export function localised(text: string, depth = 0): string {
  const { bundle } = l10n;
  if (bundle === undefined || depth > deepest) return text;
  if (Object.hasOwn(bundle, text)) return l10n.t(text);
  if (known?.bundle !== bundle) known = { bundle, templates: templatesOf(Object.keys(bundle)) };
  const template = mostFitting(text, known.templates);
  return template ? l10n.t(template.text, ...fillsOf(text, template).map((name) => localised(name, depth + 1))) : text;
}
