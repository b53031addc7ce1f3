import { changedRoute } from '../../../../src/rules/compatibility/changed-route.ts';
import { expectFindings, fileCases, type Texts } from '../rule-cases.ts';

const old = 'callers of the old one get an error instead of an answer';
const gone = 'callers get an error instead of an answer';
const express = (...lines: readonly string[]): string =>
  `import express from 'express';\nimport { all, show } from './handlers.js';\nimport { PATHS } from './paths.js';\n\nexport const app = express();\n${lines.map((line) => `${line}\n`).join('')}`;
const fastify = (...lines: readonly string[]): string =>
  `import Fastify from 'fastify';\nimport orders from './orders.js';\n\nconst fastify = Fastify();\n${lines.map((line) => `${line}\n`).join('')}`;
const koa = (router: string, ...lines: readonly string[]): string =>
  `import Router from '@koa/router';\nimport { all } from './handlers.js';\n\nconst router = ${router};\n${lines.map((line) => `${line}\n`).join('')}`;
const hono = (...lines: readonly string[]): string =>
  `import { Hono } from 'hono';\nimport { all } from './handlers.js';\nimport { orders } from './orders.js';\n\n${lines.map((line) => `${line}\n`).join('')}`;
const nest = (...lines: readonly string[]): string =>
  `import { NestFactory } from '@nestjs/core';\nimport { AppModule } from './app.module';\n\nasync function start() {\n  const app = await NestFactory.create(AppModule);\n${lines.map((line) => `  ${line}\n`).join('')}  await app.listen(3000);\n}\nvoid start();\n`;
const expressRouter = (...lines: readonly string[]): string =>
  `import { Router } from 'express';\nimport { all, show } from './handlers.js';\n\nexport const ordersRouter = Router();\n${lines.map((line) => `${line}\n`).join('')}`;

describe('compatibility/changed-route, paths put together of several', () => {
  fileCases(changedRoute, 'src/app.ts', [
    [
      'finds another prefix of a plugin',
      fastify("fastify.register(orders, { prefix: '/v1' });"),
      fastify("fastify.register(orders, { prefix: '/v2' });"),
      [`5 The route \`ANY /v1/…\` is \`ANY /v2/…\` now: ${old}.`],
    ],
    [
      'finds a plugin that is no longer registered',
      fastify("fastify.register(orders, { prefix: '/v1' });"),
      fastify(),
      [`5 The route \`ANY /v1/…\` is gone: ${gone}.`],
    ],
    [
      'leaves a prefix in a constant alone',
      fastify("fastify.register(orders, { prefix: '/v1' });"),
      fastify("const prefix = '/v1';", 'await fastify.register(orders, { prefix });'),
      [],
    ],
    [
      "finds another prefix of Koa's router",
      koa("new Router({ prefix: '/v1' })", "router.get('/a', all);"),
      koa("new Router({ prefix: '/v2' })", "router.get('/a', all);"),
      [`4 The route \`ANY /v1/…\` is \`ANY /v2/…\` now: ${old}.`],
    ],
    [
      'leaves a prefix alone that goes from the routes to their router',
      koa('new Router()', "router.get('/v1/a', all);", "router.get('/v1/b', all);"),
      koa("new Router({ prefix: '/v1' })", "router.get('/a', all);", "router.get('/b', all);"),
      [],
    ],
    [
      'leaves a prefix alone that goes from the router to its routes',
      koa("new Router({ prefix: '/v1' })", "router.get('/a', all);"),
      koa('new Router()', "router.get('/v1/a', all);"),
      [],
    ],
    [
      'finds another base path',
      hono("const app = new Hono().basePath('/v1');", "app.get('/a', all);"),
      hono("const app = new Hono().basePath('/v2');", "app.get('/a', all);"),
      [`5 The route \`ANY /v1/…\` is \`ANY /v2/…\` now: ${old}.`],
    ],
    [
      'finds another place for a router of Hono',
      hono('const app = new Hono();', "app.route('/orders', orders);"),
      hono('const app = new Hono();', "app.route('/order', orders);"),
      [`6 The route \`ANY /orders/…\` is \`ANY /order/…\` now: ${old}.`],
    ],
    [
      'leaves another way to write a route alone',
      hono('const app = new Hono();', "app.get('/a', all);", "app.post('/a', all);"),
      hono('const app = new Hono();', "app.on(['GET', 'POST'], '/a', all);"),
      [],
    ],
    [
      'finds another prefix of all routes',
      nest("app.setGlobalPrefix('api');"),
      nest("app.setGlobalPrefix('api/v2');"),
      [`6 The route \`ANY /api/…\` is \`ANY /api/v2/…\` now: ${old}.`],
    ],
    [
      'leaves paths alone that a loop goes through',
      express("app.get('/a', all);", "app.get('/b', all);"),
      express("for (const path of ['/a', '/b']) app.get(path, all);"),
      [],
    ],
    [
      'leaves a path alone that is a constant of another file now',
      express("app.get('/orders', all);"),
      express('app.get(PATHS.orders, all);'),
      [],
    ],
    [
      'finds a route that is gone beside a computed one of another method',
      express("app.get('/orders', all);", "app.post('/orders', show);"),
      express("app.get('/orders', all);", 'app.put(PATHS.orders, show);'),
      [`7 The route \`POST /orders\` is gone: ${gone}.`],
    ],
  ]);

  const movedCases: readonly (readonly [name: string, base: Texts, head: Texts, finds: readonly string[]])[] = [
    [
      'leaves routes alone that go to a router of their own',
      { 'src/app.ts': express("app.get('/orders', all);", "app.get('/orders/:id', show);") },
      {
        'src/app.ts': express("app.use('/orders', ordersRouter);"),
        'src/orders.ts': expressRouter("ordersRouter.get('/', all);", "ordersRouter.get('/:id', show);"),
      },
      [],
    ],
    [
      'finds what is lost on the way to a router of its own',
      { 'src/app.ts': express("app.get('/orders', all);", "app.delete('/orders/:id', show);") },
      {
        'src/app.ts': express("app.use('/orders', ordersRouter);"),
        'src/orders.ts': expressRouter("ordersRouter.get('/', all);"),
      },
      [`src/app.ts:6 The route \`DELETE /orders/:id\` is gone: ${gone}.`],
    ],
    [
      'leaves routers within routers alone',
      { 'src/app.ts': express("app.get('/api/orders', all);") },
      {
        'src/app.ts': express("app.use('/api', apiRouter);"),
        'src/api.ts': expressRouter("ordersRouter.use('/orders', innerRouter);", "innerRouter.get('/', all);"),
      },
      [],
    ],
    [
      'leaves the routes of a router alone that are written where it stood',
      {
        'src/app.ts': express("app.use('/orders', ordersRouter);"),
        'src/orders.ts': expressRouter("ordersRouter.get('/', all);", "ordersRouter.get('/:id', show);"),
      },
      { 'src/app.ts': express("app.get('/orders', all);", "app.get('/orders/:id', show);") },
      [],
    ],
  ];
  for (const [name, base, head, finds] of movedCases) {
    it(name, async () => {
      await expectFindings(changedRoute, base, head, finds);
    });
  }
  const versioned = (version: string, own = ''): string =>
    `import { Controller, Get, Version } from '@nestjs/common';\n\n@Controller({ path: 'orders', version: ${version} })\nexport class Orders {\n  ${own}@Get()\n  all() {}\n}\n`;
  fileCases(changedRoute, 'src/orders.controller.ts', [
    [
      'finds a version that routes are no longer in',
      versioned("['1', '2']"),
      versioned("'2'"),
      [
        '5 The route `GET /orders` is no longer there in version 1 of the API, only in 2: callers of the old one get an error instead of an answer.',
      ],
    ],
    [
      'finds another version of one route',
      versioned("'1'", "@Version('2') "),
      versioned("'1'", "@Version('3') "),
      [
        '5 The route `GET /orders` is no longer there in version 2 of the API, only in 3: callers of the old one get an error instead of an answer.',
      ],
    ],
    ['leaves one more version alone', versioned("'1'"), versioned("['1', '2']"), []],
    ['leaves a version alone that comes where nothing was said', versioned("'1'").replace(", version: '1'", ''), versioned("'1'"), []],
  ]);
  fileCases(changedRoute, 'src/main.ts', [
    [
      'finds a prefix that comes new before all routes',
      nest(),
      nest("app.setGlobalPrefix('api');"),
      ['6 All routes stand under `/api` now: callers of the paths without it get an error instead of an answer.'],
    ],
    ['leaves a product that is new alone', '', nest("app.setGlobalPrefix('api');"), []],
    ['leaves a prefix alone that was computed', nest('app.setGlobalPrefix(prefix);'), nest("app.setGlobalPrefix('api');"), []],
  ]);
  it('leaves a prefix alone that the routes gave up', async () => {
    const controller = (path: string): string =>
      `import { Controller, Get } from '@nestjs/common';\n\n@Controller('${path}')\nexport class Orders {\n  @Get()\n  all() {}\n}\n`;
    await expectFindings(
      changedRoute,
      { 'src/main.ts': nest(), 'src/orders.controller.ts': controller('api/orders') },
      { 'src/main.ts': nest("app.setGlobalPrefix('api');"), 'src/orders.controller.ts': controller('orders') },
      [],
    );
  });
});

describe('compatibility/changed-route and the path of a JAX-RS application', () => {
  const application = (path: string, name = 'Api'): Texts => ({
    [`src/main/java/shop/${name}.java`]: `package shop;\n\n@ApplicationPath("${path}")\npublic class ${name} extends Application {\n}\n`,
  });
  const orders = (path: string): Texts => ({
    'src/main/java/shop/Orders.java': `package shop;\n\n@Path("${path}")\nclass Orders {\n  @GET\n  public String all() {\n    return "";\n  }\n}\n`,
  });
  it('tells of another one', () =>
    expectFindings(changedRoute, { ...application('/api'), ...orders('/orders') }, { ...application('/rest'), ...orders('/orders') }, [
      'src/main/java/shop/Api.java:3 The route `ANY /api/…` is `ANY /rest/…` now: callers of the old one get an error instead of an answer.',
    ]));
  it('leaves a part alone that the resources say now', () =>
    expectFindings(
      changedRoute,
      { ...application('/api/v1'), ...orders('/orders') },
      { ...application('/api', 'Rest'), ...orders('/v1/orders') },
      [],
    ));
});
