import type { ActionPin } from '../../../code/code-change.ts';
import { isCommit, type ActionUse } from './action-use.ts';
import { usesOf, type Workflow } from './workflow.ts';

/** The actions that a workflow names by commits, with the versions that comments behind them say these are. */
export function pinsOf(workflow: Workflow): readonly ActionPin[] {
  return usesOf(workflow).flatMap(({ name, ref, version }) =>
    ref !== undefined && isCommit(ref) && version !== undefined ? [{ action: name, version, commit: ref, path: workflow.file.path }] : [],
  );
}

/** The commit of just this version; else, where only a major or minor version is named, of one that it stands for. */
export function pinFor({ name, ref }: ActionUse, pins: readonly ActionPin[]): ActionPin | undefined {
  if (ref === undefined) return undefined;
  const own = pins.filter(({ action }) => action === name);
  const exact = own.find(({ version }) => plain(version) === plain(ref));
  if (exact || !/^v?\d+(?:\.\d+)?$/.test(ref)) return exact;
  // Of several the repository does not tell which it is.
  const within = own.filter(({ version }) => plain(version).startsWith(`${plain(ref)}.`));
  return new Set(within.map(({ commit }) => commit)).size === 1 ? within[0] : undefined;
}

function plain(version: string): string {
  return version.replace(/^v(?=\d)/, '');
}
