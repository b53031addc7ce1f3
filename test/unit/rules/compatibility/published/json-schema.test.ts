import { jsonSchemaKind } from '../../../../../src/contracts/json-schema/json-schema-kind.ts';
import { schema, schemaChanges } from '../../../contracts/json-schema/schema-changes.ts';
import { jsonSchemaIds } from './json-schema-ids.ts';
import { mapsPublishedChanges, type LeftOut } from './published.ts';

const rule = 'compatibility/json-schema-break';
const leftOut: readonly LeftOut[] = [
  { ids: 'ID_CHANGED TITLE_CHANGED DESCRIPTION_CHANGED', rule, says: 'another `$id`, `title` or `description`' },
  { ids: 'RESERVED_PROPERTY_REMOVED RESERVED_PROPERTY_CONFLICTS_WITH_PROPERTY', rule, says: 'fields that only one registry reserves' },
];

describe('the ids that schema registries publish', () => {
  mapsPublishedChanges(
    { kind: jsonSchemaKind, path: 'schema.json' },
    jsonSchemaIds,
    [
      ['SCHEMA_ADDED', {}, schema('"type":"string"'), ['compatible schema-added']],
      ['SCHEMA_REMOVED', schema('"type":"string"'), {}, ['breaking schema-removed']],
    ],
    leftOut,
    schemaChanges.flatMap(([name, , , expected]) => (expected.length > 0 ? name.split(' ') : [])),
  );
});
