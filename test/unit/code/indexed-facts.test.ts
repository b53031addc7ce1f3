import assert from 'node:assert/strict';
import type { CodeChange, SourceFile } from '../../../src/code/code-change.ts';
import type { ExportFact, FileFacts, SymbolFact } from '../../../src/code/facts.ts';
import { exportedAs, exportsOfName, headOf, symbolsQualified, symbolsWithin } from '../../../src/code/indexed-facts.ts';

const many = 2_000;

/** A file of so many functions that are exported, and how often one of them was looked at. */
function crowd(): { readonly facts: FileFacts; readonly looks: () => number } {
  let looks = 0;
  const counted = <Item extends object>(item: Item): Item =>
    new Proxy(item, {
      get: (target, name) => {
        looks++;
        return Reflect.get(target, name) as unknown;
      },
    });
  const symbols = Array.from({ length: many }, (_, index) =>
    counted({ name: `f${index}`, qualifiedName: `a.f${index}`, parent: index % 2 } as SymbolFact),
  );
  const exports = symbols.map((_, index) => counted({ name: `f${index}`, exported: index === 0 ? '*' : `g${index}` } as ExportFact));
  return { facts: { symbols, exports } as unknown as FileFacts, looks: () => looks };
}

describe('facts by name', () => {
  it('gives what has the name, in order', () => {
    const { facts } = crowd();
    assert.deepEqual(
      symbolsQualified(facts, 'a.f7').map(({ name }) => name),
      ['f7'],
    );
    assert.deepEqual(
      symbolsWithin(facts, 1)
        .slice(0, 3)
        .map(({ name }) => name),
      ['f1', 'f3', 'f5'],
    );
    assert.deepEqual(
      [...exportedAs(facts, '*'), ...exportedAs(facts, 'g3'), ...exportsOfName(facts, 'f4')].map(({ name }) => name),
      ['f0', 'f3', 'f4'],
    );
  });

  it('gives nothing for other names, and where there are no facts', () => {
    const { facts } = crowd();
    assert.deepEqual(
      [symbolsQualified(facts, 'b'), symbolsWithin(facts, 9), exportedAs(facts, 'f3'), exportsOfName(facts, '__proto__')],
      [[], [], [], []],
    );
    assert.deepEqual(
      [symbolsQualified(undefined, 'b'), symbolsWithin(undefined, 0), exportedAs(undefined, '*'), exportsOfName(undefined, 'f')],
      [[], [], [], []],
    );
  });

  it('looks at each once, however often it is asked', () => {
    const { facts, looks } = crowd();
    for (let index = 0; index < many; index++) {
      symbolsQualified(facts, `a.f${index}`);
      symbolsWithin(facts, index);
      exportedAs(facts, `g${index}`);
      exportsOfName(facts, `f${index}`);
    }
    assert.equal(looks(), 4 * many);
  });

  it('knows what became of a file', () => {
    const [base, head, other] = [{}, {}, {}] as SourceFile[] as [SourceFile, SourceFile, SourceFile];
    const change = { files: [{ base, head }, { head: other }] } as unknown as CodeChange;
    assert.deepEqual([headOf(base, change) === head, headOf(other, change)], [true, undefined]);
  });
});
