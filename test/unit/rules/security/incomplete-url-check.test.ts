import assert from 'node:assert/strict';
import { incompleteUrlCheck } from '../../../../src/rules/security/incomplete-url-check.ts';
import { fileCases, newFindings, reviewExample } from '../rule-cases.ts';

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/incomplete-url-check in ${path}`, () => {
    fileCases(incompleteUrlCheck, path, [
      [
        'finds a host anywhere',
        '',
        "export const f = (url) => url.indexOf('acme.com') !== -1;\n",
        ['1 The check for `acme.com` also lets `https://evil.com/?acme.com` through: compare the whole host of the parsed URL.'],
      ],
      [
        'finds the end of a host',
        '',
        "export const f = (host) => host.endsWith('acme.com');\n",
        ['1 The check for `acme.com` also lets `evilacme.com` through: compare the whole host of the parsed URL.'],
      ],
      [
        'finds the start of an address',
        '',
        "export const f = (origin) => origin.startsWith('https://acme.com');\n",
        ['1 The check for `https://acme.com` also lets `https://acme.com.evil.com` through: compare the whole host of the parsed URL.'],
      ],
      [
        'finds one scheme of three',
        '',
        "export const f = (url) => !url.trim().startsWith('javascript:');\n",
        ['1 `javascript:` is refused, but `data:` and `vbscript:` can hold a script as well: allow what is known to be good.'],
      ],
      [
        'finds a scheme that is compared',
        '',
        "export function f(url) {\n  const protocol = new URL(url).protocol;\n  return protocol === 'javascript:' ? '' : url;\n}\n",
        ['3 `javascript:` is refused, but `data:` and `vbscript:` can hold a script as well: allow what is known to be good.'],
      ],
      [
        'finds a scheme of an address that a local holds in another form',
        '',
        "export function f(href) {\n  const text = href.trim().toLowerCase();\n  return text.startsWith('javascript:') ? '#' : href;\n}\n",
        ['3 `javascript:` is refused, but `data:` and `vbscript:` can hold a script as well: allow what is known to be good.'],
      ],
      [
        'leaves a scheme in a text that is no address alone',
        '',
        "export function f(line) {\n  const u = line.trim().toLowerCase();\n  return u.startsWith('javascript:');\n}\n",
        [],
      ],
      [
        'finds a pattern without an end',
        '',
        'export const f = (url) => /^https?:\\/\\/acme\\.com/.test(url);\n',
        ['1 The pattern ends after the host, so that `good.com.evil.com` matches, too. Let a `/` or the end follow.'],
      ],
      [
        'finds alternatives that are not held together',
        '',
        'export const f = (host) => /^acme\\.com|acme\\.org/.test(host);\n',
        ['1 `^` and `$` hold for one alternative only: `acme\\.org` matches anywhere in the text. Put the alternatives into a group.'],
      ],
      [
        'finds a suffix by its index',
        '',
        'export const f = (s, end) => s.indexOf(end) === s.length - end.length;\n',
        ['1 Where the text is one shorter than the suffix and does not hold it, both sides are -1: use `endsWith`.'],
      ],
      ['leaves a dot in front alone', '', "export const f = (host) => host.endsWith('.acme.com');\n", []],
      ['leaves a slash at the end alone', '', "export const f = (url) => url.startsWith('https://acme.com/');\n", []],
      ['leaves file names alone', '', "export const f = (url) => url.includes('index.html') || url.includes('://');\n", []],
      [
        'leaves all three schemes alone',
        '',
        "export const f = (url) => !['javascript:', 'data:', 'vbscript:'].some((each) => url.startsWith(each)) && !url.startsWith('javascript:');\n",
        [],
      ],
      ['leaves a pattern with an end alone', '', 'export const f = (url) => /^https?:\\/\\/acme\\.com(?:\\/|$)/.test(url);\n', []],
      ['leaves blanks at both ends alone', '', "export const f = (s) => s.replace(/^\\s+|\\s+$/g, '');\n", []],
      [
        'leaves a suffix that is checked alone',
        '',
        'export const f = (s, end) => s.length >= end.length && s.indexOf(end) === s.length - end.length;\n',
        [],
      ],
    ]);
  });
}

it('security/incomplete-url-check is less sure of alternatives that are words', async () => {
  const confidenceOf = async (pattern: string): Promise<readonly string[]> => {
    const head = { 'src/a.ts': `export const f = (name: string) => /${pattern}/i.test(name);\n` };
    return newFindings(await reviewExample(incompleteUrlCheck, { base: {}, head })).map(({ confidence }) => confidence);
  };
  assert.deepEqual(await Promise.all(['passw|pwd|pass$', '^acme\\.com|acme\\.org'].map(confidenceOf)), [['low'], ['medium']]);
});

const inJava = (test: string): string =>
  `class Redirects {\n  boolean isOurs(String url, URI uri, String title) {\n    return ${test};\n  }\n}\n`;

describe('security/incomplete-url-check in Java', () => {
  fileCases(incompleteUrlCheck, 'src/main/java/Redirects.java', [
    [
      'finds the start of an address',
      '',
      inJava('url.startsWith("https://acme.com")'),
      ['3 The check for `https://acme.com` also lets `https://acme.com.evil.com` through: compare the whole host of the parsed URL.'],
    ],
    [
      'finds the end of a host',
      '',
      inJava('uri.getHost().endsWith("acme.com")'),
      ['3 The check for `acme.com` also lets `evilacme.com` through: compare the whole host of the parsed URL.'],
    ],
    [
      'finds a host anywhere',
      '',
      inJava('url.contains("acme.com")'),
      ['3 The check for `acme.com` also lets `https://evil.com/?acme.com` through: compare the whole host of the parsed URL.'],
    ],
    ['is silent on a whole host', '', inJava('"acme.com".equals(uri.getHost())'), []],
    ['is silent on names of the domain', '', inJava('uri.getHost().endsWith(".acme.com")'), []],
    ['is silent on an address with its path', '', inJava('url.startsWith("https://acme.com/")'), []],
    ['is silent on another text', '', inJava('title.contains("orders")'), []],
  ]);
});
