/** Whether a text only stands where a secret would stand: an example, a reference, a word. */
export function isPlaceholder(value: string): boolean {
  return (
    value.length < 6 ||
    /^[$%@#]|\$\{|\{\{|^<|>$|^\[|^\(|%\(|\bprocess\.env\b|\bgetenv\b|…|\.\.\./.test(value) ||
    standIn.test(value) ||
    sealed.test(value) ||
    // A word that is counted on, as the databases of tests have it: `Admin12345`, `Password#123`.
    /^[A-Za-z]{2,16}[@#_.-]?123\d{0,4}[!.]?$/.test(value) ||
    isRun(value)
  );
}

const standIn =
  /example|change_?-?me|place_?-?holder|dummy|\byour|sample|fake|todo|replace|insert|redacted|s3cr3t|^secret$|^password\d{0,3}$|passw0rd|hunter2|foobar|x{5,}|\*{3,}|1234567|abcdef(?:gh|$)|0{8}|deadbeef|lorem|^test|test$|[-_]test[-_]|mock|not[-_]?a[-_]?real|^none$|^null$|^undefined$|^true$|^false$|\blocalhost\b|my[-_]?(secret|password|token|key)/i;

/** Encrypted or hashed already (SOPS, Jasypt, dotenvx, Ansible, Spring), or made to be known to everybody (Mapbox, Stripe, what Nx may only read with). */
const sealed =
  /^ENC[[(]|^encrypted:|^vault:|^!vault|^\{(?:bcrypt|argon2|pbkdf2|scrypt|sha256|ldap|cipher|noop|SSHA)\}|^\$(?:2[aby]|argon2|6|5|1)\$|(?:fHJlYWQ|8cmVhZA|xyZWFk)={0,2}$|^pk[._]|^0x[\da-f]{40}$/i;

/** `aaaaaaa`, `abcabcabc`: too few different characters to be one. */
function isRun(value: string): boolean {
  return new Set(value).size <= Math.max(3, Math.min(6, value.length / 8));
}

/** Bits for each character, by how often the characters stand in the text itself (Shannon). */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / value.length) * Math.log2(count / value.length), 0);
}

const credential =
  /(?:passw(?:or)?d|passwd|passphrase|pwd|secret|token|api_?-?key|app_?-?key|access_?-?key|auth_?-?key|private_?-?key|server_?-?key|master_?-?key|encryption_?-?key|signing_?-?key|client_?-?secret|credentials?)|(?:^|[._-])(?:pass|pat)$|sonar\.login/i;
/** `dbPass`, but not `compass`. */
const shortened = /[a-z](?:Pass|Pwd|Pat)$/;
const aboutOne =
  /(?:name|id|ids|url|uri|path|file|field|label|header|prefix|suffix|type|length|size|regex|pattern|message|error|placeholder|hint|title|text|column|param|property|prop|attribute|expired?|expiry|expires|expiration|ttl|timeout|count|limit|encoder|provider|service|class|policy|strength|format|algorithm|hash|input|event|action|route|endpoint|selector|kind|status|state|scope|version|key_?name|description|comment|address|mint|contract|reset|forgot|change|invalid|missing|required|valid)s?$/i;

/** Whether a name, such as `dbPassword`, says that its value is a secret itself. */
export function namesCredential(name: string): boolean {
  return (
    (credential.test(name) || shortened.test(name)) &&
    !/public|publishable|search|site_?-?key|anon_?-?key/i.test(name) &&
    !aboutOne.test(name) &&
    !/^(?:forgot|reset|change|invalid|missing|no|is|has|use|with|require|enable|show|hide|toggle)[A-Z_-]/.test(name) &&
    !/tokeni[sz]|tokens\b/i.test(name)
  );
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether a value is as random as people and machines make secrets, for the name it is given. */
export function isRandomEnough(name: string, value: string): boolean {
  if (
    /\s/.test(value) ||
    /^(?:https?|file|classpath|arn|urn):/i.test(value) ||
    /^[./~]/.test(value) ||
    isWords(value.replace(/(?:\[\]|\(\)){1,3}$/, '')) ||
    /\\u[\da-f]{4}|[^\x21-\x7e]/i.test(value)
  )
    return false;
  const digits = /\d/.test(value);
  const letters = /[A-Za-z]/.test(value);
  if (/app_?-?key$/i.test(name)) return value.length >= 32 && letters && digits && entropy(value) >= 3.2;
  if (/passw|passphrase|pwd|pass$/i.test(name))
    return !uuid.test(value) && value.length >= 8 && letters && (digits || /[^\w.-]/.test(value)) && entropy(value) >= 2.75;
  return value.length >= 16 && letters && digits && entropy(value) >= 3.2;
}

/** `forgot-password`, `user.token.expired`, `RefreshTokenGrant`, `SHA256withRSA`. */
function isWords(value: string): boolean {
  if (/^[A-Za-z]+(?:[-_.:/ ][A-Za-z]+)*\d?$/.test(value)) return !/[a-z][A-Z][a-z]?[A-Z]/.test(value) || value.length < 20;
  return (
    /^(?:sha|hmac|aes|rsa|md5|pbkdf|bcrypt|argon)/i.test(value) ||
    /^[a-z]+(?:[-_.][a-z0-9]+)+$/.test(value) ||
    /^\d{1,2}[A-Z]?[a-z]+$/.test(value) ||
    /^[A-Za-z]{2,}\d{0,3}(?:[-_.:/][A-Za-z]{2,}\d{0,3})+$/.test(value) ||
    /^(?:[A-Z]?[a-z]{2,})(?:[A-Z][a-z]{2,})+\d{0,4}$/.test(value)
  );
}

/** The beginning only: enough to find it, too little to use it. */
export function masked(secret: string): string {
  const shown = Math.min(4, Math.floor(secret.length / 4));
  return `${secret.slice(0, shown)}… (${secret.length} characters)`;
}
