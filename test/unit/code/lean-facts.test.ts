import assert from 'node:assert/strict';
import type { FileFacts, SymbolFact } from '../../../src/code/facts.ts';
import { makeLean } from '../../../src/code/lean-facts.ts';

const range = { start: 0, end: 9 };

function factsOf(): FileFacts {
  const body: SymbolFact['body'] = [
    { kind: 'expression', value: { kind: 'call', name: 'send', nameRange: range, arguments: [], range }, range },
  ];
  const symbol: SymbolFact = {
    kind: 'method',
    name: 'send',
    qualifiedName: 'Mailer.send',
    parent: 0,
    visibility: 'public',
    modifiers: [],
    annotations: [{ name: 'Test', arguments: [{ name: 'value', value: { kind: 'null', range } }], range }],
    typeParameters: [],
    parameters: [{ name: 'to', type: 'String', optional: false, rest: false, annotations: [], range }],
    throws: ['IOException'],
    supertypes: [],
    range,
    nameRange: range,
    signatureRange: range,
    deprecated: false,
    touched: true,
    body,
  };
  const test = { kind: 'case', framework: 'junit', titles: ['send'], run: 'live', assertions: [], parameters: [], range, body } as const;
  const imports = [{ source: 'java.io', name: 'IOException', local: 'IOException', typeOnly: false, range }];
  return { path: 'Mailer.java', language: 'java', symbols: [symbol], imports, exports: [], comments: [], tests: [test], errors: [] };
}

describe('lean facts', () => {
  it('say the same', () => {
    const facts = factsOf();
    makeLean(facts);
    assert.deepEqual(facts, factsOf());
  });

  it('share what is empty', () => {
    const facts = factsOf();
    makeLean(facts);
    assert.equal(facts.symbols[0]?.typeParameters, facts.symbols[0]?.supertypes);
  });

  it('keep the body that a test has in common with its method', () => {
    const facts = factsOf();
    const { body } = facts.symbols[0] ?? {};
    makeLean(facts);
    assert.equal(facts.symbols[0]?.body, body);
    assert.equal(facts.tests[0]?.body, body);
  });
});
