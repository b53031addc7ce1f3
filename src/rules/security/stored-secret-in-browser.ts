import type { Expression } from '../../code/expression.ts';
import { bare, dottedName } from '../../code/walk.ts';
import { lastName, type Sight } from '../pattern/code-inventory.ts';
import { patternRule } from '../pattern/pattern-rule.ts';
import { textOf } from '../pattern/values.ts';
import { leakIn } from './sensitive/leaks.ts';
import { sensitivityOf, wordsOf } from './sensitive/names.ts';

const stores =
  /^(?:localStorage|sessionStorage|AsyncStorage|\$localStorage|\$sessionStorage|\$cookies|\$cookieStore|\$cacheFactory|\$templateCache|Cookies|cookies|cookieStore)$/;

export const storedSecretInBrowser = patternRule({
  id: 'security/stored-secret-in-browser',
  title: 'A password or token is kept in the browser as it is',
  reason:
    'What a page keeps in local storage or in a cookie can be read by every script that gets onto the page, by extensions, and by whoever opens the browser next. A password there is known to all of them.',
  remedy:
    'Do not keep it. Keep a session in a cookie that scripts cannot read (`HttpOnly`), and ask again for a password where it is needed.',
  severity: 'warning',
  confidence: 'medium',
  category: 'cleartext-storage',
  languages: ['typescript', 'javascript'],
  cwe: [312, 922],
  sources: [
    {
      title: 'OWASP HTML5 Security Cheat Sheet: local storage',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/HTML5_Security_Cheat_Sheet.html#local-storage',
    },
  ],
  limits: 'Names tell what is sensitive. Tokens in local storage are less sure: where no cookie can be used there is little else.',
  examples: [
    {
      name: 'a password is remembered',
      base: {},
      head: { 'src/login.ts': "export const remember = (password: string) => localStorage.setItem('p', password);\n" },
      finds: ['src/login.ts:1 `password` is kept in `localStorage`, where every script on the page can read it.'],
    },
    {
      name: 'a theme is remembered',
      base: {},
      head: { 'src/login.ts': "export const remember = (theme: string) => localStorage.setItem('theme', theme);\n" },
      finds: [],
    },
    {
      name: 'a password is put into a cookie',
      base: {},
      head: { 'src/login.js': "export const remember = (res, user) => res.cookie('p', user.password);\n" },
      finds: ['src/login.js:1 `user.password` is kept in a cookie, where every script on the page can read it.'],
    },
    {
      name: 'a session is put into a cookie',
      base: {},
      head: { 'src/login.js': "export const remember = (res, id) => res.cookie('sid', id, { httpOnly: true, secure: true });\n" },
      finds: [],
    },
  ],
  *look(code) {
    for (const sight of code.calls('setItem', 'set', 'put', 'putObject', 'cookie')) {
      const { receiver, name, arguments: given } = sight.node;
      const store = name === 'cookie' ? 'a cookie' : ((receiver && (dottedName(bare(receiver)) ?? '').split('.').at(-1)) ?? '');
      if (
        given.length < 2 ||
        (name === 'cookie' ? !/^(?:res|response|reply)$/.test((receiver && lastName(receiver)) ?? '') : !stores.test(store))
      )
        continue;
      yield* sightings(given[0], given[1], store, sight, sight.node.range);
    }
    for (const sight of code.of('assignment')) {
      const target = bare(sight.node.target);
      if (target.kind !== 'member' && target.kind !== 'index') continue;
      const store = dottedName(bare(target.object)) ?? '';
      if (/^(?:window\.)?(?:local|session)Storage$/.test(store))
        yield* sightings(undefined, sight.node.value, store, sight, sight.node.range);
    }
  },
});

function* sightings(
  key: Expression | undefined,
  value: Expression | undefined,
  store: string,
  at: Sight,
  range: { readonly start: number; readonly end: number },
): Generator<{ at: Sight; range: typeof range; message: string; confidence?: 'low'; severity?: 'note' }> {
  const leak = value && leakIn(value, at);
  const token = tokenIn(key, value, at);
  const named = textOf(key, at);
  const byKey = named !== undefined && sensitivityOf(named) === 'password' && value && bare(value).kind !== 'string' ? named : undefined;
  const name = leak?.name ?? byKey ?? token;
  if (name === undefined) return;
  const sure = byKey !== undefined || leak?.sensitivity === 'password' || leak?.sensitivity === 'personal';
  const where = store.startsWith('a ') ? store : `\`${store}\``;
  yield {
    at,
    range,
    message: `\`${name}\` is kept in ${where}, where every script on the page can read it.`,
    ...(!sure && (isStorage.test(store) ? { severity: 'note' as const } : { confidence: 'low' as const })),
  };
}

const isStorage = /^(?:window\.)?(?:localStorage|sessionStorage|AsyncStorage|\$localStorage|\$sessionStorage)$/;
const tokens = /^(?:(?:access|auth|id|refresh|session|user|bearer|api|login) ?)?(?:token|jwt)$/;

/** `localStorage.setItem('token', data.token)`: a name that says nothing elsewhere does so here. */
function tokenIn(key: Expression | undefined, value: Expression | undefined, at: Sight): string | undefined {
  const held = value && bare(value);
  if (!held || held.kind === 'string') return undefined;
  const named = textOf(key, at);
  const own = held.kind === 'name' || held.kind === 'member' ? held.name : '';
  return [named, own].find((each) => each !== undefined && tokens.test(wordsOf(each)));
}
