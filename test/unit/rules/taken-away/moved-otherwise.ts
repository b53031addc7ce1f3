import type { Move } from './sides.ts';

/** Other protections that are elsewhere, or in another form, after the change. */
export const movedOtherwise: readonly Move[] = [
  [
    'validation: manual check to bean constraint',
    `
@@ src/main/java/acme/Transfers.java
 @Service
 @Validated
 class Transfers {
-  void transfer(Account from, Account to, BigDecimal amount) {
-    if (amount.signum() <= 0) {
-      throw new IllegalArgumentException("amount must be positive");
-    }
+  void transfer(Account from, Account to, @Positive BigDecimal amount) {
     from.withdraw(amount);
     to.deposit(amount);
   }
 }
`,
  ],
  [
    'validation: manual check to helper',
    `
@@ src/main/java/acme/Transfers.java
 class Transfers {
   void transfer(Account from, Account to, BigDecimal amount) {
-    if (amount.signum() <= 0) {
-      throw new IllegalArgumentException("amount must be positive");
-    }
+    requirePositive(amount);
     from.withdraw(amount);
   }
+  private void requirePositive(BigDecimal amount) {
+    if (amount.signum() <= 0) {
+      throw new IllegalArgumentException("amount must be positive");
+    }
+  }
 }
`,
  ],
  [
    'validation: handler check to schema middleware',
    `
@@ src/pay.ts
-app.post('/pay', async (req, res) => {
+app.post('/pay', validateBody(paySchema), async (req, res) => {
   const { amount } = req.body;
-  if (typeof amount !== 'number' || amount <= 0) {
-    return res.status(400).json({ error: 'amount' });
-  }
   await gateway.charge(amount);
   res.sendStatus(204);
 });
`,
  ],
  [
    'validation: Joi to zod',
    `
@@ src/order.ts
-const schema = Joi.object({ name: Joi.string().max(20).required() });
+const schema = z.object({ name: z.string().max(20) });
 export const read = (body: unknown) => schema.parse(body);
`,
  ],
  [
    'validation: constraint to superclass',
    `
@@ src/main/java/acme/NewOrder.java
-class NewOrder {
-  @NotBlank
-  private String reference;
+class NewOrder extends Referenced {
   private int amount;
 }
@@ src/main/java/acme/Referenced.java
+abstract class Referenced {
+  @NotBlank
+  private String reference;
+}
`,
  ],
  [
    'validation: path check into helper',
    `
@@ src/files.ts
 export function read(name: string) {
-  const target = path.resolve(root, name);
-  if (!target.startsWith(root + path.sep)) throw new Error('outside');
+  const target = resolveInside(root, name);
   return fs.promises.readFile(target);
 }
`,
  ],
  [
    'validation: pipe to global',
    `
@@ src/o.controller.ts
 @Controller('orders')
 export class OrdersController {
   @Get(':id')
-  one(@Param('id', ParseUUIDPipe) id: string) { return this.orders.one(id); }
+  one(@Param() params: OrderParams) { return this.orders.one(params.id); }
 }
@@ src/params.ts
+export class OrderParams {
+  @IsUUID()
+  id: string;
+}
`,
  ],
  [
    'encoding: to template engine',
    `
@@ src/mail.ts
-export const body = (u: User) => '<h1>' + escapeHtml(u.name) + '</h1>';
+export const body = (u: User) => render('mail', { name: u.name });
`,
  ],
  [
    'encoding: encodeURIComponent to URLSearchParams',
    `
@@ src/api.ts
-export const find = (name: string) => fetch(\`/api?name=\${encodeURIComponent(name)}\`);
+export const find = (name: string) => fetch('/api?' + new URLSearchParams({ name }));
`,
  ],
  [
    'encoding: URLEncoder to UriComponentsBuilder',
    `
@@ src/main/java/acme/Client.java
 class Client {
   URI find(String name) {
-    return URI.create("https://crm.acme.com/users?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
+    return UriComponentsBuilder.fromUriString("https://crm.acme.com/users").queryParam("name", name).encode().build().toUri();
   }
 }
`,
  ],
  [
    'encoding: sanitizer of other library',
    `
@@ src/c.tsx
-export const C = ({ html }) => <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(html) }} />;
+export const C = ({ html }) => <p dangerouslySetInnerHTML={{ __html: sanitizeHtml(html) }} />;
`,
  ],
  [
    'csrf: other library',
    `
@@ src/app.js
-app.use(csurf());
+app.use(doubleCsrfProtection);
 app.post('/transfer', transfer);
`,
  ],
  [
    'csrf: token auth api without sessions',
    `
@@ src/app.ts
-await app.register(fastifyCsrf);
+await app.register(csrfProtection);
 app.post('/transfer', transfer);
`,
  ],
  [
    'headers: setHeader to helmet',
    `
@@ src/app.js
-app.use((req, res, next) => { res.setHeader('X-Frame-Options', 'DENY'); next(); });
+app.use(helmet());
 app.get('/', home);
`,
  ],
  [
    'headers: app to nginx',
    `
@@ src/app.js
-app.use(helmet.frameguard());
 app.get('/', home);
@@ deploy/nginx.conf
 server {
+  add_header X-Frame-Options DENY;
   location / { proxy_pass http://app; }
 }
`,
  ],
  [
    'headers: nginx to app',
    `
@@ src/app.js
+app.use(helmet());
 app.get('/', home);
@@ deploy/nginx.conf
 server {
-  add_header X-Frame-Options DENY;
   location / { proxy_pass http://app; }
 }
`,
  ],
  [
    'headers: next config to middleware file',
    `
@@ next.config.js
 module.exports = {
   async headers() {
     return [{ source: '/(.*)', headers: [
-      { key: 'X-Frame-Options', value: 'DENY' },
       { key: 'X-DNS-Prefetch-Control', value: 'on' },
     ] }];
   },
 };
@@ middleware.ts
 export function middleware(req) {
   const res = NextResponse.next();
+  res.headers.set('X-Frame-Options', 'DENY');
   return res;
 }
`,
  ],
  [
    'rate: route limiter to router',
    `
@@ src/app.ts
 const limiter = rateLimit({ windowMs: 60_000, max: 5 });
-app.post('/login', limiter, login);
-app.post('/signup', limiter, signup);
+app.use(limiter);
+app.post('/login', login);
+app.post('/signup', signup);
`,
  ],
  [
    'rate: to ingress annotation',
    `
@@ src/app.ts
-app.use(rateLimit({ max: 5 }));
 app.post('/login', login);
@@ k8s/ingress.yaml
 kind: Ingress
 metadata:
   annotations:
+    nginx.ingress.kubernetes.io/limit-rps: "5"
+    rate-limit: "on"
 spec: {}
`,
  ],
  [
    'rate: annotation to gateway filter',
    `
@@ src/main/java/acme/Login.java
 class Login {
-  @RateLimiter(name = "login")
   @PostMapping("/login")
   Token login(@RequestBody Credentials c) { return auth.login(c); }
 }
@@ gateway/src/main/resources/application.yml
 spring:
   cloud:
     gateway:
       routes:
         - id: login
           filters:
+            - name: RequestRateLimiter
`,
  ],
  [
    'timeout: per call to client',
    `
@@ src/main/java/acme/Client.java
 class Client {
   private final WebClient web;
-  Client() { this.web = WebClient.create(); }
+  Client() { this.web = WebClient.builder().clientConnector(new ReactorClientHttpConnector(HttpClient.create().responseTimeout(Duration.ofSeconds(2)))).build(); }
   Mono<Quote> quote(String id) {
-    return web.get().uri("/q/{id}", id).retrieve().bodyToMono(Quote.class).timeout(Duration.ofSeconds(2));
+    return web.get().uri("/q/{id}", id).retrieve().bodyToMono(Quote.class);
   }
 }
`,
  ],
  [
    'timeout: code to yaml',
    `
@@ src/main/java/acme/Client.java
 class Client {
   RestTemplate rest(RestTemplateBuilder b) {
-    return b.setReadTimeout(Duration.ofSeconds(2)).build();
+    return b.build();
   }
 }
@@ src/main/resources/application.yml
 spring:
+  http:
+    client:
+      read-timeout: 2s
   application: { name: a }
`,
  ],
  [
    'timeout: future.get to orTimeout',
    `
@@ src/main/java/acme/Client.java
 class Client {
   Quote quote() throws Exception {
-    return load().get(5, TimeUnit.SECONDS);
+    return load().orTimeout(5, TimeUnit.SECONDS).join();
   }
 }
`,
  ],
  [
    'size: cap to schema',
    `
@@ src/list.ts
+const Page = z.object({ size: z.coerce.number().max(100) });
 export function page(req) {
-  const size = Math.min(Number(req.query.size), 100);
+  const { size } = Page.parse(req.query);
   return db.items.find().limit(size);
 }
`,
  ],
  [
    'size: smaller body',
    `
@@ src/app.ts
-app.use(express.json({ limit: '10mb' }));
+app.use(express.json({ limit: '1mb' }));
`,
  ],
  [
    'crypto: rounds to constant',
    `
@@ src/pw.ts
+const ROUNDS = 12;
-export const hash = (p: string) => bcrypt.hash(p, 12);
+export const hash = (p: string) => bcrypt.hash(p, ROUNDS);
`,
  ],
  [
    'crypto: bcrypt to argon2',
    `
@@ src/pw.ts
-export const hash = (p: string) => bcrypt.hash(p, 12);
+export const hash = (p: string) => argon2.hash(p);
`,
  ],
  [
    'crypto: jwt verify into helper',
    `
@@ src/auth.ts
-export const read = (t: string) => jwt.verify(t, key, { issuer: 'acme' });
+export const read = (t: string) => verifyToken(t);
+const verifyToken = (t: string) => jwt.verify(t, key, { issuer: 'acme' });
`,
  ],
  [
    'crypto: expiry to setting',
    `
@@ src/auth.ts
-export const sign = (u: User) => jwt.sign({ sub: u.id }, key, { expiresIn: '15m' });
+export const sign = (u: User) => jwt.sign({ sub: u.id }, key, { expiresIn: config.tokenLife });
`,
  ],
  [
    'audit: call to entity listener',
    `
@@ src/main/java/acme/Users.java
 @Service
 class Users {
   void drop(long id) {
-    auditLog.record("user.deleted", id);
     users.deleteById(id);
   }
 }
@@ src/main/java/acme/UserListener.java
+class UserListener {
+  @PostRemove
+  void removed(User user) { auditLog.record("user.deleted", user.id()); }
+}
`,
  ],
  [
    'error: catch to advice',
    `
@@ src/main/java/acme/Orders.java
 @RestController
 class Orders {
   @GetMapping("/o/{id}")
   ResponseEntity<Order> one(@PathVariable long id) {
-    try {
-      return ResponseEntity.ok(orders.get(id));
-    } catch (NotFound e) {
-      return ResponseEntity.notFound().build();
-    }
+    return ResponseEntity.ok(orders.get(id));
   }
 }
@@ src/main/java/acme/Advice.java
+@RestControllerAdvice
+class Advice {
+  @ExceptionHandler(NotFound.class)
+  ResponseEntity<Void> missing(NotFound e) { return ResponseEntity.notFound().build(); }
+}
`,
  ],
  [
    'error: response.ok into client',
    `
@@ src/api.ts
 export async function load(id: string) {
-  const response = await fetch(\`/api/orders/\${id}\`);
-  if (!response.ok) throw new Error(\`failed \${response.status}\`);
-  return response.json();
+  return getJson(\`/api/orders/\${id}\`);
 }
+async function getJson(url: string) {
+  const response = await fetch(url);
+  if (!response.ok) throw new Error(\`failed \${response.status}\`);
+  return response.json();
+}
`,
  ],
  [
    'error: express error middleware to module',
    `
@@ src/app.js
 const app = express();
 app.use('/api', api);
-app.use((err, req, res, next) => { res.status(500).end(); });
+app.use(errorHandler);
 app.listen(3000);
@@ src/error-handler.js
+exports.errorHandler = (err, req, res, next) => { res.status(500).end(); };
`,
  ],
  [
    'error: finally to try-with-resources',
    `
@@ src/main/java/acme/Copy.java
 class Copy {
   void copy(Path p) throws IOException {
-    InputStream in = Files.newInputStream(p);
-    try { in.transferTo(out); } finally { in.close(); }
+    try (InputStream in = Files.newInputStream(p)) { in.transferTo(out); }
   }
 }
`,
  ],
  [
    'null: requireNonNull to annotation marked',
    `
@@ src/main/java/acme/Order.java
 public class Order {
   private final Customer customer;
-  public Order(Customer customer) {
-    this.customer = Objects.requireNonNull(customer, "customer");
+  public Order(@NonNull Customer customer) {
+    Assert.notNull(customer, "customer");
+    this.customer = customer;
   }
 }
`,
  ],
  [
    'tx: to caller',
    `
@@ src/main/java/acme/Pay.java
 @Service
 class Pay {
-  @Transactional
   void pay(long id) { store.mark(id); ledger.book(id); }
 }
@@ src/main/java/acme/Checkout.java
 @Service
 class Checkout {
+  @Transactional
   void run(long id) { pay.pay(id); }
 }
`,
  ],
  [
    'tx: BEGIN to helper',
    `
@@ src/pay.ts
 export async function pay(client: PoolClient, id: string) {
-  await client.query('BEGIN');
-  await client.query('UPDATE orders SET paid = true WHERE id = $1', [id]);
-  await client.query('INSERT INTO ledger (id) VALUES ($1)', [id]);
-  await client.query('COMMIT');
+  await inTransaction(client, async () => {
+    await client.query('UPDATE orders SET paid = true WHERE id = $1', [id]);
+    await client.query('INSERT INTO ledger (id) VALUES ($1)', [id]);
+  });
 }
`,
  ],
  [
    'lock: synchronized to ConcurrentHashMap',
    `
@@ src/main/java/acme/Cache.java
 class Cache {
-  private final Map<String, Rate> rates = new HashMap<>();
+  private final Map<String, Rate> rates = new ConcurrentHashMap<>();
-  synchronized void put(String k, Rate r) { rates.put(k, r); }
+  void put(String k, Rate r) { rates.put(k, r); }
 }
`,
  ],
  [
    'lock: ConcurrentHashMap under lock',
    `
@@ src/main/java/acme/Cache.java
 class Cache {
-  private final Map<String, Rate> rates = new ConcurrentHashMap<>();
-  void put(String k, Rate r) { rates.put(k, r); }
+  private final Map<String, Rate> rates = new HashMap<>();
+  synchronized void put(String k, Rate r) { rates.put(k, r); }
 }
`,
  ],
  [
    'lock: local map',
    `
@@ src/main/java/acme/Sum.java
 class Sum {
   int sum(List<Integer> all) {
-    Map<Integer, Integer> seen = new ConcurrentHashMap<>();
+    Map<Integer, Integer> seen = new HashMap<>();
     for (int each : all) seen.put(each, each);
     return seen.size();
   }
 }
`,
  ],
  [
    'retry: loop to library',
    `
@@ src/api.ts
 export async function load(url: string) {
-  for (let i = 0; i < 3; i++) {
-    try { return await get(url); } catch { await sleep(100); }
-  }
-  throw new Error('gone');
+  return pRetry(() => get(url), { retries: 3 });
 }
`,
  ],
  [
    'flag: cleaned up with its old way',
    `
@@ src/checkout.ts
 export async function checkout(cart: Cart) {
-  if (await ld.variation('new-pricing', ctx, false)) {
-    return priceNew(cart);
-  }
-  return priceOld(cart);
+  return priceNew(cart);
 }
`,
  ],
  [
    'idem: check to unique key',
    `
@@ src/hook.ts
 export async function on(event: Event) {
-  if (await seen.has(event.id)) return;
-  await apply(event);
+  await applyOnce(event.id, () => apply(event));
 }
`,
  ],
  [
    'index: renamed',
    `
@@ src/user.entity.ts
 @Entity()
 export class User {
-  @Index()
+  @Index('ix_user_email')
   @Column()
   email: string;
 }
`,
  ],
  [
    'enc: converter to type',
    `
@@ src/main/java/acme/Card.java
 @Entity
 class Card {
-  @Convert(converter = EncryptedText.class)
+  @Type(EncryptedStringType.class)
   private String number;
 }
`,
  ],
  [
    'enc: bucket encryption to own resource',
    `
@@ main.tf
 resource "aws_s3_bucket" "b" {
   bucket = "orders"
-  server_side_encryption_configuration {
-    rule { apply_server_side_encryption_by_default { sse_algorithm = "aws:kms" } }
-  }
 }
+resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
+  bucket = aws_s3_bucket.b.id
+  rule { apply_server_side_encryption_by_default { sse_algorithm = "aws:kms" } }
+}
`,
  ],
  [
    'ci: steps to a reusable workflow',
    `
@@ .github/workflows/ci.yml
 on: push
 permissions: { contents: read }
 jobs:
   check:
+    uses: ./.github/workflows/check.yml
-    runs-on: ubuntu-latest
-    steps:
-      - run: npm run lint
-      - run: npm test
@@ .github/workflows/check.yml
+on: workflow_call
+permissions: { contents: read }
+jobs:
+  check:
+    runs-on: ubuntu-latest
+    steps:
+      - run: npm run lint
+      - run: npm test
`,
  ],
  [
    'ci: coverage threshold to other file',
    `
@@ package.json
 {
   "name": "a",
-  "jest": { "coverageThreshold": { "global": { "lines": 80 } } }
+  "private": true
 }
@@ jest.config.js
+module.exports = { coverageThreshold: { global: { lines: 80 } } };
`,
  ],
  [
    'ci: eslint rule to shared config',
    `
@@ packages/a/.eslintrc.json
-{ "root": true, "rules": { "no-eval": "error" } }
+{ "extends": "../../.eslintrc.json" }
@@ .eslintrc.json
-{ "root": true }
+{ "root": true, "rules": { "no-eval": "error" } }
`,
  ],
  [
    'validation: a filter of paths is no refusal',
    `
@@ src/comment.ts
 export function comment(realPath: string, root: string) {
-  if (isWithinPath(realPath, root) && !realPath.includes('/node_modules/')) return read(realPath);
+  if (isOwn(realPath)) return read(realPath);
   return undefined;
 }
`,
  ],
  [
    'validation: a check moves inwards',
    `
@@ src/subscribe.ts
 export function subscribe(id: string, subscriptions: Map<string, Sub>) {
-  if (subscriptions.has(id)) throw new TRPCError({ code: 'BAD_REQUEST' });
-  subscriptions.set(id, open(id));
+  run(async () => {
+    if (subscriptions.has(id)) throw new TRPCError({ code: 'BAD_REQUEST' });
+    subscriptions.set(id, open(id));
+  });
 }
`,
  ],
];
