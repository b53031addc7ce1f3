import { graphqlKind } from '../../../../../src/contracts/graphql/graphql-kind.ts';
import { graphqlIds } from './graphql-ids.ts';
import { mapsPublishedChanges, type LeftOut, type PublishedChange } from './published.ts';

/** Beside a type of queries. */
const additions: readonly (readonly [ids: string, base: string, head: string, told: readonly string[]])[] = [
  ['graphql-js/TYPE_REMOVED TYPE_REMOVED', 'type B { x: Int }', '', ['breaking type-removed']],
  ['TYPE_ADDED', '', 'type B { x: Int }', ['compatible type-added']],
  ['graphql-js/TYPE_CHANGED_KIND TYPE_KIND_CHANGED', 'type A { x: Int }', 'input A { x: Int }', ['breaking type-kind-changed']],
  [
    'graphql-js/TYPE_REMOVED_FROM_UNION UNION_MEMBER_REMOVED',
    'union U = A | B\ntype A { x: Int }\ntype B { x: Int }',
    'union U = A\ntype A { x: Int }\ntype B { x: Int }',
    ['breaking union-member-removed'],
  ],
  [
    'graphql-js/TYPE_ADDED_TO_UNION UNION_MEMBER_ADDED',
    'union U = A\ntype A { x: Int }\ntype B { x: Int }',
    'union U = A | B\ntype A { x: Int }\ntype B { x: Int }',
    ['risky union-member-added'],
  ],
  ['graphql-js/VALUE_REMOVED_FROM_ENUM ENUM_VALUE_REMOVED', 'enum E { A B }', 'enum E { A }', ['breaking enum-value-removed']],
  [
    'graphql-js/VALUE_ADDED_TO_ENUM ENUM_VALUE_ADDED',
    'type T { e: E }\nenum E { A }',
    'type T { e: E }\nenum E { A B }',
    ['risky enum-value-added'],
  ],
  [
    'graphql-js/REQUIRED_INPUT_FIELD_ADDED INPUT_FIELD_ADDED',
    'input I { a: Int }',
    'input I { a: Int\n b: Int! }',
    ['breaking required-input-field-added'],
  ],
  ['graphql-js/OPTIONAL_INPUT_FIELD_ADDED', 'input I { a: Int }', 'input I { a: Int\n b: Int }', ['compatible input-field-added']],
  ['INPUT_FIELD_REMOVED', 'input I { a: Int\n b: Int }', 'input I { a: Int }', ['breaking input-field-removed']],
  ['INPUT_FIELD_TYPE_CHANGED', 'input I { a: Int }', 'input I { a: String }', ['breaking input-field-type-changed']],
  ['INPUT_FIELD_DEFAULT_VALUE_CHANGED', 'input I { a: Int = 1 }', 'input I { a: Int = 2 }', ['risky input-field-default-value-changed']],
  [
    'graphql-js/IMPLEMENTED_INTERFACE_REMOVED OBJECT_TYPE_INTERFACE_REMOVED',
    'interface N { x: Int }\ntype A implements N { x: Int }',
    'interface N { x: Int }\ntype A { x: Int }',
    ['breaking object-type-interface-removed'],
  ],
  [
    'graphql-js/IMPLEMENTED_INTERFACE_ADDED OBJECT_TYPE_INTERFACE_ADDED',
    'interface N { x: Int }\ntype A { x: Int }',
    'interface N { x: Int }\ntype A implements N { x: Int }',
    ['risky object-type-interface-added'],
  ],
  ['graphql-js/FIELD_REMOVED FIELD_REMOVED', 'type A { x: Int\n y: Int }', 'type A { x: Int }', ['breaking field-removed']],
  ['FIELD_ADDED', 'type A { x: Int }', 'type A { x: Int\n y: Int }', ['compatible field-added']],
  ['graphql-js/FIELD_CHANGED_KIND FIELD_TYPE_CHANGED', 'type A { x: Int }', 'type A { x: String }', ['breaking field-type-changed']],
  [
    'graphql-js/REQUIRED_ARG_ADDED FIELD_ARGUMENT_ADDED',
    'type A { x: Int }',
    'type A { x(a: Int!): Int }',
    ['breaking required-field-argument-added'],
  ],
  ['graphql-js/OPTIONAL_ARG_ADDED', 'type A { x: Int }', 'type A { x(a: Int): Int }', ['compatible field-argument-added']],
  ['graphql-js/ARG_REMOVED FIELD_ARGUMENT_REMOVED', 'type A { x(a: Int): Int }', 'type A { x: Int }', ['breaking field-argument-removed']],
  [
    'graphql-js/ARG_CHANGED_KIND FIELD_ARGUMENT_TYPE_CHANGED',
    'type A { x(a: Int): Int }',
    'type A { x(a: String): Int }',
    ['breaking field-argument-type-changed'],
  ],
  [
    'graphql-js/ARG_DEFAULT_VALUE_CHANGE FIELD_ARGUMENT_DEFAULT_CHANGED',
    'type A { x(a: Int = 1): Int }',
    'type A { x(a: Int = 2): Int }',
    ['risky field-argument-default-changed'],
  ],
  [
    'graphql-js/DIRECTIVE_REMOVED DIRECTIVE_REMOVED',
    'directive @d on FIELD\ndirective @e on FIELD',
    'directive @e on FIELD',
    ['breaking directive-removed'],
  ],
  ['DIRECTIVE_ADDED', 'directive @e on FIELD', 'directive @d on FIELD\ndirective @e on FIELD', ['compatible directive-added']],
  [
    'graphql-js/DIRECTIVE_ARG_REMOVED DIRECTIVE_ARGUMENT_REMOVED',
    'directive @d(a: Int) on FIELD',
    'directive @d on FIELD',
    ['breaking directive-argument-removed'],
  ],
  [
    'graphql-js/REQUIRED_DIRECTIVE_ARG_ADDED DIRECTIVE_ARGUMENT_ADDED',
    'directive @d on FIELD',
    'directive @d(a: Int!) on FIELD',
    ['breaking required-directive-argument-added'],
  ],
  [
    'DIRECTIVE_ARGUMENT_TYPE_CHANGED',
    'directive @d(a: Int) on FIELD',
    'directive @d(a: String) on FIELD',
    ['breaking directive-argument-type-changed'],
  ],
  [
    'DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED',
    'directive @d(a: Int = 1) on FIELD',
    'directive @d(a: Int = 2) on FIELD',
    ['risky directive-argument-default-value-changed'],
  ],
  [
    'graphql-js/DIRECTIVE_REPEATABLE_REMOVED DIRECTIVE_REPEATABLE_REMOVED',
    'directive @d repeatable on FIELD',
    'directive @d on FIELD',
    ['breaking directive-repeatable-removed'],
  ],
  ['DIRECTIVE_REPEATABLE_ADDED', 'directive @d on FIELD', 'directive @d repeatable on FIELD', ['compatible directive-repeatable-added']],
  [
    'graphql-js/DIRECTIVE_LOCATION_REMOVED DIRECTIVE_LOCATION_REMOVED',
    'directive @d on FIELD | QUERY',
    'directive @d on FIELD',
    ['breaking directive-location-removed'],
  ],
  ['DIRECTIVE_LOCATION_ADDED', 'directive @d on FIELD', 'directive @d on FIELD | QUERY', ['compatible directive-location-added']],
  [
    'FIELD_DEPRECATION_ADDED FIELD_DEPRECATION_REASON_ADDED',
    'type A { x: Int }',
    'type A { x: Int @deprecated(reason: "r") }',
    ['compatible deprecation-added'],
  ],
  ['ENUM_VALUE_DEPRECATION_REASON_ADDED', 'enum E { A B }', 'enum E { A B @deprecated(reason: "r") }', ['compatible deprecation-added']],
  ['DIRECTIVE_USAGE_FIELD_DEFINITION_ADDED', 'type A { x: Int }', 'type A { x: Int @inaccessible }', ['breaking directive-usage-added']],
  ['DIRECTIVE_USAGE_OBJECT_ADDED', 'type A { x: Int }', 'type A @inaccessible { x: Int }', ['breaking directive-usage-added']],
  [
    'DIRECTIVE_USAGE_INPUT_OBJECT_ADDED',
    'input I { x: Int\n y: Int}',
    'input I @oneOf { x: Int\n y: Int}',
    ['breaking directive-usage-added'],
  ],
  ['DIRECTIVE_USAGE_ENUM_VALUE_ADDED', 'enum E { A B }', 'enum E { A B @inaccessible }', ['breaking directive-usage-added']],
  ['DIRECTIVE_USAGE_ENUM_ADDED', 'enum E { A B }', 'enum E @inaccessible { A B }', ['breaking directive-usage-added']],
  ['DIRECTIVE_USAGE_SCALAR_ADDED', 'scalar S', 'scalar S @inaccessible', ['breaking directive-usage-added']],
  ['DIRECTIVE_USAGE_INTERFACE_ADDED', 'interface S { a: Int }', 'interface S @inaccessible { a: Int }', ['breaking directive-usage-added']],
  ['DIRECTIVE_USAGE_UNION_MEMBER_ADDED', 'union S = Query', 'union S @inaccessible = Query', ['breaking directive-usage-added']],
  [
    'DIRECTIVE_USAGE_ARGUMENT_DEFINITION_ADDED',
    'type A { x(a: Int): Int }',
    'type A { x(a: Int @inaccessible): Int }',
    ['breaking directive-usage-added'],
  ],
  [
    'DIRECTIVE_USAGE_INPUT_FIELD_DEFINITION_ADDED',
    'input A { x: Int }',
    'input A { x: Int @inaccessible }',
    ['breaking directive-usage-added'],
  ],
];

const schemas: readonly PublishedChange[] = [
  [
    'SCHEMA_QUERY_TYPE_CHANGED',
    'schema { query: Q }\ntype Q { a: Int }\ntype R { a: Int }',
    'schema { query: R }\ntype Q { a: Int }\ntype R { a: Int }',
    ['breaking schema-query-type-changed'],
  ],
  [
    'SCHEMA_MUTATION_TYPE_CHANGED',
    'schema { query: Q mutation: Q }\ntype Q { a: Int }\ntype R { a: Int }',
    'schema { query: Q mutation: R }\ntype Q { a: Int }\ntype R { a: Int }',
    ['breaking schema-mutation-type-changed'],
  ],
  [
    'SCHEMA_SUBSCRIPTION_TYPE_CHANGED',
    'schema { query: Q subscription: Q }\ntype Q { a: Int }\ntype R { a: Int }',
    'schema { query: Q subscription: R }\ntype Q { a: Int }\ntype R { a: Int }',
    ['breaking schema-subscription-type-changed'],
  ],
];

const query = 'type Query { a: Int }\n';
const rule = 'compatibility/graphql-break';
const leftOut: readonly LeftOut[] = [
  {
    ids: `FIELD_ARGUMENT_DESCRIPTION_CHANGED DIRECTIVE_DESCRIPTION_CHANGED DIRECTIVE_ARGUMENT_DESCRIPTION_CHANGED
      ENUM_VALUE_DESCRIPTION_CHANGED FIELD_DESCRIPTION_CHANGED FIELD_DESCRIPTION_ADDED FIELD_DESCRIPTION_REMOVED
      INPUT_FIELD_DESCRIPTION_ADDED INPUT_FIELD_DESCRIPTION_REMOVED INPUT_FIELD_DESCRIPTION_CHANGED
      TYPE_DESCRIPTION_CHANGED TYPE_DESCRIPTION_REMOVED TYPE_DESCRIPTION_ADDED`,
    rule,
    says: 'Descriptions, orders,',
  },
  {
    ids: 'ENUM_VALUE_DEPRECATION_REASON_CHANGED FIELD_DEPRECATION_REASON_CHANGED FIELD_DEPRECATION_REASON_REMOVED',
    rule,
    says: 'the reasons of deprecations',
  },
  { ids: 'FIELD_DEPRECATION_REMOVED ENUM_VALUE_DEPRECATION_REASON_REMOVED', rule, says: 'deprecations that are taken back are silent' },
  {
    ids: `DIRECTIVE_USAGE_UNION_MEMBER_REMOVED DIRECTIVE_USAGE_ENUM_REMOVED DIRECTIVE_USAGE_ENUM_VALUE_REMOVED
      DIRECTIVE_USAGE_INPUT_OBJECT_REMOVED DIRECTIVE_USAGE_FIELD_REMOVED DIRECTIVE_USAGE_SCALAR_REMOVED
      DIRECTIVE_USAGE_OBJECT_REMOVED DIRECTIVE_USAGE_INTERFACE_REMOVED DIRECTIVE_USAGE_ARGUMENT_DEFINITION_REMOVED
      DIRECTIVE_USAGE_SCHEMA_REMOVED DIRECTIVE_USAGE_FIELD_DEFINITION_REMOVED
      DIRECTIVE_USAGE_INPUT_FIELD_DEFINITION_REMOVED DIRECTIVE_USAGE_ARGUMENT_REMOVED`,
    rule,
    says: 'a use that is taken away lets clients do more and is silent',
  },
  {
    ids: 'DIRECTIVE_USAGE_FIELD_ADDED DIRECTIVE_USAGE_ARGUMENT_ADDED DIRECTIVE_USAGE_SCHEMA_ADDED',
    rule,
    says: 'uses in operations and on the schema itself',
  },
];

describe('the ids that tools for GraphQL publish', () => {
  mapsPublishedChanges(
    { kind: graphqlKind, path: 'schema.graphql' },
    graphqlIds,
    [...additions.map(([ids, base, head, told]) => [ids, `${query}${base}`, `${query}${head}`, told] as const), ...schemas],
    leftOut,
  );
});
