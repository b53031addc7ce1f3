import { Memo } from '../../../base/memo.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import type { FileFacts, ParameterFact, SymbolFact } from '../../../code/facts.ts';
import { symbolsNamed } from '../../../code/flow/scope.ts';
import { importedPath, withoutScriptSuffix } from '../../../code/module-name.ts';
import { bare } from '../../../code/walk.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import { rootOfChain, typeInTest, type CallSite, type TestCode } from './call-sites.ts';

/** Whether a call of a test calls a function of that name: `maybe` where the test does not say on what it is called. */
export type Certainty = 'yes' | 'maybe' | 'no';

export function isCallOf(site: CallSite, at: SymbolAt): Certainty {
  const ofSite = known.get(site) ?? new Map<SymbolFact, Certainty>();
  known.set(site, ofSite);
  const certainty = ofSite.get(at.symbol) ?? decide(site, at);
  ofSite.set(at.symbol, certainty);
  return certainty;
}

/** What many tests share is asked about once for each of them. */
const known = new Memo<CallSite, Map<SymbolFact, Certainty>>();

function decide(site: CallSite, at: SymbolAt): Certainty {
  if (!takes(at, site)) return 'no';
  const { node, within } = site;
  const owners = at.file.facts ? enclosing(at.symbol, at.file.facts).map(({ name }) => name) : [];
  if (node.kind === 'new') return at.symbol.kind === 'constructor' && owners[0] === simpleTypeName(node.type) ? 'yes' : 'maybe';
  if (!node.receiver) return isOwnFunction(node.name, within) ? 'no' : isImportedFrom(node.name, at, owners, within);
  const receiver = bare(node.receiver);
  if (isMock(receiver, within)) return 'no';
  if (receiver.kind === 'this' || receiver.kind === 'super') return 'maybe';
  return isOn(receiver, owners, at, within);
}

function isOn(receiver: Expression, owners: readonly string[], at: SymbolAt, within: TestCode): Certainty {
  const [owner] = owners;
  const type = typeInTest(receiver, within);
  if (type !== undefined) {
    if (type === owner || isRelated(type, at, within)) return 'yes';
    // A module gives what it imports a name of its own.
    return isLocalAlias(type, within) ? 'maybe' : 'no';
  }
  const root = rootOfChain(receiver);
  const rootType = root === receiver ? undefined : typeInTest(root, within);
  return rootType !== undefined && owners.includes(rootType) ? 'yes' : 'maybe';
}

function isLocalAlias(type: string, { file }: TestCode): boolean {
  return file.facts?.language !== 'java' && (file.facts?.imports ?? []).some(({ local, name }) => local === type && name !== type);
}

/** A supertype of the function's type, or a subtype that the test declares. */
function isRelated(type: string, at: SymbolAt, within: TestCode): boolean {
  const owner = at.file.facts && enclosing(at.symbol, at.file.facts)[0];
  if (!owner) return false;
  if (owner.supertypes.some((each) => simpleTypeName(each.type) === type)) return true;
  return named(type, within.file).some(({ supertypes }) => supertypes.some((each) => simpleTypeName(each.type) === owner.name));
}

/** A function that the test's file declares hides all others of its name. */
function isOwnFunction(name: string, { file }: TestCode): boolean {
  return named(name, file).some(({ kind }) => kind === 'method' || kind === 'function');
}

/** Java's static imports name the type; modules hand on what is others', so that only a module of the same name elsewhere is another one. */
function isImportedFrom(name: string, at: SymbolAt, owners: readonly string[], { file }: TestCode): Certainty {
  const imported = (file.facts?.imports ?? []).find((each) => each.local === name);
  if (!imported) return 'maybe';
  if (file.facts?.language === 'java') return owners[0] === imported.source.slice(imported.source.lastIndexOf('.') + 1) ? 'yes' : 'no';
  const resolved = importedPath(file.path, imported.source);
  const own = withoutScriptSuffix(at.file.path);
  if (resolved === undefined) return 'maybe';
  if (resolved === own) return 'yes';
  return resolved.slice(resolved.lastIndexOf('/')) === own.slice(own.lastIndexOf('/')) ? 'no' : 'maybe';
}

const mocking = /^(Mock|MockBean|MockitoBean|InjectMock)$/;

/** What is called on a stand-in is not run. */
function isMock(receiver: Expression, { file }: TestCode): boolean {
  const name = receiver.kind === 'name' || (receiver.kind === 'member' && receiver.object.kind === 'this') ? receiver.name : undefined;
  if (name === undefined) return receiver.kind === 'call' && /^(verify|should)$/.test(receiver.name);
  return named(name, file).some(
    ({ kind, annotations }) => kind === 'field' && annotations.some((each) => mocking.test(simpleTypeName(each.name))),
  );
}

function named(name: string, { facts }: SourceFile): readonly SymbolFact[] {
  return facts ? symbolsNamed(facts, name) : [];
}

/** Whether the function can be called with so many arguments of such kinds, as far as they tell. */
function takes({ file, symbol }: SymbolAt, { node, within }: CallSite): boolean {
  const { parameters } = symbol;
  if (!parameters || file.facts?.language !== 'java') return true;
  const given = node.arguments;
  const rest = parameters.at(-1)?.rest === true;
  if (rest ? given.length < parameters.length - 1 : given.length !== parameters.length) return false;
  const others = overloadsOf(symbol, file.facts);
  return given.every((argument, index) => {
    const parameter = parameters[Math.min(index, parameters.length - 1)];
    return (
      !parameter ||
      fits(
        bare(argument),
        parameter,
        others.flatMap((each) => each.parameters?.[index] ?? []),
        within,
        parameters.length === 1,
      )
    );
  });
}

/** What else of its type has the name and takes as many arguments as it does, or so many. */
export function overloadsOf(symbol: SymbolFact, facts: FileFacts, count = symbol.parameters?.length): readonly SymbolFact[] {
  return symbolsNamed(facts, symbol.name).filter(
    (each) => each !== symbol && each.parent === symbol.parent && each.parameters?.length === count,
  );
}

/** What a number or a character may be given for. */
const numeric =
  /^(?:byte|short|int|long|float|double|char|Byte|Short|Integer|Long|Float|Double|Character|Number|Object|Comparable|Serializable|[A-Z]\d?)?$/;
const primitive = /^(int|long|short|byte|char|float|double|boolean)$/;

/** What constants mostly are. */
const simple = /^(?:byte|short|int|long|float|double|char|boolean|String|CharSequence|Character|Integer|Long)$/;

/** `LF`, imported on its own. */
function isConstantsName(argument: Expression): boolean {
  return argument.kind === 'name' && /^[A-Z][A-Z\d_]+$/.test(argument.name);
}

/** Where either could be meant, nothing by itself is given to neither: that would not compile. */
function isUnrelated(type: string): (other: ParameterFact) => boolean {
  return (other) => {
    const types = [type, simpleTypeName(other.type ?? '')];
    return !other.rest && types[0] !== types[1] && types.every((each) => distinct.test(each));
  };
}

/** Types of which none is a kind of another. */
const distinct = /^(?:String|Map|List|Set|File|Path|Reader|InputStream|Date|Instant|Locale|Charset|Class|URL|URI)$/;

function fits(
  argument: Expression,
  parameter: ParameterFact,
  others: readonly ParameterFact[],
  within: TestCode,
  isAlone: boolean,
): boolean {
  const type = simpleTypeName(parameter.type ?? '');
  if (argument.kind === 'null') return !primitive.test(type) && !(isAlone && others.some(isUnrelated(type)));
  if (argument.kind === 'string') return /^(String|CharSequence|Object|Comparable|T|E|K|V|char|Character)?$/.test(type);
  if (argument.kind === 'number') return numeric.test(type);
  if (argument.kind === 'true' || argument.kind === 'false') return !/^(String|int|long|double|char)$/.test(type);
  const given = others.length === 0 ? undefined : typeInTest(argument, within);
  const isUntyped = given === undefined || (argument.kind === 'name' && given === argument.name);
  if (isUntyped && isConstantsName(argument) && !simple.test(type) && others.some((other) => simple.test(other.type ?? ''))) return false;
  // Another overload is meant where one has just that type.
  return given === undefined || given === type || !others.some(({ type: other = '' }) => isMeantFor(simpleTypeName(other), type, given));
}

/** Another overload has just that type, or one that its name says it is a kind of, which the name of this one's is not: `FileInputStream` is an `InputStream`. */
function isMeantFor(other: string, own: string, given: string): boolean {
  return other === given || (/^[A-Z]\w{3}/.test(other) && given.endsWith(other) && !given.endsWith(own));
}
