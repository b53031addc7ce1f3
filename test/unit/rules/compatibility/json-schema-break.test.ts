import { jsonSchemaBreak } from '../../../../src/rules/compatibility/json-schema-break.ts';
import { fileCases } from '../rule-cases.ts';

const schema = (rest: string): string => `{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n  ${rest}\n}\n`;

describe('compatibility/json-schema-break', () => {
  fileCases(jsonSchemaBreak, 'order.json', [
    [
      'finds a type that narrows',
      schema('"type": "number"'),
      schema('"type": "integer"'),
      ['3 The type of the document is `integer` instead of `number`: what fitted the schema before no longer does.'],
    ],
    [
      'warns of a new property that could stand for something else',
      schema('"type": "object"'),
      schema('"type": "object", "properties": { "a": { "type": "string" } }'),
      ['3 Property `a` is new and optional: those who already wrote something else under this name no longer fit.'],
    ],
    ['leaves a wider type alone', schema('"type": "integer"'), schema('"type": "number"'), []],
    ['leaves other documents alone', '{ "a": 1 }\n', '{ "a": 2 }\n', []],
  ]);
});
