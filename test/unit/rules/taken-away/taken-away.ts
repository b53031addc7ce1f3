import type { Texts } from '../rule-cases.ts';

/** A protection that the change takes away, the rule that says so, and the files before and after. */
export type TakenAway = readonly [what: string, rule: string, base: Texts, head: Texts];

/** One or more for each protection that the standard names. */
export const takenAway: readonly TakenAway[] = [
  [
    'authz annotation java',
    'security/removed-authorization',
    {
      'src/main/java/acme/Orders.java':
        'package acme;\n@RestController\nclass Orders {\n  @PreAuthorize("hasRole(\'ADMIN\')")\n  @DeleteMapping("/orders/{id}")\n  void drop(@PathVariable long id) { store.delete(id); }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'package acme;\n@RestController\nclass Orders {\n  @DeleteMapping("/orders/{id}")\n  void drop(@PathVariable long id) { store.delete(id); }\n}\n',
    },
  ],
  [
    'role loosened java',
    'security/removed-authorization',
    {
      'src/main/java/acme/Orders.java':
        'package acme;\n@RestController\nclass Orders {\n  @PreAuthorize("hasRole(\'ADMIN\')")\n  @DeleteMapping("/orders/{id}")\n  void drop(@PathVariable long id) { store.delete(id); }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'package acme;\n@RestController\nclass Orders {\n  @PreAuthorize("hasAnyRole(\'ADMIN\',\'USER\')")\n  @DeleteMapping("/orders/{id}")\n  void drop(@PathVariable long id) { store.delete(id); }\n}\n',
    },
  ],
  [
    'RolesAllowed→PermitAll',
    'security/removed-authorization',
    {
      'src/main/java/acme/Orders.java':
        'package acme;\n@Path("/orders")\nclass Orders {\n  @RolesAllowed("admin")\n  @DELETE\n  void drop(@PathParam("id") long id) { store.delete(id); }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'package acme;\n@Path("/orders")\nclass Orders {\n  @PermitAll\n  @DELETE\n  void drop(@PathParam("id") long id) { store.delete(id); }\n}\n',
    },
  ],
  [
    'security chain permitAll java',
    'security/removed-authorization',
    {
      'src/main/java/acme/Sec.java':
        'package acme;\n@Configuration\nclass Sec {\n  @Bean\n  SecurityFilterChain chain(HttpSecurity http) throws Exception {\n    http.authorizeHttpRequests(a -> a.requestMatchers("/admin/**").hasRole("ADMIN").anyRequest().authenticated());\n    return http.build();\n  }\n}\n',
    },
    {
      'src/main/java/acme/Sec.java':
        'package acme;\n@Configuration\nclass Sec {\n  @Bean\n  SecurityFilterChain chain(HttpSecurity http) throws Exception {\n    http.authorizeHttpRequests(a -> a.requestMatchers("/admin/**").hasRole("ADMIN").anyRequest().permitAll());\n    return http.build();\n  }\n}\n',
    },
  ],
  [
    'nest guard ts',
    'security/removed-authorization',
    {
      'src/orders.controller.ts':
        "@Controller('orders')\nexport class OrdersController {\n  @UseGuards(AuthGuard, RolesGuard)\n  @Delete(':id')\n  drop(@Param('id') id: string) { return this.orders.drop(id); }\n}\n",
    },
    {
      'src/orders.controller.ts':
        "@Controller('orders')\nexport class OrdersController {\n  @Delete(':id')\n  drop(@Param('id') id: string) { return this.orders.drop(id); }\n}\n",
    },
  ],
  [
    'nest Public added',
    'security/removed-authorization',
    {
      'src/orders.controller.ts':
        "@Controller('orders')\nexport class OrdersController {\n  @Delete(':id')\n  drop(@Param('id') id: string) { return this.orders.drop(id); }\n}\n",
    },
    {
      'src/orders.controller.ts':
        "@Controller('orders')\nexport class OrdersController {\n  @Public()\n  @Delete(':id')\n  drop(@Param('id') id: string) { return this.orders.drop(id); }\n}\n",
    },
  ],
  [
    'express middleware ts',
    'security/removed-authorization',
    {
      'src/routes.ts':
        "import { Router } from 'express';\nexport const router = Router();\nrouter.delete('/orders/:id', requireAuth, requireRole('admin'), drop);\n",
    },
    {
      'src/routes.ts':
        "import { Router } from 'express';\nexport const router = Router();\nrouter.delete('/orders/:id', requireAuth, drop);\n",
    },
  ],
  [
    'fastify preHandler',
    'security/removed-authorization',
    { 'src/app.ts': "fastify.get('/orders', { preHandler: [fastify.authenticate] }, async () => list());\n" },
    { 'src/app.ts': "fastify.get('/orders', async () => list());\n" },
  ],
  [
    'inline role check ts',
    'security/removed-authorization',
    {
      'src/orders.ts':
        'export function drop(user: User, id: string) {\n  if (!user.isAdmin) throw new ForbiddenError();\n  return store.delete(id);\n}\n',
    },
    { 'src/orders.ts': 'export function drop(user: User, id: string) {\n  return store.delete(id);\n}\n' },
  ],
  [
    'owner check java',
    'security/removed-authorization',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  void drop(User user, long id) {\n    Order order = store.get(id);\n    if (!order.getOwner().equals(user.getId())) {\n      throw new AccessDeniedException("no");\n    }\n    store.delete(id);\n  }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  void drop(User user, long id) {\n    Order order = store.get(id);\n    store.delete(id);\n  }\n}\n',
    },
  ],
  [
    '@Valid java',
    'security/removed-input-validation',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  @PostMapping("/orders")\n  void add(@Valid @RequestBody Order order) { store.add(order); }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  @PostMapping("/orders")\n  void add(@RequestBody Order order) { store.add(order); }\n}\n',
    },
  ],
  [
    'constraints java',
    'security/removed-input-validation',
    {
      'src/main/java/acme/Order.java':
        'class Order {\n  @NotBlank @Size(max = 80) private String name;\n  @Max(100) private int amount;\n}\n',
    },
    { 'src/main/java/acme/Order.java': 'class Order {\n  @Size(max = 8000) private String name;\n  @Max(100000) private int amount;\n}\n' },
  ],
  [
    'zod parse ts',
    'security/removed-input-validation',
    {
      'src/orders.ts':
        'const Order = z.object({ id: z.string() });\nexport function add(req: Request) {\n  const order = Order.parse(req.body);\n  return store.add(order);\n}\n',
    },
    {
      'src/orders.ts':
        'const Order = z.object({ id: z.string() });\nexport function add(req: Request) {\n  const order = req.body;\n  return store.add(order);\n}\n',
    },
  ],
  [
    'zod loosened ts',
    'security/removed-input-validation',
    {
      'src/orders.ts':
        'export const Order = z.object({ name: z.string().min(1).max(80), email: z.string().email(), amount: z.number().int().positive() }).strict();\n',
    },
    { 'src/orders.ts': 'export const Order = z.object({ name: z.string(), email: z.string(), amount: z.any() }).passthrough();\n' },
  ],
  [
    'joi loosened js',
    'security/removed-input-validation',
    {
      'src/schema.js':
        'const schema = Joi.object({ email: Joi.string().email().required(), amount: Joi.number().max(100) });\nmodule.exports = schema;\n',
    },
    {
      'src/schema.js':
        'const schema = Joi.object({ email: Joi.string(), amount: Joi.number() }).unknown(true);\nmodule.exports = schema;\n',
    },
  ],
  [
    'class-validator ts',
    'security/removed-input-validation',
    { 'src/order.dto.ts': 'export class OrderDto {\n  @IsEmail()\n  email: string;\n  @MaxLength(80)\n  name: string;\n}\n' },
    { 'src/order.dto.ts': 'export class OrderDto {\n  email: string;\n  @MaxLength(8000)\n  name: string;\n}\n' },
  ],
  [
    'validation pipe whitelist ts',
    'security/removed-input-validation',
    { 'src/main.ts': 'app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true }));\n' },
    { 'src/main.ts': 'app.useGlobalPipes(new ValidationPipe({ whitelist: false }));\n' },
  ],
  [
    'validation pipe removed ts',
    'security/removed-input-validation',
    {
      'src/main.ts':
        'async function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  app.useGlobalPipes(new ValidationPipe());\n  await app.listen(3000);\n}\n',
    },
    { 'src/main.ts': 'async function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  await app.listen(3000);\n}\n' },
  ],
  [
    'fastify schema',
    'security/removed-input-validation',
    { 'src/app.ts': "fastify.post('/orders', { schema: { body: orderSchema } }, async (req) => add(req.body));\n" },
    { 'src/app.ts': "fastify.post('/orders', async (req) => add(req.body));\n" },
  ],
  [
    'encoding java',
    'security/removed-output-encoding',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  void show(HttpServletResponse res, String name) throws IOException {\n    res.getWriter().write("<b>" + HtmlUtils.htmlEscape(name) + "</b>");\n  }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  void show(HttpServletResponse res, String name) throws IOException {\n    res.getWriter().write("<b>" + name + "</b>");\n  }\n}\n',
    },
  ],
  [
    'encoding ts',
    'security/removed-output-encoding',
    { 'src/orders.ts': "export const show = (res, name) => res.send('<b>' + escapeHtml(name) + '</b>');\n" },
    { 'src/orders.ts': "export const show = (res, name) => res.send('<b>' + name + '</b>');\n" },
  ],
  [
    'DOMPurify ts',
    'security/removed-output-encoding',
    { 'src/Note.tsx': 'export const Note = ({ text }) => <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(text) }} />;\n' },
    { 'src/Note.tsx': 'export const Note = ({ text }) => <div dangerouslySetInnerHTML={{ __html: text }} />;\n' },
  ],
  [
    'template encoding',
    'security/removed-template-escaping',
    { 'src/views/order.ejs': '<b><%= name %></b>\n' },
    { 'src/views/order.ejs': '<b><%- name %></b>\n' },
  ],
  [
    'thymeleaf',
    'security/removed-template-escaping',
    { 'src/main/resources/templates/order.html': '<b th:text="${name}"></b>\n' },
    { 'src/main/resources/templates/order.html': '<b th:utext="${name}"></b>\n' },
  ],
  [
    'csrf java',
    'security/disabled-csrf-protection',
    {
      'src/main/java/acme/Sec.java':
        'class Sec {\n  SecurityFilterChain chain(HttpSecurity http) throws Exception {\n    http.csrf(Customizer.withDefaults());\n    return http.build();\n  }\n}\n',
    },
    {
      'src/main/java/acme/Sec.java':
        'class Sec {\n  SecurityFilterChain chain(HttpSecurity http) throws Exception {\n    http.csrf(c -> c.disable());\n    return http.build();\n  }\n}\n',
    },
  ],
  [
    'csrf ts',
    'security/removed-web-protection',
    { 'src/app.ts': "const app = express();\napp.use(csurf({ cookie: true }));\napp.post('/orders', add);\n" },
    { 'src/app.ts': "const app = express();\napp.post('/orders', add);\n" },
  ],
  [
    'cors ts',
    'security/removed-web-protection',
    { 'src/app.ts': "app.use(cors({ origin: 'https://acme.io' }));\n" },
    { 'src/app.ts': "app.use(cors({ origin: '*' }));\n" },
  ],
  [
    'cors java',
    'security/permissive-cors',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  @CrossOrigin(origins = "https://acme.io")\n  @GetMapping("/orders")\n  List<Order> all() { return store.all(); }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  @CrossOrigin(origins = "*")\n  @GetMapping("/orders")\n  List<Order> all() { return store.all(); }\n}\n',
    },
  ],
  [
    'csp ts',
    'security/weakened-security-header',
    { 'src/app.ts': 'app.use(helmet({ contentSecurityPolicy: { directives: { scriptSrc: ["\'self\'"] } } }));\n' },
    { 'src/app.ts': 'app.use(helmet({ contentSecurityPolicy: { directives: { scriptSrc: ["\'self\'", "\'unsafe-inline\'"] } } }));\n' },
  ],
  [
    'csp off ts',
    'security/weakened-security-header',
    { 'src/app.ts': 'app.use(helmet());\n' },
    { 'src/app.ts': 'app.use(helmet({ contentSecurityPolicy: false }));\n' },
  ],
  [
    'headers java',
    'security/removed-web-protection',
    {
      'src/main/java/acme/Sec.java':
        'class Sec {\n  SecurityFilterChain chain(HttpSecurity http) throws Exception {\n    http.headers(h -> h.frameOptions(f -> f.deny()).httpStrictTransportSecurity(s -> s.maxAgeInSeconds(31536000)));\n    return http.build();\n  }\n}\n',
    },
    {
      'src/main/java/acme/Sec.java':
        'class Sec {\n  SecurityFilterChain chain(HttpSecurity http) throws Exception {\n    http.headers(h -> h.frameOptions(f -> f.disable()));\n    return http.build();\n  }\n}\n',
    },
  ],
  [
    'rate limit ts',
    'security/removed-limit',
    { 'src/app.ts': "const app = express();\napp.use('/login', rateLimit({ windowMs: 60000, max: 5 }));\napp.post('/login', login);\n" },
    { 'src/app.ts': "const app = express();\napp.use('/login', rateLimit({ windowMs: 60000, max: 5000 }));\napp.post('/login', login);\n" },
  ],
  [
    'rate limit java',
    'security/removed-limit',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  @RateLimiter(name = "orders")\n  @PostMapping("/orders")\n  void add(@RequestBody Order order) { store.add(order); }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  @PostMapping("/orders")\n  void add(@RequestBody Order order) { store.add(order); }\n}\n',
    },
  ],
  [
    'throttler nest',
    'security/removed-limit',
    {
      'src/auth.controller.ts':
        "@Controller('auth')\nexport class AuthController {\n  @Throttle({ default: { limit: 3, ttl: 60000 } })\n  @Post('login')\n  login(@Body() body: Login) { return this.auth.login(body); }\n}\n",
    },
    {
      'src/auth.controller.ts':
        "@Controller('auth')\nexport class AuthController {\n  @SkipThrottle()\n  @Post('login')\n  login(@Body() body: Login) { return this.auth.login(body); }\n}\n",
    },
  ],
  [
    'timeout ts',
    'robustness/removed-timeout',
    { 'src/orders.ts': 'export const load = (url: string) => axios.get(url, { timeout: 5000 });\n' },
    { 'src/orders.ts': 'export const load = (url: string) => axios.get(url);\n' },
  ],
  [
    'timeout java',
    'robustness/removed-timeout',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  RestClient client() {\n    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();\n    return of(http);\n  }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  RestClient client() {\n    HttpClient http = HttpClient.newBuilder().build();\n    return of(http);\n  }\n}\n',
    },
  ],
  [
    'timeout properties',
    'security/weakened-configuration',
    {
      'src/main/resources/application.properties': 'spring.datasource.hikari.connection-timeout=3000\nserver.servlet.session.timeout=15m\n',
    },
    { 'src/main/resources/application.properties': 'server.servlet.session.timeout=30d\n' },
  ],
  [
    'size limit ts',
    'security/removed-limit',
    { 'src/app.ts': "app.use(express.json({ limit: '100kb' }));\n" },
    { 'src/app.ts': "app.use(express.json({ limit: '500mb' }));\n" },
  ],
  [
    'size limit multer',
    'security/removed-limit',
    { 'src/orders.ts': "const upload = multer({ dest: 'up/', limits: { fileSize: 1000000 } });\n" },
    { 'src/orders.ts': "const upload = multer({ dest: 'up/' });\n" },
  ],
  [
    'size limit properties',
    'security/weakened-configuration',
    { 'src/main/resources/application.yml': 'spring:\n  servlet:\n    multipart:\n      max-file-size: 5MB\n' },
    { 'src/main/resources/application.yml': 'spring:\n  servlet:\n    multipart:\n      max-file-size: -1\n' },
  ],
  [
    'tls ts',
    'security/disabled-tls-verification',
    { 'src/orders.ts': 'export const agent = new https.Agent({ rejectUnauthorized: true });\n' },
    { 'src/orders.ts': 'export const agent = new https.Agent({ rejectUnauthorized: false });\n' },
  ],
  [
    'tls java',
    'security/disabled-tls-verification',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  HttpClient client() {\n    return HttpClients.custom().setSSLHostnameVerifier(new DefaultHostnameVerifier()).build();\n  }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  HttpClient client() {\n    return HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build();\n  }\n}\n',
    },
  ],
  [
    'tls properties',
    'security/weakened-configuration',
    {
      'src/main/resources/application.properties':
        'server.ssl.enabled=true\nspring.datasource.url=jdbc:postgresql://db/orders?sslmode=verify-full\n',
    },
    {
      'src/main/resources/application.properties':
        'server.ssl.enabled=false\nspring.datasource.url=jdbc:postgresql://db/orders?sslmode=disable\n',
    },
  ],
  [
    'https→http',
    'security/downgraded-address',
    { 'src/orders.ts': "export const api = 'https://api.acme.io/v1';\n" },
    { 'src/orders.ts': "export const api = 'http://api.acme.io/v1';\n" },
  ],
  [
    'crypto java',
    'security/weak-cipher',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  byte[] seal(byte[] key) throws Exception {\n    Cipher c = Cipher.getInstance("AES/GCM/NoPadding");\n    return c.doFinal(key);\n  }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  byte[] seal(byte[] key) throws Exception {\n    Cipher c = Cipher.getInstance("AES/ECB/PKCS5Padding");\n    return c.doFinal(key);\n  }\n}\n',
    },
  ],
  [
    'crypto ts',
    'security/fast-password-hash',
    { 'src/orders.ts': "export const hash = (p: string, s: string) => pbkdf2Sync(p, s, 600000, 32, 'sha256');\n" },
    { 'src/orders.ts': "export const hash = (p: string, s: string) => pbkdf2Sync(p, s, 1000, 32, 'sha256');\n" },
  ],
  [
    'constant-time compare',
    'security/weakened-crypto',
    {
      'src/orders.ts':
        'export const ok = (a: Buffer, b: Buffer) => timingSafeEqual(a, b);\nexport function check(token: string, secret: string) {\n  return timingSafeEqual(Buffer.from(token), Buffer.from(secret));\n}\n',
    },
    {
      'src/orders.ts':
        'export const ok = (a: Buffer, b: Buffer) => timingSafeEqual(a, b);\nexport function check(token: string, secret: string) {\n  return token === secret;\n}\n',
    },
  ],
  [
    'audit java',
    'security/removed-audit-log',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  void drop(long id) {\n    audit.log("order.deleted", id);\n    store.delete(id);\n  }\n}\n',
    },
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  void drop(long id) {\n    store.delete(id);\n  }\n}\n' },
  ],
  [
    'audit ts',
    'security/removed-audit-log',
    {
      'src/orders.ts':
        "export async function drop(user: User, id: string) {\n  await store.delete(id);\n  await auditLog.record({ action: 'order.deleted', user, id });\n}\n",
    },
    { 'src/orders.ts': 'export async function drop(user: User, id: string) {\n  await store.delete(id);\n}\n' },
  ],
  [
    'error handling ts',
    'robustness/removed-error-handling',
    {
      'src/orders.ts':
        "export async function load(id: string) {\n  try {\n    return await api.get(id);\n  } catch (error) {\n    logger.error('load failed', error);\n    return fallback(id);\n  }\n}\n",
    },
    { 'src/orders.ts': 'export async function load(id: string) {\n  return await api.get(id);\n}\n' },
  ],
  [
    'error handling java',
    'robustness/removed-error-handling',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  Rate load(String id) {\n    try {\n      return api.get(id);\n    } catch (RestClientException e) {\n      log.warn("no rate", e);\n      return last;\n    }\n  }\n}\n',
    },
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  Rate load(String id) {\n    return api.get(id);\n  }\n}\n' },
  ],
  [
    'null check java',
    'robustness/removed-null-check',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  String name(Order order) {\n    if (order == null) return "";\n    return order.getName().trim();\n  }\n}\n',
    },
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  String name(Order order) {\n    return order.getName().trim();\n  }\n}\n' },
  ],
  [
    'transaction java',
    'robustness/removed-transaction',
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  @Transactional\n  void pay(long id) { store.mark(id); ledger.book(id); }\n}\n' },
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  void pay(long id) { store.mark(id); ledger.book(id); }\n}\n' },
  ],
  [
    'transaction ts',
    'robustness/removed-transaction',
    {
      'src/orders.ts':
        'export async function pay(id: string) {\n  await prisma.$transaction(async (tx) => {\n    await tx.order.update({ where: { id }, data: { paid: true } });\n    await tx.ledger.create({ data: { id } });\n  });\n}\n',
    },
    {
      'src/orders.ts':
        'export async function pay(id: string) {\n  await prisma.order.update({ where: { id }, data: { paid: true } });\n  await prisma.ledger.create({ data: { id } });\n}\n',
    },
  ],
  [
    'isolation loosened',
    'robustness/removed-transaction',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  @Transactional(isolation = Isolation.SERIALIZABLE)\n  void pay(long id) { store.mark(id); ledger.book(id); }\n}\n',
    },
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  @Transactional(isolation = Isolation.READ_UNCOMMITTED)\n  void pay(long id) { store.mark(id); ledger.book(id); }\n}\n',
    },
  ],
  [
    'locking java',
    'robustness/removed-locking',
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  private int count;\n  synchronized void add() { count++; }\n}\n' },
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  private int count;\n  void add() { count++; }\n}\n' },
  ],
  [
    'pessimistic lock java',
    'robustness/removed-locking',
    {
      'src/main/java/acme/Repo.java':
        'interface Repo extends JpaRepository<Order, Long> {\n  @Lock(LockModeType.PESSIMISTIC_WRITE)\n  Order findByName(String name);\n}\n',
    },
    { 'src/main/java/acme/Repo.java': 'interface Repo extends JpaRepository<Order, Long> {\n  Order findByName(String name);\n}\n' },
  ],
  [
    'version field java',
    'robustness/removed-locking',
    { 'src/main/java/acme/Order.java': '@Entity\nclass Order {\n  @Id Long id;\n  @Version long version;\n}\n' },
    { 'src/main/java/acme/Order.java': '@Entity\nclass Order {\n  @Id Long id;\n  long version;\n}\n' },
  ],
  [
    'locking ts',
    'robustness/removed-locking',
    {
      'src/orders.ts':
        'export async function pay(id: string) {\n  await mutex.runExclusive(async () => {\n    await store.mark(id);\n  });\n}\n',
    },
    { 'src/orders.ts': 'export async function pay(id: string) {\n  await store.mark(id);\n}\n' },
  ],
  [
    'lock for update ts',
    'robustness/removed-locking',
    {
      'src/orders.ts':
        "export const get = (id: string, m: EntityManager) => m.findOne(Order, { where: { id }, lock: { mode: 'pessimistic_write' } });\n",
    },
    { 'src/orders.ts': 'export const get = (id: string, m: EntityManager) => m.findOne(Order, { where: { id } });\n' },
  ],
  [
    'for update sql',
    'robustness/removed-locking',
    { 'src/orders.ts': "export const get = (id: string) => db.query('SELECT * FROM orders WHERE id = $1 FOR UPDATE', [id]);\n" },
    { 'src/orders.ts': "export const get = (id: string) => db.query('SELECT * FROM orders WHERE id = $1', [id]);\n" },
  ],
  [
    'retry limit java',
    'robustness/removed-retry-limit',
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  @Retryable(maxAttempts = 3)\n  void send(Order o) { api.send(o); }\n}\n' },
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  @Retryable(maxAttempts = 1000)\n  void send(Order o) { api.send(o); }\n}\n' },
  ],
  [
    'retry limit ts',
    'robustness/removed-retry-limit',
    { 'src/orders.ts': 'export const send = (o: Order) => pRetry(() => api.send(o), { retries: 3 });\n' },
    { 'src/orders.ts': 'export const send = (o: Order) => pRetry(() => api.send(o), { forever: true });\n' },
  ],
  [
    'idempotency ts',
    'robustness/removed-idempotency-check',
    { 'src/orders.ts': 'export const charge = (o: Order) => stripe.charges.create({ amount: o.total }, { idempotencyKey: o.id });\n' },
    { 'src/orders.ts': 'export const charge = (o: Order) => stripe.charges.create({ amount: o.total });\n' },
  ],
  [
    'idempotency java',
    'robustness/removed-idempotency-check',
    {
      'src/main/java/acme/Orders.java':
        'class Orders {\n  void charge(Order o) {\n    if (payments.existsByKey(o.getKey())) {\n      return;\n    }\n    gateway.charge(o);\n  }\n}\n',
    },
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  void charge(Order o) {\n    gateway.charge(o);\n  }\n}\n' },
  ],
  [
    'index sql',
    'quality-attributes/locking-migration',
    { 'db/migration/V1__a.sql': 'create table a(id int);\n' },
    { 'db/migration/V1__a.sql': 'create table a(id int);\n', 'db/migration/V2__b.sql': 'DROP INDEX idx_orders_customer;\n' },
  ],
  [
    'index entity java',
    'quality-attributes/removed-index',
    {
      'src/main/java/acme/Order.java':
        '@Entity\n@Table(name = "orders", indexes = @Index(columnList = "customer"))\nclass Order {\n  @Id Long id;\n}\n',
    },
    { 'src/main/java/acme/Order.java': '@Entity\n@Table(name = "orders")\nclass Order {\n  @Id Long id;\n}\n' },
  ],
  [
    'index typeorm ts',
    'quality-attributes/removed-index',
    { 'src/order.entity.ts': '@Entity()\nexport class Order {\n  @Index({ unique: true })\n  @Column()\n  email: string;\n}\n' },
    { 'src/order.entity.ts': '@Entity()\nexport class Order {\n  @Column()\n  email: string;\n}\n' },
  ],
  [
    'index mongoose ts',
    'quality-attributes/removed-index',
    { 'src/order.model.ts': 'export const schema = new Schema({ email: { type: String, unique: true, index: true } });\n' },
    { 'src/order.model.ts': 'export const schema = new Schema({ email: { type: String } });\n' },
  ],
  [
    'encryption tf',
    'security/unencrypted-cloud-storage',
    { 'main.tf': 'resource "aws_db_instance" "o" {\n  engine            = "postgres"\n  storage_encrypted = true\n}\n' },
    { 'main.tf': 'resource "aws_db_instance" "o" {\n  engine            = "postgres"\n  storage_encrypted = false\n}\n' },
  ],
  [
    'encryption tf removed',
    'security/removed-isolation',
    {
      'main.tf':
        'resource "aws_s3_bucket_server_side_encryption_configuration" "o" {\n  bucket = aws_s3_bucket.o.id\n  rule {\n    apply_server_side_encryption_by_default {\n      sse_algorithm = "aws:kms"\n    }\n  }\n}\nresource "aws_s3_bucket" "o" {\n  bucket = "orders"\n}\n',
    },
    { 'main.tf': 'resource "aws_s3_bucket" "o" {\n  bucket = "orders"\n}\n' },
  ],
  [
    'encryption converter java',
    'security/removed-encryption',
    {
      'src/main/java/acme/Order.java': '@Entity\nclass Order {\n  @Convert(converter = EncryptedString.class)\n  private String iban;\n}\n',
    },
    { 'src/main/java/acme/Order.java': '@Entity\nclass Order {\n  private String iban;\n}\n' },
  ],
  [
    'network policy deleted',
    'security/removed-isolation',
    {
      'k8s/policy.yaml':
        'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: deny-all\nspec:\n  podSelector: {}\n  policyTypes: [Ingress]\n',
      'k8s/a.yaml': 'kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: a\n',
    },
    { 'k8s/a.yaml': 'kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: a\n' },
  ],
  [
    'network policy loosened',
    'security/removed-isolation',
    {
      'k8s/policy.yaml':
        'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: db\nspec:\n  podSelector: {}\n  policyTypes: [Ingress]\n  ingress:\n    - from:\n        - podSelector:\n            matchLabels: { app: api }\n',
    },
    {
      'k8s/policy.yaml':
        'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: db\nspec:\n  podSelector: {}\n  policyTypes: [Ingress]\n  ingress:\n    - {}\n',
    },
  ],
  [
    'security group tf',
    'security/public-cloud-resource',
    {
      'main.tf':
        'resource "aws_security_group_rule" "db" {\n  type = "ingress"\n  from_port = 5432\n  to_port = 5432\n  protocol = "tcp"\n  cidr_blocks = ["10.0.0.0/8"]\n}\n',
    },
    {
      'main.tf':
        'resource "aws_security_group_rule" "db" {\n  type = "ingress"\n  from_port = 5432\n  to_port = 5432\n  protocol = "tcp"\n  cidr_blocks = ["0.0.0.0/0"]\n}\n',
    },
  ],
  [
    'lint step CI',
    'delivery/weakened-pipeline',
    {
      '.github/workflows/ci.yml':
        'on: pull_request\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm ci\n      - run: npm run lint\n      - run: npm test\n',
    },
    {
      '.github/workflows/ci.yml':
        'on: pull_request\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm ci\n      - run: npm test\n',
    },
  ],
  [
    'type step CI',
    'delivery/weakened-pipeline',
    {
      '.github/workflows/ci.yml':
        'on: pull_request\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm ci\n      - run: npx tsc --noEmit\n      - run: npm test\n',
    },
    {
      '.github/workflows/ci.yml':
        'on: pull_request\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm ci\n      - run: npm test\n',
    },
  ],
  [
    'test step CI',
    'delivery/weakened-pipeline',
    {
      '.github/workflows/ci.yml':
        'on: pull_request\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm ci\n      - run: npm run build\n      - run: npm test\n',
    },
    {
      '.github/workflows/ci.yml':
        'on: pull_request\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm ci\n      - run: npm run build\n',
    },
  ],
  [
    'test step soft',
    'delivery/weakened-pipeline',
    {
      '.github/workflows/ci.yml':
        'on: pull_request\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm ci\n      - run: npm test\n',
    },
    {
      '.github/workflows/ci.yml':
        'on: pull_request\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm ci\n      - run: npm test || true\n',
    },
  ],
  [
    'test step gitlab',
    'delivery/weakened-pipeline',
    { '.gitlab-ci.yml': 'test:\n  script:\n    - mvn verify\nbuild:\n  script:\n    - mvn package -DskipTests\n' },
    { '.gitlab-ci.yml': 'build:\n  script:\n    - mvn package -DskipTests\n' },
  ],
  [
    'maven skip tests',
    'delivery/lowered-strictness',
    {
      'pom.xml':
        '<project><build><plugins><plugin><artifactId>maven-surefire-plugin</artifactId><configuration><forkCount>1</forkCount></configuration></plugin></plugins></build></project>\n',
    },
    {
      'pom.xml':
        '<project><build><plugins><plugin><artifactId>maven-surefire-plugin</artifactId><configuration><forkCount>1</forkCount><skipTests>true</skipTests></configuration></plugin></plugins></build></project>\n',
    },
  ],
  [
    'checkstyle plugin maven',
    'delivery/weakened-pipeline',
    {
      'pom.xml':
        '<project>\n <build>\n  <plugins>\n   <plugin>\n    <groupId>org.apache.maven.plugins</groupId>\n    <artifactId>maven-checkstyle-plugin</artifactId>\n    <executions><execution><goals><goal>check</goal></goals></execution></executions>\n   </plugin>\n  </plugins>\n </build>\n</project>\n',
    },
    { 'pom.xml': '<project>\n <build>\n  <plugins>\n  </plugins>\n </build>\n</project>\n' },
  ],
  [
    'gradle spotbugs',
    'delivery/weakened-pipeline',
    { 'build.gradle': "plugins {\n  id 'java'\n  id 'com.github.spotbugs' version '6.0.0'\n}\ncheckstyle { maxWarnings = 0 }\n" },
    { 'build.gradle': "plugins {\n  id 'java'\n}\n" },
  ],
  [
    'pre-commit hook',
    'delivery/weakened-pipeline',
    {
      '.pre-commit-config.yaml':
        'repos:\n  - repo: https://github.com/gitleaks/gitleaks\n    rev: v8.18.0\n    hooks:\n      - id: gitleaks\n  - repo: https://github.com/psf/black\n    rev: 24.1.0\n    hooks:\n      - id: black\n',
    },
    { '.pre-commit-config.yaml': 'repos:\n  - repo: https://github.com/psf/black\n    rev: 24.1.0\n    hooks:\n      - id: black\n' },
  ],
  [
    'eslint rule off',
    'delivery/loosened-check-settings',
    { 'eslint.config.js': "export default [{ rules: { 'no-eval': 'error', eqeqeq: 'error' } }];\n" },
    { 'eslint.config.js': "export default [{ rules: { 'no-eval': 'off', eqeqeq: 'error' } }];\n" },
  ],
  [
    'eslintrc rule off',
    'delivery/lowered-strictness',
    { '.eslintrc.json': '{ "rules": { "no-eval": "error" } }\n' },
    { '.eslintrc.json': '{ "rules": { "no-eval": "off" } }\n' },
  ],
  [
    'SuppressWarnings',
    'robustness/silenced-check',
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  Object read(String t) { return parse(t); }\n}\n' },
    { 'src/main/java/acme/Orders.java': 'class Orders {\n  @SuppressWarnings("all")\n  Object read(String t) { return parse(t); }\n}\n' },
  ],
  [
    'eslint-disable',
    'robustness/silenced-check',
    { 'src/orders.ts': 'export const a = (t: string) => run(t);\n' },
    { 'src/orders.ts': '// eslint-disable-next-line no-eval\nexport const a = (t: string) => eval(t);\n' },
  ],
  [
    'ts-ignore',
    'robustness/silenced-check',
    { 'src/orders.ts': 'export const a = (t: string) => run(t);\n' },
    { 'src/orders.ts': '// @ts-ignore\nexport const a = (t: string) => run(t);\n' },
  ],
  [
    'strict off',
    'delivery/lowered-strictness',
    { 'tsconfig.json': '{ "compilerOptions": { "strict": true, "noUncheckedIndexedAccess": true } }\n' },
    { 'tsconfig.json': '{ "compilerOptions": { "strict": false } }\n' },
  ],
  [
    'javac werror',
    'delivery/lowered-strictness',
    {
      'pom.xml':
        '<project><build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId><configuration><compilerArgs><arg>-Xlint:all</arg><arg>-Werror</arg></compilerArgs></configuration></plugin></plugins></build></project>\n',
    },
    {
      'pom.xml':
        '<project><build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId><configuration><compilerArgs><arg>-Xlint:all</arg></compilerArgs></configuration></plugin></plugins></build></project>\n',
    },
  ],
  [
    'coverage jest',
    'delivery/loosened-check-settings',
    { 'jest.config.js': 'module.exports = { coverageThreshold: { global: { lines: 90 } } };\n' },
    { 'jest.config.js': 'module.exports = { coverageThreshold: { global: { lines: 60 } } };\n' },
  ],
  [
    'coverage vitest',
    'delivery/loosened-check-settings',
    { 'vitest.config.ts': 'export default defineConfig({ test: { coverage: { thresholds: { lines: 90 } } } });\n' },
    { 'vitest.config.ts': 'export default defineConfig({ test: { coverage: { } } });\n' },
  ],
  [
    'coverage jacoco',
    'delivery/lowered-strictness',
    {
      'build.gradle':
        'jacocoTestCoverageVerification {\n  violationRules {\n    rule {\n      limit {\n        minimum = 0.9\n      }\n    }\n  }\n}\n',
    },
    {
      'build.gradle':
        'jacocoTestCoverageVerification {\n  violationRules {\n    rule {\n      limit {\n        minimum = 0.5\n      }\n    }\n  }\n}\n',
    },
  ],
  [
    'coverage jacoco maven',
    'delivery/lowered-strictness',
    {
      'pom.xml':
        '<project><build><plugins><plugin><artifactId>jacoco-maven-plugin</artifactId><configuration><rules><rule><limits><limit><counter>LINE</counter><minimum>0.90</minimum></limit></limits></rule></rules></configuration></plugin></plugins></build></project>\n',
    },
    {
      'pom.xml':
        '<project><build><plugins><plugin><artifactId>jacoco-maven-plugin</artifactId><configuration><rules><rule><limits><limit><counter>LINE</counter><minimum>0.50</minimum></limit></limits></rule></rules></configuration></plugin></plugins></build></project>\n',
    },
  ],
  [
    'coverage codecov',
    'delivery/lowered-strictness',
    { 'codecov.yml': 'coverage:\n  status:\n    project:\n      default:\n        target: 90%\n' },
    { 'codecov.yml': 'coverage:\n  status:\n    project:\n      default:\n        target: 50%\n' },
  ],
  [
    'nyc',
    'delivery/lowered-strictness',
    { '.nycrc.json': '{ "check-coverage": true, "lines": 90 }\n' },
    { '.nycrc.json': '{ "check-coverage": false, "lines": 90 }\n' },
  ],
  [
    'sonar exclusions',
    'delivery/weakened-scanner',
    { 'sonar-project.properties': 'sonar.projectKey=o\n' },
    { 'sonar-project.properties': 'sonar.projectKey=o\nsonar.exclusions=src/payments/**\n' },
  ],
  [
    'assertion weakened ts',
    'tests/weakened-assertion',
    { 'test/a.test.ts': "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\n" },
    { 'test/a.test.ts': "it('adds', () => {\n  expect(add(1, 2)).toBeDefined();\n});\n" },
  ],
  [
    'assertion removed java',
    'tests/weakened-assertion',
    {
      'src/test/java/ATest.java':
        'class ATest {\n  @Test\n  void adds() {\n    assertEquals(3, add(1, 2));\n    assertEquals(4, add(2, 2));\n  }\n}\n',
    },
    { 'src/test/java/ATest.java': 'class ATest {\n  @Test\n  void adds() {\n    assertEquals(3, add(1, 2));\n  }\n}\n' },
  ],
  [
    'test deleted ts',
    'tests/deleted-test',
    { 'test/a.test.ts': "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\nit('subs', () => {\n  expect(sub(1, 2)).toBe(-1);\n});\n" },
    { 'test/a.test.ts': "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\n" },
  ],
  [
    'test skipped java',
    'tests/skipped-or-focused-test',
    { 'src/test/java/ATest.java': 'class ATest {\n  @Test\n  void adds() {\n    assertEquals(3, add(1, 2));\n  }\n}\n' },
    { 'src/test/java/ATest.java': 'class ATest {\n  @Disabled\n  @Test\n  void adds() {\n    assertEquals(3, add(1, 2));\n  }\n}\n' },
  ],
  [
    'secretlint config deleted',
    'delivery/weakened-scanner',
    { '.secretlintrc.json': '{ "rules": [{ "id": "@secretlint/secretlint-rule-preset-recommend" }] }\n', 'a.md': 'x\n' },
    { 'a.md': 'x\n' },
  ],
  [
    'gitleaks allowlist',
    'delivery/weakened-scanner',
    { '.gitleaks.toml': 'title = "x"\n[extend]\nuseDefault = true\n' },
    { '.gitleaks.toml': "title = \"x\"\n[extend]\nuseDefault = true\n[allowlist]\npaths = ['''src/.*''']\n" },
  ],
  [
    'gitleaks ignore',
    'delivery/weakened-scanner',
    { '.gitleaksignore': '\n' },
    { '.gitleaksignore': 'abc:src/config.ts:generic-api-key:10\n' },
  ],
  ['trivyignore', 'delivery/weakened-scanner', { '.trivyignore': '\n' }, { '.trivyignore': 'CVE-2024-1234\n' }],
  [
    'plumbline standard',
    'delivery/weakened-standard',
    { 'plumbline.yaml': 'version: 1\nrules:\n  security/hardcoded-secret: error\n' },
    { 'plumbline.yaml': 'version: 1\nrules:\n  security/hardcoded-secret: off\n' },
  ],
  [
    'dependency downgraded npm',
    'delivery/downgraded-dependency',
    { 'package.json': '{ "dependencies": { "express": "4.19.2" } }\n' },
    { 'package.json': '{ "dependencies": { "express": "4.16.0" } }\n' },
  ],
  [
    'dependency downgraded maven',
    'delivery/downgraded-dependency',
    {
      'pom.xml':
        '<project><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId><version>2.17.1</version></dependency></dependencies></project>\n',
    },
    {
      'pom.xml':
        '<project><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId><version>2.14.1</version></dependency></dependencies></project>\n',
    },
  ],
  [
    'dependency downgraded gradle',
    'delivery/downgraded-dependency',
    { 'build.gradle': "dependencies {\n  implementation 'org.apache.logging.log4j:log4j-core:2.17.1'\n}\n" },
    { 'build.gradle': "dependencies {\n  implementation 'org.apache.logging.log4j:log4j-core:2.14.1'\n}\n" },
  ],
  [
    'toml downgraded',
    'delivery/downgraded-dependency',
    {
      'gradle/libs.versions.toml':
        '[versions]\nlog4j = "2.17.1"\n[libraries]\nlog4j = { module = "org.apache.logging.log4j:log4j-core", version.ref = "log4j" }\n',
    },
    {
      'gradle/libs.versions.toml':
        '[versions]\nlog4j = "2.14.1"\n[libraries]\nlog4j = { module = "org.apache.logging.log4j:log4j-core", version.ref = "log4j" }\n',
    },
  ],
  [
    'unpinned npm',
    'delivery/unpinned-dependency',
    { 'package.json': '{ "dependencies": { "express": "4.19.2" } }\n' },
    { 'package.json': '{ "dependencies": { "express": "*" } }\n' },
  ],
  [
    'unpinned action',
    'delivery/unpinned-action',
    {
      '.github/workflows/ci.yml':
        'on: pull_request\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm ci\n      - uses: acme/a@11bd71901bbe5b1630ceea73d27597364c9af683\n',
    },
    {
      '.github/workflows/ci.yml':
        'on: pull_request\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm ci\n      - uses: acme/a@main\n',
    },
  ],
  [
    'unpinned image',
    'delivery/unpinned-image',
    { Dockerfile: 'FROM node:20.11@sha256:bfadbbcb25fd75c30c295843f1a861414f46c080f0f1d0c5cd93843c88edabcf\nUSER node\n' },
    { Dockerfile: 'FROM node:latest\nUSER node\n' },
  ],
  [
    'runAsNonRoot',
    'security/unlimited-container',
    {
      'k8s/d.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: a:1\n          securityContext:\n            runAsNonRoot: true\n            readOnlyRootFilesystem: true\n          resources:\n            limits: { memory: 1Gi, cpu: 1 }\n',
    },
    {
      'k8s/d.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: a:1\n',
    },
  ],
  [
    'Dockerfile USER',
    'delivery/root-container',
    { Dockerfile: 'FROM node:20.11\nCOPY . .\nUSER node\nCMD ["node", "a.js"]\n' },
    { Dockerfile: 'FROM node:20.11\nCOPY . .\nCMD ["node", "a.js"]\n' },
  ],
  [
    'cookie flags ts',
    'security/removed-web-protection',
    { 'src/app.ts': "app.use(session({ secret: process.env.S, cookie: { secure: true, httpOnly: true, sameSite: 'strict' } }));\n" },
    { 'src/app.ts': "app.use(session({ secret: process.env.S, cookie: { httpOnly: true, sameSite: 'none' } }));\n" },
  ],
  [
    'cookie flags properties',
    'security/weakened-configuration',
    {
      'src/main/resources/application.properties':
        'server.servlet.session.cookie.secure=true\nserver.servlet.session.cookie.http-only=true\n',
    },
    { 'src/main/resources/application.properties': 'server.servlet.session.cookie.http-only=false\n' },
  ],
  [
    'actuator exposure',
    'security/weakened-configuration',
    { 'src/main/resources/application.properties': 'management.endpoints.web.exposure.include=health\n' },
    { 'src/main/resources/application.properties': 'management.endpoints.web.exposure.include=*\n' },
  ],
];
