import type { Removal } from './sides.ts';

/** What keeps things secret, true and known. */
export const removedSecrecy: readonly Removal[] = [
  [
    'tls: kafka properties',
    'security/weakened-configuration',
    `
@@ src/main/resources/kafka.properties
-security.protocol=SASL_SSL
+security.protocol=SASL_PLAINTEXT
`,
  ],
  [
    'tls: jdbc sslmode',
    'security/weakened-configuration',
    `
@@ src/main/resources/application.properties
-spring.datasource.url=jdbc:postgresql://db.acme.com/orders?sslmode=verify-full
+spring.datasource.url=jdbc:postgresql://db.acme.com/orders?sslmode=disable
`,
  ],
  [
    'tls: rediss',
    'security/downgraded-address',
    `
@@ src/cache.ts
-export const redis = new Redis('rediss://cache.acme.com:6379');
+export const redis = new Redis('redis://cache.acme.com:6379');
`,
  ],
  [
    'tls: pg ssl',
    'security/removed-encryption',
    `
@@ src/db.ts
-export const pool = new Pool({ connectionString, ssl: { rejectUnauthorized: true } });
+export const pool = new Pool({ connectionString, ssl: false });
`,
  ],
  [
    'tls: minVersion',
    'security/outdated-tls-version',
    `
@@ src/server.ts
-https.createServer({ key, cert, minVersion: 'TLSv1.2' }, app).listen(443);
+https.createServer({ key, cert, minVersion: 'TLSv1' }, app).listen(443);
`,
  ],
  [
    'tls: requiresSecure',
    'security/removed-web-protection',
    `
@@ src/main/java/acme/Sec.java
 class Sec {
   SecurityFilterChain chain(HttpSecurity http) throws Exception {
-    http.requiresChannel(c -> c.anyRequest().requiresSecure());
     http.formLogin(withDefaults());
     return http.build();
   }
 }
`,
  ],
  [
    'tls: server.ssl.enabled',
    'security/weakened-configuration',
    `
@@ src/main/resources/application.properties
-server.ssl.enabled=true
+server.ssl.enabled=false
`,
  ],
  [
    'tls: hostname verifier kept but returns true',
    'security/disabled-tls-verification',
    `
@@ src/main/java/acme/Http.java
 class Http {
   void open(HttpsURLConnection c) {
-    c.setHostnameVerifier(new StrictVerifier());
+    c.setHostnameVerifier((h, s) -> true);
   }
 }
`,
  ],
  [
    'tls: nginx protocols',
    'security/removed-proxy-protection',
    `
@@ nginx.conf
 server {
-  ssl_protocols TLSv1.2 TLSv1.3;
+  ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
 }
`,
  ],
  [
    'crypto: bcrypt rounds',
    'security/weakened-crypto',
    `
@@ src/pw.ts
-export const hash = (p: string) => bcrypt.hash(p, 12);
+export const hash = (p: string) => bcrypt.hash(p, 4);
`,
  ],
  [
    'crypto: BCryptPasswordEncoder strength',
    'security/fast-password-hash',
    `
@@ src/main/java/acme/Sec.java
 class Sec {
   PasswordEncoder encoder() {
-    return new BCryptPasswordEncoder(12);
+    return new BCryptPasswordEncoder(4);
   }
 }
`,
  ],
  [
    'crypto: noop encoder',
    'security/fast-password-hash',
    `
@@ src/main/java/acme/Sec.java
 class Sec {
   PasswordEncoder encoder() {
-    return new BCryptPasswordEncoder();
+    return NoOpPasswordEncoder.getInstance();
   }
 }
`,
  ],
  [
    'crypto: GCM to ECB',
    'security/weak-cipher',
    `
@@ src/main/java/acme/Vault.java
 class Vault {
   Cipher cipher() throws Exception {
-    return Cipher.getInstance("AES/GCM/NoPadding");
+    return Cipher.getInstance("AES/ECB/PKCS5Padding");
   }
 }
`,
  ],
  [
    'crypto: key size java',
    'security/short-key',
    `
@@ src/main/java/acme/Keys.java
 class Keys {
   KeyPair pair() throws Exception {
     KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
-    g.initialize(3072);
+    g.initialize(1024);
     return g.generateKeyPair();
   }
 }
`,
  ],
  [
    'crypto: token length',
    'security/weakened-crypto',
    `
@@ src/token.ts
-export const token = () => randomBytes(32).toString('hex');
+export const token = () => randomBytes(4).toString('hex');
`,
  ],
  [
    'crypto: SecureRandom to Random',
    'security/weakened-crypto',
    `
@@ src/main/java/acme/Tokens.java
 class Tokens {
-  private final SecureRandom random = new SecureRandom();
+  private final Random random = new Random();
   String token() {
     byte[] b = new byte[32];
     random.nextBytes(b);
     return Base64.getEncoder().encodeToString(b);
   }
 }
`,
  ],
  [
    'crypto: jwt lifetime',
    'security/weakened-token',
    `
@@ src/auth.ts
-export const sign = (u: User) => jwt.sign({ sub: u.id }, key, { expiresIn: '15m' });
+export const sign = (u: User) => jwt.sign({ sub: u.id }, key, { expiresIn: '3650d' });
`,
  ],
  [
    'crypto: jwt expiry removed',
    'security/weakened-token',
    `
@@ src/auth.ts
-export const sign = (u: User) => jwt.sign({ sub: u.id }, key, { expiresIn: '15m' });
+export const sign = (u: User) => jwt.sign({ sub: u.id }, key);
`,
  ],
  [
    'crypto: jwt verify to decode',
    'security/weakened-token',
    `
@@ src/auth.ts
-export const read = (t: string) => jwt.verify(t, key);
+export const read = (t: string) => jwt.decode(t);
`,
  ],
  [
    'crypto: jwt issuer check gone',
    'security/weakened-token',
    `
@@ src/auth.ts
-export const read = (t: string) => jwt.verify(t, key, { algorithms: ['RS256'], issuer: 'acme' });
+export const read = (t: string) => jwt.verify(t, key);
`,
  ],
  [
    'crypto: scrypt cost',
    'security/weakened-crypto',
    `
@@ src/pw.ts
-const key = scryptSync(password, salt, 64, { N: 131072 });
+const key = scryptSync(password, salt, 64, { N: 1024 });
`,
  ],
  [
    'crypto: PBEKeySpec iterations',
    'security/fast-password-hash',
    `
@@ src/main/java/acme/Pw.java
 class Pw {
   byte[] hash(char[] p, byte[] salt) throws Exception {
-    PBEKeySpec spec = new PBEKeySpec(p, salt, 310000, 256);
+    PBEKeySpec spec = new PBEKeySpec(p, salt, 1000, 256);
     return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
   }
 }
`,
  ],
  [
    'crypto: jjwt signature check',
    'security/weakened-token',
    `
@@ src/main/java/acme/Jwt.java
 class Jwt {
   Claims read(String token) {
-    return Jwts.parser().verifyWith(key).build().parseSignedClaims(token).getPayload();
+    return Jwts.parser().build().parseUnsecuredClaims(token).getPayload();
   }
 }
`,
  ],
  [
    'audit: event publisher java',
    'security/removed-audit-log',
    `
@@ src/main/java/acme/Users.java
 @Service
 class Users {
   void drop(long id) {
     users.deleteById(id);
-    auditEvents.publish(new UserDeleted(id, current.user()));
   }
 }
`,
  ],
  [
    'audit: annotation',
    'security/removed-audit-log',
    `
@@ src/main/java/acme/Users.java
 @Service
 class Users {
-  @Auditable(action = "DELETE_USER")
   void drop(long id) {
     users.deleteById(id);
   }
 }
`,
  ],
  [
    'audit: security log',
    'security/removed-audit-log',
    `
@@ src/auth.ts
 export async function login(c: Credentials) {
   const user = await find(c);
   if (!user) {
-    securityLog.warn('login failed', { name: c.name });
     throw new Unauthorized();
   }
   return user;
 }
`,
  ],
  [
    'audit: js',
    'security/removed-audit-log',
    `
@@ src/users.js
 async function remove(id, actor) {
   await users.remove(id);
-  await writeAuditEntry({ actor, action: 'user.remove', id });
 }
 module.exports = { remove };
`,
  ],
  [
    'audit: entity listener',
    'security/removed-audit-log',
    `
@@ src/main/java/acme/Account.java
 @Entity
-@EntityListeners(AuditingEntityListener.class)
 class Account {
   @Id Long id;
   @LastModifiedBy String by;
 }
`,
  ],
  [
    'enc: k8s/helm storage',
    'security/unencrypted-cloud-storage',
    `
@@ infra/main.tf
 resource "aws_db_instance" "db" {
   engine = "postgres"
-  storage_encrypted = true
+  storage_encrypted = false
 }
`,
  ],
  [
    'enc: encrypt call java',
    'security/removed-encryption',
    `
@@ src/main/java/acme/Cards.java
 class Cards {
   void save(Card card) {
-    card.setNumber(cipher.encrypt(card.getNumber()));
     cards.save(card);
   }
 }
`,
  ],
  [
    'enc: typeorm transformer',
    'security/removed-encryption',
    `
@@ src/card.entity.ts
 @Entity()
 export class Card {
-  @Column({ transformer: new EncryptionTransformer(key) })
+  @Column()
   number: string;
 }
`,
  ],
  [
    'enc: SSE param dropped',
    'security/removed-encryption',
    `
@@ src/upload.ts
 export const put = (k: string, b: Buffer) =>
   s3.send(new PutObjectCommand({ Bucket, Key: k, Body: b,
-    ServerSideEncryption: 'aws:kms',
   }));
`,
  ],
  [
    'net: azure nsg',
    'security/public-cloud-resource',
    `
@@ infra/main.tf
 resource "azurerm_network_security_rule" "ssh" {
   direction = "Inbound"
   access = "Allow"
   destination_port_range = "22"
-  source_address_prefix = "10.0.0.0/8"
+  source_address_prefix = "*"
 }
`,
  ],
  [
    'net: bind address',
    'security/weakened-configuration',
    `
@@ src/main/resources/application.properties
-management.server.address=127.0.0.1
+management.server.address=0.0.0.0
`,
  ],
];
