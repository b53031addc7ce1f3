import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import type { ParameterFact, SymbolFact } from '../../../code/facts.ts';
import { annotationOf } from '../../../code/surface/annotation-values.ts';
import { registeredRoutes } from '../../../code/surface/script-routes.ts';
import { surfaceOf } from '../../../code/surface/surface-of.ts';
import { namedType, typeArguments } from './named-type.ts';

export type BodyPlace = 'request' | 'response';

/** What a route takes or answers, as the code types it. */
export interface RouteBody {
  /** `POST /orders/{}`. */
  readonly route: string;
  readonly name: string;
  readonly place: BodyPlace;
  /** The name of a type of the product. */
  readonly type: string;
  /** Whether what its type asks of callers is looked at before the code sees it. */
  readonly isChecked: boolean;
}

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

type BodyTypes = Readonly<Partial<Record<BodyPlace, string | undefined>>> & { readonly isChecked?: boolean };

function bodiesOf(route: Pick<RouteBody, 'route' | 'name'>, types: BodyTypes): readonly RouteBody[] {
  return (['request', 'response'] as const).flatMap((place) => {
    const type = namedType(types[place]);
    return type === undefined ? [] : [{ ...route, place, type, isChecked: place === 'request' && types.isChecked === true }];
  });
}

function methodTypes({ parameters = [], type }: SymbolFact, file: SourceFile): BodyTypes {
  const said = parameters.find(({ annotations }) => annotationOf(annotations, 'RequestBody', 'Body'));
  // NestJS may take one field of the body; JAX-RS says nothing of the parameter that is the body.
  const isOne = said && file.facts?.language !== 'java' && (annotationOf(said.annotations, 'Body')?.arguments.length ?? 0) > 0;
  const request = said ?? (file.facts?.language === 'java' ? soleUnsaid(parameters) : undefined);
  // NestJS checks all bodies by what it is told once; the others at each body.
  const isChecked = file.facts?.language !== 'java' || annotationOf(request?.annotations ?? [], 'Valid', 'Validated') !== undefined;
  return { request: isOne ? undefined : request?.type, response: type, isChecked };
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
