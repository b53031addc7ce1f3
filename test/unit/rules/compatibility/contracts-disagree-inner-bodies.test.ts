import { contractsDisagree } from '../../../../src/rules/compatibility/contracts-disagree.ts';
import { expectFindings, type Texts } from '../rule-cases.ts';

const fieldsOf = (indent: string, names: readonly string[]): string => names.map((name) => `${indent}${name}: { type: string }\n`).join('');
/** `NewOrder` is sent and holds an `Address`, of which the second list of names must be given. */
const document = (address: readonly string[], required: readonly string[] = ['total'], of = ''): Texts => ({
  'api/openapi.yaml': `openapi: 3.0.3
info: { title: Shop, version: 1.0.0 }
paths:
  /orders:
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/NewOrder' } } } }
      responses: { '204': { description: ok } }
components:
  schemas:
    NewOrder:
      type: object
      required: [${required.join(', ')}]
      properties:
        note: { type: string }
        total: { type: string }
        addresses: { type: array, items: { $ref: '#/components/schemas/Address' } }
    Address:
      type: object
${of}      properties:
${fieldsOf('        ', address)}`,
});

const java = (order: readonly string[], address: readonly string[], taken = '@Valid @RequestBody NewOrder order'): Texts => ({
  'src/main/java/shop/Orders.java': `package shop;\n\n@RestController\nclass Orders {\n  @PostMapping("/orders")\n  void add(${taken}) {\n    service.add(order);\n  }\n}\n`,
  'src/main/java/shop/NewOrder.java': `package shop;\n\npublic class NewOrder {\n${order.map((field) => `  ${field};\n`).join('')}  private List<Address> addresses;\n}\n`,
  'src/main/java/shop/Address.java': `package shop;\n\npublic record Address(${address.join(', ')}) {}\n`,
});
const nest = (order: readonly string[], address: readonly string[]): Texts => ({
  'src/orders.controller.ts': `@Controller()\nexport class Orders {\n  @Post('orders')\n  add(@Body() order: NewOrder): Promise<void> {\n    return this.service.add(order);\n  }\n}\n`,
  'src/new-order.dto.ts': `export class NewOrder {\n${order.map((field) => `  ${field};\n`).join('')}  addresses: Address[];\n}\n`,
  'src/address.dto.ts': `export class Address {\n${address.map((field) => `  ${field};\n`).join('')}}\n`,
});

const [note, total] = ['private String note', '@NotNull private String total'];
const [street, city] = ['String street', 'String city'];
const plain = java([note, total], [street, city]);
const words = ['street', 'city'];
const sent = 'src/main/java/shop/NewOrder.java';

describe('compatibility/contracts-disagree, of what bodies hold and ask for', () => {
  const cases: readonly (readonly [name: string, base: Texts, head: Texts, finds: string[]])[] = [
    [
      'Spring: finds what is required by code alone',
      { ...document(words), ...plain },
      { ...document(words), ...java([`@NotBlank ${note}`, total], [street, city]) },
      [
        `${sent}:4 \`NewOrder.note\` must be given in the body of \`POST /orders\` now, but \`api/openapi.yaml\` lets callers leave \`note\` out: those who do are refused.`,
      ],
    ],
    [
      'Spring: finds what may be left out by the document alone',
      { ...document(words), ...plain },
      { ...document(words, []), ...plain },
      [
        'api/openapi.yaml:15 `total` may be left out of the body of `POST /orders` by the document now, but `NewOrder` (`src/main/java/shop/NewOrder.java`) still must have it: callers who leave it out are refused.',
      ],
    ],
    [
      'Spring: finds a field that both have anew, and only one requires',
      { ...document(words), ...plain },
      { ...document([...words, 'zip']), ...java([note, total], [street, city, '@NotNull String zip']) },
      [
        'src/main/java/shop/Address.java:3 `Address.zip` must be given in `addresses` of the body of `POST /orders` now, but `api/openapi.yaml` lets callers leave `zip` out: those who do are refused.',
      ],
    ],
    [
      'Spring: finds a field of a body within a body that is gone from code alone',
      { ...document([...words, 'zip']), ...java([note, total], [street, city, 'String zip']) },
      { ...document([...words, 'zip']), ...plain },
      [
        'src/main/java/shop/Address.java:3 `Address.zip` is gone from `addresses` of the body of `POST /orders`, but `api/openapi.yaml` still describes `zip`: what callers send in it is no longer read.',
      ],
    ],
    [
      'Spring: finds one that the document alone describes',
      { ...document(words), ...plain },
      { ...document([...words, 'zip']), ...plain },
      [
        'api/openapi.yaml:22 `zip` is new in `addresses` of the body of `POST /orders`, but `Address` (`src/main/java/shop/Address.java`), which has all the others, does not: what callers send in it is not read.',
      ],
    ],
    [
      'NestJS: finds what is no longer optional, in a body and within it',
      {
        ...document(words, [], "      required: ['street']\n"),
        ...nest(['@IsOptional() @IsString() note?: string', 'total: string'], ['@IsString() street: string', 'city: string']),
      },
      {
        ...document(words, [], "      required: ['street']\n"),
        ...nest(['@IsString() note: string', 'total: string'], ['@IsString() street: string', '@IsNotEmpty() city: string']),
      },
      [
        'src/address.dto.ts:3 `Address.city` must be given in `addresses` of the body of `POST /orders` now, but `api/openapi.yaml` lets callers leave `city` out: those who do are refused.',
        'src/new-order.dto.ts:2 `NewOrder.note` must be given in the body of `POST /orders` now, but `api/openapi.yaml` lets callers leave `note` out: those who do are refused.',
      ],
    ],
    [
      'leaves what both require',
      { ...document(words), ...plain },
      {
        ...document(words, ['note', 'total'], '      required: [city]\n'),
        ...java([`@NotNull ${note}`, total], [street, `@NotEmpty ${city}`]),
      },
      [],
    ],
    [
      'leaves what the document has required all along, and what neither requires any more',
      { ...document(words, ['note', 'total']), ...plain },
      { ...document(words, ['note']), ...java([`@NotNull ${note}`, 'private String total'], [street, city]) },
      [],
    ],
    [
      'leaves bodies that nobody checks, and constraints of a group',
      { ...document(words), ...java([note, total], [street, city], '@RequestBody NewOrder order') },
      { ...document(words, []), ...java([`@NotNull ${note}`, total], [street, city], '@RequestBody NewOrder order') },
      [],
    ],
    [
      'leaves constraints of a group',
      { ...document(words), ...plain },
      { ...document(words), ...java([`@NotNull(groups = Update.class) ${note}`, total], [street, city]) },
      [],
    ],
    [
      'leaves what is required by a part of the schema',
      { ...document(words), ...plain },
      {
        'api/openapi.yaml': (document(words)['api/openapi.yaml'] ?? '').replace(
          "schema: { $ref: '#/components/schemas/NewOrder' }",
          "schema: { allOf: [{ $ref: '#/components/schemas/NewOrder' }, { required: [note] }] }",
        ),
        ...java([`@NotNull ${note}`, total], [street, city]),
      },
      [],
    ],
    [
      'leaves a type within another that the document never described like this',
      { ...document(['road', 'town']), ...plain },
      { ...document(['road', 'town']), ...java([note, total], [street, city, '@NotNull String zip']) },
      [],
    ],
    [
      'leaves types that are only answered',
      { ...document(words), ...java([note, total], [street, city], '') },
      { ...document(words), ...java([`@NotNull ${note}`, total], [street, city], '') },
      [],
    ],
  ];
  for (const [name, base, head, finds] of cases) it(name, () => expectFindings(contractsDisagree, base, head, finds));
});
