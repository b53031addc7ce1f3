import type { DocumentNode } from '../../../code/document-node.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { told, type DeclaredKind, type DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';
import { element, elements, inner } from './markup-element.ts';
import { meets } from './path-patterns.ts';

const access = 'access by web.xml';

/** What `web.xml` protects: constraints on paths, filters, and the flags of the session’s cookie. */
export const webXml: DeclaredKind = {
  mayDeclare: ({ path }) => /(?:^|\/)web(?:-fragment)?\.xml$/.test(path),
  find: ({ document }) => {
    const [root] = document?.roots ?? [];
    return root ? [...elements(root, 'security-constraint').flatMap(constraintsOf), ...filtersOf(root), ...sessionOf(root)] : [];
  },
  covers: (one, other) => one.family === other.family && meets(patternOf(one), patternOf(other)),
  isStillThere: ({ family }, head) => family !== filter || servesAnything(head),
};

const filter = 'access by a filter';

/** A filter goes with the last servlet. */
function servesAnything({ text }: SourceFile): boolean {
  return /<(?:\w{1,20}:)?(?:servlet|filter|listener|welcome-file-list|context-param|display-name)\b/.test(text.slice(0, 200_000));
}

function patternOf({ key }: DeclaredSafeguard): string {
  return key.slice(key.indexOf(' ') + 1);
}

function constraintsOf(constraint: DocumentNode): readonly DeclaredSafeguard[] {
  const patterns = elements(constraint, 'web-resource-collection').flatMap((each) => elements(each, 'url-pattern').map(inner));
  const [roles, transport] = [element(constraint, 'auth-constraint'), element(constraint, 'user-data-constraint', 'transport-guarantee')];
  return patterns.flatMap((pattern) => [
    ...(roles ? [rolesOf(pattern, roles)] : []),
    ...(transport
      ? [
          {
            family: 'the way over HTTPS',
            key: `transport ${pattern}`,
            what: `the way over HTTPS to \`${pattern}\``,
            level: /^(?:CONFIDENTIAL|INTEGRAL)$/.test(inner(transport)) ? 1 : 0,
            category: 'cleartext-transport',
            ...told(transport),
          },
        ]
      : []),
  ]);
}

/** No role at all keeps everyone out; `*` lets in all who have one. */
function rolesOf(pattern: string, node: DocumentNode): DeclaredSafeguard {
  const names = elements(node, 'role-name').map(inner);
  const level = names.length === 0 ? 3 : names.some((each) => each.startsWith('*')) ? 1 : 2;
  return {
    family: access,
    key: `roles ${pattern}`,
    what: `the check who may call \`${pattern}\``,
    level,
    category: 'missing-auth',
    ...told(node),
  };
}

const guarding: readonly (readonly [named: RegExp, family: string, what: string, category: string])[] = [
  [/csrf|xsrf/i, 'the check against forged requests', 'the check against forged requests', 'csrf'],
  [/HeaderSecurity|SecurityHeader|ClickJack|XFrame|ContentSecurityPolicy/i, 'security headers by a filter', 'security headers', 'headers'],
  [/rate-?limit|throttl/i, 'the limit on how often it may be called', 'the limit on how often it may be called', 'dos'],
  [/RemoteAddr|RemoteHost|RemoteCIDR/i, 'the list of who may reach it', 'the list of who may call', 'missing-auth'],
  [/security|auth|shiro|oauth|saml|oidc|keycloak|(?:^|\W)cas\b|login/i, filter, 'the check of who calls', 'missing-auth'],
  [/xss/i, 'the filter of input', 'the filter of input', 'xss'],
];

/** Filters that protect by their name or class, where they are put before paths. */
function filtersOf(root: DocumentNode): readonly DeclaredSafeguard[] {
  const classes = new Map(
    elements(root, 'filter').map((each) => [inner(element(each, 'filter-name')), inner(element(each, 'filter-class'))]),
  );
  return elements(root, 'filter-mapping').flatMap((mapping) => {
    const name = inner(element(mapping, 'filter-name'));
    const kind = guarding.find(([named]) => named.test(name) || named.test((classes.get(name) ?? '').replace(/^.*\./, '')));
    if (!kind) return [];
    const [, family, what, category] = kind;
    return [{ family, key: `filter ${name}`, what, level: 1, category, ...told(mapping), text: `filter-mapping ${name}` }];
  });
}

function sessionOf(root: DocumentNode): readonly DeclaredSafeguard[] {
  const session = element(root, 'session-config');
  const timeout = element(session, 'session-timeout');
  return [
    ...['http-only', 'secure'].flatMap((flag): readonly DeclaredSafeguard[] => {
      const node = element(session, 'cookie-config', flag);
      if (!node) return [];
      const what = `the cookie flag \`${flag}\``;
      return [{ family: what, key: flag, what, level: inner(node) === 'true' ? 1 : 0, category: 'cookie', ...told(node) }];
    }),
    ...(timeout
      ? [
          {
            family: 'the end of sessions',
            key: 'timeout',
            what: 'the end of idle sessions',
            level: Number(inner(timeout)) > 0 ? 1 : 0,
            category: 'session',
            ...told(timeout),
          },
        ]
      : []),
  ];
}
