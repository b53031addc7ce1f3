import * as z from 'zod/mini';
import type { TextRange } from '../../base/text-range.ts';
import type { CodeChange, SourceFile } from '../../code/code-change.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { directivesIn, headerLinesIn, protectionOf, type Directive, type Protection } from './infrastructure/proxy-directives.ts';

const path = 'deploy/nginx.conf';
const server = (...lines: readonly string[]): string => `server {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const frames = 'add_header X-Frame-Options DENY;';
const pass = 'location / { proxy_pass http://app; }';

export const removedProxyProtection = defineChangeRule({
  id: 'security/removed-proxy-protection',
  title: 'A protection is taken out of the proxy’s configuration',
  reason:
    'Headers, limits and checks that the proxy in front sets hold for every application behind it. Nothing in their code changes when one is gone, so no test of theirs fails.',
  remedy: 'Put it back. Where the application does it now, let the same change show that.',
  severity: 'warning',
  confidence: 'medium',
  languages: 'any',
  cwe: [693, 770, 327],
  needs: [],
  sources: [
    { title: 'nginx: ngx_http_headers_module', url: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html' },
    { title: 'OWASP Secure Headers Project', url: 'https://owasp.org/www-project-secure-headers/' },
  ],
  limits:
    'Headers of Caddy and Apache, and configuration of nginx, by its directives: security headers, limits of requests, connections and bodies, checks of who calls, and versions of TLS. What appears in another file of the change, code included, has moved.',
  examples: [
    {
      name: 'a header is no longer sent',
      base: { [path]: server(frames, pass) },
      head: { [path]: server(pass) },
      finds: [`${path}:1 The proxy gives up \`X-Frame-Options\`: \`add_header X-Frame-Options DENY\` is gone.`],
    },
    {
      name: 'the header moves to a file of its own',
      base: { [path]: server(frames, pass) },
      head: { [path]: server('include headers.conf;', pass), 'deploy/headers.conf': `${frames}\n` },
      finds: [],
    },
    {
      name: 'bodies have no limit',
      base: { [path]: server('client_max_body_size 5m;', pass) },
      head: { [path]: server('client_max_body_size 0;', pass) },
      finds: [`${path}:2 The proxy gives up the size of a body: \`client_max_body_size 5m\` became \`client_max_body_size 0\`.`],
    },
    {
      name: 'bodies may be a little larger',
      base: { [path]: server('client_max_body_size 5m;', pass) },
      head: { [path]: server('client_max_body_size 8m;', pass) },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(change: CodeChange) {
    for (const { base, head } of change.files) {
      if (!base || !head || !(isProxy(head) || isLineByLine(head))) continue;
      const [before = [], after = []] = [base, head].map((file) =>
        (isLineByLine(file) ? headerLinesIn(file.text) : directivesIn(file.text)).flatMap((each) => guarding(each)),
      );
      const anew = without(after, before);
      for (const lost of without(before, after)) {
        const now = anew.find(({ protection }) => protection.what === lost.protection.what);
        if (
          now ? !isLooser(now.protection, lost.protection) : isNoLoss(lost.protection, after) || isElsewhere(lost.protection, change, base)
        )
          continue;
        yield lossFinding(base, head, lost, now);
      }
    }
  },
});

interface Guarding {
  readonly directive: Directive;
  readonly protection: Protection;
}

function guarding(directive: Directive): readonly Guarding[] {
  const protection = protectionOf(directive);
  return protection ? [{ directive, protection }] : [];
}

/** Each server and place of a file has directives of its own: those that both sides have are still there, wherever they stand. */
function without(these: readonly Guarding[], others: readonly Guarding[]): readonly Guarding[] {
  const left = others.map(({ directive }) => directive.text);
  return these.filter(({ directive }) => {
    const at = left.indexOf(directive.text);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** What was off, or is still said as strictly for another place of the file. */
function isNoLoss(lost: Protection, after: readonly Guarding[]): boolean {
  const isAsStrict = ({ protection: each }: Guarding): boolean => each.what === lost.what && !isLooser(each, lost);
  return lost.level === 0 || lost.category === 'cors' || after.some(isAsStrict);
}

function isProxy({ path: file, role }: SourceFile): boolean {
  return (
    role !== 'test' &&
    /(?:^|\/)[^/]*nginx[^/]*$|(?:nginx|conf\.d|sites-(?:available|enabled))\/[^/]+$|\.nginx$/i.test(file) &&
    !/\.(?:md|ya?ml|json|[jt]s|java|sh)$/.test(file)
  );
}

/** Caddy and Apache end a directive with the line. */
function isLineByLine({ path: file, role }: SourceFile): boolean {
  return (
    role !== 'test' && /(?:^|\/)(?:Caddyfile[^/]{0,40}|[^/]{1,60}\.caddyfile|\.htaccess|(?:apache|httpd)[^/]{0,60}\.conf)$/i.test(file)
  );
}

function isLooser(now: Protection, before: Protection): boolean {
  // Quotients of decimals are not exact.
  return now.level < before.level && now.level * (now.laxerFrom ?? 1) <= before.level * 1.000_001;
}

/** Another file of the change speaks of it anew: a file that is included, or the application itself. */
function isElsewhere({ said }: Protection, change: CodeChange, own: SourceFile): boolean {
  return change.files.some(
    ({ head }) =>
      head &&
      head.path !== own.path &&
      head.touched.some(({ start, end }) => said.test(head.text.slice(start, Math.min(end, start + 100_000)))),
  );
}

function lossFinding(base: SourceFile, head: SourceFile, { directive, protection }: Guarding, now: Guarding | undefined): FindingDraft {
  const range: TextRange = now?.directive.range ?? head.lines.lineRange(1);
  return {
    message: `The proxy gives up ${protection.what}: \`${directive.text}\` ${now ? `became \`${now.directive.text}\`` : 'is gone'}.`,
    place: { file: head, range },
    subject: `${protection.what} ${directive.text}`,
    related: [{ file: base, range: directive.range, caption: 'it was here' }],
    properties: { category: protection.category },
  };
}
