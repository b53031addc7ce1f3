import { body, par, res, type CatalogueCase } from './catalogue.ts';

const O = (properties: string, required = ''): string => `{type: object, ${required}properties: {${properties}}}`;
const K = 'k: {type: string}';

/** Changes of properties, named as oasdiff does where it names them. */
export const propertyChanges: readonly CatalogueCase[] = [
  [
    'request-header-property-became-required',
    ['breaking request-parameter-property-became-required'],
    par('{name: X, in: header, schema: {type: object, properties: {a: {type: string}}}}'),
    par('{name: X, in: header, schema: {type: object, required: [a], properties: {a: {type: string}}}}'),
  ],
  [
    'request-header-property-became-enum',
    ['breaking request-parameter-property-became-enum'],
    par('{name: X, in: header, schema: {type: object, properties: {a: {type: string}}}}'),
    par('{name: X, in: header, schema: {type: object, properties: {a: {type: string, enum: [b]}}}}'),
  ],
  [
    'new-required-request-header-property',
    ['breaking request-parameter-required-property-added'],
    par('{name: X, in: header, schema: {type: object, properties: {a: {type: string}}}}'),
    par('{name: X, in: header, schema: {type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}}'),
  ],
  ['new-optional-request-property', ['compatible request-optional-property-added'], body(O(K)), body(O(K + ', b: {type: string}'))],
  [
    'new-required-request-property',
    ['breaking request-required-property-added'],
    body(O(K)),
    body(O(K + ', b: {type: string}', 'required: [b], ')),
  ],
  [
    'new-required-request-property-with-default',
    ['breaking request-required-property-added-with-default'],
    body(O(K)),
    body(O(K + ', b: {type: string, default: x}', 'required: [b], ')),
  ],
  ['request-property-removed', ['risky request-optional-property-removed'], body(O(K + ', b: {type: string}')), body(O(K))],
  ['request-property-became-required', ['breaking request-property-became-required'], body(O(K)), body(O(K, 'required: [k], '))],
  [
    'request-property-became-required-with-default',
    ['breaking request-property-became-required-with-default'],
    body(O('k: {type: string, default: a}')),
    body(O('k: {type: string, default: a}', 'required: [k], ')),
  ],
  ['request-property-became-optional', ['compatible request-property-became-optional'], body(O(K, 'required: [k], ')), body(O(K))],
  [
    'response-write-only-property-became-optional',
    [],
    res(O('k: {type: string, writeOnly: true}', 'required: [k], ')),
    res(O('k: {type: string, writeOnly: true}')),
  ],
  [
    'response-write-only-property-became-required',
    [],
    res(O('k: {type: string, writeOnly: true}')),
    res(O('k: {type: string, writeOnly: true}', 'required: [k], ')),
  ],
  [
    'response-write-only-property-enum-value-added',
    [],
    res(O('k: {type: string, writeOnly: true, enum: [a]}')),
    res(O('k: {type: string, writeOnly: true, enum: [a, b]}')),
  ],
  ['response-optional-property-added', ['compatible response-optional-property-added'], res(O(K)), res(O(K + ', b: {type: string}'))],
  ['response-optional-property-removed', ['risky response-optional-property-removed'], res(O(K + ', b: {type: string}')), res(O(K))],
  [
    'response-required-property-added',
    ['compatible response-required-property-added'],
    res(O(K)),
    res(O(K + ', b: {type: string}', 'required: [b], ')),
  ],
  [
    'response-required-property-removed',
    ['breaking response-required-property-removed'],
    res(O(K + ', b: {type: string}', 'required: [b], ')),
    res(O(K)),
  ],
  ['response-property-became-optional', ['breaking response-property-became-optional'], res(O(K, 'required: [k], ')), res(O(K))],
  ['response-property-became-required', ['compatible response-property-became-required'], res(O(K)), res(O(K, 'required: [k], '))],
  ...(
    [
      ['request-optional', 'risky', 'compatible', 'compatible', 'compatible'],
      ['request-required', 'risky', 'breaking', 'compatible', 'compatible'],
      ['response-optional', 'compatible', 'compatible', 'risky', 'compatible'],
      ['response-required', 'compatible', 'compatible', 'breaking', 'compatible'],
    ] as const
  ).flatMap(([property, ...impacts]) =>
    ['became-read-only', 'became-not-read-only', 'became-write-only', 'became-not-write-only'].map((became, at) => {
      const of = property.startsWith('request') ? body : res;
      const required = property.endsWith('required') ? 'required: [k], ' : '';
      const marked = of(O(`k: {type: string, ${became.endsWith('read-only') ? 'readOnly' : 'writeOnly'}: true}`, required));
      const name = `${property}-property-${became}`;
      const plain = of(O(K, required));
      return [
        name,
        [`${impacts[at] ?? ''} ${name}`],
        ...(became.includes('not') ? ([marked, plain] as const) : ([plain, marked] as const)),
      ] as const;
    }),
  ),
  ...[
    'enum: [a, b] | enum: [a]',
    'maxLength: 4 | maxLength: 3',
    'maximum: 4 | maximum: 3',
    'minimum: 3 | minimum: 4',
    'exclusiveMaximum: 4 | exclusiveMaximum: 3',
    'exclusiveMinimum: 3 | exclusiveMinimum: 4',
  ].map((facets) => {
    const [old = '', now = ''] = facets.split(' | ').map((facet) => body(O(`k: {readOnly: true, ${facet}}`)));
    return [`a property that nobody sends: ${facets}`, [], old, now] as const;
  }),
  ...['required: [w], ', ''].flatMap((required) => {
    const [without, added] = [res(O(K)), res(O(`${K}, w: {type: string, writeOnly: true}`, required))];
    return [
      [`response-write-only-property-added ${required}`, ['compatible response-optional-property-added'], without, added] as const,
      [`response-write-only-property-removed ${required}`, [], added, without] as const,
    ];
  }),
];
