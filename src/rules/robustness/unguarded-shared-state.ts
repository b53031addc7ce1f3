import * as z from 'zod/mini';
import { remembered } from '../../base/remembered.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { Assignment } from '../../code/expression.ts';
import type { SymbolFact } from '../../code/facts.ts';
import { callsIn, codeOf, visitsOf, type CodeNode, type Visited } from '../../code/walk.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { membersOf } from '../../code/indexed-facts.ts';
import { codeIn, enclosing, simpleTypeName } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { findingAt } from '../safeguards/finding-in.ts';

const controller = (body: string): string =>
  `@RestController\nclass Orders {\n  private User current;\n\n  Order create(User user) {\n    ${body}\n  }\n}\n`;
const script = (body: string): string => `let current;\n\nexport function handle(req, res) {\n  ${body}\n  res.end();\n}\n`;

export const unguardedSharedState = defineFileRule({
  id: 'robustness/unguarded-shared-state',
  title: 'Requests or threads share what they change',
  reason:
    'One object serves all requests, and many at a time. What one of them keeps in it another one reads: orders end up with the wrong user, dates are mixed up, and only under load.',
  remedy:
    'Keep it in a local variable, hand it on as an argument, or use what is made to be shared: `DateTimeFormatter`, an atomic, a request scope, `AsyncLocalStorage`.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [362, 488, 567],
  sources: [
    {
      title: 'SpotBugs: STCAL static DateFormat',
      url: 'https://spotbugs.readthedocs.io/en/stable/bugDescriptions.html#stcal-static-dateformat-stcal-static-simple-date-format-instance',
    },
  ],
  limits:
    'Finds static date formats, fields of Spring’s singletons that a public method sets, and variables of a module that a request handler sets from the request. What is set while starting, under a lock, or to a value that is not the request’s, is left alone.',
  examples: [
    edited(
      'a controller keeps the user',
      'src/main/java/Orders.java',
      'class Orders {\n}\n',
      controller('current = user; return book();'),
      ['6 `create` keeps `current` in a `Orders` that all requests share: another request may read it.'],
    ),
    edited('the user is handed on', 'src/main/java/Orders.java', 'class Orders {\n}\n', controller('return book(user);')),
    edited('a handler keeps the user', 'src/handle.ts', 'export {};\n', script('current = req.user;'), [
      '4 `handle` keeps `current` in the module, which all requests share: another request may read it.',
    ]),
    edited('a handler counts', 'src/handle.ts', 'export {};\n', script('current = now();')),
    edited('a handler keeps the user in JavaScript', 'src/handle.js', '', script('current = req.user;'), [
      '4 `handle` keeps `current` in the module, which all requests share: another request may read it.',
    ]),
    edited('a handler keeps the user to itself', 'src/handle.js', '', script('const current = req.user;')),
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production' || !file.facts) return;
    if (file.facts.language === 'java') {
      for (const symbol of file.facts.symbols) yield* staticFormat(file, symbol);
      for (const { symbol } of codeIn(file)) yield* singletonState(file, symbol);
    } else for (const { symbol } of codeIn(file)) yield* moduleState(file, symbol);
  },
});

function* staticFormat(file: SourceFile, symbol: SymbolFact): Generator<FindingDraft> {
  const type = simpleTypeName(symbol.type ?? '');
  if (symbol.kind !== 'field' || !symbol.touched || !symbol.modifiers.includes('static')) return;
  if (!/^(SimpleDateFormat|DateFormat|Calendar|GregorianCalendar|DecimalFormat|NumberFormat|MessageFormat)$/.test(type)) return;
  yield {
    ...findingAt(
      file,
      symbol,
      symbol.nameRange,
      `\`${symbol.name}\` is a ${type} that all threads share, and it is not made for that: results get mixed up.`,
    ),
    ...(!/Date|Calendar/.test(type) && { confidence: 'low' as const }),
  };
}

const singleton = /^(RestController|Controller|Service|Component|Repository|Singleton|ApplicationScoped)$/;
/** One object of these answers all requests. */
const servlet = /^(?:(?:Http|Generic)Servlet|Action|DispatchAction|HttpFilter|AbstractController|OncePerRequestFilter|HandlerInterceptor)$/;
const otherScope = /^(Scope|RequestScope|SessionScope|RequestScoped|SessionScoped|Dependent|ConfigurationProperties|NotThreadSafe)$/;
const starting = /^(PostConstruct|PreDestroy|Autowired|Inject|Resource|Value|EventListener|Scheduled|BeforeEach|Bean)$/;

function* singletonState(file: SourceFile, symbol: SymbolFact): Generator<FindingDraft> {
  const facts = file.facts;
  const type = facts && enclosing(symbol, facts)[0];
  if (!facts || !type || symbol.kind !== 'method' || symbol.visibility === 'private' || symbol.modifiers.includes('synchronized')) return;
  const names = type.annotations.map(({ name }) => simpleTypeName(name));
  const serves = names.some((name) => singleton.test(name)) || type.supertypes.some((each) => servlet.test(simpleTypeName(each.type)));
  if (!serves || names.some((name) => otherScope.test(name))) return;
  if (
    symbol.annotations.some(({ name }) => starting.test(simpleTypeName(name))) ||
    /^(set[A-Z]|init|start|stop|close|destroy|after|on[A-Z]|refresh|reload)/.test(symbol.name)
  )
    return;
  const parameters = new Set(symbol.parameters?.map(({ name }) => name));
  const shared = new Set(
    membersOf(type, facts)
      .filter(
        (each) =>
          each.kind === 'field' &&
          !/final|volatile|static/.test(each.modifiers.join(' ')) &&
          !/^(Atomic|Concurrent|ThreadLocal)/.test(each.type ?? ''),
      )
      .map(({ name }) => name),
  );
  yield* lostCounts(file, symbol, type);
  for (const visited of visitsOf(codeOf(symbol), 'assignment')) {
    const { target, value, range } = visited.node;
    const name =
      target.kind === 'name' && !parameters.has(target.name)
        ? target.name
        : target.kind === 'member' && target.object.kind === 'this'
          ? target.name
          : undefined;
    if (name === undefined || !shared.has(name) || isLocal(name, symbol) || isLocked(visited) || !usesOneOf(value, parameters)) continue;
    yield findingAt(
      file,
      symbol,
      range,
      `\`${symbol.name}\` keeps \`${name}\` in a \`${type.name}\` that all requests share: another request may read it.`,
    );
  }
}

/** `count++` reads, adds and writes: two at a time count one. */
function* lostCounts(file: SourceFile, symbol: SymbolFact, type: SymbolFact): Generator<FindingDraft> {
  const fields = file.facts ? membersOf(type, file.facts).filter(({ kind }) => kind === 'field') : [];
  const counters = new Map(
    fields.filter(({ type: of }) => /^(?:int|long|short|Integer|Long)$/.test(of ?? '')).map((each) => [each.name, each]),
  );
  if (counters.size === 0) return;
  for (const visited of visitsOf(codeOf(symbol), 'unary', 'assignment')) {
    const { node } = visited;
    if (node.kind === 'unary' ? !/^(?:\+\+|--)/.test(node.operator) : !/^[+-]=$/.test(node.operator)) continue;
    const target = node.kind === 'unary' ? node.operand : node.target;
    const name = target.kind === 'name' || (target.kind === 'member' && target.object.kind === 'this') ? target.name : undefined;
    if (name === undefined || !counters.has(name) || isLocked(visited) || locks(symbol)) continue;
    if (target.kind === 'name' && (isLocal(name, symbol) || symbol.parameters?.some((each) => each.name === name) === true)) continue;
    yield findingAt(
      file,
      symbol,
      node.range,
      `\`${symbol.name}\` counts \`${name}\` in a \`${type.name}\` that all requests share: of two at a time one is lost; use an atomic.`,
    );
  }
}

function locks(symbol: SymbolFact): boolean {
  return callsIn(codeOf(symbol)).some(({ name }) => /^(?:lock|tryLock|lockInterruptibly|acquire|writeLock)$/.test(name));
}

function isLocal(name: string, symbol: SymbolFact): boolean {
  return visitsOf(codeOf(symbol), 'variable').some(({ node }) => node.name === name);
}

function isLocked(visited: Visited): boolean {
  for (let at = visited.parent; at; at = at.parent) if (at.node.kind === 'block' && at.node.lock) return true;
  return false;
}

function usesOneOf(value: CodeNode, names: ReadonlySet<string>): boolean {
  return visitsOf([value], 'name').some(({ node }) => names.has(node.name));
}

/** A handler knows its request by one of these names. */
const request = /^(req|request|ctx|context|c|event)$/;

const letsOf = remembered(
  ({ facts }: SourceFile): ReadonlySet<string> =>
    new Set(
      (facts?.symbols ?? [])
        .filter(({ kind, modifiers, parent }) => kind === 'variable' && parent === 0 && modifiers.includes('let'))
        .map(({ name }) => name),
    ),
);

function* moduleState(file: SourceFile, symbol: SymbolFact): Generator<FindingDraft> {
  const lets = letsOf(file);
  if (lets.size === 0) return;
  for (const visited of visitsOf(codeOf(symbol), 'assignment')) yield* lostUpdate(file, symbol, visited, lets);
  for (const { node, parent } of visitsOf(codeOf(symbol), 'assignment')) {
    const name = node.target.kind === 'name' ? node.target.name : undefined;
    const given = handlerParameters(symbol, parent);
    if (name === undefined || node.operator !== '=' || !lets.has(name) || given.length === 0 || isLocal(name, symbol)) continue;
    if (!visitsOf([node.value], 'member').some((each) => each.node.object.kind === 'name' && given.includes(each.node.object.name)))
      continue;
    yield findingAt(
      file,
      symbol,
      node.range,
      `\`${symbol.name}\` keeps \`${name}\` in the module, which all requests share: another request may read it.`,
    );
  }
}

/** `total += await price()`, and `const before = count; await save(); count = before + 1`: what others set while it waits is lost. */
function* lostUpdate(
  file: SourceFile,
  symbol: SymbolFact,
  { node }: Visited<Assignment>,
  lets: ReadonlySet<string>,
): Generator<FindingDraft> {
  const name = node.target.kind === 'name' ? node.target.name : undefined;
  if (name === undefined || symbol.kind === 'module' || !lets.has(name) || isLocal(name, symbol)) return;
  const code = codeOf(symbol);
  const waits = visitsOf(code, 'await');
  const inside = (at: TextRange, start: number, end: number): boolean => at.start > start && at.end < end;
  const isAdded =
    /^[-+*]=$/.test(node.operator) && waits.some(({ node: each }) => inside(each.range, node.range.start, node.range.end + 1));
  const copy = visitsOf(code, 'variable').find(
    ({ node: each }) => each.value?.kind === 'name' && each.value.name === name && usesOneOf(node.value, new Set([each.name])),
  );
  const isLate = copy !== undefined && waits.some(({ node: each }) => inside(each.range, copy.node.range.end - 1, node.range.start));
  if (!isAdded && !isLate) return;
  yield findingAt(
    file,
    symbol,
    node.range,
    `\`${symbol.name}\` reads \`${name}\`, waits, and then writes it: what others added meanwhile is lost.`,
  );
}

/** The names of the request in the functions around: `(req, res) => …`, `(ctx) => …`. */
function handlerParameters(symbol: SymbolFact, around: Visited | undefined): readonly string[] {
  const names: string[] =
    symbol.kind === 'function' || symbol.kind === 'method' || symbol.kind === 'variable'
      ? (symbol.parameters ?? []).map(({ name }) => name)
      : [];
  for (let at = around; at; at = at.parent) if (at.node.kind === 'function') names.push(...at.node.parameters);
  return names.filter((name) => request.test(name) && !/^(c|event|context)$/.test(name));
}
