import type { SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
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
