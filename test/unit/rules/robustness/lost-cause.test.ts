import { lostCause } from '../../../../src/rules/robustness/lost-cause.ts';
import { fileCases } from '../rule-cases.ts';

const script = (...body: readonly string[]): string =>
  `export function load(id) {\n  try {\n    return get(id);\n  } catch (e) {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const java = (type: string, ...body: readonly string[]): string =>
  `class Rates {\n  Rate load(String id) {\n    try {\n      return get(id);\n    } catch (${type} e) {\n${body.map((line) => `      ${line}\n`).join('')}    }\n  }\n}\n`;

for (const path of ['src/load.ts', 'src/load.js']) {
  describe(`robustness/lost-cause in ${path}`, () => {
    fileCases(lostCause, path, [
      ['finds a new error', '', script("throw new Error('failed');"), ['5 `load` throws an Error without the error that led to it.']],
      [
        'finds an error of the project',
        '',
        script("if (id) throw new LoadError('failed', id);", 'return 1;'),
        ['5 `load` throws a LoadError without the error that led to it.'],
      ],
      [
        'finds an error without a message',
        '',
        script('throw new TypeError();'),
        ['5 `load` throws a TypeError without the error that led to it.'],
      ],
      ['leaves the message of the first error alone', '', script('throw new Error(`failed: ${e.message}`);'), []],
      ['leaves a reported error alone', '', script('log.error(e);', "throw new Error('failed');"), []],
      ['leaves the same error alone', '', script('throw e;'), []],
    ]);
  });
}

describe('robustness/lost-cause in Java', () => {
  fileCases(lostCause, 'src/main/java/Rates.java', [
    [
      'finds a new exception',
      '',
      java('IOException', 'throw new RateException("failed");'),
      ['6 `load` throws a RateException without the IOException that led to it.'],
    ],
    [
      'finds a message in place of the cause',
      '',
      java('SQLException', 'throw new RateException(e.getMessage());'),
      ['6 `load` throws a RateException without the SQLException that led to it.'],
    ],
    [
      'finds a text that holds the exception',
      '',
      java('SQLException', 'throw new RateException("failed: " + e);'),
      ['6 `load` throws a RateException without the SQLException that led to it.'],
    ],
    ['leaves a number that cannot be read alone', '', java('NumberFormatException', 'throw new IllegalArgumentException(id);'), []],
    [
      'leaves a cause that is set afterwards alone',
      '',
      java('IOException', 'RateException failed = new RateException();', 'failed.initCause(e);', 'throw failed;'),
      [],
    ],
    [
      'leaves an exception that is logged alone',
      '',
      java('IOException', 'log.warn("failed", e);', 'throw new RateException("failed");'),
      [],
    ],
  ]);
});
