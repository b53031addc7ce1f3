import * as z from 'zod/mini';
import { isTrue, member, scalarOf, textsOf, type DocumentNode } from '../../code/document-node.ts';
import { containersIn, type ContainerPlace } from '../container-places.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';

const path = 'deploy/web.yaml';
const pod = (context: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  automountServiceAccountToken: false\n  containers:\n    - name: app\n      image: acme/web:1.2\n      securityContext:\n${context}`;
const hard =
  '        runAsNonRoot: true\n        allowPrivilegeEscalation: false\n        readOnlyRootFilesystem: true\n        seccompProfile: { type: RuntimeDefault }\n        capabilities: { drop: [ALL] }\n';

export const unhardenedContainer = defineFileRule({
  id: 'security/unhardened-container',
  title: 'A container keeps rights that most programs do not need',
  reason:
    'Without a word about it a container may run as root, gain rights, write to its own files and use a dozen capabilities: what makes a foothold of a hole in the program.',
  remedy:
    'Set `runAsNonRoot: true`, `allowPrivilegeEscalation: false`, `readOnlyRootFilesystem: true`, `seccompProfile: RuntimeDefault` and `capabilities.drop: [ALL]`, and take back what the program needs.',
  severity: 'note',
  confidence: 'low',
  languages: 'any',
  cwe: [250],
  sources: [
    {
      title: 'Kubernetes: Pod Security Standards, restricted',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    },
  ],
  limits:
    'Kubernetes. A policy of the cluster may set the same, which is not seen: so what is only left out is less sure than what is written down.',
  yieldsTo: ['security/privileged-container'],
  examples: [
    {
      name: 'its own files can be written',
      base: { [path]: pod(hard) },
      head: { [path]: pod(hard.replace('Filesystem: true', 'Filesystem: false')) },
      finds: [
        `${path}:13 The container \`app\` of Pod web can change its own program (\`readOnlyRootFilesystem\`): mount what it has to write.`,
      ],
    },
    { name: 'it keeps nothing', base: {}, head: { [path]: pod(hard) }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    if (file.role === 'vendored') return;
    for (const container of containersIn(file)) {
      if (container.kind !== 'kubernetes') continue;
      const who = `The container \`${container.name}\` of ${container.owner}`;
      const writable = member(container.node, 'securityContext', 'readOnlyRootFilesystem');
      if (writable && scalarOf(writable) === false)
        yield {
          ...findingAt(writable, {
            message: `${who} can change its own program (\`readOnlyRootFilesystem\`): mount what it has to write.`,
            subject: `${who} readOnlyRootFilesystem`,
            category: 'kubernetes',
          }),
          confidence: 'medium',
        };
      const missing = leftOut(container).filter((name) => !writable || name !== 'readOnlyRootFilesystem');
      if (missing.length > 0)
        yield findingAt(member(container.node, 'name') ?? container.node, {
          message: `${who} keeps rights that most programs do not need: set ${missing.map((name) => `\`${name}\``).join(', ')}.`,
          subject: `${who} ${missing.join(' ')}`,
          category: 'kubernetes',
        });
    }
  },
});

/** What is said neither for the container nor, where that is possible, for its pod. */
function leftOut({ node, pod }: ContainerPlace): readonly string[] {
  const [own, shared] = [member(node, 'securityContext'), member(pod, 'securityContext')];
  if (own?.kind === 'scalar' || shared?.kind === 'scalar') return [];
  const said = (name: string, ...contexts: readonly (DocumentNode | undefined)[]): boolean => contexts.some((each) => member(each, name));
  const dropped = textsOf(member(own, 'capabilities', 'drop')).some((each) => each.toUpperCase() === 'ALL');
  return [
    ...(said('runAsNonRoot', own, shared) || said('runAsUser', own, shared) ? [] : ['runAsNonRoot']),
    ...(said('allowPrivilegeEscalation', own) || isTrue(member(own, 'privileged')) ? [] : ['allowPrivilegeEscalation']),
    ...(said('readOnlyRootFilesystem', own) ? [] : ['readOnlyRootFilesystem']),
    ...(said('seccompProfile', own, shared) ? [] : ['seccompProfile']),
    ...(dropped ? [] : ['capabilities.drop']),
  ];
}
