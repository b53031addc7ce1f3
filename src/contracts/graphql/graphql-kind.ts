import type { ContractKind } from '../contract-kind.ts';

const extensions = /\.(?:graphql|graphqls|gql|sdl)$/;
const definition = /^[^\S\n]{0,200}(?:extend[^\S\n]{1,200})?(?:type|interface|input|enum|union|scalar|schema|directive)\b/m;

/** Files with type definitions; those with queries only are no contract. */
export const graphqlKind: ContractKind = {
  id: 'graphql',
  name: 'GraphQL',
  recognises: (path, text) => extensions.test(path) && definition.test(text),
  load: async () => (await import('./graphql.ts')).compareGraphql,
};
