import type { TextRange } from '../../../base/text-range.ts';
import { bareObject } from '../../../code/flow/taint/chosen.ts';
import type { Use } from '../../../code/flow/taint/knowledge.ts';
import { leadingTaint } from '../../../code/flow/taint/text.ts';
import { stepped, tainted, taintOf, type Value } from '../../../code/flow/taint/value.ts';
import { moduleName } from '../../../code/flow/origin.ts';
import { mayBeHtml } from './content-type.ts';
import type { Constant } from '../../../code/flow/fold.ts';

/** What methods give whose result plays a role: by type and method. */
const javaRoles: ReadonlyMap<string, string> = new Map([
  ['HttpServletResponse.getWriter', '@writer'],
  ['HttpServletResponse.getOutputStream', '@writer'],
  ['ServletResponse.getWriter', '@writer'],
  ['ServletResponse.getOutputStream', '@writer'],
  ['Runtime.getRuntime', 'Runtime'],
  ['HttpServletRequest.getSession', 'HttpSession'],
  ['Connection.createStatement', 'Statement'],
  ['ClassLoader.getSystemClassLoader', 'ClassLoader'],
  ['WebClient.create', 'WebClient'],
  ['LdapQueryBuilder.query', 'LdapQueryBuilder'],
  ['ServletRequestAttributes.getRequest', 'HttpServletRequest'],
  ['ServletRequestAttributes.getResponse', 'HttpServletResponse'],
  ['ServletActionContext.getRequest', 'HttpServletRequest'],
  ['ServletActionContext.getResponse', 'HttpServletResponse'],
  ['PageContext.getRequest', 'HttpServletRequest'],
  ['PageContext.getOut', 'JspWriter'],
  ['ServerWebExchange.getRequest', 'ServerHttpRequest'],
  ['ServerWebExchange.getResponse', 'ServerHttpResponse'],
  ['RoutingContext.request', 'HttpServerRequest'],
  ['RoutingContext.response', 'HttpServerResponse'],
  ['FacesContext.getExternalContext', 'ExternalContext'],
  ['FacesContext.getCurrentInstance', 'FacesContext'],
  ['RenderResponse.getWriter', '@writer'],
  ['ActionResponse.getWriter', '@writer'],
  ['ResourceResponse.getWriter', '@writer'],
  ['PortletResponse.getWriter', '@writer'],
  ['MimeResponse.getWriter', '@writer'],
  ['HttpURLConnection.getInputStream', 'InputStream'],
  ['FileSystems.getDefault', 'FileSystem'],
  ['HttpServletRequest.getServletContext', 'ServletContext'],
  ['HttpSession.getServletContext', 'ServletContext'],
  ['XPathFactory.newInstance', 'XPathFactory'],
  ['TransformerFactory.newInstance', 'TransformerFactory'],
  ['ClientBuilder.newClient', 'Client'],
  ['ClientBuilder.build', 'Client'],
  ['DriverManager.getConnection', 'Connection'],
  ['DataSource.getConnection', 'Connection'],
  ['Pebble.build', 'PebbleEngine'],
  ['MongoClient.getDatabase', 'MongoDatabase'],
  ['MongoDatabase.getCollection', 'MongoCollection'],
]);

/** Methods that are called like this only where they give such an object, whatever their owner. */
const rolesByName: ReadonlyMap<string, string> = new Map([
  ['openSession', 'Session'],
  ['getCurrentSession', 'Session'],
  ['openStatelessSession', 'StatelessSession'],
  ['getEntityManager', 'EntityManager'],
  ['createEntityManager', 'EntityManager'],
  ['newXPath', 'XPath'],
  ['getEngineByName', 'ScriptEngine'],
  ['getEngineByExtension', 'ScriptEngine'],
  ['getEngineByMimeType', 'ScriptEngine'],
  ['getScriptEngine', 'ScriptEngine'],
  ['getJdbcTemplate', 'JdbcTemplate'],
  ['getNamedParameterJdbcTemplate', 'NamedParameterJdbcTemplate'],
  ['getSqlSession', 'SqlSession'],
  ['createStatement', 'Statement'],
  ['getClassLoader', 'ClassLoader'],
  ['getContextClassLoader', 'ClassLoader'],
  ['getExternalContext', 'ExternalContext'],
]);

/** What a builder that is asked for more gives itself again. */
const builders =
  /^(?:JexlBuilder|PebbleEngine\.Builder|ClientBuilder|Request\.Builder|HttpUrl\.Builder|JerseyClientBuilder|ResteasyClientBuilder)$/;

/** What is known to come of a call; undefined where nothing is. */
export function knownResult(use: Use, isJava: boolean): Value | undefined {
  return isJava ? javaResult(use) : scriptResult(use);
}

function javaResult(use: Use): Value | undefined {
  const { name, origin, receiver, values, written } = use;
  const owner = origin ?? written?.split('.').at(-2) ?? '';
  const role = javaRoles.get(`${owner}.${name}`);
  if (role === '@writer' && !mayBeHtml(receiver)) return { origin: 'PrintWriter' };
  if (role !== undefined) return { origin: role };
  if (use.form === 'new') return constructedResult(use);
  const named = receiver?.taint ? undefined : roleByName(use, owner);
  if (named !== undefined) return { origin: named };
  if (owner === '@wraps-request' && /^get\w*(Parameter|Header|Cookie|Query)\w*$/.test(name)) {
    return { taint: tainted('request', 'the request', use.range, 'comes from the request') };
  }
  if (owner === '@wraps-request') return { origin: owner };
  if (readsRequest.test(name) && values.some((value) => /^(?:Http)?ServletRequest$/.test(value.origin ?? '')))
    return { taint: tainted('request', 'the request', use.range, 'comes from the request') };
  if (name === 'replaceAll' || name === 'replace') return replaced(use);
  if (name === 'format' && (owner === 'String' || owner === 'MessageFormat')) return formatted(values);
  if (name === 'join' && owner === 'String') return spread(values);
  const made = madeOf.get(`${owner}.${name}`) ?? (name === 'newTransformer' ? 'Transformer' : undefined);
  if (made !== undefined) return madeResult(made, use);
  if (
    /^(asList|of|singletonList|copyOf|ofEntries)$/.test(name) &&
    /^(Arrays|List|Set|Collections|Stream)$/.test(owner) &&
    receiver?.taint === undefined
  ) {
    return { members: new Map(values.map((value, index) => [String(index), value])), size: values.length };
  }
  return undefined;
}

/** `WebUtils.getRequestBody(request)`, `ServletRequestUtils.getStringParameter(request, "name")`: helpers of other files that are called for what they read. */
const readsRequest =
  /^(?:get|read|extract|find)(?!Int|Long|Double|Float|Boolean|Required(?:Int|Long|Double|Float|Boolean))\w*(?:Body|Parameters?|Params?|Payload|QueryString|Header|CookieValue)$/;

function roleByName({ name, receiver }: Use, owner: string): string | undefined {
  if (!receiver) return undefined;
  if (owner === 'JexlBuilder' && name === 'create') return 'JexlEngine';
  if (owner === 'ClientBuilder' && name === 'build') return 'Client';
  return rolesByName.get(name) ?? (builders.test(owner) && name !== 'build' && name !== 'create' ? owner : undefined);
}

/** Factories that make something of what they are given. */
const madeOf: ReadonlyMap<string, string> = new Map([
  ['Path.of', 'Path'],
  ['Paths.get', 'Path'],
  ['URI.create', 'URI'],
]);

function madeResult(origin: string, { values, range, name, receiver }: Use): Value {
  const taint = leadingTaint(values, '/') ?? receiver?.taint;
  return taint ? { origin, taint: stepped(taint, range, `goes through \`${name}\``) } : { origin };
}

function constructedResult({ name, values }: Use): Value | undefined {
  if (values.some(({ origin }) => origin !== undefined && /^(Http)?ServletRequest$/.test(origin)) && !name.endsWith('Wrapper'))
    return { origin: '@wraps-request' };
  // The encoding is no part of the text.
  return name === 'URI' && values.length === 1 && values[0]?.taint ? { origin: 'URI', taint: values[0].taint } : undefined;
}

function formatted(values: readonly Value[]): Value {
  const [format] = values.filter(({ origin }) => origin !== 'Locale');
  const taint = leadingTaint(values, '\0');
  if (!taint) return {};
  const text = typeof format?.constant === 'string' ? format.constant : '';
  const lead = text.split(/%(?:\d+\$)?[-\d.]*[sdS]|\{\d*\}/)[0] ?? '';
  return { taint: { ...taint, lead: format?.taint ? taint.lead : lead } };
}

function spread(values: readonly Value[]): Value {
  const taint = values.map((value) => taintOf(value)).find((each) => each !== undefined);
  return taint ? { taint: { ...taint, lead: values[1] && taintOf(values[1]) === taint ? '' : '\0' } } : {};
}

const keepsPath = /^(?:path|path\.posix|path\.win32|upath)\.(?:dirname|relative|toNamespacedPath)$/;
const joinsPaths = /^(path|path\.posix|path\.win32|upath)\.(join|resolve|normalize)$/;
/** What these give does what they were given, only later. */
const promisifies =
  /^(?:util|bluebird|pify|es6-promisify|thenify|universalify)(?:\.(?:default|promisify|promisifyAll|fromCallback|withCallback))?$|^promisify(?:All)?$/;
const passesOn = /^(decodeURIComponent|decodeURI|unescape|atob|btoa|String|structuredClone|escape)$/;

function scriptResult(use: Use): Value | undefined {
  const { name, origin, written, values, receiver } = use;
  const path = origin === undefined ? (written ?? name) : receiver && name !== '' ? `${origin}.${name}` : origin;
  if (use.form === 'new') return scriptConstruction(use);
  if ((path === 'require' || path === 'import') && typeof values[0]?.constant === 'string')
    return { origin: moduleName({ source: values[0].constant }) };
  if (path.startsWith('date-fns') && name === 'format') return passed(values[path.startsWith('date-fns/fp') ? 0 : 1], use.range, name);
  if (path.startsWith('adm-zip') && name === 'getEntries') return { members: new Map([['*', { origin: '@archive-entry' }]]) };
  if (joinsPaths.test(path)) return joinedPath(use);
  if (keepsPath.test(path))
    return passed(
      values.find((each) => each.taint),
      use.range,
      name,
    );
  if (promisifies.test(path) && values[0]?.origin !== undefined) return { origin: values[0].origin };
  if (/^(util\.format|printf|sprintf-js\.sprintf|format-util)$/.test(path)) return formatted(values);
  if (passesOn.test(path)) return passed(values[0], use.range, name);
  if (path === 'Object.create' && values[0]?.constant === null) return { origin: bareObject, members: new Map() };
  if (path === 'JSON.stringify') return asJson(values[0], use.range, name);
  if (
    /^(JSON\.parse|Buffer\.from|url\.parse|querystring\.(parse|unescape)|qs\.parse|query-string\.parse|querystringify\.parse|Object\.(assign|freeze|values|entries|fromEntries|keys)|Array\.(from|of)|Promise\.(resolve|all))$/.test(
      path,
    )
  )
    return merged(use);
  if (origin?.startsWith('@response') === true && name !== 'on') return { ...receiver, origin: '@response' };
  if (name === 'replace' || name === 'replaceAll') return replaced(use);
  if (name === 'exec' && origin !== undefined && /^regex:|^RegExp\(\)$/.test(origin))
    return passed({ ...(values[0]?.taint && { taint: { ...values[0].taint, lead: '' } }) }, use.range, name);
  return undefined;
}

/** A URL of the address is as the address is; other URLs are made of their text. */
function scriptConstruction({ name, values, range }: Use): Value | undefined {
  const [first, base] = values;
  if (name !== 'URL' && name !== 'URLSearchParams') return undefined;
  if (first?.origin === '@location') return { taint: tainted('client', 'the address', range, 'the address of the page') };
  if (first?.taint) return { taint: stepped(first.taint, range, 'read as a URL') };
  return base?.taint ? { taint: base.taint } : {};
}

function joinedPath({ values, range, name }: Use): Value {
  const taint = leadingTaint(values, '/');
  if (!taint) {
    const texts = values.map(({ constant }) => constant);
    return texts.every((text): text is Constant => text !== undefined) ? { constant: texts.join('/') } : {};
  }
  const harmless =
    name === 'resolve' || name === 'join' ? new Set([...taint.harmless].filter((danger) => danger !== 'resolved-path')) : taint.harmless;
  return { taint: { ...stepped(taint, range, 'becomes part of this path'), harmless: new Set([...harmless, 'was-resolved']) } };
}

function passed(value: Value | undefined, range: TextRange, name: string): Value {
  if (!value?.taint) return value?.constant === undefined ? {} : { constant: value.constant };
  return { taint: stepped(value.taint, range, `goes through \`${name}\``) };
}

function asJson(value: Value | undefined, range: TextRange, name: string): Value {
  const taint = taintOf(value);
  return taint ? passed({ taint: { ...taint, lead: '{' } }, range, name) : {};
}

function merged({ values, range, name }: Use): Value {
  const [first] = values;
  const taint = values.map((value) => taintOf(value)).find((each) => each !== undefined);
  if (first?.members && values.length === 1) return first;
  return taint ? { taint: { ...stepped(taint, range, `goes through \`${name}\``), lead: '' } } : {};
}

/** Taking out every character that does harm leaves none. */
function replaced({ receiver, values, range, name, origin }: Use): Value | undefined {
  const taint = receiver?.taint;
  if (!taint || /^String(Builder|Buffer)$/.test(origin ?? '')) return undefined;
  const pattern = patternIn(values[0], origin);
  const harmless = new Set(taint.harmless);
  if (pattern !== undefined) for (const danger of [...dangersTaken(pattern), ...quoted(pattern, values[1])]) harmless.add(danger);
  return { taint: { ...stepped(taint, range, `goes through \`${name}\``), harmless } };
}

/** `'` becomes `'\\''`: the data stays in its quotes. */
function quoted(pattern: string, replacement: Value | undefined): readonly string[] {
  const isEscaped = typeof replacement?.constant === 'string' && replacement.constant.includes('\\');
  return isEscaped && /^(\[?['"]\]?|'')\/g/.test(pattern) ? ['shell', 'command'] : [];
}

/** A regular expression, or in Java a text that stands for one, with its flags. */
function patternIn(value: Value | undefined, receiver: string | undefined): string | undefined {
  if (value?.origin?.startsWith('regex:') === true) return value.origin.slice('regex:'.length);
  return typeof value?.constant === 'string' && receiver !== undefined && /^[A-Z]/.test(receiver) ? `${value.constant}/g` : undefined;
}

/** What a global replacement of such a pattern takes away. */
export function dangersTaken(pattern: string): readonly string[] {
  const end = pattern.lastIndexOf('/');
  const [source, flags] = [pattern.slice(0, end), pattern.slice(end + 1)];
  if (/\\\.\\\.(\(|\[)?[^|]{0,1000}\/.{0,1000}[+*]/.test(source)) return ['path'];
  if (!flags.includes('g')) return [];
  if (/^\[\^[\w\s\\.-]*\]\+?$/.test(source) && !source.includes('/'))
    return [
      'html',
      'sql',
      'command',
      'path',
      'redirect',
      'header',
      'log',
      'code',
      'regex',
      'ldap',
      'xpath',
      'request',
      'nosql',
      'template',
      'format',
    ];
  const characters = /^\[([\s\S]*)\]\+?$/.exec(source)?.[1] ?? (/^\\?[^\w\s]$|^\\[nr]$|^(\\?.\|)+\\?.$/.test(source) ? source : '');
  const taken: string[] = [];
  if (/^(?:\\\.|\[\.+\]){1,2}\+?(?:\||$)/.test(source)) taken.push('dots');
  if (/^[\n\r]$/.test(source)) taken.push('log', 'header');
  if (/[<>&'"]/.test(characters)) taken.push('html');
  if (characters.includes('/')) taken.push('path');
  if (/[;|&$`]/.test(characters)) taken.push('shell', 'command');
  if (/\\[nrs]|[\r\n]/.test(characters) || /\\r\?\\n|\\n\|\\r|\\r\|\\n/.test(source)) taken.push('log', 'header');
  return taken;
}
