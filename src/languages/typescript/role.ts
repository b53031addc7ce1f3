import { isBuiltIn, isVendored } from '../../code/file-role.ts';
import type { FileRole } from '../../code/language.ts';

const generatedPath = /\.min\.[cm]?js$|\.generated\.[cm]?[jt]sx?$|(?:^|\/)(?:__generated__|generated)\//i;
const test =
  /\.(?:(?:client|server|unit|integration|int|e2e|api|smoke|i|system)?test|spec|cy|e2e|e2e-spec|test-d|bench)\.[cm]?[jt]sx?$|(?:^|\/)(?:__tests__|__mocks__|__fixtures__|__testfixtures__|__snapshots__|tests?|specs?|e2e|cypress|fixtures|test-utils|[\w-]{1,50}[-_]tests|benchmarks?)\/|(?:^|\/)tests?\.[cm]?[jt]sx?$/i;
const testName = /\.(?:[a-z]*test|spec|cy|e2e|e2e-spec|test-d|bench)\.[cm]?[jt]sx?$/i;

/**
 * A folder may be called after what the product is about: in a file-based router it is an address (`app/tests/page.tsx`), and what Angular
 * and Nest call by its part (`tests/test-list.component.ts`) is that part.
 */
const partOfProduct =
  /(?:^|\/)(?:app|pages|routes)\/(?:[^/]+\/)*(?:page|layout|route|template|loading|error|not-found|default|\+(?:page|layout|server|error)(?:\.server)?)\.[jt]sx?$|(?:^|\/)src\/(?:[^/]+\/)*(?![^/]*(?:mock|fake|stub|dummy))[^/]+\.(?:component|service|module|controller|directive|pipe|guard|resolver|interceptor|entity|dto|repository)\.ts$/i;

const example = /(?:^|\/)(?:examples?|demos?|samples?|playground)\/|\.stories\.[cm]?[jt]sx?$|\.story\.[cm]?[jt]sx?$/i;
const documentation = /(?:^|\/)(?:docs?|website)\//i;
const configuration = /\.(?:config|conf)\.[cm]?[jt]s$|(?:^|\/)\.[\w-]+rc\.[cm]?[jt]s$/i;
const build =
  /(?:^|\/)(?:scripts?|build|tools?|\.github|\.ci)\/(?!.*\/src\/)|(?:^|\/)(?:gulpfile|gruntfile|webpack\.[\w.]+|rollup\.[\w.]+|build|esbuild)\.[cm]?[jt]s$/i;

/** Header marks that generators leave: `@generated`, Go's `Code generated … DO NOT EDIT`, and their kin. */
const generatedMark = /@generated\b|\bauto-?generated\b|\bgenerated (?:by\b|from [^\n]{1,200} by ANTLR)|\bdo not (?:edit|modify)\b/i;

/** Characters in which a mark must stand: it is of use only at the top. */
const headLength = 1_000;

/** What a JavaScript or TypeScript file is for. Stories are examples; declaration files are production. */
export function roleOf(path: string, text: string): FileRole {
  if (isVendored(path)) return 'vendored';
  if (generatedPath.test(path) || hasGeneratedMark(text) || isBundled(text)) return 'generated';
  if (test.test(path) && (testName.test(path) || !isOfProduct(path))) return 'test';
  if (example.test(path)) return 'example';
  if (configuration.test(path)) return 'configuration';
  if (documentation.test(path)) return 'documentation';
  return build.test(path) && !/(?:^|\/)src\//.test(path) ? 'build' : 'production';
}

function isOfProduct(path: string): boolean {
  return isBuiltIn(path) || partOfProduct.test(path);
}

/** A bundle, or what a tool made small, is not for people: so much text in so few lines that people write. A fixture on one line beside code is none. */
const bundledText = 50_000;
const mostWidth = 500;
const charactersToAShortLine = 2_000;

function isBundled(text: string): boolean {
  if (text.length < bundledText) return false;
  let short = 0;
  for (let from = 0, end = text.indexOf('\n'); end !== -1; from = end + 1, end = text.indexOf('\n', from))
    if (end - from <= mostWidth) short++;
  return text.length / (short + 1) > charactersToAShortLine;
}

const leadingComments = /^(?:\s|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|#![^\n]*)+/;

function hasGeneratedMark(text: string): boolean {
  const head = leadingComments.exec(text.slice(0, headLength))?.[0] ?? '';
  return generatedMark.test(head);
}
