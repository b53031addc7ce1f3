/** Words of addresses that are open by their nature. */
const open =
  /(?:^|[/._-])(?:log_?-?in|log_?-?out|sign_?-?in|sign_?-?up|sign_?-?out|register|registration|health\w*|live(?:z|ness)?|ready(?:z|ness)?|readiness|ping|status|metrics|public|web-?hooks?|callback|oauth2?|oidc|sso|token|refresh|forgot\w*|forget\w*|reset\w*|password|verify|verification|confirm\w*|activat\w*|unsubscribe|captcha|csrf|docs?|swagger\w*|openapi\w*|version|info|favicon\S*|robots\S*|static|assets|error|auth|authenticate|saml|jwks\S*|contact|terms|privacy|about|home|index|invite\w*)(?:$|[/._-])/i;
const verbs = /^(?:login|logout|sign_?(?:in|up|out)|register|authenticate|forgot|reset|verify|confirm|activate|subscribe|unsubscribe)/i;

/** Whether an endpoint is by its address one that has to be open. */
export function isForEveryone({ path, symbol }: { readonly path: string; readonly symbol: { readonly name: string } }): boolean {
  return path === '/' || path.includes('*') || open.test(path) || verbs.test(symbol.name) || verbs.test(path);
}
