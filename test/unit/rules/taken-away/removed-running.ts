import type { Removal } from './sides.ts';

/** What keeps it running. */
export const removedRunning: readonly Removal[] = [
  [
    'timeout: AbortSignal',
    'robustness/removed-timeout',
    `
@@ src/api.ts
 export async function load(url: string) {
-  const res = await fetch(url, { signal: AbortSignal.timeout(5000) });
+  const res = await fetch(url);
   return res.json();
 }
`,
  ],
  [
    'timeout: okhttp builder',
    'robustness/removed-timeout',
    `
@@ src/main/java/acme/Client.java
 class Client {
   OkHttpClient client() {
     return new OkHttpClient.Builder()
-        .readTimeout(Duration.ofSeconds(5))
         .build();
   }
 }
`,
  ],
  [
    'timeout: future.get()',
    'robustness/removed-timeout',
    `
@@ src/main/java/acme/Client.java
 class Client {
   Quote quote() throws Exception {
-    return pool.submit(this::load).get(5, TimeUnit.SECONDS);
+    return pool.submit(this::load).get();
   }
 }
`,
  ],
  [
    'timeout: WebClient timeout op',
    'robustness/removed-timeout',
    `
@@ src/main/java/acme/Client.java
 class Client {
   Mono<Quote> quote(String id) {
-    return webClient.get().uri("/q/{id}", id).retrieve().bodyToMono(Quote.class).timeout(Duration.ofSeconds(2));
+    return webClient.get().uri("/q/{id}", id).retrieve().bodyToMono(Quote.class);
   }
 }
`,
  ],
  [
    'timeout: setQueryTimeout',
    'robustness/removed-timeout',
    `
@@ src/main/java/acme/Reports.java
 class Reports {
   ResultSet run(PreparedStatement statement) throws SQLException {
-    statement.setQueryTimeout(30);
     return statement.executeQuery();
   }
 }
`,
  ],
  [
    'timeout: raised hundredfold',
    'robustness/removed-timeout',
    `
@@ src/api.ts
-export const client = axios.create({ baseURL, timeout: 3000 });
+export const client = axios.create({ baseURL, timeout: 0 });
`,
  ],
  [
    'timeout: got option',
    'robustness/removed-timeout',
    `
@@ src/api.js
-const client = got.extend({ prefixUrl, timeout: { request: 2000 } });
+const client = got.extend({ prefixUrl });
`,
  ],
  [
    'error handling: .catch removed',
    'robustness/removed-error-handling',
    `
@@ src/job.ts
 export function start() {
-  void refresh().catch((error) => logger.error('refresh failed', error));
+  void refresh();
 }
`,
  ],
  [
    'error handling: express error middleware',
    'robustness/removed-error-handling',
    `
@@ src/app.js
 const app = express();
 app.use('/api', api);
-app.use((err, req, res, next) => {
-  logger.error(err);
-  res.status(500).json({ error: 'internal' });
-});
 app.listen(3000);
`,
  ],
  [
    'error handling: onErrorResume',
    'robustness/removed-error-handling',
    `
@@ src/main/java/acme/Rates.java
 class Rates {
   Mono<Rate> rate(String c) {
-    return client.rate(c).onErrorResume(e -> Mono.just(Rate.UNKNOWN));
+    return client.rate(c);
   }
 }
`,
  ],
  [
    'error handling: circuit breaker fallback',
    'robustness/removed-retry-limit',
    `
@@ src/main/java/acme/Rates.java
 @Service
 class Rates {
-  @CircuitBreaker(name = "rates", fallbackMethod = "cached")
   Rate rate(String c) { return client.rate(c); }
   Rate cached(String c, Throwable t) { return cache.get(c); }
 }
`,
  ],
  [
    'error handling: response.ok check',
    'robustness/removed-error-handling',
    `
@@ src/api.ts
 export async function load(id: string) {
   const response = await fetch(\`/api/orders/\${id}\`);
-  if (!response.ok) throw new Error(\`failed \${response.status}\`);
   return response.json();
 }
`,
  ],
  [
    'error handling: finally removed',
    'robustness/removed-error-handling',
    `
@@ src/main/java/acme/Copy.java
 class Copy {
   void copy(Connection c) throws SQLException {
-    try {
-      c.work();
-    } finally {
-      c.close();
-    }
+    c.work();
   }
 }
`,
  ],
  [
    'null: early return java',
    'robustness/removed-null-check',
    `
@@ src/main/java/acme/Names.java
 class Names {
   String city(User user) {
     Address address = user.getAddress();
-    if (address == null) {
-      return "";
-    }
     return address.getCity();
   }
 }
`,
  ],
  [
    'null: default ??',
    'robustness/removed-null-check',
    `
@@ src/name.js
 function total(items) {
-  return (items ?? []).reduce((a, b) => a + b.price, 0);
+  return items.reduce((a, b) => a + b.price, 0);
 }
 module.exports = { total };
`,
  ],
  [
    'tx: propagation loosened',
    'robustness/removed-transaction',
    `
@@ src/main/java/acme/Pay.java
 @Service
 class Pay {
-  @Transactional
+  @Transactional(propagation = Propagation.NOT_SUPPORTED)
   void pay(long id) { store.mark(id); ledger.book(id); }
 }
`,
  ],
  [
    'tx: rollbackFor dropped',
    'robustness/removed-transaction',
    `
@@ src/main/java/acme/Pay.java
 @Service
 class Pay {
-  @Transactional(rollbackFor = Exception.class)
+  @Transactional
   void pay(long id) throws IOException { store.mark(id); ledger.book(id); }
 }
`,
  ],
  [
    'tx: typeorm transaction',
    'robustness/removed-transaction',
    `
@@ src/pay.ts
 export async function pay(id: string) {
-  await dataSource.transaction(async (manager) => {
-    await manager.update(Order, id, { paid: true });
-    await manager.insert(Entry, { order: id });
-  });
+  await dataSource.manager.update(Order, id, { paid: true });
+  await dataSource.manager.insert(Entry, { order: id });
 }
`,
  ],
  [
    'tx: knex',
    'robustness/removed-transaction',
    `
@@ src/pay.js
 async function pay(id) {
-  await knex.transaction(async (trx) => {
-    await trx('orders').where({ id }).update({ paid: true });
-    await trx('ledger').insert({ id });
-  });
+  await knex('orders').where({ id }).update({ paid: true });
+  await knex('ledger').insert({ id });
 }
 module.exports = { pay };
`,
  ],
  [
    'tx: BEGIN/COMMIT pg',
    'robustness/removed-transaction',
    `
@@ src/pay.ts
 export async function pay(client: PoolClient, id: string) {
-  await client.query('BEGIN');
   await client.query('UPDATE orders SET paid = true WHERE id = $1', [id]);
   await client.query('INSERT INTO ledger (id) VALUES ($1)', [id]);
-  await client.query('COMMIT');
 }
`,
  ],
  [
    'tx: class level removed',
    'robustness/removed-transaction',
    `
@@ src/main/java/acme/Pay.java
 @Service
-@Transactional
 class Pay {
   public void pay(long id) { store.mark(id); ledger.book(id); }
 }
`,
  ],
  [
    'tx: Nest typeorm decorator',
    'robustness/removed-transaction',
    `
@@ src/pay.service.ts
 export class PayService {
-  @Transactional()
   async pay(id: string) { await this.orders.mark(id); await this.ledger.book(id); }
 }
`,
  ],
  [
    'lock: ReentrantLock use removed',
    'robustness/removed-locking',
    `
@@ src/main/java/acme/Counter.java
 class Counter {
   private final Lock lock = new ReentrantLock();
   private int count;
   void add() {
-    lock.lock();
-    try {
-      count++;
-    } finally {
-      lock.unlock();
-    }
+    count++;
   }
 }
`,
  ],
  [
    'lock: volatile removed',
    'robustness/removed-locking',
    `
@@ src/main/java/acme/Worker.java
 class Worker implements Runnable {
-  private volatile boolean running = true;
+  private boolean running = true;
   public void run() { while (running) { step(); } }
   void stop() { running = false; }
 }
`,
  ],
  [
    'lock: ConcurrentHashMap to HashMap',
    'robustness/removed-locking',
    `
@@ src/main/java/acme/Cache.java
 class Cache {
-  private static final Map<String, Rate> RATES = new ConcurrentHashMap<>();
+  private static final Map<String, Rate> RATES = new HashMap<>();
   void put(String k, Rate r) { RATES.put(k, r); }
 }
`,
  ],
  [
    'lock: ShedLock',
    'robustness/removed-locking',
    `
@@ src/main/java/acme/Jobs.java
 class Jobs {
   @Scheduled(cron = "0 0 * * * *")
-  @SchedulerLock(name = "bill")
   void bill() { billing.run(); }
 }
`,
  ],
  [
    'lock: redlock',
    'robustness/removed-locking',
    `
@@ src/job.ts
 export async function bill() {
-  await redlock.using(['bill'], 5000, async () => {
-    await billing.run();
-  });
+  await billing.run();
 }
`,
  ],
  [
    'lock: mutex',
    'robustness/removed-locking',
    `
@@ src/store.ts
 const mutex = new Mutex();
 export async function save(x: Item) {
-  await mutex.runExclusive(async () => { await write(x); });
+  await write(x);
 }
`,
  ],
  [
    'lock: optimistic where version',
    'robustness/removed-locking',
    `
@@ src/store.ts
 export async function save(o: Order) {
-  await knex('orders').where({ id: o.id, version: o.version }).update({ total: o.total, version: o.version + 1 });
+  await knex('orders').where({ id: o.id }).update({ total: o.total });
 }
`,
  ],
  [
    'retry: loop bound removed',
    'robustness/unbounded-retry',
    `
@@ src/api.ts
 export async function load(url: string) {
-  for (let i = 0; i < 3; i++) {
+  while (true) {
     try { return await get(url); } catch { await sleep(100); }
   }
 }
`,
  ],
  [
    'retry: p-retry',
    'robustness/removed-retry-limit',
    `
@@ src/api.ts
-export const load = () => pRetry(run, { retries: 5 });
+export const load = () => pRetry(run, { forever: true });
`,
  ],
  [
    'retry: spring retry annotation',
    'robustness/removed-retry-limit',
    `
@@ src/main/java/acme/Rates.java
 class Rates {
-  @Retryable(maxAttempts = 3)
+  @Retryable(maxAttempts = Integer.MAX_VALUE)
   Rate rate(String c) { return client.rate(c); }
 }
`,
  ],
  [
    'idem: processed check',
    'robustness/removed-idempotency-check',
    `
@@ src/consumer.ts
 export async function onMessage(m: Message) {
-  if (await processed.has(m.id)) return;
   await apply(m);
-  await processed.add(m.id);
 }
`,
  ],
  [
    'idem: webhook event id java',
    'robustness/removed-idempotency-check',
    `
@@ src/main/java/acme/Hooks.java
 class Hooks {
   void on(Event event) {
-    if (seen.existsById(event.getId())) {
-      return;
-    }
     apply(event);
   }
 }
`,
  ],
  [
    'idem: header dropped',
    'robustness/removed-idempotency-check',
    `
@@ src/pay.ts
 export const pay = (o: Order) =>
   fetch('https://psp.acme.com/charges', {
     method: 'POST',
-    headers: { 'Idempotency-Key': o.id, 'content-type': 'application/json' },
+    headers: { 'content-type': 'application/json' },
     body: JSON.stringify(o),
   });
`,
  ],
  [
    'index: unique dropped in entity',
    'quality-attributes/removed-index',
    `
@@ src/main/java/acme/User.java
 @Entity
 class User {
-  @Column(unique = true)
+  @Column
   String email;
 }
`,
  ],
];
