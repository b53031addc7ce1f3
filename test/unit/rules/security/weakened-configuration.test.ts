import { weakenedConfiguration } from '../../../../src/rules/security/weakened-configuration.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/weakened-configuration in YAML', () => {
  fileCases(weakenedConfiguration, 'src/main/resources/application-prod.yml', [
    [
      'finds endpoints that are opened',
      'management.endpoints.web.exposure.include: health,info\n',
      'management.endpoints.web.exposure.include: health,heapdump\n',
      [
        '1 `management.endpoints.web.exposure.include` goes from `health,info` to `health,heapdump`: the environment, memory and loggers of the application can be read over the web.',
      ],
    ],
    [
      'finds endpoints in a list',
      'a: 1\n',
      'a: 1\nmanagement:\n  endpoints:\n    web:\n      exposure:\n        include:\n          - health\n          - env\n',
      [
        '8 `management.endpoints.web.exposure.include.1` is set to `env`: the environment, memory and loggers of the application can be read over the web.',
      ],
    ],
    [
      'finds details, however the name is written',
      'a: 1\n',
      'a: 1\nmanagement:\n  endpoint:\n    health:\n      showDetails: ALWAYS\n',
      ['5 `management.endpoint.health.showDetails` is set to `ALWAYS`: everyone sees which databases and services the application uses.'],
    ],
    [
      'finds stack traces and cookies',
      'server:\n  servlet.session.cookie.secure: true\n',
      'server:\n  servlet.session.cookie.secure: false\n  error:\n    include-stacktrace: always\n',
      [
        '2 `server.servlet.session.cookie.secure` goes from `true` to `false`: the session can be taken on the way or by a script.',
        '4 `server.error.include-stacktrace` is set to `always`: callers see what is inside the application.',
      ],
    ],
    [
      'finds a switch that protects',
      'acme:\n  webhooks:\n    verify-signature: true\n  client:\n    tls:\n      enabled: true\n',
      'acme:\n  webhooks:\n    verify-signature: false\n  client:\n    tls:\n      enabled: false\n',
      [
        '3 `acme.webhooks.verify-signature` goes from `true` to `false`: what it protected is open from then on.',
        '6 `acme.client.tls.enabled` goes from `true` to `false`: what it protected is open from then on.',
      ],
    ],
    [
      'finds limits that are raised or taken away',
      'spring.servlet.multipart:\n  max-file-size: 10MB\n  max-request-size: 10MB\nserver.servlet.session.timeout: 30m\n',
      'spring.servlet.multipart:\n  max-file-size: -1\n  max-request-size: 1GB\nserver.servlet.session.timeout: 12h\n',
      [
        '2 `spring.servlet.multipart.max-file-size` goes from `10MB` to `-1`: one request can fill memory or disk.',
        '3 `spring.servlet.multipart.max-request-size` goes from `10MB` to `1GB`: one request can fill memory or disk.',
        '4 `server.servlet.session.timeout` goes from `30m` to `12h`: who holds a connection or a session open keeps it.',
      ],
    ],
    [
      'leaves the same in other units and a little more alone',
      'acme:\n  max-file-size: 10m\n  max-body-size: 1MB\nserver.servlet.session.timeout: 1800\n',
      'acme:\n  max-file-size: 10MB\n  max-body-size: 4MB\nserver.servlet.session.timeout: 30m\n',
      [],
    ],
    [
      'leaves pools, logs and waits of its own alone',
      'spring.datasource.hikari:\n  maximum-pool-size: 5\n  connection-timeout: 1000\nlogging.file.max-file-size: 1MB\n',
      'spring.datasource.hikari:\n  maximum-pool-size: 50\n  connection-timeout: 30000\nlogging.file.max-file-size: 100MB\n',
      [],
    ],
    [
      'leaves what stays open alone',
      'management.endpoint.health.show-details: always\n',
      'management:\n  endpoint:\n    health:\n      show-details: always\n',
      [],
    ],
    [
      'leaves what is closed alone',
      'server.ssl.enabled: false\n',
      'server.ssl.enabled: true\nmanagement.endpoint.health.show-details: when-authorized\n',
      [],
    ],
    [
      'leaves other switches alone',
      'acme:\n  banner: true\n  cache.enabled: true\n',
      'acme:\n  banner: false\n  cache.enabled: false\n',
      [],
    ],
  ]);
});

describe('security/weakened-configuration in properties', () => {
  fileCases(weakenedConfiguration, 'config/application.properties', [
    [
      'finds a database that is reached unencrypted',
      'spring.datasource.url=jdbc:postgresql://db/a?sslmode=verify-full\n',
      'spring.datasource.url=jdbc:postgresql://u:pw@db/a?sslmode=disable&password=x\n',
      [
        '1 `spring.datasource.url` goes from `jdbc:postgresql://db/a?sslmode=verify-full` to `jdbc:postgresql://…@db/a?sslmode=disable&password=…`: data and password of the database can be read on the way.',
      ],
    ],
    [
      'finds a console that is opened',
      'a=1\n',
      'a=1\nspring.h2.console.enabled=true\n',
      ['2 `spring.h2.console.enabled` is set to `true`: whoever reaches it can run SQL, and programs, on the server.'],
    ],
    [
      'leaves another database alone',
      'spring.datasource.url=jdbc:postgresql://db/a\n',
      'spring.datasource.url=jdbc:postgresql://db2/a?sslmode=require\n',
      [],
    ],
  ]);
  for (const path of ['src/main/resources/application-local.properties', 'src/test/resources/application.properties', 'gradle.properties'])
    fileCases(weakenedConfiguration, path, [[`leaves ${path} alone`, 'server.ssl.enabled=true\n', 'server.ssl.enabled=false\n', []]]);
});
