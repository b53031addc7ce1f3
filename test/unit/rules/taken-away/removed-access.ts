import type { Removal } from './sides.ts';

/** Who may do what. */
export const removedAccess: readonly Removal[] = [
  [
    'authz: @Secured on service method',
    'security/removed-authorization',
    `
@@ src/main/java/acme/billing/InvoiceService.java
 package acme.billing;
 @Service
 public class InvoiceService {
   private final Invoices invoices;
-  @Secured("ROLE_ACCOUNTANT")
   public void cancel(long id) {
     invoices.deleteById(id);
   }
 }
`,
  ],
  [
    'authz: hasAuthority to isAuthenticated',
    'security/removed-authorization',
    `
@@ src/main/java/acme/UserController.java
 @RestController
 @RequestMapping("/users")
 public class UserController {
-  @PreAuthorize("hasAuthority('user:write')")
+  @PreAuthorize("isAuthenticated()")
   @PutMapping("/{id}")
   public User update(@PathVariable long id, @RequestBody User user) { return users.save(user); }
 }
`,
  ],
  [
    'authz: owner condition dropped from expression',
    'security/removed-authorization',
    `
@@ src/main/java/acme/UserController.java
 @RestController
 public class UserController {
-  @PreAuthorize("hasRole('USER') and #id == principal.id")
+  @PreAuthorize("hasRole('USER')")
   @GetMapping("/users/{id}")
   public User show(@PathVariable long id) { return users.findById(id); }
 }
`,
  ],
  [
    'authz: class-level RolesAllowed removed (Quarkus)',
    'security/removed-authorization',
    `
@@ src/main/java/acme/ReportResource.java
 @Path("/reports")
-@RolesAllowed("manager")
 public class ReportResource {
   @GET
   public List<Report> all() { return reports.listAll(); }
   @DELETE
   @Path("{id}")
   public void drop(@PathParam("id") long id) { reports.deleteById(id); }
 }
`,
  ],
  [
    'authz: ignoring list extended',
    'security/missing-authorization',
    `
@@ src/main/java/acme/SecurityConfig.java
 @Configuration
 class SecurityConfig {
   @Bean
   SecurityFilterChain chain(HttpSecurity http) throws Exception {
     return http.authorizeHttpRequests(auth -> auth
-        .requestMatchers("/login", "/health").permitAll()
+        .requestMatchers("/login", "/health", "/api/exports/**").permitAll()
         .anyRequest().authenticated()).build();
   }
 }
`,
  ],
  [
    'authz: websecurity ignoring',
    'security/missing-authorization',
    `
@@ src/main/java/acme/SecurityConfig.java
 @Configuration
 class SecurityConfig {
   @Bean
   WebSecurityCustomizer ignore() {
-    return web -> web.ignoring().requestMatchers("/css/**");
+    return web -> web.ignoring().requestMatchers("/css/**", "/internal/**");
   }
 }
`,
  ],
  [
    'authz: method security switched off',
    'security/removed-authorization',
    `
@@ src/main/java/acme/SecurityConfig.java
 @Configuration
-@EnableMethodSecurity
 class SecurityConfig {
   @Bean
   SecurityFilterChain chain(HttpSecurity http) throws Exception { return http.build(); }
 }
`,
  ],
  [
    'authz: hasRole chain to authenticated',
    'security/removed-authorization',
    `
@@ src/main/java/acme/SecurityConfig.java
 @Configuration
 class SecurityConfig {
   @Bean
   SecurityFilterChain chain(HttpSecurity http) throws Exception {
     http.authorizeHttpRequests(a -> a
-        .requestMatchers(HttpMethod.DELETE, "/api/**").hasAuthority("SCOPE_admin")
+        .requestMatchers(HttpMethod.DELETE, "/api/**").authenticated()
         .anyRequest().authenticated());
     return http.build();
   }
 }
`,
  ],
  [
    'authz: imperative check in java service',
    'security/removed-authorization',
    `
@@ src/main/java/acme/DocumentService.java
 public class DocumentService {
   public Document open(long id, User user) {
     Document document = documents.get(id);
-    if (!document.getOwner().equals(user.getId()) && !user.isAdmin()) {
-      throw new AccessDeniedException("not yours");
-    }
     return document;
   }
 }
`,
  ],
  [
    'authz: nest class guard',
    'security/removed-authorization',
    `
@@ src/admin/admin.controller.ts
 import { Controller, Get, UseGuards, Delete, Param } from '@nestjs/common';
 @Controller('admin')
-@UseGuards(JwtAuthGuard, RolesGuard)
 export class AdminController {
   constructor(private readonly users: UsersService) {}
   @Get('users')
   all() { return this.users.all(); }
   @Delete('users/:id')
   remove(@Param('id') id: string) { return this.users.remove(id); }
 }
`,
  ],
  [
    'authz: nest Roles narrowed to more',
    'security/removed-authorization',
    `
@@ src/admin/admin.controller.ts
 @Controller('admin')
 export class AdminController {
-  @Roles(Role.Admin)
+  @Roles(Role.Admin, Role.Editor)
   @Delete('users/:id')
   remove(@Param('id') id: string) { return this.users.remove(id); }
 }
`,
  ],
  [
    'authz: type-graphql Authorized',
    'security/removed-authorization',
    `
@@ src/user.resolver.ts
 @Resolver(User)
 export class UserResolver {
-  @Authorized('ADMIN')
   @Mutation(() => Boolean)
   async deleteUser(@Arg('id') id: string) { return this.users.delete(id); }
 }
`,
  ],
  [
    'authz: requireRole admin to user',
    'security/removed-authorization',
    `
@@ src/routes/orders.js
 const express = require('express');
 const router = express.Router();
-router.delete('/:id', requireRole('admin'), controller.remove);
+router.delete('/:id', requireRole('user'), controller.remove);
 module.exports = router;
`,
  ],
  [
    'authz: express app.use prefix middleware removed',
    'security/removed-authorization',
    `
@@ src/server.js
 const app = express();
 app.use(express.json());
-app.use('/admin', ensureLoggedIn, ensureAdmin);
 app.use('/admin', adminRouter);
`,
  ],
  [
    'authz: koa router.use',
    'security/removed-authorization',
    `
@@ src/routes.js
 const router = new Router({ prefix: '/accounts' });
-router.use(jwt({ secret: config.secret }));
 router.get('/', list);
 router.post('/', create);
`,
  ],
  [
    'authz: hono jwt middleware',
    'security/removed-authorization',
    `
@@ src/index.ts
 import { Hono } from 'hono';
 const app = new Hono();
-app.use('/api/*', bearerAuth({ token }));
 app.get('/api/keys', (c) => c.json(keys.all()));
`,
  ],
  [
    'authz: fastify addHook',
    'security/removed-authorization',
    `
@@ src/plugin.ts
 export default async function routes(fastify: FastifyInstance) {
-  fastify.addHook('onRequest', fastify.authenticate);
   fastify.get('/invoices', async () => invoices.all());
 }
`,
  ],
  [
    'authz: hapi auth false',
    'security/removed-authorization',
    `
@@ src/server.js
 server.route({
   method: 'DELETE',
   path: '/users/{id}',
-  options: { auth: { strategy: 'jwt', scope: ['admin'] } },
+  options: { auth: false },
   handler: removeUser,
 });
`,
  ],
  [
    'authz: tRPC protected to public',
    'security/removed-authorization',
    `
@@ src/server/router.ts
 export const appRouter = router({
-  removePost: protectedProcedure.input(z.object({ id: z.string() })).mutation(({ input }) => db.post.delete({ where: { id: input.id } })),
+  removePost: publicProcedure.input(z.object({ id: z.string() })).mutation(({ input }) => db.post.delete({ where: { id: input.id } })),
 });
`,
  ],
  [
    'authz: next route handler session check',
    'security/removed-authorization',
    `
@@ app/api/users/route.ts
 import { getServerSession } from 'next-auth';
 export async function DELETE(req: Request) {
-  const session = await getServerSession(authOptions);
-  if (!session) return new Response('Unauthorized', { status: 401 });
   const { id } = await req.json();
   await prisma.user.delete({ where: { id } });
   return Response.json({ ok: true });
 }
`,
  ],
  [
    'authz: next middleware matcher narrowed',
    'security/removed-authorization',
    `
@@ middleware.ts
 export { auth as middleware } from './auth';
-export const config = { matcher: ['/dashboard/:path*', '/api/:path*'] };
+export const config = { matcher: ['/dashboard/:path*'] };
`,
  ],
  [
    'authz: angular canActivate',
    'security/removed-authorization',
    `
@@ src/app/app.routes.ts
 export const routes: Routes = [
   { path: '', component: HomeComponent },
-  { path: 'admin', component: AdminComponent, canActivate: [AdminGuard] },
+  { path: 'admin', component: AdminComponent },
 ];
`,
  ],
];
