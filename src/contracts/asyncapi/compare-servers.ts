import { textOf, textsOf } from '../../code/document-node.ts';
import { canonical } from '../document/canonical.ts';
import type { ChannelUse, EventApi, Server } from './asyncapi-model.ts';
import type { EventComparison } from './event-comparison.ts';

/** Whoever was let in must still be, with the same means. */
export function compareSecurity(
  old: Pick<ChannelUse, 'security'>,
  now: Pick<ChannelUse, 'security'>,
  { name, pointer }: Pick<ChannelUse, 'name' | 'pointer'>,
  { changes }: EventComparison,
): void {
  const before = new Set(old.security.map((each) => canonical(each)));
  const [first] = now.security;
  if (!first || now.security.some((each) => before.has(canonical(each)))) return;
  changes.add({
    change: old.security.length === 0 ? 'security-added' : 'security-changed',
    impact: 'breaking',
    says: `${name} ${old.security.length === 0 ? 'asks for security, and did not before' : 'asks for other security than before'}`,
    consequence: 'consumers that were let in by the old means are refused',
    element: `${pointer}/security`,
    old: old.security[0],
    now: first,
  });
}

/** Another address is a risk: many documents name a test system. Another protocol under the same name shuts clients out. */
export function compareServers(old: EventApi, now: EventApi, comparison: EventComparison): void {
  const { changes } = comparison;
  const addresses = new Set([...now.servers.values()].map(({ addressText }) => addressText));
  for (const [name, was] of old.servers) {
    const is = now.servers.get(name);
    const element = `/servers/${name}`;
    if (is) compareServer(was, is, { name: `the server \`${name}\``, pointer: element }, comparison);
    const [before, after] = [textOf(was.protocol), textOf(is?.protocol)];
    if (before !== undefined && after !== undefined && before !== after)
      changes.add({
        change: 'server-protocol-changed',
        impact: 'breaking',
        says: `the server \`${name}\` speaks \`${after}\` instead of \`${before}\``,
        consequence: 'clients of the old protocol cannot connect',
        element: `${element}/protocol`,
        old: was.protocol,
        now: is?.protocol,
      });
    else if (!addresses.has(was.addressText) && now.servers.size > 0)
      changes.add({
        change: is ? 'server-address-changed' : 'server-removed',
        impact: 'risky',
        says: is
          ? `the server \`${name}\` is at \`${is.addressText}\` instead of \`${was.addressText}\``
          : `the server \`${name}\` at \`${was.addressText}\` is gone`,
        consequence: 'clients that have it in their configuration must follow',
        element,
        old: was.address ?? was.at,
        now: is?.address,
      });
  }
}

/** How clients come in, whatever its address is. */
function compareServer(was: Server, is: Server, at: Pick<ChannelUse, 'name' | 'pointer'>, comparison: EventComparison): void {
  compareSecurity(was, is, at, comparison);
  const [before, after] = [textOf(was.protocolVersion), textOf(is.protocolVersion)];
  if (before !== undefined && after !== undefined && before !== after)
    comparison.changes.add({
      change: 'server-protocol-version-changed',
      impact: 'risky',
      says: `${at.name} speaks version ${after} of its protocol instead of ${before}`,
      consequence: 'clients of the old version may not connect',
      element: `${at.pointer}/protocolVersion`,
      old: was.protocolVersion,
      now: is.protocolVersion,
    });
  for (const [name, old] of was.choices) {
    const now = is.choices.get(name);
    const gone = now ? textsOf(old).filter((value) => !textsOf(now).includes(value)) : [];
    if (now && gone.length > 0)
      comparison.changes.add({
        change: 'server-variable-enum-value-removed',
        impact: 'breaking',
        says: `${at.name} no longer takes ${gone.map((value) => `\`${value}\``).join(', ')} as \`${name}\``,
        consequence: 'clients that are set up with it reach nothing',
        element: `${at.pointer}/variables/${name}`,
        old,
        now,
      });
  }
}
