import type { SourceFile } from '../../code/code-change.ts';

const testFolder = /(?:^|\/)(?:[\w-]*[-_])?(?:tests?|specs?|testing|e2e|it|fixtures|benchmarks?|__\w+__)\//;
const testFramework =
  /^(?:org\.junit|junit|org\.testng|org\.mockito|org\.assertj|org\.hamcrest|spock|org\.springframework\.(?:boot\.)?test)\b/;

/** A Java class that only has the name of a test, such as `SpeedTest`: it stands in no folder of tests and knows no test framework. */
export function isNamedLikeTestOnly({ role, path, facts }: SourceFile): boolean {
  return (
    role === 'test' &&
    facts?.language === 'java' &&
    facts.tests.length === 0 &&
    !testFolder.test(path) &&
    !facts.imports.some(({ source }) => testFramework.test(source))
  );
}
