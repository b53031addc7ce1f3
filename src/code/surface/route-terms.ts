import type { AnnotationFact, ParameterFact, SymbolFact } from '../facts.ts';
import type { Call, Construction, Expression } from '../expression.ts';
import { statusNamed } from '../http-status.ts';
import { callsIn, codeOf, visitsOf } from '../walk.ts';
import { annotationOf, argumentOf, argumentTexts, simpleNameOf, textsIn, type Annotated } from './annotation-values.ts';

/** On which terms a route is answered, beyond its path and its parameters. */
export interface RouteTerms {
  /** Media types of bodies that it takes; empty where nothing is said. */
  readonly takes: readonly string[];
  /** Media types that it answers in; empty where nothing is said. */
  readonly gives: readonly string[];
  /** Whether what it takes, and what it answers, is JSON where nothing is said: data, and no text, file or form. */
  readonly isData: { readonly takes: boolean; readonly gives: boolean };
  /** What a call has to have beside the path, e.g. `v=2`. */
  readonly asks: readonly string[];
  /** The versions of the API that it belongs to, where they are said. */
  readonly versions?: readonly string[];
  /** The status of an answer, where a declaration decides it. */
  readonly status?: string;
  /** The statuses that the function itself answers with, where it was read. */
  readonly answers: readonly string[];
  /** Whether it answers with nothing, with one thing or with a list; absent where that is not known. */
  readonly body?: 'nothing' | 'one' | 'a list';
  /** What each variable of the path may be, in their order as written; undefined where nothing is known. */
  readonly variables: Readonly<Record<string, ValueForm>>;
}

/** What a text from a call has to be so that it is taken. */
export type ValueForm = 'text' | 'whole number' | 'number' | 'truth value' | 'UUID' | 'date';

const forms: readonly (readonly [ValueForm, RegExp])[] = [
  ['text', /^(?:String|CharSequence|Object)$/],
  ['whole number', /^(?:int|long|short|byte|Integer|Long|Short|Byte|BigInteger)$/],
  ['number', /^(?:float|double|Float|Double|BigDecimal|Number)$/],
  ['truth value', /^(?:boolean|Boolean)$/],
  ['UUID', /^UUID$/],
  ['date', /^(?:LocalDate|LocalDateTime|OffsetDateTime|ZonedDateTime|Instant|Date|LocalTime)$/],
];

/** Of a parameter as it is written, alone or as an optional one. */
export function valueForm({ type = '' }: Pick<ParameterFact, 'type'>): ValueForm | undefined {
  const plain = type
    .replace(/@[\w.]+\s*/g, '')
    .replace(/^(?:java\.util\.)?Optional<(.*)>$/, '$1')
    .replace(/^.*\./, '')
    .trim();
  return forms.find(([, names]) => names.test(plain))?.[0];
}

/** What Spring's annotations say. */
export function springTerms(annotation: AnnotationFact, at: Annotated, owner: SymbolFact): RouteTerms {
  const of = annotationOf(owner.annotations, 'RequestMapping');
  const said = (...names: string[]): readonly string[] => {
    const own = argumentTexts(annotation, names, at);
    return own.length > 0 ? own : argumentTexts(of, names, at);
  };
  const status = annotationOf(at.symbol.annotations, 'ResponseStatus') ?? annotationOf(owner.annotations, 'ResponseStatus');
  const decided = status ? springStatus(status) : decidesItself(at.symbol) ? undefined : '200';
  return {
    takes: said('consumes').map(mediaType),
    gives: said('produces').map(mediaType),
    isData: { takes: takesData(at.symbol), gives: isOfData(at.symbol, owner) && isData(at.symbol.type) },
    asks: [...argumentTexts(annotation, ['params'], at), ...argumentTexts(annotation, ['headers'], at)],
    ...(decided !== undefined && { status: decided }),
    answers: answersIn(at.symbol),
    ...bodyOf(at.symbol, owner),
    variables: pathVariables(at),
  };
}

/** What JAX-RS' annotations say: what has nothing to answer answers 204. */
export function jaxRsTerms(_: AnnotationFact, at: Annotated, owner: SymbolFact): RouteTerms {
  const said = (name: string): readonly string[] =>
    argumentTexts(annotationOf(at.symbol.annotations, name) ?? annotationOf(owner.annotations, name), ['value'], at).map(mediaType);
  const isDecided = !decidesItself(at.symbol) && !/^(?:Uni|Multi|CompletionStage|CompletableFuture)\b/.test(at.symbol.type ?? '');
  return {
    takes: said('Consumes'),
    gives: said('Produces'),
    isData: { takes: takesData(at.symbol), gives: isData(at.symbol.type) },
    asks: [],
    ...(isDecided && { status: at.symbol.type === 'void' ? '204' : '200' }),
    answers: answersIn(at.symbol),
    ...bodyOf(at.symbol),
    variables: pathVariables(at),
  };
}

/** What Nest's annotations say: without one a `POST` answers 201. */
export function nestTerms(annotation: AnnotationFact, at: Annotated, owner: SymbolFact): RouteTerms {
  const { symbol } = at;
  const versions = nestVersions(at, owner);
  const code = argumentOf(annotationOf(symbol.annotations, 'HttpCode'), 'value', '0');
  const takesAnswer = symbol.parameters?.some(({ annotations }) => annotationOf(annotations, 'Res', 'Response')) ?? false;
  const status = code ? statusIn(code) : takesAnswer ? undefined : simpleNameOf(annotation) === 'Post' ? '201' : '200';
  return {
    takes: [],
    gives: [],
    isData: { takes: false, gives: false },
    asks: [],
    ...(versions.length > 0 && { versions }),
    ...(status !== undefined && { status }),
    answers: [],
    variables: {},
  };
}

/** `@Version('2')`, and where nothing is said `@Controller({ path: 'orders', version: '2' })`. */
function nestVersions(at: Annotated, owner: SymbolFact): readonly string[] {
  const own = argumentTexts(annotationOf(at.symbol.annotations, 'Version'), ['value', '0'], at);
  if (own.length > 0) return own;
  const said = argumentOf(annotationOf(owner.annotations, 'Controller'), 'value', '0');
  const version = said?.kind === 'object' ? said.properties.find(({ key }) => key === 'version')?.value : undefined;
  return textsIn(version, { ...at, symbol: owner });
}

function pathVariables({ file, symbol }: Annotated): RouteTerms['variables'] {
  return Object.fromEntries(
    (symbol.parameters ?? []).flatMap((parameter): [string, ValueForm][] => {
      const annotation = annotationOf(parameter.annotations, 'PathVariable', 'PathParam');
      const form = annotation && valueForm(parameter);
      const [name = parameter.name] = argumentTexts(annotation, ['value', 'name'], { file, symbol });
      return form ? [[name, form]] : [];
    }),
  );
}

const wrappers =
  /^(?:@[\w.]+\s+)*(?:[\w.]+\.)?(?:ResponseEntity|HttpEntity|Mono|Uni|Optional|CompletableFuture|CompletionStage|Future|Callable|DeferredResult|Single|Maybe)<(.*)>$/s;
const lists = /^(?:[\w.]+\.)?(?:List|Set|Collection|Iterable|Stream|Flux|Multi|SortedSet|ArrayList|LinkedList)<|\[\]$/;

/** As far as the type tells. */
function bodyOf(symbol: SymbolFact, owner?: SymbolFact): Pick<RouteTerms, 'body'> {
  const inner = unwrapped(symbol.type);
  if (
    (owner && !isOfData(symbol, owner)) ||
    inner === '' ||
    /^(?:\?|Object|[A-Z]|[\w.]*(?:Response|Resource|View|Emitter|Body))(?:<.*)?$/s.test(inner)
  )
    return {};
  return { body: /^(?:void|Void)$/.test(inner) ? 'nothing' : lists.test(inner) ? 'a list' : 'one' };
}

/** A controller of pages names what it shows. */
function isOfData({ annotations }: SymbolFact, owner: SymbolFact): boolean {
  return annotationOf([...owner.annotations, ...annotations], 'RestController', 'ResponseBody') !== undefined;
}

function unwrapped(type = ''): string {
  let inner = type.trim();
  for (let found = wrappers.exec(inner); found; found = wrappers.exec(inner)) inner = found[1]?.trim() ?? '';
  return inner;
}

/** What is written as it is: texts, files and streams, and what takes any answer. */
const asItIs =
  /^(?:void|Void|String|CharSequence|byte\[\]|Response|File|Path|\w*(?:Buffer|Resource|InputStream|Reader|Emitter|StreamingResponseBody|StreamingOutput|View|MultipartFile|FilePart))$/;

function isData(type: string | undefined): boolean {
  const inner = unwrapped(type).replace(/^(?:[\w.]+\.)?(?:Flux|Multi)<(.*)>$/s, '$1');
  return inner !== '' && !asItIs.test(inner.replace(/^(?:\w+\.)+/, ''));
}

/** Of Spring the body is said to be it; of JAX-RS it is the parameter of which nothing else is said. */
function takesData({ parameters = [], annotations }: SymbolFact): boolean {
  const isSpring = annotations.some((each) => simpleNameOf(each).endsWith('Mapping'));
  return parameters.some(
    (each) => isData(each.type) && (isSpring ? annotationOf(each.annotations, 'RequestBody') !== undefined : each.annotations.length === 0),
  );
}

/** `MediaType.APPLICATION_JSON_VALUE` and `application/json` are one; what follows a `;` is no other type. */
function mediaType(text: string): string {
  const [, constant] = /^\$\{(?:.*\.)?([A-Z_\d]+)\}$/.exec(text) ?? [];
  if (constant === undefined) return text.replace(/;.*/s, '').trim().toLowerCase();
  const [kind = '', ...rest] = constant
    .replace(/_VALUE$|_UTF8/g, '')
    .toLowerCase()
    .split('_');
  return `${kind}/${rest.join('-')}`;
}

/** The status that `@ResponseStatus` says: without one that the server failed. */
export function springStatus(annotation: AnnotationFact): string | undefined {
  const said = argumentOf(annotation, 'value', 'code');
  return said ? statusIn(said) : '500';
}

/** `HttpStatus.NOT_FOUND`, `404`. */
export function statusIn(value: Expression): string | undefined {
  if (value.kind === 'number') return /^\d{3}$/.exec(value.text)?.[0];
  return value.kind === 'member' || value.kind === 'name' ? statusNamed(value.name) : undefined;
}

/** What it gives back, or is handed, says the status. */
export function decidesItself({ type = '', parameters = [] }: SymbolFact): boolean {
  return (
    /\b(?:ResponseEntity|Response|RestResponse|HttpEntity|ModelAndView|RedirectView|ServerResponse|View)\b/.test(type) ||
    parameters.some((each) => /\b(?:HttpServletResponse|ServerHttpResponse|ServletResponse|AsyncResponse)\b/.test(each.type ?? ''))
  );
}

/** The statuses of the answers that a body makes, each once; nothing where one of them is computed. */
export function answersIn(symbol: SymbolFact): readonly string[] {
  const code = codeOf(symbol);
  const made = [...callsIn(code).flatMap(answerOfCall), ...visitsOf(code, 'new').flatMap(({ node }) => answerOfConstruction(node))];
  return made.includes(undefined) ? [] : [...new Set(made as readonly string[])].sort();
}

function answerOfCall({ name, receiver, arguments: given }: Call): readonly (string | undefined)[] {
  if (receiver?.kind !== 'name' || !/^(?:ResponseEntity|Response|ServerResponse)$/.test(receiver.name)) return [];
  if (name === 'status') return [given[0] && statusIn(given[0])];
  if (name === 'of' || name === 'ofNullable') return ['200', '404'];
  return [statusNamed(name === 'seeOther' ? 'seeother' : name)];
}

function answerOfConstruction({ type, arguments: given }: Construction): readonly (string | undefined)[] {
  if (/(?:^|\.)ResponseEntity$/.test(type)) return [given.map(statusIn).find((each) => each !== undefined)];
  return /(?:^|\.)ResponseStatusException$/.test(type) ? [given[0] && statusIn(given[0])] : [];
}
