import type { ContractKind } from '../contract-kind.ts';
import { mayBePart } from '../document/referring-documents.ts';
import { isOpenApi } from './recognise.ts';

/** OpenAPI 3 and Swagger 2. */
export const openApiKind: ContractKind = {
  id: 'openapi',
  name: 'OpenAPI',
  recognises: isOpenApi,
  mayBePart,
  load: async () => (await import('./compare-files.ts')).compareOpenApiFiles,
};
