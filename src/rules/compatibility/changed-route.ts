import { contractRule } from '../contract-rule.ts';
import type { Example } from '../rule.ts';

const controller = (mapping: string, parameter: string): Record<string, string> => ({
  'src/main/java/shop/Orders.java': `package shop;

@RestController
@RequestMapping("/orders")
class Orders {
  @GetMapping("${mapping}")
  Order find(@PathVariable long id${parameter}) {
    return orders.find(id);
  }
}
`,
});
const app = (route: string): Record<string, string> => ({
  'src/app.ts': `import express from 'express';
import { find } from './orders';

const app = express();
${route}
`,
});

const examples: readonly Example[] = [
  {
    name: 'a route has another path',
    base: controller('/{id}', ''),
    head: controller('/by-id/{id}', ''),
    finds: [
      'src/main/java/shop/Orders.java:6 The route `GET /orders/{id}` is `GET /orders/by-id/{id}` now: callers of the old one get an error instead of an answer.',
    ],
  },
  {
    name: 'a route asks for more',
    base: controller('/{id}', ''),
    head: controller('/{id}', ', @RequestParam String region'),
    finds: [
      'src/main/java/shop/Orders.java:7 The query parameter `region` of `GET /orders/{id}` is new and required: callers that leave it out are refused.',
    ],
  },
  {
    name: 'a route is gone',
    base: app("app.get('/orders/:id', find);\napp.get('/health', ok);"),
    head: app("app.get('/health', ok);"),
    finds: ['src/app.ts:5 The route `GET /orders/:id` is gone: callers get an error instead of an answer.'],
  },
  {
    name: 'a route asks for more that may be left out, and names its variable otherwise',
    base: controller('/{id}', ''),
    head: controller('/{order}', ', @RequestParam(defaultValue = "eu") String region'),
    finds: [],
  },
];

export const changedRoute = contractRule('http-routes', {
  id: 'compatibility/changed-route',
  title: 'A route that callers no longer reach, or that asks for more',
  reason:
    'Programs and people call a path that they have in their code, their bookmarks or their monitoring. When the route is gone, has another path, or refuses what it took before, they fail when the new version is deployed, and not before.',
  remedy:
    'Keep the old path beside the new one and mark it as deprecated until nobody calls it. What is asked for anew may be left out, and has a default.',
  limits:
    'Routes of Spring, JAX-RS and NestJS are read from annotations, those of Express, Koa, Fastify, Hono and hapi from calls in code that the change touches. Paths of routers are told without what they are mounted under; that is compared on its own, where a literal or constant says it (`use`, `route`, `register` with `prefix`, `basePath`, `prefix`, `setGlobalPrefix`); of prefixes that come new only the one that NestJS puts before all routes is told. Versions of NestJS are compared where both sides say them. A route that moves to another router with the same path is not noticed. A path that is computed is told as it is written; a file that computes paths of a method is not asked for the others of that method. Media types, conditions (`params`, `headers`), the types of parameters and path variables, and whether an answer is a list are compared where annotations and signatures say them; status codes where an annotation says them, or where one that a changed function answers with stands for another. What a body must hold is compared where no OpenAPI document of the repository describes the route, and in Java alone: fields of plain classes and records that are gone from answers, or that are asked for anew in what is validated; of a described route the document is compared, and held against the code. Clients (`@FeignClient`) are no routes. Parameters that are gone, defaults that are others, and what an exception is answered with where its handler is gone are warnings. Statuses that a filter or a reactive chain decides are not seen.',
  examples,
});
