import { missingAuthorization } from '../../../../src/rules/security/missing-authorization.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const resource = (...methods: readonly string[]): string =>
  `import jakarta.annotation.security.RolesAllowed;\n\n@Path("/accounts")\npublic class Accounts {\n${methods.join('')}}\n`;
const read = (guard: string, path: string): string =>
  `  @GET${guard}\n  @Path("${path}")\n  public Account ${path.replace(/\W/g, '')}(long id) {\n    return accounts.one(id);\n  }\n`;
const write = (guard: string, path: string): string =>
  `  @POST${guard}\n  @Path("${path}")\n  public void ${path.replace(/\W/g, '')}(long id) {\n    accounts.change(id);\n  }\n`;
const clerk = ' @RolesAllowed("clerk")';
const filterChain = (...rules: readonly string[]): string =>
  `class Security {\n  SecurityFilterChain chain(HttpSecurity http) {\n    return http.authorizeHttpRequests(requests -> requests\n${rules.map((rule) => `      .requestMatchers(${rule}\n`).join('')}      .anyRequest().authenticated()).build();\n  }\n}\n`;

describe('security/missing-authorization in Java', () => {
  fileCases(missingAuthorization, 'src/main/java/Accounts.java', [
    [
      'finds a resource method without the roles of its neighbours',
      resource(write(clerk, 'close'), write(clerk, 'block')),
      resource(write(clerk, 'close'), write(clerk, 'block'), write('', 'transfer')),
      [
        '15 `POST /accounts/transfer` is new and asks nobody who they are, while the 2 other endpoints of `Accounts` do: `@RolesAllowed("clerk")`.',
      ],
    ],
    [
      'finds it in a class that is new as a whole',
      '',
      resource(read(clerk, 'one'), read(clerk, 'history'), read(clerk, 'owners'), read('', 'balance')),
      [
        '20 `GET /accounts/balance` is new and asks nobody who they are, while the 3 other endpoints of `Accounts` do: `@RolesAllowed("clerk")`.',
      ],
    ],
    [
      'finds what writes where what reads is checked',
      resource(read(clerk, 'one'), read(clerk, 'history')),
      resource(read(clerk, 'one'), read(clerk, 'history'), write('', 'close')),
      [
        '15 `POST /accounts/close` is new and asks nobody who they are, while the 2 other endpoints of `Accounts` do: `@RolesAllowed("clerk")`.',
      ],
    ],
    [
      'leaves what reads alone where only what writes is checked',
      resource(read('', 'one'), write(clerk, 'close'), write(clerk, 'block')),
      resource(read('', 'one'), write(clerk, 'close'), write(clerk, 'block'), read('', 'history')),
      [],
    ],
    [
      'leaves what says that it is open alone',
      resource(write(clerk, 'close'), write(clerk, 'block')),
      resource(write(clerk, 'close'), write(clerk, 'block'), write(' @PermitAll', 'ask')),
      [],
    ],
    [
      'leaves a class without any check alone: access is settled elsewhere',
      resource(write('', 'close'), write('', 'block')),
      resource(write('', 'close'), write('', 'block'), write('', 'transfer')),
      [],
    ],
    [
      'leaves a class that is checked as a whole alone',
      resource(write(clerk, 'close')).replace('@Path("/accounts")', '@RolesAllowed("staff")\n@Path("/accounts")'),
      resource(write(clerk, 'close'), write('', 'block')).replace('@Path("/accounts")', '@RolesAllowed("staff")\n@Path("/accounts")'),
      [],
    ],
    [
      'leaves a method that was there without a check alone',
      resource(write(clerk, 'close'), write(clerk, 'block'), write('', 'transfer')),
      resource(write(clerk, 'close'), write(clerk, 'block'), write('', 'transfers')),
      [
        '15 `POST /accounts/transfers` is new and asks nobody who they are, while the 2 other endpoints of `Accounts` do: `@RolesAllowed("clerk")`.',
      ],
    ],
  ]);

  fileCases(missingAuthorization, 'src/main/java/Security.java', [
    [
      'finds a request rule that opens a part of what is guarded',
      filterChain('"/admin/**").hasRole("ADMIN")'),
      filterChain('"/admin/export").permitAll()', '"/admin/**").hasRole("ADMIN")'),
      [
        '4 `requestMatchers("/admin/export")` is new and open to everyone, in the midst of `requestMatchers("/admin/**")`, which needs `hasRole("ADMIN")`.',
      ],
    ],
    [
      'leaves the login within what is guarded alone',
      filterChain('"/admin/**").hasRole("ADMIN")'),
      filterChain('"/admin/login").permitAll()', '"/admin/**").hasRole("ADMIN")'),
      [],
    ],
    [
      'leaves what browsers ask beforehand alone',
      filterChain('"/admin/**").hasRole("ADMIN")'),
      filterChain('HttpMethod.OPTIONS, "/admin/export").permitAll()', '"/admin/**").hasRole("ADMIN")'),
      [],
    ],
    ['leaves an open path of its own alone', filterChain(), filterChain('"/images/**").permitAll()'), []],
    [
      'leaves a rule that was open alone',
      filterChain('"/admin/export").permitAll()'),
      filterChain('"/admin/export").permitAll()', '"/admin/**").hasRole("ADMIN")'),
      [],
    ],
  ]);

  it('leaves a handler alone whose path a new request rule guards', async () => {
    const before = {
      'src/main/java/Accounts.java': resource(write(clerk, 'close'), write(clerk, 'block')),
      'src/main/java/Security.java': filterChain(),
    };
    const after = {
      'src/main/java/Accounts.java': resource(write(clerk, 'close'), write(clerk, 'block'), write('', 'transfer')),
      'src/main/java/Security.java': filterChain('"/accounts/**").hasRole("CLERK")'),
    };
    await expectFindings(missingAuthorization, before, after, []);
  });
});

for (const path of ['src/routes.ts', 'src/routes.js']) {
  const routes = (...lines: readonly string[]): string =>
    `import { requireUser, requireRole, list, create, cancel } from './access.js';\n\n${lines.join('\n')}\n`;
  const two = ["app.get('/orders', requireUser, list);", "app.post('/orders', requireUser, create);"];
  describe(`security/missing-authorization in ${path}`, () => {
    fileCases(missingAuthorization, path, [
      [
        'finds a chained route',
        routes("router.route('/orders').get(requireUser, list).post(requireUser, create);"),
        routes("router.route('/orders').get(requireUser, list).post(requireUser, create).delete(cancel);"),
        ['3 `DELETE /orders` is new and asks nobody who they are, while the 2 other endpoints of `router` do: `requireUser`.'],
      ],
      [
        'finds a route of Fastify without the hook of the others',
        routes(
          "fastify.route({ method: 'GET', url: '/orders', preHandler: requireUser, handler: list });",
          "fastify.route({ method: 'POST', url: '/orders', preHandler: requireUser, handler: create });",
        ),
        routes(
          "fastify.route({ method: 'GET', url: '/orders', preHandler: requireUser, handler: list });",
          "fastify.route({ method: 'POST', url: '/orders', preHandler: requireUser, handler: create });",
          "fastify.route({ method: 'DELETE', url: '/orders/:id', handler: cancel });",
        ),
        ['5 `DELETE /orders/:id` is new and asks nobody who they are, while the 2 other endpoints of `fastify` do: `requireUser`.'],
      ],
      [
        'finds a handler that does not ask where the others do it themselves',
        routes(
          "app.post('/orders', (c) => {\n  if (!isAdmin(c)) return c.text('no', 403);\n  return create(c);\n});",
          "app.put('/orders', (c) => {\n  if (!isAdmin(c)) return c.text('no', 403);\n  return create(c);\n});",
        ),
        routes(
          "app.post('/orders', (c) => {\n  if (!isAdmin(c)) return c.text('no', 403);\n  return create(c);\n});",
          "app.put('/orders', (c) => {\n  if (!isAdmin(c)) return c.text('no', 403);\n  return create(c);\n});",
          "app.delete('/orders', (c) => {\n  return cancel(c);\n});",
        ),
        ['11 `DELETE /orders` is new and asks nobody who they are, while the 2 other endpoints of `app` do.'],
      ],
      [
        'leaves a handler of another file alone where the others ask for themselves',
        routes("app.post('/orders', (c) => {\n  if (!isAdmin(c)) return c.text('no', 403);\n  return create(c);\n});"),
        routes(
          "app.post('/orders', (c) => {\n  if (!isAdmin(c)) return c.text('no', 403);\n  return create(c);\n});",
          "app.delete('/orders', cancel);",
        ),
        [],
      ],
      [
        'leaves a route with another check alone',
        routes(...two),
        routes(...two, "app.delete('/orders/:id', requireRole('admin'), cancel);"),
        [],
      ],
      [
        'leaves the routes of a guarded router alone',
        routes('app.use(requireUser);', ...two),
        routes('app.use(requireUser);', ...two, "app.delete('/orders/:id', cancel);"),
        [],
      ],
      [
        'leaves a router alone that has open routes already',
        routes(...two, "app.patch('/orders', cancel);"),
        routes(...two, "app.patch('/orders', cancel);", "app.delete('/orders/:id', cancel);"),
        [],
      ],
      ['leaves the login alone', routes(...two), routes(...two, "app.post('/auth/login', login);"), []],
    ]);
  });
}

const controller = (...methods: readonly string[]): string =>
  `import { Controller, Get, Post, UseGuards } from '@nestjs/common';\n\n@Controller('orders')\nexport class OrdersController {\n${methods.join('')}}\n`;
const handler = (name: string, guard: string): string =>
  `  ${guard}@Post('${name}')\n  ${name}() {\n    return this.orders.${name}();\n  }\n`;

describe('security/missing-authorization in NestJS and Next', () => {
  const guarded = '@UseGuards(JwtAuthGuard)\n  ';
  fileCases(missingAuthorization, 'src/orders.controller.ts', [
    [
      'finds a handler without the guard of its neighbours',
      controller(handler('pay', guarded), handler('close', guarded)),
      controller(handler('pay', guarded), handler('close', guarded), handler('refund', '')),
      [
        '15 `POST /orders/refund` is new and asks nobody who they are, while the 2 other endpoints of `OrdersController` do: `@UseGuards(JwtAuthGuard)`.',
      ],
    ],
    [
      'leaves a handler that is marked as open alone',
      controller(handler('pay', guarded), handler('close', guarded)),
      controller(handler('pay', guarded), handler('close', guarded), handler('quote', '@Public() ')),
      [],
    ],
  ]);

  const next = (...handlers: readonly string[]): string => `import { auth } from '@/auth';\n\n${handlers.join('\n')}`;
  const get =
    'export async function GET() {\n  const session = await auth();\n  if (!session) return new Response(null, { status: 401 });\n  return Response.json([]);\n}\n';
  fileCases(missingAuthorization, 'src/app/api/orders/route.ts', [
    [
      'finds a route handler that asks for no session where the other does',
      next(get),
      next(get, 'export async function DELETE(request: Request) {\n  await remove(request);\n  return new Response();\n}\n'),
      ['9 `DELETE /api/orders` is new and asks nobody who they are, while the other endpoint of `route.ts` does.'],
    ],
    [
      'leaves a route handler that asks alone',
      next(get),
      next(
        get,
        'export async function DELETE(request: Request) {\n  const session = await auth();\n  if (!session) return new Response(null, { status: 401 });\n  return new Response();\n}\n',
      ),
      [],
    ],
    [
      'leaves a route handler that turns strangers away alone',
      next(get),
      next(
        get,
        'export async function DELETE(request: Request) {\n  const { user } = await parse(request);\n  if (!(await canRemove(user))) return unauthorized();\n  return new Response();\n}\n',
      ),
      [],
    ],
    [
      'leaves a route handler that is wrapped alone',
      next(get),
      next(get, 'export const DELETE = withAuth(async (request: Request) => new Response());\n'),
      [],
    ],
  ]);
  const action = (...functions: readonly string[]): string =>
    `'use server';\nimport { requireUser } from './session';\n\n${functions.join('\n')}`;
  const save = 'export async function saveOrder(data: FormData) {\n  await requireUser();\n  await save(data);\n}\n';
  fileCases(missingAuthorization, 'src/orders/actions.ts', [
    [
      'finds a server action that asks for no user',
      action(save),
      action(save, 'export async function deleteOrder(data: FormData) {\n  await remove(data);\n}\n'),
      ['9 `deleteOrder` is new and asks nobody who they are, while the other endpoint of `actions.ts` does.'],
    ],
    [
      'leaves a function that is not served alone',
      action(save),
      action(save, 'async function deleteOrder(data: FormData) {\n  await remove(data);\n}\n'),
      [],
    ],
  ]);
});
