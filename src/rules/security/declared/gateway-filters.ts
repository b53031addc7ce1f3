import { itemsOf, member, membersOf, scalarOf, textOf, type DocumentNode } from '../../../code/document-node.ts';
import { told, type DeclaredKind, type DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';

const guarding: readonly (readonly [named: RegExp, family: string, what: string, category: string])[] = [
  [/^RequestRateLimiter$|rate-?limit/i, 'the limit on how often it may be called', 'the limit on how often it may be called', 'dos'],
  [/^SecureHeaders$/, 'security headers of the gateway', 'the security headers', 'headers'],
  [/^Request(?:Header)?Size$/, 'the size of requests', 'the limit on the size of requests', 'dos'],
  [/auth|jwt|token|login|api-?key/i, 'access at the gateway', 'the check of who calls', 'missing-auth'],
  [/csrf/i, 'the check against forged requests', 'the check against forged requests', 'csrf'],
  [/^CircuitBreaker$|^Hystrix$/, 'the circuit breaker', 'the circuit breaker', 'dos'],
];

/** Filters of Spring Cloud Gateway as configuration, by route and for all routes. */
export const gatewayFilters: DeclaredKind = {
  mayDeclare: ({ path, text }) => /\.(?:ya?ml)$/.test(path) && /^\s{0,8}(?:spring\.cloud\.)?gateway\b|spring\.cloud\.gateway/m.test(text),
  find: ({ document }) => (document?.roots ?? []).flatMap((root) => gatewaysOf(root).flatMap(filtersOf)),
  isStillThere: ({ key }, { text }) => key.startsWith('all ') || text.includes(key.slice(0, key.indexOf(' '))),
  covers: (one, other) => one.family === other.family && one.key.startsWith('all '),
};

/** `spring.cloud.gateway`, in trees, in dotted names and below the kinds of server. */
function gatewaysOf(root: DocumentNode): readonly DocumentNode[] {
  const cloud =
    member(root, 'spring', 'cloud', 'gateway') ?? member(root, 'spring.cloud.gateway') ?? member(root, 'spring.cloud', 'gateway');
  const server = member(cloud, 'server');
  return [cloud, member(server, 'webflux'), member(server, 'webmvc'), member(cloud, 'mvc')].flatMap((each) => each ?? []);
}

function filtersOf(gateway: DocumentNode): readonly DeclaredSafeguard[] {
  return [
    ...itemsOf(member(gateway, 'default-filters')).flatMap((each) => filterOf('all', each)),
    ...itemsOf(member(gateway, 'routes')).flatMap((route) => {
      const id = String(scalarOf(member(route, 'id')) ?? textOf(member(route, 'uri')) ?? '');
      return id === '' ? [] : itemsOf(member(route, 'filters')).flatMap((each) => filterOf(id, each));
    }),
  ];
}

function filterOf(route: string, node: DocumentNode): readonly DeclaredSafeguard[] {
  const name = ((textOf(node) ?? textOf(member(node, 'name')) ?? membersOf(node)[0]?.[0] ?? '').split('=', 1)[0] ?? '').trim();
  const kind = guarding.find(([named]) => named.test(name));
  if (!kind || /^(?:Remove|Add|Set|Rewrite|Map|Dedupe|Preserve)/.test(name)) return [];
  const [, family, what, category] = kind;
  const where = route === 'all' ? 'all routes' : `the route \`${route}\``;
  return [{ family, key: `${route} ${name}`, what: `${what} for ${where}`, level: 1, category, ...told(node), text: name }];
}
