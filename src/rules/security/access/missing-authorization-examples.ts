import type { Example } from '../../rule.ts';

const list =
  '  @PreAuthorize("hasRole(\'CLERK\')")\n  @GetMapping("/{id}")\n  Order show(long id) {\n    return orders.one(id);\n  }\n\n  @PreAuthorize("hasRole(\'CLERK\')")\n  @PostMapping\n  void create(Order order) {\n    orders.add(order);\n  }\n';
const cancel = (guard: string): string => `\n${guard}  @DeleteMapping("/{id}")\n  void cancel(long id) {\n    orders.remove(id);\n  }\n`;
const controller = (...methods: readonly string[]): string =>
  `import org.springframework.security.access.prepost.PreAuthorize;\n\n@RestController\n@RequestMapping("/orders")\nclass Orders {\n${methods.join('')}}\n`;
const guard = '  @PreAuthorize("hasRole(\'CLERK\')")\n';
const router = (...lines: readonly string[]): string => `import { requireUser } from './access';\n\n${lines.join('\n')}\n`;
const before = ["router.get('/orders', requireUser, list);", "router.post('/orders', requireUser, create);"];

/** What missing-authorization finds and what not. */
export const missingAuthorizationExamples: readonly Example[] = [
  {
    name: 'a new handler has no check, as all others of its class have',
    base: { 'src/main/java/Orders.java': controller(list) },
    head: { 'src/main/java/Orders.java': controller(list, cancel('')) },
    finds: [
      'src/main/java/Orders.java:18 `DELETE /orders/{id}` is new and asks nobody who they are, while the 2 other endpoints of `Orders` do: `@PreAuthorize("hasRole(\'CLERK\')")`.',
    ],
    fixed: { 'src/main/java/Orders.java': controller(list, cancel(guard)) },
  },
  {
    name: 'the new handler has the check',
    base: { 'src/main/java/Orders.java': controller(list) },
    head: { 'src/main/java/Orders.java': controller(list, cancel(guard)) },
    finds: [],
  },
  {
    name: 'a new route has no middleware, as all others of its router have',
    base: { 'src/routes.ts': router(...before) },
    head: { 'src/routes.ts': router(...before, "router.delete('/orders/:id', cancel);") },
    finds: [
      'src/routes.ts:5 `DELETE /orders/:id` is new and asks nobody who they are, while the 2 other endpoints of `router` do: `requireUser`.',
    ],
    fixed: { 'src/routes.ts': router(...before, "router.delete('/orders/:id', requireUser, cancel);") },
  },
  {
    name: 'the new route is one that has to be open',
    base: { 'src/routes.ts': router(...before) },
    head: { 'src/routes.ts': router(...before, "router.get('/health', health);") },
    finds: [],
  },
  {
    name: 'a new route stands beside guarded ones in JavaScript',
    base: { 'src/routes.js': router(...before) },
    head: {
      'src/routes.js': router(...before, "router.put('/orders/:id', (req, res) => res.json(orders.update(req.params.id, req.body)));"),
    },
    finds: [
      'src/routes.js:5 `PUT /orders/:id` is new and asks nobody who they are, while the 2 other endpoints of `router` do: `requireUser`.',
    ],
  },
  {
    name: 'the handler of the new route asks',
    base: { 'src/routes.js': router(...before) },
    head: {
      'src/routes.js': router(
        ...before,
        "router.put('/orders/:id', (req, res) => {\n  if (!req.user) return res.sendStatus(401);\n  res.json(orders.update(req.params.id, req.body));\n});",
      ),
    },
    finds: [],
  },
];
