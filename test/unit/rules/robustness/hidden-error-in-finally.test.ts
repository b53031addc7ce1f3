import { hiddenErrorInFinally } from '../../../../src/rules/robustness/hidden-error-in-finally.ts';
import { fileCases } from '../rule-cases.ts';

const script = (line: string): string =>
  `export function load() {\n  for (const id of ids) {\n    try {\n      get(id);\n    } finally {\n      ${line}\n    }\n  }\n}\n`;
const java = (line: string): string =>
  `class Rates {\n  int load() {\n    for (String id : ids) {\n      try {\n        get(id);\n      } finally {\n        ${line}\n      }\n    }\n    return 1;\n  }\n}\n`;
const dropped = (line: number, how: string): string =>
  `${line} The \`finally\` of \`load\` ${how}: an error on its way to the caller is dropped.`;

for (const path of ['src/load.ts', 'src/load.js']) {
  describe(`robustness/hidden-error-in-finally in ${path}`, () => {
    fileCases(hiddenErrorInFinally, path, [
      ['finds a return in a condition', '', script('if (done()) return 1;'), [dropped(6, 'returns')]],
      ['finds the next round', '', script('continue;'), [dropped(6, 'goes on with the loop')]],
      ['finds a throw', '', script("throw new Error('x');"), [dropped(6, 'throws')]],
      ['leaves a switch that is left alone', '', script('switch (id) { case 1: close(); break; }'), []],
      ['leaves a function in it alone', '', script('close(() => { return 1; });'), []],
      ['leaves what is caught in it alone', '', script("try { throw new Error('x'); } catch (e) { report(e); }"), []],
    ]);
  });
}

describe('robustness/hidden-error-in-finally in Java', () => {
  fileCases(hiddenErrorInFinally, 'src/main/java/Rates.java', [
    ['finds a return in a condition', '', java('if (done()) return 1;'), [dropped(7, 'returns')]],
    ['finds a loop that is left', '', java('break;'), [dropped(7, 'leaves the loop')]],
    ['finds a throw', '', java('throw new IllegalStateException();'), [dropped(7, 'throws')]],
    ['leaves a loop in it alone', '', java('for (Item each : items) { if (each == null) break; each.close(); }'), []],
    ['leaves a lambda in it alone', '', java('items.forEach(each -> { if (each == null) return; each.close(); });'), []],
    ['leaves a clean-up alone', '', java('close();'), []],
  ]);
});
