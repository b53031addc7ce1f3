import type { Channel, ChannelUse, EventApi } from './asyncapi-model.ts';
import { compareBindings } from './compare-bindings.ts';
import { compareMessages } from './compare-messages.ts';
import type { EventComparison } from './event-comparison.ts';
import { compareSecurity, compareServers } from './compare-servers.ts';

/** Compares two versions of an API of messages. */
export function compareEventApis(old: EventApi, now: EventApi, comparison: EventComparison): void {
  for (const [template, was] of old.channels) {
    const is = now.channels.get(template);
    if (is) compareChannel(was, is, comparison);
    else channelRemoved(was, comparison);
  }
  for (const [template, is] of now.channels)
    if (!old.channels.has(template))
      comparison.changes.add({
        change: 'channel-added',
        impact: 'compatible',
        says: `the channel \`${is.address}\` is new`,
        element: is.pointer,
        now: is.at,
      });
  compareServers(old, now, comparison);
}

function channelRemoved({ address, at, pointer, uses, deprecated }: Channel, { changes }: EventComparison): void {
  const reads = [...uses.values()].some(({ flow }) => flow === 'out');
  const writes = [...uses.values()].some(({ flow }) => flow === 'in');
  changes.add({
    change: 'channel-removed',
    impact: 'breaking',
    says: `the channel \`${address}\` is gone`,
    consequence: `consumers that ${[reads && 'read from', writes && 'send to'].filter(Boolean).join(' or ') || 'use'} it find nothing there`,
    element: pointer,
    old: at,
    deprecatedBefore: deprecated || (uses.size > 0 && [...uses.values()].every((use) => use.deprecated)),
  });
}

function compareChannel(was: Channel, is: Channel, comparison: EventComparison): void {
  compareParameters(was, is, comparison);
  const within = ` of \`${is.address}\``;
  compareBindings({ old: was.bindings, now: is.bindings }, { within, pointer: is.pointer, level: 'channel', flow: 'in' }, comparison);
  for (const [kind, old] of was.uses) {
    const now = is.uses.get(kind);
    if (now) compareUse(old, now, comparison);
    else useRemoved(old, was, comparison);
  }
  for (const [kind, now] of is.uses)
    if (!was.uses.has(kind))
      comparison.changes.add({
        change: 'operation-added',
        impact: 'compatible',
        says: `${now.name} is new`,
        element: now.pointer,
        now: now.at,
      });
}

function useRemoved({ name, flow, pointer, at, deprecated }: ChannelUse, channel: Channel, { changes }: EventComparison): void {
  changes.add({
    change: 'operation-removed',
    impact: 'breaking',
    says: `${name} is gone`,
    consequence: flow === 'in' ? 'nobody takes what they send any more' : 'nothing comes there any more',
    element: pointer,
    old: at,
    deprecatedBefore: deprecated || channel.deprecated,
  });
}

function compareUse(old: ChannelUse, now: ChannelUse, comparison: EventComparison): void {
  compareMessages({ old, now }, comparison);
  compareBindings(
    { old: old.bindings, now: now.bindings },
    { within: ` of ${now.name}`, pointer: now.pointer, level: 'operation', flow: now.flow },
    comparison,
  );
  const gone = [...old.ids].filter(([id]) => !now.ids.has(id));
  const [renamed] = now.ids.size > 0 ? gone : [];
  if (renamed)
    comparison.changes.add({
      change: 'operation-id-changed',
      impact: 'risky',
      says: `the operation id \`${renamed[0]}\` of ${now.name} is \`${[...now.ids.keys()].join('`, `')}\` now`,
      consequence: 'functions of generated code get another name',
      element: now.pointer,
      old: renamed[1],
      now: [...now.ids.values()][0],
    });
  compareSecurity(old, now, now, comparison);
}

function compareParameters(was: Channel, is: Channel, { schemas, changes }: EventComparison): void {
  for (const [place, old] of was.parameters) {
    const now = is.parameters.get(place);
    if (now)
      schemas.compare([old.schema], [now.schema], {
        flow: 'in',
        prefix: 'channel-parameter',
        pointer: `${is.pointer}/parameters/${now.name}`,
        subject: `the parameter \`${now.name}\``,
        within: ` of \`${is.address}\``,
        asText: true,
        repeats: false,
        unstable: false,
        deprecated: was.deprecated,
      });
    else
      changes.add({
        change: 'channel-parameter-removed',
        impact: 'compatible',
        says: `the parameter \`${old.name}\` of \`${is.address}\` is no longer described`,
        element: `${is.pointer}/parameters`,
        old: old.at,
      });
  }
}
