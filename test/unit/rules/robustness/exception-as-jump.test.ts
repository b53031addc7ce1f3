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

describe('robustness/exception-as-jump at the end of what is read', () => {
  const java = (loop: string, type: string): string =>
    `class Sum {\n  int of(int[] all) {\n    int sum = 0;\n    int at = 0;\n    try {\n      ${loop}\n    } catch (${type} e) {\n      return sum;\n    }\n    return -1;\n  }\n}\n`;
  const finds = (type: string): string => `7 \`of\` goes on until the ${type} comes: the end of the loop is no error.`;
  fileCases(exceptionAsJump, 'src/main/java/Sum.java', [
    [
      'finds an index that runs over',
      '',
      java('while (true) sum += all[at++];', 'ArrayIndexOutOfBoundsException'),
      [finds('ArrayIndexOutOfBoundsException')],
    ],
    ['finds an iterator that is empty', '', java('for (;;) sum += next();', 'NoSuchElementException'), [finds('NoSuchElementException')]],
    ['is silent on a loop with an end', '', java('while (at < all.length) sum += all[at++];', 'ArrayIndexOutOfBoundsException'), []],
    [
      'is silent where the loop is left',
      '',
      java('while (true) { if (at > 9) break; sum += all[at++]; }', 'ArrayIndexOutOfBoundsException'),
      [],
    ],
    ['is silent on the end of a stream', '', java('while (true) sum += read();', 'EOFException'), []],
  ]);
});

for (const path of ['src/search.js', 'src/search.ts']) {
  describe(`robustness/exception-as-jump in ${path}`, () => {
    const script = (line: string, end = 'return found;'): string =>
      `export function search(all) {\n  try {\n    all.forEach((each) => {\n      ${line}\n    });\n  } catch (found) {\n    ${end}\n  }\n}\n`;
    fileCases(exceptionAsJump, path, [
      [
        'finds a value that is thrown',
        '',
        script('if (each > 9) throw each;'),
        ['4 `search` throws `each` only to leave the loop and catch it itself.'],
      ],
      [
        'finds a part that is thrown',
        '',
        script('if (each.id) throw each.id;'),
        ['4 `search` throws `each.id` only to leave the loop and catch it itself.'],
      ],
      [
        'finds a mark that is thrown',
        '',
        script("throw 'found';"),
        ["4 `search` throws `'found'` only to leave the loop and catch it itself."],
      ],
      ['is silent on an error', '', script("throw new Error('too large');"), []],
      ['is silent on an error that is handed on', '', script('if (each.error) throw each.error;', 'log(found);'), []],
      ['is silent where it is thrown again', '', script('throw each;', 'throw found;'), []],
    ]);
  });
}
