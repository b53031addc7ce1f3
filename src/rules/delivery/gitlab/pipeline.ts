import type { SourceFile } from '../../../code/code-change.ts';
import { itemsOf, member, membersOf, type DocumentNode, type ScalarNode } from '../../../code/document-node.ts';

export interface GitlabJob {
  readonly name: string;
  readonly node: DocumentNode;
  /** The commands of all its scripts. */
  readonly scripts: readonly ScalarNode[];
}

const known = new WeakMap<SourceFile, readonly GitlabJob[]>();

const pipelinePath = /(?:^|\/)(?:[\w.-]*\.gitlab-ci\.ya?ml|\.gitlab\/ci\/[^/]+\.ya?ml)$/;

/** The pipeline of GitLab that a file holds, behind the inputs that it may declare first (`spec`); none of any other file. */
export function gitlabPipeline(file: SourceFile): DocumentNode | undefined {
  if (!pipelinePath.test(file.path)) return undefined;
  const roots = file.document?.roots ?? [];
  return roots.find((root) => !member(root, 'spec')) ?? roots[0];
}

/** The jobs of a pipeline of GitLab, `default` and templates among them; none of any other file. */
export function gitlabJobs(file: SourceFile): readonly GitlabJob[] {
  const before = known.get(file);
  if (before) return before;
  const members = membersOf(gitlabPipeline(file));
  const read = members
    .filter(([name, node]) => node.kind === 'object' && !other.has(name))
    .map(([name, node]) => ({ name, node, scripts: scriptsOf(node) }));
  known.set(file, read);
  return read;
}

const other = new Set(['variables', 'stages', 'workflow', 'include', 'cache', 'spec', 'pages:deploy']);

function scriptsOf(node: DocumentNode): ScalarNode[] {
  const lists = ['before_script', 'script', 'after_script'].flatMap((name) => member(node, name) ?? []);
  return lists.flatMap((list) => (list.kind === 'array' ? flattened(list) : [list])).filter((each) => each.kind === 'scalar');
}

/** Lists of commands may hold lists, by way of anchors. */
function flattened(list: DocumentNode, depth = 0): readonly DocumentNode[] {
  return itemsOf(list).flatMap((each) => (each.kind === 'array' && depth < 5 ? flattened(each, depth + 1) : [each]));
}
