import type { SourceFile } from '../../../code/code-change.ts';
import {
  itemsOf,
  member,
  membersOf,
  textOf,
  textsOf,
  type DocumentNode,
  type ObjectNode,
  type ScalarNode,
} from '../../../code/document-node.ts';
import { actionUse, type ActionUse } from './action-use.ts';

/** A workflow of GitHub Actions, or an action made of steps. */
export interface Workflow {
  readonly file: SourceFile;
  readonly root: ObjectNode;
  /** Events by name, with what is said about them; empty for an action. */
  readonly triggers: ReadonlyMap<string, DocumentNode>;
  readonly isAction: boolean;
  readonly jobs: readonly Job[];
  /** Every step once, whatever aliases there are. */
  readonly steps: readonly Step[];
}

export interface Job {
  readonly workflow: Workflow;
  readonly id: string;
  readonly node: ObjectNode;
  /** The reusable workflow that the job calls. */
  readonly uses?: ActionUse | undefined;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly workflow: Workflow;
  /** Absent in an action. */
  readonly job?: Job | undefined;
  readonly node: ObjectNode;
  readonly uses?: ActionUse | undefined;
  readonly run?: ScalarNode | undefined;
}

const known = new WeakMap<SourceFile, { readonly workflow: Workflow | undefined }>();

/** The workflow or composite action that a file holds. Read once. */
export function workflowOf(file: SourceFile): Workflow | undefined {
  const before = known.get(file);
  if (before) return before.workflow;
  const workflow = read(file);
  known.set(file, { workflow });
  return workflow;
}

const workflowPath = /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/;
const actionPath = /(?:^|\/)action\.ya?ml$/;

/** Whether a file may be a workflow, or an action made of steps. */
export function isWorkflowPath(path: string): boolean {
  return actionPath.test(path) || workflowPath.test(path);
}

/** Everything that the jobs and steps use. */
export function usesOf({ jobs, steps }: Workflow): readonly ActionUse[] {
  return [...jobs, ...steps].flatMap((each) => each.uses ?? []);
}

function read(file: SourceFile): Workflow | undefined {
  const isAction = actionPath.test(file.path);
  if (!isAction && !workflowPath.test(file.path)) return undefined;
  const root = file.document?.roots[0];
  if (root?.kind !== 'object' || !root.members.has(isAction ? 'runs' : 'jobs')) return undefined;
  const steps: Step[] = [];
  const jobs: Job[] = [];
  const workflow: Workflow = { file, root, isAction, triggers: isAction ? new Map() : triggersOf(root), jobs, steps };
  const seen = new Set<DocumentNode>();
  for (const [id, node] of membersOf(member(root, 'jobs'))) if (node.kind === 'object') jobs.push(jobOf(id, node, workflow, seen));
  steps.push(...(isAction ? stepsOf(member(root, 'runs', 'steps'), { workflow }, seen) : jobs.flatMap((job) => job.steps)));
  return workflow;
}

function jobOf(id: string, node: ObjectNode, workflow: Workflow, seen: Set<DocumentNode>): Job {
  const steps: Step[] = [];
  const job: Job = { workflow, id, node, uses: actionUse(member(node, 'uses')), steps };
  steps.push(...stepsOf(member(node, 'steps'), { workflow, job }, seen));
  return job;
}

function stepsOf(list: DocumentNode | undefined, owner: Pick<Step, 'workflow' | 'job'>, seen: Set<DocumentNode>): Step[] {
  return itemsOf(list).flatMap((node) => {
    if (node.kind !== 'object' || seen.has(node)) return [];
    seen.add(node);
    return [{ ...owner, node, uses: actionUse(member(node, 'uses')), run: scalar(member(node, 'run')) }];
  });
}

/** `on` is read as a name, not as the boolean that it is in YAML 1.1. */
function triggersOf(root: ObjectNode): ReadonlyMap<string, DocumentNode> {
  const on = member(root, 'on') ?? member(root, 'true');
  if (on?.kind === 'object') return on.members;
  const names = on?.kind === 'array' ? on.items : on ? [on] : [];
  return new Map(names.flatMap((node): [string, DocumentNode][] => textsOf(node).map((name) => [name, node])));
}

function scalar(node: DocumentNode | undefined): ScalarNode | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node : undefined;
}

/** An input of a step, as a scalar. */
export function inputOf(step: Step, name: string): ScalarNode | undefined {
  const node = inputs(step).find(([key]) => key.toLowerCase() === name)?.[1];
  return node?.kind === 'scalar' ? node : undefined;
}

export function inputs(step: Step): readonly (readonly [string, DocumentNode])[] {
  return membersOf(member(step.node, 'with'));
}

/** What a step is called in a message: its name, its id, or what it does. */
export function stepName(step: Step): string {
  const name = textOf(member(step.node, 'name')) ?? textOf(member(step.node, 'id')) ?? step.uses?.text;
  return (
    name ??
    (
      String(step.run?.value ?? '')
        .trim()
        .split('\n', 1)[0] ?? ''
    ).slice(0, 60)
  );
}

/** The same for findings on equal steps of one job: never a line. */
export function stepSubject(step: Step): string {
  return `${step.job?.id ?? ''} ${stepName(step)}`;
}
