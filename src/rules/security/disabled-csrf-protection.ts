import { shortened } from '../../base/shortened.ts';
import { originOf } from '../../code/flow/origin.ts';
import { dottedName, foldedText } from '../../code/walk.ts';
import type { CodeInventory } from '../pattern/code-inventory.ts';
import { patternRule, type Sighting } from '../pattern/pattern-rule.ts';
import { textOf, truthOf } from '../pattern/values.ts';
import { disabledParts, isStateless } from './web/security-builder.ts';

export const disabledCsrfProtection = patternRule({
  id: 'security/disabled-csrf-protection',
  title: 'Protection against forged requests is switched off',
  reason:
    'A browser sends the user’s cookies with every request to a site, whichever page caused it. Without a token that only the site’s own pages know, any page can order, change or delete in the user’s name.',
  remedy:
    'Leave the protection on. Only an interface that takes no cookies, and asks for a token in a header, does without: then say so by making it stateless.',
  severity: 'warning',
  confidence: 'medium',
  category: 'csrf',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [352],
  sources: [
    {
      title: 'OWASP Cross-Site Request Forgery Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'Only switching off is seen, not that protection was never there. Where the same function makes sessions stateless, or expects bearer tokens, the finding is less sure.',
  examples: [
    {
      name: 'the protection is disabled',
      base: {},
      head: {
        'src/main/java/Security.java':
          'class Security {\n  SecurityFilterChain chain(HttpSecurity http) throws Exception {\n    http.csrf(csrf -> csrf.disable()).formLogin();\n    return http.build();\n  }\n}\n',
      },
      finds: [
        'src/main/java/Security.java:3 Protection against forged requests is switched off: any page can act in the name of a user who is signed in.',
      ],
    },
    {
      name: 'the token is kept in a cookie',
      base: {},
      head: {
        'src/main/java/Security.java':
          'class Security {\n  SecurityFilterChain chain(HttpSecurity http) throws Exception {\n    http.csrf(csrf -> csrf.csrfTokenRepository(repository)).formLogin();\n    return http.build();\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'the middleware leaves it out',
      base: {},
      head: { 'src/app.ts': "import lusca from 'lusca';\n\napp.use(lusca({ csrf: false, xframe: 'DENY' }));\n" },
      finds: ['src/app.ts:3 Protection against forged requests is switched off: any page can act in the name of a user who is signed in.'],
      fixed: { 'src/app.ts': "import lusca from 'lusca';\n\napp.use(lusca({ csrf: true, xframe: 'DENY' }));\n" },
    },
    {
      name: 'the middleware brings it',
      base: {},
      head: { 'src/app.ts': "import lusca from 'lusca';\n\napp.use(lusca({ csrf: true }));\n" },
      finds: [],
    },
    {
      name: 'the method is overridden after the check',
      base: {},
      head: { 'src/app.js': 'app.use(express.csrf());\napp.use(express.methodOverride());\n' },
      finds: [
        'src/app.js:2 The method of a request is overridden after it was checked for forgery: a `GET` that was let through becomes a `POST`.',
      ],
    },
    {
      name: 'the method is overridden before the check',
      base: {},
      head: { 'src/app.js': 'app.use(express.methodOverride());\napp.use(express.csrf());\n' },
      finds: [],
    },
  ],
  *look(code) {
    for (const { sight } of disabledParts(code, new Set(['csrf']))) {
      yield {
        at: sight,
        range: sight.node.range,
        message: 'Protection against forged requests is switched off: any page can act in the name of a user who is signed in.',
        ...(isStateless(sight) && { confidence: 'low' as const }),
      };
    }
    if (code.file.facts?.language === 'java') yield* [...exceptedInJava(code), ...unrestrictedMappings(code)];
    else yield* inScript(code);
  },
});

const changing =
  /^(?:write|save|delete|update|insert|create|remove|add|set|change|edit|store|persist|submit|transfer|pay|buy|register|upload|reset|enable|disable|approve|cancel)(?=[A-Z]|$)/;

/** `@RequestMapping("/save")` without a method: a `GET`, which nothing checks for forgery, changes something. */
function* unrestrictedMappings(code: CodeInventory): Generator<Sighting> {
  for (const symbol of code.file.facts?.symbols ?? []) {
    if (symbol.kind !== 'method' || !symbol.touched || !changing.test(symbol.name)) continue;
    const mapping = symbol.annotations.find(({ name }) => /(?:^|\.)RequestMapping$/.test(name));
    if (!mapping || mapping.arguments.some(({ name }) => name === 'method')) continue;
    yield {
      at: { file: code.file, symbol, code: [] },
      range: mapping.range,
      message: `\`${symbol.name}\` can be asked by \`GET\` too, which nothing checks for forgery: a link or a picture on any page is enough.`,
      severity: 'note',
    };
  }
}

/** `csrf.ignoringRequestMatchers("/api/**")`. */
function* exceptedInJava(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.calls('ignoringAntMatchers', 'ignoringRequestMatchers', 'requireCsrfProtectionMatcher')) {
    if (isStateless(sight) || sight.node.arguments.every((each) => isOnePath(textOf(each, sight)))) continue;
    const paths = sight.node.arguments.map(({ range }) => foldedText(code.file.text, range)).join(', ');
    yield {
      at: sight,
      range: sight.node.range,
      message: `Requests that match ${shortened(paths, 60)} need no token against forgery: any page can send them in the name of a user who is signed in.`,
      severity: 'note',
    };
  }
}

/** `/hooks/payments`: without a wildcard. */
function isOnePath(path: string | undefined): boolean {
  return path !== undefined && !path.includes('*');
}

function* inScript(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.calls('withNoXsrfProtection'))
    yield {
      at: sight,
      range: sight.node.range,
      message: 'Requests carry no token against forged ones any more: the server has to refuse them, or any page can act for the user.',
    };
  for (const at of code.properties('checkOrigin', 'disableCSRFCheck')) {
    // SvelteKit, Astro and Better Auth look where a form comes from unless they are told not to.
    const off = code.file.text.startsWith('checkOrigin', at.range.start) ? 'false' : 'true';
    if (at.value.kind !== off || !/svelte|astro|better-auth|betterAuth/.test(`${code.file.path} ${code.file.text.slice(0, 20_000)}`))
      continue;
    yield {
      at,
      range: at.range,
      message: 'Protection against forged requests is switched off: any page can act in the name of a user who is signed in.',
      fix: { title: 'Switch it on', edits: [{ range: at.value.range, newText: off === 'false' ? 'true' : 'false' }] },
    };
  }
  for (const at of code.properties('csrf', 'csrfProtection', 'xsrf')) {
    const caller = at.object?.parent?.node;
    const module =
      caller?.kind === 'call' ? (originOf(caller, at) ?? dottedName({ kind: 'name', name: caller.name, range: caller.range })) : undefined;
    if (truthOf(at.value, at) !== false || !/lusca|csrf|next-?auth|keystone|sails|blitz/i.test(module ?? '')) continue;
    yield {
      at,
      range: at.range,
      message: 'Protection against forged requests is switched off: any page can act in the name of a user who is signed in.',
      ...(at.value.kind === 'false' && { fix: { title: 'Switch it on', edits: [{ range: at.value.range, newText: 'true' }] } }),
    };
  }
  const [check] = code.calls('csrf', 'csurf');
  if (!check) return;
  for (const sight of code.calls('methodOverride')) {
    if (sight.code !== check.code || sight.node.range.start < check.node.range.end) continue;
    yield {
      at: sight,
      range: sight.node.range,
      message: 'The method of a request is overridden after it was checked for forgery: a `GET` that was let through becomes a `POST`.',
    };
  }
}
