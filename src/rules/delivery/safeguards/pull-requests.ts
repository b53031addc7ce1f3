import type { CodeChange, SourceFile } from '../../../code/code-change.ts';
import { itemsOf, member, textsOf, type DocumentNode } from '../../../code/document-node.ts';
import { workflowOf, type Workflow } from '../workflow/workflow.ts';
import type { Check } from './check.ts';

/** Checks of a workflow that are asked of fewer changes before they are merged. */
export interface FewerRuns {
  readonly check: Check;
  readonly before: DocumentNode;
  readonly head: SourceFile;
  readonly at: DocumentNode | undefined;
  /** The branches to which pull requests are no longer checked; absent where none is. */
  readonly branches?: readonly string[];
  /** Pushes to any branch are still checked. */
  readonly isPushed: boolean;
}

const asked = ['pull_request', 'pull_request_target', 'merge_group'];

/** Workflows that ran for pull requests and run for none, or not for those to some branch. */
export function fewerRuns(change: CodeChange, checksOf: (file: SourceFile) => readonly Check[]): readonly FewerRuns[] {
  const after = change.files.flatMap(({ head }) => (head ? [head] : []));
  return change.files.flatMap(({ base, head }): readonly FewerRuns[] => {
    const [was, is] = [base && workflowOf(base), head && workflowOf(head)];
    if (!base || !head || !was || !is || was.isAction) return [];
    const before = was.triggers.get('pull_request') ?? was.triggers.get('pull_request_target');
    const check = checksOf(head).find(({ kind, soft }) => soft === undefined && !isAskedElsewhere(kind, head, after, checksOf));
    if (!before || !check || is.triggers.has('workflow_call')) return [];
    const now = asked.map((name) => is.triggers.get(name)).find((each) => each !== undefined);
    const found = { check, before, head, at: now ?? member(is.root, 'on'), isPushed: isForAllPushes(is) };
    if (!now) return [found];
    const branches = lostBranches(before, now);
    return branches.length > 0 ? [{ ...found, branches }] : [];
  });
}

/** Another workflow of the change makes the same check for pull requests. */
function isAskedElsewhere(
  kind: Check['kind'],
  own: SourceFile,
  after: readonly SourceFile[],
  checksOf: (file: SourceFile) => readonly Check[],
): boolean {
  return after.some((file) => {
    const workflow = file === own ? undefined : workflowOf(file);
    return workflow !== undefined && asked.some((name) => workflow.triggers.has(name)) && checksOf(file).some((each) => each.kind === kind);
  });
}

function isForAllPushes({ triggers }: Workflow): boolean {
  const push = triggers.get('push');
  return push !== undefined && !['branches', 'branches-ignore', 'tags', 'paths'].some((name) => member(push, name));
}

/** The main branches that were named and are not, or were met without being named. */
function lostBranches(before: DocumentNode, now: DocumentNode): readonly string[] {
  const named = (node: DocumentNode): readonly string[] | undefined => {
    const list = member(node, 'branches');
    return list && [...itemsOf(list), ...(list.kind === 'scalar' ? [list] : [])].flatMap(textsOf);
  };
  const [was, is] = [named(before), named(now)];
  if (!was || !is || is.some((each) => /^\*\*?$/.test(each))) return [];
  return was.filter(
    (each) => /^(?:main|master|develop|trunk|next)$/.test(each) && !is.includes(each) && !is.some((other) => main.test(other)),
  );
}

/** A main branch that has another name now. */
const main = /^(?:main|master|trunk)$/;
