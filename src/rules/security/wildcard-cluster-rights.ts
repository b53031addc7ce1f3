import * as z from 'zod/mini';
import { itemsOf, member, textOf, textsOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { objectsIn, type ClusterObject } from '../container-places.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';

const path = 'deploy/role.yaml';
const role = (verbs: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: reader\nrules:\n  - apiGroups: [""]\n    resources: [pods]\n    verbs: [${verbs}]\n`;

export const wildcardClusterRights = defineFileRule({
  id: 'security/wildcard-cluster-rights',
  title: 'A role of a cluster may do everything, or everyone has it',
  reason:
    'The token of a program lies in each of its pods. Who reads it has every right of the role: with wildcards, with secrets, or with the right to give rights, that is the whole cluster.',
  remedy: 'Name the resources and the verbs that the program uses, and bind the role to its own account only.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  cwe: [269, 250],
  sources: [
    {
      title: 'Kubernetes: RBAC good practices',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    },
  ],
  limits: 'Roles and bindings of Kubernetes as they are written. Which roles a binding adds up to is not known.',
  examples: [
    {
      name: 'a role may do everything',
      base: { [path]: role('get') },
      head: { [path]: role('"*"') },
      finds: [`${path}:8 Role reader allows every verb on \`pods\`: name those that are used.`],
    },
    { name: 'a role may read', base: {}, head: { [path]: role('get, list') }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    for (const object of objectsIn(file)) {
      if (/^(?:Cluster)?Role$/.test(object.kind)) for (const rule of itemsOf(member(object.node, 'rules'))) yield* rights(object, rule);
      if (/^(?:Cluster)?RoleBinding$/.test(object.kind)) yield* bound(object);
    }
  },
});

function finding(node: DocumentNode, message: string, severity?: 'warning'): FindingDraft {
  return findingAt(node, { message, subject: message, ...(severity && { severity }), category: 'kubernetes' });
}

function* rights({ owner }: ClusterObject, rule: DocumentNode): Generator<FindingDraft> {
  const [resources, verbs] = [member(rule, 'resources'), member(rule, 'verbs')];
  if (!resources || !verbs) return;
  const named = textsOf(resources);
  const [everything, everyVerb] = [named.includes('*'), textsOf(verbs).includes('*')];
  if (everything && everyVerb) yield finding(verbs, `${owner} allows everything: name the resources and verbs that are used.`);
  else if (everyVerb) yield finding(verbs, `${owner} allows every verb on \`${named.join('`, `')}\`: name those that are used.`, 'warning');
  else if (everything) yield finding(resources, `${owner} reaches every resource, secrets too: name those that are used.`, 'warning');
  else yield* dangerous(owner, named, verbs);
}

/** Resources, verbs, and what both together are good for. */
const paths: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^(?:cluster)?roles?(?:bindings)?$/, /^(?:escalate|bind)$/, 'can give itself every right'],
  [/^(?:cluster)?rolebindings$/, /^(?:create|update|patch)$/, 'can give itself rights of others'],
  [/^(?:users|groups|serviceaccounts)$/, /^impersonate$/, 'can act as anyone'],
  [/^serviceaccounts\/token$/, /^create$/, 'can make tokens of other accounts'],
  [/^pods\/(?:exec|attach)$/, /^(?:create|get)$/, 'can run commands in every pod'],
  [/^nodes\/proxy$/, /./, 'can run commands in every pod'],
  [/^(?:validating|mutating)webhookconfigurations$/, /^(?:create|update|patch)$/, 'can read and change everything that is deployed'],
  [/^certificatesigningrequests\/approval$/, /^(?:update|patch)$/, 'can have itself be signed as anyone'],
];

function* dangerous(owner: string, resources: readonly string[], verbs: DocumentNode): Generator<FindingDraft> {
  for (const [resource, verb, what] of paths) {
    const [of, with_] = [resources.find((each) => resource.test(each)), textsOf(verbs).find((each) => verb.test(each))];
    if (of === undefined || with_ === undefined) continue;
    yield { ...finding(verbs, `${owner} ${what} (\`${with_}\` on \`${of}\`): leave that out.`, 'warning'), confidence: 'medium' };
    return;
  }
  if (resources.includes('secrets') && textsOf(verbs).some((each) => each === 'list' || each === 'watch'))
    yield {
      ...finding(verbs, `${owner} reads all secrets, not those that it needs: allow \`get\` of named ones (\`resourceNames\`).`, 'warning'),
      confidence: 'medium',
    };
}

/** Those whom nobody chose: everyone, or whatever runs without an account of its own. */
const anyone = /^system:(?:anonymous|unauthenticated|authenticated|serviceaccounts)$/;

function* bound({ owner, node }: ClusterObject): Generator<FindingDraft> {
  const role = member(node, 'roleRef', 'name');
  for (const subject of itemsOf(member(node, 'subjects'))) {
    const name = member(subject, 'name');
    const who = textOf(name) ?? '';
    if (name && anyone.test(who)) yield finding(name, `${owner} gives \`${textOf(role) ?? ''}\` to \`${who}\`: name who needs it.`);
    else if (name && who === 'default' && textOf(member(subject, 'kind')) === 'ServiceAccount')
      yield finding(
        name,
        `${owner} gives \`${textOf(role) ?? ''}\` to every pod without an account of its own: make an account.`,
        'warning',
      );
    else if (role && textOf(role) === 'cluster-admin' && textOf(member(subject, 'kind')) === 'ServiceAccount')
      yield finding(role, `${owner} makes the account \`${who}\` an administrator of the cluster: name the rights that it needs.`);
  }
}
