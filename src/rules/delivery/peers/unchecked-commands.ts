import { invoked, type Command } from '../shell/commands.ts';

interface Switch {
  readonly of: RegExp;
  readonly given: RegExp;
  /** Completes “does not check …”. */
  readonly what: string;
}

const server = 'who the server is';
const signature = 'who signed what it installs';

const switches: readonly Switch[] = [
  { of: /^curl$/, given: /^(?:-[fsSLIivOgG#]{0,12}k[fsSLIivOgG#]{0,12}|--(?:proxy-)?insecure)$/, what: server },
  { of: /^wget$/, given: /^--no-check-certificate$/, what: server },
  { of: /^https?$/, given: /^--verify[= ](?:no|false)$/, what: server },
  { of: /^git$/, given: /^http\.sslVerify=(?:false|0)$/i, what: server },
  { of: /^(?:npm|pnpm|yarn)$/, given: /^--(?:no-strict-ssl|strict-ssl=false)$/, what: 'who sends the packages' },
  { of: /^pip[\d.]*$/, given: /^--trusted-host(?:=.*)?$/, what: 'who sends the packages' },
  {
    of: /^(?:kubectl|oc|helm|argocd|vault)$/,
    given: /^(?:--(?:kube-)?insecure-skip-tls-verify(?:=true)?|-?-tls-skip-verify|--insecure)$/,
    what: server,
  },
  { of: /^mvnw?$/, given: /^-Dmaven\.wagon\.http\.ssl\.(?:insecure|allowall)=true$/, what: server },
  { of: /^(?:apt|apt-get)$/, given: /^(?:--allow-unauthenticated|--force-yes|Acquire::https::Verify-Peer=false)$/, what: signature },
  { of: /^(?:yum|dnf|zypper|microdnf)$/, given: /^--(?:nogpgcheck|no-gpg-checks)$/, what: signature },
  { of: /^apk$/, given: /^--allow-untrusted$/, what: signature },
  { of: /^(?:ssh|scp|sftp|rsync|autossh)$/, given: /^(?:-o)?StrictHostKeyChecking=no$/i, what: 'which host answers' },
];

/** The word by which a command leaves out a check of whom it talks to; undefined for most. */
export function uncheckedBy(command: Command): { readonly word: string; readonly what: string } | undefined {
  const [name = '', ...rest] = invoked(command);
  if (rest.some((word) => /^(?:https?:\/\/)?(?:localhost|127\.\d|0\.0\.0\.0|\[::1\])/.test(word))) return undefined;
  const known = switches.find(({ of }) => of.test(name));
  // The value of an option may be a word of its own.
  const word = known && rest.flatMap((each, at) => [each, `${each} ${rest[at + 1] ?? ''}`]).find((each) => known.given.test(each));
  if (known && word !== undefined) return { word, what: known.what };
  return configured(name, rest);
}

/** `git config http.sslVerify false`, `npm config set strict-ssl false`. */
function configured(name: string, rest: readonly string[]): { readonly word: string; readonly what: string } | undefined {
  const at = rest.findIndex((word) => /^(?:http\.sslVerify|strict-ssl|enableStrictSsl)$/i.test(word));
  const isOff = at !== -1 && /^(?:false|0)$/i.test(rest[at + 1] ?? '');
  return isOff && rest[0] === 'config' && /^(?:git|npm|pnpm|yarn)$/.test(name)
    ? { word: `${rest[at] ?? ''} false`, what: server }
    : undefined;
}

const variables: ReadonlyMap<string, RegExp> = new Map([
  ['NODE_TLS_REJECT_UNAUTHORIZED', /^0$/],
  ['GIT_SSL_NO_VERIFY', /^(?:1|true|yes)$/i],
  ['PYTHONHTTPSVERIFY', /^0$/],
  ['NPM_CONFIG_STRICT_SSL', /^(?:false|0)$/i],
  ['npm_config_strict_ssl', /^(?:false|0)$/i],
  ['YARN_ENABLE_STRICT_SSL', /^(?:false|0)$/i],
]);

/** Whether a variable of the environment turns the check off for all that a program does. */
export function isUncheckedBy(name: string, value: string): boolean {
  return variables.get(name)?.test(value) ?? false;
}

/** Whether a text may set one of them. */
export const namesVariable =
  /NODE_TLS_REJECT_UNAUTHORIZED|GIT_SSL_NO_VERIFY|PYTHONHTTPSVERIFY|npm_config_strict_ssl|YARN_ENABLE_STRICT_SSL/i;
