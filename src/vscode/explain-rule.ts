import { commands, l10n, Uri, window, workspace } from 'vscode';

/** Opens a rule's page, which comes with the extension, as a preview; asks which one where none is named. */
export async function explainRule(pages: Uri, rule: string | undefined): Promise<void> {
  const chosen =
    rule ?? (await window.showQuickPick(ruleNames(pages), { title: l10n.t('Explain Rule'), placeHolder: l10n.t('Which rule?') }));
  if (chosen === undefined) return;
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(pages, `${chosen}.md`));
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
