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
  fileCases(downgradedAddress, 'src/rates.test.ts', [
    ['leaves tests alone', "const url = 'https://api.acme.io';\n", "const url = 'http://api.acme.io';\n", []],
  ]);
});
