import assert from 'node:assert/strict';
import { removedAuthorization } from '../../../../src/rules/security/removed-authorization.ts';
import { expectFindings, fileCases, withFixes } from '../rule-cases.ts';

const controller = (onClass: string, onMethod: string): string =>
  `import jakarta.annotation.security.RolesAllowed;\n\n${onClass}\npublic class Orders {\n  ${onMethod}\n  public void cancel(long id) {\n    orders.cancel(id);\n  }\n}\n`;
const config = (rule: string): string =>
  `class Security {\n  void configure(HttpSecurity http) {\n    http.authorizeHttpRequests(requests -> requests\n      .requestMatchers("/admin/**").${rule}\n      .anyRequest().authenticated());\n  }\n}\n`;
const routes = (...lines: readonly string[]): string => `import { auth, limit, list, remove } from './handlers';\n\n${lines.join('\n')}\n`;

describe('security/removed-authorization in Java', () => {
  fileCases(removedAuthorization, 'src/main/java/Orders.java', [
    [
      'finds a role that is asked for no more',
      controller('@Path("/orders")', '@RolesAllowed("admin")'),
      controller('@Path("/orders")', '@POST'),
      ['6 `cancel` is no longer protected: `@RolesAllowed("admin")` is gone.'],
    ],
    [
      'finds a further role that is let in',
      controller('@Path("/orders")', '@RolesAllowed({"admin"})'),
      controller('@Path("/orders")', '@RolesAllowed({"admin", "guest"})'),
      ['5 `cancel` also lets guest in: `@RolesAllowed({"admin"})` became `@RolesAllowed({"admin", "guest"})`.'],
    ],
    [
      'finds a class whose check is gone',
      controller('@RolesAllowed("admin")', '@POST'),
      controller('@Path("/orders")', '@POST'),
      ['4 `Orders` is no longer protected: `@RolesAllowed("admin")` is gone.'],
    ],
    [
      'finds an expression that lets all in',
      controller('@RolesAllowed("x")', '@PreAuthorize("hasRole(\'A\')")'),
      controller('@RolesAllowed("x")', '@PreAuthorize("permitAll()")'),
      ['5 `cancel` is open to everyone now: `@PreAuthorize("permitAll()")`.'],
    ],
    [
      'leaves a check that moved to the class alone',
      controller('@Path("/orders")', '@RolesAllowed("admin")'),
      controller('@RolesAllowed("admin")', '@POST'),
      [],
    ],
    [
      'leaves a stricter role alone',
      controller('@Path("/orders")', '@RolesAllowed({"admin", "guest"})'),
      controller('@Path("/orders")', '@RolesAllowed({"admin"})'),
      [],
    ],
    ['leaves another annotation alone', controller('@Path("/orders")', '@Timed'), controller('@Path("/orders")', '@POST'), []],
    [
      'leaves a check alone that the function makes itself now',
      controller('@Path("/orders")', '@RolesAllowed("admin")'),
      controller('@Path("/orders")', '@POST').replace('    orders.cancel', '    requireCancelPermission(id);\n    orders.cancel'),
      [],
    ],
    [
      'leaves a refusal of its own alone',
      controller('@Path("/orders")', '@RolesAllowed("admin")'),
      controller('@Path("/orders")', '@POST').replace(
        '    orders.cancel',
        '    if (!caller.isAdmin()) throw new AccessDeniedException("admins only");\n    orders.cancel',
      ),
      [],
    ],
    [
      'finds a role although the function asks something else now',
      controller('@Path("/orders")', '@RolesAllowed("admin")'),
      controller('@Path("/orders")', '@POST').replace(
        '    orders.cancel',
        '    if (id < 0) throw new NotFoundException();\n    orders.cancel',
      ),
      ['6 `cancel` is no longer protected: `@RolesAllowed("admin")` is gone.'],
    ],
    [
      'leaves another kind of check in its place alone',
      controller('@Path("/orders")', '@RolesAllowed("admin")'),
      controller('@Path("/orders")', '@PreAuthorize("hasRole(\'admin\')")'),
      [],
    ],
  ]);
  fileCases(removedAuthorization, 'src/main/java/Security.java', [
    [
      'finds a request rule that is open now',
      config('hasRole("ADMIN")'),
      config('permitAll()'),
      ['4 Requests that meet `requestMatchers("/admin/**")` are open to everyone now; before they needed `hasRole("ADMIN")`.'],
    ],
    ['leaves a request rule that becomes stricter alone', config('permitAll()'), config('hasRole("ADMIN")'), []],
  ]);

  const chain = (pattern: string): string =>
    `class Security {\n  void configure(HttpSecurity http) {\n    http.authorizeHttpRequests(requests -> requests.requestMatchers("${pattern}").hasRole("ADMIN"));\n  }\n}\n`;
  const orders = (annotation: string): string => controller('@RequestMapping("/orders")', `${annotation}@DeleteMapping("/{id}")`);
  for (const [name, pattern, finds] of [
    ['leaves a check that a request rule takes over alone', '/orders/**', []],
    [
      'finds a check that a request rule for another path does not take over',
      '/admin/**',
      ['src/main/java/Orders.java:6 `cancel` is no longer protected: `@RolesAllowed("admin")` is gone.'],
    ],
  ] as const) {
    it(name, async () => {
      await expectFindings(
        removedAuthorization,
        { 'src/main/java/Orders.java': orders('@RolesAllowed("admin") ') },
        { 'src/main/java/Orders.java': orders(''), 'src/main/java/Security.java': chain(pattern) },
        finds,
      );
    });
  }

  it('restores a request rule', async () => {
    const [path, head] = ['src/main/java/Security.java', config('permitAll()')];
    const findings = await expectFindings(removedAuthorization, { [path]: config('hasRole("ADMIN")') }, { [path]: head }, [
      `${path}:4 Requests that meet \`requestMatchers("/admin/**")\` are open to everyone now; before they needed \`hasRole("ADMIN")\`.`,
    ]);
    assert.deepEqual(withFixes({ [path]: head }, findings), { [path]: config('hasRole("ADMIN")') });
  });
});

describe('security/removed-authorization in TypeScript', () => {
  fileCases(removedAuthorization, 'src/routes.ts', [
    [
      'finds a Fastify hook that is gone',
      routes("app.get('/orders', { preHandler: [auth] }, list);"),
      routes("app.get('/orders', {}, list);"),
      ['3 `GET /orders` is no longer protected: `auth` is gone.'],
    ],
    [
      'finds a passport strategy that is gone',
      routes("router.post('/orders', passport.authenticate('jwt'), list);"),
      routes("router.post('/orders', list);"),
      ["3 `POST /orders` is no longer protected: `passport.authenticate('jwt')` is gone."],
    ],
    [
      'leaves a check of the project’s own in its place alone',
      'class Orders {\n  @UseGuards(JwtAuthGuard)\n  @Get()\n  list() {\n    return all();\n  }\n}\n',
      'class Orders {\n  @RequiresScope(scopes.orders)\n  @Get()\n  list() {\n    return all();\n  }\n}\n',
      [],
    ],
    [
      'finds that what opens stands in the place of a check',
      'class Orders {\n  @UseGuards(JwtAuthGuard)\n  @Get()\n  list() {\n    return all();\n  }\n}\n',
      'class Orders {\n  @SkipAuthGuard()\n  @Get()\n  list() {\n    return all();\n  }\n}\n',
      ['4 `list` is no longer protected: `@UseGuards(JwtAuthGuard)` is gone.'],
    ],
    [
      'finds a Nest guard that is gone',
      'class Orders {\n  @UseGuards(JwtAuthGuard)\n  @Get()\n  list() {\n    return all();\n  }\n}\n',
      'class Orders {\n  @Get()\n  list() {\n    return all();\n  }\n}\n',
      ['3 `list` is no longer protected: `@UseGuards(JwtAuthGuard)` is gone.'],
    ],
    ['leaves a removed limit alone', routes("router.get('/orders', auth, limit, list);"), routes("router.get('/orders', auth, list);"), []],
    [
      'leaves a guard that moved to all routes alone',
      routes("router.get('/orders', auth, list);"),
      routes('router.use(auth);', "router.get('/orders', list);"),
      [],
    ],
    [
      'finds a guard that another router gets',
      routes("router.get('/orders', auth, list);"),
      routes('admin.use(auth);', "router.get('/orders', list);"),
      ['4 `GET /orders` is no longer protected: `auth` is gone.'],
    ],
    [
      'finds a guard that moved to another path',
      routes("router.get('/orders', auth, list);"),
      routes("router.use('/admin', auth);", "router.get('/orders', list);"),
      ['4 `GET /orders` is no longer protected: `auth` is gone.'],
    ],
    [
      'leaves a guard that moved to its path alone',
      routes("router.get('/admin/orders', auth, list);"),
      routes("router.use('/admin', auth);", "router.get('/admin/orders', list);"),
      [],
    ],
    [
      'leaves a guard of a new name alone',
      routes("router.get('/orders', auth, list);"),
      routes("router.get('/orders', requireAuth, list);"),
      [],
    ],
  ]);
});

describe('security/removed-authorization in JavaScript', () => {
  fileCases(removedAuthorization, 'src/routes.js', [
    [
      'finds a check with a parameter that is gone',
      routes("router.delete('/orders/:id', requireRole('admin'), remove);"),
      routes("router.delete('/orders/:id', remove);"),
      ["3 `DELETE /orders/:id` is no longer protected: `requireRole('admin')` is gone."],
    ],
    [
      'finds one of two checks that is gone',
      routes("router.get('/orders', isAuthenticated, isAdmin, list);"),
      routes("router.get('/orders', isAuthenticated, list);"),
      ['3 `GET /orders` is no longer protected: `isAdmin` is gone.'],
    ],
    [
      'finds a check for all routes that is gone',
      routes('app.use(auth.required);', "app.get('/orders', list);"),
      routes("app.get('/orders', list);"),
      ['3 The routes of `app` are no longer protected: `auth.required` is gone.'],
    ],
    [
      'finds a check for all routes that is gone far from them',
      routes('app.use(auth.required);', 'app.use(limit);', '// the orders', 'const page = 20;', "app.get('/orders', list);"),
      routes('app.use(limit);', '// the orders', 'const page = 20;', "app.get('/orders', list);"),
      ['6 The routes of `app` are no longer protected: `auth.required` is gone.'],
    ],
    ['leaves a path that is no route alone', "cache.get('/orders', auth, list);\n", "store.get('orders', list);\n", []],
    ['leaves an unchanged check alone', routes("router.get('/orders', auth, list);"), routes("router.get('/orders', auth, remove);"), []],
    [
      'leaves a new route without a check alone',
      routes("router.get('/orders', auth, list);"),
      routes("router.get('/orders', auth, list);", "router.get('/health', list);"),
      [],
    ],
  ]);
});

describe('security/removed-authorization inside of functions', () => {
  const script = (...lines: readonly string[]): string =>
    `export async function remove(req, res) {\n${lines.map((line) => `  ${line}\n`).join('')}  await orders.remove(req.params.id);\n}\n`;
  const java = (...lines: readonly string[]): string =>
    `class Orders {\n  void remove(long id, User user) {\n${lines.map((line) => `    ${line}\n`).join('')}    orders.delete(id);\n  }\n}\n`;
  const gone = (line: number, text: string): string => `${line} \`remove\` no longer checks who may do this: \`${text}\` is gone.`;

  for (const path of ['src/remove.ts', 'src/remove.js']) {
    fileCases(removedAuthorization, path, [
      [
        'finds a role that is not asked for',
        script('if (!req.user.isAdmin) return res.sendStatus(403);'),
        script(),
        [gone(1, 'if (!req.user.isAdmin) return res.sendStatus(403);')],
      ],
      [
        'finds an owner that is not compared',
        script('if (order.userId !== req.user.id) throw new Forbidden();'),
        script(),
        [gone(1, 'if (order.userId !== req.user.id) throw new Forbidden();')],
      ],
      [
        'finds a call that would have thrown',
        script("await requirePermission(req.user, 'orders');"),
        script(),
        [gone(1, "await requirePermission(req.user, 'orders');")],
      ],
      [
        'leaves another check in its place alone',
        script('if (!req.user.isAdmin) return res.sendStatus(403);'),
        script('requireAdmin(req.user);'),
        [],
      ],
      ['leaves a check of the input alone', script('if (!req.params.id) return res.sendStatus(400);'), script(), []],
      [
        'leaves a check that moved into a new function alone',
        script('requireOwner(req.user);'),
        `${script('await prepare(req);')}function prepare(req) {\n  requireOwner(req.user);\n}\n`,
        [],
      ],
    ]);
  }
  fileCases(removedAuthorization, 'src/main/java/Orders.java', [
    [
      'finds a refusal that is gone',
      java('if (!user.hasRole("admin")) throw new AccessDeniedException("no");'),
      java(),
      [gone(2, 'if (!user.hasRole("admin")) throw new AccessDeniedException("no");')],
    ],
    ['finds a call that would have thrown', java('accessControl.check(user, id);'), java(), [gone(2, 'accessControl.check(user, id);')]],
    ['finds an owner that is not asked for', java('if (!isOwner(user, id)) return;'), java(), [gone(2, 'if (!isOwner(user, id)) return;')]],
    ['leaves a check in a helper alone', java('if (!isOwner(user, id)) return;'), java('ensureOwner(user, id);'), []],
    ['leaves another condition alone', java('if (id < 0) return;'), java(), []],
  ]);
  fileCases(removedAuthorization, 'src/routes.ts', [
    [
      'finds a further role that a route lets in',
      routes("router.get('/orders', requireRole('admin'), list);"),
      routes("router.get('/orders', requireRole('admin', 'guest'), list);"),
      ["3 `GET /orders` also lets guest in: `requireRole('admin')` became `requireRole('admin', 'guest')`."],
    ],
    [
      'leaves a route that lets in fewer alone',
      routes("router.get('/orders', requireRole('admin', 'guest'), list);"),
      routes("router.get('/orders', requireRole('admin'), list);"),
      [],
    ],
  ]);
});

describe('security/removed-authorization on owners', () => {
  const script = (...lines: readonly string[]): string =>
    `export async function show(req, res) {\n${lines.map((line) => `  ${line}\n`).join('')}  res.json(order);\n}\n`;
  const java = (...lines: readonly string[]): string =>
    `class Orders {\n  Order show(long id, Principal principal) {\n${lines.map((line) => `    ${line}\n`).join('')}    return order;\n  }\n}\n`;
  const gone = (line: number, before: string, after: string): string =>
    `${line} \`show\` no longer looks only among what belongs to the caller: \`${before}\` became \`${after}\`.`;

  for (const path of ['src/show.ts', 'src/show.js']) {
    fileCases(removedAuthorization, path, [
      [
        'finds an owner that is no condition any more',
        script('const order = await Order.findOne({ _id: req.params.id, userId: req.user.id });'),
        script('const order = await Order.findById(req.params.id);'),
        [gone(2, 'Order.findOne({ _id: req.params.id, userId: req.user.id })', 'Order.findById(req.params.id)')],
      ],
      [
        'finds an owner that was held by a name',
        script('const { id: owner } = req.user;', 'const order = await orders.findFirst({ where: { id: req.params.id, owner } });'),
        script('const order = await orders.findFirst({ where: { id: req.params.id } });'),
        [gone(2, 'orders.findFirst({ where: { id: req.params.id, owner } })', 'orders.findFirst({ where: { id: req.params.id } })')],
      ],
      [
        'finds an identity that the request says now',
        script('const order = await orders.findLast({ a: 1 }), all = await orders.findMany({ userId: session.userId });'),
        script('const order = await orders.findLast({ a: 1 }), all = await orders.findMany({ userId: req.query.userId });'),
        [gone(2, 'orders.findMany({ userId: session.userId })', 'orders.findMany({ userId: req.query.userId })')],
      ],
      [
        'leaves an owner alone that is held in an object of its own',
        script('const order = await Order.findAll({ where: { teamId: req.user.teamId, userId: req.user.id } });'),
        script(
          'const where = { [Op.and]: [{ userId: req.user.id }] };',
          'if (req.body.filter) where[Op.and].push(filterOf(req.body.filter));',
          'const order = await Order.findAll({ where });',
        ),
        [],
      ],
      [
        'finds an owner that an object of its own no longer holds',
        script('const where = { userId: req.user.id };', 'const order = await Order.findAll({ where });'),
        script('const where = { open: true };', 'const order = await Order.findAll({ where });'),
        [
          '3 `show` no longer looks only among what belongs to the caller: nothing that `Order.findAll({ where })` is given says who asks any more.',
        ],
      ],
      [
        'leaves an owner alone that is compared afterwards',
        script('const order = await Order.findOne({ _id: req.params.id, userId: req.user.id });'),
        script('const order = await Order.findById(req.params.id);', 'if (order.userId !== req.user.id) throw new NotFound();'),
        [],
      ],
      [
        'leaves a lookup of its own alone',
        script('const order = await orders.findOne({ id: req.params.id, userId: req.user.id });'),
        script('const order = await orders.findOneForUser(req.params.id, req.user);'),
        [],
      ],
      [
        'leaves who wrote it alone',
        script('const order = await orders.update(req.params.id, { updatedBy: req.user.id });'),
        script('const order = await orders.update(req.params.id, {});'),
        [],
      ],
    ]);
  }
  fileCases(removedAuthorization, 'src/main/java/Orders.java', [
    [
      'finds an owner that is no condition any more',
      java('Order order = orders.findByIdAndOwner(id, principal.getName());'),
      java('Order order = orders.findById(id);'),
      [gone(3, 'orders.findByIdAndOwner(id, principal.getName())', 'orders.findById(id)')],
    ],
    [
      'finds an owner that was held by a name',
      java('Long owner = SecurityUtils.getCurrentUserId();', 'Order order = orders.findOne(id, owner);'),
      java('Order order = orders.findOne(id);'),
      [gone(3, 'orders.findOne(id, owner)', 'orders.findOne(id)')],
    ],
    [
      'finds one of two lookups',
      java(
        'Order order = orders.findByIdAndOwner(id, principal.getName());',
        'List<Order> all = mine.findAllByOwner(principal.getName());',
      ),
      java('Order order = orders.findByIdAndOwner(id, principal.getName());', 'List<Order> all = mine.findAll(20);'),
      [gone(4, 'mine.findAllByOwner(principal.getName())', 'mine.findAll(20)')],
    ],
    [
      'leaves another way to say the owner alone',
      java('Order order = orders.findByIdAndOwner(id, principal.getName());'),
      java('Order order = orders.findOne(id, principal.getName());'),
      [],
    ],
    [
      'leaves another lookup alone',
      java('Order order = orders.findByIdAndShop(id, shop);'),
      java('Order order = orders.findById(id);'),
      [],
    ],
    [
      'leaves a lookup that is gone alone',
      java('Order order = orders.findByIdAndOwner(id, principal.getName());'),
      java('Order order = Order.none();'),
      [],
    ],
  ]);
});

describe('security/removed-authorization in functions that are hooked in', () => {
  const setUp = (line: string): string => `export function setUp(app) {\n${line}  app.get('/a', list);\n}\n`;
  const refused = '(req, res, next) => (req.user ? next() : res.status(401).end())';
  const answered = "(error, req, res, next) => (error.name === 'Unauthorized' ? res.status(401).end() : next(error))";
  const heard = '(error) => (error.response.status === 401 ? logout() : Promise.reject(error))';

  fileCases(removedAuthorization, 'src/app.ts', [
    [
      'finds one that refuses',
      setUp(`  app.use(${refused});\n`),
      setUp(''),
      [`1 \`setUp\` no longer checks who may do this: \`app.use(${refused})\` is gone.`],
    ],
    ['leaves one that answers errors alone', setUp(`  app.use(${answered});\n`), setUp(''), []],
    ['leaves what hears of refusals alone', setUp(`  app.interceptors.response.use((r) => r, ${heard});\n`), setUp(''), []],
  ]);
});
