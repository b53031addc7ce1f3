import type { ContractKind } from '../contract-kind.ts';
import { mayBePart } from '../document/referring-documents.ts';
import { isJsonSchema } from './recognise.ts';

/** JSON Schema, in JSON or YAML. */
export const jsonSchemaKind: ContractKind = {
  id: 'json-schema',
  name: 'JSON Schema',
  recognises: isJsonSchema,
  mayBePart,
  load: async () => (await import('./compare-json-schemas.ts')).compareJsonSchemaFiles,
};
