import type { Move, Removal } from './sides.ts';

/** Kinds of published security fixes, the other way round. */
export const fixesUndone: readonly Removal[] = [
  [
    'authz: one of two guards of a route (Nest)',
    'security/removed-authorization',
    `
@@ src/watchlist/watchlist.controller.ts
 @Controller('watchlist')
 export class WatchlistController {
   @Post()
   @HasPermission(permissions.createItem)
-  @UseGuards(AuthGuard('jwt'), HasPermissionGuard)
+  @UseGuards(AuthGuard('jwt'))
   async create(@Body() data: CreateItem) { return this.items.create(data); }
 }
`,
  ],
  [
    'authz: a permission asked with an early answer (Java)',
    'security/removed-authorization',
    `
@@ src/main/java/acme/DataSourceServiceImpl.java
 public class DataSourceServiceImpl {
   public Map<String, Object> query(int id, User loginUser) {
     Map<String, Object> result = new HashMap<>();
     DataSource source = mapper.selectById(id);
-    if (!canOperatorPermissions(loginUser, new Object[]{source.getId()}, Kind.DATASOURCE)) {
-      putMsg(result, Status.NO_OPERATION);
-      return result;
-    }
     result.put("data", paramsOf(source));
     return result;
   }
 }
`,
  ],
  [
    'authz: a check before a field is set',
    'security/removed-authorization',
    `
@@ src/main/java/acme/Clock.java
 public final class Clock {
   public static void setFixed(long millis) {
-    checkPermission();
     provider = new FixedProvider(millis);
   }
   private static void checkPermission() { }
 }
`,
  ],
  [
    'authz: that a thing belongs to the project of the caller',
    'security/removed-authorization',
    `
@@ src/features/feature-service.ts
 export class FeatureService {
   async update(project: string, featureName: string, data: Data) {
-    await this.validateFeatureBelongsToProject({ featureName, projectId: project });
     return this.store.update(featureName, data);
   }
 }
`,
  ],
  [
    'authz: the second of two conditions for a refusal',
    'security/removed-authorization',
    `
@@ src/app/seed/route.ts
 export async function POST() {
   const { user } = await cms.auth({ headers: await headers() });
-  if (!user || !checkRole(['admin'], user)) {
+  if (!user) {
     return new Response('Action forbidden.', { status: 403 });
   }
   await seed(cms);
   return Response.json({ success: true });
 }
`,
  ],
  [
    'authz: a condition of what may be done',
    'security/removed-authorization',
    `
@@ src/main/java/acme/Documents.java
 public class Documents {
   public void publish(User user, Document document) {
-    if (document.isReady() && user.hasRole("EDITOR")) {
+    if (document.isReady()) {
       document.publish();
       store.save(document);
     }
   }
 }
`,
  ],
  [
    'await: of a permission, which is always true then',
    'robustness/removed-await',
    `
@@ src/segments/segment-controller.ts
 export class SegmentController {
   async update(req: AuthedRequest, res: Response): Promise<void> {
     const { projectId, segmentIds } = req.body;
-    const allowed = await this.access.hasPermission(req.user, 'UPDATE', projectId);
+    const allowed = this.access.hasPermission(req.user, 'UPDATE', projectId);
     if (!allowed) {
       res.status(403).end();
       return;
     }
     await this.segments.set(segmentIds);
     res.status(204).end();
   }
 }
`,
  ],
  [
    'await: of a condition',
    'robustness/removed-await',
    `
@@ src/invites.js
 exports.accept = async (token, user) => {
-  if (!(await tokens.isValid(token))) throw new Error('invalid');
+  if (!tokens.isValid(token)) throw new Error('invalid');
   await members.add(user);
 };
`,
  ],
  [
    'rate limit: middleware on a path (Hono)',
    'security/removed-limit',
    `
@@ src/router.ts
 const app = new Hono<Env>();
-const rateLimitMiddleware = makeLimit({ windowMs: 60_000, max: 100 });
 app.use(context);
-app.use('/api/v1/*', rateLimitMiddleware);
 app.route('/api/v1', api);
`,
  ],
  [
    'rate limit: a call of a project’s own at the beginning of an action',
    'security/removed-limit',
    `
@@ src/survey/actions.ts
 export const validatePin = client.inputSchema(schema).action(async ({ parsedInput }) => {
-  await applyIPRateLimit(limits.actions.validatePin);
   const survey = await getSurvey(parsedInput.surveyId);
   return survey.pin === parsedInput.pin;
 });
`,
  ],
  [
    'rate limit: an operator of a reactive chain',
    'security/removed-limit',
    `
@@ src/main/java/acme/CommentEndpoint.java
 public class CommentEndpoint {
   Mono<ServerResponse> reply(ServerRequest request) {
     return request.bodyToMono(Reply.class)
       .flatMap(reply -> replies.create(reply))
-      .flatMap(reply -> ServerResponse.ok().bodyValue(reply))
-      .transformDeferred(createIpBasedRateLimiter(request));
+      .flatMap(reply -> ServerResponse.ok().bodyValue(reply));
   }
 }
`,
  ],
  [
    'validation: a project’s own check of an address',
    'security/removed-input-validation',
    `
@@ src/hooks/create.ts
 export async function createHook(input: HookInput) {
-  await validateWebhookUrl(input.url);
   return hooks.insert({ url: input.url, events: input.events });
 }
`,
  ],
  [
    'validation: a project’s own check of a name that becomes SQL',
    'security/removed-input-validation',
    `
@@ src/main/java/acme/Reports.java
 public class Reports {
   public String sqlFor(String name) {
     final String query = selectFor(name);
-    this.columns.validateSqlInjection(query, name);
     return this.data.wrap(query);
   }
 }
`,
  ],
  [
    'prototype: a key that is left out of an object',
    'security/removed-input-validation',
    `
@@ src/merge.ts
 export function merged(pairs: Pair[]) {
   const result: Record<string, unknown> = {};
   for (const { key, value } of pairs) {
-    if (key.value !== '__proto__' && (value.value !== undefined || key.always)) {
+    if (value.value !== undefined || key.always) {
       result[key.value] = value.value;
     }
   }
   return result;
 }
`,
  ],
  [
    'prototype: a name that ends the building of a path',
    'security/removed-input-validation',
    `
@@ lib/form-to-json.js
 function buildPath(path, value, target, index) {
   const name = path[index++];
-  if (name === '__proto__') return true;
   if (index >= path.length) {
     target[name] = value;
     return !isNumeric(name);
   }
   return buildPath(path, value, target[name], index);
 }
 module.exports = buildPath;
`,
  ],
];

/** The same, where nothing is lost. */
export const movedLikeFixes: readonly Move[] = [
  [
    'authz: a refusal with two conditions becomes two refusals',
    `
@@ src/app/seed/route.ts
 export async function POST() {
   const { user } = await cms.auth({ headers: await headers() });
-  if (!user || !checkRole(['admin'], user)) {
-    return new Response('Action forbidden.', { status: 403 });
-  }
+  if (!user) return new Response('Sign in first.', { status: 401 });
+  if (!checkRole(['admin'], user)) return new Response('Action forbidden.', { status: 403 });
   await seed(cms);
   return Response.json({ success: true });
 }
`,
  ],
  [
    'authz: the second condition into a function of its own',
    `
@@ src/app/seed/route.ts
 export async function POST() {
   const { user } = await cms.auth({ headers: await headers() });
-  if (!user || !checkRole(['admin'], user)) {
+  if (!user) {
     return new Response('Action forbidden.', { status: 403 });
   }
+  requireAdmin(user);
   await seed(cms);
   return Response.json({ success: true });
 }
`,
  ],
  [
    'authz: guards of a route to its class',
    `
@@ src/watchlist/watchlist.controller.ts
+@UseGuards(AuthGuard('jwt'), HasPermissionGuard)
 @Controller('watchlist')
 export class WatchlistController {
   @Post()
-  @UseGuards(AuthGuard('jwt'), HasPermissionGuard)
+  @UseGuards(AuthGuard('jwt'))
   async create(@Body() data: CreateItem) { return this.items.create(data); }
 }
`,
  ],
  [
    'await: what is asked answers at once now',
    `
@@ src/access.ts
-export async function isAllowed(user: User, id: string): Promise<boolean> { return roles.includes(user.role); }
+export function isAllowed(user: User, id: string): boolean { return roles.includes(user.role); }
@@ src/remove.ts
 import { isAllowed } from './access';
 export async function remove(user: User, id: string) {
-  const allowed = await isAllowed(user, id);
+  const allowed = isAllowed(user, id);
   if (!allowed) throw new Forbidden();
   await orders.remove(id);
 }
`,
  ],
  [
    'await: several are waited for at once',
    `
@@ src/load.ts
 export async function load(id: string) {
-  const user = await users.find(id);
-  const orders = await shop.orders(id);
+  const pendingUser = users.find(id);
+  const [user, orders] = await Promise.all([pendingUser, shop.orders(id)]);
   return { user, orders };
 }
`,
  ],
  [
    'rate limit: from the action to the client of all actions',
    `
@@ src/client.ts
-export const client = createClient();
+export const client = createClient().use(async ({ next }) => {
+  await applyIPRateLimit(limits.actions.all);
+  return next();
+});
@@ src/actions.ts
 export const validatePin = client.action(async ({ parsedInput }) => {
-  await applyIPRateLimit(limits.actions.validatePin);
   return getSurvey(parsedInput.surveyId);
 });
`,
  ],
  [
    'validation: from the caller to what it calls',
    `
@@ src/hooks/create.ts
 export async function createHook(input: HookInput) {
-  await validateWebhookUrl(input.url);
   return hooks.insert({ url: input.url, events: input.events });
 }
@@ src/hooks/store.ts
 export async function insert(hook: Hook) {
+  await validateWebhookUrl(hook.url);
   return database.insert(hook);
 }
`,
  ],
  [
    'validation: another name for the same check',
    `
@@ src/hooks/create.ts
 export async function createHook(input: HookInput) {
-  await validateWebhookUrl(input.url);
+  await ensurePublicUrl(input.url);
   return hooks.insert({ url: input.url, events: input.events });
 }
`,
  ],
  [
    'prototype: objects without a prototype instead of a key that is left out',
    `
@@ src/merge.ts
 export function merged(pairs: Pair[]) {
-  const result: Record<string, unknown> = {};
+  const result: Record<string, unknown> = Object.create(null);
   for (const { key, value } of pairs) {
-    if (key.value === '__proto__') continue;
     result[key.value] = value.value;
   }
   return result;
 }
`,
  ],
];
