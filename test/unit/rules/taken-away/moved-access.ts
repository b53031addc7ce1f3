import type { Move } from './sides.ts';

/** Checks of who is calling that are elsewhere after the change. */
export const movedAccess: readonly Move[] = [
  [
    'authz: Secured moved to interface',
    `
@@ src/main/java/acme/InvoiceApi.java
 interface InvoiceApi {
+  @Secured("ROLE_ACCOUNTANT")
   void cancel(long id);
 }
@@ src/main/java/acme/InvoiceService.java
 @Service
 class InvoiceService implements InvoiceApi {
-  @Secured("ROLE_ACCOUNTANT")
   public void cancel(long id) { invoices.deleteById(id); }
 }
`,
  ],
  [
    'authz: PreAuthorize to request rule with prefix',
    `
@@ src/main/java/acme/AdminController.java
 @RestController
 @RequestMapping("/admin")
 class AdminController {
-  @PreAuthorize("hasRole('ADMIN')")
   @PostMapping("/reindex")
   void reindex() { search.reindex(); }
 }
@@ src/main/java/acme/Security.java
 class Security {
   SecurityFilterChain chain(HttpSecurity http) throws Exception {
-    http.authorizeHttpRequests(a -> a.anyRequest().authenticated());
+    http.authorizeHttpRequests(a -> a.requestMatchers("/admin/**").hasRole("ADMIN").anyRequest().authenticated());
     return http.build();
   }
 }
`,
  ],
  [
    'authz: two annotations into a composed one',
    `
@@ src/main/java/acme/OrderController.java
 @RestController
 class OrderController {
-  @PreAuthorize("hasRole('ADMIN')")
+  @AdminOnly
   @DeleteMapping("/orders/{id}")
   void drop(@PathVariable long id) { orders.drop(id); }
 }
@@ src/main/java/acme/AdminOnly.java
+@Retention(RetentionPolicy.RUNTIME)
+@PreAuthorize("hasRole('ADMIN')")
+public @interface AdminOnly {}
`,
  ],
  [
    'authz: to a gateway configuration',
    `
@@ src/main/java/acme/OrderController.java
 @RestController
 class OrderController {
-  @PreAuthorize("hasRole('ADMIN')")
   @DeleteMapping("/orders/{id}")
   void drop(@PathVariable long id) { orders.drop(id); }
 }
@@ gateway/src/main/java/acme/GatewaySecurity.java
 class GatewaySecurity {
   SecurityWebFilterChain chain(ServerHttpSecurity http) {
-    return http.authorizeExchange(e -> e.anyExchange().authenticated()).build();
+    return http.authorizeExchange(e -> e.pathMatchers(HttpMethod.DELETE, "/orders/**").hasRole("ADMIN").anyExchange().authenticated()).build();
   }
 }
`,
  ],
  [
    'authz: express guard from routes to parent router in other file',
    `
@@ src/routes/admin.ts
 export const admin = Router();
-admin.get('/users', requireAdmin, listUsers);
-admin.delete('/users/:id', requireAdmin, dropUser);
+admin.get('/users', listUsers);
+admin.delete('/users/:id', dropUser);
@@ src/app.ts
-app.use('/admin', admin);
+app.use('/admin', requireAdmin, admin);
`,
  ],
  [
    'authz: nest guard from methods to class',
    `
@@ src/o.controller.ts
 @Controller('o')
+@UseGuards(JwtAuthGuard)
 export class O {
-  @UseGuards(JwtAuthGuard)
   @Get()
   a() { return 1; }
-  @UseGuards(JwtAuthGuard)
   @Post()
   b() { return 2; }
 }
`,
  ],
  [
    'authz: nest guard to base controller',
    `
@@ src/o.controller.ts
 @Controller('o')
-@UseGuards(JwtAuthGuard)
-export class O {
+export class O extends SecuredController {
   @Get()
   a() { return 1; }
 }
@@ src/secured.controller.ts
+@UseGuards(JwtAuthGuard)
+export abstract class SecuredController {}
`,
  ],
  [
    'authz: nest combined decorator',
    `
@@ src/o.controller.ts
 @Controller('o')
 export class O {
-  @UseGuards(JwtAuthGuard, RolesGuard)
-  @Roles(Role.Admin)
+  @Auth(Role.Admin)
   @Delete(':id')
   a() { return 1; }
 }
`,
  ],
  [
    'authz: next handler check to middleware',
    `
@@ app/api/users/route.ts
 export async function DELETE(req: Request) {
-  const session = await getServerSession(authOptions);
-  if (!session) return new Response('Unauthorized', { status: 401 });
   const { id } = await req.json();
   await prisma.user.delete({ where: { id } });
   return Response.json({ ok: true });
 }
@@ middleware.ts
+import { withAuth } from 'next-auth/middleware';
+export default withAuth({ callbacks: { authorized: ({ token }) => !!token } });
+export const config = { matcher: ['/api/:path*'] };
`,
  ],
  [
    'authz: angular paths of the same name are told apart',
    `
@@ src/app/app.routes.ts
 export const routes: Routes = [
   { path: '', component: Home },
-  { path: 'users', children: [{ path: ':id', component: User }] },
+  { path: 'people', children: [{ path: ':id', component: User }] },
   { path: '', component: Shell, canActivate: [AuthGuard], children: [
     { path: ':id', component: Admin, canActivate: [AdminGuard] },
   ] },
 ];
`,
  ],
  [
    'authz: angular guard to parent route',
    `
@@ src/app/app.routes.ts
 export const routes: Routes = [
-  { path: 'admin', component: Shell, children: [
-    { path: 'users', component: Users, canActivate: [AdminGuard] },
-    { path: 'log', component: Log, canActivate: [AdminGuard] },
+  { path: 'admin', component: Shell, canActivate: [AdminGuard], children: [
+    { path: 'users', component: Users },
+    { path: 'log', component: Log },
   ] },
 ];
`,
  ],
  [
    'authz: tRPC route renamed with its guard',
    `
@@ src/router.ts
 export const appRouter = router({
-  removePost: protectedProcedure.mutation(({ input }) => drop(input)),
+  deletePost: protectedProcedure.mutation(({ input }) => drop(input)),
   list: publicProcedure.query(() => all()),
 });
`,
  ],
  [
    'authz: protected to admin procedure',
    `
@@ src/router.ts
 export const appRouter = router({
-  removePost: protectedProcedure.mutation(({ input }) => drop(input)),
+  removePost: adminProcedure.mutation(({ input }) => drop(input)),
 });
`,
  ],
  [
    'authz: inline check to policy helper',
    `
@@ src/doc.ts
 export async function open(id: string, user: User) {
   const doc = await docs.get(id);
-  if (doc.ownerId !== user.id) throw new ForbiddenError();
+  assertOwner(doc, user);
   return doc;
 }
`,
  ],
  [
    'authz: next matcher generalised',
    `
@@ middleware.ts
 export { auth as middleware } from './auth';
-export const config = { matcher: ['/dashboard/:path*', '/api/:path*'] };
+export const config = { matcher: ['/((?!_next|login).*)'] };
`,
  ],
  [
    'authz: stricter role',
    `
@@ src/routes.js
-router.delete('/:id', requireRole('user'), remove);
+router.delete('/:id', requireRole('admin'), remove);
`,
  ],
  [
    'authz: chain stricter',
    `
@@ src/main/java/acme/Sec.java
 class Sec {
   SecurityFilterChain chain(HttpSecurity http) throws Exception {
-    http.authorizeHttpRequests(a -> a.requestMatchers("/a/**").authenticated().anyRequest().denyAll());
+    http.authorizeHttpRequests(a -> a.requestMatchers("/a/**").hasRole("ADMIN").anyRequest().denyAll());
     return http.build();
   }
 }
`,
  ],
  [
    'authz: public endpoints opened by nature',
    `
@@ src/main/java/acme/Sec.java
 class Sec {
   SecurityFilterChain chain(HttpSecurity http) throws Exception {
-    http.authorizeHttpRequests(a -> a.requestMatchers("/login").permitAll().anyRequest().authenticated());
+    http.authorizeHttpRequests(a -> a.requestMatchers("/login", "/register", "/css/**", "/public/**").permitAll().anyRequest().authenticated());
     return http.build();
   }
 }
`,
  ],
  [
    'authz: method security to the newer annotation',
    `
@@ src/main/java/acme/Sec.java
 @Configuration
-@EnableGlobalMethodSecurity(prePostEnabled = true)
+@EnableMethodSecurity
 class Sec {
   SecurityFilterChain chain(HttpSecurity http) throws Exception { return http.build(); }
 }
`,
  ],
  [
    'authz: method security to other config class',
    `
@@ src/main/java/acme/Sec.java
 @Configuration
-@EnableMethodSecurity
 class Sec {
   SecurityFilterChain chain(HttpSecurity http) throws Exception { return http.build(); }
 }
@@ src/main/java/acme/Methods.java
+@Configuration
+@EnableMethodSecurity
+class Methods {}
`,
  ],
];
