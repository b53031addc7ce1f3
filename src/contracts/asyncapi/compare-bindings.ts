import { member, membersOf, type DocumentNode } from '../../code/document-node.ts';
import { canonical, shown } from '../document/canonical.ts';
import type { Flow } from '../schema/schema-place.ts';
import type { EventComparison } from './event-comparison.ts';

export interface BindingUse {
  readonly within: string;
  readonly pointer: string;
  readonly level: 'channel' | 'operation' | 'message';
  readonly flow: Flow;
}

interface Bindings {
  readonly old: DocumentNode | undefined;
  readonly now: DocumentNode | undefined;
}

/** What of a binding says where messages are found: consumers that have the old one find nothing. */
const addresses: readonly (readonly [protocol: string, ...path: readonly string[]])[] = [
  ['kafka', 'topic'],
  ['amqp', 'exchange', 'name'],
  ['amqp', 'queue', 'name'],
  ['amqp', 'is'],
  ['sns', 'name'],
  ['sqs', 'queue', 'name'],
  ['pulsar', 'namespace'],
  ['googlepubsub', 'topic'],
  ['ibmmq', 'queue', 'objectName'],
  ['ibmmq', 'topic', 'objectName'],
  ['http', 'method'],
];

/** Compares what is said for single protocols: addresses break, a message's key is compared as a schema, the rest is a risk. */
export function compareBindings(bindings: Bindings, use: BindingUse, comparison: EventComparison): void {
  for (const [protocol, was] of membersOf(bindings.old)) {
    const is = member(bindings.now, protocol);
    if (!is) reportBinding('binding-removed', { protocol, old: was, now: undefined }, use, comparison);
    else if (canonical(was) !== canonical(is)) compareBinding(protocol, { old: was, now: is }, use, comparison);
  }
}

function compareBinding(protocol: string, { old, now }: Bindings, use: BindingUse, comparison: EventComparison): void {
  const known = addresses.filter(([name]) => name === protocol).map(([, ...path]) => path);
  for (const path of known) {
    const [was, is] = [member(old, ...path), member(now, ...path)];
    if (was && is && canonical(was) !== canonical(is))
      comparison.changes.add({
        change: `${protocol}-${path.join('-')}-changed`,
        impact: 'breaking',
        says: `the ${path.join('.')} of \`${protocol}\`${use.within} is ${shown(is)} instead of ${shown(was)}`,
        consequence: 'consumers that have the old one find nothing there',
        element: `${use.pointer}/bindings/${protocol}/${path.join('/')}`,
        old: was,
        now: is,
      });
  }
  const told = new Set([...known.flatMap((path) => (path.length === 1 ? path : [])), 'bindingVersion']);
  for (const name of new Set([...membersOf(old), ...membersOf(now)].map(([each]) => each))) {
    const [was, is] = [member(old, name), member(now, name)];
    if (told.has(name) || withoutAddress(was, name, known) === withoutAddress(is, name, known)) continue;
    if (use.level === 'message' && name === 'key' && was && is) compareKey({ old: was, now: is }, protocol, use, comparison);
    else if (was) reportBinding('binding-changed', { protocol: `${protocol}.${name}`, old: was, now: is }, use, comparison);
  }
}

/** What a part of a binding says beside the addresses in it. */
function withoutAddress(node: DocumentNode | undefined, name: string, known: readonly (readonly string[])[]): string {
  const inside = new Set(known.flatMap(([first, second]) => (first === name && second !== undefined ? [second] : [])));
  if (node?.kind !== 'object' || inside.size === 0) return canonical(node);
  return canonical({ ...node, members: new Map([...node.members].filter(([key]) => !inside.has(key))) });
}

function compareKey(
  { old, now }: { readonly old: DocumentNode; readonly now: DocumentNode },
  protocol: string,
  use: BindingUse,
  { schemas }: EventComparison,
): void {
  schemas.compare([old], [now], {
    flow: use.flow,
    prefix: 'message-key',
    pointer: `${use.pointer}/bindings/${protocol}/key`,
    subject: `the key${use.within}`,
    within: '',
    asText: false,
    repeats: false,
    unstable: false,
    deprecated: false,
  });
}

function reportBinding(
  change: string,
  { protocol, old, now }: Bindings & { readonly protocol: string },
  { within, pointer }: BindingUse,
  { changes }: EventComparison,
): void {
  changes.add({
    change,
    impact: 'risky',
    says: `\`${protocol}\` in the bindings${within} is ${now ? `${shown(now)} instead of ${shown(old)}` : 'gone'}`,
    consequence: 'consumers that rely on it may not be served as before',
    element: `${pointer}/bindings/${protocol}`,
    old,
    now,
  });
}
