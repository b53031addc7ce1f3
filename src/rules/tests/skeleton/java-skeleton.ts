import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import { packageOf } from '../../../code/module-name.ts';
import type { ParameterFact } from '../../../code/facts.ts';
import type { Edit } from '../../../finding/draft.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { enclosing, indentationAt, simpleTypeName } from '../../code-in-file.ts';
import type { FunctionUnderTest } from '../gaps/obligation.ts';
import type { TestCase } from '../gaps/test-index.ts';
import { missingCases, plainCase, toState, type SkeletonCase } from './cases.ts';
import { JavaImports } from './java-imports.ts';
import { javaStyle, type JavaStyle } from './java-style.ts';
import { csvRows } from './java-rows.ts';
import { javaValues, unknownJavaValues } from './java-values.ts';
import { nearestCall, type NearestCall } from './nearest-call.ts';
import { placeAfter } from './place.ts';

/** Tests for what is missing, behind the nearest one and written as it is; undefined where the method cannot be called from there. */
export function javaSkeleton(found: FunctionUnderTest, nearest: TestCase): readonly Edit[] | undefined {
  if (nearest.test.parameters.length > 0) {
    const rows = csvRows(found.at, missingCases(found), nearest);
    return rows.length > 0 ? rows : undefined;
  }
  const imports = new JavaImports(nearest.file);
  const methods = javaMethods(found, nearest.file, javaStyle(nearest), imports, nearestCall(nearest, found.at.symbol));
  if (!methods) return undefined;
  const indent = indentationAt(nearest.file, nearest.test.range.start);
  const unit = stepWithin(nearest, indent);
  const newText = methods.map((lines) => `\n\n${lines.map((line) => indent + line.replace(/^\t/, unit)).join('\n')}`).join('');
  const place = placeAfter(nearest);
  return [...imports.edits(), { file: nearest.file, range: { start: place, end: place }, newText }];
}

/** By how much the statements of a test stand further in than the test. */
function stepWithin({ file, test }: TestCase, indent: string): string {
  const [first] = test.body;
  const inside = first === undefined ? '' : indentationAt(file, first.range.start);
  const step = inside.startsWith(indent) ? inside.slice(indent.length) : '';
  return step === '' ? (indent.startsWith('\t') ? '\t' : '    ') : step;
}

/** The lines of each test method, with a tab where a line is indented. What they need is added to the imports. */
export function javaMethods(
  { at, obligations }: FunctionUnderTest,
  test: SourceFile,
  style: JavaStyle,
  imports: JavaImports,
  near?: NearestCall,
): readonly (readonly string[])[] | undefined {
  const subject = subjectOf(at, test, near);
  if (subject === undefined) return undefined;
  imports.add(packageOf(at.file.facts), typeOf(at)?.split('.')[0] ?? '');
  const parameters = at.symbol.parameters ?? [];
  const write = (each: SkeletonCase): readonly (readonly string[])[] => {
    const values = javaValues(parameters, each, near?.values);
    if (!values) return [];
    const unknown = unknownJavaValues(parameters, each, near?.values);
    const spoken = values.map((value, index) => unknown.get(index) ?? value);
    const written = {
      ...each,
      call: callOf(
        at,
        subject.name,
        values.map((value, index) => (value === 'null' ? typedNull(at, parameters[index], imports) : value)),
      ),
      spoken: callOf(at, subject.spoken ?? subject.name, spoken),
      unknown: [...subject.unknown, ...unknown.values()],
    };
    return [method(at, written, style, imports)];
  };
  const methods = missingCases({ at, obligations }).flatMap(write);
  const written = methods.length === 0 ? write(plainCase) : methods;
  return written.length === 0 ? undefined : written;
}

function callOf({ symbol }: SymbolAt, subject: string, given: readonly string[]): string {
  return symbol.kind === 'constructor' ? `new ${subject}(${given.join(', ')})` : `${subject}.${symbol.name}(${given.join(', ')})`;
}

/** Where several methods take as many, the compiler has to be told which one is meant. */
function typedNull(at: SymbolAt, parameter: ParameterFact | undefined, imports: JavaImports): string {
  const { file, symbol } = at;
  const owner = ownerOf(at);
  const others =
    owner && file.facts ? membersOf(owner, file.facts).filter(({ name, kind }) => name === symbol.name && kind === symbol.kind) : [];
  const type = simpleTypeName(parameter?.type ?? '');
  const isOwnType =
    symbol.typeParameters.some(({ name }) => name === type) || (owner?.typeParameters.some(({ name }) => name === type) ?? false);
  if (others.length < 2 || !/^[A-Z]\w*$/.test(type) || isOwnType) return 'null';
  return `(${imports.addFrom(file, type)}) null`;
}

interface WrittenCase extends SkeletonCase {
  readonly call: string;
  /** The call with names in the place of what is not known. */
  readonly spoken: string;
  readonly unknown: readonly string[];
}

function method({ file, symbol }: SymbolAt, written: WrittenCase, style: JavaStyle, imports: JavaImports): string[] {
  const { title, error, given, call, unknown } = written;
  const name = style.nameOf(`${symbol.kind === 'constructor' ? 'new' : symbol.name} ${title}`);
  // What is refused is looked at before the rest is used.
  const isTried = unknown.length === 0 || (error !== undefined && given !== undefined);
  const expects = isTried && error && error.type !== '' ? imports.addFrom(file, error.type) : undefined;
  const [mark, statements] = !isTried
    ? ['@Test', asking(written, style, imports)]
    : expects === undefined
      ? ['@Test', valueStatements(symbol, written, style, imports)]
      : refusal(expects, call, style, imports);
  const throwsClause = isTried && symbol.throws.length > 0 ? ' throws Exception' : '';
  return [mark, `${style.visibility}void ${name}()${throwsClause} {`, ...statements.map((each) => `\t${each}`), '}'];
}

/** Says what is missing before anything can be tried; the code with the unknown would fail for another reason. */
function asking(written: WrittenCase, { assertions }: JavaStyle, imports: JavaImports): readonly string[] {
  const { spoken, unknown, error } = written;
  const names = [...new Set(unknown)].join(', ');
  const what = error
    ? `state ${names}, so that ${spoken} throws ${error.type || 'an error'}`
    : `state ${names}, and ${toState(spoken, written)}`;
  imports.addStatic(assertions, 'fail');
  return [`fail(${literal(what)});`];
}

function literal(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function valueStatements(
  { type, kind }: SymbolAt['symbol'],
  written: WrittenCase,
  { usesAssertJ, framework, assertions }: JavaStyle,
  imports: JavaImports,
): readonly string[] {
  const { call } = written;
  const expecting = (word: string): string => literal(`state ${toState(call, written, word)}`);
  if (kind !== 'constructor' && (type === undefined || type === 'void')) {
    imports.addStatic(assertions, 'fail');
    return [`${call};`, `fail(${expecting('do')});`];
  }
  if (usesAssertJ) {
    imports.addStatic('org.assertj.core.api.Assertions', 'assertThat');
    return [`assertThat((Object) ${call}).isEqualTo(${expecting('give')});`];
  }
  imports.addStatic(assertions, 'assertEquals');
  const [first, second] = framework === 'testng' ? [call, expecting('give')] : [expecting('give'), call];
  return [`assertEquals((Object) ${first}, ${second});`];
}

function refusal(
  type: string,
  call: string,
  { usesAssertJ, framework, assertions }: JavaStyle,
  imports: JavaImports,
): [mark: string, statements: readonly string[]] {
  if (usesAssertJ) {
    imports.addStatic('org.assertj.core.api.Assertions', 'assertThatThrownBy');
    return ['@Test', [`assertThatThrownBy(() -> ${call}).isInstanceOf(${type}.class);`]];
  }
  if (framework === 'junit5') {
    imports.addStatic(assertions, 'assertThrows');
    return ['@Test', [`assertThrows(${type}.class, () -> ${call});`]];
  }
  return [framework === 'junit4' ? `@Test(expected = ${type}.class)` : `@Test(expectedExceptions = ${type}.class)`, [`${call};`]];
}

interface Subject {
  readonly name: string;
  /** The name with names in the place of what is not known. */
  readonly spoken?: string;
  readonly unknown: readonly string[];
}

/** What the method is called on: its class, what the nearest test calls it on, a field of the test that holds one, or a new one made with the plainest values. */
function subjectOf(at: SymbolAt, test: SourceFile, near: NearestCall | undefined): Subject | undefined {
  const { file, symbol } = at;
  const owner = ownerOf(at);
  if (!owner || !file.facts || symbol.visibility === 'private') return undefined;
  const type = typeOf(at);
  if (type === undefined) return undefined;
  if (symbol.visibility !== 'public' && packageOf(file.facts) !== packageOf(test.facts)) return undefined;
  if (symbol.kind === 'constructor' || symbol.modifiers.includes('static')) return { name: type, unknown: [] };
  if (near?.receiver !== undefined) return { name: near.receiver, unknown: [] };
  const fixture = test.facts?.symbols.find(
    ({ kind, type }) => kind === 'field' && type !== undefined && simpleTypeName(type) === owner.name,
  );
  if (fixture) return { name: fixture.name, unknown: [] };
  if (owner.kind !== 'class' || owner.modifiers.includes('abstract') || owner.typeParameters.length > 0) return undefined;
  const constructors = membersOf(owner, file.facts).filter(({ kind, visibility }) => kind === 'constructor' && visibility !== 'private');
  const isImplicit = !membersOf(owner, file.facts).some(({ kind }) => kind === 'constructor');
  const plainest = constructors.sort((a, b) => (a.parameters?.length ?? 0) - (b.parameters?.length ?? 0))[0];
  if (!plainest) return isImplicit ? { name: `new ${type}()`, unknown: [] } : undefined;
  const values = javaValues(plainest.parameters ?? [], {}) ?? [];
  const unknown = unknownJavaValues(plainest.parameters ?? [], {});
  const spoken = values.map((value, index) => unknown.get(index) ?? value);
  return {
    name: `new ${type}(${values.join(', ')})`,
    spoken: `new ${type}(${spoken.join(', ')})`,
    unknown: [...unknown.values()],
  };
}

/** How a test names the type of a method: `Cart`, `Cart.Item` for a type that needs none around it. */
function typeOf({ file, symbol }: SymbolAt): string | undefined {
  const types = file.facts ? enclosing(symbol, file.facts) : [];
  const isOpen = types.every(({ kind, modifiers, visibility }, index) => {
    const standsAlone = index === types.length - 1 || kind !== 'class' || modifiers.includes('static');
    return standsAlone && visibility !== 'private';
  });
  return isOpen && types.length > 0
    ? types
        .map(({ name }) => name)
        .reverse()
        .join('.')
    : undefined;
}

function ownerOf({ file, symbol }: SymbolAt): SymbolAt['symbol'] | undefined {
  return file.facts && enclosing(symbol, file.facts)[0];
}
