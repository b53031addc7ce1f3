import { exceptionAsJump } from '../../../../src/rules/robustness/exception-as-jump.ts';
import { fileCases } from '../rule-cases.ts';

const java = (thrown: string, caught: string, body = 'return -1;'): string =>
  `class Search {\n  int find() {\n    try {\n      ${thrown}\n    } catch (${caught} e) {\n      ${body}\n    }\n    return 1;\n  }\n}\n`;

describe('robustness/exception-as-jump in Java', () => {
  fileCases(exceptionAsJump, 'src/main/java/Search.java', [
    ['finds a jump', '', java('throw new Found();', 'Found'), ['4 `find` throws a Found only to catch it itself.']],
    [
      'finds a jump in a condition',
      '',
      java('if (none()) throw new EmptyException();', 'EmptyException'),
      ['4 `find` throws an EmptyException only to catch it itself.'],
    ],
    [
      'finds a jump to one of several',
      '',
      java('throw new Found();', 'IOException | Found'),
      ['4 `find` throws a Found only to catch it itself.'],
    ],
    [
      'tells several jumps to one handler once',
      '',
      java('if (a()) throw new Found(); if (b()) throw new Found();', 'Found'),
      ['4 `find` throws a Found only to catch it itself.'],
    ],
    ['leaves a wider handler alone', '', java('throw new Found();', 'Exception'), []],
    ['leaves a handler that throws again alone', '', java('throw new Found();', 'Found', 'throw e;'), []],
    ['leaves what a lambda throws alone', '', java('run(() -> { throw new Found(); });', 'Found'), []],
  ]);
});
