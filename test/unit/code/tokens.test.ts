import assert from 'node:assert/strict';
import { haveEqualTokens, similarity, tokensOf } from '../../../src/code/tokens.ts';

const tokens = (text: string, language = 'typescript'): string[] => tokensOf(text, { start: 0, end: text.length }, language);

describe('tokensOf', () => {
  it('leaves out layout, comments, trailing commas and the style of quotes', () => {
    assert.deepEqual(tokens("call(\n  'a', // first\n  b, /* last */\n)"), tokens('call("a",b)'));
  });

  it('keeps what makes a difference', () => {
    assert.notDeepEqual(tokens("'a'", 'java'), tokens('"a"', 'java'));
    assert.notDeepEqual(tokens('"a // b"'), tokens('"a"'));
    assert.notDeepEqual(tokens('a = /[/*]x/; b = 1; /* c */'), tokens('a = /[/*]y/; b = 1; /* c */'));
    assert.notDeepEqual(tokens('a b'), tokens('ab'));
  });

  it('reads any text, open ends included, to its end', () => {
    for (const piece of ['/*', '"""', '`', "'", '"', '/', '//', '\\']) {
      const text = piece.repeat(200_000);
      assert.ok(tokens(text).join('').length <= text.length, piece);
    }
  });
});

describe('haveEqualTokens', () => {
  const pieceOf = (text: string, language: string) => ({ text, range: { start: 0, end: text.length }, language });
  const texts = [
    '',
    'a b',
    'a  b // c',
    'ab',
    "f('a',\n  b,\n)",
    'f("a", b)',
    'f("a", b,',
    'x = 1;\ny = a /b/ c;\nz',
    'x = 1;\ny = /b/ ;\nz',
    'x = 1;\ny = /b/ ;\nzz',
    'x = 1; /* b\ny = */ z',
    'x = 1; /* b\ny = * z',
    'x = `a\nb`;\nc',
    'x = `a\nb;\nc',
    'x = "a\\\nb";\nc',
    'x = "a\\\n b";\nc',
    'é = 𝒜;\n😀,\n]',
    'é = 𝒜;\n😀\n]',
    "a = '\nb",
    'a = "\nb',
  ];

  it('says of any two texts what their tokens say', () => {
    for (const [first, second] of [
      ['typescript', 'typescript'],
      ['java', 'java'],
      ['java', 'javascript'],
    ] as const)
      for (const one of texts)
        for (const other of texts) {
          const expected = JSON.stringify(tokens(one, first)) === JSON.stringify(tokens(other, second));
          assert.equal(haveEqualTokens(pieceOf(one, first), pieceOf(other, second)), expected, JSON.stringify([one, other, first]));
        }
  });
});

describe('similarity', () => {
  it('is the share of tokens in common', () => {
    assert.equal(similarity(['a', 'b'], ['b', 'a']), 1);
    assert.equal(similarity(['a', 'a', 'b'], ['a', 'c', 'd']), 1 / 3);
    assert.equal(similarity([], ['a']), 0);
  });
});
