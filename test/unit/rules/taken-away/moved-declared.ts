import type { Move } from './sides.ts';

/** What a file that is not code declares, and what moves into one or out of one. */
export const movedDeclared: readonly Move[] = [
  [
    'web.xml constraint to a filter chain in code',
    `
@@ src/main/webapp/WEB-INF/web.xml
 <web-app>
   <servlet><servlet-name>admin</servlet-name><servlet-class>acme.Admin</servlet-class></servlet>
-  <security-constraint>
-    <web-resource-collection><url-pattern>/admin/*</url-pattern></web-resource-collection>
-    <auth-constraint><role-name>admin</role-name></auth-constraint>
-  </security-constraint>
 </web-app>
@@ src/main/java/acme/Security.java
 class Security {
   SecurityFilterChain chain(HttpSecurity http) throws Exception {
-    http.authorizeHttpRequests(all -> all.anyRequest().permitAll());
+    http.authorizeHttpRequests(all -> all.requestMatchers("/admin/**").hasRole("ADMIN").anyRequest().permitAll());
     return http.build();
   }
 }
`,
  ],
  [
    'web.xml constraint widened to everything',
    `
@@ src/main/webapp/WEB-INF/web.xml
 <web-app>
   <security-constraint>
-    <web-resource-collection><url-pattern>/admin/*</url-pattern></web-resource-collection>
+    <web-resource-collection><url-pattern>/*</url-pattern></web-resource-collection>
     <auth-constraint><role-name>admin</role-name></auth-constraint>
   </security-constraint>
 </web-app>
`,
  ],
  [
    'web.xml filter to a registration bean',
    `
@@ src/main/webapp/WEB-INF/web.xml
 <web-app>
-  <filter><filter-name>csrf</filter-name><filter-class>acme.CsrfFilter</filter-class></filter>
-  <filter-mapping><filter-name>csrf</filter-name><url-pattern>/*</url-pattern></filter-mapping>
   <servlet><servlet-name>app</servlet-name><servlet-class>acme.App</servlet-class></servlet>
 </web-app>
@@ src/main/java/acme/Filters.java
 class Filters {
+  @Bean FilterRegistrationBean<CsrfFilter> csrf() { return new FilterRegistrationBean<>(new CsrfFilter()); }
 }
`,
  ],
  [
    'Spring XML to Java configuration',
    `
@@ src/main/resources/security.xml
 <beans:beans xmlns="http://www.springframework.org/schema/security" xmlns:beans="http://www.springframework.org/schema/beans">
   <http>
-    <intercept-url pattern="/admin/**" access="hasRole('ADMIN')"/>
     <form-login/>
   </http>
 </beans:beans>
@@ src/main/java/acme/Security.java
 class Security {
   void configure(HttpSecurity http) throws Exception {
+    http.authorizeHttpRequests(all -> all.requestMatchers("/admin/**").hasRole("ADMIN"));
     http.formLogin();
   }
 }
`,
  ],
  [
    'Spring XML paths in another order',
    `
@@ src/main/resources/security.xml
 <beans:beans xmlns="http://www.springframework.org/schema/security" xmlns:beans="http://www.springframework.org/schema/beans">
   <http>
-    <intercept-url pattern="/admin/**" access="hasRole('ADMIN')"/>
     <intercept-url pattern="/reports/**" access="hasRole('STAFF')"/>
+    <intercept-url pattern="/admin/**" access="hasRole('ADMIN')"/>
   </http>
 </beans:beans>
`,
  ],
  [
    'GraphQL directive from fields to their type',
    `
@@ schema.graphql
-type Admin {
-  users: [User!]! @auth(requires: ADMIN)
-  audit: [Entry!]! @auth(requires: ADMIN)
+type Admin @auth(requires: ADMIN) {
+  users: [User!]!
+  audit: [Entry!]!
 }
`,
  ],
  [
    'GraphQL directive to a guard of the resolver',
    `
@@ src/schema.graphql
 type Mutation {
-  removePost(id: ID!): Boolean @auth(requires: ADMIN)
+  removePost(id: ID!): Boolean
 }
@@ src/posts.resolver.ts
 @Resolver()
 export class PostsResolver {
+  @UseGuards(AdminGuard)
   @Mutation()
   removePost(@Args('id') id: string) { return this.posts.remove(id); }
 }
`,
  ],
  [
    'GraphQL field goes with its directive',
    `
@@ schema.graphql
 type Mutation {
-  purge: Boolean @auth(requires: ADMIN)
   login(name: String!): String
 }
`,
  ],
  [
    'OpenAPI security from operations to the root',
    `
@@ openapi.yaml
 openapi: 3.0.3
 info: { title: Orders, version: 1.0.0 }
+security:
+  - bearerAuth: []
 paths:
   /orders:
     get:
       operationId: list
-      security:
-        - bearerAuth: []
       responses: { '200': { description: ok } }
`,
  ],
  [
    'OpenAPI operation is removed',
    `
@@ openapi.yaml
 openapi: 3.0.3
 info: { title: Orders, version: 1.0.0 }
 paths:
   /orders:
     get:
       operationId: list
       responses: { '200': { description: ok } }
-  /orders/purge:
-    post:
-      operationId: purge
-      security:
-        - bearerAuth: []
-      responses: { '204': { description: ok } }
`,
  ],
  [
    'serverless authorizer is renamed',
    `
@@ serverless.yml
 service: orders
 functions:
   drop:
     handler: src/orders.drop
     events:
-      - httpApi: { method: DELETE, path: '/orders/{id}', authorizer: { name: jwt } }
+      - httpApi: { method: DELETE, path: '/orders/{id}', authorizer: { name: tokens } }
`,
  ],
  [
    'serverless authorizer to middleware in code',
    `
@@ serverless.yml
 service: orders
 functions:
   drop:
     handler: src/orders.drop
     events:
-      - httpApi: { method: DELETE, path: '/orders/{id}', authorizer: { name: jwt } }
+      - httpApi: { method: DELETE, path: '/orders/{id}' }
@@ src/orders.ts
-export const drop = async (event) => store.drop(event.pathParameters.id);
+export const drop = middy(async (event) => store.drop(event.pathParameters.id)).use(requireAuth());
`,
  ],
  [
    'CloudFormation encryption to a resource of its own name',
    `
@@ infra/stack.yaml
 AWSTemplateFormatVersion: '2010-09-09'
 Resources:
-  Old:
+  New:
     Type: AWS::RDS::DBInstance
     Properties:
       Engine: postgres
       StorageEncrypted: true
`,
  ],
  [
    'ingress TLS to the gateway',
    `
@@ deploy/ingress.yaml
 apiVersion: networking.k8s.io/v1
 kind: Ingress
 metadata:
   name: web
   annotations:
-    nginx.ingress.kubernetes.io/ssl-redirect: "true"
     nginx.ingress.kubernetes.io/rewrite-target: /
 spec:
   rules: [{ host: shop.acme.com }]
@@ deploy/gateway.yaml
 apiVersion: gateway.networking.k8s.io/v1
 kind: Gateway
 metadata:
   name: web
   annotations:
+    alb.ingress.kubernetes.io/ssl-redirect: "443"
     team: web
`,
  ],
  [
    'compose port of the machine changes',
    `
@@ docker-compose.yml
 services:
   db:
     image: postgres:16.2
     ports:
-      - "127.0.0.1:5432:5432"
+      - "127.0.0.1:15432:5432"
`,
  ],
  [
    'Istio mode by port',
    `
@@ deploy/mtls.yaml
 apiVersion: security.istio.io/v1
 kind: PeerAuthentication
 metadata: { name: default }
 spec:
-  mtls: { mode: STRICT }
+  mtls:
+    mode: STRICT
`,
  ],
  [
    'gateway filter from a route to all',
    `
@@ src/main/resources/application.yml
 spring:
   cloud:
     gateway:
+      default-filters:
+        - name: RequestRateLimiter
       routes:
         - id: orders
           uri: lb://orders
           filters:
-            - name: RequestRateLimiter
             - StripPrefix=1
`,
  ],
  [
    'header from vercel.json to the application',
    `
@@ vercel.json
 {
   "headers": [
-    { "source": "/(.*)", "headers": [{ "key": "X-Frame-Options", "value": "DENY" }] }
+    { "source": "/(.*)", "headers": [{ "key": "X-Robots-Tag", "value": "noindex" }] }
   ]
 }
@@ src/app.ts
 const app = express();
+app.use(helmet());
`,
  ],
  [
    'header from the application to vercel.json',
    `
@@ vercel.json
 {
   "headers": [
+    { "source": "/(.*)", "headers": [{ "key": "X-Frame-Options", "value": "DENY" }] }
   ]
 }
@@ src/app.ts
 const app = express();
-app.use((req, res, next) => { res.setHeader('X-Frame-Options', 'DENY'); next(); });
 app.get('/', home);
`,
  ],
  [
    'meta policy to a header',
    `
@@ public/index.html
 <html>
 <head>
-  <meta http-equiv="Content-Security-Policy" content="default-src 'self'">
   <title>Shop</title>
 </head>
 </html>
@@ nginx.conf
 server {
+  add_header Content-Security-Policy "default-src 'self'" always;
 }
`,
  ],
  [
    'form token to a partial',
    `
@@ views/transfer.ejs
 <form method="post" action="/transfer">
-  <input type="hidden" name="_csrf" value="<%= csrfToken %>">
+  <%- include('partials/csrf') %>
   <input name="amount">
 </form>
`,
  ],
  [
    'form token to th:action',
    `
@@ src/main/resources/templates/transfer.html
-<form method="post" action="/transfer">
-  <input type="hidden" th:name="\${_csrf.parameterName}" th:value="\${_csrf.token}"/>
+<form method="post" th:action="@{/transfer}" action="/transfer">
   <input name="amount"/>
 </form>
`,
  ],
  [
    'token from fetch to an interceptor',
    `
@@ src/api.ts
 export async function transfer(amount: number) {
   await fetch('/transfer', {
     method: 'POST',
-    headers: { 'content-type': 'application/json', 'X-CSRF-Token': token() },
+    headers: { 'content-type': 'application/json' },
   });
 }
@@ src/interceptors.ts
 export function register() {
+  onRequest((request) => { request.headers = { ...request.headers, 'X-CSRF-Token': token() }; });
 }
`,
  ],
  [
    'rate limit skipped for a health check that has its own',
    `
@@ src/health.controller.ts
 @Controller('health')
 export class HealthController {
-  @Get()
+  @Get('live')
   live() { return 'ok'; }
 }
`,
  ],
  [
    'timeout of a job to its steps',
    `
@@ .github/workflows/ci.yml
 on: push
 jobs:
   test:
     runs-on: ubuntu-latest
-    timeout-minutes: 15
     steps:
       - run: npm test
+        timeout-minutes: 10
`,
  ],
  [
    'time limit from a file to code',
    `
@@ src/main/resources/application.yml
 spring:
   cloud:
     openfeign:
       client:
         config:
           default:
-            readTimeout: 5000
             loggerLevel: basic
@@ src/main/java/acme/FeignConfig.java
 class FeignConfig {
+  @Bean Request.Options options() { return new Request.Options(Duration.ofSeconds(2), Duration.ofSeconds(5), true); }
+  // connectTimeout, readTimeout
 }
`,
  ],
  [
    'Optional get is checked',
    `
@@ src/main/java/acme/Users.java
 class Users {
   User user(long id) {
-    return repository.findById(id).orElse(null);
+    return repository.findById(id).orElseThrow(() -> new NotFound(id));
   }
 }
`,
  ],
  [
    'Nest filter to the application',
    `
@@ src/orders.controller.ts
 @Controller('orders')
-@UseFilters(OrderErrorFilter)
 export class OrdersController {
   @Get(':id')
   show(@Param('id') id: string) { return this.orders.find(id); }
 }
@@ src/main.ts
 async function bootstrap() {
   const app = await NestFactory.create(AppModule);
+  app.useGlobalFilters(new OrderErrorFilter());
   await app.listen(3000);
 }
`,
  ],
  [
    'prisma index becomes unique',
    `
@@ prisma/schema.prisma
 model Order {
   id     Int    @id
   userId Int
-  @@index([userId])
+  @@unique([userId])
 }
`,
  ],
  [
    'migration replaces an index',
    `
@@ db/migrations/007_index.sql
+CREATE INDEX CONCURRENTLY orders_user_state ON orders (user_id, state);
+DROP INDEX CONCURRENTLY orders_user;
`,
  ],
  [
    'network policy moves to another file',
    `
@@ deploy/a.yaml
-apiVersion: networking.k8s.io/v1
-kind: NetworkPolicy
-metadata: { name: db }
-spec:
-  podSelector: {}
-  ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }] }]
+apiVersion: v1
+kind: ConfigMap
+metadata: { name: a }
@@ deploy/b.yaml
+apiVersion: networking.k8s.io/v1
+kind: NetworkPolicy
+metadata: { name: db }
+spec:
+  podSelector: {}
+  ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }] }]
`,
  ],
  [
    'curl asks its own machine',
    `
@@ scripts/health.sh
 #!/bin/sh
-curl -fsS http://localhost:8080/health
+curl -fsSk https://localhost:8443/health
`,
  ],
  [
    'policy reported first, then enforced',
    `
@@ src/app.ts
 app.use(helmet({
   contentSecurityPolicy: {
     directives: { defaultSrc: ["'self'"] },
-    reportOnly: true,
   },
 }));
`,
  ],
];
