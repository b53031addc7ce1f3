import { wildcardClusterRights } from '../../../../src/rules/security/wildcard-cluster-rights.ts';
import { fileCases } from '../rule-cases.ts';

const role = (kind: string, resources: string, verbs: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: r\nrules:\n  - apiGroups: [""]\n    resources: [${resources}]\n    verbs: [${verbs}]\n`;
const binding = (name: string, role: string, kind = 'ServiceAccount'): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: b\nroleRef:\n  kind: ClusterRole\n  name: ${role}\nsubjects:\n  - kind: ${kind}\n    name: ${name}\n`;

describe('security/wildcard-cluster-rights', () => {
  fileCases(wildcardClusterRights, 'deploy/role.yaml', [
    [
      'finds everything, every verb and every resource',
      role('ClusterRole', 'pods', 'get'),
      [role('ClusterRole', '"*"', '"*"'), role('Role', 'pods', '"*"'), role('Role', '"*"', 'get')].join('---\n'),
      [
        '8 ClusterRole r allows everything: name the resources and verbs that are used.',
        '17 Role r allows every verb on `pods`: name those that are used.',
        '25 Role r reaches every resource, secrets too: name those that are used.',
      ],
    ],
    [
      'finds rights that lead to all others',
      '',
      [role('Role', 'roles', 'get, escalate'), role('ClusterRole', 'pods/exec', 'create'), role('Role', 'secrets', 'list')].join('---\n'),
      [
        '8 Role r can give itself every right (`escalate` on `roles`): leave that out.',
        '17 ClusterRole r can run commands in every pod (`create` on `pods/exec`): leave that out.',
        '26 Role r reads all secrets, not those that it needs: allow `get` of named ones (`resourceNames`).',
      ],
    ],
    [
      'finds whom a role is given to',
      '',
      [binding('system:authenticated', 'view', 'Group'), binding('default', 'edit'), binding('web', 'cluster-admin')].join('---\n'),
      [
        '10 ClusterRoleBinding b gives `view` to `system:authenticated`: name who needs it.',
        '29 ClusterRoleBinding b makes the account `web` an administrator of the cluster: name the rights that it needs.',
        '21 ClusterRoleBinding b gives `edit` to every pod without an account of its own: make an account.',
      ],
    ],
    ['leaves reading alone', '', role('ClusterRole', 'pods, services', 'get, list, watch'), []],
    ['leaves named secrets alone', '', role('Role', 'secrets', 'get'), []],
    ['leaves bindings to one account alone', '', binding('web', 'view') + '---\n' + binding('admins', 'cluster-admin', 'Group'), []],
  ]);
});
