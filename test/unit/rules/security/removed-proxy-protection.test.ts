import { removedProxyProtection } from '../../../../src/rules/security/removed-proxy-protection.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const server = (...lines: readonly string[]): string => `server {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const pass = 'location / { proxy_pass http://app; }';
const path = 'deploy/nginx.conf';

describe('security/removed-proxy-protection', () => {
  fileCases(removedProxyProtection, path, [
    [
      'finds a limit that is gone',
      server('limit_req zone=login burst=5;', pass),
      server(pass),
      ['1 The proxy gives up the limit on requests: `limit_req zone=login burst=5` is gone.'],
    ],
    [
      'finds origins that are opened',
      server('add_header Access-Control-Allow-Origin "https://app.acme.com";', pass),
      server('add_header Access-Control-Allow-Origin "*";', pass),
      [
        '2 The proxy gives up the list of origins that may ask: `add_header Access-Control-Allow-Origin "https://app.acme.com"` became `add_header Access-Control-Allow-Origin "*"`.',
      ],
    ],
    [
      'finds old versions of TLS',
      server('ssl_protocols TLSv1.2 TLSv1.3;', pass),
      server('ssl_protocols TLSv1 TLSv1.2 TLSv1.3;', pass),
      ['2 The proxy gives up versions of TLS: `ssl_protocols TLSv1.2 TLSv1.3` became `ssl_protocols TLSv1 TLSv1.2 TLSv1.3`.'],
    ],
    [
      'finds a check that is off',
      server('auth_basic "staff";', pass),
      server('auth_basic off;', pass),
      ['2 The proxy gives up the check who calls: `auth_basic "staff"` became `auth_basic off`.'],
    ],
    [
      'leaves alone limits that are a little higher, whatever their number of digits',
      server('client_max_body_size 8m;', 'proxy_read_timeout 90s;', pass),
      server('client_max_body_size 10m;', 'proxy_read_timeout 120s;', pass),
      [],
    ],
    [
      'finds limits that are ten times as high',
      server('client_max_body_size 8m;', 'proxy_read_timeout 60s;', pass),
      server('client_max_body_size 80m;', 'proxy_read_timeout 10m;', pass),
      [
        '2 The proxy gives up the size of a body: `client_max_body_size 8m` became `client_max_body_size 80m`.',
        '3 The proxy gives up the time limit `proxy_read_timeout`: `proxy_read_timeout 60s` became `proxy_read_timeout 10m`.',
      ],
    ],
    [
      'finds the one of two servers that is opened',
      server('client_max_body_size 50m;', pass) + server('client_max_body_size 1m;', pass),
      server('client_max_body_size 50m;', pass) + server('client_max_body_size 0;', pass),
      ['6 The proxy gives up the size of a body: `client_max_body_size 1m` became `client_max_body_size 0`.'],
    ],
    [
      'leaves servers alone that keep what each has',
      server('client_max_body_size 0;', 'add_header Access-Control-Allow-Origin *;', pass) +
        server('client_max_body_size 1m;', 'add_header Access-Control-Allow-Origin https://acme.org;', pass),
      server('client_max_body_size 0;', 'add_header Access-Control-Allow-Origin *;', pass) +
        server('client_max_body_size 1m;', 'add_header Access-Control-Allow-Origin https://acme.org;', 'gzip on;', pass),
      [],
    ],
    ['leaves another burst alone', server('limit_req zone=login burst=5;', pass), server('limit_req zone=login burst=9;', pass), []],
    ['leaves fewer versions of TLS alone', server('ssl_protocols TLSv1 TLSv1.2;', pass), server('ssl_protocols TLSv1.2;', pass), []],
    ['leaves other directives alone', server('gzip on;', pass), server(pass), []],
    ['leaves comments alone', server('# limit_req zone=login;', pass), server(pass), []],
  ]);

  it('leaves headers alone that the application sets now', async () => {
    await expectFindings(
      removedProxyProtection,
      { [path]: server('add_header X-Frame-Options DENY;', pass), 'src/app.js': 'app.use(routes);\n' },
      { [path]: server(pass), 'src/app.js': 'app.use(helmet());\napp.use(routes);\n' },
      [],
    );
  });
});
