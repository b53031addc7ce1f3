import type { SourceFile } from '../../code/code-change.ts';

const testFolder = /(?:^|\/)(?:[\w-]{0,200}[-_])?(?:tests?|specs?|testing|e2e|it|fixtures|benchmarks?|__\w{1,200}__)\//;
const testFramework =
  /^(?:org\.junit|junit|org\.testng|org\.mockito|org\.assertj|org\.hamcrest|spock|org\.springframework\.(?:boot\.)?test)\b/;
const scriptFramework =
  /^(?:node:)?(?:assert|test)$|^(?:vitest|mocha|ava|tap|tape|uvu|jasmine|cypress|chai|sinon|should|expect|supertest|nock|bun:test|@jest\/globals|@playwright\/test)(?:\/|$)/;
const scriptName = /(?:^|\/)tests?\.[cm]?[jt]sx?$/;

/** A file that only has the name of a test, such as `SpeedTest.java` and `test.js`: it stands in no folder of tests and knows no test framework. */
export function isNamedLikeTestOnly({ role, path, facts }: SourceFile): boolean {
  if (role !== 'test' || !facts || facts.tests.length > 0 || testFolder.test(path)) return false;
  const frameworks = facts.language === 'java' ? testFramework : scriptFramework;
  return (facts.language === 'java' || scriptName.test(path)) && !facts.imports.some(({ source }) => frameworks.test(source));
}

/** Whether a file is part of the product. */
export function isProductive(file: SourceFile): boolean {
  return file.role === 'production' || isNamedLikeTestOnly(file);
}
