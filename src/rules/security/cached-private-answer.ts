import { canonical } from '../../code/canonical.ts';
import type { Expression } from '../../code/expression.ts';
import { bindingsOf } from '../../code/flow/bindings.ts';
import type { TextRange } from '../../base/text-range.ts';
import { bare, visitsOf, type CodeNode, type Visited } from '../../code/walk.ts';
import { patternRule, type Sighting } from '../pattern/pattern-rule.ts';
import { lastName, type CodeInventory, type Sight } from '../pattern/code-inventory.ts';
import { isPrincipal } from './access/believed-claims.ts';
import type { Scope } from '../../code/flow/scope.ts';
import { textOf } from '../pattern/values.ts';

const answer = (header: string): string =>
  `export function me(req, res) {\n  res.set('Cache-Control', '${header}');\n  res.json({ name: req.user.name });\n}\n`;

const javaAnswer = (cache: string): string =>
  `@RestController\nclass Me {\n  ResponseEntity<Account> me(Principal principal) {\n    return ResponseEntity.ok().cacheControl(${cache}).body(accounts.of(principal.getName()));\n  }\n}\n`;

export const cachedPrivateAnswer = patternRule({
  id: 'security/cached-private-answer',
  title: 'An answer for one person may be kept for everyone',
  reason:
    'Caches between a server and its users keep what is called `public`, or has `s-maxage`, under its address alone. What was made for the person who is logged in is then shown to the next one who asks.',
  remedy:
    'Send `Cache-Control: private, no-store` with what is about a person, or make the part that is for everyone an answer of its own.',
  severity: 'error',
  confidence: 'medium',
  category: 'info-exposure',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [524, 525],
  sources: [
    {
      title: 'RFC 9111: HTTP Caching, 7.3 Caching of Sensitive Information',
      url: 'https://www.rfc-editor.org/rfc/rfc9111#section-7.3',
    },
  ],
  limits:
    'Handlers that read who is logged in (`req.user`, a session, a `Principal`) in the same function. What is set for all answers elsewhere is not seen.',
  examples: [
    {
      name: 'what is about the user may be kept by every cache',
      base: {},
      head: { 'src/main/java/Me.java': javaAnswer('CacheControl.maxAge(1, HOURS).cachePublic()') },
      finds: [
        'src/main/java/Me.java:4 `cachePublic()` lets every cache keep this answer, which is made for `principal`: the next one who asks gets it.',
      ],
    },
    {
      name: 'only the browser keeps it',
      base: {},
      head: { 'src/main/java/Me.java': javaAnswer('CacheControl.maxAge(1, HOURS).cachePrivate()') },
      finds: [],
    },
    ...['src/me.ts', 'src/me.js'].flatMap((path) => [
      {
        name: 'what is about the user may be kept by every cache',
        base: {},
        head: { [path]: answer('public, max-age=3600') },
        finds: [
          `${path}:2 \`public, max-age=3600\` lets every cache keep this answer, which is made for \`req.user.name\`: the next one who asks gets it.`,
        ],
      },
      { name: 'only the browser keeps it', base: {}, head: { [path]: answer('private, max-age=60') }, finds: [] },
    ]),
  ],
  *look(code) {
    if (code.file.facts?.language === 'java') {
      yield* inJava(code);
      return;
    }
    yield* inCalls(code);
    for (const at of code.properties('Cache-Control', 'cache-control')) yield* sightings(textOf(at.value, at), at, at.object, at.range);
  },
});

function* inCalls(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.calls('set', 'setHeader', 'header', 'append')) {
    const [name, value] = sight.node.arguments;
    if (textOf(name, sight)?.toLowerCase() === 'cache-control') yield* sightings(textOf(value, sight), sight, sight, sight.node.range);
  }
}

/** `cachePublic()`, `setHeader("Cache-Control", "public")` in a method that is told who is logged in. */
function* inJava(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.calls('cachePublic', 'setHeader', 'addHeader', 'header', 'set')) {
    const [name, value] = sight.node.arguments;
    const header = textOf(value, sight) ?? '';
    const isCache = name !== undefined && /^cache[-_]control$/i.test(textOf(name, sight) ?? lastName(name) ?? '');
    if (sight.node.name !== 'cachePublic' && !(isCache && isShared.test(header))) continue;
    const person = sight.symbol.parameters?.find(isPrincipal);
    if (!person || !visitsOf(sight.code, 'name').some(({ node }) => node.name === person.name)) continue;
    const what = sight.node.name === 'cachePublic' ? 'cachePublic()' : header;
    yield {
      at: sight,
      range: sight.node.range,
      message: `\`${what}\` lets every cache keep this answer, which is made for \`${person.name}\`: the next one who asks gets it.`,
      related: { range: person.range, caption: 'it is about whoever asks' },
    };
  }
}

const isShared = /\bpublic\b(?![\s\S]*no-store)|\bs-maxage=[1-9]/i;
const about =
  /^(?:(?:req|request|ctx|c|event|context)\.)?(user|session|auth|state\.user|locals\.user|currentUser|session\.user)\.(?!destroy|save|touch|regenerate|reload|get\b|cookie)\w+/;
/** What gives who is asking, and not somebody whose name the request brings. */
const asking =
  /^(?:(?:req|request|ctx|c|event|context|res)(?:\.(?!params|query|body)\w+)*$|(?:[\w.]+\.)?(?:auth|me|\w*current\w*|\w*(?:session|auth)|(?:require|verify|decode|unseal)\w*)\()/i;

function* sightings(header: string | undefined, at: Scope, sight: Sight | undefined, range: TextRange): Generator<Sighting> {
  if (header === undefined || !sight || !isShared.test(header)) return;
  const handler = handlerAround(sight);
  const person = visitsOf(handler, 'member').find((each) => isAboutWhoAsks(each.node, at) || isWholePerson(each));
  if (!person) return;
  yield {
    at,
    range,
    message: `\`${header}\` lets every cache keep this answer, which is made for \`${canonical(person.node)}\`: the next one who asks gets it.`,
    related: { range: person.node.range, caption: 'it is about whoever asks' },
  };
}

/** `user` by itself may be anyone: it has to come from the request or the session. */
function isAboutWhoAsks(member: Expression, scope: Scope): boolean {
  const written = canonical(member);
  const name = about.exec(written)?.[1];
  if (name === undefined || !written.startsWith(`${name}.`) || name === 'currentUser') return name !== undefined;
  const given = bindingsOf(name.split('.')[0] ?? '', scope).flatMap(({ value }) => value ?? []);
  return given.some((value) => asking.test(canonical(bare(value)).replace(/^await /, '')));
}

/** `res.json(req.user)`: all that is known of who asks. */
function isWholePerson({ node, parent }: Visited): boolean {
  const around = parent?.node;
  return (
    (around?.kind === 'object' ||
      (around?.kind === 'call' && around.arguments.some((each) => each === node) && sending.test(around.name))) &&
    /^(?:req|request|ctx|c|event|context)\.(?:user|session\.user|state\.user|locals\.user)$/.test(canonical(node as Expression))
  );
}

const sending = /^(?:json|send|end|render|html)$/;

function handlerAround({ parent, code }: Sight): readonly CodeNode[] {
  for (let at = parent; at; at = at.parent) if (at.node.kind === 'function') return at.node.body;
  return code;
}
