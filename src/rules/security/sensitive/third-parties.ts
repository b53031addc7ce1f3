import type { Call, Expression } from '../../../code/expression.ts';
import { constantOf } from '../../../code/flow/constant.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { heldBy } from '../../../code/flow/constant.ts';
import { bare, dottedName, visitsOf } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { wordsOf } from './names.ts';

/** A call that hands data to a service of others. */
export interface ThirdParty {
  readonly sight: Sight<Call>;
  /** As people call it. */
  readonly name: string;
}

interface Service {
  readonly name: string;
  readonly module: RegExp;
  /** How it is called where a page loads it. */
  readonly global: RegExp;
  readonly methods: ReadonlySet<string>;
}

const service = (name: string, module: RegExp, global: RegExp, methods: string): Service => ({
  name,
  module,
  global,
  methods: new Set(methods.split(' ')),
});

/** Services that watch errors, traces and users, and what sends data to them. */
const services: readonly Service[] = [
  service(
    'Sentry',
    /^@sentry\//,
    /^(?:Sentry|scope)$/,
    'captureMessage captureEvent captureException setExtra setExtras setTag setTags setContext addBreadcrumb',
  ),
  service('Bugsnag', /bugsnag/, /^Bugsnag$/i, 'notify leaveBreadcrumb addMetadata'),
  service('Rollbar', /^rollbar/, /^Rollbar$/i, 'log debug info warning warn error critical'),
  service(
    'New Relic',
    /^newrelic|@newrelic\//,
    /^newrelic$/i,
    'setCustomAttribute addCustomAttribute addCustomAttributes noticeError recordCustomEvent addPageAction interaction',
  ),
  service(
    'Datadog',
    /^dd-trace|@datadog\/|^hot-shots|datadog/,
    /^(?:DD_RUM|datadogRum|datadogLogs)$/,
    'event setTag addTags addAction addError setGlobalContextProperty setRumGlobalContext addRumGlobalContext',
  ),
  service('OpenTelemetry', /opentelemetry/, /^$/, 'setAttribute setAttributes addEvent recordException setStatus'),
  service('Segment', /^analytics-node|@segment\//, /^analytics$/, 'track page screen group'),
  service('Honeybadger', /honeybadger/, /^Honeybadger$/i, 'notify setContext addBreadcrumb'),
  service('Airbrake', /airbrake/, /^airbrake$/i, 'notify'),
  service(
    'Algolia',
    /^algoliasearch/,
    /^$/,
    'saveObject saveObjects partialUpdateObject partialUpdateObjects initIndex addObject addObjects',
  ),
  service(
    'Google Analytics',
    /^react-ga|^universal-analytics|^vue-gtag/,
    /^(?:ReactGA|dataLayer|ga|gtag|tracker|visitor)$/,
    'event send push pageview set',
  ),
  service('Mixpanel', /^mixpanel/, /^mixpanel$/i, 'track'),
  service('OpenAI', /^openai/, /^openai$/i, 'createCompletion createChatCompletion createEmbedding createEdit create'),
];

export function* thirdPartyCalls(code: CodeInventory): Generator<ThirdParty> {
  const sources = code.file.facts?.imports.map(({ source }) => source) ?? [];
  for (const each of services) {
    const isImported = sources.some((source) => each.module.test(source));
    for (const sight of code.calls(...each.methods)) {
      const receiver = sight.node.receiver && lastName(sight.node.receiver);
      if (receiver !== undefined && (each.global.test(receiver) || (isImported && !/^(?:console|log|logger)$/i.test(receiver))))
        yield { sight, name: each.name };
    }
  }
}

const personal =
  /\b(?:e ?mail|email ?address|phone|phone ?number|mobile ?number|ssn|social ?security ?number|date ?of ?birth|birth ?date|first ?name|last ?name|full ?name|surname|passport ?number|iban|bank ?account(?: ?number)?|card ?number|ip ?address|street ?address|home ?address|postal ?address|password|access ?token)$/;
const about =
  /\b(?:hash\w*|masked|redacted|encrypted|anonymi[sz]ed|is|has|verified|valid|template|subject|support|from|to|sender|domain|count|length|id)\b/;

function isPersonal(name: string): boolean {
  const words = wordsOf(name);
  return personal.test(words) && !about.test(words);
}

/** What says a person's name, address or number within an expression, as written; nothing that is hidden on the way. */
export function personalIn(expression: Expression, scope: Scope): string | undefined {
  const held = bare(heldBy(expression, scope) ?? expression);
  const roots = [expression, ...(held === expression ? [] : [held])];
  const hidden = visitsOf(roots, 'call').filter(({ node }) => /hash|mask|redact|anonymi|encrypt|digest|hmac|obfuscat/i.test(node.name));
  const isHidden = ({ range }: Expression): boolean =>
    hidden.some(({ node }) => node.range.start <= range.start && range.end <= node.range.end);
  for (const { node, parent } of visitsOf(roots, 'member')) {
    if (parent?.node.kind === 'member' || parent?.node.kind === 'unary' || isHidden(node)) continue;
    if (isPersonal(node.name) && constantOf(node, scope) === undefined) return dottedName(node) ?? node.name;
  }
  return undefined;
}
