import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { headOf } from '../../../code/indexed-facts.ts';
import { beansOf } from '../../../code/surface/beans.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';

const stereotypes =
  /^(?:Component|Service|Repository|Controller|RestController|ControllerAdvice|RestControllerAdvice|Configuration|AutoConfiguration|Named|Singleton|ApplicationScoped|RequestScoped|Stateless|Path)$/;

/** Constructors of components, constructors that are injected into, and beans: a container calls them, whatever they take. */
export function isCalledByContainer({ file, symbol }: SymbolAt): boolean {
  const isMarked = (at: SymbolFact | undefined, marks: RegExp): boolean =>
    at?.annotations.some(({ name }) => marks.test(simpleTypeName(name))) ?? false;
  if (isMarked(symbol, /^(?:Inject|Autowired|Bean|Produces)$/)) return true;
  return symbol.kind === 'constructor' && file.facts !== undefined && isMarked(enclosing(symbol, file.facts)[0], stereotypes);
}

/** A constructor that a container calls, or the method of a bean that is still there under its name. */
export function isMadeByContainer(base: SymbolAt, change: CodeChange): boolean {
  if (base.symbol.kind === 'constructor') return isCalledByContainer(base);
  const head = base.symbol.kind === 'method' ? headOf(base.file, change) : undefined;
  const names = head ? beansOf(base.file).flatMap(({ symbol, name }) => (symbol === base.symbol ? [name] : [])) : [];
  const kept = new Set(head && names.length > 0 ? beansOf(head).map(({ name }) => name) : []);
  return names.length > 0 && names.every((name) => kept.has(name));
}
