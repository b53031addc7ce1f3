import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import type { ParameterFact, SymbolFact } from '../../../code/facts.ts';
import { annotationOf } from '../../../code/surface/annotation-values.ts';
import { registeredRoutes } from '../../../code/surface/script-routes.ts';
import { surfaceOf } from '../../../code/surface/surface-of.ts';

export type BodyPlace = 'request' | 'response';

/** What a route takes or answers, as the code types it. */
export interface RouteBody {
  /** `POST /orders/{}`. */
  readonly route: string;
  readonly name: string;
  readonly place: BodyPlace;
  /** The name of a type of the product. */
  readonly type: string;
}

const wrappers =
  /^(?:ResponseEntity|HttpEntity|RequestEntity|Optional|Mono|Flux|Uni|Multi|List|Set|Collection|Iterable|CompletableFuture|CompletionStage|Promise|Observable|Array|ReadonlyArray|Readonly|RestResponse|HttpResponse|Single|Maybe)$/;

/** The bodies of the routes of a file: Spring, JAX-RS and NestJS by their methods, Express by what its handlers are typed with. */
export const routeBodies = remembered((file: SourceFile): readonly RouteBody[] => {
  const annotated = surfaceOf(file).flatMap(({ kind, symbol, name, identity }) =>
    kind === 'route' && symbol?.kind === 'method' ? bodiesOf({ route: identity, name }, methodTypes(symbol, file)) : [],
  );
  const registered = (file.facts?.symbols ?? []).flatMap((symbol) =>
    registeredRoutes({ file, symbol }).flatMap(({ element: { name, identity }, handlers }) =>
      bodiesOf({ route: identity, name }, handlerTypes(handlers.at(-1), file)),
    ),
  );
  return [...annotated, ...registered];
});

type BodyTypes = Readonly<Partial<Record<BodyPlace, string | undefined>>>;

function bodiesOf(route: Pick<RouteBody, 'route' | 'name'>, types: BodyTypes): readonly RouteBody[] {
  return (['request', 'response'] as const).flatMap((place) => {
    const type = namedType(types[place]);
    return type === undefined ? [] : [{ ...route, place, type }];
  });
}

function methodTypes({ parameters = [], type }: SymbolFact, file: SourceFile): BodyTypes {
  const said = parameters.find(({ annotations }) => annotationOf(annotations, 'RequestBody', 'Body'));
  // NestJS may take one field of the body; JAX-RS says nothing of the parameter that is the body.
  const isOne = said && file.facts?.language !== 'java' && (annotationOf(said.annotations, 'Body')?.arguments.length ?? 0) > 0;
  const request = said ?? (file.facts?.language === 'java' ? soleUnsaid(parameters) : undefined);
  return { request: isOne ? undefined : request?.type, response: type };
}

function soleUnsaid(parameters: readonly ParameterFact[]): ParameterFact | undefined {
  const unsaid = parameters.filter(({ annotations }) => annotations.every(({ name }) => /(?:^|\.)(?:Valid|NotNull|Validated)$/.test(name)));
  return parameters.some(({ annotations }) => annotationOf(annotations, 'PathVariable', 'RequestParam', 'ModelAttribute')) ||
    unsaid.length !== 1
    ? undefined
    : unsaid[0];
}

/** `(req: Request<Params, Answer, Body>, res: Response<Answer>)`, at the handler itself or at the function that it names. */
function handlerTypes(handler: Expression | undefined, file: SourceFile): BodyTypes {
  if (handler?.kind === 'function')
    return expressTypes(file.text.slice(handler.range.start, handler.range.start + 400).split('=>')[0] ?? '');
  if (handler?.kind !== 'name') return {};
  const symbol = file.facts?.symbols.find(({ name, kind }) => name === handler.name && (kind === 'function' || kind === 'variable'));
  if (!symbol) return {};
  const own = file.text.slice(symbol.range.start, Math.min(symbol.range.end, symbol.range.start + 600)).split(/=>|\{\s*\n/)[0] ?? '';
  return expressTypes(own);
}

function expressTypes(signature: string): BodyTypes {
  const [, , body] = argumentsOf(/\bRequest(?:Handler)?\s?</, signature);
  const [, answerOfRequest] = argumentsOf(/\bRequest(?:Handler)?\s?</, signature);
  const [answer] = argumentsOf(/\bResponse\s?</, signature);
  return { request: body, response: answer ?? answerOfRequest };
}

function argumentsOf(opening: RegExp, text: string): readonly string[] {
  const found = opening.exec(text);
  return found ? typeArguments(text.slice(found.index + found[0].length - 1)) : [];
}

/** `A`, `B<C, D>` of `<A, B<C, D>>`. */
function typeArguments(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 1;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if ('<{[('.includes(char)) depth += 1;
    if ('>}])'.includes(char)) depth -= 1;
    if ((char === ',' && depth === 1) || depth === 0) {
      found.push(text.slice(start, at).trim());
      start = at + 1;
    }
    if (depth === 0) return found;
  }
  return [];
}

/** The type itself, without what only says how many there are or when they come. */
function namedType(type: string | undefined): string | undefined {
  let at = type?.replace(/\bjava\.util\.|^readonly /g, '').trim() ?? '';
  for (let turn = 0; turn < 5; turn += 1) {
    at = at.replace(/(?:\[\])+$/, '').replace(/^(?:@\w+ )+/, '');
    const open = at.indexOf('<');
    if (open === -1) break;
    if (!wrappers.test(at.slice(0, open).trim())) return undefined;
    at = typeArguments(at.slice(open))[0] ?? '';
  }
  return /^[A-Z]\w*$/.test(at) ? at : undefined;
}
