import type { Move } from './sides.ts';

/** Protections of further frameworks and tools that move, or go with what they protected. */
export const movedFurther: readonly Move[] = [
  [
    'koa-jwt to the router that it protects',
    `
@@ src/app.ts
 import Koa from 'koa';
 import { router } from './routes.js';
 const app = new Koa();
-app.use(jwt({ secret: process.env.JWT_SECRET }));
 app.use(router.routes());
@@ src/routes.ts
 import Router from '@koa/router';
 export const router = new Router();
+router.use(jwt({ secret: process.env.JWT_SECRET }));
 router.get('/orders', list);
`,
  ],
  [
    'spark before into a method',
    `
@@ src/main/java/acme/Api.java
 public class Api {
   public static void main(String[] args) {
-    before("/orders/*", (request, response) -> {
-      if (request.session().attribute("user") == null) halt(401, "log in first");
-    });
+    requireLogin("/orders/*");
     get("/orders/:id", (request, response) -> orders.find(request.params(":id")));
   }
+  static void requireLogin(String path) {
+    before(path, (request, response) -> {
+      if (request.session().attribute("user") == null) halt(401, "log in first");
+    });
+  }
 }
`,
  ],
  [
    'vert.x handler to another route',
    `
@@ src/main/java/acme/Server.java
 public class Server extends AbstractVerticle {
   void routes(Router router, JWTAuth provider) {
-    router.route("/api/*").handler(JWTAuthHandler.create(provider));
+    router.route().handler(JWTAuthHandler.create(provider));
     router.get("/api/orders").handler(this::list);
   }
 }
`,
  ],
  [
    'grpc interceptor from the service to the server',
    `
@@ src/main/java/acme/Main.java
 public class Main {
   Server server() {
     return ServerBuilder.forPort(8080)
-        .addService(ServerInterceptors.intercept(new OrderService(), new AuthInterceptor(keys)))
+        .addService(new OrderService())
+        .intercept(new AuthInterceptor(keys))
         .build();
   }
 }
`,
  ],
  [
    'a guard whose answer is worked out elsewhere',
    `
@@ src/roles.guard.ts
 @Injectable()
 export class RolesGuard implements CanActivate {
   canActivate(context: ExecutionContext): boolean {
-    const { user } = context.switchToHttp().getRequest();
-    return user?.roles.includes('admin');
+    this.requireAdmin(context);
+    return true;
   }
 }
`,
  ],
  [
    'valibot: a field that is gone',
    `
@@ src/schema.ts
 import * as v from 'valibot';
 export const Order = v.object({
-  mail: v.pipe(v.string(), v.email()),
   amount: v.number(),
 });
`,
  ],
  [
    'valibot: a stricter bound',
    `
@@ src/schema.ts
 import * as v from 'valibot';
 export const Order = v.object({
-  name: v.pipe(v.string(), v.maxLength(800)),
+  name: v.pipe(v.string(), v.maxLength(80)),
 });
`,
  ],
  [
    'a required property that is gone',
    `
@@ src/schema.js
 export const orderSchema = {
   type: 'object',
-  required: ['id', 'mail'],
-  properties: { id: { type: 'string' }, mail: { type: 'string' } },
+  required: ['id'],
+  properties: { id: { type: 'string' } },
 };
`,
  ],
  [
    'a required property that is gone from a schema file',
    `
@@ schemas/order.schema.json
 {
   "$schema": "https://json-schema.org/draft/2020-12/schema",
   "type": "object",
-  "required": ["id", "mail"],
-  "properties": { "id": { "type": "string" }, "mail": { "type": "string" } }
+  "required": ["id"],
+  "properties": { "id": { "type": "string" } }
 }
`,
  ],
  [
    'x-powered-by by helmet',
    `
@@ src/app.js
 const app = express();
-app.disable('x-powered-by');
+app.use(helmet());
 app.get('/', home);
`,
  ],
  [
    'rejections to a function',
    `
@@ src/main.ts
-process.on('unhandledRejection', (error) => { log.fatal(error); process.exit(1); });
+reportCrashes();
 start();
+function reportCrashes() {
+  process.on('unhandledRejection', (error) => { log.fatal(error); process.exit(1); });
+}
`,
  ],
  [
    'errors of a stream to pipeline',
    `
@@ src/copy.js
 export async function copy(from, to) {
   const source = fs.createReadStream(from);
-  source.on('error', report);
-  source.pipe(fs.createWriteStream(to));
+  await pipeline(source, fs.createWriteStream(to));
 }
`,
  ],
  [
    'a stage of Jenkins to another one',
    `
@@ Jenkinsfile
 pipeline {
   stages {
     stage('Build') {
-      steps { sh './gradlew assemble' }
-    }
-    stage('Test') {
-      steps { sh './gradlew test' }
+      steps { sh './gradlew build' }
     }
   }
 }
`,
  ],
  [
    'pull requests to another workflow',
    `
@@ .github/workflows/ci.yml
-on: pull_request
+on: workflow_dispatch
 jobs:
   test:
     steps:
       - run: npm test
@@ .github/workflows/pr.yml
+on: pull_request
+jobs:
+  test:
+    steps:
+      - run: npm test
`,
  ],
  [
    'master becomes main',
    `
@@ .github/workflows/ci.yml
 on:
   pull_request:
-    branches: [master]
+    branches: [main]
 jobs:
   test:
     steps:
       - run: npm test
`,
  ],
  [
    '-Werror to the convention of all modules',
    `
@@ app/build.gradle
-options.compilerArgs += ['-Xlint:all', '-Werror']
+apply plugin: 'acme.java'
@@ buildSrc/src/main/groovy/acme.java.gradle
+options.compilerArgs += ['-Xlint:all', '-Werror']
`,
  ],
  [
    'a module of Checkstyle in another place of the file',
    `
@@ config/checkstyle/checkstyle.xml
 <module name="Checker">
-  <module name="FileLength"/>
   <module name="TreeWalker">
     <module name="AvoidStarImport"/>
   </module>
+  <module name="FileLength"/>
 </module>
`,
  ],
  [
    'Dependabot to Renovate',
    `
@@ .github/dependabot.yml
 version: 2
 updates:
   - package-ecosystem: github-actions
     directory: /
-  - package-ecosystem: npm
-    directory: /
@@ renovate.json
+{ "extends": ["config:recommended"] }
`,
  ],
  [
    'the owner of a folder that moves',
    `
@@ .github/CODEOWNERS
-/src/auth/ @acme/security
+/packages/auth/ @acme/security
`,
  ],
  [
    'owners that have the folder above',
    `
@@ .github/CODEOWNERS
 /src/ @acme/security
-/src/auth/ @acme/security
`,
  ],
  [
    'tags of GCM as before',
    `
@@ src/main/java/acme/Box.java
 class Box {
-  private static final int TAG_LENGTH = 128;
+  private static final int TAG_BITS = 128;
   byte[] seal(SecretKey key, byte[] iv, byte[] text) throws Exception {
     Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
-    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_LENGTH, iv));
+    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
     return cipher.doFinal(text);
   }
 }
`,
  ],
];
