import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { severities, type Severity } from '../finding/draft.ts';
import type { FindingsView } from './findings-view.ts';
import { apartKinds, groupings, type ApartKind, type Grouping } from './tree-nodes.ts';
import { apartName, groupingName, severityPlural } from './wording.ts';

interface Choice extends QuickPickItem {
  readonly severity?: Severity;
  readonly apart?: ApartKind;
}

/** Asks what the view shall show. */
export async function chooseFilter(view: FindingsView): Promise<void> {
  const { filter } = view.tree;
  const items: Choice[] = [
    { label: l10n.t('Findings that count'), kind: QuickPickItemKind.Separator },
    ...severities.map((severity) => ({ label: severityPlural(severity), severity, picked: filter.severities.includes(severity) })),
    { label: l10n.t('Kept apart'), kind: QuickPickItemKind.Separator },
    ...apartKinds.map((apart) => ({
      label: apartName(apart),
      description: apartMeaning(apart),
      apart,
      picked: filter.apart.includes(apart),
    })),
  ];
  const picked = await window.showQuickPick(items, { canPickMany: true, title: l10n.t('Show in the findings'), matchOnDescription: true });
  if (!picked) return;
  await view.setFilter({ severities: picked.flatMap(({ severity }) => severity ?? []), apart: picked.flatMap(({ apart }) => apart ?? []) });
}

function apartMeaning(apart: ApartKind): string {
  return {
    suppressed: l10n.t('by a comment, a waiver or the baseline'),
    unsure: l10n.t('below the confidence that the standard asks for'),
    unchanged: l10n.t('not caused by this change'),
    absent: l10n.t('found at base, gone at head'),
  }[apart];
}

/** Asks what the findings shall be grouped by. */
export async function chooseGrouping(view: FindingsView): Promise<void> {
  const items: (QuickPickItem & { readonly grouping: Grouping })[] = groupings.map((grouping) => ({
    label: groupingName(grouping),
    description: grouping === view.tree.grouping ? l10n.t('now') : '',
    grouping,
  }));
  const picked = await window.showQuickPick(items, { title: l10n.t('Group findings by') });
  if (picked) await view.setGrouping(picked.grouping);
}
