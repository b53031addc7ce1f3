import type { ContractKind } from '../contract-kind.ts';

/** `.proto` files, of any syntax or edition. */
export const protobufKind: ContractKind = {
  id: 'protobuf',
  name: 'Protocol Buffers',
  recognises: (path) => path.endsWith('.proto'),
  load: async () => (await import('./protobuf.ts')).compareProtobuf,
};
