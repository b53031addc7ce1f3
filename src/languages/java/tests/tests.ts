import type { Expression } from '../../../code/expression.ts';
import type { AnnotationFact, ImportFact, SymbolFact, TestFact } from '../../../code/facts.ts';
import { assertionsOf, expectedByAnnotation } from './assertions.ts';
import { assertingMethods } from './asserting-methods.ts';
import { hasAnnotation, simpleName } from '../declarations/modifiers.ts';
import { roleOf } from '../role.ts';
import { skipOf } from './skipping.ts';
import { rowsOf } from './test-rows.ts';

/** The touched test methods, and the touched types that hold tests as groups, in source order. */
export function testsOf(
  symbols: readonly SymbolFact[],
  imports: readonly ImportFact[],
  file: { readonly path: string; readonly text: string },
): TestFact[] {
  const context: Context = { symbols, text: file.text, isTestFile: roleOf(file.path, '') === 'test', framework: frameworkOf(imports) };
  const cases = new Map<number, string>();
  symbols.forEach((symbol, index) => {
    const framework = testFramework(symbol, context);
    if (framework !== undefined) cases.set(index, framework);
  });
  if (cases.size === 0) return [];
  const groups = groupsOf(symbols, cases);
  const asserts = assertingMethods(symbols, file.text);
  return symbols.flatMap((symbol, index): TestFact[] => {
    const framework = cases.get(index) ?? groups.get(index);
    if (framework === undefined || !symbol.touched) return [];
    return [cases.has(index) ? caseOf(context, symbol, framework, asserts) : groupOf(context, symbol, framework)];
  });
}

interface Context {
  readonly symbols: readonly SymbolFact[];
  readonly text: string;
  readonly isTestFile: boolean;
  readonly framework: string;
}

function frameworkOf(imports: readonly ImportFact[]): string {
  const isFrom = (source: string): boolean => imports.some((each) => each.source === source || each.source.startsWith(`${source}.`));
  if (isFrom('org.testng')) return 'testng';
  return isFrom('net.jqwik') ? 'jqwik' : 'junit';
}

const marks: ReadonlySet<string> = new Set([
  'Test',
  'ParameterizedTest',
  'RepeatedTest',
  'TestFactory',
  'TestTemplate',
  'Theory',
  'Property',
  'Example',
]);

/** What TestNG does before and after all tests of one `<test>`. */
const configurations: ReadonlySet<string> = new Set(['BeforeTest', 'AfterTest']);

/** The framework of a test method; undefined for any other symbol. */
function testFramework(symbol: SymbolFact, context: Context): string | undefined {
  if (symbol.kind !== 'method' || symbol.modifiers.includes('abstract')) return undefined;
  if (symbol.annotations.length === 0) return isTestByItsType(symbol, context) ? context.framework : undefined;
  const names = symbol.annotations.map((annotation) => simpleName(annotation.name));
  if (names.some((name) => name === 'Property' || name === 'Example')) return context.framework === 'jqwik' ? 'jqwik' : undefined;
  if (names.some((name) => marks.has(name))) return context.framework;
  // Annotations composed from the above, e.g. `@HttpServerTest`.
  if (context.isTestFile && names.some((name) => name.endsWith('Test') && !configurations.has(name))) return 'unknown';
  return isTestByItsType(symbol, context) ? context.framework : undefined;
}

/** JUnit 3: public `testX()` of a `TestCase`; TestNG: public methods of a class that is marked. */
function isTestByItsType(method: SymbolFact, { symbols, framework }: Context): boolean {
  const type = method.parent === undefined ? undefined : symbols[method.parent];
  if (!type || method.visibility !== 'public' || method.type !== 'void' || method.modifiers.includes('static')) return false;
  if (framework === 'testng') return hasAnnotation(type.annotations, 'Test') && method.annotations.length === 0;
  return (
    method.name.startsWith('test') && method.parameters?.length === 0 && type.supertypes.some(({ type: name }) => name.endsWith('TestCase'))
  );
}

/** The types around test methods, with the framework of their first test. */
function groupsOf(symbols: readonly SymbolFact[], cases: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  const groups = new Map<number, string>();
  for (const [index, framework] of cases) {
    for (let at = symbols[index]?.parent; at !== undefined && symbols[at]?.kind !== 'module'; at = symbols[at]?.parent) {
      if (!groups.has(at)) groups.set(at, framework);
    }
  }
  return groups;
}

function caseOf(context: Context, symbol: SymbolFact, framework: string, asserts: (method: string) => boolean): TestFact {
  const body = symbol.body ?? [];
  const skip = skipOf(symbol.annotations, body);
  return {
    kind: 'case',
    framework,
    titles: titlesOf(context.symbols, symbol),
    assertions: [...expectedByAnnotation(symbol.annotations), ...assertionsOf(body, asserts)],
    parameters: rowsOf(symbol.annotations, (value: Expression) => context.text.slice(value.range.start, value.range.end)),
    range: symbol.range,
    body,
    ...skip,
  };
}

function groupOf(context: Context, symbol: SymbolFact, framework: string): TestFact {
  const annotations: readonly AnnotationFact[] = symbol.annotations;
  return {
    kind: 'group',
    framework,
    titles: titlesOf(context.symbols, symbol),
    assertions: [],
    parameters: [],
    range: symbol.range,
    body: [],
    ...skipOf(annotations, []),
  };
}

function titlesOf(symbols: readonly SymbolFact[], symbol: SymbolFact): string[] {
  const titles: string[] = [];
  for (let at: SymbolFact | undefined = symbol; at && at.kind !== 'module'; at = at.parent === undefined ? undefined : symbols[at.parent])
    titles.unshift(at.name);
  return titles;
}
