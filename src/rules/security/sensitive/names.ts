/** Lower-case words of a name: `dbPassword_2` is `db password 2`. */
export function wordsOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[\W_]+/g, ' ')
    .trim()
    .toLowerCase();
}

const password = /\b(?:passwords?|passwd|passphrase|pwd|pw|pass ?word|passcode)\b/;
const secret =
  /\b(?:secrets?|api ?keys?|access ?keys?|private ?keys?|secret ?keys?|encryption ?keys?|signing ?keys?|credentials?|(?:access|auth|refresh|session|bearer|id|reset|api|csrf|xsrf|jwt|oauth|security|authentication|authorization|verification|activation|remember ?me) ?tokens?|jwt|otp|totp)\b/;
const personal =
  /\b(?:ssn|social ?security(?: ?number)?|(?:credit )?card ?(?:number|no|num)|credit ?card|cvv|cvc|cvv2|iban|tax ?id|passport ?(?:number|no)|date ?of ?birth)\b/;
/** Says something about a secret, or holds it in a form that tells nothing. */
const about =
  /\b(?:hash(?:ed)?|crypt(?:ed)?|encrypt(?:ed)?|enc|encoded|cipher|digest|md5|sha\d*|salt(?:ed)?|mask(?:ed)?|redact(?:ed)?|obfuscat\w*|hidden|displayed|placeholder|length|len|size|count|name|names|id|ids|field|label|input|key name|type|kind|policy|rules?|regex|pattern|error|errors|invalid|incorrect|wrong|missing|expired?|expires|expiry|expiration|valid|validation|validator|strength|matcher|reset|forgot|forgotten|change[ds]?|changing|required?|enabled?|disabled?|is|has|should|can|url|uri|path|file|dir|param|params|header|prefix|suffix|provider|service|manager|store|repository|factory|encoder|generator|endpoint|page|form|dialog|screen|template|message|hint|title|text|attempts?|retries|min|max|public|fixed|index|position|set|status|state|updated?|created?|visible|visibility|show|toggle|match(?:es)?|confirm(?:ation)? ?(?:error|match))\b/;

export type Sensitivity = 'password' | 'secret' | 'personal';

/** What a name says it holds, e.g. `dbPassword`, `accessToken`, `cardNumber`; undefined where it only speaks about one. */
export function sensitivityOf(name: string): Sensitivity | undefined {
  const words = wordsOf(name);
  if (about.test(words)) return undefined;
  if (password.test(words)) return 'password';
  if (secret.test(words)) return 'secret';
  return personal.test(words) ? 'personal' : undefined;
}

const unguessable =
  /\b(?:tokens?|secrets?|passwords?|passwd|pwd|passphrase|passcode|session ?(?:id|key|token)|nonce|salt|otp|totp|one ?time|csrf|xsrf|api ?keys?|auth(?:entication|orization)?|credentials?|activation ?(?:key|code)|reset ?(?:key|code)|remember ?me ?(?:key|token)?|verification ?(?:key|code)|private ?key|secret ?key|encryption ?key|signing ?key|captcha|pin ?code|invite ?code|invitation ?code|coupon|voucher|series ?data|iv|initialization ?vector|license ?key|access ?code|recovery ?code|confirmation ?code|jti|sid|rememberme)\b/;

/** Whether what has this name must not be guessed by others. */
export function isUnguessable(name: string): boolean {
  const words = wordsOf(name);
  return unguessable.test(words) || words === 'session';
}
