import { downgradedAddress } from '../../../../src/rules/security/downgraded-address.ts';
import { fileCases } from '../rule-cases.ts';

const now = (line: number, host: string, before: string, after: string): string =>
  `${line} \`${host}\` was reached by ${before} and is by ${after} now: all that is sent can be read and changed on the way.`;

describe('security/downgraded-address', () => {
  fileCases(downgradedAddress, 'src/main/resources/application.yml', [
    [
      'finds a service',
      'rates:\n  url: https://api.acme.io/v1\n',
      'rates:\n  url: http://api.acme.io/v1\n',
      [now(2, 'api.acme.io', 'https', 'http')],
    ],
    [
      'finds a cache',
      'url: rediss://:p@cache.acme.io:6380\n',
      'url: redis://:p@cache.acme.io:6379\n',
      [now(1, 'cache.acme.io', 'rediss', 'redis')],
    ],
    ['finds a directory', 'ldap: ldaps://dir.acme.io\n', 'ldap: ldap://dir.acme.io\n', [now(1, 'dir.acme.io', 'ldaps', 'ldap')]],
    ['leaves another host alone', 'url: https://api.acme.io\n', 'url: http://old.acme.io\n', []],
    ['leaves this machine alone', 'url: https://localhost:8443\n', 'url: http://localhost:8080\n', []],
    ['leaves what was so before alone', 'url: http://api.acme.io/v1\n', 'url: http://api.acme.io/v2\n', []],
    ['leaves names alone', 'ns: https://www.w3.org/2001/XMLSchema\n', 'ns: http://www.w3.org/2001/XMLSchema\n', []],
  ]);
  fileCases(downgradedAddress, 'mvnw', [
    [
      'leaves the licence at the top of a script alone',
      '#!/bin/sh\n#    https://www.apache.org/licenses/LICENSE-2.0\n',
      '#!/bin/sh\n#    http://www.apache.org/licenses/LICENSE-2.0\n',
      [],
    ],
    [
      'finds what a script loads',
      '#!/bin/sh\ncurl https://repo.acme.io/tool\n',
      '#!/bin/sh\ncurl http://repo.acme.io/tool\n',
      [now(2, 'repo.acme.io', 'https', 'http')],
    ],
  ]);
  fileCases(downgradedAddress, 'mvnw.cmd', [
    [
      'leaves a remark of a batch file alone',
      '@REM    https://www.apache.org/licenses/LICENSE-2.0\n',
      '@REM    http://www.apache.org/licenses/LICENSE-2.0\n',
      [],
    ],
  ]);
  fileCases(downgradedAddress, 'src/main/resources/beans.xml', [
    [
      'leaves a comment of several lines alone',
      '<!--\n  see https://www.acme.io/licence\n-->\n<a/>\n',
      '<!--\n  see http://www.acme.io/licence\n-->\n<a/>\n',
      [],
    ],
    [
      'finds what stands behind a comment',
      '<!-- rates -->\n<url>https://api.acme.io</url>\n',
      '<!-- rates -->\n<url>http://api.acme.io</url>\n',
      [now(2, 'api.acme.io', 'https', 'http')],
    ],
  ]);
  fileCases(downgradedAddress, 'src/rates.ts', [
    [
      'leaves what code says in a comment alone',
      '// see https://www.acme.io/rates\nexport const a = 1;\n',
      '// see http://www.acme.io/rates\nexport const a = 1;\n',
      [],
    ],
  ]);
  fileCases(downgradedAddress, 'src/rates.test.ts', [
    ['leaves tests alone', "const url = 'https://api.acme.io';\n", "const url = 'http://api.acme.io';\n", []],
  ]);
});
