import assert from 'node:assert/strict';
import { avroBreak } from '../../../../src/rules/compatibility/avro-break.ts';
import { expectFindings, fileCases, withFixes } from '../rule-cases.ts';

const record = (fields: string) => `{ "type": "record", "name": "R", "fields": [\n${fields}\n] }\n`;

describe('compatibility/avro-break', () => {
  fileCases(avroBreak, 'events/r.avsc', [
    [
      'finds a lost symbol',
      '{ "type": "enum", "name": "E", "symbols": ["A", "B"] }\n',
      '{ "type": "enum", "name": "E", "symbols": ["A"] }\n',
      [
        '1 `E` no longer has the symbols `B`, and has no default symbol: readers with the new schema cannot read data that was written with the old one.',
      ],
    ],
    [
      'warns of what old readers cannot read',
      '{ "type": "enum", "name": "E", "symbols": ["A"] }\n',
      '{ "type": "enum", "name": "E", "symbols": ["A", "B"] }\n',
      [
        '1 `E` has the new symbols `B`, and had no default symbol: readers that still have the old schema cannot read data that is written with the new one, so they must be updated before the writers are.',
      ],
    ],
    ['is silent about a new schema', '', '"int"\n', []],
  ]);

  it('offers a default that fits the type', async () => {
    const [base, head] = [
      record('{ "name": "a", "type": "int" }'),
      record('{ "name": "a", "type": "int" },\n{ "name": "b", "type": ["null", "int"] },\n{ "name": "c", "type": "R" }'),
    ];
    const message = (field: string, type: string) =>
      `The field \`R.${field}\` of type \`${type}\` was added without a default: readers with the new schema cannot read data that was written with the old one.`;
    const findings = await expectFindings(avroBreak, { 'r.avsc': base }, { 'r.avsc': head }, [
      `r.avsc:3 ${message('b', 'union of null, int')}`,
      `r.avsc:4 ${message('c', 'record R')}`,
    ]);
    assert.deepEqual(withFixes({ 'r.avsc': head }, findings), {
      'r.avsc': head.replace('["null", "int"] }', '["null", "int"], "default": null }'),
    });
    assert.deepEqual(
      findings.map(({ properties }) => properties),
      Array(2).fill({ contract: 'avro', change: 'reader-field-missing-default-value', breaking: true, planned: 'none' }),
    );
  });
});
