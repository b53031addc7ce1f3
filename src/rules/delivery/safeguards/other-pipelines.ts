import type { SourceFile } from '../../../code/code-change.ts';
import { isTrue, member, nodesOf, type DocumentNode, type ScalarNode } from '../../../code/document-node.ts';

/** A script of a pipeline of CircleCI, Azure, Bitbucket or Drone. */
export interface PipelineScript {
  readonly node: ScalarNode;
  /** Why its failure counts for nothing. */
  readonly soft?: string | undefined;
}

const pipelines = /(?:^|\/)(?:\.circleci\/config|azure-pipelines|bitbucket-pipelines|\.drone|\.woodpecker)\.ya?ml$/;

/** The scripts of a pipeline that is neither GitHub’s nor GitLab’s; none of any other file. */
export function otherPipelines(file: SourceFile): readonly PipelineScript[] {
  if (!pipelines.test(file.path)) return [];
  return (file.document?.roots ?? []).flatMap((root) => [...nodesOf(root)].flatMap(scriptsOf));
}

function scriptsOf(node: DocumentNode): readonly PipelineScript[] {
  const soft = isTrue(member(node, 'continueOnError')) ? '`continueOnError: true`' : undefined;
  const single = [
    member(node, 'run'),
    member(node, 'run', 'command'),
    member(node, 'bash'),
    member(node, 'powershell'),
    member(node, 'script'),
  ];
  const listed = [member(node, 'script'), member(node, 'commands')].flatMap((each) => (each?.kind === 'array' ? each.items : []));
  return [...single, ...listed].flatMap((each) => (each?.kind === 'scalar' ? [{ node: each, soft }] : []));
}
