import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { untestedEdgeCase } from '../../../../../src/rules/tests/untested-edge-case.ts';
import type { Rule } from '../../../../../src/rules/rule.ts';
import { expectFindings, type Texts } from '../../rule-cases.ts';

const module = 'src/orders.ts';
const test = 'test/orders.test.ts';

const routerOf = (...routes: readonly string[]): string =>
  `import { Router } from 'express';\nimport { orders } from './store.ts';\n\nexport const router = Router();\n\n${routes.join('\n\n')}\n`;
const list = "router.get('/', (request, response) => {\n  response.json(orders.all());\n});";
const show = "router.get('/:id', async (request, response) => {\n  response.json(await orders.find(request.params.id));\n});";
const refuses =
  "router.get('/:id', async (request, response) => {\n  const order = await orders.find(request.params.id);\n  if (!order) return response.status(404).end();\n  response.json(order);\n});";

const testOf = (...requests: readonly string[]): string =>
  `import request from 'supertest';\nimport { app } from '../src/app.ts';\n\n${requests
    .map((each, index) => `test('request ${index}', async () => {\n  await ${each};\n});\n`)
    .join('\n')}`;
const lists = "request(app).get('/api/orders').expect(200)";
const shows = "request(app).get('/api/orders/1').expect(200)";

interface Sides {
  readonly base: Texts;
  readonly head: Texts;
}

const edit = (before: readonly string[], after: readonly string[], old: readonly string[], added: readonly string[] = []): Sides => ({
  base: { [module]: routerOf(...before), [test]: testOf(...old) },
  head: { [module]: routerOf(...after), [test]: testOf(...old, ...added) },
});

describe('functions that a module registers for routes', () => {
  const cases: readonly (readonly [name: string, rule: Rule, sides: Sides, finds: readonly string[]])[] = [
    [
      'are new where no test asks for the route',
      untestedChange,
      edit([list], [list, show], [lists]),
      [`${module}:10 \`GET /:id\` is new and no test calls it.`],
    ],
    [
      'are shown by a test that asks for the route below a path that is mounted',
      untestedChange,
      edit([list], [list, show], [lists], [shows]),
      [],
    ],
    [
      'are not shown by a request of another method',
      untestedChange,
      edit([list], [list, show], [lists, "request(app).delete('/api/orders/1').expect(204)"]),
      [`${module}:10 \`GET /:id\` is new and no test calls it.`],
    ],
    [
      'ask for a test of the error that they answer now',
      untestedEdgeCase,
      edit([list, show], [list, refuses], [lists], [shows]),
      [`${module}:12 \`GET /:id\` now answers 404; no test expects it.`],
    ],
    [
      'have a test of the error that they answer now',
      untestedEdgeCase,
      edit([list, show], [list, refuses], [lists], [shows, "request(app).get('/api/orders/none').expect(404)"]),
      [],
    ],
    ['are as they were beside a new one', untestedChange, edit([list], [show, list], [lists], [shows]), []],
    [
      'are as they were where their parameters have other names',
      untestedChange,
      edit([list], [list.replaceAll('response', 'answer')], []),
      [],
    ],
    [
      'are as they were in another module',
      untestedChange,
      {
        base: { [module]: routerOf(list, show), [test]: testOf(lists) },
        head: { [module]: routerOf(list), 'src/order.ts': routerOf(show), [test]: testOf(lists) },
      },
      [],
    ],
    [
      'may be registered as objects',
      untestedChange,
      {
        base: { [test]: testOf(lists) },
        head: {
          'src/server.ts':
            "import Fastify from 'fastify';\nimport { orders } from './store.ts';\n\nconst app = Fastify();\napp.route({\n  method: 'POST',\n  url: '/orders',\n  handler: async (request) => orders.add(request.body),\n});\n",
          [test]: testOf(lists),
        },
      },
      ['src/server.ts:5 `POST /orders` is new and no test calls it.'],
    ],
    ['are no handlers where a client asks', untestedChange, edit([], ["await api.get('/orders', { timeout: 100 });"], []), []],
  ];
  for (const [name, rule, { base, head }, finds] of cases)
    it(name, async () => {
      await expectFindings(rule, base, head, finds);
    });
});
