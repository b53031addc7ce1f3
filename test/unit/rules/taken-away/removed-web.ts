import type { Removal } from './sides.ts';

/** What keeps other sites and masses of requests out. */
export const removedWeb: readonly Removal[] = [
  [
    'csrf: ignoring extended',
    'security/disabled-csrf-protection',
    `
@@ src/main/java/acme/Sec.java
 @Configuration
 class Sec {
   @Bean
   SecurityFilterChain chain(HttpSecurity http) throws Exception {
-    http.csrf(csrf -> csrf.ignoringRequestMatchers("/webhooks/**"));
+    http.csrf(csrf -> csrf.ignoringRequestMatchers("/webhooks/**", "/account/**"));
     return http.build();
   }
 }
`,
  ],
  [
    'csrf: lusca removed',
    'security/removed-web-protection',
    `
@@ src/app.js
 const app = express();
 app.use(session({ secret }));
-app.use(lusca.csrf());
 app.post('/transfer', transfer);
`,
  ],
  [
    'csrf: fastify plugin removed',
    'security/removed-web-protection',
    `
@@ src/app.ts
 await app.register(fastifyCookie);
-await app.register(fastifyCsrf, { cookieOpts: { signed: true } });
 app.post('/transfer', transfer);
`,
  ],
  [
    'cors: annotation',
    'security/permissive-cors',
    `
@@ src/main/java/acme/Api.java
 @RestController
-@CrossOrigin(origins = "https://app.acme.com")
+@CrossOrigin
 class Api {
   @GetMapping("/me") User me() { return users.me(); }
 }
`,
  ],
  [
    'cors: allowedOriginPatterns',
    'security/removed-web-protection',
    `
@@ src/main/java/acme/Web.java
 class Web implements WebMvcConfigurer {
   public void addCorsMappings(CorsRegistry registry) {
-    registry.addMapping("/api/**").allowedOrigins("https://app.acme.com").allowCredentials(true);
+    registry.addMapping("/api/**").allowedOriginPatterns("*").allowCredentials(true);
   }
 }
`,
  ],
  [
    'cors: fastify origin true',
    'security/removed-web-protection',
    `
@@ src/app.ts
-await app.register(cors, { origin: ['https://app.acme.com'], credentials: true });
+await app.register(cors, { origin: true, credentials: true });
`,
  ],
  [
    'cors: nest enableCors',
    'security/removed-web-protection',
    `
@@ src/main.ts
 const app = await NestFactory.create(AppModule);
-app.enableCors({ origin: 'https://app.acme.com' });
+app.enableCors();
`,
  ],
  [
    'cors: nginx',
    'security/removed-proxy-protection',
    `
@@ nginx.conf
 server {
-  add_header Access-Control-Allow-Origin "https://app.acme.com";
+  add_header Access-Control-Allow-Origin "*";
 }
`,
  ],
  [
    'cors: hono',
    'security/removed-web-protection',
    `
@@ src/index.ts
 import { cors } from 'hono/cors';
-app.use('/api/*', cors({ origin: 'https://app.acme.com' }));
+app.use('/api/*', cors());
`,
  ],
  [
    'csp: unsafe-inline java',
    'security/weakened-security-header',
    `
@@ src/main/java/acme/Sec.java
 class Sec {
   SecurityFilterChain chain(HttpSecurity http) throws Exception {
-    http.headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives("default-src 'self'; script-src 'self'")));
+    http.headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives("default-src 'self'; script-src 'self' 'unsafe-inline'")));
     return http.build();
   }
 }
`,
  ],
  [
    'csp: next.config header removed',
    'security/removed-web-protection',
    `
@@ next.config.js
 module.exports = {
   async headers() {
     return [{ source: '/(.*)', headers: [
-      { key: 'Content-Security-Policy', value: "default-src 'self'" },
       { key: 'X-DNS-Prefetch-Control', value: 'on' },
     ] }];
   },
 };
`,
  ],
  [
    'headers: frameOptions disabled',
    'security/weakened-security-header',
    `
@@ src/main/java/acme/Sec.java
 class Sec {
   SecurityFilterChain chain(HttpSecurity http) throws Exception {
-    http.headers(headers -> headers.frameOptions(f -> f.deny()));
+    http.headers(headers -> headers.frameOptions(f -> f.disable()));
     return http.build();
   }
 }
`,
  ],
  [
    'headers: hsts max-age lowered ts',
    'security/removed-web-protection',
    `
@@ src/app.ts
-app.use(helmet({ hsts: { maxAge: 31536000, includeSubDomains: true } }));
+app.use(helmet({ hsts: { maxAge: 60 } }));
`,
  ],
  [
    'headers: nginx removed',
    'security/removed-proxy-protection',
    `
@@ deploy/nginx.conf
 server {
-  add_header X-Content-Type-Options nosniff;
-  add_header Strict-Transport-Security "max-age=31536000";
   location / { proxy_pass http://app; }
 }
`,
  ],
  [
    'headers: setHeader removed',
    'security/removed-web-protection',
    `
@@ src/serve.ts
 export function serve(req, res) {
-  res.setHeader('X-Frame-Options', 'DENY');
   res.end(page());
 }
`,
  ],
  [
    'rate: max raised',
    'security/removed-limit',
    `
@@ src/app.ts
-const limiter = rateLimit({ windowMs: 60_000, max: 5 });
+const limiter = rateLimit({ windowMs: 60_000, max: 5000 });
 app.post('/login', limiter, login);
`,
  ],
  [
    'rate: limiter off the route',
    'security/removed-limit',
    `
@@ src/app.ts
 const limiter = rateLimit({ windowMs: 60_000, max: 5 });
-app.post('/login', limiter, login);
+app.post('/login', login);
 app.post('/signup', limiter, signup);
`,
  ],
  [
    'rate: resilience4j annotation',
    'security/removed-limit',
    `
@@ src/main/java/acme/Login.java
 @RestController
 class Login {
-  @RateLimiter(name = "login")
   @PostMapping("/login")
   Token login(@Valid @RequestBody Credentials c) { return auth.login(c); }
 }
`,
  ],
  [
    'rate: bucket4j check',
    'security/removed-limit',
    `
@@ src/main/java/acme/Login.java
 class Login {
   ResponseEntity<Token> login(Credentials c) {
-    if (!bucket.tryConsume(1)) {
-      return ResponseEntity.status(429).build();
-    }
     return ResponseEntity.ok(auth.login(c));
   }
 }
`,
  ],
  [
    'rate: nginx',
    'security/removed-proxy-protection',
    `
@@ nginx.conf
 http {
   limit_req_zone $binary_remote_addr zone=login:10m rate=5r/s;
   server {
     location /login {
-      limit_req zone=login burst=5;
       proxy_pass http://app;
     }
   }
 }
`,
  ],
  [
    'rate: fastify per route',
    'security/removed-limit',
    `
@@ src/app.ts
-app.post('/login', { config: { rateLimit: { max: 5, timeWindow: '1 minute' } } }, login);
+app.post('/login', { config: { rateLimit: false } }, login);
`,
  ],
];
