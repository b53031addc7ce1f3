import { isTrue, itemsOf, member, membersOf, scalarOf, type DocumentNode } from '../../../code/document-node.ts';
import { isCompose } from '../../container-places.ts';
import { told, type DeclaredKind, type DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';

/** Ports of services that only the machine itself may reach, and networks without a way out. */
export const composeWalls: DeclaredKind = {
  mayDeclare: ({ path }) => isCompose(path) && !/(?:^|[./_-])(?:dev|local|test|ci|e2e|override)(?:[./_-]|$)/.test(path),
  find: ({ document }) => {
    const [root] = document?.roots ?? [];
    return [
      ...membersOf(member(root, 'services')).flatMap(([name, node]) =>
        itemsOf(member(node, 'ports')).flatMap((each) => portOf(name, each)),
      ),
      ...membersOf(member(root, 'networks')).flatMap(([name, node]) => innerNetwork(name, node)),
    ];
  },
  // A port that is not published any more is reached by nobody.
  isStillThere: ({ family, key }, { document }) => family === networks && member(document?.roots[0], 'networks', key) !== undefined,
};

const networks = 'inner networks';

/** By the port of the container: which port of the machine stands for it may change. */
function portOf(service: string, port: DocumentNode): readonly DeclaredSafeguard[] {
  const [of, address] =
    port.kind === 'scalar'
      ? fromText(String(port.value))
      : [String(scalarOf(member(port, 'target')) ?? ''), String(scalarOf(member(port, 'host_ip')) ?? '')];
  if (of === '') return [];
  const isLocal = /^(?:127\.|localhost|\[?::1\]?)/.test(address);
  return [
    {
      family: 'who may reach it on a port',
      key: `${service} ${of}`,
      what: `that only its own machine reaches port ${of} of \`${service}\``,
      level: isLocal ? 1 : 0,
      category: 'exposure',
      ...told(member(port, 'host_ip') ?? port),
    },
  ];
}

/** `127.0.0.1:5432:5432/tcp`: the container’s port and the address. */
function fromText(text: string): readonly [of: string, address: string] {
  const [, address = '', of = ''] =
    /^(?:(\[[\da-f:]{2,40}\]|[\d.]{7,15}|localhost):)?(?:[\d-]{0,11}:)?([\d-]{1,11})(?:\/\w{3})?$/.exec(text) ?? [];
  return [of, address];
}

function innerNetwork(name: string, node: DocumentNode): readonly DeclaredSafeguard[] {
  const inner = member(node, 'internal');
  const what = `that the network \`${name}\` has no way out`;
  return inner ? [{ family: networks, key: name, what, level: isTrue(inner) ? 1 : 0, category: 'exposure', ...told(inner) }] : [];
}
