import type { Removal } from './sides.ts';

/** What the lists beside it do not have: other frameworks, other files, what switches a protection off. */
export const removedOtherwise: readonly Removal[] = [
  [
    'terraform api gateway authorization NONE',
    'security/public-cloud-resource',
    `
@@ infra/api.tf
 resource "aws_api_gateway_method" "drop" {
   rest_api_id   = aws_api_gateway_rest_api.api.id
   http_method   = "DELETE"
-  authorization = "COGNITO_USER_POOLS"
-  authorizer_id = aws_api_gateway_authorizer.users.id
+  authorization = "NONE"
 }
`,
  ],
  [
    'express-validator chain w/o import',
    'security/removed-input-validation',
    `
@@ src/routes/users.js
 const { validate } = require('../middleware/validate');
 router.post(
   '/users',
-  body('email').isEmail().normalizeEmail(),
   body('name').isLength({ min: 1, max: 80 }),
   validate,
   create,
 );
`,
  ],
  [
    'additionalProperties true',
    'security/removed-input-validation',
    `
@@ src/schemas/order.ts
 export const orderSchema = {
   type: 'object',
   properties: { id: { type: 'string' } },
   required: ['id'],
-  additionalProperties: false,
+  additionalProperties: true,
 };
`,
  ],
  [
    'form token react',
    'security/removed-web-protection',
    `
@@ src/Transfer.tsx
 export function Transfer({ csrfToken }: { csrfToken: string }) {
   return (
     <form method="post" action="/transfer">
-      <input type="hidden" name="_csrf" value={csrfToken} />
       <input name="amount" />
     </form>
   );
 }
`,
  ],
  [
    'header csrf token removed fetch',
    'security/removed-web-protection',
    `
@@ src/api.ts
 export async function transfer(amount: number, token: string) {
   await fetch('/transfer', {
     method: 'POST',
-    headers: { 'content-type': 'application/json', 'X-CSRF-Token': token },
+    headers: { 'content-type': 'application/json' },
     body: JSON.stringify({ amount }),
   });
 }
`,
  ],
  [
    'csp report-only header',
    'security/removed-web-protection',
    `
@@ src/app.js
 app.use((req, res, next) => {
-  res.setHeader('Content-Security-Policy', "default-src 'self'");
+  res.setHeader('Content-Security-Policy-Report-Only', "default-src 'self'");
   next();
 });
`,
  ],
  [
    'csp report-only helmet',
    'security/removed-web-protection',
    `
@@ src/app.ts
 app.use(helmet({
   contentSecurityPolicy: {
     directives: { defaultSrc: ["'self'"] },
+    reportOnly: true,
   },
 }));
`,
  ],
  [
    'csp report-only spring',
    'security/removed-web-protection',
    `
@@ src/main/java/acme/Sec.java
 class Sec {
   SecurityFilterChain chain(HttpSecurity http) throws Exception {
-    http.headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives("default-src 'self'")));
+    http.headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives("default-src 'self'").reportOnly()));
     return http.build();
   }
 }
`,
  ],
  [
    'csp report-only nginx',
    'security/removed-proxy-protection',
    `
@@ nginx.conf
 server {
-  add_header Content-Security-Policy "default-src 'self'" always;
+  add_header Content-Security-Policy-Report-Only "default-src 'self'" always;
 }
`,
  ],
  [
    'SkipThrottle added',
    'security/removed-limit',
    `
@@ src/auth.controller.ts
 @Controller('auth')
 export class AuthController {
+  @SkipThrottle()
   @Post('login')
   login(@Body() dto: LoginDto) { return this.auth.login(dto); }
 }
`,
  ],
  [
    'nginx time limits removed',
    'security/removed-proxy-protection',
    `
@@ nginx.conf
 server {
-  client_body_timeout 10s;
-  client_header_timeout 10s;
-  proxy_read_timeout 30s;
   location / { proxy_pass http://app; }
 }
`,
  ],
  [
    'nginx time limit raised x100',
    'security/removed-proxy-protection',
    `
@@ nginx.conf
 server {
-  client_body_timeout 10s;
+  client_body_timeout 3600s;
   location / { proxy_pass http://app; }
 }
`,
  ],
  [
    'ENV NODE_TLS',
    'delivery/unchecked-peer',
    `
@@ Dockerfile
 FROM node:20.11.1
 USER node
+ENV NODE_TLS_REJECT_UNAUTHORIZED=0
 CMD ["node", "server.js"]
`,
  ],
  [
    'ENV NODE_TLS in compose',
    'delivery/unchecked-peer',
    `
@@ docker-compose.yml
 services:
   app:
     image: acme/app:1.2.3
     environment:
       NODE_ENV: production
+      NODE_TLS_REJECT_UNAUTHORIZED: "0"
`,
  ],
  [
    'NODE_TLS k8s env',
    'delivery/unchecked-peer',
    `
@@ deploy/app.yaml
 apiVersion: apps/v1
 kind: Deployment
 metadata: { name: app }
 spec:
   template:
     spec:
       containers:
         - name: app
           image: acme/app:1.2.3
           env:
             - name: NODE_ENV
               value: production
+            - name: NODE_TLS_REJECT_UNAUTHORIZED
+              value: "0"
`,
  ],
  [
    'NODE_TLS package script',
    'delivery/unchecked-peer',
    `
@@ package.json
 {
   "name": "app", "private": true,
   "scripts": {
-    "start": "node server.js"
+    "start": "NODE_TLS_REJECT_UNAUTHORIZED=0 node server.js"
   }
 }
`,
  ],
  [
    'curl -k in script',
    'delivery/unchecked-peer',
    `
@@ scripts/deploy.sh
 #!/bin/sh
 set -e
-curl -fsS https://deploy.acme.com/hook -d "$PAYLOAD"
+curl -fsSk https://deploy.acme.com/hook -d "$PAYLOAD"
`,
  ],
  [
    'curl --insecure in workflow',
    'delivery/unchecked-peer',
    `
@@ .github/workflows/deploy.yml
 name: deploy
 on: push
 permissions: {}
 jobs:
   d:
     runs-on: ubuntu-latest
     steps:
-      - run: curl -fsS https://deploy.acme.com/hook
+      - run: curl --insecure -fsS https://deploy.acme.com/hook
`,
  ],
  [
    'wget no-check Dockerfile',
    'delivery/unchecked-peer',
    `
@@ Dockerfile
 FROM debian:12.5
-RUN wget -q https://dl.acme.com/tool.tgz && echo "abc  tool.tgz" | sha256sum -c
+RUN wget -q --no-check-certificate https://dl.acme.com/tool.tgz && echo "abc  tool.tgz" | sha256sum -c
 USER nobody
`,
  ],
  [
    'git sslVerify false',
    'delivery/unchecked-peer',
    `
@@ scripts/fetch.sh
 #!/bin/sh
+git config --global http.sslVerify false
 git clone https://git.acme.com/x.git
`,
  ],
  [
    'npm strict-ssl',
    'delivery/cleartext-repository',
    `
@@ .npmrc
 registry=https://npm.acme.com/
-strict-ssl=true
+strict-ssl=false
`,
  ],
  [
    'ExceptionHandler removed',
    'compatibility/changed-route',
    `
@@ src/main/java/acme/Errors.java
 @RestControllerAdvice
 class Errors {
-  @ExceptionHandler(NotFoundException.class)
-  ResponseEntity<Problem> missing(NotFoundException e) { return ResponseEntity.status(404).body(new Problem(e.getMessage())); }
-
   @ExceptionHandler(ConflictException.class)
   ResponseEntity<Problem> conflict(ConflictException e) { return ResponseEntity.status(409).body(new Problem(e.getMessage())); }
 }
`,
  ],
  [
    'nest exception filter removed',
    'robustness/removed-error-handling',
    `
@@ src/orders.controller.ts
 @Controller('orders')
-@UseFilters(OrderErrorFilter)
 export class OrdersController {
   @Get(':id')
   show(@Param('id') id: string) { return this.orders.find(id); }
 }
`,
  ],
  [
    'Optional orElse to get',
    'robustness/removed-null-check',
    `
@@ src/main/java/acme/Users.java
 class Users {
   String name(long id) {
-    return repository.findById(id).map(User::getName).orElse("unknown");
+    return repository.findById(id).map(User::getName).get();
   }
 }
`,
  ],
  [
    'Optional orElseThrow to get',
    'robustness/removed-null-check',
    `
@@ src/main/java/acme/Users.java
 class Users {
   User user(long id) {
-    return repository.findById(id).orElseThrow(() -> new NotFoundException(id));
+    return repository.findById(id).get();
   }
 }
`,
  ],
  [
    'prisma index removed',
    'quality-attributes/dropped-index',
    `
@@ prisma/schema.prisma
 model Order {
   id     Int    @id
   userId Int
-  @@index([userId])
 }
`,
  ],
  [
    'prisma unique removed',
    'quality-attributes/dropped-index',
    `
@@ prisma/schema.prisma
 model User {
   id    Int    @id
-  email String @unique
+  email String
 }
`,
  ],
  [
    'liquibase dropIndex xml',
    'quality-attributes/dropped-index',
    `
@@ src/main/resources/db/changelog/changes/004.xml
+<databaseChangeLog>
+  <changeSet id="4" author="a">
+    <dropIndex indexName="idx_orders_user" tableName="orders"/>
+  </changeSet>
+</databaseChangeLog>
`,
  ],
  [
    'liquibase dropUniqueConstraint yaml',
    'quality-attributes/dropped-index',
    `
@@ src/main/resources/db/changelog/changes/005.yaml
+databaseChangeLog:
+  - changeSet:
+      id: 5
+      author: a
+      changes:
+        - dropUniqueConstraint:
+            constraintName: uq_users_email
+            tableName: users
`,
  ],
  [
    'knex dropIndex',
    'quality-attributes/dropped-index',
    `
@@ migrations/20240101_drop.js
+exports.up = (knex) => knex.schema.alterTable('orders', (t) => { t.dropIndex(['user_id']); });
+exports.down = (knex) => knex.schema.alterTable('orders', (t) => { t.index(['user_id']); });
`,
  ],
  [
    'typeorm migration dropIndex',
    'quality-attributes/dropped-index',
    `
@@ src/migrations/1700-drop.ts
+export class Drop1700 implements MigrationInterface {
+  async up(runner: QueryRunner) { await runner.dropIndex('orders', 'IDX_user'); }
+  async down(runner: QueryRunner) { await runner.createIndex('orders', new TableIndex({ name: 'IDX_user', columnNames: ['user_id'] })); }
+}
`,
  ],
  [
    'sequelize indexes',
    'quality-attributes/removed-index',
    `
@@ src/models/order.js
 const Order = sequelize.define('order', {
   userId: DataTypes.INTEGER,
 }, {
-  indexes: [{ fields: ['userId'] }],
   timestamps: true,
 });
`,
  ],
  [
    'sequelize unique',
    'quality-attributes/removed-index',
    `
@@ src/models/user.ts
 User.init({
-  email: { type: DataTypes.STRING, unique: true },
+  email: { type: DataTypes.STRING },
 }, { sequelize });
`,
  ],
  [
    'drizzle index',
    'quality-attributes/removed-index',
    `
@@ src/schema.ts
 export const orders = pgTable('orders', {
   id: serial('id').primaryKey(),
   userId: integer('user_id'),
-}, (t) => [index('orders_user').on(t.userId)]);
+});
`,
  ],
  [
    'mongoose schema.index',
    'quality-attributes/removed-index',
    `
@@ src/models/order.ts
 const orderSchema = new Schema({ userId: String });
-orderSchema.index({ userId: 1 });
 export const Order = model('Order', orderSchema);
`,
  ],
  [
    'ipBlock 0.0.0.0/0',
    'security/removed-isolation',
    `
@@ deploy/policy.yaml
 apiVersion: networking.k8s.io/v1
 kind: NetworkPolicy
 metadata: { name: db }
 spec:
   podSelector: { matchLabels: { app: db } }
   ingress:
     - from:
-        - podSelector: { matchLabels: { app: web } }
+        - ipBlock: { cidr: 0.0.0.0/0 }
`,
  ],
  [
    'ipBlock widened list',
    'security/removed-isolation',
    `
@@ deploy/policy.yaml
 apiVersion: networking.k8s.io/v1
 kind: NetworkPolicy
 metadata: { name: db }
 spec:
   podSelector: {}
   ingress:
     - from:
         - ipBlock: { cidr: 10.0.0.0/8 }
+        - ipBlock:
+            cidr: "0.0.0.0/0"
`,
  ],
];
