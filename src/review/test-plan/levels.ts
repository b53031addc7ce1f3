import type { SourceFile, SymbolAt } from '../../code/code-change.ts';
import type { FunctionUnderTest } from '../../rules/tests/gaps/obligation.ts';
import { enclosing, simpleTypeName } from '../../rules/code-in-file.ts';
import { routesOf } from '../../rules/tests/gaps/routes.ts';
import type { TestLevel } from './test-plan.ts';

/** What marks a level in a test file, the widest first. A path is matched from its last but three segments on, in lower case. */
const marks: readonly { readonly level: TestLevel; readonly path: RegExp; readonly imports: RegExp; readonly annotations: RegExp }[] = [
  {
    level: 'end-to-end',
    path: /(?:^|[/._-])(?:e2e|end-to-end|cypress|playwright|acceptance)(?:[/._-]|$)/,
    imports: /^(?:@playwright\/test|playwright|cypress|puppeteer|webdriverio|org\.openqa\.selenium|com\.microsoft\.playwright)/,
    annotations: /^$/,
  },
  {
    level: 'contract',
    path: /(?:^|[/._-])(?:contracts?|pacts?)(?:[/._-]|$)/,
    imports: /^(?:@pact-foundation\/|au\.com\.dius\.pact|org\.springframework\.cloud\.contract)/,
    annotations: /^(?:Pact|Provider|AutoConfigureStubRunner)$/,
  },
  {
    level: 'slice',
    path: /^$/,
    imports: /^@testing-library\//,
    annotations: /^(?:WebMvc|WebFlux|DataJpa|DataJdbc|DataMongo|DataRedis|Data\w+|Jdbc|Json|RestClient|GraphQl|Jooq)Test$/,
  },
  {
    level: 'integration',
    path: /(?:^|[/._-])(?:integration|it|integrationtests?)(?:[/._-]|$)/,
    imports: /^(?:supertest|testcontainers|@testcontainers\/|org\.testcontainers)/,
    annotations: /^(?:SpringBootTest|Testcontainers|QuarkusTest|MicronautTest|SpringJUnitConfig|ContextConfiguration)$/,
  },
];

const levels = new WeakMap<SourceFile, TestLevel>();

/** The level of a test file, by its path, what it imports and what its types are annotated with. */
export function levelOfTests(file: SourceFile): TestLevel {
  const level = levels.get(file) ?? readLevel(file);
  levels.set(file, level);
  return level;
}

function readLevel({ path, facts }: SourceFile): TestLevel {
  const near = path.split('/').slice(-4).join('/').toLowerCase();
  const annotations = facts?.symbols.flatMap((symbol) => symbol.annotations.map(({ name }) => simpleTypeName(name))) ?? [];
  const isIntegration = /(?:IT|IntegrationTests?)\.java$/.test(path);
  const found = marks.find(
    (mark) =>
      mark.path.test(near) ||
      (facts?.imports.some(({ source }) => mark.imports.test(source)) ?? false) ||
      annotations.some((name) => mark.annotations.test(name)),
  );
  return found?.level ?? (isIntegration ? 'integration' : 'unit');
}

/** The level at which a function is best tested: that of the nearest test that calls it, or else what it is. */
export function levelOfFunction({ at, tests }: Pick<FunctionUnderTest, 'at' | 'tests'>): TestLevel {
  const [nearest] = tests;
  return nearest?.link === 'call' ? levelOfTests(nearest.test.file) : levelByNature(at);
}

function levelByNature(at: SymbolAt): TestLevel {
  const { file, symbol } = at;
  if (routesOf(at).length > 0) return file.facts?.language === 'java' ? 'slice' : 'integration';
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  const annotations = [...symbol.annotations, ...(owner?.annotations ?? [])].map(({ name }) => simpleTypeName(name));
  if (annotations.some((name) => /^(?:Repository|RestControllerAdvice|ControllerAdvice|Query)$/.test(name))) return 'slice';
  const outside = /^(?:Transactional|Scheduled|EventListener|TransactionalEventListener|\w+Listener)$/;
  return annotations.some((name) => outside.test(name)) ? 'integration' : 'unit';
}
