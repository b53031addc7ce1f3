import { closedSchemas } from './declared/closed-schemas.ts';
import { cloudFormation } from './declared/cloud-formation.ts';
import { composeWalls } from './declared/compose-walls.ts';
import { gatewayFilters } from './declared/gateway-filters.ts';
import { graphqlDirectives } from './declared/graphql-directives.ts';
import { ingresses } from './declared/ingress.ts';
import { headerFile, listedHeaders } from './declared/listed-headers.ts';
import { mesh } from './declared/mesh.ts';
import { openApiSecurity } from './declared/openapi-security.ts';
import { pageMarkup } from './declared/page-markup.ts';
import { serverlessFunctions } from './declared/serverless.ts';
import { springXml } from './declared/spring-xml.ts';
import { webXml } from './declared/web-xml.ts';
import { declaredRule } from '../safeguards/declared/declared-rule.ts';
import { edited } from '../safeguards/example.ts';

const constraint = (roles: string): string =>
  `<web-app>\n  <security-constraint>\n    <web-resource-collection>\n      <url-pattern>/admin/*</url-pattern>\n    </web-resource-collection>\n${roles}  </security-constraint>\n</web-app>\n`;
const schema = (guard: string): string => `type Mutation {\n  deleteUser(id: ID!): Boolean${guard}\n}\n`;
const mode = (name: string): string =>
  `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata:\n  name: default\nspec:\n  mtls:\n    mode: ${name}\n`;

export const removedDeclaredProtection = declaredRule({
  id: 'security/removed-declared-protection',
  title: 'A protection that a configuration file declares is taken out or loosened',
  reason:
    'Descriptors, gateways, schemas and manifests decide who gets in, what is encrypted and what browsers are told. No code changes when one line of them is gone, so nothing fails to compile and no test fails.',
  remedy: 'Put it back. Where another layer does it now, let the same change show that.',
  severity: 'error',
  confidence: 'medium',
  languages: 'any',
  yieldsTo: [
    'security/weakened-configuration',
    'security/removed-isolation',
    'security/public-cloud-resource',
    'security/unencrypted-cloud-storage',
    'security/removed-web-protection',
  ],
  cwe: [306, 862, 352, 693, 311, 319],
  sources: [
    { title: 'OWASP Top 10: Broken Access Control', url: 'https://owasp.org/Top10/A01_2021-Broken_Access_Control/' },
    { title: 'OWASP Top 10: Security Misconfiguration', url: 'https://owasp.org/Top10/A05_2021-Security_Misconfiguration/' },
  ],
  limits:
    'Deployment descriptors (`web.xml`), Spring Security as XML, directives of GraphQL, `security` of OpenAPI, authorizers of the Serverless Framework, SAM and CloudFormation, encryption in CloudFormation, annotations of Ingress objects, Istio, filters of Spring Cloud Gateway as YAML, ports of Compose, headers that hosts send, and in pages the policy, tokens of forms, checksums and sandboxes. What as many other places of the change declare anew, or what another file of it says in its own words, has moved and is no finding.',
  kinds: [
    webXml,
    springXml,
    graphqlDirectives,
    openApiSecurity,
    serverlessFunctions,
    cloudFormation,
    ingresses,
    mesh,
    composeWalls,
    gatewayFilters,
    listedHeaders,
    headerFile,
    pageMarkup,
    closedSchemas,
  ],
  examples: [
    edited(
      'a path asks for no role any more',
      'src/main/webapp/WEB-INF/web.xml',
      constraint('    <auth-constraint>\n      <role-name>admin</role-name>\n    </auth-constraint>\n'),
      constraint(''),
      [
        '6 `web.xml` gives up the check who may call `/admin/*`: `<auth-constraint> <role-name>admin</role-name> </auth-constraint>` is gone.',
      ],
    ),
    {
      name: 'the check moves to the application’s own rules',
      base: {
        'src/main/webapp/WEB-INF/web.xml': constraint(
          '    <auth-constraint>\n      <role-name>admin</role-name>\n    </auth-constraint>\n',
        ),
      },
      head: {
        'src/main/webapp/WEB-INF/web.xml': constraint(''),
        'src/main/java/Security.java':
          'class Security {\n  void configure(HttpSecurity http) {\n    http.authorizeHttpRequests(all -> all.requestMatchers("/admin/**").hasRole("ADMIN"));\n  }\n}\n',
      },
      finds: [],
    },
    edited('anybody may ask for it', 'schema.graphql', schema(' @auth(requires: ADMIN)'), schema(''), [
      '2 `schema.graphql` gives up the check who may ask for `Mutation.deleteUser`: `@auth(requires: ADMIN)` is gone.',
    ]),
    edited('it asks by another directive', 'schema.graphql', schema(' @auth(requires: ADMIN)'), schema(' @hasRole(role: ADMIN)')),
    edited('services are called without TLS, too', 'deploy/mtls.yaml', mode('STRICT'), mode('PERMISSIVE'), [
      '7 `mtls.yaml` gives up mutual TLS between services (PeerAuthentication default): `mode: STRICT` became `mode: PERMISSIVE`.',
    ]),
    edited('services ask for TLS', 'deploy/mtls.yaml', mode('PERMISSIVE'), mode('STRICT')),
  ],
});
