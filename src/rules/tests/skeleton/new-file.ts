import { LineIndex } from '../../../base/line-index.ts';
import { nearestTests } from '../../../code/nearest-tests.ts';
import type { CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { FileFacts } from '../../../code/facts.ts';
import type { Edit } from '../../../finding/draft.ts';
import type { FunctionUnderTest } from '../gaps/obligation.ts';
import { newJavaTest } from './java-file.ts';
import { newTestPath } from './new-test-path.ts';
import type { ModelTest } from './model-test.ts';
import { newScriptTest } from './script-file.ts';

type NewFile = Extract<Edit, { readonly path: string }>;

/** A new test file with the tests that are missing, placed, named and written as the nearest ones are; undefined where there is nothing to learn that from. */
export function newTestFile(found: FunctionUnderTest, change: CodeChange): NewFile | undefined {
  const { file } = found.at;
  const path = newTestPath(file.path, change.testPaths);
  const model = path === undefined ? undefined : modelFor(path, [...change.tests, ...change.testSamples]);
  if (path === undefined || !model) return undefined;
  const empty = emptyFile(path, model.file);
  const newText = file.facts?.language === 'java' ? newJavaTest(found, model, empty) : newScriptTest(found, model, empty);
  return newText === undefined ? undefined : { path, newText };
}

/** The first plain test of the nearest file that has one. */
function modelFor(path: string, files: readonly SourceFile[]): ModelTest | undefined {
  const inOrder = nearestTests(
    path,
    files.map((each) => each.path),
  );
  for (const each of inOrder) {
    const file = files.find((other) => other.path === each);
    const test = file?.facts?.tests.find(({ kind, parameters, body }) => kind === 'case' && parameters.length === 0 && body.length > 0);
    if (file && test) return { file, test, text: file.text.slice(test.range.start, test.range.end) };
  }
  return undefined;
}

/** A file that is not there yet, as the other ways of writing tests ask about one. */
function emptyFile(path: string, like: SourceFile): SourceFile {
  const facts: FileFacts = {
    path,
    language: like.facts?.language ?? '',
    symbols: [],
    imports: [],
    exports: [],
    comments: [],
    tests: [],
    errors: [],
  };
  return { side: 'head', path, text: '', lines: new LineIndex(''), role: 'test', facts, touched: [], secrets: [] };
}
