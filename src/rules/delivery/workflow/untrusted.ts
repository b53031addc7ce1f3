import { itemsOf, member, nodesOf, type DocumentNode } from '../../../code/document-node.ts';
import { expressionsIn, type Expression } from './expression.ts';
import type { Step, Workflow } from './workflow.ts';

/**
 * Who decides what an expression stands for. `anyone`: whoever can open an issue or a pull request. `caller`: who starts the workflow or uses the action.
 * `writer`: who can push a branch or a tag. `unknown`: whatever an earlier step or another job made of its input.
 */
export type Author = 'anyone' | 'caller' | 'writer' | 'unknown';

export interface Untrusted {
  readonly author: Author;
  /** As in `github.event.issue.title`. */
  readonly name: string;
  readonly expression: Expression;
}

/** The parts of an expression whose text ends up in what it stands for, and who writes that text. */
export function untrustedIn(expression: Expression, step: Step): readonly Untrusted[] {
  return flowing(expression).flatMap((part) => {
    const author = part.path.length === 0 ? undefined : authorOf(part.path, step);
    return author ? [{ author, name: part.path.join('.'), expression: part }] : [];
  });
}

type Context = Extract<Expression, { kind: 'context' }>;

/** Functions whose result is no text of their arguments. */
const closed = new Set(['contains', 'startswith', 'endswith', 'always', 'success', 'failure', 'cancelled', 'hashfiles']);

function flowing(expression: Expression): readonly Context[] {
  if (expression.kind === 'literal') return [];
  if (expression.kind === 'context') return [expression];
  if (expression.kind === 'call') return closed.has(expression.name) ? [] : expression.arguments.flatMap(flowing);
  const { operator, operands } = expression;
  if (operator === '&&') return operands.slice(1).flatMap(flowing);
  if (operator === '||') return operands.flatMap(flowing);
  if (!operator.startsWith('.')) return [];
  // `(a || b).name` is `a.name` or `b.name`.
  return operands.flatMap(flowing).map((each) => ({ ...each, path: [...each.path, ...operator.slice(1).split('.')] }));
}

function authorOf(path: readonly string[], step: Step): Author | undefined {
  const [root, name = ''] = path;
  switch (root) {
    case 'github':
      return authorOfEvent(path);
    case 'inputs':
      return isPlainInput(name, step.workflow) ? undefined : 'caller';
    case 'env':
      return authorOfVariable(name, step);
    case 'matrix':
      return authorInMatrix(name, step);
    case 'steps':
      return authorOfOutput(path, step);
    case 'needs':
      return /^(?:outcome|conclusion|result)$/.test(path.at(-1) ?? '') ? undefined : 'unknown';
    case 'jobs':
    case 'strategy':
    case 'runner':
    case 'secrets':
    case 'vars':
    case 'job':
      return undefined;
    default:
      return 'unknown';
  }
}

/** What GitHub itself sets, in a form that can hold no script. */
const plain =
  /(?:^|[._])(?:id|node_id|number|sha|type|url|before|after|state|draft|fork|private|locked|merged|size|count|timestamp|created_at|updated_at|author_association|action|conclusion|status|event|login|run_number|run_attempt|additions|deletions|commits|changed_files)$|_(?:url|count|at|id)$/;

/** Texts of events that anyone writes. */
const free =
  /^event\.(?:\*$|$|(?:issue|pull_request|discussion)\.(?:title|body|\*)$|(?:comment|review|review_comment|discussion)\.(?:title|body)$|pull_request\.head\.(?:ref|label)$|pull_request\.head\.repo\.(?:default_branch|description|homepage)$|pages\.|commits\.|head_commit\.(?:message|author\.|committer\.)|workflow_run\.(?:head_branch|display_title|head_commit\.|head_repository\.description|pull_requests\.)|forkee\.|release\.(?:name|body)$|milestone\.|label\.)/;

const writers = new Set(['ref', 'ref_name', 'base_ref', 'triggering_actor', 'actor']);

function authorOfEvent(path: readonly string[]): Author | undefined {
  const [, name = ''] = path;
  if (path.length === 1 || name === '*' || name === '[]') return 'anyone';
  if (name === 'head_ref') return 'anyone';
  if (name !== 'event') return writers.has(name) && !name.includes('actor') ? 'writer' : undefined;
  const event = path.slice(1).join('.');
  if (path.length === 2) return 'anyone';
  if (event.startsWith('event.inputs.') || event.startsWith('event.client_payload')) return 'caller';
  if (free.test(event)) return 'anyone';
  return plain.test(event) ? undefined : event.endsWith('.ref') ? 'writer' : 'unknown';
}

/** A row of a matrix that is written down holds what the workflow says; one that is computed, what it is computed from. */
function authorInMatrix(name: string, step: Step): Author | undefined {
  const matrix = member(step.job?.node, 'strategy', 'matrix');
  if (matrix?.kind !== 'object') return authorOfText(matrix, step);
  const rows = [folded(matrix, name), ...itemsOf(member(matrix, 'include')).map((each) => folded(each, name))];
  const computed = member(matrix, 'include')?.kind === 'scalar' ? [member(matrix, 'include')] : [];
  const given = [...rows, ...computed].filter((each) => each !== undefined);
  return given.length === 0 ? 'unknown' : strongest(given.flatMap((each) => [...nodesOf(each)].map((node) => authorOfText(node, step))));
}

function authorOfText(node: DocumentNode | undefined, step: Step): Author | undefined {
  if (node?.kind !== 'scalar') return undefined;
  return strongest(
    expressionsIn(String(node.value))
      .flatMap(flowing)
      .map((each) => (each.path[0] === 'matrix' ? undefined : authorOf(each.path, step))),
  );
}

function strongest(authors: readonly (Author | undefined)[]): Author | undefined {
  return (['anyone', 'caller', 'writer', 'unknown'] as const).find((author) => authors.includes(author));
}

/** Outputs of actions that hand on what a pull request holds: names of branches and of files. */
const outsideOutputs: Readonly<Record<string, RegExp>> = {
  'tj-actions/changed-files': /_files$/,
  'tj-actions/branch-names': /^(?:current_branch|head_ref_branch|ref_branch)$/,
  'dorny/paths-filter': /_files$/,
  'jitterbit/get-changed-files': /./,
  'trilom/file-changes-action': /^files/,
  'xt0rted/pull-request-comment-branch': /^head_ref$/,
  'eficode/resolve-pr-refs': /^head_ref$/,
  'potiuk/get-workflow-origin': /^(?:source|target)(?:head)?branch$/,
  'alessbell/pull-request-comment-branch': /^head_ref$/,
  'rlespinasse/github-slug-action': /./,
};

function authorOfOutput(path: readonly string[], step: Step): Author | undefined {
  if (/^(?:outcome|conclusion)$/.test(path.at(-1) ?? '')) return undefined;
  const [, id = '', , output = ''] = path;
  const from = step.workflow.steps.find((each) => each.job === step.job && String(scalarAt(each.node, 'id') ?? '').toLowerCase() === id);
  return outsideOutputs[from?.uses?.name ?? '']?.test(output) ? 'anyone' : 'unknown';
}

/** An input that can hold no script: its type says so. */
function isPlainInput(name: string, { root, triggers, isAction }: Workflow): boolean {
  if (isAction) return false;
  const declared = [...triggers.values()].map((trigger) => folded(member(trigger, 'inputs'), name));
  const types = declared.filter((each) => each !== undefined).map((each) => String(scalarAt(each, 'type') ?? 'string'));
  return root.members.size > 0 && types.length > 0 && types.every((type) => /^(?:boolean|number|choice|environment)$/.test(type));
}

function scalarAt(node: DocumentNode, name: string) {
  const found = member(node, name);
  return found?.kind === 'scalar' ? found.value : undefined;
}

/** A variable stands for what it is given; for what an earlier step wrote where nobody gives it anything. */
function authorOfVariable(name: string, step: Step): Author | undefined {
  const owners = [step.node, step.job?.node, step.workflow.root];
  const given = owners.map((owner) => folded(member(owner, 'env'), name)).find((each) => each !== undefined);
  if (given?.kind !== 'scalar') return undefined;
  const authors = expressionsIn(String(given.value))
    .flatMap(flowing)
    .map((each) => (each.path[0] === 'env' ? undefined : authorOf(each.path, step)));
  return strongest(authors);
}

function folded(node: DocumentNode | undefined, name: string): DocumentNode | undefined {
  if (node?.kind !== 'object') return undefined;
  return node.members.get(name) ?? [...node.members].find(([key]) => key.toLowerCase() === name)?.[1];
}
