import { remembered } from '../../../base/remembered.ts';
import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile, SymbolAt, SymbolChange } from '../../../code/code-change.ts';
import type { FunctionExpression } from '../../../code/expression.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { registeredRoutes } from '../../../code/surface/script-routes.ts';

/**
 * The symbols of a file, and beside its module each function that the module registers on the spot for a route:
 * `app.get('/orders/:id', (request, response) => …)` behaves like a function called `GET /orders/:id`.
 */
export const withRouteHandlers = remembered((symbols: readonly SymbolChange[]): readonly SymbolChange[] => {
  const handlers = symbols.flatMap(handlersOf);
  return handlers.length > 0 ? [...symbols, ...handlers] : symbols;
});

/** Whether a symbol is such a function. No name that a language gives has a space in it. */
export function isRouteHandler({ name }: SymbolFact): boolean {
  return /^[A-Z]+ [/*]/.test(name);
}

function handlersOf(change: SymbolChange): readonly SymbolChange[] {
  const before = change.kind === 'added' ? none : handlersIn(change.base);
  const now = change.kind === 'removed' ? none : handlersIn(change.head);
  const base = change.kind === 'added' ? undefined : change.base.file;
  const added = [...now].flatMap(([name, head]): readonly SymbolChange[] => {
    const was = before.get(name);
    if (was)
      return [{ kind: 'paired', base: was, head, moved: false, declarationChanged: false, bodyChanged: textOf(was) !== textOf(head) }];
    // What stands near to a change is read at one side only.
    return base?.text.includes(textOf(head)) === true ? [] : [{ kind: 'added', head }];
  });
  const removed = [...before].flatMap(([name, was]): readonly SymbolChange[] => (now.has(name) ? [] : [{ kind: 'removed', base: was }]));
  return [...added, ...removed];
}

function textOf({ file, symbol }: SymbolAt): string {
  const { start, end } = symbol.bodyRange ?? symbol.range;
  return file.text.slice(start, end);
}

type Handlers = ReadonlyMap<string, SymbolAt>;

const none: Handlers = new Map();

function handlersIn(at: SymbolAt): Handlers {
  return at.symbol.kind === 'module' ? handlersOfModule(at.symbol, at.file) : none;
}

/** By route, whatever its parameters are called. */
const handlersOfModule = remembered((symbol: SymbolFact, file: SourceFile): Handlers => {
  const handlers = registeredRoutes({ file, symbol }).flatMap(({ element, handlers: given }) => {
    const last = given.at(-1);
    return last?.kind === 'function'
      ? [[element.identity, { file, symbol: symbolOf(element.name, element.range, last, file) }] as const]
      : [];
  });
  return new Map(handlers);
});

function symbolOf(name: string, nameRange: TextRange, handler: FunctionExpression, file: SourceFile): SymbolFact {
  const { range, body, parameters } = handler;
  return {
    kind: 'function',
    name,
    qualifiedName: name,
    visibility: 'public',
    modifiers: handler.async ? ['async'] : [],
    annotations: [],
    typeParameters: [],
    parameters: parameters.map((each) => ({ name: each, optional: false, rest: false, annotations: [], range })),
    throws: [],
    supertypes: [],
    range: { start: nameRange.start, end: range.end },
    nameRange,
    signatureRange: { start: range.start, end: body[0]?.range.start ?? range.end },
    bodyRange: bodyRangeOf(handler, file),
    deprecated: false,
    touched: true,
    body,
  };
}

/** The block of a function, or the expression that it answers. */
function bodyRangeOf({ range, body }: FunctionExpression, { text }: SourceFile): TextRange {
  const first = body[0]?.range.start ?? range.end;
  const open = text.lastIndexOf('{', first);
  const isBlock =
    text[range.end - 1] === '}' && open > range.start && /^\{(?:\s|\/\/[^\n]*\n|\/\*[^*]*\*\/)*$/.test(text.slice(open, first));
  return { start: isBlock ? open : first, end: range.end };
}
