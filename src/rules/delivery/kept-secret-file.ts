import * as z from 'zod/mini';
import { itemsOf, member, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { gitlabJobs, gitlabPipeline } from './gitlab/pipeline.ts';
import { inputOf, stepSubject, workflowOf } from './workflow/workflow.ts';

const path = '.gitlab-ci.yml';
const job = (paths: string): string => `build:\n  script:\n    - make\n  artifacts:\n    paths:\n      - ${paths}\n`;

export const keptSecretFile = defineFileRule({
  id: 'delivery/kept-secret-file',
  title: 'A pipeline keeps a file with secrets as an artifact or in a cache',
  reason:
    'Artifacts can be downloaded by everyone who may read the project, often without logging in; caches are given to the jobs of other branches. What lies in them has left the pipeline.',
  remedy: 'Keep the results by name, and leave the files with credentials out of artifacts and caches.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [200, 522],
  sources: [
    { title: 'GitLab: artifacts', url: 'https://docs.gitlab.com/ci/jobs/job_artifacts/' },
    { title: 'Unit 42: ArtiPACKED', url: 'https://unit42.paloaltonetworks.com/github-repo-artifacts-leak-tokens/' },
  ],
  limits: 'Files with secrets are known by their names.',
  examples: [
    {
      name: 'the environment file is kept',
      base: {},
      head: { [path]: job('.env') },
      finds: [
        `${path}:6 \`.env\` is kept in the artifacts of \`build\`, where everyone who reads the project finds its secrets: leave it out.`,
      ],
    },
    { name: 'the result is kept', base: {}, head: { [path]: job('dist/') }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    yield* kept(member(gitlabPipeline(file), 'cache'), 'cache', 'the pipeline');
    for (const { name, node } of gitlabJobs(file)) {
      yield* kept(member(node, 'artifacts'), 'artifacts', `\`${name}\``);
      yield* kept(member(node, 'cache'), 'cache', `\`${name}\``);
    }
    for (const step of workflowOf(file)?.steps ?? []) {
      const store = stores.get(step.uses?.name ?? '');
      const paths = inputOf(step, 'path');
      const secret = String(paths?.value ?? '')
        .split('\n')
        .map((line) => line.trim())
        .find(holdsSecrets);
      if (store !== undefined && paths && secret !== undefined)
        yield finding(paths, secret, store, `\`${step.job?.id ?? 'the action'}\``, stepSubject(step));
    }
  },
});

const stores = new Map([
  ['actions/upload-artifact', 'artifacts'],
  ['actions/upload-pages-artifact', 'artifacts'],
  ['actions/cache', 'cache'],
  ['actions/cache/save', 'cache'],
]);

function* kept(node: DocumentNode | undefined, store: string, where: string): Generator<FindingDraft> {
  const all = node?.kind === 'array' ? itemsOf(node) : node ? [node] : [];
  for (const path of all.flatMap((each) => itemsOf(member(each, 'paths')))) {
    const name = textOf(path) ?? '';
    if (holdsSecrets(name)) yield finding(path, name, store, where, where);
  }
}

function finding(node: DocumentNode, name: string, store: string, where: string, subject: string): FindingDraft {
  return findingAt(node, {
    message: `\`${name}\` is kept in the ${store} of ${where}, where ${store === 'cache' ? 'the jobs of other branches find' : 'everyone who reads the project finds'} its secrets: leave it out.`,
    subject: `${subject} ${store} ${name}`,
    category: 'ci-secrets',
  });
}

function holdsSecrets(path: string): boolean {
  return (
    !path.startsWith('!') &&
    /(?:^|\/)(?:\.env(?:\.(?!example|sample|template)\w+)?|\.npmrc|\.pypirc|\.netrc|\.git-credentials|\.pgpass|id_(?:rsa|ed25519|ecdsa)|\.ssh|\.aws|\.gnupg|\.kube|kubeconfig|\.docker\/config\.json|credentials\.json|terraform\.tfstate|\*?\.tfstate|[^/]*\.(?:pem|p12|pfx|jks|keystore|kdbx))\/?$/.test(
      path,
    )
  );
}
