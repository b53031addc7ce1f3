import type { CodeChange, SourceFile, SymbolAt } from '../../../code/code-change.ts';
import { visitsOf } from '../../../code/walk.ts';
import type { Silence } from './obligation.ts';

/** Tests that drive the whole product: they name no functions, so that nothing can be tied to them. */
const endToEnd =
  /(?:^|\/)(?:e2e|cypress|playwright|end-to-end|selenium|browser-tests?)\/|[.-](?:e2e|cy|e2e-spec|e2e-test)\.[cm]?[jt]sx?$|(?:E2E|EndToEnd|Selenium)(?:Tests?|IT)\.java$/;

export function isEndToEnd(path: string): boolean {
  return endToEnd.test(path);
}

/** Files whose tests may be of the same kind. */
const families: readonly RegExp[] = [/\.(?:java|kt|kts|groovy|scala)$/, /\.(?:[cm]?[jt]sx?|vue|svelte)$/];

/** A code base of this many functions that is all new is one that is looked at as a whole, and no change of it. */
const mostNew = 500;

/** Why a code base that has nothing before it is not asked for tests, function by function. */
export function silenceOfBeginning({ files }: CodeChange, functions: number): Silence | undefined {
  if (functions <= mostNew || files.some(({ base }) => base !== undefined)) return undefined;
  const message = `There is nothing to compare with, and ${functions} functions: what no test shows is told of changes.`;
  return { reason: 'no-change', message };
}

/** Why nothing can be said about the tests of these functions, where that is so. */
export function silenceOf(change: CodeChange, functions: readonly SymbolAt[]): Silence | undefined {
  const own = families.filter((family) => functions.some(({ file }) => family.test(file.path)));
  const paths = change.testPaths.filter((path) => own.length === 0 || own.some((family) => family.test(path)));
  const count = `${functions.length} changed function${functions.length === 1 ? '' : 's'}`;
  const [first] = paths;
  if (first === undefined) {
    const message = `The repository has no tests that could be recognised: nothing shows the behaviour of ${count}.`;
    return { reason: 'no-tests', message };
  }
  if (paths.every(isEndToEnd)) {
    const message = `All tests drive the product as a whole (${first}): whether they show the behaviour of ${count} cannot be said from the sources.`;
    return { reason: 'end-to-end-only', message };
  }
  // A Java file without cases is what others work with: its frameworks are known.
  const unread = change.tests.find(({ facts }) => facts?.language !== 'java');
  if (!unread || change.tests.some((file) => (file.facts?.tests.length ?? 0) > 0 || isTable(file))) return undefined;
  const message = `The tests that name what changed are of a kind that is not known here (${unread.path}): whether they show the behaviour of ${count} cannot be said.`;
  return { reason: 'unreadable-tests', message };
}

/** Rows that a tester of its own is given: `tester.run('name', rule, { valid: […], invalid: […] })`. */
function isTable({ facts }: SourceFile): boolean {
  return visitsOf(facts?.symbols[0]?.body ?? [], 'object').some(({ node }) =>
    node.properties.some(({ key }) => /^(?:in)?valid$/.test(key)),
  );
}
