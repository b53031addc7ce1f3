import * as z from 'zod/mini';
import { itemsOf, member, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { gitlabPipeline } from './gitlab/pipeline.ts';
import { isCommit } from './workflow/action-use.ts';

const path = '.gitlab-ci.yml';
const jobs = 'test:\n  script:\n    - make test\n';

export const unpinnedInclude = defineFileRule({
  id: 'delivery/unpinned-include',
  title: 'A pipeline includes one that can change under it',
  reason:
    'What is included runs with the variables and the tokens of this pipeline. A file behind a URL, or on a branch of another project, can be changed by whoever writes there, without a change here that anyone could review.',
  remedy: 'Name a commit or a protected tag of the other project (`ref`), the version of a component, or the `integrity` of a remote file.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [829, 494],
  sources: [{ title: 'GitLab: include', url: 'https://docs.gitlab.com/ci/yaml/#include' }],
  limits: 'A tag of another project is believed to stay where it is. Files and templates of the same instance are left alone.',
  examples: [
    {
      name: 'a remote file and a project without a version are included',
      base: { [path]: jobs },
      head: {
        [path]: `include:\n  - remote: https://example.org/ci.yml\n  - project: acme/pipelines\n    file: /test.yml\n${jobs}`,
      },
      finds: [
        `${path}:2 The pipeline includes \`https://example.org/ci.yml\`, which can be changed without a change here: keep a copy, or give its \`integrity\`.`,
        `${path}:3 The pipeline includes a file of \`acme/pipelines\` without a \`ref\`, as it happens to be on the default branch: name a commit or a tag.`,
      ],
    },
    {
      name: 'versions are named',
      base: {},
      head: {
        [path]: `include:\n  - project: acme/pipelines\n    ref: v2.4.0\n    file: /test.yml\n  - local: /ci/build.yml\n  - component: $CI_SERVER_FQDN/acme/scan/all@1.2.0\n${jobs}`,
      },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    const include = member(gitlabPipeline(file), 'include');
    const all = include?.kind === 'array' ? itemsOf(include) : include ? [include] : [];
    for (const each of all) yield* loose(each);
  },
});

function* loose(include: DocumentNode): Generator<FindingDraft> {
  const remote = member(include, 'remote') ?? (include.kind === 'scalar' ? include : undefined);
  const url = textOf(remote) ?? '';
  if (remote && /^https?:/.test(url) && !member(include, 'integrity') && !/[/@][0-9a-f]{40}\//.test(url))
    yield at(
      remote,
      url,
      `The pipeline includes \`${url}\`, which can be changed without a change here: keep a copy, or give its \`integrity\`.`,
    );
  yield* looseProject(include);
  const component = member(include, 'component');
  const [name = '', version = ''] = (textOf(component) ?? '').split('@');
  if (component && /^(?:|~latest|main|master|HEAD)$/.test(version))
    yield at(component, name, `The component \`${name}\` is taken in whatever version there is: name one.`);
}

function* looseProject(include: DocumentNode): Generator<FindingDraft> {
  const project = member(include, 'project');
  const name = textOf(project) ?? '';
  // A project that is this one again has only this one's writers.
  if (!project || name.includes('CI_PROJECT_PATH')) return;
  const ref = textOf(member(include, 'ref'));
  if (ref === undefined)
    yield at(
      project,
      name,
      `The pipeline includes a file of \`${name}\` without a \`ref\`, as it happens to be on the default branch: name a commit or a tag.`,
    );
  else if (!isCommit(ref) && /^(?:refs\/heads\/.*|main|master|develop|HEAD|trunk|latest)$/.test(ref))
    yield {
      ...at(project, name, `The pipeline includes a file of \`${name}\` from the branch \`${ref}\`, which moves: name a commit or a tag.`),
      severity: 'note',
    };
}

function at(node: DocumentNode, name: string, message: string): FindingDraft {
  return findingAt(node, { message, subject: `include ${name}`, category: 'ci-unpinned' });
}
