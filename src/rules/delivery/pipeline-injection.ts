import * as z from 'zod/mini';
import type { ScalarNode } from '../../code/document-node.ts';
import { placeInScalar } from '../../code/scalar-place.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineFileRule } from '../rule.ts';
import { gitlabJobs, type GitlabJob } from './gitlab/pipeline.ts';
import { commandsIn, invoked } from './shell/commands.ts';

const path = '.gitlab-ci.yml';
const job = (script: string): string => `release:\n  script:\n    - ${script}\n`;

export const pipelineInjection = defineFileRule({
  id: 'delivery/pipeline-injection',
  title: 'A pipeline of GitLab runs text that others write',
  reason:
    'Whoever pushes a branch or opens a merge request chooses its name, its title and the messages of its commits. Where such a text is handed to a second shell or interpreter, a `;` or `$(…)` in it is run with the variables of the job.',
  remedy: 'Hand it over as an argument or in the environment, in quotes, to a program that takes it as data; leave `expand_vars` out.',
  severity: 'error',
  confidence: 'medium',
  languages: 'any',
  cwe: [94, 78],
  sources: [
    { title: 'GitLab: predefined variables', url: 'https://docs.gitlab.com/ci/variables/predefined_variables/' },
    {
      title: 'OWASP: Poisoned pipeline execution',
      url: 'https://owasp.org/www-project-top-10-ci-cd-security-risks/CICD-SEC-04-Poisoned-Pipeline-Execution',
    },
  ],
  limits:
    'A variable that the shell itself expands is data, and no finding; one that a second shell reads (`eval`, `sh -c`, `ssh`) is. What a caller gives as an input is put into the script as text: a note.',
  examples: [
    {
      name: 'the message of a commit is read by a second shell',
      base: {},
      head: { [path]: job('eval "notify $CI_COMMIT_MESSAGE"') },
      finds: [
        `${path}:3 \`CI_COMMIT_MESSAGE\`, which whoever pushes or opens a merge request writes, is read by \`eval\` as a script: hand it over as data.`,
      ],
    },
    { name: 'the shell expands it', base: {}, head: { [path]: job('./notify --text "$CI_COMMIT_MESSAGE"') }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    for (const each of gitlabJobs(file)) for (const script of each.scripts) yield* injected(script, each);
  },
});

/** Variables whose text whoever pushes or opens a merge request chooses. */
const outside =
  /\$\{?(CI_COMMIT_(?:MESSAGE|TITLE|DESCRIPTION|AUTHOR|BRANCH|TAG|TAG_MESSAGE|REF_NAME)|CI_MERGE_REQUEST_(?:TITLE|DESCRIPTION|SOURCE_BRANCH_NAME|LABELS|MILESTONE|ASSIGNEES)|CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME|CI_BUILD_REF_NAME|GITLAB_USER_NAME)\b/;

function* injected(script: ScalarNode, { name }: GitlabJob): Generator<FindingDraft> {
  for (const command of commandsIn(String(script.value))) {
    const words = invoked(command);
    const reader = secondReader(words);
    const variable = reader === undefined ? undefined : outside.exec(words.join(' '))?.[1];
    if (reader !== undefined && variable !== undefined)
      yield draft(script, command.range, name, variable, {
        message: `\`${variable}\`, which whoever pushes or opens a merge request writes, is read by \`${reader}\` as a script: hand it over as data.`,
      });
  }
  for (const match of String(script.value).matchAll(/\$\[\[\s{0,4}inputs\.([\w-]{1,80})[^\]]{0,200}\]\]/g)) {
    const expands = match[0].includes('expand_vars');
    yield draft(script, { start: match.index, end: match.index + match[0].length }, name, match[1] ?? '', {
      message: expands
        ? `The input \`${match[1] ?? ''}\` becomes part of the script, with the variables in it expanded: leave \`expand_vars\` out.`
        : `The input \`${match[1] ?? ''}\` becomes part of the script before it runs: hand it over as a variable.`,
      ...(!expands && { severity: 'note' as const, confidence: 'low' as const }),
    });
  }
}

function draft(
  script: ScalarNode,
  range: { readonly start: number; readonly end: number },
  job: string,
  name: string,
  said: Pick<FindingDraft, 'message' | 'severity' | 'confidence'>,
): FindingDraft {
  return {
    ...said,
    place: { file: script.file, range: placeInScalar(script, range) },
    subject: `${job} ${name}`,
    content: name,
    properties: { category: 'ci-injection' },
  };
}

/** The command that takes its arguments as a script. */
function secondReader([program = '', ...rest]: readonly string[]): string | undefined {
  if (program === 'eval' || program === 'ssh') return program;
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (/^(?:ba|z|da|k)?sh$/.test(name) && rest.some((word) => /^-\w{0,3}c$/.test(word))) return `${name} -c`;
  if (/^(?:python3?|node|ruby|perl|php)$/.test(name) && rest.some((word) => /^-(?:c|e|r)$/.test(word))) return name;
  return name === 'kubectl' && rest.includes('exec') && rest.some((word) => /^-\w{0,3}c$/.test(word)) ? 'kubectl exec' : undefined;
}
