import type { Texts } from '../rule-cases.ts';

/** A protection that is elsewhere, or in another form, after the change. */
export const moved: readonly (readonly [what: string, base: Texts, head: Texts])[] = [
  [
    'method authz to class',
    {
      'src/main/java/acme/Orders.java':
        '@RestController\nclass Orders {\n  @PreAuthorize("hasRole(\'ADMIN\')")\n  @DeleteMapping("/o/{id}")\n  void drop(@PathVariable long id) { store.delete(id); }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        '@RestController\n@PreAuthorize("hasRole(\'ADMIN\')")\nclass Orders {\n  @DeleteMapping("/o/{id}")\n  void drop(@PathVariable long id) { store.delete(id); }\n}\n',
    },
  ],
  [
    'method authz to filter chain',
    {
      'src/main/java/acme/Orders.java':
        '@RestController\nclass Orders {\n  @PreAuthorize("hasRole(\'ADMIN\')")\n  @DeleteMapping("/orders/{id}")\n  void drop(@PathVariable long id) { store.delete(id); }\n}\n',
      'src/main/java/acme/Sec.java':
        'class Sec {\n  SecurityFilterChain chain(HttpSecurity http) throws Exception {\n    http.authorizeHttpRequests(a -> a.anyRequest().authenticated());\n    return http.build();\n  }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        '@RestController\nclass Orders {\n  @DeleteMapping("/orders/{id}")\n  void drop(@PathVariable long id) { store.delete(id); }\n}\n',
      'src/main/java/acme/Sec.java':
        'class Sec {\n  SecurityFilterChain chain(HttpSecurity http) throws Exception {\n    http.authorizeHttpRequests(a -> a.requestMatchers("/orders/**").hasRole("ADMIN").anyRequest().authenticated());\n    return http.build();\n  }\n}\n',
    },
  ],
  [
    'authz to base class',
    {
      'src/main/java/acme/Orders.java':
        'class Orders extends Base {\n  @PreAuthorize("hasRole(\'ADMIN\')")\n  @DeleteMapping("/orders/{id}")\n  void drop(@PathVariable long id) { store.delete(id); }\n}\n',
      'src/main/java/acme/Base.java': 'abstract class Base {\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'class Orders extends Base {\n  @DeleteMapping("/orders/{id}")\n  void drop(@PathVariable long id) { store.delete(id); }\n}\n',
      'src/main/java/acme/Base.java': '@PreAuthorize("hasRole(\'ADMIN\')")\nabstract class Base {\n}\n',
    },
  ],
  [
    'route guard to router',
    { 'src/routes.ts': "router.get('/a', requireAuth, a);\nrouter.get('/b', requireAuth, b);\n" },
    { 'src/routes.ts': "router.use(requireAuth);\nrouter.get('/a', a);\nrouter.get('/b', b);\n" },
  ],
  [
    'route guard to app',
    { 'src/routes.ts': "export const router = Router();\nrouter.get('/a', requireAuth, a);\n", 'src/app.ts': "app.use('/x', router);\n" },
    { 'src/routes.ts': "export const router = Router();\nrouter.get('/a', a);\n", 'src/app.ts': "app.use('/x', requireAuth, router);\n" },
  ],
  [
    'nest guard to global',
    {
      'src/o.controller.ts': "@Controller('o')\nexport class O {\n  @UseGuards(AuthGuard)\n  @Get()\n  a() { return 1; }\n}\n",
      'src/app.module.ts': '@Module({ providers: [] })\nexport class AppModule {}\n',
    },
    {
      'src/o.controller.ts': "@Controller('o')\nexport class O {\n  @Get()\n  a() { return 1; }\n}\n",
      'src/app.module.ts': '@Module({ providers: [{ provide: APP_GUARD, useClass: AuthGuard }] })\nexport class AppModule {}\n',
    },
  ],
  [
    'validation into middleware',
    { 'src/r.ts': "router.post('/a', (req, res) => {\n  const body = schema.parse(req.body);\n  res.json(add(body));\n});\n" },
    { 'src/r.ts': "router.post('/a', validateBody(schema), (req, res) => {\n  res.json(add(req.body));\n});\n" },
  ],
  [
    'validation to dto (class)',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  void add(@RequestBody Order order) {\n    validator.validate(order);\n    store.add(order);\n  }\n}\n',
    },
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  void add(@Valid @RequestBody Order order) {\n    store.add(order);\n  }\n}\n' },
  ],
  [
    'encoding into template',
    { 'src/v.ts': "export const show = (res, name) => res.send('<b>' + escapeHtml(name) + '</b>');\n" },
    { 'src/v.ts': "export const show = (res, name) => res.render('order', { name });\n" },
  ],
  [
    'rate limit to nginx',
    { 'src/app.ts': "app.use(rateLimit({ max: 5 }));\napp.post('/login', login);\n", 'nginx.conf': 'server {\n}\n' },
    {
      'src/app.ts': "app.post('/login', login);\n",
      'nginx.conf': 'limit_req_zone $binary_remote_addr zone=l:10m rate=5r/s;\nserver {\n  location /login { limit_req zone=l; }\n}\n',
    },
  ],
  [
    'headers to nginx',
    { 'src/app.ts': "app.use(helmet());\napp.get('/', home);\n", 'nginx.conf': 'server {\n}\n' },
    {
      'src/app.ts': "app.get('/', home);\n",
      'nginx.conf':
        'server {\n  add_header X-Frame-Options DENY;\n  add_header Content-Security-Policy "default-src \'self\'";\n  add_header Strict-Transport-Security "max-age=31536000";\n}\n',
    },
  ],
  [
    'timeout to shared client',
    { 'src/api.ts': 'export const load = (u: string) => axios.get(u, { timeout: 5000 });\n' },
    { 'src/api.ts': 'const client = axios.create({ timeout: 5000 });\nexport const load = (u: string) => client.get(u);\n' },
  ],
  [
    'audit into aspect',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  void drop(long id) {\n    audit.log("order.deleted", id);\n    store.delete(id);\n  }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  @Audited("order.deleted")\n  void drop(long id) {\n    store.delete(id);\n  }\n}\n',
    },
  ],
  [
    'audit into callee',
    {
      'src/orders.ts':
        "export async function drop(id: string) {\n  await store.delete(id);\n  await auditLog.record({ action: 'deleted', id });\n}\n",
    },
    {
      'src/orders.ts':
        "export async function drop(id: string) {\n  await deleteAudited(id);\n}\nasync function deleteAudited(id: string) {\n  await store.delete(id);\n  await auditLog.record({ action: 'deleted', id });\n}\n",
    },
  ],
  [
    'error handling to middleware',
    {
      'src/r.ts':
        "router.get('/a', async (req, res) => {\n  try {\n    res.json(await load());\n  } catch (e) {\n    logger.error('x', e);\n    res.status(500).end();\n  }\n});\n",
    },
    { 'src/r.ts': "router.get('/a', wrapAsync(async (req, res) => {\n  res.json(await load());\n}));\n" },
  ],
  [
    'null check to Optional',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  String name(Order order) {\n    if (order == null) return "";\n    return order.getName();\n  }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  String name(Order order) {\n    return Optional.ofNullable(order).map(Order::getName).orElse("");\n  }\n}\n',
    },
  ],
  [
    'null check to ?.',
    { 'src/orders.ts': "export function name(order?: Order) {\n  if (!order) return '';\n  return order.name;\n}\n" },
    { 'src/orders.ts': "export function name(order?: Order) {\n  return order?.name ?? '';\n}\n" },
  ],
  [
    'transaction to class',
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  @Transactional\n  void pay(long id) { store.mark(id); ledger.book(id); }\n}\n' },
    { 'src/main/java/acme/Orders.java': '@Transactional\nclass Orders {\n  void pay(long id) { store.mark(id); ledger.book(id); }\n}\n' },
  ],
  [
    'transaction to template',
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  @Transactional\n  void pay(long id) { store.mark(id); ledger.book(id); }\n}\n' },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  void pay(long id) {\n    transactionTemplate.executeWithoutResult(s -> { store.mark(id); ledger.book(id); });\n  }\n}\n',
    },
  ],
  [
    'synchronized to lock',
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  private int c;\n  synchronized void add() { c++; }\n}\n' },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  private int c;\n  private final Lock lock = new ReentrantLock();\n  void add() {\n    lock.lock();\n    try { c++; } finally { lock.unlock(); }\n  }\n}\n',
    },
  ],
  [
    'synchronized to atomic',
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  private int c;\n  synchronized void add() { c++; }\n}\n' },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  private final AtomicInteger c = new AtomicInteger();\n  void add() { c.incrementAndGet(); }\n}\n',
    },
  ],
  [
    'synchronized to concurrent map',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  private final Map<String, Integer> m = new HashMap<>();\n  synchronized void add(String k) { m.put(k, 1); }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  private final Map<String, Integer> m = new ConcurrentHashMap<>();\n  void add(String k) { m.put(k, 1); }\n}\n',
    },
  ],
  [
    'lint moves to other workflow',
    { '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: npm run lint\n      - run: npm test\n' },
    {
      '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: npm test\n',
      '.github/workflows/lint.yml': 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: npx eslint .\n',
    },
  ],
  [
    'eslintrc to flat',
    { '.eslintrc.json': '{ "rules": { "no-eval": "error" } }\n' },
    { 'eslint.config.js': "export default [{ rules: { 'no-eval': 'error' } }];\n" },
  ],
  [
    'test moves file',
    { 'test/a.test.ts': "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\n" },
    { 'test/b.test.ts': "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\n" },
  ],
  [
    'crypto helper extracted',
    { 'src/orders.ts': "export const hash = (p: string, s: string) => pbkdf2Sync(p, s, 600000, 32, 'sha512');\n" },
    {
      'src/orders.ts':
        "export const hash = (p: string, s: string) => derive(p, s);\nconst derive = (p: string, s: string) => pbkdf2Sync(p, s, 600000, 32, 'sha512');\n",
    },
  ],
  [
    'encrypt into repository',
    {
      'src/orders.ts': 'export async function add(c) {\n  await rows.insert({ iban: encrypt(c.iban) });\n}\n',
      'src/rows.ts': 'export const rows = { insert(r) { return db.insert(r); } };\n',
    },
    {
      'src/orders.ts': 'export async function add(c) {\n  await rows.insert({ iban: c.iban });\n}\n',
      'src/rows.ts': 'export const rows = { insert(r) { return db.insert({ ...r, iban: encrypt(r.iban) }); } };\n',
    },
  ],
  [
    'idempotency key to header option',
    { 'src/orders.ts': 'export const charge = (o) => stripe.charges.create({ amount: o.total }, { idempotencyKey: o.id });\n' },
    {
      'src/orders.ts':
        "export const charge = (o) => client.post('/charges', { amount: o.total }, { headers: { 'Idempotency-Key': o.id } });\n",
    },
  ],
  [
    'fastify schema by decorator const',
    { 'src/app.ts': "fastify.post('/o', { schema: { body: s } }, h);\n" },
    { 'src/app.ts': "const opts = { schema: { body: s } };\nfastify.post('/o', opts, h);\n" },
  ],
  [
    'timingSafe into helper',
    { 'src/orders.ts': 'export function check(a: Buffer, b: Buffer) {\n  return timingSafeEqual(a, b);\n}\n' },
    {
      'src/orders.ts':
        'export function check(a: Buffer, b: Buffer) {\n  return equalInConstantTime(a, b);\n}\nfunction equalInConstantTime(a: Buffer, b: Buffer) {\n  return a.length === b.length && timingSafeEqual(a, b);\n}\n',
    },
  ],
  [
    'index to table level',
    { 'src/e.ts': '@Entity()\nexport class O {\n  @Index()\n  @Column()\n  email: string;\n}\n' },
    { 'src/e.ts': "@Entity()\n@Index(['email'])\nexport class O {\n  @Column()\n  email: string;\n}\n" },
  ],
  [
    'function removed whole',
    {
      'src/orders.ts':
        'export async function pay(id: string) {\n  await prisma.$transaction(async (tx) => { await tx.a.update(id); await tx.b.update(id); });\n}\nexport const x = 1;\n',
    },
    { 'src/orders.ts': 'export const x = 1;\n' },
  ],
  [
    'nested class rename',
    { 'src/d.ts': 'export class OrderDto {\n  @IsEmail()\n  email: string;\n}\n' },
    { 'src/d.ts': 'export class CustomerDto {\n  @IsEmail()\n  email: string;\n}\n' },
  ],
  [
    'a plugin is named by the catalogue of versions',
    { 'build.gradle': "plugins {\n  id 'java'\n  id 'org.sonarqube' version '5.0.0'\n}\n" },
    {
      'build.gradle': "plugins {\n  id 'java'\n  alias(libs.plugins.sonarqube)\n}\n",
      'gradle/libs.versions.toml': '[plugins]\nsonarqube = { id = "org.sonarqube", version = "5.0.0" }\n',
    },
  ],
];
