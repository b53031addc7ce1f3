import type { SourceFile } from '../../code/code-change.ts';
import type { Construction, Expression } from '../../code/expression.ts';
import type { SymbolFact } from '../../code/facts.ts';
import { symbolsNamed, bodyOf } from '../../code/flow/scope.ts';
import type { Handler } from '../../code/statement.ts';
import { callsIn } from '../../code/walk.ts';
import type { FixDraft } from '../../finding/draft.ts';
import { membersOf } from '../../code/indexed-facts.ts';
import { simpleTypeName } from '../code-in-file.ts';

/** Gives the caught error to the new one, where the constructor of that is known to take one. */
export function causeFix(file: SourceFile, thrown: Construction, { name, types }: Handler): FixDraft | undefined {
  const { arguments: given, range } = thrown;
  if (name === undefined || given.some(({ kind }) => kind === 'spread')) return undefined;
  const java = file.facts?.language === 'java';
  if (!(java ? javaTakesCause(file, thrown, types) : scriptTakesCause(file, thrown))) return undefined;
  const last = given.at(-1);
  const cause = java ? name : `{ cause: ${name} }`;
  const text = last ? `, ${cause}` : java ? cause : `undefined, ${cause}`;
  const at = last ? last.range.end : file.text.lastIndexOf(')', range.end - 1);
  return { title: 'Pass the cause on', safety: 'unsafe', edits: [{ file, range: { start: at, end: at }, newText: text }] };
}

const builtIn = /^(?:Error|TypeError|RangeError|SyntaxError|EvalError|URIError)$/;

function scriptTakesCause(file: SourceFile, { type, arguments: given }: Construction): boolean {
  const own = file.facts && symbolsNamed(file.facts, simpleTypeName(type)).find(({ kind }) => kind === 'class');
  if (!own) return builtIn.test(simpleTypeName(type)) && given.length <= 1;
  if (!own.supertypes.some((each) => builtIn.test(each.type))) return false;
  const constructor = constructorsOf(own, file)[0];
  if (!constructor) return given.length <= 1;
  const options = constructor.parameters?.[1]?.name;
  const handsOn = callsIn(bodyOf(constructor) ?? []).some(
    ({ name, arguments: [, second] }) => name === 'super' && second?.kind === 'name' && second.name === options,
  );
  return given.length <= 1 && options !== undefined && handsOn;
}

function javaTakesCause(file: SourceFile, { type, arguments: given }: Construction, caught: readonly string[]): boolean {
  const name = simpleTypeName(type);
  const own = file.facts && symbolsNamed(file.facts, name).find(({ kind }) => kind === 'class');
  if (own) return constructorsOf(own, file).some(({ parameters = [] }) => takes(parameters, given, caught));
  if (name === 'ResponseStatusException') return given.length === 2;
  if (given.length > 1 || !given.every(isText)) return false;
  if (name === 'UncheckedIOException') return caught.every((each) => simpleTypeName(each).endsWith('IOException'));
  return given.length === 0 ? withCauseAlone.test(name) : withCauseAlone.test(name) || withTextAndCause.test(name);
}

/** One parameter more than what is given, and that is an exception of any kind. */
function takes(parameters: NonNullable<SymbolFact['parameters']>, given: readonly Expression[], caught: readonly string[]): boolean {
  const last = simpleTypeName(parameters.at(-1)?.type ?? '');
  return (
    parameters.length === given.length + 1 &&
    (last === 'Throwable' || (last === 'Exception' && !caught.some(isNoException)) || caught.every((each) => simpleTypeName(each) === last))
  );
}

function isNoException(type: string): boolean {
  return /(?:Error|Throwable)$/.test(simpleTypeName(type));
}

/** What can be a message. */
function isText(expression: Expression): boolean {
  return ['string', 'concatenation', 'call', 'name', 'member'].includes(expression.kind);
}

function constructorsOf(type: SymbolFact, { facts }: SourceFile): readonly SymbolFact[] {
  return facts ? membersOf(type, facts).filter(({ kind }) => kind === 'constructor') : [];
}

/** Exceptions of the JDK and of Jakarta that take a cause by itself, and one behind a message. */
const withCauseAlone =
  /^(?:RuntimeException|IllegalStateException|IllegalArgumentException|IOException|Exception|Error|UnsupportedOperationException|ExecutionException|SecurityException|AssertionError|ServletException|SQLException|CompletionException|ConcurrentModificationException|GeneralSecurityException|InvalidKeyException|InvalidKeySpecException|InvalidAlgorithmParameterException|NoSuchAlgorithmException|KeyStoreException|KeyManagementException|CertificateException|SignatureException|ReflectiveOperationException|PersistenceException|ValidationException|WebApplicationException)$/;
/** Those that take one only behind a message: in Java and Jakarta, and in Spring. */
const withTextAndCause =
  /^(?:DateTimeException|ClassNotFoundException|JAXBException|TransformerException|BadCredentialsException|AuthenticationServiceException|UsernameNotFoundException|DataIntegrityViolationException|DataRetrievalFailureException)$/;
