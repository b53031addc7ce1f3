import { isTrue, itemsOf, member, membersOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { Documents } from '../document/documents.ts';
import { escaped, type Flow } from '../schema/schema-place.ts';
import type { Channel, ChannelParameter, ChannelUse } from './asyncapi-model.ts';
import { readMessages, type MessageDefaults, type MessageSource } from './read-messages.ts';

export interface ChannelReading extends MessageDefaults {
  readonly root: DocumentNode;
}

/** A use of a channel as one operation says it. */
interface Operation {
  readonly at: DocumentNode;
  readonly pointer: string;
  readonly flow: Flow;
  readonly kind: string;
  readonly messages: readonly MessageSource[];
  readonly id?: readonly [string, DocumentNode] | undefined;
}

/** The channels of version 2: operations stand in them. `publish` is what consumers do, `subscribe` too. */
export function readChannels2(reading: ChannelReading): ReadonlyMap<string, Channel> {
  return byTemplate(
    membersOf(member(reading.root, 'channels')).map(([address, written]) => {
      const at = reading.documents.resolve(written) ?? written;
      const pointer = `/channels/${escaped(address)}`;
      const operations = (['publish', 'subscribe'] as const).flatMap((name): Operation[] => {
        const operation = member(at, name);
        if (!operation) return [];
        const flow = name === 'publish' ? 'in' : 'out';
        const [id, message] = [member(operation, 'operationId'), member(operation, 'message')];
        return [
          {
            at: operation,
            pointer: `${pointer}/${name}`,
            flow,
            kind: flow,
            messages: message ? [{ node: message, pointer: `${pointer}/${name}/message` }] : [],
            id: id && [textOf(id) ?? '', id],
          },
        ];
      });
      return channelOf({ address, at, pointer }, operations, reading);
    }),
  );
}

/** The channels of version 3: operations refer to them, and say what the application itself does. */
export function readChannels3(reading: ChannelReading): ReadonlyMap<string, Channel> {
  const { root, documents } = reading;
  const operations = membersOf(member(root, 'operations')).map(([id, node]) => ({
    id,
    node: documents.resolve(node) ?? node,
    written: node,
  }));
  return byTemplate(
    membersOf(member(root, 'channels')).map(([key, written]) => {
      const at = documents.resolve(written) ?? written;
      const pointer = `/channels/${escaped(key)}`;
      const isHere = (node: DocumentNode | undefined): boolean => node !== undefined && documents.resolve(node) === at;
      const all = messagesOf3(at, pointer);
      const found = operations.flatMap(({ id, node, written: idAt }): Operation[] => {
        const flow: Flow = textOf(member(node, 'action')) === 'send' ? 'out' : 'in';
        const reply = member(node, 'reply');
        const place = { at: node, pointer: `/operations/${escaped(id)}` };
        return [
          ...(isHere(member(node, 'channel'))
            ? [{ ...place, flow, kind: flow, messages: chosen(node, all, documents), id: [id, idAt] as const }]
            : []),
          ...(reply && isHere(member(documents.resolve(reply), 'channel'))
            ? [{ ...place, ...replyTo(flow), messages: chosen(documents.resolve(reply) ?? reply, all, documents) }]
            : []),
        ];
      });
      return channelOf(
        { address: textOf(member(at, 'address')) ?? key, at, pointer },
        found.length > 0 ? found : bothWays(at, pointer, all),
        reading,
      );
    }),
  );
}

function replyTo(flow: Flow): Pick<Operation, 'flow' | 'kind'> {
  const back = flow === 'in' ? 'out' : 'in';
  return { flow: back, kind: `reply ${back}` };
}

/** A channel that no operation of the document uses is for others, who may write or read. */
function bothWays(at: DocumentNode, pointer: string, messages: readonly MessageSource[]): readonly Operation[] {
  return (['in', 'out'] as const).map((flow) => ({ at, pointer, flow, kind: flow, messages }));
}

function messagesOf3(channel: DocumentNode, pointer: string): readonly MessageSource[] {
  return membersOf(member(channel, 'messages')).map(([name, node]) => ({ node, name, pointer: `${pointer}/messages/${escaped(name)}` }));
}

/** The channel's messages that an operation names; all, where it names none. */
function chosen(operation: DocumentNode, all: readonly MessageSource[], documents: Documents): readonly MessageSource[] {
  const named = member(operation, 'messages');
  if (!named) return all;
  const targets = new Set(itemsOf(named).map((node) => documents.resolve(node)));
  return all.filter(({ node }) => targets.has(documents.resolve(node)));
}

function channelOf(
  { address, at, pointer }: Pick<Channel, 'address' | 'at' | 'pointer'>,
  operations: readonly Operation[],
  reading: ChannelReading,
): Channel {
  const uses = new Map<string, ChannelUse>();
  for (const operation of operations) {
    const known = uses.get(operation.kind);
    const use = useOf(operation, address, reading);
    uses.set(
      operation.kind,
      known ? { ...known, messages: [...known.messages, ...use.messages], ids: new Map([...known.ids, ...use.ids]) } : use,
    );
  }
  const parameters = membersOf(member(at, 'parameters')).map(([name, node]) => parameterOf(name, node, reading));
  return {
    address,
    at,
    pointer,
    parameters: new Map(parameters.map((parameter) => [placeIn(address, parameter.name), parameter])),
    uses,
    bindings: member(at, 'bindings'),
    deprecated: isTrue(member(at, 'deprecated')) || isTrue(member(at, 'x-deprecated')),
  };
}

function useOf({ at, pointer, flow, kind, messages, id }: Operation, address: string, reading: ChannelReading): ChannelUse {
  const verb = flow === 'in' ? 'send to' : 'read from';
  return {
    name: `what consumers ${kind.startsWith('reply') ? `${verb} \`${address}\` in reply` : `${verb} \`${address}\``}`,
    at,
    pointer,
    flow,
    messages: messages.flatMap((message) => readMessages(message, reading)),
    ids: new Map(id ? [id] : []),
    deprecated: isTrue(member(at, 'deprecated')) || isTrue(member(at, 'x-deprecated')),
    bindings: member(at, 'bindings'),
    security: itemsOf(member(at, 'security')),
  };
}

function parameterOf(name: string, node: DocumentNode, { documents }: ChannelReading): ChannelParameter {
  const at = documents.resolve(node) ?? node;
  return { name, at, schema: member(at, 'schema') ?? at };
}

function placeIn(address: string, name: string): string {
  const at = Array.from(address.matchAll(/\{([^{}]{0,300})\}/g), ([, each]) => each).indexOf(name);
  return at === -1 ? name : String(at);
}

function byTemplate(channels: readonly Channel[]): ReadonlyMap<string, Channel> {
  const found = new Map<string, Channel>();
  for (const channel of channels) {
    const template = channel.address.replaceAll(/\{[^{}]{0,300}\}/g, '{}');
    found.set(found.has(template) ? channel.pointer : template, channel);
  }
  return found;
}
