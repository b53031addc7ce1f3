import { contractsDisagree } from '../../../../src/rules/compatibility/contracts-disagree.ts';
import { expectFindings, type Texts } from '../rule-cases.ts';

const schema = (...names: readonly string[]): string => names.map((name) => `        ${name}: { type: string }\n`).join('');
const document = (sent: readonly string[], got = sent): Texts => ({
  'api/openapi.yaml': `openapi: 3.0.3
info: { title: Shop, version: 1.0.0 }
paths:
  /orders:
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/NewOrder' } } } }
      responses:
        '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
  /orders/{id}:
    get:
      responses:
        '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } } }
components:
  schemas:
    NewOrder:
      type: object
      properties:
${schema(...sent)}    Order:
      type: object
      properties:
${schema(...got)}`,
});

const spring: Texts = {
  'src/main/java/shop/Orders.java': `package shop;

@RestController
@RequestMapping("/orders")
class Orders {
  @PostMapping
  ResponseEntity<OrderView> add(@Valid @RequestBody NewOrder order) {
    return service.add(order);
  }

  @GetMapping("/{id}")
  List<OrderView> find(@PathVariable long id) {
    return service.find(id);
  }
}
`,
};
const dto = (name: string, fields: readonly string[], before = ''): Texts => ({
  [`src/main/java/shop/${name}.java`]: `package shop;\n\n${before}public class ${name} {\n${fields.map((field) => `  private String ${field};\n`).join('')}}\n`,
});
const record = (name: string, fields: readonly string[]): Texts => ({
  [`src/main/java/shop/${name}.java`]: `package shop;\n\npublic record ${name}(${fields.map((field) => `String ${field}`).join(', ')}) {}\n`,
});
const plain = ['id', 'note', 'total'];
const java = (view: readonly string[], sent: readonly string[] = plain): Texts => ({
  ...spring,
  ...dto('OrderView', view),
  ...record('NewOrder', sent),
});

const jaxRs: Texts = {
  'src/main/java/shop/OrdersResource.java': `package shop;

@Path("/orders")
class OrdersResource {
  @POST
  @Consumes("application/json")
  OrderView add(@Valid NewOrder order, @HeaderParam("X-Shop") String shop) {
    return service.add(order);
  }
}
`,
};
const resource = (view: readonly string[], sent: readonly string[] = plain): Texts => ({
  ...jaxRs,
  ...dto('OrderView', view),
  ...dto('NewOrder', sent),
});

const nest: Texts = {
  'src/orders.controller.ts': `import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { NewOrder } from './new-order.dto';
import { OrderView } from './order-view.dto';

@Controller('orders')
export class OrdersController {
  @Post()
  async add(@Body() order: NewOrder): Promise<OrderView> {
    return this.service.add(order);
  }

  @Get(':id')
  find(@Param('id') id: string): Promise<OrderView[]> {
    return this.service.find(id);
  }
}
`,
};
const script = (file: string, name: string, fields: readonly string[], kind = 'class'): Texts => ({
  [`src/${file}.ts`]: `export ${kind} ${name} {\n${fields.map((field) => `  ${field}: string;\n`).join('')}}\n`,
});
const typescript = (view: readonly string[], sent: readonly string[] = plain): Texts => ({
  ...nest,
  ...script('order-view.dto', 'OrderView', view),
  ...script('new-order.dto', 'NewOrder', sent),
});

const express: Texts = {
  'src/server.ts': `import express, { type Request, type Response } from 'express';
import type { NewOrder, OrderView } from './types';

const app = express();
app.post('/orders', async (req: Request<{}, OrderView, NewOrder>, res: Response<OrderView>) => {
  res.json(await add(req.body));
});
`,
};
const types = (view: readonly string[], sent: readonly string[] = plain): Texts => ({
  'src/types.ts': `export interface NewOrder {\n${sent.map((field) => `  ${field}: string;\n`).join('')}}\nexport interface OrderView {\n${view.map((field) => `  ${field}: string;\n`).join('')}}\n`,
});

const gone = (path: string, line: number, type: string, field: string, where: string, described = field): string =>
  `${path}:${line} \`${type}.${field}\` is gone from ${where}, but \`api/openapi.yaml\` still describes \`${described}\`: ${where.startsWith('the body') ? 'what callers send in it is no longer read' : 'callers who hold to the document miss it'}.`;
const added = (path: string, line: number, type: string, field: string, where: string): string =>
  `${path}:${line} \`${type}.${field}\` is new in ${where}, but \`api/openapi.yaml\`, which has the other fields of \`${type}\`, does not describe it: callers do not know of it.`;

describe('compatibility/contracts-disagree, of bodies', () => {
  const view = 'src/main/java/shop/OrderView.java';
  const sent = 'src/main/java/shop/NewOrder.java';
  const answer = 'the answer of `POST /orders`';
  const body = 'the body of `POST /orders`';
  const named = {
    [view]:
      'package shop;\n\npublic class OrderView {\n  private String id;\n  @JsonProperty("ship_note")\n  private String text;\n  private String total;\n}\n',
  };
  const bills = (texts: Texts): Texts =>
    Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, text.replace('"/orders"', '"/bills"')]));
  const cases: readonly (readonly [name: string, base: Texts, head: Texts, finds: string[]])[] = [
    [
      'Spring: finds a field that is gone from an answer alone',
      { ...document(plain), ...java(plain) },
      { ...document(plain), ...java(['id', 'total']) },
      [gone(view, 5, 'OrderView', 'note', answer)],
    ],
    [
      'Spring: finds one that has another name in code alone, both ways',
      { ...document(plain), ...java(plain) },
      { ...document(plain), ...java(['id', 'remark', 'total']) },
      [added(view, 5, 'OrderView', 'remark', answer), gone(view, 5, 'OrderView', 'note', answer)],
    ],
    [
      'Spring: finds a component of a record that is gone from a body',
      { ...document(plain), ...java(plain) },
      { ...document(plain), ...java(plain, ['id', 'total']) },
      [gone(sent, 3, 'NewOrder', 'note', body)],
    ],
    [
      'Spring: reads the name that is sent',
      { ...document(['id', 'ship_note', 'total']), ...java(['id', 'text', 'total'], ['id', 'shipNote', 'total']), ...named },
      { ...document(['id', 'ship_note', 'total']), ...java(['id', 'total'], ['id', 'shipNote', 'total']) },
      [gone(view, 5, 'OrderView', 'text', answer, 'ship_note')],
    ],
    [
      'Spring: leaves a field alone that goes from both',
      { ...document(plain), ...java(plain) },
      { ...document(plain, ['id', 'total']), ...java(['id', 'total']) },
      [],
    ],
    [
      'Spring: leaves types alone that were never described like this',
      { ...document(['id', 'label', 'total']), ...java(plain, ['id', 'label', 'total']) },
      { ...document(['id', 'label', 'total']), ...java(['id', 'note', 'sum'], ['id', 'label', 'total']) },
      [],
    ],
    [
      'Spring: leaves types alone that have supertypes, or are written by rules of their own',
      { ...document(plain), ...spring, ...record('NewOrder', plain), ...dto('OrderView', plain, '@JsonSerialize(using = Views.class)\n') },
      {
        ...document(plain),
        ...spring,
        ...record('NewOrder', plain),
        ...dto('OrderView', ['id', 'total'], '@JsonSerialize(using = Views.class)\n'),
      },
      [],
    ],
    [
      'Spring: finds what the document alone describes',
      { ...document(plain), ...java(plain) },
      { ...document(plain, [...plain, 'paid']), ...java(plain) },
      [
        'api/openapi.yaml:27 `paid` is new in the answer of `POST /orders`, but `OrderView` (`src/main/java/shop/OrderView.java`), which has all the others, does not: callers who hold to the document miss it.',
      ],
    ],
    [
      'Spring: finds what the document alone no longer describes',
      { ...document(plain), ...java(plain) },
      { ...document(['id', 'note'], plain), ...java(plain) },
      [
        'api/openapi.yaml:20 `total` is no longer described in the body of `POST /orders`, but `NewOrder` (`src/main/java/shop/NewOrder.java`) still has it, like all the others: the document and the code say different things.',
      ],
    ],
    [
      'JAX-RS: finds a field that is new in code alone',
      { ...document(plain), ...resource(plain) },
      { ...document(plain), ...resource(plain, [...plain, 'paid']) },
      [added(sent, 7, 'NewOrder', 'paid', body)],
    ],
    [
      'JAX-RS: leaves what both have anew alone',
      { ...document(plain), ...resource(plain) },
      { ...document([...plain, 'paid'], plain), ...resource(plain, [...plain, 'paid']) },
      [],
    ],
    [
      'NestJS: finds a field that is new in code alone',
      { ...document(plain), ...typescript(plain) },
      { ...document(plain), ...typescript([...plain, 'paid']) },
      [added('src/order-view.dto.ts', 5, 'OrderView', 'paid', answer)],
    ],
    [
      'NestJS: finds one that is gone from a body',
      { ...document(plain), ...typescript(plain) },
      { ...document(plain), ...typescript(plain, ['id', 'note']) },
      [gone('src/new-order.dto.ts', 4, 'NewOrder', 'total', body)],
    ],
    [
      'NestJS: leaves what both have anew alone',
      { ...document(plain), ...typescript(plain) },
      { ...document(plain, [...plain, 'paid']), ...typescript([...plain, 'paid']) },
      [],
    ],
    [
      'Express: finds what the types of a handler say',
      { ...document(plain), ...express, ...types(plain) },
      { ...document(plain), ...express, ...types(['id', 'note'], ['id', 'total']) },
      [gone('src/types.ts', 3, 'NewOrder', 'note', body), gone('src/types.ts', 8, 'OrderView', 'total', answer)],
    ],
    [
      'leaves documents alone that describe other paths',
      { ...document(plain), ...bills(java(plain)) },
      { ...document(plain), ...bills(java(['id', 'total'])) },
      [],
    ],
  ];
  for (const [name, base, head, finds] of cases) it(name, () => expectFindings(contractsDisagree, base, head, finds));
});
