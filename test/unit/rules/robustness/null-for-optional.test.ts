import { nullForOptional } from '../../../../src/rules/robustness/null-for-optional.ts';
import { fileCases } from '../rule-cases.ts';

const code = (type: string, ...lines: readonly string[]): string =>
  `class A {\n  ${type} find(String name) {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('robustness/null-for-optional', () => {
  fileCases(nullForOptional, 'src/main/java/A.java', [
    [
      'finds null',
      '',
      code('Optional<User>', 'return null;'),
      ['3 `find` answers null where its callers expect an `Optional`: they do not ask for null.'],
    ],
    [
      'finds null in a branch',
      '',
      code('Optional<User>', 'if (name == null) return null;', 'return store.find(name);'),
      ['3 `find` answers null where its callers expect an `Optional`: they do not ask for null.'],
    ],
    [
      'finds null for a number',
      '',
      code('OptionalInt', 'return null;'),
      ['3 `find` answers null where its callers expect an `OptionalInt`: they do not ask for null.'],
    ],
    ['leaves an empty one alone', '', code('Optional<User>', 'return Optional.empty();'), []],
    ['leaves another type alone', '', code('User', 'return null;'), []],
    ['leaves a function in it alone', '', code('Optional<User>', 'return store.find(name).map(each -> { return null; });'), []],
  ]);
});
