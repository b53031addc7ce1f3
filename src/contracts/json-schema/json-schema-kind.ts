import type { ContractKind } from '../contract-kind.ts';

/** JSON Schema, in JSON or YAML. */
export const jsonSchemaKind: ContractKind = {
  id: 'json-schema',
  name: 'JSON Schema',
  recognises: isJsonSchema,
  load: async () => (await import('./compare-json-schemas.ts')).compareJsonSchemaFiles,
};

/** Whether a text says that it is a schema. A document that names the schema it fits (`"$schema": "./mine.json"`) is none. */
function isJsonSchema(path: string, text: string): boolean {
  if (!/\.(?:json|ya?ml)$/i.test(path)) return false;
  return /["']?\$schema["']?\s{0,20}:\s{0,20}["']?https?:\/\/json-schema\.org\/(?:draft|schema)/.test(text);
}
