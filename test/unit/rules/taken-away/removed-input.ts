import type { Removal } from './sides.ts';

/** What is taken in, and how it goes out. */
export const removedInput: readonly Removal[] = [
  [
    'validation: @Validated class and @Size raised',
    'security/removed-input-validation',
    `
@@ src/main/java/acme/CreateUser.java
 public record CreateUser(
-    @NotBlank @Size(max = 64) String name,
+    @NotBlank @Size(max = 6400) String name,
     @Email String email) {}
`,
  ],
  [
    'validation: @Pattern dropped in a dto',
    'security/removed-input-validation',
    `
@@ src/main/java/acme/TransferRequest.java
 public class TransferRequest {
-  @Pattern(regexp = "[A-Z]{2}[0-9]{20}")
   private String iban;
   @Positive
   private BigDecimal amount;
 }
`,
  ],
  [
    'validation: Positive → none on request param',
    'security/removed-input-validation',
    `
@@ src/main/java/acme/Pages.java
 @RestController
 @Validated
 class Pages {
   @GetMapping("/items")
-  List<Item> items(@RequestParam @Min(0) @Max(100) int size) { return items.page(size); }
+  List<Item> items(@RequestParam int size) { return items.page(size); }
 }
`,
  ],
  [
    'validation: manual check thrown away java',
    'security/removed-input-validation',
    `
@@ src/main/java/acme/Transfers.java
 @Service
 class Transfers {
   void transfer(Account from, Account to, BigDecimal amount) {
-    if (amount.signum() <= 0) {
-      throw new IllegalArgumentException("amount must be positive");
-    }
     from.withdraw(amount);
     to.deposit(amount);
   }
 }
`,
  ],
  [
    'validation: Preconditions',
    'security/removed-input-validation',
    `
@@ src/main/java/acme/Ranges.java
 public class Ranges {
   public Range of(int from, int to) {
-    Preconditions.checkArgument(from <= to, "from after to");
     return new Range(from, to);
   }
 }
`,
  ],
  [
    'validation: zod passthrough',
    'security/removed-input-validation',
    `
@@ src/schema.ts
-export const Settings = z.object({ theme: z.string().max(20), role: z.enum(['a', 'b']) }).strict();
+export const Settings = z.object({ theme: z.string().max(20), role: z.enum(['a', 'b']) }).passthrough();
`,
  ],
  [
    'validation: zod enum to string',
    'security/removed-input-validation',
    `
@@ src/schema.ts
 export const Transfer = z.object({
-  currency: z.enum(['EUR', 'USD']),
-  amount: z.number().positive(),
+  currency: z.string(),
+  amount: z.number(),
 });
`,
  ],
  [
    'validation: ParseUUIDPipe',
    'security/removed-input-validation',
    `
@@ src/o.controller.ts
 @Controller('orders')
 export class OrdersController {
   @Get(':id')
-  one(@Param('id', ParseUUIDPipe) id: string) { return this.orders.one(id); }
+  one(@Param('id') id: string) { return this.orders.one(id); }
 }
`,
  ],
  [
    'validation: yup min',
    'security/removed-input-validation',
    `
@@ src/signup.ts
 export const signup = yup.object({
-  password: yup.string().required().min(12),
+  password: yup.string().required(),
 });
`,
  ],
  [
    'validation: manual guard in handler',
    'security/removed-input-validation',
    `
@@ src/pay.ts
 app.post('/pay', async (req, res) => {
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
    'validation: path check removed java',
    'security/removed-input-validation',
    `
@@ src/main/java/acme/Files.java
 class Downloads {
   Path resolve(String name) throws IOException {
     Path target = root.resolve(name).normalize();
-    if (!target.startsWith(root)) {
-      throw new IOException("outside");
-    }
     return target;
   }
 }
`,
  ],
  [
    'validation: path check removed js',
    'security/removed-input-validation',
    `
@@ src/files.js
 const path = require('path');
 exports.read = (name) => {
   const target = path.resolve(root, name);
-  if (!target.startsWith(root + path.sep)) throw new Error('outside');
   return fs.promises.readFile(target);
 };
`,
  ],
  [
    'encoding: OWASP Encode',
    'security/removed-output-encoding',
    `
@@ src/main/java/acme/Page.java
 class Page {
   void show(PrintWriter out, String name) {
-    out.println("<p>" + Encode.forHtml(name) + "</p>");
+    out.println("<p>" + name + "</p>");
   }
 }
`,
  ],
  [
    'encoding: StringEscapeUtils',
    'security/removed-output-encoding',
    `
@@ src/main/java/acme/Mail.java
 class Mail {
   String body(User user) {
-    return "<h1>Hello " + StringEscapeUtils.escapeHtml4(user.getName()) + "</h1>";
+    return "<h1>Hello " + user.getName() + "</h1>";
   }
 }
`,
  ],
  [
    'encoding: textContent to innerHTML',
    'security/unescaped-markup',
    `
@@ src/view.ts
 export function show(name: string) {
   const el = document.getElementById('name')!;
-  el.textContent = name;
+  el.innerHTML = name;
 }
`,
  ],
  [
    'encoding: react child to dangerouslySetInnerHTML',
    'security/unescaped-markup',
    `
@@ src/Comment.tsx
 export function Comment({ text }: { text: string }) {
-  return <p>{text}</p>;
+  return <p dangerouslySetInnerHTML={{ __html: text }} />;
 }
`,
  ],
  [
    'encoding: ejs (one finding)',
    'security/removed-template-escaping',
    `
@@ views/user.ejs
-<h1><%= user.name %></h1>
+<h1><%- user.name %></h1>
`,
  ],
  [
    'encoding: handlebars triple',
    'security/removed-template-escaping',
    `
@@ views/user.hbs
-<h1>{{name}}</h1>
+<h1>{{{name}}}</h1>
`,
  ],
  [
    'encoding: thymeleaf utext',
    'security/removed-template-escaping',
    `
@@ src/main/resources/templates/user.html
 <html xmlns:th="http://www.thymeleaf.org">
-<h1 th:text="\${user.name}"></h1>
+<h1 th:utext="\${user.name}"></h1>
 </html>
`,
  ],
  [
    'encoding: jsp c:out',
    'security/removed-template-escaping',
    `
@@ src/main/webapp/user.jsp
 <%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
-<h1><c:out value="\${user.name}"/></h1>
+<h1>\${user.name}</h1>
`,
  ],
  [
    'encoding: pug',
    'security/removed-template-escaping',
    `
@@ views/user.pug
-h1= user.name
+h1!= user.name
`,
  ],
  [
    'encoding: freemarker html',
    'security/removed-template-escaping',
    `
@@ src/main/resources/templates/user.ftl
-<h1>\${user.name?html}</h1>
+<h1>\${user.name}</h1>
`,
  ],
  [
    'encoding: vue v-text',
    'security/removed-template-escaping',
    `
@@ src/User.vue
 <template>
-  <h1 v-text="user.name"></h1>
+  <h1 v-html="user.name"></h1>
 </template>
`,
  ],
  [
    'encoding: encodeURIComponent',
    'security/removed-output-encoding',
    `
@@ src/api.ts
 export const find = (name: string) =>
-  fetch(\`/api/users?name=\${encodeURIComponent(name)}\`);
+  fetch(\`/api/users?name=\${name}\`);
`,
  ],
  [
    'encoding: URLEncoder',
    'security/removed-output-encoding',
    `
@@ src/main/java/acme/Client.java
 class Client {
   URI find(String name) {
-    return URI.create("https://crm.acme.com/users?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
+    return URI.create("https://crm.acme.com/users?name=" + name);
   }
 }
`,
  ],
  [
    'encoding: angular bypass',
    'security/disabled-output-escaping',
    `
@@ src/app/safe.pipe.ts
 export class SafePipe {
   transform(value: string) {
-    return this.sanitizer.sanitize(SecurityContext.HTML, value);
+    return this.sanitizer.bypassSecurityTrustHtml(value);
   }
 }
`,
  ],
  [
    'size: express limit raised',
    'security/removed-limit',
    `
@@ src/app.ts
-app.use(express.json({ limit: '100kb' }));
+app.use(express.json({ limit: '2gb' }));
`,
  ],
  [
    'size: fastify bodyLimit removed',
    'security/removed-limit',
    `
@@ src/app.ts
-const app = fastify({ logger: true, bodyLimit: 1048576 });
+const app = fastify({ logger: true, bodyLimit: Number.MAX_SAFE_INTEGER });
`,
  ],
  [
    'size: multipart -1',
    'security/weakened-configuration',
    `
@@ src/main/resources/application.yml
 spring:
   servlet:
     multipart:
-      max-file-size: 5MB
+      max-file-size: -1
`,
  ],
  [
    'size: nginx 0',
    'security/removed-proxy-protection',
    `
@@ nginx.conf
 server {
-  client_max_body_size 5m;
+  client_max_body_size 0;
 }
`,
  ],
  [
    'size: page cap',
    'security/removed-limit',
    `
@@ src/list.ts
 export function page(req) {
-  const size = Math.min(Number(req.query.size), 100);
+  const size = Number(req.query.size);
   return db.items.find().limit(size);
 }
`,
  ],
  [
    'size: page cap java',
    'security/removed-limit',
    `
@@ src/main/java/acme/Items.java
 @RestController
 class Items {
   @GetMapping("/items")
   List<Item> page(@RequestParam int size) {
-    return items.page(Math.min(size, MAX_PAGE));
+    return items.page(size);
   }
 }
`,
  ],
  [
    'size: zip bomb check',
    'security/removed-limit',
    `
@@ src/main/java/acme/Unzip.java
 class Unzip {
   void read(ZipInputStream in, OutputStream out) throws IOException {
     byte[] buffer = new byte[4096];
     long total = 0;
     int n;
     while ((n = in.read(buffer)) > 0) {
       total += n;
-      if (total > MAX_SIZE) {
-        throw new IOException("too large");
-      }
       out.write(buffer, 0, n);
     }
   }
 }
`,
  ],
  [
    'size: ws maxPayload',
    'security/removed-limit',
    `
@@ src/ws.ts
-const wss = new WebSocketServer({ port: 8080, maxPayload: 64 * 1024 });
+const wss = new WebSocketServer({ port: 8080 });
`,
  ],
];
