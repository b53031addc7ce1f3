import { asyncApiKind } from './asyncapi/asyncapi-kind.ts';
import { avroKind } from './avro/avro-kind.ts';
import type { ContractKind } from './contract-kind.ts';
import { graphqlKind } from './graphql/graphql-kind.ts';
import { helmValuesKind } from './helm-values/helm-values-kind.ts';
import { jsonSchemaKind } from './json-schema/json-schema-kind.ts';
import { manifestKind } from './manifest/manifest-kind.ts';
import { openApiKind } from './openapi/openapi-kind.ts';
import { protobufKind } from './protobuf/protobuf-kind.ts';
import { sqlMigrationKind } from './sql-migration/sql-migration-kind.ts';

/** Every kind of contract that is compared. A new one is a folder and a line here; the first that recognises a file takes it. */
export const contractKinds: readonly ContractKind[] = [
  openApiKind,
  asyncApiKind,
  jsonSchemaKind,
  sqlMigrationKind,
  avroKind,
  graphqlKind,
  protobufKind,
  manifestKind,
  helmValuesKind,
];
