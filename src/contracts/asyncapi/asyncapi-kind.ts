import type { ContractKind } from '../contract-kind.ts';
import { mayBePart } from '../document/referring-documents.ts';
import { isAsyncApi } from './recognise.ts';

/** AsyncAPI 2 and 3. */
export const asyncApiKind: ContractKind = {
  id: 'asyncapi',
  name: 'AsyncAPI',
  recognises: isAsyncApi,
  mayBePart,
  load: async () => (await import('./compare-files.ts')).compareAsyncApiFiles,
};
