import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { bodyOf, symbolsNamed, type Scope } from '../../../code/flow/scope.ts';
import { annotatedRoutes } from '../../../code/surface/annotated-routes.ts';
import { bare, foldedText } from '../../../code/walk.ts';
import { enclosing } from '../../code-in-file.ts';
import { codeWithNeighbours, isUnder, routerGuards } from './covering-guards.ts';
import { moduleEndpoints } from './module-endpoints.ts';
import { routesIn, type Route } from './route-guards.ts';

/** A function that a request arrives at, with its code. */
export interface Handler {
  /** As callers know it: `GET /orders/:id`; of a function that a module exports its name. */
  readonly name: string;
  /** What it is registered on: a class, a router, a file. */
  readonly group: string;
  readonly scope: Scope;
  /** Found in only where it is; others are there to compare with. */
  readonly touched: boolean;
  /** What is asked before it runs, as written. */
  readonly guards: readonly string[];
  /** Whether something else runs before it, which may ask whatever it likes. */
  readonly preceded: boolean;
}

/** The handlers of a file whose code was read. */
export const handlersIn = remembered((file: SourceFile): readonly Handler[] => {
  if (!file.facts || file.role !== 'production') return [];
  const known = [
    ...annotated(file),
    ...registered(file),
    ...moduleEndpoints(file).flatMap((each) => exported(each.name, each.symbol, file)),
  ];
  const told = new Set(known.map(({ scope }) => scope.symbol));
  return [...known, ...file.facts.symbols.filter((symbol) => !told.has(symbol)).flatMap((symbol) => byParameters(symbol, file))];
});

function annotated(file: SourceFile): readonly Handler[] {
  const { facts } = file;
  if (!facts) return [];
  return annotatedRoutes(file).flatMap(({ kind, name, symbol }): readonly Handler[] => {
    const code = symbol && bodyOf(symbol);
    if (kind !== 'route' || !symbol || !code) return [];
    const around = enclosing(symbol, facts);
    const guards = [symbol, ...around].flatMap(({ annotations }) => annotations.map(({ range }) => foldedText(file.text, range)));
    return [{ name, group: around[0]?.name ?? '', scope: { file, symbol, code }, touched: symbol.touched, guards, preceded: false }];
  });
}

function registered(file: SourceFile): readonly Handler[] {
  const common = routerGuards(file);
  return codeWithNeighbours(file).flatMap(({ symbol, code, touched }) =>
    routesIn(code, file).flatMap((route) => {
      const before = common.filter(({ on, path }) => on === route.router && isUnder(route.path, path)).map(({ text }) => text);
      return handlerOf(route, { file, symbol, code }, touched, [...before, ...route.guards.map(({ text }) => text)]);
    }),
  );
}

/** What looks at the form of a request says nothing on whose it is. */
const forms = /valid|schema|parse|body|json|upload|multer|limit|cache|log|cors|csrf|async|wrap|transaction/i;

function handlerOf(route: Route, scope: Scope, touched: boolean, guards: readonly string[]): readonly Handler[] {
  const handlers = route.handlers.flatMap((each) => (bare(each).kind === 'object' ? handlerOption(each) : [each]));
  const last = handlers.at(-1);
  const written = (each: Expression): string => foldedText(scope.file.text, each.range);
  const preceded = handlers.slice(0, -1).some((each) => !guards.includes(written(each)) && !forms.test(written(each)));
  return last ? codesOf(last, scope, touched).map((each) => ({ name: route.key, group: route.router, guards, preceded, ...each })) : [];
}

function handlerOption(options: Expression): readonly Expression[] {
  const value = bare(options);
  return value.kind === 'object' ? value.properties.filter(({ key }) => key === 'handler').map((each) => each.value) : [];
}

/** The function itself, what wraps it, or the one of the file that has the name. */
function codesOf(handler: Expression, scope: Scope, touched: boolean): readonly Pick<Handler, 'scope' | 'touched'>[] {
  const value = bare(handler);
  if (value.kind === 'function') return [{ scope: { ...scope, code: value.body }, touched }];
  if (value.kind === 'call') return value.arguments.flatMap((each) => codesOf(each, scope, touched));
  if (value.kind !== 'name' || !scope.file.facts) return [];
  return symbolsNamed(scope.file.facts, value.name).flatMap((symbol) => {
    const code = functionCode(symbol);
    return code ? [{ scope: { file: scope.file, symbol, code }, touched: symbol.touched }] : [];
  });
}

function functionCode(symbol: SymbolFact): Scope['code'] | undefined {
  const value = symbol.value ?? symbol.context?.value;
  const own = value && bare(value);
  if (own?.kind === 'call') return own.arguments.map(bare).find((each) => each.kind === 'function')?.body;
  return own?.kind === 'function' ? own.body : bodyOf(symbol);
}

function exported(name: string, symbol: SymbolFact, file: SourceFile): readonly Handler[] {
  const code = functionCode(symbol);
  return code ? [{ name, group: file.path, scope: { file, symbol, code }, touched: symbol.touched, guards: [], preceded: false }] : [];
}

const requests = /^_?(?:req|request|ctx|context)$/;

/** `export const show = async (req, res) => …`: what a router of another file registers. */
function byParameters(symbol: SymbolFact, file: SourceFile): readonly Handler[] {
  if (file.facts?.language === 'java' || !/^(?:function|method|variable|field)$/.test(symbol.kind)) return [];
  const value = symbol.value ?? symbol.context?.value;
  const [first] = symbol.parameters?.map(({ name }) => name) ?? parametersOf(value && bare(value));
  return first !== undefined && requests.test(first) ? exported(symbol.name, symbol, file) : [];
}

function parametersOf(value: Expression | undefined): readonly string[] {
  if (value?.kind === 'call') return value.arguments.flatMap((each) => parametersOf(bare(each)));
  return value?.kind === 'function' ? value.parameters : [];
}
