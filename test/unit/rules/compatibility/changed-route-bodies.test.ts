import { changedRoute } from '../../../../src/rules/compatibility/changed-route.ts';
import { contractsDisagree } from '../../../../src/rules/compatibility/contracts-disagree.ts';
import { expectFindings, type Texts } from '../rule-cases.ts';

const routes: Texts = {
  'src/main/java/shop/Orders.java': `package shop;

@RestController
@RequestMapping("/orders")
class Orders {
  @PostMapping
  void add(@Valid @RequestBody NewOrder order) {
    service.add(order);
  }

  @GetMapping("/{id}")
  ResponseEntity<OrderView> find(@PathVariable long id) {
    return service.find(id);
  }
}
`,
};
const path = (name: string): string => `src/main/java/shop/${name}.java`;
const record = (name: string, ...components: readonly string[]): Texts => ({
  [path(name)]: `package shop;\n\npublic record ${name}(${components.join(', ')}) {}\n`,
});
const bean = (name: string, heading: string, ...members: readonly string[]): Texts => ({
  [path(name)]: `package shop;\n\n${heading}class ${name} {\n${members.map((each) => `  ${each}\n`).join('')}}\n`,
});
const property = (name: string): readonly string[] => [
  `private String ${name};`,
  `public String get${name.charAt(0).toUpperCase()}${name.slice(1)}() { return ${name}; }`,
];
const document: Texts = {
  'openapi.yaml': `openapi: 3.0.3
info: { title: Shop, version: 1.0.0 }
paths:
  /orders/{id}:
    get:
      responses:
        '200': { description: ok, content: { application/json: { schema: { type: object, properties: { a: {}, b: {}, note: {} } } } } }
`,
};

const gone = 'is gone from the answer of `GET /orders/{id}`: callers that read it no longer find it.';

const cases: readonly (readonly [string, Texts, Texts, readonly string[]])[] = [
  [
    'a component of a record that is answered and goes',
    record('OrderView', 'String a', 'String b', 'String note'),
    record('OrderView', 'String a', 'String b'),
    [`${path('OrderView')}:3 \`note\` ${gone}`],
  ],
  [
    'a component that is called otherwise',
    record('OrderView', 'String a', 'String note'),
    record('OrderView', 'String a', 'String remark'),
    [`${path('OrderView')}:3 \`note\` ${gone}`],
  ],
  [
    'a property with a getter that goes',
    bean('OrderView', '', ...property('a'), ...property('b'), ...property('note')),
    bean('OrderView', '', ...property('a'), ...property('b')),
    [`${path('OrderView')}:8 \`note\` ${gone}`],
  ],
  [
    'a property whose getter Lombok makes',
    bean('OrderView', 'import lombok.Data;\n\n@Data\n', 'String a;', 'String b;', 'String note;'),
    bean('OrderView', 'import lombok.Data;\n\n@Data\n', 'String a;', 'String b;'),
    [`${path('OrderView')}:9 \`note\` ${gone}`],
  ],
  [
    'a property of what is answered within',
    { ...record('OrderView', 'String a', 'List<Item> items'), ...record('Item', 'String a', 'String b', 'String note') },
    { ...record('OrderView', 'String a', 'List<Item> items'), ...record('Item', 'String a', 'String b') },
    [`${path('Item')}:3 \`note\` is gone from \`items\` of the answer of \`GET /orders/{id}\`: callers that read it no longer find it.`],
  ],
  [
    'what is sent and no longer read',
    record('NewOrder', 'String a', 'String b', 'String note'),
    record('NewOrder', 'String a', 'String b'),
    [`${path('NewOrder')}:3 \`note\` is gone from the body of \`POST /orders\`: what callers send in it no longer counts, or is refused.`],
  ],
  [
    'what has to be sent now',
    record('NewOrder', 'String a', 'String b'),
    record('NewOrder', 'String a', 'String b', '@NotNull String note'),
    [`${path('NewOrder')}:3 \`note\` must be given in the body of \`POST /orders\` now: callers who leave it out are refused.`],
  ],
  ['what may be sent now', record('NewOrder', 'String a', 'String b'), record('NewOrder', 'String a', 'String b', 'String note'), []],
  ['what is answered too', record('OrderView', 'String a', 'String b'), record('OrderView', 'String a', 'String b', 'String note'), []],
  [
    'a field that callers never saw',
    bean('OrderView', '', ...property('a'), ...property('b'), 'private String note;'),
    bean('OrderView', '', ...property('a'), ...property('b')),
    [],
  ],
  [
    'a field whose getter computes it now',
    bean('OrderView', '', ...property('a'), ...property('b'), ...property('note')),
    bean('OrderView', '', ...property('a'), ...property('b'), 'public String getNote() { return a + b; }'),
    [],
  ],
  [
    'a field that keeps its name in what is sent',
    bean('OrderView', '', ...property('a'), ...property('b'), ...property('note')),
    bean('OrderView', '', ...property('a'), ...property('b'), '@JsonProperty("note") public String remark() { return a; }'),
    [],
  ],
  [
    'a class that becomes a record',
    bean('OrderView', '', ...property('a'), ...property('b')),
    record('OrderView', 'String a', 'String b'),
    [],
  ],
  ['a type that no route takes or gives', record('Other', 'String a', 'String b', 'String c'), record('Other', 'String a', 'String b'), []],
  [
    'a type of which there are two',
    {
      ...record('OrderView', 'String a', 'String b', 'String note'),
      'src/main/java/other/OrderView.java': 'package other;\n\nclass OrderView {}\n',
    },
    { ...record('OrderView', 'String a', 'String b'), 'src/main/java/other/OrderView.java': 'package other;\n\nclass OrderView {}\n' },
    [],
  ],
];

describe('compatibility/changed-route and what bodies hold', () => {
  for (const [name, base, head, finds] of cases)
    it(name, () => expectFindings(changedRoute, { ...routes, ...base }, { ...routes, ...head }, finds));

  it('leaves what a document describes to the comparison with the document', async () => {
    const [base, head] = [record('OrderView', 'String a', 'String b', 'String note'), record('OrderView', 'String a', 'String b')];
    await expectFindings(changedRoute, { ...document, ...routes, ...base }, { ...document, ...routes, ...head }, []);
    await expectFindings(contractsDisagree, { ...document, ...routes, ...base }, { ...document, ...routes, ...head }, [
      `${path('OrderView')}:3 \`OrderView.note\` is gone from the answer of \`GET /orders/{id}\`, but \`openapi.yaml\` still describes \`note\`: callers who hold to the document miss it.`,
    ]);
  });
});

describe('compatibility/changed-route and parameters of routes that have other paths', () => {
  const orders = (path: string, parameter: string): Texts => ({
    'src/main/java/shop/Orders.java': `package shop;\n\n@RestController\n@RequestMapping("${path}")\nclass Orders {\n  @GetMapping\n  List<String> all(@RequestParam String ${parameter}) {\n    return x();\n  }\n}\n`,
  });
  const file = 'src/main/java/shop/Orders.java';
  it('tells of the route alone', () =>
    expectFindings(changedRoute, orders('/orders', 'size'), orders('/v1/orders', 'size'), [
      `${file}:6 The route \`GET /orders\` is \`GET /v1/orders\` now: callers of the old one get an error instead of an answer.`,
    ]));
  it('tells of a parameter that is called otherwise', () =>
    expectFindings(changedRoute, orders('/orders', 'size'), orders('/orders', 'most'), [
      `${file}:7 The query parameter \`size\` of \`GET /orders\` is the query parameter \`most\` now: what callers send under the old name no longer counts.`,
    ]));
});

describe('compatibility/changed-route and objects that JAX-RS hands on to', () => {
  const located = (path: string, method = 's'): Texts => ({
    'src/main/java/shop/Orders.java': `package shop;\n\nimport jakarta.ws.rs.*;\n\n@Path("/orders")\nclass Orders {\n  ${path}public Items ${method}() { return new Items(); }\n}\n`,
  });
  const file = 'src/main/java/shop/Orders.java';
  it('finds another path, and one that is gone', async () => {
    await expectFindings(changedRoute, located('@Path("items") '), located('@Path("lines") '), [
      `${file}:7 The route \`ANY /orders/items/…\` is \`ANY /orders/lines/…\` now: callers of the old one get an error instead of an answer.`,
    ]);
    await expectFindings(changedRoute, located('@Path("items") '), located(''), [
      `${file}:7 The route \`ANY /orders/items/…\` is gone: callers get an error instead of an answer.`,
    ]);
  });
  it('leaves another name of the method alone, and a slash before the path', async () => {
    await expectFindings(changedRoute, located('@Path("items") '), located('@Path("/items") ', 'items'), []);
  });
});
