import { itemsOf, member, membersOf, scalarOf, textOf, type DocumentNode } from '../../../code/document-node.ts';
import { told, type DeclaredKind, type DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';

/** How long jobs and steps of a pipeline may run: without a limit one that hangs keeps its runner for hours. */
export const jobLimits: DeclaredKind = {
  mayDeclare: ({ path }) =>
    /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(path) ||
    /(?:^|\/)(?:\.gitlab-ci|azure-pipelines)\.ya?ml$|(?:^|\/)\.circleci\/config\.ya?ml$/.test(path),
  find: ({ document, path }) => {
    const [root] = document?.roots ?? [];
    const jobs = path.includes('gitlab') ? membersOf(root) : membersOf(member(root, 'jobs'));
    const listed = itemsOf(member(root, 'jobs')).map((each) => [textOf(member(each, 'job')) ?? '', each] as const);
    return [...jobs, ...listed].flatMap(([name, job]) => [
      ...limitOf(name, job, `the job \`${name}\``),
      ...itemsOf(member(job, 'steps')).flatMap((step) => {
        const called = String(scalarOf(member(step, 'name') ?? member(step, 'uses') ?? member(step, 'run')) ?? '').slice(0, 60);
        return limitOf(`${name} ${called}`, step, `the step \`${called}\``);
      }),
    ]);
  },
  isStillThere: ({ key }, { text }) => key.split(' ').every((part) => text.includes(part)),
};

function limitOf(key: string, node: DocumentNode, of: string): readonly DeclaredSafeguard[] {
  const limit = member(node, 'timeout-minutes') ?? member(node, 'timeoutInMinutes') ?? member(node, 'timeout');
  if (limit?.kind !== 'scalar') return [];
  const level = limit.value === 0 ? 0 : 1;
  return [
    {
      family: 'the time limit of jobs',
      key,
      what: `the time limit of ${of}`,
      level,
      category: 'ci-logic',
      severity: 'note',
      ...told(limit),
    },
  ];
}
