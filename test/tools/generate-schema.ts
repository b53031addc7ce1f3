import { rules } from '../../src/rules/index.ts';
import { standardJsonSchema } from '../../src/standard/json-schema.ts';

/** Where the schema of `plumbline.yaml` is, for the editor and for others. */
export const schemaFile = 'media/plumbline.schema.json';

/** The schema as it has to be. */
export function generateSchema(): string {
  return standardJsonSchema(rules);
}
