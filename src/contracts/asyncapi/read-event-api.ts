import { itemsOf, member, membersOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { Documents } from '../document/documents.ts';
import type { EventApi, Server } from './asyncapi-model.ts';
import { readChannels2, readChannels3 } from './read-channels.ts';

/** Reads an API from its root document. */
export function readEventApi(root: DocumentNode, documents: Documents): EventApi {
  const isThree = (textOf(member(root, 'asyncapi')) ?? '').startsWith('3.');
  const reading = { root, documents, contentType: member(root, 'defaultContentType') };
  return {
    root,
    reader: { documents, siblings: false },
    channels: (isThree ? readChannels3 : readChannels2)(reading),
    servers: new Map(
      membersOf(member(root, 'servers')).map(([name, node]) => [name, serverOf(documents.resolve(node) ?? node, documents)]),
    ),
  };
}

/** Version 2 has a `url`, version 3 a `host` and a `pathname`. */
function serverOf(at: DocumentNode, documents: Documents): Server {
  const [url, host] = [member(at, 'url'), member(at, 'host')];
  const text = textOf(url) ?? `${textOf(host) ?? ''}${textOf(member(at, 'pathname')) ?? ''}`;
  return {
    at,
    address: url ?? host,
    addressText: text.replace(/^[\w+.-]{1,20}:\/\//, '').replace(/\/$/, ''),
    protocol: member(at, 'protocol'),
    protocolVersion: member(at, 'protocolVersion'),
    security: itemsOf(member(at, 'security')),
    choices: new Map(
      membersOf(member(at, 'variables')).flatMap(([name, variable]) => {
        const values = member(documents.resolve(variable), 'enum');
        return values ? [[name, values] as const] : [];
      }),
    ),
  };
}
