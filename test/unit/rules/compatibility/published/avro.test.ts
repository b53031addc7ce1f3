import { avroKind } from '../../../../../src/contracts/avro/avro-kind.ts';
import { mapsPublishedChanges, type PublishedChange } from './published.ts';

const apache =
  'NAME_MISMATCH FIXED_SIZE_MISMATCH MISSING_ENUM_SYMBOLS READER_FIELD_MISSING_DEFAULT_VALUE TYPE_MISMATCH MISSING_UNION_BRANCH';

const cases: readonly PublishedChange[] = [
  [
    'NAME_MISMATCH',
    '{"type":"record","name":"R","fields":[{"name":"a","type":{"type":"record","name":"A","fields":[]}}]}',
    '{"type":"record","name":"R","fields":[{"name":"a","type":{"type":"record","name":"B","fields":[]}}]}',
    ['breaking name-mismatch'],
  ],
  [
    'FIXED_SIZE_MISMATCH',
    '{"type":"record","name":"R","fields":[{"name":"a","type":{"type":"fixed","name":"F","size":4}}]}',
    '{"type":"record","name":"R","fields":[{"name":"a","type":{"type":"fixed","name":"F","size":8}}]}',
    ['breaking fixed-size-mismatch'],
  ],
  [
    'MISSING_ENUM_SYMBOLS',
    '{"type":"record","name":"R","fields":[{"name":"a","type":{"type":"enum","name":"E","symbols":["A","B"]}}]}',
    '{"type":"record","name":"R","fields":[{"name":"a","type":{"type":"enum","name":"E","symbols":["A"]}}]}',
    ['breaking missing-enum-symbols'],
  ],
  [
    'READER_FIELD_MISSING_DEFAULT_VALUE',
    '{"type":"record","name":"R","fields":[{"name":"a","type":"int"}]}',
    '{"type":"record","name":"R","fields":[{"name":"a","type":"int"},{"name":"b","type":"int"}]}',
    ['breaking reader-field-missing-default-value'],
  ],
  [
    'TYPE_MISMATCH',
    '{"type":"record","name":"R","fields":[{"name":"a","type":"int"}]}',
    '{"type":"record","name":"R","fields":[{"name":"a","type":"string"}]}',
    ['breaking type-mismatch'],
  ],
  [
    'MISSING_UNION_BRANCH',
    '{"type":"record","name":"R","fields":[{"name":"a","type":["null","int","string"]}]}',
    '{"type":"record","name":"R","fields":[{"name":"a","type":["null","int"]}]}',
    ['breaking missing-union-branch'],
  ],
];

describe('the ids that the Java library of Avro publishes', () => {
  mapsPublishedChanges({ kind: avroKind, path: 'r.avsc' }, { apache }, cases, []);
});
