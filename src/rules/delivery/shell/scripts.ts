import type { SourceFile } from '../../../code/code-change.ts';
import type { ScalarNode } from '../../../code/document-node.ts';
import { instructionsOf, scriptOf } from '../dockerfile/dockerfile.ts';
import { gitlabJobs } from '../gitlab/pipeline.ts';
import { stepName, workflowOf } from '../workflow/workflow.ts';

/** A script that a build runs. */
export interface BuildScript {
  readonly node: ScalarNode;
  readonly kind: 'workflow' | 'gitlab' | 'docker';
  /** The job, and the step in it: never a line. */
  readonly where: string;
}

/** The scripts of workflows, pipelines of GitLab and Dockerfiles. */
export function scriptsIn(file: SourceFile): readonly BuildScript[] {
  const steps = workflowOf(file)?.steps ?? [];
  return [
    ...steps.flatMap((step): BuildScript[] =>
      step.run ? [{ node: step.run, kind: 'workflow', where: `${step.job?.id ?? ''} ${stepName(step)}` }] : [],
    ),
    ...gitlabJobs(file).flatMap(({ name, scripts }) => scripts.map((node): BuildScript => ({ node, kind: 'gitlab', where: name }))),
    ...instructionsOf(file).flatMap((instruction): BuildScript[] => {
      const node = scriptOf(instruction);
      return node ? [{ node, kind: 'docker', where: '' }] : [];
    }),
  ];
}
