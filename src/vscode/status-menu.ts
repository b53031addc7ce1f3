import { commands, l10n, QuickPickItemKind, window, workspace, type QuickPickItem } from 'vscode';
import type { ReviewRuns } from './review-runs.ts';
import { sourceName } from './wording.ts';

interface MenuItem extends QuickPickItem {
  readonly command?: string;
}

/** The menu behind the status bar item. */
export async function showMenu(runs: ReviewRuns): Promise<void> {
  const picked = await window.showQuickPick([...currentItems(runs), ...reviewItems(), ...otherItems()], { title: 'Plumbline' });
  if (picked?.command !== undefined) await commands.executeCommand(picked.command);
}

function currentItems({ state }: ReviewRuns): MenuItem[] {
  if (state.kind === 'idle') return [];
  const name = sourceName(state.question.source);
  if (state.kind === 'running') return [item('$(stop-circle)', l10n.t('Cancel'), 'plumbline.cancel', name)];
  const show = state.kind === 'done' ? [item('$(list-tree)', l10n.t('Show Findings'), 'plumbline.findings.focus')] : [];
  const report = state.kind === 'done' ? [item('$(open-preview)', l10n.t('Open Report'), 'plumbline.openReport')] : [];
  return [
    ...show,
    item('$(refresh)', l10n.t('Review Again'), 'plumbline.reviewAgain', name),
    ...report,
    item('$(clear-all)', l10n.t('Clear'), 'plumbline.clear'),
  ];
}

function reviewItems(): MenuItem[] {
  return [
    { label: l10n.t('Review'), kind: QuickPickItemKind.Separator },
    item('$(git-branch)', l10n.t('Review Branch'), 'plumbline.reviewBranch'),
    item('$(cloud-upload)', l10n.t('Check Before Push'), 'plumbline.checkBeforePush'),
    item('$(diff-added)', l10n.t('Review Staged'), 'plumbline.reviewStaged'),
    item('$(edit)', l10n.t('Review Working Tree'), 'plumbline.reviewWorkingTree'),
    item('$(git-compare)', l10n.t('Review Range…'), 'plumbline.reviewRange'),
    ...(workspace.isTrusted ? [item('$(beaker)', l10n.t('Run Deep Check'), 'plumbline.runDeepCheck')] : []),
  ];
}

function otherItems(): MenuItem[] {
  return [
    { label: l10n.t('Help'), kind: QuickPickItemKind.Separator },
    item('$(book)', l10n.t('Explain Rule…'), 'plumbline.explainRule'),
    item('$(output)', l10n.t('Show Log'), 'plumbline.showLog'),
  ];
}

function item(icon: string, label: string, command: string, description = ''): MenuItem {
  return { label: `${icon} ${label}`, command, description };
}
