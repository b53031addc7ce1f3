import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import { packageOf } from '../../../code/module-name.ts';
import type { Edit } from '../../../finding/draft.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { enclosing, indentationAt, simpleTypeName } from '../../code-in-file.ts';
import type { FunctionUnderTest } from '../gaps/obligation.ts';
import type { TestCase } from '../gaps/test-index.ts';
import { missingCases, type SkeletonCase } from './cases.ts';
import { JavaImports } from './java-imports.ts';
import { javaStyle, type JavaStyle } from './java-style.ts';
import { csvRows } from './java-rows.ts';
import { javaArguments } from './java-values.ts';
import { placeAfter } from './place.ts';

/** Tests for what is missing, behind the nearest one and written as it is; undefined where the method cannot be called from there. */
export function javaSkeleton(found: FunctionUnderTest, nearest: TestCase): readonly Edit[] | undefined {
  if (nearest.test.parameters.length > 0) {
    const rows = csvRows(found.at, missingCases(found), nearest);
    return rows.length > 0 ? rows : undefined;
  }
  const imports = new JavaImports(nearest.file);
  const methods = javaMethods(found, nearest.file, javaStyle(nearest), imports);
  if (!methods) return undefined;
  const indent = indentationAt(nearest.file, nearest.test.range.start);
  const unit = indent === '' ? '    ' : indent;
  const newText = methods.map((lines) => `\n\n${lines.map((line) => indent + line.replace(/^\t/, unit)).join('\n')}`).join('');
  const place = placeAfter(nearest);
  return [...imports.edits(), { file: nearest.file, range: { start: place, end: place }, newText }];
}

/** The lines of each test method, with a tab where a line is indented. What they need is added to the imports. */
export function javaMethods(
  { at, obligations }: FunctionUnderTest,
  test: SourceFile,
  style: JavaStyle,
  imports: JavaImports,
): readonly (readonly string[])[] | undefined {
  const subject = subjectOf(at, test);
  if (subject === undefined) return undefined;
  imports.add(packageOf(at.file.facts), ownerOf(at)?.name ?? '');
  const methods = missingCases({ obligations }).flatMap((each) => {
    const given = javaArguments(at.symbol.parameters ?? [], each);
    return given === undefined ? [] : [method(at, each, callOf(at, subject, given), style, imports)];
  });
  return methods.length === 0 ? undefined : methods;
}

function callOf({ symbol }: SymbolAt, subject: string, given: string): string {
  return symbol.kind === 'constructor' ? `new ${symbol.name}(${given})` : `${subject}.${symbol.name}(${given})`;
}

function method(
  { file, symbol }: SymbolAt,
  { title, error }: SkeletonCase,
  call: string,
  style: JavaStyle,
  imports: JavaImports,
): string[] {
  const name = style.nameOf(`${symbol.kind === 'constructor' ? 'new' : symbol.name} ${title}`);
  const expects = error && error.type !== '' ? imports.addFrom(file, error.type) : undefined;
  const [mark, statements] =
    expects === undefined ? ['@Test', valueStatements(symbol, call, style, imports)] : refusal(expects, call, style, imports);
  const throwsClause = symbol.throws.length > 0 ? ' throws Exception' : '';
  return [mark, `${style.visibility}void ${name}()${throwsClause} {`, ...statements.map((each) => `\t${each}`), '}'];
}

function valueStatements(
  { type, kind }: SymbolAt['symbol'],
  call: string,
  { usesAssertJ, framework, assertions }: JavaStyle,
  imports: JavaImports,
): readonly string[] {
  const expected = `"state what ${call.replace(/["\\]/g, '\\$&')} should give"`;
  if (kind !== 'constructor' && (type === undefined || type === 'void')) {
    imports.addStatic(assertions, 'fail');
    return [`${call};`, `fail(${expected.replace('should give', 'should do')});`];
  }
  if (usesAssertJ) {
    imports.addStatic('org.assertj.core.api.Assertions', 'assertThat');
    return [`assertThat((Object) ${call}).isEqualTo(${expected});`];
  }
  imports.addStatic(assertions, 'assertEquals');
  const [first, second] = framework === 'testng' ? [call, expected] : [expected, call];
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

/** What the method is called on: its class, a field of the test that holds one, or a new one made with the plainest values. */
function subjectOf(at: SymbolAt, test: SourceFile): string | undefined {
  const { file, symbol } = at;
  const owner = ownerOf(at);
  if (!owner || !file.facts || symbol.visibility === 'private' || enclosing(owner, file.facts).length > 0) return undefined;
  if (symbol.visibility !== 'public' && packageOf(file.facts) !== packageOf(test.facts)) return undefined;
  if (symbol.kind === 'constructor' || symbol.modifiers.includes('static')) return owner.name;
  const fixture = test.facts?.symbols.find(
    ({ kind, type }) => kind === 'field' && type !== undefined && simpleTypeName(type) === owner.name,
  );
  if (fixture) return fixture.name;
  if (owner.kind !== 'class' || owner.modifiers.includes('abstract') || owner.typeParameters.length > 0) return undefined;
  const constructors = membersOf(owner, file.facts).filter(({ kind, visibility }) => kind === 'constructor' && visibility !== 'private');
  const isImplicit = !membersOf(owner, file.facts).some(({ kind }) => kind === 'constructor');
  const plainest = constructors.sort((a, b) => (a.parameters?.length ?? 0) - (b.parameters?.length ?? 0))[0];
  if (!plainest) return isImplicit ? `new ${owner.name}()` : undefined;
  return `new ${owner.name}(${javaArguments(plainest.parameters ?? [], {}) ?? ''})`;
}

function ownerOf({ file, symbol }: SymbolAt): SymbolAt['symbol'] | undefined {
  return file.facts && enclosing(symbol, file.facts)[0];
}
