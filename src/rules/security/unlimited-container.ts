import * as z from 'zod/mini';
import { member } from '../../code/document-node.ts';
import { containersIn } from '../container-places.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';

const path = 'deploy/web.yaml';
const deployment = (more: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: acme/web:1.2\n${more}`;

export const unlimitedContainer = defineFileRule({
  id: 'security/unlimited-container',
  title: 'A container may take all memory of its machine',
  reason:
    'A leak, or a request that asks for much, takes the memory from everything else on the machine until the kernel ends some process, not always the one at fault.',
  remedy: 'Set `resources.limits.memory`, and `resources.requests` so that the container is placed where there is room.',
  severity: 'note',
  confidence: 'medium',
  languages: 'any',
  cwe: [770],
  sources: [
    {
      title: 'Kubernetes: resource management for pods and containers',
      url: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    },
  ],
  limits:
    'Kubernetes only. Limits that a `LimitRange`, a patch or the values of a chart set are not seen; what a template fills in counts as set.',
  examples: [
    {
      name: 'a container has no limit',
      base: {},
      head: { [path]: deployment('') },
      finds: [`${path}:9 The container \`app\` of Deployment web may take all memory of its machine: set \`resources.limits.memory\`.`],
    },
    {
      name: 'a container has a limit',
      base: {},
      head: { [path]: deployment('          resources:\n            limits:\n              memory: 256Mi\n') },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'configuration' && file.role !== 'build') return;
    for (const { kind, name, node, owner } of containersIn(file)) {
      if (kind !== 'kubernetes') continue;
      const limits = member(node, 'resources', 'limits');
      const isSet = member(limits, 'memory') !== undefined || [member(node, 'resources'), limits].some((each) => each?.kind === 'scalar');
      if (isSet) continue;
      yield findingAt(member(node, 'name') ?? node, {
        message: `The container \`${name}\` of ${owner} may take all memory of its machine: set \`resources.limits.memory\`.`,
        subject: `${owner} ${name}`,
        category: 'kubernetes',
      });
    }
  },
});
