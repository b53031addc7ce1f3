import * as z from 'zod/mini';
import { isTrue, itemsOf, member, scalarOf, textOf, textsOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { chartValues, containersIn, podsIn, type ContainerPlace } from '../container-places.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';

const path = 'deploy/web.yaml';
const deployment = (container: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: acme/web:1.2\n${container}`;

export const privilegedContainer = defineFileRule({
  id: 'security/privileged-container',
  title: 'A container has rights on the machine that it runs on',
  reason:
    'A privileged container, one that shares the network or the processes of its machine, or one with a folder of it mounted, is no wall any more: who breaks into the program has the machine, and often the cluster.',
  remedy:
    'Take the right away, or give the one capability that is needed; run as a user of its own with `runAsNonRoot: true` and `allowPrivilegeEscalation: false`.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  cwe: [250, 269],
  sources: [
    { title: 'Kubernetes: Pod Security Standards', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/' },
    { title: 'OWASP Docker Security Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html' },
  ],
  limits:
    'Kubernetes, templates and values of Helm and Compose, and only what is written there: what a missing setting allows by default is not reported.',
  examples: [
    {
      name: 'a container becomes privileged',
      base: { [path]: deployment('') },
      head: { [path]: deployment('          securityContext:\n            privileged: true\n') },
      finds: [`${path}:12 The container \`app\` of Deployment web is privileged: it has all rights on its machine.`],
    },
    {
      name: 'rights are taken away',
      base: {},
      head: {
        [path]: deployment(
          '          securityContext:\n            privileged: false\n            runAsNonRoot: true\n            capabilities:\n              drop: [ALL]\n',
        ),
      },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    if (file.role === 'vendored') return;
    for (const container of containersIn(file)) yield* container.kind === 'compose' ? composed(container) : ofCluster(container);
    for (const { owner, spec } of podsIn(file)) yield* shared(owner, spec);
    yield* ofChart(chartValues(file));
  },
});

/** What a chart gives to all who install it and say nothing else. */
function* ofChart(values: DocumentNode | undefined): Generator<FindingDraft> {
  if (!values) return;
  const who = 'What the chart starts';
  for (const name of ['securityContext', 'containerSecurityContext', 'podSecurityContext']) {
    const context = member(values, name);
    const privileged = member(context, 'privileged');
    if (privileged && isTrue(privileged)) yield finding(privileged, `${who} is privileged: it has all rights on its machine.`);
    yield* capabilities(member(context, 'capabilities', 'add'), who);
    yield* user(context, who);
  }
  yield* shared(who, values);
}

function finding(node: DocumentNode, message: string, severity?: 'warning'): FindingDraft {
  return findingAt(node, { message, subject: message, ...(severity && { severity }), category: 'kubernetes' });
}

/** Capabilities that lead out of the container. */
const strong = new Set([
  'ALL',
  'SYS_ADMIN',
  'SYS_PTRACE',
  'SYS_MODULE',
  'SYS_RAWIO',
  'DAC_READ_SEARCH',
  'NET_ADMIN',
  'BPF',
  'SYS_BOOT',
  'SYSLOG',
]);

function* ofCluster({ name, node, owner }: ContainerPlace): Generator<FindingDraft> {
  const context = member(node, 'securityContext');
  const who = `The container \`${name}\` of ${owner}`;
  const privileged = member(context, 'privileged');
  if (privileged && isTrue(privileged)) yield finding(privileged, `${who} is privileged: it has all rights on its machine.`);
  yield* capabilities(member(context, 'capabilities', 'add'), who);
  yield* user(context, who);
}

function* user(context: DocumentNode | undefined, who: string): Generator<FindingDraft> {
  const [escalation, root, nonRoot] = ['allowPrivilegeEscalation', 'runAsUser', 'runAsNonRoot'].map((name) => member(context, name));
  if (escalation && isTrue(escalation))
    yield finding(escalation, `${who} may gain more rights than it was started with: set \`allowPrivilegeEscalation: false\`.`, 'warning');
  if (root && scalarOf(root) === 0) yield finding(root, `${who} runs as root: give it a user of its own.`, 'warning');
  if (nonRoot && scalarOf(nonRoot) === false)
    yield finding(nonRoot, `${who} is allowed to run as root: set \`runAsNonRoot: true\`.`, 'warning');
}

function* capabilities(list: DocumentNode | undefined, who: string): Generator<FindingDraft> {
  for (const each of itemsOf(list)) {
    const name = (textOf(each) ?? '').replace(/^CAP_/, '').toUpperCase();
    if (strong.has(name))
      yield finding(each, `${who} gets the capability \`${name}\`, which leads out of the container: give it a narrower one.`);
  }
}

/** What all containers of a pod share with the machine. */
function* shared(owner: string, spec: DocumentNode): Generator<FindingDraft> {
  for (const [name, what] of [
    ['hostNetwork', 'the network'],
    ['hostPID', 'the processes'],
    ['hostIPC', 'the shared memory'],
  ] as const) {
    const node = member(spec, name);
    if (node && isTrue(node)) yield finding(node, `${owner} shares ${what} of its machine (\`${name}\`): leave that out.`);
  }
  yield* user(member(spec, 'securityContext'), owner);
  for (const volume of itemsOf(member(spec, 'volumes'))) {
    const mounted = member(volume, 'hostPath', 'path');
    if (!mounted) continue;
    const folder = textOf(mounted) ?? '';
    yield finding(
      mounted,
      `${owner} mounts \`${folder}\` of its machine: ${mountRisk(folder)}.`,
      isSensitive(folder) ? undefined : 'warning',
    );
  }
}

function isSensitive(folder: string): boolean {
  return /^\/(?:$|etc|root|proc|sys|boot|dev\/?$|var\/run\/?$|run\/?$|var\/lib\/(?:docker|kubelet))|(?:docker|containerd|crio)\.sock$/.test(
    folder,
  );
}

function mountRisk(folder: string): string {
  return folder.endsWith('.sock')
    ? 'with it, it can start containers with all rights'
    : isSensitive(folder)
      ? 'with it, it can take over the machine'
      : 'what it writes there stays on the machine, use a volume of the cluster';
}

function* composed({ name, node }: ContainerPlace): Generator<FindingDraft> {
  const who = `The service \`${name}\``;
  const privileged = member(node, 'privileged');
  if (privileged && isTrue(privileged)) yield finding(privileged, `${who} is privileged: it has all rights on its machine.`);
  yield* capabilities(member(node, 'cap_add'), who);
  for (const [key, what] of [
    ['network_mode', 'the network'],
    ['pid', 'the processes'],
    ['ipc', 'the shared memory'],
  ] as const) {
    const setting = member(node, key);
    if (setting && textOf(setting) === 'host')
      yield finding(setting, `${who} shares ${what} of its machine (\`${key}: host\`): leave that out.`, 'warning');
  }
  for (const volume of itemsOf(member(node, 'volumes'))) {
    const source = textOf(member(volume, 'source')) ?? textOf(volume)?.split(':')[0] ?? '';
    if (source.startsWith('/') && isSensitive(source))
      yield finding(volume, `${who} mounts \`${source}\` of its machine: ${mountRisk(source)}.`);
  }
  for (const option of itemsOf(member(node, 'security_opt')))
    if (textsOf(option).some((text) => /^(?:seccomp|apparmor)[:=]unconfined$/.test(text)))
      yield finding(option, `${who} runs without the filter of system calls (\`${textOf(option) ?? ''}\`): leave that out.`, 'warning');
}
