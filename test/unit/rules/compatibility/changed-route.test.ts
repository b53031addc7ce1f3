import { changedRoute } from '../../../../src/rules/compatibility/changed-route.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const spring = (prefix: string, ...members: readonly string[]): string =>
  `package shop;\n\n@RestController\n@RequestMapping("${prefix}")\nclass Orders {\n${members.map((member) => `  ${member} {}\n`).join('')}}\n`;
const find = '@GetMapping("/{id}") Order find(@PathVariable long id)';
const jax = (path: string, parameter: string): string =>
  `package shop;\n\n@Path("/orders")\nclass Orders {\n  @GET\n  @Path("${path}")\n  Order find(${parameter}) { return null; }\n}\n`;
const express = (...routes: readonly string[]): string =>
  `import express from 'express';\n\nexport const router = express.Router();\n${routes.map((route) => `${route}\n`).join('')}`;
const nest = (controller: string, method: string): string =>
  `@Controller('${controller}')\nexport class Orders {\n  ${method}\n  find(@Param('id') id: string) {}\n}\n`;
const gone = 'callers get an error instead of an answer';
const old = 'callers of the old one get an error instead of an answer';

describe('compatibility/changed-route', () => {
  fileCases(changedRoute, 'src/main/java/shop/Orders.java', [
    [
      'finds a route that is gone',
      spring('/orders', find, '@DeleteMapping("/{id}") void drop(@PathVariable long id)'),
      spring('/orders', find),
      [`7 The route \`DELETE /orders/{id}\` is gone: ${gone}.`],
    ],
    [
      'finds a route that takes another method',
      spring('/orders', '@PostMapping("/{id}") void change(@PathVariable long id)'),
      spring('/orders', '@PutMapping("/{id}") void change(@PathVariable long id)'),
      [`6 The route \`POST /orders/{id}\` is \`PUT /orders/{id}\` now: ${old}.`],
    ],
    [
      'leaves a route alone whose path a constant of another file gives now',
      spring('/orders', '@GetMapping("/open") Order open()'),
      spring('/orders', '@GetMapping(Paths.OPEN) Order open()'),
      [],
    ],
    [
      'finds a route that is gone though its path is not known',
      spring('/orders', find, '@DeleteMapping(Paths.ONE) void drop(@PathVariable long id)'),
      spring('/orders', find),
      [`7 The route \`DELETE /orders/\${Paths.ONE}\` is gone: ${gone}.`],
    ],
    [
      'leaves routes alone that an interface from elsewhere may say now',
      spring('/orders', find, '@DeleteMapping("/{id}") void drop(@PathVariable long id)'),
      'package shop;\n\n@RestController\nclass Orders implements OrdersApi<Order> {\n  @Override public Order find(long id) {}\n  @Override public void drop(long id) {}\n}\n',
      [],
    ],
    [
      'finds a route that is gone though an interface without routes is new above it',
      spring('/orders', find, '@DeleteMapping("/{id}") void drop(@PathVariable long id)'),
      `${spring('/orders', find).replace('class Orders', 'class Orders implements Found')}interface Found {}\n`,
      [`7 The route \`DELETE /orders/{id}\` is gone: ${gone}.`],
    ],
    [
      'tells once that all routes of a controller are elsewhere',
      spring('/orders', find, '@PostMapping Order add()'),
      spring('/api/orders', find, '@PostMapping Order add()'),
      [
        '6 2 routes of `Orders` have other paths: `GET /orders/{id}` is `GET /api/orders/{id}` now, and callers of the old ones get an error instead of an answer.',
      ],
    ],
    [
      'finds a parameter that must be given',
      spring('/orders', '@GetMapping List<Order> all(@RequestParam(required = false) String by)'),
      spring('/orders', '@GetMapping List<Order> all(@RequestParam String by)'),
      ['6 The query parameter `by` of `GET /orders` is required, and was optional: callers that leave it out are refused.'],
    ],
    [
      'warns of a parameter that counts no more, and of another default',
      spring('/orders', '@GetMapping List<Order> all(@RequestParam(defaultValue = "10") int size, @RequestHeader("X-Shop") String shop)'),
      spring('/orders', '@GetMapping List<Order> all(@RequestParam(defaultValue = "20") int size)'),
      [
        '6 The query parameter `size` of `GET /orders` is `20` by default instead of `10`: those who leave it out get another behaviour.',
        '6 The header `X-Shop` of `GET /orders` is gone: what callers send in it no longer counts.',
      ],
    ],
    [
      'finds other statuses, forms and conditions',
      spring(
        '/orders',
        '@PostMapping @ResponseStatus(HttpStatus.OK) Order add()',
        '@GetMapping List<Order> all()',
        '@GetMapping("/{id}") Order find(@PathVariable String id)',
      ),
      spring(
        '/orders',
        '@PostMapping @ResponseStatus(HttpStatus.CREATED) Order add()',
        '@GetMapping(produces = "text/csv") OrderPage all()',
        '@GetMapping(path = "/{id}", headers = "X-Version=2") Order find(@PathVariable UUID id)',
      ),
      [
        '6 The route `POST /orders` answers 201 instead of 200: callers that look for the old status take it for another outcome.',
        '7 The route `GET /orders` answers with one thing instead of a list: callers that read the old form fail.',
        '7 The route `GET /orders` no longer answers in JSON: callers that ask for it are refused, others get another form.',
        '8 The route `GET /orders/{id}` is answered with `X-Version=2` only now: callers that do without get an error.',
        '8 The path variable `id` of `GET /orders/{id}` has to be a UUID now, and was a text: callers that send others are refused.',
      ],
    ],
    [
      'leaves what is only said now, what takes more and what decides its status itself alone',
      spring(
        '/orders',
        '@PostMapping Order add(@RequestBody Order order)',
        '@GetMapping("/{id}") Order find(@PathVariable long id)',
        '@GetMapping Order all()',
      ),
      spring(
        '/orders',
        '@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE) @ResponseStatus(HttpStatus.OK) Order add(@RequestBody Order order)',
        '@GetMapping(path = "/{id}", produces = {"application/json", "text/csv"}) Order find(@PathVariable String id)',
        '@GetMapping ResponseEntity<Order> all()',
      ),
      [],
    ],
    [
      'finds a body of data that is taken in another form only',
      spring('/orders', '@PostMapping void add(@RequestBody Order order)'),
      spring('/orders', '@PostMapping(consumes = "application/xml") void add(@RequestBody Order order)'),
      ['6 The route `POST /orders` no longer takes JSON: callers that send it are refused.'],
    ],
    [
      'leaves alone what never was JSON and only says so now',
      spring(
        '/orders',
        '@PostMapping("/file") void upload(@RequestParam("file") MultipartFile file)',
        '@PostMapping("/form") void send(@ModelAttribute Form form)',
        '@PostMapping("/raw") void raw(@RequestBody String text)',
        '@GetMapping("/text") String text()',
        '@GetMapping("/image") ResponseEntity<byte[]> image()',
        '@GetMapping("/file") org.springframework.core.io.Resource file()',
        '@GetMapping("/events") SseEmitter events()',
      ),
      spring(
        '/orders',
        '@PostMapping(path = "/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE) void upload(@RequestParam("file") MultipartFile file)',
        '@PostMapping(path = "/form", consumes = "application/x-www-form-urlencoded") void send(@ModelAttribute Form form)',
        '@PostMapping(path = "/raw", consumes = "text/plain") void raw(@RequestBody String text)',
        '@GetMapping(path = "/text", produces = "text/plain") String text()',
        '@GetMapping(path = "/image", produces = "image/png") ResponseEntity<byte[]> image()',
        '@GetMapping(path = "/file", produces = "application/pdf") org.springframework.core.io.Resource file()',
        '@GetMapping(path = "/events", produces = "text/event-stream") SseEmitter events()',
      ),
      [],
    ],
    [
      'finds that a parameter of JAX-RS has another name',
      jax('{id}', '@QueryParam("full") boolean full'),
      jax('{id}', '@QueryParam("complete") boolean full'),
      [
        '7 The query parameter `full` of `GET /orders/{id}` is the query parameter `complete` now: what callers send under the old name no longer counts.',
      ],
    ],
    [
      'leaves another name of a variable alone',
      spring('/orders', find),
      spring('/orders', '@GetMapping("/{order}") Order find(@PathVariable long order)'),
      [],
    ],
    [
      'leaves a route that takes any method now alone',
      spring('/a', '@GetMapping("/b") void b()'),
      spring('/a', '@RequestMapping("/b") void b()'),
      [],
    ],
    [
      'leaves one more route alone',
      spring('/orders', find),
      spring('/orders', find, '@PostMapping Order add(@RequestBody Order order)'),
      [],
    ],
    ['leaves another notation alone', jax('/{id}', ''), jax('{id}/', ''), []],
    [
      'leaves clients alone',
      '@FeignClient("orders")\ninterface Orders {\n  @GetMapping("/a") Order a();\n}\n',
      '@FeignClient("orders")\ninterface Orders {\n  @GetMapping("/b") Order a();\n}\n',
      [],
    ],
  ]);
  fileCases(changedRoute, 'src/orders.ts', [
    [
      'finds a route that is gone',
      express("router.get('/orders', all);", "router.delete('/orders/:id', drop);"),
      express("router.get('/orders', all);"),
      [`5 The route \`DELETE /orders/:id\` is gone: ${gone}.`],
    ],
    [
      'finds a route that has another path',
      express("router.route('/orders').get(all).post(add);"),
      express("router.route('/order').get(all).post(add);"),
      [
        '4 2 routes of `src/orders.ts` have other paths: `POST /orders` is `POST /order` now, and callers of the old ones get an error instead of an answer.',
      ],
    ],
    [
      'leaves a router alone that something stands before now',
      express("router.use('/orders', ordersRouter);"),
      express("router.use('/orders', requireLogin, ordersRouter);"),
      [],
    ],
    [
      'finds another place for a router',
      express("router.use('/orders', ordersRouter);"),
      express("router.use('/shop/orders', ordersRouter);"),
      [`4 The route \`ANY /orders/…\` is \`ANY /shop/orders/…\` now: ${old}.`],
    ],
    [
      'finds a route of fastify that is gone',
      "export default async (fastify) => {\n  fastify.get('/a', a);\n  fastify.route({ method: 'GET', url: '/b', handler: b });\n};\n",
      "export default async (fastify) => {\n  fastify.get('/a', a);\n};\n",
      [`3 The route \`GET /b\` is gone: ${gone}.`],
    ],
    [
      'finds another path of a controller',
      nest('orders', '@Get(":id")'),
      nest('shop/orders', '@Get(":id")'),
      [`3 The route \`GET /orders/:id\` is \`GET /shop/orders/:id\` now: ${old}.`],
    ],
    ['leaves another name of a variable alone', nest('orders', '@Get(":id")'), nest('orders', '@Get(":order")'), []],
    ['leaves one more guard alone', express("router.get('/orders', all);"), express("router.get('/orders', signedIn, all);"), []],
    [
      'leaves another order alone',
      express("router.get('/a', a);", "router.get('/b', b);"),
      express("router.get('/b', b);", "router.get('/a', a);"),
      [],
    ],
    [
      "leaves a client's calls alone",
      "import axios from 'axios';\naxios.get('/orders', handle);\n",
      "import axios from 'axios';\naxios.get('/order', handle);\n",
      [],
    ],
    ['leaves settings and maps alone', "app.get('title', x);\ncache.get('/a', b);\n", "app.get('name', x);\ncache.get('/c', b);\n", []],
  ]);
  it('leaves a route alone that moves to another file', async () => {
    await expectFindings(
      changedRoute,
      { 'src/a.ts': express("router.get('/orders', all);", "router.get('/bills', bills);") },
      { 'src/a.ts': express("router.get('/orders', all);"), 'src/b.ts': express("router.get('/bills', bills);") },
      [],
    );
  });
  it('tells once that a controller is gone', async () => {
    const text = spring('/orders', find, '@PostMapping Order add()', '@PutMapping Order change()', '@DeleteMapping void drop()');
    await expectFindings(changedRoute, { 'src/main/java/shop/Orders.java': text }, {}, [
      'src/main/java/shop/Orders.java:6 The routes `GET /orders/{id}`, `POST /orders`, `PUT /orders` and 1 more of `Orders` are gone: callers get an error instead of an answer.',
    ]);
  });
});
