import type { SourceFile } from '../../../code/code-change.ts';
import { isTrue, member, nodesOf, type DocumentNode, type ScalarNode } from '../../../code/document-node.ts';

/** A script of a pipeline of CircleCI, Azure, Bitbucket, Travis, Drone or Jenkins, or of a hook of git. */
export interface PipelineScript {
  readonly node: ScalarNode;
  /** Why its failure counts for nothing. */
  readonly soft?: string | undefined;
}

const pipelines =
  /(?:^|\/)(?:\.circleci\/config|(?:\.azure[\w-]{0,20}\/[\w./-]{1,80}|azure-pipelines[\w.-]{0,40})|bitbucket-pipelines|\.travis|appveyor|\.drone|\.woodpecker|\.?lefthook|\.buildkite\/pipeline|cloudbuild|buildspec)\.ya?ml$/;
const jenkins = /(?:^|\/)(?:[\w.-]{0,40}Jenkinsfile[\w.-]{0,40}|[\w.-]{1,80}\.jenkinsfile)$/;
const hooks = /(?:^|\/)\.(?:husky|githooks)\/(?:pre-commit|pre-push|commit-msg)$/;

/** The scripts of a pipeline that is neither GitHub’s nor GitLab’s; none of any other file. */
export function otherPipelines(file: SourceFile): readonly PipelineScript[] {
  if (jenkins.test(file.path)) return inJenkinsfile(file);
  if (hooks.test(file.path)) return [{ node: textNode(file, 0, file.text.length, file.text) }];
  if (!pipelines.test(file.path)) return [];
  return (file.document?.roots ?? []).flatMap((root) => [...nodesOf(root)].flatMap(scriptsOf));
}

const scripts = ['script', 'commands', 'before_script', 'test_script', 'build_script', 'steps'];

function scriptsOf(node: DocumentNode): readonly PipelineScript[] {
  const soft = isTrue(member(node, 'continueOnError')) ? '`continueOnError: true`' : undefined;
  const single = [
    member(node, 'run'),
    member(node, 'run', 'command'),
    member(node, 'bash'),
    member(node, 'powershell'),
    member(node, 'script'),
    member(node, 'command'),
  ];
  const listed = scripts.flatMap((name) => {
    const list = member(node, name);
    return list?.kind === 'array' ? list.items : [];
  });
  return [...single, ...listed].flatMap((each) => (each?.kind === 'scalar' ? [{ node: each, soft }] : []));
}

/** `sh 'npm test'`, `bat "mvn verify"`, `sh """…"""`, `waitForQualityGate()`. */
const jenkinsStep =
  /\b(?:sh|bat|powershell|pwsh)[\s(]{1,4}(?:script:\s{0,4})?(?:"""([^"]{1,5000})"""|'''([^']{1,5000})'''|"([^"\n]{1,2000})"|'([^'\n]{1,2000})')|^[^\S\n]{0,60}(waitForQualityGate|withSonarQubeEnv)\b/gm;

function inJenkinsfile(file: SourceFile): readonly PipelineScript[] {
  return Array.from(file.text.matchAll(jenkinsStep), (match) => {
    const value = match.slice(1).find((each: string | undefined) => each !== undefined) ?? '';
    const start = match.index + match[0].lastIndexOf(value);
    return { node: textNode(file, start, start + value.length, value) };
  });
}

function textNode(file: SourceFile, start: number, end: number, value: string): ScalarNode {
  return { kind: 'scalar', value, file, range: { start, end } };
}
