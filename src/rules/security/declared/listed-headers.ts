import { member, membersOf, nodesOf, textOf, type DocumentNode } from '../../../code/document-node.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { told, type DeclaredKind, type DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';

const named =
  /^(?:content-security-policy|x-frame-options|strict-transport-security|x-content-type-options|referrer-policy|permissions-policy|cross-origin-(?:opener|embedder|resource)-policy)$/i;

/** Headers that hosts and proxies send, as their configuration lists them: Vercel, Netlify, Firebase, Azure, Traefik, Caddy’s JSON. */
export const listedHeaders: DeclaredKind = {
  mayDeclare: ({ path, text }) =>
    (isHost(path) || /traefik|middleware|ingress|gateway/i.test(path)) &&
    /\.(?:json|ya?ml|toml)$/.test(path) &&
    /x-frame|content-security|strict-transport|x-content-type|referrer-policy|permissions-policy|frameDeny|stsSeconds|contentTypeNosniff/i.test(
      text,
    ),
  find: ({ document }) => (document?.roots ?? []).flatMap((root) => [...nodesOf(root)].flatMap(headersOf)),
};

/** `_headers` of Netlify and Cloudflare. */
export const headerFile: DeclaredKind = {
  mayDeclare: ({ path }) => /(?:^|\/)_headers$/.test(path),
  find: ({ text }: SourceFile) =>
    Array.from(text.slice(0, 100_000).matchAll(/^[ \t]{1,20}([\w-]{3,60}):[ \t]{0,9}([^\n]{1,2000})$/gm)).flatMap((match) => {
      const [whole, name = '', value = ''] = match;
      const start = match.index + whole.indexOf(name);
      return named.test(name)
        ? [header(name, value, { text: `${name}: ${value}`, range: { start, end: match.index + whole.length } })]
        : [];
    }),
};

function isHost(path: string): boolean {
  return /(?:^|\/)(?:vercel|firebase|staticwebapp\.config|now|static|amplify|customHttp|netlify|render|wrangler)\.(?:json|ya?ml|toml)$/.test(
    path,
  );
}

function headersOf(node: DocumentNode): readonly DeclaredSafeguard[] {
  const [key, value] = [textOf(member(node, 'key') ?? member(node, 'name')), member(node, 'value')];
  const listed = key !== undefined && value && named.test(key) ? [header(key, textOf(value) ?? '', told(node))] : [];
  const byName = membersOf(node).flatMap(([name, child]) =>
    named.test(name) && child.kind === 'scalar'
      ? [header(name, String(child.value), told(child))]
      : (switches[name] ?? []).flatMap((each) => switched(each, child)),
  );
  return [...listed, ...byName];
}

/** What middlewares of Traefik call them. */
const switches: Readonly<Record<string, readonly string[]>> = {
  frameDeny: ['X-Frame-Options'],
  stsSeconds: ['Strict-Transport-Security'],
  contentTypeNosniff: ['X-Content-Type-Options'],
  contentSecurityPolicy: ['Content-Security-Policy'],
};

function switched(name: string, node: DocumentNode): readonly DeclaredSafeguard[] {
  if (node.kind !== 'scalar') return [];
  return [header(name, node.value === false || node.value === 0 ? '' : String(node.value), told(node))];
}

function header(name: string, value: string, at: Pick<DeclaredSafeguard, 'text' | 'range'>): DeclaredSafeguard {
  const what = `the security header \`${name}\``;
  return { family: what.toLowerCase(), key: name.toLowerCase(), what, level: strictness(name, value), category: 'headers', ...at };
}

/** A policy for scripts that lets in anything is looser than one that does not. */
function strictness(name: string, value: string): number {
  if (value.trim() === '' || /^max-age=0\b|^allow-?all$/i.test(value.trim())) return 0;
  return /^content-security-policy$/i.test(name) &&
    /(?:script|default)-src[^;]{0,500}(?:'unsafe-(?:inline|eval)'|\s\*(?=\s|;|$))/i.test(value)
    ? 1
    : 2;
}
