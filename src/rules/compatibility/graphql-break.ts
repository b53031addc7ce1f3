import { contractRule } from '../contract-rule.ts';

const base = [
  'type Query {',
  '  user(id: ID!): User',
  '}',
  'type User {',
  '  name: String!',
  '  mail: String @deprecated',
  '  role: Role',
  '}',
  'enum Role { ADMIN MEMBER }',
  '',
].join('\n');

export const graphqlBreak = contractRule('graphql', {
  id: 'compatibility/graphql-break',
  title: 'A break in a GraphQL schema',
  reason:
    'Clients ship with their operations written. A server validates each of them against the schema that it has now: one field or value that is gone, one argument that became required, and the whole operation is rejected; a value that may be null where it never was makes clients fail that read it.',
  remedy:
    'Add beside the old instead of changing it, and mark the old with `@deprecated(reason: "…")`. Remove it when the usage figures of the server say that nobody asks for it any more. New arguments and input fields are optional or have a default.',
  sources: [
    { title: 'GraphQL specification: type system', url: 'https://spec.graphql.org/October2021/#sec-Type-System' },
    { title: 'graphql-js: findBreakingChanges', url: 'https://graphql.org/graphql-js/utilities/#findbreakingchanges' },
    { title: 'GraphQL Inspector: changes', url: 'https://the-guild.dev/graphql/inspector/docs/essentials/diff' },
  ],
  limits:
    "Changes are named as in GraphQL Inspector. An added optional argument, input field or enum value that clients only send breaks nobody and is silent; an enum value, union member or implementation that clients may get is a warning, and so is a changed default. Descriptions, orders, the reasons of deprecations and deprecations that are taken back are silent. Of the uses of directives only those are judged whose meaning is known (`@deprecated`, `@oneOf`, and federation's `@inaccessible`, `@authenticated`, `@requiresScopes` and `@policy`); what others mean, uses in operations and on the schema itself, the server's code decides, and a use that is taken away lets clients do more and is silent. Only the changed files are compared: what they add to types of other files is compared as an addition. A resolver that behaves otherwise shows in no schema.",
  examples: [
    {
      name: 'a field is removed, and an argument is required',
      base: { 'schema.graphql': base },
      head: {
        'schema.graphql': base
          .replace('user(id: ID!): User', 'user(id: ID!, tenant: ID!): User')
          .replace('  mail: String @deprecated\n', ''),
      },
      finds: [
        'schema.graphql:2 The argument `Query.user(tenant:)` of type `ID!` was added: operations that do not send it are rejected.',
        'schema.graphql:6 The field `User.mail` of type `String` was removed: operations that select it are rejected. It is deprecated; but it is not known for how long, and no changelog entry names it.',
      ],
    },
    {
      name: 'a field that was never null may be null',
      base: { 'schema.graphql': base },
      head: { 'schema.graphql': base.replace('name: String!', 'name: String') },
      finds: ['schema.graphql:5 The field `User.name` has type `String`, was `String!`: clients that read it without a check get null.'],
    },
    {
      name: 'clients get an enum value that they do not know',
      base: { 'schema.graphql': base },
      head: { 'schema.graphql': base.replace('ADMIN MEMBER', 'ADMIN MEMBER GUEST') },
      finds: ['schema.graphql:9 The value `Role.GUEST` was added: clients that handle every value they know get one that they do not.'],
    },
    {
      name: 'things are added that may be left alone',
      base: { 'schema.graphql': base },
      head: {
        'schema.graphql': `${base.replace('user(id: ID!): User', 'user(id: ID!, locale: String): User!')}type Team { name: String }\n`,
      },
      finds: [],
    },
  ],
});
