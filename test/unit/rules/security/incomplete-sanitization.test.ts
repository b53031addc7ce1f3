import assert from 'node:assert/strict';
import { incompleteSanitization } from '../../../../src/rules/security/incomplete-sanitization.ts';
import { fileCases, newFindings, reviewExample } from '../rule-cases.ts';

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/incomplete-sanitization in ${path}`, () => {
    fileCases(incompleteSanitization, path, [
      [
        'finds the first occurrence only',
        '',
        "export const f = (s) => s.replace('<', '&lt;');\n",
        ['1 Only the first `<` is replaced; every further one gets through.'],
      ],
      [
        'finds a pattern without the global flag',
        '',
        'export const f = (s) => s.replace(/"/, "");\n',
        ['1 Only the first `"` is replaced; every further one gets through.'],
      ],
      [
        'finds a path that is cleaned once',
        '',
        "export const f = (s) => s.replace('../', '');\n",
        ['1 Only the first `../` is replaced; every further one gets through.'],
      ],
      [
        'finds quotes that are escaped without backslashes',
        '',
        'export const f = (s) => s.replace(/"/g, \'\\\\"\');\n',
        ['1 `"` is escaped with a backslash, but backslashes themselves are not: `\\` before it makes the escape void.'],
      ],
      [
        'finds markup that lacks quotes',
        '',
        "export const f = (s) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');\n",
        ['1 `<` and `>` are cleaned, but `"` and `\'` are left: that is not enough inside an attribute.'],
      ],
      [
        'finds markup that is taken out in two statements',
        '',
        "export function f(s) {\n  let t = s.replace(/</g, '');\n  t = t.replace(/>/g, '');\n  return t;\n}\n",
        ['3 `<` and `>` are cleaned, but `&` and `"` and `\'` are left: that is not enough inside an attribute.'],
      ],
      [
        'finds comments that are taken out',
        '',
        "export const f = (s) => s.replace(/<!--[\\s\\S]*?-->/g, '');\n",
        ['1 `<!--` is removed once: `<!<!----` becomes `<!--` when its middle is taken out.'],
      ],
      [
        'finds handlers that are taken out',
        '',
        'export const f = (s) => s.replace(/\\son\\w+="[^"]*"/g, \'\');\n',
        ['1 ` onclick=` is removed once: ` oncl onclick=ick=` becomes ` onclick=` when its middle is taken out.'],
      ],
      [
        'finds an ampersand that is escaped last',
        '',
        "export const f = (s) => s.replace(/</g, '&lt;').replace(/&/g, '&amp;');\n",
        ['1 `&` is escaped after the others, so that their escapes are escaped once more.'],
      ],
      [
        'finds an ampersand that is unescaped first',
        '',
        "export const f = (s) => s.replace(/&amp;/g, '&').replace(/&lt;/g, '<');\n",
        ['1 `&amp;` is unescaped before `&lt;`, so that what was meant as text becomes markup.'],
      ],
      [
        'finds tags that are written out',
        '',
        "export const f = (s) => s.replace(/<(([\\w:]+)[^>]*)\\/>/gi, '<$1></$2>');\n",
        ['1 Self-closing tags are written out by a pattern: markup inside of an attribute becomes real markup.'],
      ],
      [
        'leaves all five characters alone',
        '',
        "export const f = (s) =>\n  s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\"/g, '&quot;').replace(/'/g, '&#39;');\n",
        [],
      ],
      [
        'leaves backslashes that are escaped first alone',
        '',
        "export const f = (s) => s.replace(/\\\\/g, '\\\\\\\\').replace(/\"/g, '\\\\\"');\n",
        [],
      ],
      [
        'leaves what is repeated until nothing is left alone',
        '',
        "export function f(s) {\n  while (s.includes('../')) s = s.replace('../', '');\n  return s;\n}\n",
        [],
      ],
      ['leaves words alone', '', "export const f = (s) => s.replace('@user', 'me');\n", []],
      ['leaves a unit that is stripped alone', '', "export const f = (s) => Number(s.replace('%', '').replace('$', ''));\n", []],
      ['leaves a file name that is cleaned alone', '', "export const f = (s) => s.replace(/[\\\\/:*?\"<>|]/g, '');\n", []],
      ['leaves a computed replacement alone', '', 'export const f = (s, map) => s.replace(/[<>]/g, (each) => map[each]);\n', []],
      ['leaves an end of a script alone', '', "export const f = (s) => s.replace(/<\\/script>/g, '<\\\\/script>');\n", []],
    ]);
  });
}

describe('security/incomplete-sanitization by what is replaced', () => {
  fileCases(incompleteSanitization, 'src/b.ts', [
    [
      'finds an encoded character',
      '',
      "export const f = (s: string) => s.replace('%2f', '/');\n",
      ['1 Only the first `%2f` is replaced; every further one gets through.'],
    ],
    [
      'finds a doubled quote',
      '',
      'export const f = (s: string) => s.replace("\'", "\'\'");\n',
      ["1 Only the first `'` is replaced; every further one gets through."],
    ],
    [
      'finds an escaped star',
      '',
      "export const f = (s: string) => s.replace('*', '\\\\*');\n",
      ['1 Only the first `*` is replaced; every further one gets through.'],
    ],
    ['leaves a word alone', '', "export const f = (s: string) => s.replace('cat', 'dog');\n", []],
    ['leaves a star that becomes text alone', '', "export const f = (s: string) => s.replace('*', 'all');\n", []],
    ['leaves brackets that are taken off alone', '', "export const f = (s: string) => s.replace('[', '').replace(']', '');\n", []],
    ['leaves quotes that are taken off alone', '', "export const f = (s: string) => s.replace('\"', '').replace('\"', '');\n", []],
    [
      'leaves backslashes that come first alone',
      '',
      "export const f = (s: string) => s.replace(/\\\\/g, '\\\\\\\\').replace(/\"/g, '\\\\\"');\n",
      [],
    ],
    [
      'finds a comment that comes together again',
      '',
      "export const f = (s: string) => s.replace(/<!--/g, '');\n",
      ['1 `<!--` is removed once: `<!<!----` becomes `<!--` when its middle is taken out.'],
    ],
    [
      'finds a path that comes together again',
      '',
      "export const f = (s: string) => s.replace(/\\.\\.\\//g, '');\n",
      ['1 `../` is removed once: `....//` becomes `../` when its middle is taken out.'],
    ],
    [
      'leaves a removal that is repeated alone',
      '',
      "export function f(s: string) {\n  let before;\n  do {\n    before = s;\n    s = s.replace(/<!--/g, '');\n  } while (s !== before);\n  return s;\n}\n",
      [],
    ],
    ['leaves a comment that becomes text alone', '', "export const f = (s: string) => s.replace(/<!--/g, '&lt;!--');\n", []],
  ]);
});

it('security/incomplete-sanitization is less sure of what only escapes `$`', async () => {
  const confidenceOf = async (character: string): Promise<readonly string[]> => {
    const head = { 'src/a.ts': `export const f = (s: string) => s.replaceAll('${character}', '\\\\${character}');\n` };
    return newFindings(await reviewExample(incompleteSanitization, { base: {}, head })).map(({ confidence }) => confidence);
  };
  assert.deepEqual(await Promise.all(['$', '"'].map(confidenceOf)), [['low'], ['medium']]);
});
