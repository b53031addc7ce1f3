import type { DocumentNode } from '../../../code/document-node.ts';
import { told, type DeclaredKind, type DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';
import { attribute, elementsBelow } from './markup-element.ts';
import { isForEveryone } from '../access/open-paths.ts';
import { meets } from './path-patterns.ts';

const access = 'access by Spring’s XML';

/** Spring Security as XML: which paths ask for what, and what of the web’s protections is off. */
export const springXml: DeclaredKind = {
  mayDeclare: ({ path, text }) => path.endsWith('.xml') && text.slice(0, 20_000).includes('springframework.org/schema/security'),
  find: ({ document }) => {
    const root = document?.roots[0];
    return root ? [...pathsOf(root), ...methodChecks(root), ...offByName(root), ...policies(root)] : [];
  },
  covers: (one, other) => one.family === access && other.family === access && meets(patternOf(one), patternOf(other)),
};

function patternOf({ key }: DeclaredSafeguard): string {
  return key.slice(key.indexOf(' ') + 1);
}

function pathsOf(root: DocumentNode): readonly DeclaredSafeguard[] {
  const urls = [...elementsBelow(root, 'intercept-url')];
  const open = [...elementsBelow(root, 'http')].filter((each) => attribute(each, 'security') === 'none');
  return [
    ...urls.flatMap((node) => {
      const [pattern, asked] = [attribute(node, 'pattern'), attribute(node, 'access')];
      return pattern === undefined || asked === undefined
        ? []
        : pathAccess(`${attribute(node, 'method') ?? ''} ${pattern}`, pattern, levelOf(asked), node, asked);
    }),
    ...urls.flatMap((node): readonly DeclaredSafeguard[] => {
      const [pattern, channel] = [attribute(node, 'pattern') ?? '', attribute(node, 'requires-channel')];
      const what = `the way over HTTPS to \`${pattern}\``;
      return channel === undefined
        ? []
        : [
            {
              family: 'the way over HTTPS',
              key: `channel ${pattern}`,
              what,
              level: channel === 'https' ? 1 : 0,
              category: 'cleartext-transport',
              ...told(node),
            },
          ];
    }),
    ...open.flatMap((node) => {
      const pattern = attribute(node, 'pattern') ?? '/**';
      return pathAccess(` ${pattern}`, pattern, 0, node, 'security="none"');
    }),
  ];
}

/** What everyone has to reach is open without a loss. */
function pathAccess(key: string, pattern: string, level: number, node: DocumentNode, text: string): readonly DeclaredSafeguard[] {
  if (level === 0 && (served.test(pattern) || isForEveryone({ path: pattern.replace(/\/\*{1,2}$/, ''), symbol: { name: '' } }))) return [];
  return [{ family: access, key, what: `the check who may call \`${pattern}\``, level, category: 'missing-auth', ...told(node), text }];
}

/** What pages are made of. */
const served = /(?:^|\/)(?:css|js|img|images?|fonts?|styles?|scripts?|webjars|resources)(?:\/|$)/i;

/** What a path asks for: nothing, a login, or more than that. */
function levelOf(asked: string): number {
  if (/permitAll|IS_AUTHENTICATED_ANONYMOUSLY|ROLE_ANONYMOUS|isAnonymous/.test(asked)) return 0;
  if (asked.includes('denyAll')) return 3;
  return /^(?:isAuthenticated\(\)|isFullyAuthenticated\(\)|isRememberMe\(\)|IS_AUTHENTICATED_\w{1,20}|authenticated)$/.test(asked.trim())
    ? 1
    : 2;
}

function methodChecks(root: DocumentNode): readonly DeclaredSafeguard[] {
  const found = [...elementsBelow(root, 'global-method-security'), ...elementsBelow(root, 'method-security')];
  return found.map((node) => ({
    family: 'access by checks on methods',
    key: 'methods',
    what: 'the checks on methods, which `@PreAuthorize`, `@Secured` and `@RolesAllowed` are',
    level: 1,
    category: 'missing-auth',
    ...told(node),
  }));
}

const onByDefault: readonly (readonly [element: string, what: string, category: string])[] = [
  ['csrf', 'the check against forged requests', 'csrf'],
  ['headers', 'the security headers', 'headers'],
  ['frame-options', 'the security header `X-Frame-Options`', 'headers'],
  ['hsts', 'the security header `Strict-Transport-Security`', 'headers'],
  ['content-type-options', 'the security header `X-Content-Type-Options`', 'headers'],
  ['xss-protection', 'the security header `X-XSS-Protection`', 'headers'],
];

/** `<csrf disabled="true"/>`: without it the check is on. */
function offByName(root: DocumentNode): readonly DeclaredSafeguard[] {
  return onByDefault.flatMap(([name, what, category]) =>
    [...elementsBelow(root, name)].map((node) => ({
      family: what,
      key: name,
      what,
      level: attribute(node, 'disabled') === 'true' ? 0 : 1,
      byDefault: true,
      category,
      ...told(node),
    })),
  );
}

function policies(root: DocumentNode): readonly DeclaredSafeguard[] {
  return [...elementsBelow(root, 'content-security-policy')].map((node) => ({
    family: 'the security header `Content-Security-Policy`',
    key: 'csp',
    what: 'the security header `Content-Security-Policy`',
    level: attribute(node, 'report-only') === 'true' ? 0 : 1,
    category: 'headers',
    ...told(node),
  }));
}
