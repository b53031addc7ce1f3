import assert from 'node:assert/strict';
import { similarity, tokensOf } from '../../../src/code/tokens.ts';

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

  it('reads any text, open ends included, in linear time', () => {
    const start = performance.now();
    for (const piece of ['/*', '"""', '`', "'", '"', '/', '//', '\\']) tokens(piece.repeat(200_000));
    assert.ok(performance.now() - start < 5_000);
  });
});

describe('similarity', () => {
  it('is the share of tokens in common', () => {
    assert.equal(similarity(['a', 'b'], ['b', 'a']), 1);
    assert.equal(similarity(['a', 'a', 'b'], ['a', 'c', 'd']), 1 / 3);
    assert.equal(similarity([], ['a']), 0);
  });
});
