import * as z from 'zod/mini';
import type { CodeChange, SourceFile } from '../../code/code-change.ts';
import { isTrue, itemsOf, member, scalarOf, shownRange, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { containersIn, mayBeManifest, type ContainerPlace } from '../container-places.ts';
import { defineChangeRule } from '../rule.ts';
import { openedPolicies } from './infrastructure/opened-policies.ts';
import { resourcesIn } from './infrastructure/terraform.ts';

const path = 'deploy/network.yaml';
const policy = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: deny-all\n';
const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n';

export const removedIsolation = defineChangeRule({
  id: 'security/removed-isolation',
  title: 'What kept a workload or a resource apart is taken away',
  reason:
    'A network policy, a user of its own, a block of public access or a firewall is missed by nobody until someone breaks in, and then it is what would have stopped them.',
  remedy: 'Keep it, or narrow it to what has to be let through; say in the description what takes its place.',
  severity: 'warning',
  confidence: 'high',
  yieldsTo: [
    'security/privileged-container',
    'security/unlimited-container',
    'security/public-cloud-resource',
    'security/unencrypted-cloud-storage',
    'security/wildcard-cloud-rights',
    'delivery/root-container',
  ],
  languages: 'any',
  cwe: [693, 284],
  needs: [],
  sources: [
    { title: 'Kubernetes: network policies', url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/' },
    { title: 'Kubernetes: Pod Security Standards', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/' },
  ],
  limits:
    'Kubernetes and Terraform. What the same change adds elsewhere under the same name has moved; where workloads or other resources are removed together with it, it is left alone.',
  examples: [
    {
      name: 'a network policy is removed',
      base: { [path]: `${config}---\n${policy}` },
      head: { [path]: config },
      finds: [`${path}:5 The change removes the NetworkPolicy \`deny-all\`: what it kept apart can be reached from then on.`],
    },
    {
      name: 'the network policy moves',
      base: { [path]: `${config}---\n${policy}` },
      head: { [path]: config, 'deploy/policies.yaml': policy },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(change: CodeChange) {
    const [before, after] = [change.files.flatMap(({ base }) => base ?? []), change.files.flatMap(({ head }) => head ?? [])];
    yield* removedObjects(before, after);
    yield* openings(before, after);
    yield* loosened(before.flatMap(containersIn), after.flatMap(containersIn));
    yield* removedResources(before, after);
  },
});

const guarding = new Set([
  'NetworkPolicy',
  'CiliumNetworkPolicy',
  'GlobalNetworkPolicy',
  'AuthorizationPolicy',
  'PeerAuthentication',
  'RequestAuthentication',
  'PodSecurityPolicy',
  'ValidatingWebhookConfiguration',
]);
const workload = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod', 'Namespace']);

interface Named {
  readonly kind: string;
  readonly name: string;
  readonly node: DocumentNode;
}

function objectsIn(files: readonly SourceFile[]): readonly Named[] {
  return files.filter(mayBeManifest).flatMap((file) =>
    (file.document?.roots ?? []).flatMap((root) => {
      const kind = member(root, 'kind');
      return kind ? [{ kind: textOf(kind) ?? '', name: textOf(member(root, 'metadata', 'name')) ?? '', node: kind }] : [];
    }),
  );
}

function* removedObjects(before: readonly SourceFile[], after: readonly SourceFile[]): Generator<FindingDraft> {
  const now = new Set(objectsIn(after).map(({ kind, name }) => `${kind} ${name}`));
  const gone = objectsIn(before).filter(({ kind, name }) => !now.has(`${kind} ${name}`));
  if (gone.some(({ kind }) => workload.has(kind))) return;
  for (const { kind, name, node } of gone) {
    if (!guarding.has(kind)) continue;
    yield finding(
      node,
      `The change removes the ${kind} \`${name}\`: what it kept apart can be reached from then on.`,
      `${kind} ${name}`,
      'kubernetes',
    );
  }
}

function* openings(before: readonly SourceFile[], after: readonly SourceFile[]): Generator<FindingDraft> {
  for (const { name, direction, rule, peers, namesAll, hasPorts } of openedPolicies(before, after))
    yield finding(
      rule,
      `The NetworkPolicy \`${name}\` lets ${direction === 'ingress' ? 'everyone in' : 'everything out'}${hasPorts ? ' at some ports' : ''} from then on: ${namesAll ? '`0.0.0.0/0` is the whole internet' : `a rule without \`${peers}\` is for all`}.`,
      `${name} ${direction} open`,
      'kubernetes',
    );
}

/** Each says whether the wall stands, from the container's setting or else the pod's. */
const walls: readonly (readonly [text: string, stands: (context: (name: string) => DocumentNode | undefined) => boolean])[] = [
  ['`runAsNonRoot: true`', (of) => isTrue(of('runAsNonRoot'))],
  ['`readOnlyRootFilesystem: true`', (of) => isTrue(of('readOnlyRootFilesystem'))],
  ['`allowPrivilegeEscalation: false`', (of) => scalarOf(of('allowPrivilegeEscalation')) === false],
  ['`capabilities.drop: [ALL]`', (of) => itemsOf(member(of('capabilities'), 'drop')).some((each) => textOf(each) === 'ALL')],
  ['`seccompProfile`', (of) => /^(?:RuntimeDefault|Localhost)$/.test(textOf(member(of('seccompProfile'), 'type')) ?? '')],
];

function* loosened(before: readonly ContainerPlace[], after: readonly ContainerPlace[]): Generator<FindingDraft> {
  for (const now of after) {
    const old = before.find(({ owner, name, kind }) => kind === 'kubernetes' && owner === now.owner && name === now.name);
    const gone = old ? walls.filter(([, stands]) => stands(contextOf(old)) && !stands(contextOf(now))).map(([text]) => text) : [];
    if (gone.length === 0) continue;
    const at = member(now.node, 'securityContext') ?? member(now.node, 'name') ?? now.node;
    yield finding(
      at,
      `The container \`${now.name}\` of ${now.owner} loses ${gone.join(' and ')}: who breaks into it can do more from then on.`,
      `${now.owner} ${now.name} ${gone.join(' ')}`,
      'kubernetes',
    );
  }
}

function contextOf({ node, pod }: ContainerPlace): (name: string) => DocumentNode | undefined {
  return (name) => member(node, 'securityContext', name) ?? member(pod, 'securityContext', name);
}

const guardingTypes =
  /^(?:aws_s3_(?:bucket_public_access_block|account_public_access_block|bucket_server_side_encryption_configuration)|aws_wafv2_web_acl_association|aws_wafregional_web_acl_association|aws_guardduty_detector|aws_cloudtrail|aws_flow_log|aws_network_acl|azurerm_network_security_group|azurerm_subnet_network_security_group_association|azurerm_storage_account_network_rules|google_compute_security_policy|google_access_context_manager_service_perimeter)$/;

/** A rule of a firewall guards where it refuses. */
function isGuarding(type: string, node: DocumentNode): boolean {
  if (guardingTypes.test(type)) return true;
  return (
    /^deny$/i.test(textOf(member(node, 'rule_action')) ?? textOf(member(node, 'access')) ?? '') ||
    (type === 'google_compute_firewall' && member(node, 'deny') !== undefined)
  );
}

function* removedResources(before: readonly SourceFile[], after: readonly SourceFile[]): Generator<FindingDraft> {
  const now = new Map(after.flatMap(resourcesIn).map((each) => [each.name, each]));
  const old = before.flatMap(resourcesIn);
  const gone = old.filter(({ name }) => !now.has(name));
  for (const { type, name, node } of gone) {
    if (!isGuarding(type, node) || gone.some((each) => !isGuarding(each.type, each.node))) continue;
    yield finding(
      member(node, '@labels') ?? node,
      `The change removes \`${name}\`: what it guarded is open from then on.`,
      name,
      'terraform',
    );
  }
  for (const { name, node } of old) {
    const protection = member(node, 'deletion_protection');
    const kept = now.get(name);
    const left = member(kept?.node, 'deletion_protection');
    if (!protection || !isTrue(protection) || !kept || (left && scalarOf(left) !== false)) continue;
    yield finding(
      left ?? member(kept.node, '@labels') ?? kept.node,
      `\`${name}\` is no longer protected against deletion: a wrong plan can destroy its data.`,
      `${name} deletion`,
      'terraform',
    );
  }
}

function finding(node: DocumentNode, message: string, subject: string, category: string): FindingDraft {
  return { message, place: { file: node.file, range: shownRange(node) }, subject, properties: { category } };
}
