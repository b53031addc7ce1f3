import { itemsOf, member, membersOf, textOf, type DocumentNode } from '../../../code/document-node.ts';
import { mayBeManifest, objectsIn, type ClusterObject } from '../../container-places.ts';
import { told, type DeclaredKind, type DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';

const modes: Readonly<Record<string, number>> = { STRICT: 2, PERMISSIVE: 1, DISABLE: 0 };
const ways: Readonly<Record<string, number>> = { ISTIO_MUTUAL: 3, MUTUAL: 3, SIMPLE: 2, DISABLE: 0 };

/** What a mesh of services asks of them: mutual TLS, and who may call whom. */
export const mesh: DeclaredKind = {
  mayDeclare: (file) => mayBeManifest(file) && /istio\.io\/|linkerd\.io\//.test(file.text),
  find: (file) => objectsIn(file).flatMap((each) => [...mutual(each), ...onTheWay(each), ...allowed(each), ...tokens(each)]),
  isStillThere: ({ key }, head) => objectsIn(head).some(({ owner }) => key.startsWith(`${owner} `)),
};

function mutual({ kind, owner, node }: ClusterObject): readonly DeclaredSafeguard[] {
  if (kind !== 'PeerAuthentication') return [];
  const ports = membersOf(member(node, 'spec', 'portLevelMtls')).map(([port, each]) => [port, member(each, 'mode')] as const);
  const said = { family: 'mutual TLS', what: `mutual TLS between services (${owner})` };
  return [['all', member(node, 'spec', 'mtls', 'mode')] as const, ...ports].flatMap(([port, mode]) =>
    byMode(mode, modes, { ...said, key: `${owner} ${port}` }),
  );
}

function onTheWay({ kind, owner, node }: ClusterObject): readonly DeclaredSafeguard[] {
  const mode = kind === 'DestinationRule' ? member(node, 'spec', 'trafficPolicy', 'tls', 'mode') : undefined;
  return byMode(mode, ways, { family: 'TLS on the way', key: `${owner} tls`, what: `TLS on the way to it (${owner})` });
}

/** As strict as the mode that is written; one that is not known says nothing. */
function byMode(
  mode: DocumentNode | undefined,
  levels: Readonly<Record<string, number>>,
  said: Pick<DeclaredSafeguard, 'family' | 'key' | 'what'>,
): readonly DeclaredSafeguard[] {
  const level = levels[textOf(mode) ?? ''];
  return mode && level !== undefined ? [{ ...said, level, category: 'cleartext-transport', ...told(mode) }] : [];
}

/** A rule that names neither callers nor operations lets all in; `from` is who, `when` is on what terms. */
function allowed({ kind, owner, node }: ClusterObject): readonly DeclaredSafeguard[] {
  const rules = kind === 'AuthorizationPolicy' ? member(node, 'spec', 'rules') : undefined;
  if (!rules || /^(?:DENY|AUDIT|CUSTOM)$/.test(textOf(member(node, 'spec', 'action')) ?? '')) return [];
  const levels = itemsOf(rules).map((rule) => ((member(rule, 'from') ?? member(rule, 'when')) ? 2 : member(rule, 'to') ? 1 : 0));
  const level = levels.length === 0 ? 3 : Math.min(...levels);
  return [
    {
      family: 'access in the mesh',
      key: `${owner} rules`,
      what: `the list of who may call (${owner})`,
      level,
      category: 'missing-auth',
      ...told(rules),
    },
  ];
}

function tokens({ kind, owner, node }: ClusterObject): readonly DeclaredSafeguard[] {
  const rules = kind === 'RequestAuthentication' ? member(node, 'spec', 'jwtRules') : undefined;
  return rules
    ? [
        {
          family: 'access by tokens',
          key: `${owner} tokens`,
          what: `the check of tokens (${owner})`,
          level: itemsOf(rules).length > 0 ? 1 : 0,
          category: 'missing-auth',
          ...told(rules),
        },
      ]
    : [];
}
