import type { Removal } from './sides.ts';

/** What other frameworks and tools are told than those of the lists beside it. */
export const removedElsewhere: readonly Removal[] = [
  [
    'authz: quarkus @Authenticated removed',
    'security/removed-authorization',
    `
@@ src/main/java/acme/OrderResource.java
 @Path("/orders")
 public class OrderResource {
   @GET
-  @Authenticated
   public List<Order> list() { return store.all(); }
 }
`,
  ],
  [
    'authz: micronaut @Secured to anonymous',
    'security/removed-authorization',
    `
@@ src/main/java/acme/OrderController.java
 @Controller("/orders")
 public class OrderController {
-  @Secured(SecurityRule.IS_AUTHENTICATED)
+  @Secured(SecurityRule.IS_ANONYMOUS)
   @Get
   List<Order> list() { return store.all(); }
 }
`,
  ],
  [
    'authz: LoopBack @authenticate removed',
    'security/removed-authorization',
    `
@@ src/controllers/order.controller.ts
 export class OrderController {
-  @authenticate('jwt')
   @get('/orders')
   list() { return this.orders.find(); }
 }
`,
  ],
  [
    'authz: type-graphql @Authorized removed',
    'security/removed-authorization',
    `
@@ src/order.resolver.ts
 @Resolver()
 export class OrderResolver {
-  @Authorized('ADMIN')
   @Mutation(() => Boolean)
   purge() { return this.orders.purge(); }
 }
`,
  ],
  [
    'authz: routing-controllers @Authorized loosened',
    'security/removed-authorization',
    `
@@ src/order.controller.ts
 @JsonController('/orders')
 export class OrderController {
-  @Authorized(['ADMIN'])
+  @Authorized()
   @Delete('/:id')
   drop(@Param('id') id: string) { return this.orders.drop(id); }
 }
`,
  ],
  [
    'guard: sveltekit hooks redirect removed',
    'security/removed-authorization',
    `
@@ src/hooks.server.ts
 export const handle = async ({ event, resolve }) => {
-  if (!event.locals.user && event.url.pathname.startsWith('/admin')) throw redirect(303, '/login');
   return resolve(event);
 };
`,
  ],
  [
    'guard: remix loader requireUser removed',
    'security/removed-authorization',
    `
@@ app/routes/admin.tsx
 export async function loader({ request }: LoaderArgs) {
-  await requireUserId(request);
   return json(await db.users.findMany());
 }
`,
  ],
  [
    'guard: next page server action',
    'security/removed-authorization',
    `
@@ app/actions.ts
 'use server';
 export async function deleteUser(id: string) {
-  const session = await auth();
-  if (session?.user.role !== 'admin') throw new Error('Forbidden');
   await db.user.delete({ where: { id } });
 }
`,
  ],
  [
    'guard: javalin access manager role',
    'security/removed-authorization',
    `
@@ src/main/java/acme/App.java
 class App {
   void routes(Javalin app) {
-    app.delete("/orders/{id}", this::drop, Role.ADMIN);
+    app.delete("/orders/{id}", this::drop);
   }
 }
`,
  ],
  [
    'middleware: hono bearerAuth removed',
    'security/removed-authorization',
    `
@@ src/app.ts
 const app = new Hono();
-app.use('/api/*', bearerAuth({ token }));
 app.get('/api/orders', list);
`,
  ],
  [
    'middleware: elysia/trpc isAuthed removed',
    'security/removed-authorization',
    `
@@ src/trpc.ts
 export const appRouter = router({
-  purge: t.procedure.use(isAuthed).mutation(() => store.purge()),
+  purge: t.procedure.mutation(() => store.purge()),
 });
`,
  ],
  [
    'validation: typebox minLength',
    'security/removed-input-validation',
    `
@@ src/schema.ts
 export const User = Type.Object({
-  name: Type.String({ minLength: 1, maxLength: 80 }),
+  name: Type.String(),
 });
`,
  ],
  [
    'validation: jakarta Pattern loosened',
    'security/removed-input-validation',
    `
@@ src/main/java/acme/User.java
 class User {
-  @Pattern(regexp = "^[a-z]{1,20}$")
+  @Pattern(regexp = ".*")
   private String name;
 }
`,
  ],
  [
    'encoding: StringEscapeUtils removed',
    'security/removed-output-encoding',
    `
@@ src/main/java/acme/Page.java
 class Page {
   void show(PrintWriter out, String name) {
-    out.println("<b>" + StringEscapeUtils.escapeHtml4(name) + "</b>");
+    out.println("<b>" + name + "</b>");
   }
 }
`,
  ],
  [
    'encoding: textContent to innerHTML',
    'security/unescaped-markup',
    `
@@ src/page.ts
 export function show(node: HTMLElement, name: string) {
-  node.textContent = name;
+  node.innerHTML = name;
 }
`,
  ],
  [
    'encoding: marked sanitizer removed',
    'security/removed-output-encoding',
    `
@@ src/render.ts
 export function render(text: string) {
-  return DOMPurify.sanitize(marked.parse(text));
+  return marked.parse(text);
 }
`,
  ],
  [
    'encoding: encodeURIComponent removed',
    'security/removed-output-encoding',
    `
@@ src/api.ts
 export function load(name: string) {
-  return fetch(\`/api/users/\${encodeURIComponent(name)}\`);
+  return fetch(\`/api/users/\${name}\`);
 }
`,
  ],
  [
    'csrf: angular withXsrf disabled',
    'security/disabled-csrf-protection',
    `
@@ src/app.config.ts
 export const appConfig = {
-  providers: [provideHttpClient(withXsrfConfiguration({ cookieName: 'XSRF-TOKEN' }))],
+  providers: [provideHttpClient(withNoXsrfProtection())],
 };
`,
  ],
  [
    'cors: ktor-like quarkus props',
    'security/weakened-configuration',
    `
@@ src/main/resources/application.properties
 quarkus.http.cors=true
-quarkus.http.cors.origins=https://app.acme.com
+quarkus.http.cors.origins=*
`,
  ],
  [
    'headers: caddyfile',
    'security/removed-proxy-protection',
    `
@@ Caddyfile
 shop.acme.com {
-  header Strict-Transport-Security "max-age=31536000"
   reverse_proxy app:3000
 }
`,
  ],
  [
    'headers: apache htaccess',
    'security/removed-proxy-protection',
    `
@@ .htaccess
-Header always set X-Frame-Options "DENY"
 RewriteEngine On
`,
  ],
  [
    'rate limit: bucket4j removed',
    'security/removed-limit',
    `
@@ src/main/java/acme/Login.java
 class Login {
   Token login(Credentials c) {
-    if (!bucket.tryConsume(1)) throw new TooManyRequests();
     return auth.login(c);
   }
 }
`,
  ],
  [
    'rate limit: fastify config rateLimit false',
    'security/removed-limit',
    `
@@ src/app.ts
 app.post('/login', {
-  config: { rateLimit: { max: 5, timeWindow: '1 minute' } },
+  config: { rateLimit: false },
 }, login);
`,
  ],
  [
    'timeout: OkHttp builder',
    'robustness/removed-timeout',
    `
@@ src/main/java/acme/Http.java
 class Http {
   OkHttpClient client() {
     return new OkHttpClient.Builder()
-        .callTimeout(Duration.ofSeconds(5))
         .build();
   }
 }
`,
  ],
  [
    'timeout: AbortSignal removed',
    'robustness/removed-timeout',
    `
@@ src/api.ts
 export async function load() {
-  return fetch('https://rates.acme.com', { signal: AbortSignal.timeout(3000) });
+  return fetch('https://rates.acme.com');
 }
`,
  ],
  [
    'size limit: multer limits removed',
    'security/removed-limit',
    `
@@ src/upload.ts
-const upload = multer({ dest: 'up/', limits: { fileSize: 1e6 } });
+const upload = multer({ dest: 'up/' });
`,
  ],
  [
    'size limit: servlet MultipartConfig',
    'security/removed-limit',
    `
@@ src/main/java/acme/Upload.java
-@MultipartConfig(maxFileSize = 1048576, maxRequestSize = 2097152)
+@MultipartConfig
 @WebServlet("/upload")
 public class Upload extends HttpServlet {
   protected void doPost(HttpServletRequest req, HttpServletResponse res) throws IOException { save(req.getPart("f")); }
 }
`,
  ],
  [
    'tls: undici rejectUnauthorized',
    'security/disabled-tls-verification',
    `
@@ src/http.ts
-const agent = new Agent({ connect: { ca } });
+const agent = new Agent({ connect: { ca, rejectUnauthorized: false } });
`,
  ],
  [
    'tls: hostname verifier ALLOW_ALL',
    'security/disabled-tls-verification',
    `
@@ src/main/java/acme/Http.java
 class Http {
   CloseableHttpClient client() {
-    return HttpClients.custom().build();
+    return HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build();
   }
 }
`,
  ],
  [
    'tls: kafka props',
    'security/weakened-configuration',
    `
@@ src/main/resources/application.properties
-spring.kafka.properties.security.protocol=SASL_SSL
+spring.kafka.properties.security.protocol=SASL_PLAINTEXT
`,
  ],
  [
    'crypto: bcrypt rounds',
    'security/weakened-crypto',
    `
@@ src/auth.ts
 export async function hash(password: string) {
-  return bcrypt.hash(password, 12);
+  return bcrypt.hash(password, 4);
 }
`,
  ],
  [
    'crypto: argon2 to sha',
    'security/fast-password-hash',
    `
@@ src/auth.ts
 export async function hash(password: string) {
-  return argon2.hash(password);
+  return createHash('sha256').update(password).digest('hex');
 }
`,
  ],
  [
    'audit: event publisher removed',
    'security/removed-audit-log',
    `
@@ src/main/java/acme/Accounts.java
 class Accounts {
   void close(long id) {
     store.close(id);
-    publisher.publishEvent(new AuditApplicationEvent(user(), "ACCOUNT_CLOSED", "id=" + id));
   }
 }
`,
  ],
  [
    'audit: decorator removed',
    'security/removed-audit-log',
    `
@@ src/accounts.service.ts
 export class AccountsService {
-  @AuditLog('account.close')
   close(id: string) { return this.store.close(id); }
 }
`,
  ],
  [
    'error handling: ErrorBoundary removed',
    'robustness/removed-error-handling',
    `
@@ src/App.tsx
 export function App() {
   return (
-    <ErrorBoundary fallback={<Broken />}>
-      <Orders />
-    </ErrorBoundary>
+    <Orders />
   );
 }
`,
  ],
  [
    'error handling: reactor onErrorResume',
    'robustness/removed-error-handling',
    `
@@ src/main/java/acme/Rates.java
 class Rates {
   Mono<Rate> rate(String code) {
-    return client.load(code).onErrorResume(e -> cache.get(code));
+    return client.load(code);
   }
 }
`,
  ],
  [
    'null check: early return removed js',
    'robustness/removed-null-check',
    `
@@ src/mail.js
 exports.mail = async (id) => {
   const owner = await owners.find(id);
-  if (owner == null) return;
   await post(owner.address);
 };
`,
  ],
  [
    'transaction: prisma $transaction removed',
    'robustness/removed-transaction',
    `
@@ src/orders.ts
 export async function move(from: string, to: string, amount: number) {
-  await prisma.$transaction([
-    prisma.account.update({ where: { id: from }, data: { amount: { decrement: amount } } }),
-    prisma.account.update({ where: { id: to }, data: { amount: { increment: amount } } }),
-  ]);
+  await prisma.account.update({ where: { id: from }, data: { amount: { decrement: amount } } });
+  await prisma.account.update({ where: { id: to }, data: { amount: { increment: amount } } });
 }
`,
  ],
  [
    'locking: redlock removed',
    'robustness/removed-locking',
    `
@@ src/jobs.ts
 export async function run(id: string) {
-  const lock = await redlock.acquire([\`job:\${id}\`], 5000);
   await work(id);
-  await lock.release();
 }
`,
  ],
  [
    'locking: @Lock PESSIMISTIC removed',
    'robustness/removed-locking',
    `
@@ src/main/java/acme/Accounts.java
 interface Accounts extends JpaRepository<Account, Long> {
-  @Lock(LockModeType.PESSIMISTIC_WRITE)
   @Query("select a from Account a where a.id = :id")
   Account forUpdate(@Param("id") long id);
 }
`,
  ],
  [
    'locking: shedlock removed',
    'robustness/removed-locking',
    `
@@ src/main/java/acme/Job.java
 class Job {
   @Scheduled(cron = "0 0 * * * *")
-  @SchedulerLock(name = "job", lockAtMostFor = "10m")
   void run() { bill(); }
 }
`,
  ],
  [
    'retry: p-retry retries removed',
    'robustness/removed-retry-limit',
    `
@@ src/api.ts
 export function load() {
-  return pRetry(() => fetchRates(), { retries: 3 });
+  return pRetry(() => fetchRates(), { forever: true });
 }
`,
  ],
  [
    'retry: bullmq attempts',
    'robustness/removed-retry-limit',
    `
@@ src/queue.ts
-await queue.add('mail', data, { attempts: 3, backoff: 1000 });
+await queue.add('mail', data, { attempts: 100000, backoff: 1000 });
`,
  ],
  [
    'idempotency: stripe key removed',
    'robustness/removed-idempotency-check',
    `
@@ src/pay.ts
 export async function pay(order: Order) {
-  return stripe.paymentIntents.create({ amount: order.total, currency: 'eur' }, { idempotencyKey: order.id });
+  return stripe.paymentIntents.create({ amount: order.total, currency: 'eur' });
 }
`,
  ],
  [
    'network: helm networkPolicy.enabled false',
    'security/weakened-configuration',
    `
@@ charts/web/values.yaml
 image: { repository: acme/web, tag: 1.2.3 }
 networkPolicy:
-  enabled: true
+  enabled: false
`,
  ],
  [
    'ci: circleci lint removed',
    'delivery/weakened-pipeline',
    `
@@ .circleci/config.yml
 version: 2.1
 jobs:
   test:
     docker: [{ image: cimg/node:20.11 }]
     steps:
       - checkout
-      - run: npm run lint
       - run: npm test
`,
  ],
  [
    'ci: azure pipelines continueOnError',
    'delivery/weakened-pipeline',
    `
@@ azure-pipelines.yml
 steps:
   - script: npm test
+    continueOnError: true
   - script: npm run build
`,
  ],
  [
    'lint: checkstyle rule severity',
    'delivery/weakened-scanner',
    `
@@ config/checkstyle/suppressions.xml
 <suppressions>
+  <suppress checks=".*" files="acme[\\\\/]billing"/>
 </suppressions>
`,
  ],
  [
    'lint: pmd ruleset excluded',
    'delivery/weakened-scanner',
    `
@@ config/pmd.xml
 <ruleset name="r">
-  <rule ref="category/java/errorprone.xml"/>
+  <rule ref="category/java/errorprone.xml"><exclude name="EmptyCatchBlock"/></rule>
 </ruleset>
`,
  ],
  [
    'suppress: @SuppressFBWarnings',
    'robustness/silenced-check',
    `
@@ src/main/java/acme/A.java
 class A {
+  @SuppressFBWarnings("SQL_INJECTION_JDBC")
   void run(String q) { db.run(q); }
 }
`,
  ],
  [
    'suppress: biome-ignore / oxlint-disable',
    'robustness/silenced-check',
    `
@@ src/a.ts
 export function a(x: string) {
+  // biome-ignore lint/suspicious/noExplicitAny: later
   const y: any = x;
   return y.z;
 }
`,
  ],
  [
    'coverage: sonar/codecov threshold',
    'delivery/lowered-strictness',
    `
@@ codecov.yml
 coverage:
   status:
     project:
       default:
-        target: 85%
+        target: 40%
`,
  ],
  [
    'coverage: vitest thresholds',
    'delivery/loosened-check-settings',
    `
@@ vitest.config.ts
 export default defineConfig({
   test: {
     coverage: {
-      thresholds: { lines: 90, branches: 80 },
+      thresholds: { lines: 50, branches: 80 },
     },
   },
 });
`,
  ],
  [
    'tests: node:test skip',
    'tests/skipped-or-focused-test',
    `
@@ test/a.test.js
-test('adds', () => { assert.equal(add(1, 2), 3); });
+test('adds', { skip: true }, () => { assert.equal(add(1, 2), 3); });
`,
  ],
  [
    'scanner: pre-commit hook removed',
    'delivery/weakened-pipeline',
    `
@@ .pre-commit-config.yaml
 repos:
-  - repo: https://github.com/gitleaks/gitleaks
-    rev: v8.18.0
-    hooks: [{ id: gitleaks }]
   - repo: https://github.com/pre-commit/pre-commit-hooks
     rev: v4.5.0
     hooks: [{ id: end-of-file-fixer }]
`,
  ],
  [
    'dependency: gradle downgraded',
    'delivery/downgraded-dependency',
    `
@@ build.gradle
 dependencies {
-  implementation 'org.yaml:snakeyaml:2.2'
+  implementation 'org.yaml:snakeyaml:1.26'
 }
`,
  ],
  [
    'pin: helm chart range',
    'delivery/unpinned-dependency',
    `
@@ charts/web/Chart.yaml
 apiVersion: v2
 name: web
 version: 1.0.0
 dependencies:
   - name: redis
-    version: 18.1.0
+    version: "*"
     repository: https://charts.acme.com
`,
  ],
  [
    'pin: terraform module ref',
    'delivery/unpinned-dependency',
    `
@@ infra/main.tf
 module "vpc" {
-  source = "git::https://github.com/acme/vpc.git?ref=v1.2.0"
+  source = "git::https://github.com/acme/vpc.git"
 }
`,
  ],
];
