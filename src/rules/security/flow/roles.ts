import { messagesOf } from './messages.ts';
import { enclosing } from '../../code-in-file.ts';
import type { Use } from '../../../code/flow/taint/knowledge.ts';
import { tainted, type Value } from '../../../code/flow/taint/value.ts';
import type { FileFacts, ParameterFact, SymbolFact } from '../../../code/facts.ts';
import { handlerAnnotations, harmlessTypes, listenerAnnotations, requestAnnotations, scriptTypes } from './sources.ts';

/** What a parameter holds that a request fills, or that plays a role in handling one; undefined for any other. */
export function parameterRole(
  facts: FileFacts,
  symbol: SymbolFact | undefined,
  parameter: ParameterFact | undefined,
  index: number,
  all: readonly string[],
): Value | undefined {
  return facts.language === 'java' ? javaParameter(facts, symbol, parameter) : scriptParameter(facts, symbol, parameter, index, all);
}

function javaParameter(facts: FileFacts, symbol: SymbolFact | undefined, parameter: ParameterFact | undefined): Value | undefined {
  const type = parameter?.type;
  if (!symbol || !parameter || type === undefined) return undefined;
  const bare = simple(type);
  const isFilled = parameter.annotations.some(({ name }) => requestAnnotations.has(simple(name)));
  const origin = { origin: bare };
  if (harmlessTypes.test(bare) && !/^(?:byte|char)\[\]$/.test(type)) return origin;
  if (isFilled || isModelParameter(facts, symbol, parameter)) {
    return { ...origin, taint: tainted('request', 'the request', parameter.range, 'comes from the request') };
  }
  if (isMessage(symbol, parameter)) return { ...origin, taint: tainted('message', 'a message', parameter.range, 'comes with a message') };
  return isTextFromCallers(symbol, parameter)
    ? { ...origin, taint: tainted('caller', 'its callers', parameter.range, 'handed in by callers') }
    : origin;
}

/** What a listener is handed. */
function isMessage(symbol: SymbolFact, { annotations }: ParameterFact): boolean {
  return (
    symbol.annotations.some(({ name }) => listenerAnnotations.has(simple(name))) &&
    annotations.every(({ name }) => /^(Payload|Valid|Validated|Body|Message)$/.test(simple(name)))
  );
}

/** A text that callers elsewhere hand in. */
function isTextFromCallers(symbol: SymbolFact, { type = '', annotations }: ParameterFact): boolean {
  if (symbol.visibility === 'private' || annotations.length > 0) return false;
  return /^(?:(?:java\.lang\.)?(?:String|CharSequence)(?:\[\])?|List<String>|Collection<String>)$/.test(type);
}

/** What a controller's method takes without an annotation is filled by the request too. */
function isModelParameter(facts: FileFacts, symbol: SymbolFact, { annotations }: ParameterFact): boolean {
  if (!symbol.annotations.some(({ name }) => handlerAnnotations.has(simple(name)))) return false;
  if (
    annotations.some(({ name }) =>
      /^(AuthenticationPrincipal|Context|Autowired|Value|SessionAttribute|Suspended|CurrentUser)$/.test(simple(name)),
    )
  )
    return false;
  return enclosing(symbol, facts).some((type) => type.annotations.some(({ name }) => /^(Rest)?Controller$|^Path$/.test(simple(name))));
}

function simple(type: string): string {
  const bare = type.replace(/[<[(][\s\S]*/, '').trim();
  return bare.slice(bare.lastIndexOf('.') + 1);
}

const requestNames = /^_?(req|request)$/;
const responseNames = /^_?(res|resp|response|reply)$/;
/** `({ body, params }, res)`. */
const takesRequestApart = /^\{[^}]*\b(?:body|query|params|headers|cookies|session|file|files|user)\b/;
const contextNames = /^(ctx|context)$/;

function scriptParameter(
  facts: FileFacts,
  symbol: SymbolFact | undefined,
  parameter: ParameterFact | undefined,
  index: number,
  all: readonly string[],
): Value | undefined {
  const filled = parameter?.annotations.find(({ name: each }) => requestAnnotations.has(each));
  if (filled && parameter && !harmlessTypes.test(parameter.type ?? '')) {
    const kind = filled.name === 'Headers' ? 'header' : 'request';
    return { taint: tainted(kind, 'the request', parameter.range, 'comes from the request') };
  }
  if (parameter?.annotations.some(({ name: each }) => each === 'Req' || each === 'Request')) return { origin: '@request' };
  if (parameter?.annotations.some(({ name: each }) => each === 'Res' || each === 'Response')) return { origin: '@response' };
  const typed = parameter?.type === undefined ? undefined : scriptTypes.get(simple(parameter.type));
  if (typed !== undefined) return { origin: typed };
  if (symbol && isServedForm(facts, symbol, parameter)) return { origin: '@form' };
  const role = roleByShape(all, index) ?? exportedHandlerRole(facts, symbol, index);
  if (role !== undefined) return { origin: role };
  return symbol && parameter && isFromCallers(symbol, parameter)
    ? { taint: tainted('library', 'its callers', parameter.range, 'handed in by callers') }
    : undefined;
}

/** What a server action of Next is handed: in a browser the module would import nothing that only a server has. */
function isServedForm({ path, imports }: FileFacts, symbol: SymbolFact, parameter: ParameterFact | undefined): boolean {
  return (
    symbol.visibility === 'public' &&
    parameter?.type === 'FormData' &&
    (/(?:^|[/.-])actions?\.[jt]sx?$|\/actions\//.test(path) ||
      imports.some(({ source }) => /^next\/(?:navigation|headers|cache|server)$|^(?:node:)?(?:fs|child_process)\b/.test(source)))
  );
}

/** What callers elsewhere hand to an exported function: a text, as far as one can see, and not the command itself. */
function isFromCallers(symbol: SymbolFact, { name, type }: ParameterFact): boolean {
  if (symbol.visibility !== 'public' || /^(cmd|command|script|shell|line)/i.test(name) || /(Command|Cmd|Script)$/.test(name)) return false;
  return type === undefined || /^(string|any|unknown|\w*(Options|Opts|Config|Params)\w*)$/.test(type);
}

/** `(req, res, …)`, `(err, req, res, next)`, `(ctx, next)` are how handlers look. */
function roleByShape(all: readonly string[], index: number): string | undefined {
  const at = all.findIndex((each) => requestNames.test(each) || takesRequestApart.test(each));
  if (at !== -1 && at < 2 && (responseNames.test(all[at + 1] ?? '') || all[at + 1] === 'h' || all[at + 1] === 'env'))
    return index === at ? '@request' : index === at + 1 ? '@response' : undefined;
  if (contextNames.test(all[0] ?? '') && all[1] === 'next') return index === 0 ? '@context' : undefined;
  return undefined;
}

/** Next.js calls the exported functions of a route by the name of the method; Lambda calls `handler`. */
function exportedHandlerRole(facts: FileFacts, symbol: SymbolFact | undefined, index: number): string | undefined {
  if (!symbol || index !== 0 || symbol.visibility !== 'public') return undefined;
  const pattern = symbol.parameters?.[0]?.name ?? '';
  if (/^(?:getServerSideProps|getStaticProps)$/.test(symbol.name)) return '@event';
  if (/^(?:loader|action|load)$/.test(symbol.name) && isRouteModule(facts, pattern)) return '@event';
  if (/^\{[^}]*\bsearchParams\b/.test(pattern)) return '@event';
  if (/^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/.test(symbol.name)) return /^\{[^}]*\brequest\b/.test(pattern) ? '@event' : '@request';
  return symbol.name === 'handler' && symbol.parameters?.[0]?.name === 'event' ? '@lambda' : undefined;
}

/** Many a function is called `load`: one of a route is told by its file, its imports or what it takes out of the event. */
function isRouteModule({ path, imports }: FileFacts, pattern: string): boolean {
  return (
    /(?:^|\/)(?:routes|pages)\/|(?:^|\/)\+(?:page|layout)\b/.test(path) ||
    /\b(?:request|params|cookies|locals)\b/.test(pattern) ||
    imports.some(({ source }) => /^(?:react-router|@remix-run|@sveltejs|@solidjs\/router)|^\.\/(?:\$types|\+types)/.test(source))
  );
}

const verbs = /^(get|post|put|patch|delete|del|all|use|head|options|route|any|on|add)$/;
const applications = /^(app|router|server|fastify|api|application|\w*[rR]outer|\w*[aA]pp|route|routes|this\.app|this\.router)\.\w+$/;
const frameworks = /^(express|restify|polka|connect|koa|koa-router|@koa\/router|hono|fastify|find-my-way|hapi|@hapi\/hapi|micro|router)\b/;

/** What the parameters of a function hold that a framework calls. */
export function callbackRoles(use: Use, parameters: readonly string[]): readonly (Value | undefined)[] | undefined {
  const { name, origin = '', written = '', values } = use;
  if (/^https?(\.Server)?$/.test(origin) && name === 'createServer') return roles(['@request', '@response']);
  if (/^https?\.createServer$/.test(origin)) return roles(['@request', '@response']);
  if (name === 'addEventListener' && values[0]?.constant === 'message') return roles(['@message']);
  if (origin.startsWith('@request') && name === 'on' && values[0]?.constant === 'data')
    return [{ taint: tainted('request', 'the request', use.range, 'the body of the request') }];
  const messages = messagesOf(use, parameters);
  if (messages) return messages;
  if (name === 'on') return eventRoles(use, parameters);
  // A text that is made when the name of the column is known.
  if (origin === 'typeorm.Raw') return [];
  if (name === 'forEach' && parameters[0] === 'relativePath')
    return [{ taint: tainted('archive', 'an archive', use.range, 'comes from an archive') }];
  if (name === 'parse' && values[0]?.origin === '@request') return [undefined, uploaded(use), uploaded(use)];
  if (!verbs.test(name) || !(frameworks.test(origin) || applications.test(written))) return undefined;
  const byShape = parameters.map((_, index) => roleByShape(parameters, index));
  if (byShape.some((role) => role !== undefined)) return roles(byShape);
  const isContext = parameters.length > 0 && (contextNames.test(parameters[0] ?? '') || parameters[0] === 'c' || /koa|hono/.test(origin));
  if (parameters.length === 1 && (isContext || requestNames.test(parameters[0] ?? ''))) return roles([isContext ? '@context' : '@request']);
  if (isContext) return roles(['@context']);
  return frameworks.test(origin)
    ? roles(parameters.length >= 4 ? [undefined, '@request', '@response'] : ['@request', '@response'])
    : undefined;
}

/** What parsers of forms and of archives hand to those who listen. */
function eventRoles(use: Use, parameters: readonly string[]): readonly (Value | undefined)[] | undefined {
  const { constant } = use.values[0] ?? {};
  if (constant === 'entry' && /entry|file|header/i.test(parameters[0] ?? '')) return roles(['@archive-entry']);
  if (constant === 'part') return [uploaded(use)];
  if (constant === 'field') return [uploaded(use), uploaded(use)];
  return constant === 'file' && parameters.length >= 3 ? [uploaded(use), undefined, uploaded(use)] : undefined;
}

/** Where the parts of a form come from. */
export const fromUpload = 'an upload';

function uploaded({ range }: Use): Value {
  return { taint: tainted('request', fromUpload, range, 'comes with an upload') };
}

function roles(names: readonly (string | undefined)[]): readonly (Value | undefined)[] {
  return names.map((name) => (name === undefined ? undefined : { origin: name }));
}
