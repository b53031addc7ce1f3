import { commands, l10n, Uri, window, workspace } from 'vscode';
import { isCustomRule } from '../finding/expectation.ts';
import { translation } from './localised.ts';
import type { ReportDocument } from './open-report.ts';

/** Opens a rule's page as a preview: one that comes with the extension, or one that is made from the standard's own rule; asks which one where none is named. */
export async function explainRule(pages: Uri, report: ReportDocument, rule: string | undefined): Promise<void> {
  const names = async (): Promise<readonly string[]> => [...(await ruleNames(pages)), ...report.ownRules()];
  const chosen = rule ?? (await window.showQuickPick(names(), { title: l10n.t('Explain Rule'), placeHolder: l10n.t('Which rule?') }));
  if (chosen === undefined) return;
  if (isCustomRule(chosen)) await report.openRule(chosen);
  else if (translation() !== undefined) await report.openTranslated(Uri.joinPath(pages, `${chosen}.md`), chosen);
  else await commands.executeCommand('markdown.showPreview', Uri.joinPath(pages, `${chosen}.md`));
}

async function ruleNames(pages: Uri): Promise<string[]> {
  const groups = (await workspace.fs.readDirectory(pages)).filter(([name]) => !name.includes('.'));
  const names = await Promise.all(
    groups.map(async ([group]) =>
      (await workspace.fs.readDirectory(Uri.joinPath(pages, group))).flatMap(([name]) =>
        name.endsWith('.md') ? [`${group}/${name.slice(0, -3)}`] : [],
      ),
    ),
  );
  return names.flat().sort();
}
