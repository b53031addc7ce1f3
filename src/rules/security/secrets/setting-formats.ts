import { format, type SecretFormat } from './secret-format.ts';

/** What may stand between a key's first line and its data: headers, and the quotes and joints of a literal. */
const beforeData = String.raw`(?:\\n|\\r|["'\s+,]|(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset):[^\n\\]{0,120}){0,24}`;
const data = String.raw`[A-Za-z0-9+/=]{40}(?:[A-Za-z0-9+/=]|\\[nr]|["'\s,]){0,12000}`;
const keyEnd = String.raw`(?:-{5}END [A-Z0-9 ]{5,40}-{5})?`;

/** Credentials that are told by the setting, the command or the URL they stand in. */
export const settingFormats: readonly SecretFormat[] = [
  format('private key', new RegExp(String.raw`-{5}BEGIN (?:[A-Z0-9]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-{5}${beforeData}${data}${keyEnd}`), {
    needle: 'PRIVATE KEY',
  }),
  format('private key', /\bPrivate-Lines: \d{1,3}\r?\n([A-Za-z0-9+/=\s]{40,8000})/, { needle: 'Private-Lines:' }),
  format('encoded private key', /\bLS0tLS1CRUdJTi[A-Za-z0-9+/]{40,12000}={0,2}/, { needle: 'LS0tLS1CRUdJTi' }),
  format('private JSON Web Key', /["']?\bd["']?\s{0,3}:\s{0,3}["']([\w-]{42,700})["']/, { needle: 'kty' }),
  format('password of a registry', /_(?:auth|password)\s?=\s?"?([A-Za-z0-9+/]{8,400}={0,2})/, { path: /(?:^|\/)\.npmrc$/ }),
  format('password', /\bpassword\s{1,8}(\S{6,100})/, { path: /(?:^|\/)[._]netrc$/ }),
  format('password', /^[^:\n]{1,80}:[^:\n]{1,8}:[^:\n]{1,60}:[^:\n]{1,60}:([^:\n]{6,100})$/m, { path: /(?:^|\/)\.?pgpass(?:\.conf)?$/ }),
  format('master key', /^([a-f0-9]{32})\s{0,4}$/m, { path: /(?:^|\/)config\/(?:master|credentials\/\w{1,40})\.key$/ }),
  format(
    'connection string with a password',
    /\b[a-z][a-z0-9+.]{1,20}:\/\/[^\s:@/'"`<>{}$\\]{0,80}:([^\s@/'"`<>{}$\\]{3,100})@(?=[\w-])/i,
    { needle: '://' },
  ),
  format('password in a JDBC URL', /\bjdbc:[^\s"'`]{1,200}[?&;]password=([^\s&;"'`${]{3,80})/i, { needle: 'jdbc:' }),
  format(
    'connection string with a password',
    /\b(?:server|data source|host|user(?: id|name)?|uid|database|initial catalog)\s?=[^;"'\n]{1,100};[^"'\n]{0,200}?\b(?:password|pwd)\s?=\s?([^\s;"'<>&{}$]{6,100})/i,
  ),
  format('credentials in a header', /\bBasic ([A-Za-z0-9+/]{16,200}={0,2})(?=["'`])/, { needle: 'Basic ' }),
  format('access token in a header', /\bBearer ([\w.~+/-]{24,400}={0,2})(?=["'`])/, { needle: 'Bearer ' }),
  format('password of a command', /\b(?:mysql|mysqldump|mysqladmin|mariadb)\s[^\n|;]{0,200}?\s-p([^\s"'$`-][^\s"'$`]{5,60})(?=\s|$)/m, {
    needle: '-p',
  }),
  format('password of a command', /\bsshpass\s{1,4}-p\s{0,4}["']?([^\s"'$`][^\s"'`]{4,60})/, { needle: 'sshpass' }),
  format('password of a command', /\bcurl\s[^\n|;]{0,200}?(?:-u|--user)[ =]["']?[^\s:"'$`]{1,60}:([^\s"'$`{<][^\s"'`]{4,100})/, {
    needle: 'curl',
  }),
  format(
    'password of a command',
    /\b(?:docker|podman|helm registry|skopeo|buildah|oras) login\b[^\n|;]{0,200}?\s(?:-p|--password)[ =]["']?([^\s"'$`{<-][^\s"'`]{4,200})/,
    { needle: 'login' },
  ),
];
