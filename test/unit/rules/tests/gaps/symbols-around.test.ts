import assert from 'node:assert/strict';
import type { FileFacts, SymbolFact } from '../../../../../src/code/facts.ts';
import { symbolsAround } from '../../../../../src/rules/tests/gaps/symbols-around.ts';

describe('symbolsAround', () => {
  const facts = factsOf([
    ['module', 0, 100],
    ['variable', 0, 60],
    ['method', 10, 20],
    ['method', 20, 40],
    ['function', 25, 30],
    ['class', 60, 100],
    ['method', 70, 90],
  ]);
  const around = (...places: number[]): readonly number[] => symbolsAround(facts, places).map((symbol) => facts.symbols.indexOf(symbol));

  it('gives what has code, from the outermost to the innermost', () => {
    assert.deepEqual(around(27), [1, 3, 4]);
  });

  it('counts where something begins as within it, and its end as behind it', () => {
    assert.deepEqual(around(20), [1, 3]);
    assert.deepEqual(around(30), [1, 3]);
    assert.deepEqual(around(60, 90), []);
  });

  it('gives each once, in the order of the file, whatever the order of the places', () => {
    assert.deepEqual(around(85, 12, 11, 71), [1, 2, 6]);
  });
});

function factsOf(symbols: readonly (readonly [kind: SymbolFact['kind'], start: number, end: number])[]): FileFacts {
  return { symbols: symbols.map(([kind, start, end]) => ({ kind, range: { start, end } })) } as unknown as FileFacts;
}
