import type { ContractKind } from '../contract-kind.ts';

/** Avro schemas in JSON. */
export const avroKind: ContractKind = {
  id: 'avro',
  name: 'Avro',
  recognises: (path) => path.endsWith('.avsc'),
  load: async () => (await import('./avro.ts')).compareAvro,
};
