import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { expectFindings } from '../../rule-cases.ts';

const path = 'src/lists.js';
const around = {
  'test/lists.test.js': "const { all } = require('../src/lists');\ntest('all', () => { expect(all(1, {})).toBeDefined(); });\n",
};

async function change(base: string, head: string, finds: readonly string[]): Promise<void> {
  const file = (body: string): string => `exports.all = function all(more, opts) {\n  ${body}\n};\n`;
  await expectFindings(untestedChange, { ...around, [path]: file(base) }, { ...around, [path]: file(head) }, finds);
}

describe('test gaps of what is worked out in other steps', () => {
  it('are none where two steps are one', () =>
    change(
      'let list = []; list = list.concat(more); return list.length + 1;',
      'let list; list = [].concat(more); return list.length + 1;',
      [],
    ));
  it('are there where the one step gives something else', () =>
    change(
      'let list = []; list = list.concat(more); return list.length + 1;',
      'let list; list = [0].concat(more); return list.length + 1;',
      ['src/lists.js:1 `all` behaves differently now (`list = [0].concat(more)`); no test shows it.'],
    ));
  it('are none where a parameter has another name after a word that is an operator', async () => {
    const file = (name: string): string =>
      `exports.all = function all(more, ${name}) {\n  ${name} = Object.assign({ a: 1 }, ${name});\n  if (typeof ${name}.a === 'number') throw new TypeError(typeof ${name}.a);\n  return more;\n};\n`;
    await expectFindings(untestedChange, { ...around, [path]: file('opts') }, { ...around, [path]: file('options') }, []);
  });
});
