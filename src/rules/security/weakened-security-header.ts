import { originOf } from '../../code/flow/origin.ts';
import { patternRule, type Sighting } from '../pattern/pattern-rule.ts';
import type { CodeInventory } from '../pattern/code-inventory.ts';
import { textOf, truthOf, optionOf, objectOf } from '../pattern/values.ts';
import { disabledParts } from './web/security-builder.ts';
import { isOfRequest } from './web/response.ts';

const parts: ReadonlyMap<string, string> = new Map([
  ['frameOptions', 'other sites may put the pages into a frame and have the user click there unknowingly'],
  ['cacheControl', 'browsers and caches in between may keep what only the person who is logged in was to see'],
  ['contentTypeOptions', 'browsers may take an uploaded file for a script'],
  ['httpStrictTransportSecurity', 'a first request over plain HTTP can be kept there'],
  ['contentSecurityPolicy', 'nothing keeps a script that got onto the page from running'],
  ['xssProtection', ''],
  ['headers', 'none of the security headers is sent'],
  ['frameguard', 'other sites may put the pages into a frame and have the user click there unknowingly'],
  ['xFrameOptions', 'other sites may put the pages into a frame and have the user click there unknowingly'],
  ['hsts', 'a first request over plain HTTP can be kept there'],
  ['strictTransportSecurity', 'a first request over plain HTTP can be kept there'],
  ['noSniff', 'browsers may take an uploaded file for a script'],
  ['xContentTypeOptions', 'browsers may take an uploaded file for a script'],
]);

export const weakenedSecurityHeader = patternRule({
  id: 'security/weakened-security-header',
  title: 'A header that protects the page is off or lets everything through',
  reason:
    'Security headers have the browser itself stop what got through everywhere else: scripts that were slipped in, pages put into another’s frame, traffic turned back to plain HTTP. They cost nothing, and are missed only when it is too late.',
  remedy:
    'Leave the defaults on. Where something of one’s own needs an exception, allow that one source: a nonce or a hash for a script, one origin for a frame.',
  severity: 'warning',
  confidence: 'medium',
  category: 'headers',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [693, 1021],
  sources: [
    { title: 'OWASP HTTP Headers Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html' },
  ],
  limits:
    'Headers that a proxy adds, and that were never there, are not seen. A policy is read where it is a text or written out as directives.',
  examples: [
    {
      name: 'frames are allowed to all',
      base: {},
      head: {
        'src/main/java/Security.java':
          'class Security {\n  void chain(HttpSecurity http) throws Exception {\n    http.headers(headers -> headers.frameOptions(frame -> frame.disable()));\n  }\n}\n',
      },
      finds: [
        'src/main/java/Security.java:3 `frameOptions` is off: other sites may put the pages into a frame and have the user click there unknowingly.',
      ],
    },
    {
      name: 'frames are allowed to the site itself',
      base: {},
      head: {
        'src/main/java/Security.java':
          'class Security {\n  void chain(HttpSecurity http) throws Exception {\n    http.headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()));\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'helmet is to leave one out',
      base: {},
      head: { 'src/app.ts': "import helmet from 'helmet';\n\napp.use(helmet({ contentSecurityPolicy: false }));\n" },
      finds: ['src/app.ts:3 `contentSecurityPolicy` is off: nothing keeps a script that got onto the page from running.'],
    },
    {
      name: 'helmet sends its defaults',
      base: {},
      head: { 'src/app.ts': "import helmet from 'helmet';\n\napp.use(helmet());\n" },
      finds: [],
    },
    {
      name: 'a policy allows scripts inside of the page',
      base: {},
      head: { 'src/app.js': "res.setHeader('Content-Security-Policy', \"script-src 'self' 'unsafe-inline'\");\n" },
      finds: ["src/app.js:1 The policy allows `'unsafe-inline'` in `script-src`, so that a script that got onto the page runs."],
    },
    {
      name: 'a policy allows styles inside of the page',
      base: {},
      head: { 'src/app.js': "res.setHeader('Content-Security-Policy', \"script-src 'self'; style-src 'unsafe-inline'\");\n" },
      finds: [],
    },
  ],
  *look(code) {
    if (code.file.facts?.language === 'java') {
      for (const { sight, part } of disabledParts(code, new Set(parts.keys()))) {
        const harm = parts.get(part);
        if (harm) yield { at: sight, range: sight.node.range, message: `\`${part}\` is off: ${harm}.` };
      }
    } else yield* inScript(code);
    yield* policies(code);
  },
});

function* inScript(code: CodeInventory): Generator<Sighting> {
  for (const at of code.properties(...parts.keys())) {
    const harm = parts.get(at.key);
    const caller = at.object?.parent?.node;
    const origin = caller?.kind === 'call' ? (originOf(caller, at) ?? caller.name) : '';
    if (harm && truthOf(at.value, at) === false && origin.includes('helmet'))
      yield { at, range: at.range, message: `\`${at.key}\` is off: ${harm}.` };
  }
  for (const at of code.properties('scriptSrc', 'script-src', 'defaultSrc', 'default-src', 'scriptSrcElem', 'script-src-elem')) {
    const value = at.value.kind === 'array' ? at.value.elements : [at.value];
    const unsafe = value.map((each) => textOf(each, at)).find((each) => each !== undefined && isUnsafe(each, at.key));
    if (unsafe !== undefined) yield { at, range: at.range, message: allowed(unsafe, at.key) };
  }
  for (const sight of code.calls('removeHeader', 'unset')) {
    const name = textOf(sight.node.arguments[0], sight);
    if (name !== undefined && /^(?:content-security-policy|x-frame-options|strict-transport-security|x-content-type-options)$/i.test(name))
      yield { at: sight, range: sight.node.range, message: `\`${name}\` is taken off the answer.` };
  }
}

/** `setHeader("Content-Security-Policy", "…")`, `policyDirectives("…")`. */
function* policies(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.calls('setHeader', 'header', 'set', 'addHeader', 'append', 'policyDirectives', 'contentSecurityPolicy')) {
    const given = sight.node.arguments;
    const name = textOf(given[0], sight);
    const policy = /^(policyDirectives|contentSecurityPolicy)$/.test(sight.node.name)
      ? name
      : name?.toLowerCase() === 'content-security-policy'
        ? textOf(given[1], sight)
        : undefined;
    const found = policy === undefined ? undefined : unsafeIn(policy);
    if (found) yield { at: sight, range: sight.node.range, message: allowed(...found) };
    if (name?.toLowerCase() === 'x-frame-options' && /^allow-?all$/i.test(textOf(given[1], sight) ?? ''))
      yield { at: sight, range: sight.node.range, message: '`X-Frame-Options` lets every site put the page into a frame.' };
    const [, value] = given;
    if (value && name?.toLowerCase() === 'x-frame-options' && isOfRequest(value))
      yield {
        at: sight,
        range: sight.node.range,
        message: '`X-Frame-Options` is what the request says, so that any site can put the page into a frame.',
      };
    if (name?.toLowerCase() === 'strict-transport-security' && /max-age=0\b/i.test(textOf(value, sight) ?? ''))
      yield {
        at: sight,
        range: sight.node.range,
        message: '`Strict-Transport-Security` is taken back: browsers ask over plain HTTP again.',
      };
  }
  for (const at of code.properties('content', 'Content-Security-Policy', 'content-security-policy', 'value')) {
    const policy = textOf(at.value, at);
    if (
      policy === undefined ||
      !/script-src|default-src|frame-ancestors/.test(policy) ||
      !(at.key.toLowerCase().includes('policy') || isPolicyObject(at))
    )
      continue;
    const found = unsafeIn(policy);
    if (found) yield { at, range: at.range, message: allowed(...found) };
  }
}

/** `{ key: 'Content-Security-Policy', value: '…' }`. */
function isPolicyObject(at: ReturnType<CodeInventory['properties']>[number]): boolean {
  const object = at.object && objectOf(at.object.node, at);
  return ['key', 'name', 'httpEquiv', 'http-equiv'].some((key) =>
    /^content-security-policy$/i.test(textOf(optionOf(object, key, at), at) ?? ''),
  );
}

function unsafeIn(policy: string): readonly [string, string] | undefined {
  for (const directive of policy.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    if (/^frame-ancestors$/i.test(name) && sources.some((each) => /^(?:\*|https?:)$/.test(each))) return [sources[0] ?? '*', name];
    if (!/^(?:default-src|script-src(?:-elem)?)$/i.test(name) || sources.some((each) => /^'(?:nonce-|sha\d|strict-dynamic)/.test(each)))
      continue;
    const unsafe = sources.find((each) => isUnsafe(each, name));
    if (unsafe !== undefined) return [unsafe, name];
  }
  return undefined;
}

function isUnsafe(source: string, directive: string): boolean {
  return /^'unsafe-inline'$|^'unsafe-eval'$/.test(source) || (/^(?:\*|https?:|data:)$/.test(source) && /script/i.test(directive));
}

function allowed(source: string, directive: string): string {
  if (directive.toLowerCase() === 'frame-ancestors')
    return `The policy allows \`${source}\` in \`${directive}\`, so that every site may put the page into a frame and have its user click there unknowingly.`;
  const what =
    source === "'unsafe-eval'"
      ? 'a text that got onto the page can be run as a script'
      : source === "'unsafe-inline'"
        ? 'a script that got onto the page runs'
        : 'a script of any site runs';
  return `The policy allows \`${source}\` in \`${directive}\`, so that ${what}.`;
}
