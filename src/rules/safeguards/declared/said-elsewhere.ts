import type { CodeChange, SourceFile } from '../../../code/code-change.ts';

const access =
  /\b(?:hasAny(?:Role|Authority)|hasRole|hasAuthority|authenticated\(|PreAuthorize|RolesAllowed|Secured\(|UseGuards|require(?:Auth|Login|Role|Admin)\w{0,20}|is(?:Authenticated|Admin)|ensureLoggedIn|authorizer|authorizeHttpRequests|intercept-url|security-constraint|auth-url|auth_request|auth_basic|RequestAuthentication|AuthorizationPolicy|jwt\w{0,20}\(|passport\.authenticate|permissions?:)|@auth\w{0,20}/i;
const headers =
  /content-security-policy|x-frame-options|strict-transport-security|x-content-type-options|helmet\w{0,10}\(|secureHeaders|frameOptions|contentTypeOptions|contentSecurityPolicy|httpStrictTransportSecurity|headers\.conf|SecureHeaders/i;

/** How other files of a change, code or not, say the same. */
const words: readonly (readonly [family: RegExp, said: RegExp])[] = [
  [/^access/, access],
  [/header/, headers],
  [/forged/, /csrf|xsrf|antiforgery/i],
  [/HTTPS/, /ssl-redirect|requiresSecure|requiresChannel|redirectToHttps|forceSsl|return 30[18] https|httpsRedirect|CONFIDENTIAL/i],
  [/how often/, /rate.?limit|throttl|limit_req|limit-rps|RequestRateLimiter|bucket4j/i],
  [/time limit/, /time-?_?out|timeLimit|deadline|AbortSignal/i],
  [/encrypt/, /encrypt|kms/i],
  [/cookie/, /http-?only|cookie[\w.-]{0,20}secure|sameSite/i],
  [/who may reach/, /NetworkPolicy|AuthorizationPolicy|firewall|allowlist|whitelist|security_group/i],
];

/** Whether another file of the change speaks of the same protection in what it adds. */
export function saidElsewhere(change: CodeChange, family: string, own: SourceFile): boolean {
  const said = words.find(([pattern]) => pattern.test(family))?.[1];
  return said !== undefined && change.files.some(({ head }) => head && head.path !== own.path && isSaid(said, head));
}

function isSaid(said: RegExp, { text, touched, role }: SourceFile): boolean {
  if (role === 'test' || role === 'documentation') return false;
  return touched.some(({ start, end }) => said.test(text.slice(start, Math.min(end, start + 100_000))));
}
