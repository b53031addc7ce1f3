import assert from 'node:assert/strict';
import { explosiveGroup } from '../../../../src/rules/security/slow-pattern/slow-pattern.ts';
import { slowRegex } from '../../../../src/rules/security/slow-regex.ts';
import { fileCases, reviewExample } from '../rule-cases.ts';

const says = (group: string): string =>
  `The repetition \`${group}\` can take the same text in many ways: a text that does not match takes exponentially long.`;

describe('a pattern that takes exponentially long', () => {
  for (const [pattern, group] of [
    ['^(a+)+$', '(a+)+'],
    ['(a*)*b', '(a*)*'],
    ['^(\\w+\\s?)*$', '(\\w+\\s?)*'],
    ['(x|[a-z])+!', '(x|[a-z])+'],
    ['^(?:[^"]+)*"', '(?:[^"]+)*'],
    ['^((ab)?c+)*$', '((ab)?c+)*'],
    ['(?:(?:.*)+,){2}', '(?:.*)+'],
    ['^\\w+@(\\w{2,4})+$', '(\\w{2,4})+'],
  ] as const) {
    it(`is ${pattern}`, () => {
      assert.equal(explosiveGroup(pattern), group);
    });
  }

  for (const pattern of [
    '^\\w+(\\s\\w+)*$',
    '(a+)+',
    'a+b+$',
    '^(ab+)+$',
    '(a|b)*c',
    '^(a++)+$',
    '^(?=a+)+$',
    '(a{2}){3}$',
    '^(a{2})+$',
    '^(a{2,4}-)+$',
    '([a-z]+-)*end',
    '(',
    '[a',
    '(a+)+$('.repeat(200),
  ]) {
    it(`is not ${pattern.slice(0, 40)}`, () => {
      assert.equal(explosiveGroup(pattern), undefined);
    });
  }
});

describe('a pattern that takes exponentially long where the engine forgets what it tried', () => {
  for (const [pattern, group] of [
    ['^(([a-z])+.)+[A-Z]([a-z])+$', '(([a-z])+.)+'],
    ['^(a|ab|b)*$', '(a|ab|b)*'],
    ['^([a-z0-9]+[._-]?[a-z]*)+@', '([a-z0-9]+[._-]?[a-z]*)+'],
    ['^(\\s*\\w+\\s*)*;$', '(\\s*\\w+\\s*)*'],
    ['^(x+x+)+y', '(x+x+)+'],
    ['^(?:a|aa)+$', '(?:a|aa)+'],
  ] as const)
    it(`is ${pattern}`, () => {
      assert.equal(explosiveGroup(pattern, true), group);
    });

  for (const pattern of [
    '^(?:[^"\\\\]|\\\\.)*$',
    '^([a-z]+,)*$',
    '^(?:[a-z]+\\.)*[a-z]+$',
    '^(?:ab|ac)*$',
    String.raw`^"(?:[\t\u0020\u0021\u0023-\u005b\u005d-\u007e\u0080-\u00ff]|\\[\t\u0020-\u00ff])*"$`,
    String.raw`^(?:[^\p{L}]|[a-z])*$`,
    String.raw`^(?:[\x20-\x5b\p{L}]|\\.)*$`,
    '^(?:--|[^-])*$',
    '^([a-z0-9]+(?:[._-][a-z0-9]+)*)@',
    `^(${'a?'.repeat(60)})*$`,
  ])
    it(`is not ${pattern.slice(0, 40)}`, () => {
      assert.equal(explosiveGroup(pattern, true), undefined);
    });
});

describe('security/slow-regex in Java', () => {
  fileCases(slowRegex, 'src/main/java/A.java', [
    ['finds a compiled pattern', '', 'class A {\n  Pattern p = Pattern.compile("(a+)+$");\n}\n', [`2 ${says('(a+)+')}`]],
    [
      'finds a pattern in a constant',
      '',
      'class A {\n  static final String P = "(a|a)*b";\n  boolean is(String s) { return s.matches(P); }\n}\n',
      [`3 ${says('(a|a)*')}`],
    ],
    [
      'finds what must match the whole text',
      '',
      'class A {\n  boolean is(String s) { return s.matches("(a+)+"); }\n}\n',
      [`2 ${says('(a+)+')}`],
    ],
    ['leaves linear patterns alone', '', 'class A {\n  Pattern p = Pattern.compile("^a+(,a+)*$");\n}\n', []],
    ['leaves other texts alone', '', 'class A {\n  String p = format("(a+)+$");\n}\n', []],
    ['leaves unknown patterns alone', '', 'class A {\n  Pattern p(String s) { return Pattern.compile(s); }\n}\n', []],
  ]);
});

for (const path of ['src/a.js', 'src/a.ts']) {
  describe(`security/slow-regex in ${path}`, () => {
    fileCases(slowRegex, path, [
      ['finds a literal', '', 'export const is = /^(a+)+$/;\n', [`1 ${says('(a+)+')}`]],
      ['finds a constructed one', '', 'export function is(s) {\n  return new RegExp("(\\\\d+)*x").test(s);\n}\n', [`2 ${says('(\\d+)*')}`]],
      ['finds an inner one', '', 'export const is = /<(?:(?:\\w|\\d)+)>/;\n', [`1 ${says('(?:\\w|\\d)+')}`]],
      ['leaves linear ones alone', '', 'export const is = /^\\d+(?:\\.\\d+)*$/;\n', []],
      ['leaves one that nothing follows alone', '', 'export const is = /(a+)+/;\n', []],
      ['leaves bounded repetitions alone', '', 'export const is = /^(a{1,3}){1,4}$/;\n', []],
    ]);
  });
}

describe('security/slow-regex: long patterns', () => {
  it('says that it did not look at one', async () => {
    const result = await reviewExample(slowRegex, { base: {}, head: { 'src/a.js': `export const is = /(a+)+${'b'.repeat(1000)}$/;\n` } });
    assert.deepEqual(
      result.notices.map(({ id, message }) => `${id} ${message}`),
      ['partly-checked Not all of src/a.js was checked: a regular expression of more than 1000 characters was not looked at.'],
    );
  });
});
