import assert from 'node:assert/strict';
import { describe as saying, keysAt, valuesAt, type Schema } from '../../../src/vscode/schema-lookup.ts';
import { yamlPosition } from '../../../src/vscode/yaml-position.ts';

describe('positions in a standard', () => {
  const cases: readonly [string, string, ReturnType<typeof yamlPosition>][] = [
    ['a key at the top', 'ru|', { path: [], key: undefined, at: 'key', start: 0, end: 2 }],
    ['a value', 'minimumConfidence: hi|', { path: ['minimumConfidence'], key: 'minimumConfidence', at: 'value', start: 19, end: 21 }],
    ['a key below', 'gate:\n  f|', { path: ['gate'], key: undefined, at: 'key', start: 2, end: 3 }],
    ['a written key', 'gate:\n  fail|On: error', { path: ['gate'], key: 'failOn', at: 'key', start: 2, end: 8 }],
    ['after a deeper block', 'rules:\n  a/b:\n    severity: off\n  c|', { path: ['rules'], key: undefined, at: 'key', start: 2, end: 3 }],
    ['an item', 'overrides:\n  - ru|', { path: ['overrides', '[]'], key: undefined, at: 'key', start: 4, end: 6 }],
    [
      'below an item',
      'overrides:\n  - paths: [a]\n    rules:\n      "*": o|',
      { path: ['overrides', '[]', 'rules', '*'], key: '*', at: 'value', start: 11, end: 12 },
    ],
    ['an item at the indent of its key', 'extends:\n- plumb|', { path: ['extends', '[]'], key: undefined, at: 'key', start: 2, end: 7 }],
    ['a comment', '# wh|', undefined],
  ];
  for (const [name, marked, expected] of cases) {
    it(`are found: ${name}`, () => {
      const before = marked.slice(0, marked.indexOf('|')).split('\n');
      assert.deepEqual(yamlPosition(marked.replace('|', '').split('\n'), before.length - 1, before.at(-1)!.length), expected);
    });
  }
});

describe('the schema of a standard', () => {
  const schema: Schema = {
    definitions: { severity: { type: 'string', enum: ['off', 'error'], description: 'How bad.' } },
    properties: {
      rules: {
        properties: {
          'a/b': {
            anyOf: [
              { $ref: '#/definitions/severity' },
              { properties: { severity: { $ref: '#/definitions/severity' }, limit: { type: 'number', default: 5 } } },
            ],
            description: 'Sees b.',
          },
        },
      },
      overrides: { items: { properties: { paths: { items: { type: 'string' } } } } },
      on: { type: 'boolean' },
    },
  };

  it('names keys, through alternatives and lists', () => {
    assert.deepEqual([...keysAt(schema, []).keys()], ['rules', 'overrides', 'on']);
    assert.deepEqual([...keysAt(schema, ['rules', 'a/b']).keys()], ['severity', 'limit']);
    assert.deepEqual([...keysAt(schema, ['overrides', '[]']).keys()], ['paths']);
    assert.deepEqual([...keysAt(schema, ['nothing']).keys()], []);
  });

  it('names values', () => {
    assert.deepEqual(valuesAt(schema, ['rules', 'a/b']), ['off', 'error']);
    assert.deepEqual(valuesAt(schema, ['rules', 'a/b', 'severity']), ['off', 'error']);
    assert.deepEqual(valuesAt(schema, ['on']), ['true', 'false']);
  });

  it('says what a key is for', () => {
    assert.deepEqual(saying(schema, ['rules', 'a/b']), { description: 'Sees b.', default: undefined });
    assert.deepEqual(saying(schema, ['rules', 'a/b', 'limit']), { description: undefined, default: 5 });
    assert.deepEqual(saying(schema, ['rules', 'a/b', 'severity']), { description: 'How bad.', default: undefined });
  });
});
