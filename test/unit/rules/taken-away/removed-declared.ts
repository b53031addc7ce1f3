import type { Removal } from './sides.ts';

/** What files that are not code declare no more. */
export const removedDeclared: readonly Removal[] = [
  [
    'webxml auth-constraint removed',
    'security/removed-declared-protection',
    `
@@ src/main/webapp/WEB-INF/web.xml
 <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
   <servlet><servlet-name>admin</servlet-name><servlet-class>acme.Admin</servlet-class></servlet>
   <security-constraint>
     <web-resource-collection>
       <web-resource-name>admin</web-resource-name>
       <url-pattern>/admin/*</url-pattern>
     </web-resource-collection>
-    <auth-constraint>
-      <role-name>admin</role-name>
-    </auth-constraint>
   </security-constraint>
 </web-app>
`,
  ],
  [
    'webxml security-constraint removed',
    'security/removed-declared-protection',
    `
@@ src/main/webapp/WEB-INF/web.xml
 <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
   <servlet><servlet-name>admin</servlet-name><servlet-class>acme.Admin</servlet-class></servlet>
-  <security-constraint>
-    <web-resource-collection>
-      <web-resource-name>admin</web-resource-name>
-      <url-pattern>/admin/*</url-pattern>
-    </web-resource-collection>
-    <auth-constraint>
-      <role-name>admin</role-name>
-    </auth-constraint>
-  </security-constraint>
   <welcome-file-list><welcome-file>index.html</welcome-file></welcome-file-list>
 </web-app>
`,
  ],
  [
    'webxml transport CONFIDENTIAL to NONE',
    'security/removed-declared-protection',
    `
@@ src/main/webapp/WEB-INF/web.xml
 <web-app>
   <security-constraint>
     <web-resource-collection><web-resource-name>all</web-resource-name><url-pattern>/*</url-pattern></web-resource-collection>
     <user-data-constraint>
-      <transport-guarantee>CONFIDENTIAL</transport-guarantee>
+      <transport-guarantee>NONE</transport-guarantee>
     </user-data-constraint>
   </security-constraint>
 </web-app>
`,
  ],
  [
    'webxml filter-mapping removed',
    'security/removed-declared-protection',
    `
@@ src/main/webapp/WEB-INF/web.xml
 <web-app>
   <filter><filter-name>springSecurityFilterChain</filter-name><filter-class>org.springframework.web.filter.DelegatingFilterProxy</filter-class></filter>
-  <filter-mapping>
-    <filter-name>springSecurityFilterChain</filter-name>
-    <url-pattern>/*</url-pattern>
-  </filter-mapping>
 </web-app>
`,
  ],
  [
    'webxml csrf filter removed',
    'security/removed-declared-protection',
    `
@@ src/main/webapp/WEB-INF/web.xml
 <web-app>
-  <filter><filter-name>csrfFilter</filter-name><filter-class>org.apache.catalina.filters.CsrfPreventionFilter</filter-class></filter>
-  <filter-mapping><filter-name>csrfFilter</filter-name><url-pattern>/*</url-pattern></filter-mapping>
   <servlet><servlet-name>app</servlet-name><servlet-class>acme.App</servlet-class></servlet>
 </web-app>
`,
  ],
  [
    'webxml cookie http-only off',
    'security/removed-declared-protection',
    `
@@ src/main/webapp/WEB-INF/web.xml
 <web-app>
   <session-config>
     <cookie-config>
-      <http-only>true</http-only>
-      <secure>true</secure>
+      <http-only>false</http-only>
+      <secure>false</secure>
     </cookie-config>
   </session-config>
 </web-app>
`,
  ],
  [
    'springxml intercept-url permitAll',
    'security/removed-declared-protection',
    `
@@ src/main/resources/security.xml
 <beans:beans xmlns="http://www.springframework.org/schema/security" xmlns:beans="http://www.springframework.org/schema/beans">
   <http use-expressions="true">
-    <intercept-url pattern="/admin/**" access="hasRole('ADMIN')"/>
+    <intercept-url pattern="/admin/**" access="permitAll"/>
     <form-login/>
   </http>
 </beans:beans>
`,
  ],
  [
    'springxml intercept-url removed',
    'security/removed-declared-protection',
    `
@@ src/main/resources/spring/security-context.xml
 <beans:beans xmlns="http://www.springframework.org/schema/security" xmlns:beans="http://www.springframework.org/schema/beans">
   <http use-expressions="true">
-    <intercept-url pattern="/admin/**" access="hasRole('ADMIN')"/>
     <intercept-url pattern="/**" access="isAuthenticated()"/>
     <form-login/>
   </http>
 </beans:beans>
`,
  ],
  [
    'springxml prefixed security none',
    'security/removed-declared-protection',
    `
@@ src/main/resources/applicationContext-security.xml
 <beans xmlns="http://www.springframework.org/schema/beans" xmlns:security="http://www.springframework.org/schema/security">
   <security:http>
     <security:intercept-url pattern="/**" access="ROLE_USER"/>
   </security:http>
+  <security:http pattern="/reports/**" security="none"/>
 </beans>
`,
  ],
  [
    'springxml csrf disabled',
    'security/removed-declared-protection',
    `
@@ src/main/resources/security.xml
 <beans:beans xmlns="http://www.springframework.org/schema/security" xmlns:beans="http://www.springframework.org/schema/beans">
   <http>
     <intercept-url pattern="/**" access="isAuthenticated()"/>
+    <csrf disabled="true"/>
   </http>
 </beans:beans>
`,
  ],
  [
    'springxml method security off',
    'security/removed-declared-protection',
    `
@@ src/main/resources/security.xml
 <beans:beans xmlns="http://www.springframework.org/schema/security" xmlns:beans="http://www.springframework.org/schema/beans">
-  <global-method-security pre-post-annotations="enabled" secured-annotations="enabled"/>
   <http>
     <intercept-url pattern="/**" access="isAuthenticated()"/>
   </http>
 </beans:beans>
`,
  ],
  [
    'springxml frame-options disabled',
    'security/removed-declared-protection',
    `
@@ src/main/resources/security.xml
 <beans:beans xmlns="http://www.springframework.org/schema/security" xmlns:beans="http://www.springframework.org/schema/beans">
   <http>
     <headers>
-      <frame-options policy="DENY"/>
+      <frame-options disabled="true"/>
     </headers>
   </http>
 </beans:beans>
`,
  ],
  [
    'graphql @auth removed from field',
    'security/removed-declared-protection',
    `
@@ schema.graphql
 type Mutation {
-  deleteUser(id: ID!): Boolean! @auth(requires: ADMIN)
+  deleteUser(id: ID!): Boolean!
   login(name: String!): String
 }
`,
  ],
  [
    'graphql @auth loosened',
    'security/removed-declared-protection',
    `
@@ src/schema.graphql
 type Query {
-  orders: [Order!]! @auth(requires: ADMIN)
+  orders: [Order!]! @auth(requires: USER)
 }
 type Order { id: ID! }
`,
  ],
  [
    'graphql @hasRole in gql tag',
    'security/removed-declared-protection',
    `
@@ src/schema.ts
 export const typeDefs = gql\`
   type Mutation {
-    removePost(id: ID!): Boolean @hasRole(role: ADMIN)
+    removePost(id: ID!): Boolean
   }
 \`;
`,
  ],
  [
    'graphql @authenticated on type',
    'security/removed-declared-protection',
    `
@@ schema.graphql
-type Account @authenticated {
+type Account {
   id: ID!
   iban: String!
 }
`,
  ],
  [
    'openapi security: [] on operation',
    'security/removed-declared-protection',
    `
@@ openapi.yaml
 openapi: 3.0.3
 info: { title: Orders, version: 1.0.0 }
 security:
   - bearerAuth: []
 paths:
   /orders/{id}:
     delete:
       operationId: drop
+      security: []
       parameters:
         - { name: id, in: path, required: true, schema: { type: string } }
       responses: { '204': { description: gone } }
 components:
   securitySchemes:
     bearerAuth: { type: http, scheme: bearer }
`,
  ],
  [
    'openapi global security removed',
    'security/removed-declared-protection',
    `
@@ api/openapi.yaml
 openapi: 3.0.3
 info: { title: Orders, version: 1.0.0 }
-security:
-  - bearerAuth: []
 paths:
   /orders/{id}:
     get:
       operationId: drop
       parameters:
         - { name: id, in: path, required: true, schema: { type: string } }
       responses: { '200': { description: ok } }
 components:
   securitySchemes:
     bearerAuth: { type: http, scheme: bearer }
`,
  ],
  [
    'openapi operation security removed',
    'security/removed-declared-protection',
    `
@@ api/openapi.yaml
 openapi: 3.0.3
 info: { title: Orders, version: 1.0.0 }
 paths:
   /orders/{id}:
     get:
       operationId: drop
-      security:
-        - bearerAuth: [admin]
       parameters:
         - { name: id, in: path, required: true, schema: { type: string } }
       responses: { '200': { description: ok } }
 components:
   securitySchemes:
     bearerAuth: { type: http, scheme: bearer }
`,
  ],
  [
    'serverless authorizer removed',
    'security/removed-declared-protection',
    `
@@ serverless.yml
 service: orders
 provider: { name: aws, runtime: nodejs20.x }
 functions:
   drop:
     handler: src/orders.drop
     events:
       - httpApi:
           method: DELETE
           path: /orders/{id}
-          authorizer:
-            name: jwtAuthorizer
`,
  ],
  [
    'serverless http authorizer inline',
    'security/removed-declared-protection',
    `
@@ serverless.yml
 service: orders
 provider: { name: aws, runtime: nodejs20.x }
 functions:
   drop:
     handler: src/orders.drop
     events:
-      - http: { method: delete, path: orders, authorizer: aws_iam }
+      - http: { method: delete, path: orders }
`,
  ],
  [
    'sam authorizer NONE',
    'security/removed-declared-protection',
    `
@@ template.yaml
 AWSTemplateFormatVersion: '2010-09-09'
 Transform: AWS::Serverless-2016-10-31
 Resources:
   Drop:
     Type: AWS::Serverless::Function
     Properties:
       Handler: index.drop
       Events:
         Api:
           Type: Api
           Properties:
             Path: /orders
             Method: delete
-            Auth:
-              Authorizer: CognitoAuthorizer
+            Auth:
+              Authorizer: NONE
`,
  ],
  [
    'api gateway cfn AuthorizationType NONE',
    'security/removed-declared-protection',
    `
@@ infra/api.yaml
 AWSTemplateFormatVersion: '2010-09-09'
 Resources:
   DropMethod:
     Type: AWS::ApiGateway::Method
     Properties:
       HttpMethod: DELETE
-      AuthorizationType: COGNITO_USER_POOLS
+      AuthorizationType: NONE
       ResourceId: !Ref Orders
`,
  ],
  [
    'additionalProperties dropped json schema',
    'security/removed-declared-protection',
    `
@@ schemas/order.schema.json
 {
   "$schema": "https://json-schema.org/draft/2020-12/schema",
   "type": "object",
   "properties": { "id": { "type": "string" } },
-  "required": ["id"],
-  "additionalProperties": false
+  "required": ["id"]
 }
`,
  ],
  [
    'form token ejs',
    'security/removed-declared-protection',
    `
@@ views/transfer.ejs
 <form method="post" action="/transfer">
-  <input type="hidden" name="_csrf" value="<%= csrfToken %>">
   <input name="amount">
 </form>
`,
  ],
  [
    'form token jsp',
    'security/removed-declared-protection',
    `
@@ src/main/webapp/WEB-INF/jsp/transfer.jsp
 <form method="post" action="/transfer">
-  <input type="hidden" name="\${_csrf.parameterName}" value="\${_csrf.token}"/>
   <input name="amount"/>
 </form>
`,
  ],
  [
    'meta csp removed html',
    'security/removed-declared-protection',
    `
@@ public/index.html
 <html>
 <head>
   <meta charset="utf-8">
-  <meta http-equiv="Content-Security-Policy" content="default-src 'self'">
   <title>Shop</title>
 </head>
 </html>
`,
  ],
  [
    'meta csp loosened html',
    'security/removed-declared-protection',
    `
@@ public/index.html
 <html>
 <head>
-  <meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'">
+  <meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' 'unsafe-inline' *">
   <title>Shop</title>
 </head>
 </html>
`,
  ],
  [
    'vercel.json header removed',
    'security/removed-declared-protection',
    `
@@ vercel.json
 {
   "headers": [
     {
       "source": "/(.*)",
       "headers": [
-        { "key": "X-Frame-Options", "value": "DENY" },
         { "key": "X-Robots-Tag", "value": "noindex" }
       ]
     }
   ]
 }
`,
  ],
  [
    'netlify headers file',
    'security/removed-declared-protection',
    `
@@ public/_headers
 /*
-  X-Frame-Options: DENY
-  Content-Security-Policy: default-src 'self'
   Cache-Control: public
`,
  ],
  [
    'netlify.toml',
    'security/removed-declared-protection',
    `
@@ netlify.toml
 [[headers]]
   for = "/*"
   [headers.values]
-    X-Frame-Options = "DENY"
     Cache-Control = "public"
`,
  ],
  [
    'gateway filter yaml removed ratelimiter',
    'security/removed-declared-protection',
    `
@@ src/main/resources/application.yml
 spring:
   cloud:
     gateway:
       routes:
         - id: orders
           uri: lb://orders
           predicates: [Path=/orders/**]
           filters:
-            - name: RequestRateLimiter
-              args: { redis-rate-limiter.replenishRate: 10 }
             - StripPrefix=1
`,
  ],
  [
    'gateway filter yaml removed TokenRelay / SecureHeaders',
    'security/removed-declared-protection',
    `
@@ src/main/resources/application.yml
 spring:
   cloud:
     gateway:
       default-filters:
-        - SecureHeaders
-        - RequestSize=5000000
         - StripPrefix=1
`,
  ],
  [
    'feign timeout key removed',
    'robustness/removed-declared-limit',
    `
@@ src/main/resources/application.yml
 spring:
   cloud:
     openfeign:
       client:
         config:
           default:
-            connectTimeout: 2000
-            readTimeout: 5000
             loggerLevel: basic
`,
  ],
  [
    'hikari timeout keys removed props',
    'robustness/removed-declared-limit',
    `
@@ src/main/resources/application.properties
 spring.datasource.url=jdbc:postgresql://db/app
-spring.datasource.hikari.connection-timeout=3000
-spring.transaction.default-timeout=30s
-server.tomcat.connection-timeout=5s
 spring.jpa.open-in-view=false
`,
  ],
  [
    'CI timeout-minutes removed',
    'robustness/removed-declared-limit',
    `
@@ .github/workflows/ci.yml
 name: CI
 on: push
 permissions: { contents: read }
 jobs:
   test:
     runs-on: ubuntu-latest
-    timeout-minutes: 15
     steps:
       - run: npm test
`,
  ],
  [
    'gitlab timeout removed',
    'robustness/removed-declared-limit',
    `
@@ .gitlab-ci.yml
 test:
   image: node:20.11.1
-  timeout: 15 minutes
   script:
     - npm test
`,
  ],
  [
    'ingress ssl-redirect',
    'security/removed-declared-protection',
    `
@@ deploy/ingress.yaml
 apiVersion: networking.k8s.io/v1
 kind: Ingress
 metadata:
   name: web
   annotations:
-    nginx.ingress.kubernetes.io/ssl-redirect: "true"
+    nginx.ingress.kubernetes.io/ssl-redirect: "false"
 spec:
   rules: [{ host: shop.acme.com }]
`,
  ],
  [
    'ingress tls removed',
    'security/removed-declared-protection',
    `
@@ deploy/ingress.yaml
 apiVersion: networking.k8s.io/v1
 kind: Ingress
 metadata:
   name: web
 spec:
-  tls:
-    - hosts: [shop.acme.com]
-      secretName: shop-tls
   rules: [{ host: shop.acme.com }]
`,
  ],
  [
    'ingress auth annotation removed',
    'security/removed-declared-protection',
    `
@@ deploy/ingress.yaml
 apiVersion: networking.k8s.io/v1
 kind: Ingress
 metadata:
   name: web
   annotations:
-    nginx.ingress.kubernetes.io/auth-url: https://auth.acme.com/verify
-    nginx.ingress.kubernetes.io/limit-rps: "10"
     nginx.ingress.kubernetes.io/rewrite-target: /
 spec:
   rules: [{ host: shop.acme.com }]
`,
  ],
  [
    'cfn encryption removed s3',
    'security/removed-declared-protection',
    `
@@ infra/stack.yaml
 AWSTemplateFormatVersion: '2010-09-09'
 Resources:
   Bucket:
     Type: AWS::S3::Bucket
     Properties:
       BucketName: acme-data
-      BucketEncryption:
-        ServerSideEncryptionConfiguration:
-          - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms }
`,
  ],
  [
    'cfn rds StorageEncrypted',
    'security/removed-declared-protection',
    `
@@ infra/stack.yaml
 AWSTemplateFormatVersion: '2010-09-09'
 Resources:
   Db:
     Type: AWS::RDS::DBInstance
     Properties:
       Engine: postgres
-      StorageEncrypted: true
+      StorageEncrypted: false
`,
  ],
  [
    'cfn json dynamo SSE',
    'security/removed-declared-protection',
    `
@@ infra/stack.json
 {
   "AWSTemplateFormatVersion": "2010-09-09",
   "Resources": {
     "Table": {
       "Type": "AWS::DynamoDB::Table",
       "Properties": {
-        "SSESpecification": { "SSEEnabled": true },
         "BillingMode": "PAY_PER_REQUEST"
       }
     }
   }
 }
`,
  ],
  [
    'compose ports to all',
    'security/removed-declared-protection',
    `
@@ docker-compose.yml
 services:
   db:
     image: postgres:16.2
     ports:
-      - "127.0.0.1:5432:5432"
+      - "5432:5432"
`,
  ],
  [
    'compose host_ip long',
    'security/removed-declared-protection',
    `
@@ compose.yaml
 services:
   redis:
     image: redis:7.2.4
     ports:
       - target: 6379
         published: 6379
-        host_ip: 127.0.0.1
+        host_ip: 0.0.0.0
`,
  ],
  [
    'istio PERMISSIVE',
    'security/removed-declared-protection',
    `
@@ deploy/mtls.yaml
 apiVersion: security.istio.io/v1
 kind: PeerAuthentication
 metadata: { name: default, namespace: shop }
 spec:
   mtls:
-    mode: STRICT
+    mode: PERMISSIVE
`,
  ],
  [
    'istio authz allow all',
    'security/removed-declared-protection',
    `
@@ deploy/authz.yaml
 apiVersion: security.istio.io/v1
 kind: AuthorizationPolicy
 metadata: { name: orders }
 spec:
   selector: { matchLabels: { app: orders } }
   action: ALLOW
   rules:
-    - from:
-        - source: { principals: ["cluster.local/ns/shop/sa/web"] }
-      to:
-        - operation: { methods: ["GET"] }
+    - {}
`,
  ],
  [
    'istio DestinationRule DISABLE',
    'security/removed-declared-protection',
    `
@@ deploy/dr.yaml
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata: { name: orders }
 spec:
   host: orders
   trafficPolicy:
     tls:
-      mode: ISTIO_MUTUAL
+      mode: DISABLE
`,
  ],
];
