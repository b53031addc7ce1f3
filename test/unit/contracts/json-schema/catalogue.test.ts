import assert from 'node:assert/strict';
import { jsonSchemaKind } from '../../../../src/contracts/json-schema/json-schema-kind.ts';
import { compare } from '../comparing.ts';
import { schema, schemaChanges } from './schema-changes.ts';

describe('the catalogue of changes of JSON Schema', () => {
  for (const [name, old, now, expected] of schemaChanges)
    it(name, async () => {
      const { changes, notices } = await compare(jsonSchemaKind, schema(old), schema(now));
      assert.deepEqual(notices, []);
      assert.deepEqual(
        changes.map(({ promise, impact, change }) => [promise, impact, change].join(' ')),
        expected,
      );
    });
});
