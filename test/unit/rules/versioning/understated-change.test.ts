import assert from 'node:assert/strict';
import type { EarlierCommit, History } from '../../../../src/change/change-set.ts';
import { inMemoryChangeSet } from '../../../../src/change/in-memory.ts';
import { review } from '../../../../src/review/review.ts';
import { rules } from '../../../../src/rules/index.ts';
import { understatedChange } from '../../../../src/rules/versioning/understated-change.ts';
import type { Example } from '../../../../src/rules/rule.ts';
import { extractorOfCheckout, standardOf } from '../../review/reviewing.ts';
import { applyFix, found, newFindings, reviewExample, type Texts } from '../rule-cases.ts';

const alongside = [
  'compatibility/removed-public-symbol',
  'compatibility/changed-signature',
  'compatibility/openapi-break',
  'compatibility/helm-values-break',
  'compatibility/package-break',
] as const;

type Case = readonly [
  name: string,
  base: Texts,
  head: Texts,
  finds: readonly string[],
  more?: Pick<Example, 'commits'> & { readonly fixed?: Texts },
];

/** One test a case: the whole set of findings, and what the first fix makes of the texts. */
function cases(all: readonly Case[]): void {
  for (const [name, base, head, finds, { fixed, ...more } = {}] of all) {
    it(name, async () => {
      const result = await reviewExample(understatedChange, { base, head, alongside, ...more });
      assert.deepEqual(result.notices, []);
      assert.deepEqual(found(result), finds);
      const [fix] = newFindings(result)[0]?.fixes ?? [];
      if (fixed && fix) assert.deepEqual({ ...head, ...fixed }, applyFix(head, fix));
      else assert.equal(fixed, undefined);
    });
  }
}

const npm = (version: string, rest = ''): Texts => ({
  'package.json': `{\n  "name": "@acme/orders",${rest}\n  "version": "${version}",\n  "exports": "./src/index.ts"\n}\n`,
});
const script = (...names: readonly string[]): Texts => ({
  'src/index.ts': names.map((name) => `export function ${name}(): number {\n  return 1;\n}\n`).join(''),
});
const java = (...names: readonly string[]): Texts => ({
  'core/src/main/java/com/acme/Orders.java': `package com.acme;\n\npublic class Orders {\n${names.map((name) => `  public long ${name}() {\n    return 1;\n  }\n`).join('')}}\n`,
});
const pom = (version: string): Texts => ({
  'pom.xml': `<project>\n  <groupId>com.acme</groupId>\n  <artifactId>orders</artifactId>\n  <version>\${revision}</version>\n  <properties>\n    <revision>${version}</revision>\n  </properties>\n</project>\n`,
  'core/pom.xml':
    '<project>\n  <parent>\n    <groupId>com.acme</groupId>\n    <artifactId>orders</artifactId>\n    <version>${revision}</version>\n  </parent>\n  <artifactId>core</artifactId>\n</project>\n',
});
const config: Texts = { '.changeset/config.json': '{}\n', '.changeset/README.md': '# Changesets\n' };
const changeset = (step: string, name = '@acme/orders'): Texts => ({ '.changeset/blue-cat.md': `---\n'${name}': ${step}\n---\n\nWork\n` });
const breaks = (file: string, line: number, before: string, after: string, what: string): string =>
  `${file}:${line} The change needs a major version, as it breaks who uses \`${what}\`; but ${file} goes from ${before} to ${after}, which promises that nothing breaks.`;

describe('versioning/understated-change', () => {
  describe('npm', () => {
    cases([
      [
        'finds a break in a patch, among things that are new',
        { ...npm('1.2.3'), ...script('total', 'sum') },
        { ...npm('1.2.4'), ...script('sum', 'mean') },
        [breaks('package.json', 3, '1.2.3', '1.2.4', 'total')],
        { fixed: npm('2.0.0') },
      ],
      [
        'finds a new function in a patch',
        { ...npm('1.2.3'), ...script('sum') },
        { ...npm('1.2.4'), ...script('sum', 'mean') },
        [
          'package.json:3 The change needs a minor version, as it adds `mean` to what consumers use; but package.json goes from 1.2.3 to 1.2.4, which promises that nothing is new.',
        ],
        { fixed: npm('1.3.0') },
      ],
      [
        'asks for a minor version before 1.0.0',
        { ...npm('0.4.1'), ...script('total', 'sum') },
        { ...npm('0.4.2'), ...script('sum') },
        [breaks('package.json', 3, '0.4.1', '0.4.2', 'total')],
        { fixed: npm('0.5.0') },
      ],
      ['takes a minor version before 1.0.0', { ...npm('0.4.1'), ...script('total') }, { ...npm('0.5.0'), ...script('sum') }, []],
      ['takes anything before 0.1.0', { ...npm('0.0.1'), ...script('total') }, { ...npm('0.0.2'), ...script('sum') }, []],
      ['takes a major version', { ...npm('1.2.3'), ...script('total') }, { ...npm('2.0.0-rc.1'), ...script('sum') }, []],
      [
        'takes the next one before the release',
        { ...npm('2.0.0-rc.1'), ...script('total') },
        { ...npm('2.0.0-rc.2'), ...script('sum') },
        [],
      ],
      ['takes a minor version for what is new', { ...npm('1.2.3'), ...script('sum') }, { ...npm('1.3.0'), ...script('sum', 'mean') }, []],
      ['leaves dates alone', { ...npm('2025.1.0'), ...script('total') }, { ...npm('2025.2.0'), ...script('sum') }, []],
      ['leaves a version that stays alone', { ...npm('1.2.3'), ...script('total') }, { ...npm('1.2.3'), ...script('sum') }, []],
      [
        'leaves what is not exported alone',
        { ...npm('1.2.3'), ...script('sum'), 'src/inner.ts': '' },
        { ...npm('1.2.4'), ...script('sum'), 'src/inner.ts': 'export function mean(): number {\n  return 1;\n}\n' },
        [],
      ],
      [
        'leaves a break that is allowed alone',
        { ...npm('1.2.3'), ...script('total', 'sum') },
        {
          ...npm('1.2.4'),
          'src/index.ts': `// plumbline-allow compatibility/removed-public-symbol -- nobody had it\n${script('sum')['src/index.ts'] ?? ''}`,
        },
        [],
      ],
      [
        'leaves a private package alone',
        { ...npm('1.2.3', '\n  "private": true,'), ...script('total') },
        { ...npm('1.2.4', '\n  "private": true,'), ...script('sum') },
        [],
      ],
    ]);
  });

  describe('changesets', () => {
    cases([
      [
        'finds that there is none for a break, and writes it',
        { ...npm('1.2.3'), ...config, ...script('total', 'sum') },
        { ...npm('1.2.3'), ...config, ...script('sum') },
        ['src/index.ts:1 The change needs a major version of @acme/orders, as it breaks who uses `total`; but no changeset says so.'],
        {
          fixed: {
            '.changeset/total-major.md':
              '---\n"@acme/orders": major\n---\n\nThe public function `total` is gone: code that calls it breaks.\n',
          },
        },
      ],
      [
        'finds one that says too little',
        { ...npm('0.2.3'), ...config, ...script('total') },
        { ...npm('0.2.3'), ...config, ...changeset('patch'), ...script('sum') },
        [
          '.changeset/blue-cat.md:2 The change needs a major version of @acme/orders, as it breaks who uses `total`; but its changeset says `patch`.',
        ],
        { fixed: changeset('minor') },
      ],
      [
        'finds one of another package only',
        { ...npm('1.2.3'), ...config, ...script('sum') },
        { ...npm('1.2.3'), ...config, ...changeset('major', '@acme/customers'), ...script('sum', 'mean') },
        [
          'src/index.ts:4 The change needs a minor version of @acme/orders, as it adds `mean` to what consumers use; but no changeset says so.',
        ],
        { fixed: { '.changeset/mean-minor.md': "---\n'@acme/orders': minor\n---\n\n`mean` is new.\n" } },
      ],
      [
        'takes one that says enough',
        { ...npm('1.2.3'), ...config, ...script('total') },
        { ...npm('1.2.3'), ...config, ...changeset('major'), ...script('sum') },
        [],
      ],
      [
        'takes one of an earlier change',
        { ...npm('1.2.3'), ...config, ...changeset('major'), ...script('total') },
        { ...npm('1.2.3'), ...config, ...changeset('major'), ...script('sum') },
        [],
      ],
      [
        'takes the version of a release for them',
        { ...npm('1.2.3'), ...config, ...changeset('major'), ...script('total') },
        { ...npm('2.0.0'), ...config, ...script('sum') },
        [],
      ],
    ]);
  });

  describe('Java', () => {
    cases([
      [
        'finds a break in a minor version that is a property of the parent',
        { ...pom('1.2.0'), ...java('total', 'sum') },
        { ...pom('1.3.0'), ...java('sum') },
        [breaks('pom.xml', 6, '1.2.0', '1.3.0', 'Orders.total')],
        { fixed: pom('2.0.0') },
      ],
      [
        'finds one in what was to be a minor version',
        { ...pom('1.3.0-SNAPSHOT'), ...java('total', 'sum') },
        { ...pom('1.4.0-SNAPSHOT'), ...java('sum') },
        [breaks('pom.xml', 6, '1.3.0-SNAPSHOT', '1.4.0-SNAPSHOT', 'Orders.total')],
        { fixed: pom('2.0.0-SNAPSHOT') },
      ],
      [
        'finds one in a build of Gradle, in versions of two numbers',
        { 'gradle.properties': 'org.gradle.caching=true\nversion=1.9\n', ...java('total', 'sum') },
        { 'gradle.properties': 'org.gradle.caching=true\nversion=1.10\n', ...java('sum') },
        [breaks('gradle.properties', 2, '1.9', '1.10', 'Orders.total')],
        { fixed: { 'gradle.properties': 'org.gradle.caching=true\nversion=2.0\n' } },
      ],
      [
        'finds a new method in a patch',
        { 'build.gradle.kts': 'version = "1.2.0"\n', ...java('sum') },
        { 'build.gradle.kts': 'version = "1.2.1"\n', ...java('sum', 'mean') },
        [
          'build.gradle.kts:1 The change needs a minor version, as it adds `Orders.mean()` to what consumers use; but build.gradle.kts goes from 1.2.0 to 1.2.1, which promises that nothing is new.',
        ],
        { fixed: { 'build.gradle.kts': 'version = "1.3.0"\n' } },
      ],
      ['takes the next development version', { ...pom('1.2.0'), ...java('total') }, { ...pom('2.0.0-SNAPSHOT'), ...java('sum') }, []],
      ['leaves the release of one alone', { ...pom('1.2.0-SNAPSHOT'), ...java('total') }, { ...pom('1.2.0'), ...java('sum') }, []],
      [
        'leaves another version than the own one alone',
        { 'build.gradle': "plugins {\n  id 'java' version '1.2'\n}\n", ...java('total') },
        { 'build.gradle': "plugins {\n  id 'java' version '1.3'\n}\n", ...java('sum') },
        [],
      ],
    ]);
  });

  describe('documents and charts', () => {
    const api = (version: string, path: string): Texts => ({
      'openapi.yaml': `openapi: 3.0.3\ninfo:\n  title: Orders\n  version: ${version}\npaths:\n  ${path}:\n    get:\n      responses: { '200': { description: ok } }\n`,
    });
    const chart = (version: string, values: string): Texts => ({
      'charts/orders/Chart.yaml': `apiVersion: v2\nname: orders\nversion: ${version}\n`,
      'charts/orders/values.yaml': values,
    });
    cases([
      [
        'finds a break in a minor version of an API',
        api('1.2.0', '/orders'),
        api('1.3.0', '/order'),
        [breaks('openapi.yaml', 4, '1.2.0', '1.3.0', 'GET /orders')],
        { fixed: api('2.0.0', '/order') },
      ],
      ['takes a major version of an API', api('1.2.0', '/orders'), api('2.0.0', '/order'), []],
      [
        'does not take the version of an API for that of a package',
        { ...api('1.2.0', '/orders'), ...npm('1.2.0') },
        { ...api('2.0.0', '/order'), ...npm('1.2.1') },
        [],
      ],
      [
        'finds a value that is gone in a patch of a chart',
        chart('1.2.0', 'replicas: 1\nimage: a\n'),
        chart('1.2.1', 'image: a\n'),
        [breaks('charts/orders/Chart.yaml', 3, '1.2.0', '1.2.1', 'replicas')],
        { fixed: chart('2.0.0', 'image: a\n') },
      ],
    ]);
  });

  describe('commits', () => {
    const says = (path: string, title: string): string =>
      `${path} The change breaks who uses \`total\`, but no commit of it says so: without \`!\` after its type or a \`BREAKING CHANGE:\` footer it is released as if nothing broke; \`${title}\` says it.`;
    const [base, head] = [
      { ...npm('1.2.3'), ...script('total') },
      { ...npm('1.2.3'), ...script('sum') },
    ];
    const commits = (...subjects: readonly string[]): Pick<Example, 'commits'> => ({
      commits: subjects.map((subject) => ({ subject, body: '' })),
    });
    cases([
      ['finds that none says so', base, head, [says('src/index.ts:1', 'feat(core)!: sum')], commits('feat(core): sum', 'fix: it')],
      [
        'offers the title of what is about the code',
        base,
        head,
        [says('src/index.ts:1', 'fix!: it')],
        commits('test(core): sum', 'fix: it'),
      ],
      ['takes one that does', base, head, [], commits('feat(core)!: sum', 'fix: it')],
      [
        'takes the version of a major release in the making',
        { ...base, ...npm('6.0.0-alpha.2') },
        { ...head, ...npm('6.0.0-alpha.2') },
        [],
        commits('feat(core): sum'),
      ],
      [
        'finds that none says so before a minor release',
        { ...base, ...npm('6.1.0-alpha.2') },
        { ...head, ...npm('6.1.0-alpha.2') },
        [says('src/index.ts:1', 'feat(core)!: sum')],
        commits('feat(core): sum'),
      ],
      ['takes a footer', base, head, [], { commits: [{ subject: 'feat: sum', body: 'Now.\n\nBREAKING CHANGE: no total' }] }],
      ['leaves commits of another form alone', base, head, [], commits('Only one sum', 'fix: it')],
      ['leaves a change without commits alone', base, head, []],
      ['leaves what is only new alone', head, { ...npm('1.2.3'), ...script('sum', 'mean') }, [], commits('refactor: it')],
    ]);
  });

  describe('what is known of before', () => {
    const [base, head] = [
      { ...npm('1.2.3'), ...script('total') },
      { ...npm('1.2.3'), ...script('sum') },
    ];
    const run = rules.filter(({ id }) => id === 'compatibility/removed-public-symbol' || id === understatedChange.id);

    async function told(changes: readonly EarlierCommit[], subjects: readonly string[], title?: string): Promise<string[]> {
      const asked: string[] = [];
      const history: History = {
        lastChanged: () => Promise.resolve(undefined),
        subjects: () => Promise.resolve(subjects),
        changesOfLine: (path, line) => {
          asked.push(`${path}:${line}`);
          return Promise.resolve(changes);
        },
      };
      const commits = [{ id: '1', subject: 'Only one sum', body: '', author: 'A', authored: 0 }];
      const changeSet = { ...inMemoryChangeSet(base, head, commits), history, ...(title !== undefined && { title }) };
      const extractor = extractorOfCheckout();
      try {
        const result = await review({ changeSet, standard: standardOf(run), rules: run, now: new Date('2026-08-10') }, extractor);
        return [...asked, ...result.findings.filter(({ rule }) => rule === understatedChange.id).map(({ message }) => message)];
      } finally {
        await extractor.dispose();
      }
    }
    const raising = (subject: string): EarlierCommit => ({ subject, paths: ['package.json', 'src/index.ts'] });

    it('finds a version that stays where others were raised with what asked for it', async () => {
      assert.deepEqual(await told([raising('Sum'), raising('Mean'), raising('Begin')], []), [
        'package.json:3',
        'The change needs a major version, as it breaks who uses `total`; but package.json still says 1.2.3, and versions are raised here with the change itself.',
      ]);
    });

    it('leaves a version that stays until the release alone', async () => {
      assert.deepEqual(await told([raising('Release 1.2.3'), raising('Release 1.2.2'), raising('Begin')], []), ['package.json:3']);
    });

    const conventional = Array.from({ length: 20 }, (_, index) => `fix: thing ${index}`);
    it('finds that neither the title nor a commit says that it breaks something', async () => {
      assert.deepEqual(await told([], conventional, 'feat: only one sum'), [
        'package.json:3',
        'The change breaks who uses `total`, but neither its title nor a commit of it says so: without `!` after its type or a `BREAKING CHANGE:` footer it is released as if nothing broke; `feat!: only one sum` says it.',
      ]);
    });

    it('takes the title of the change', async () => {
      assert.deepEqual(await told([], conventional, 'feat!: only one sum'), ['package.json:3']);
    });
  });
});

describe('versions that a build takes from another place', () => {
  const inherited = (version: string): Texts => ({
    'parent/pom.xml': `<project>\n  <groupId>com.acme</groupId>\n  <artifactId>parent</artifactId>\n  <version>${version}</version>\n</project>\n`,
    'core/pom.xml':
      '<project>\n  <parent>\n    <groupId>com.acme</groupId>\n    <artifactId>parent</artifactId>\n    <version>1</version>\n    <relativePath>../parent</relativePath>\n  </parent>\n  <artifactId>core</artifactId>\n</project>\n',
  });
  const parentFile = (version: string): Texts => ({
    'build/parent.xml': `<project>\n  <groupId>com.acme</groupId>\n  <artifactId>parent</artifactId>\n  <version>${version}</version>\n</project>\n`,
    'core/pom.xml':
      '<project>\n  <parent>\n    <relativePath>../build/parent.xml</relativePath>\n  </parent>\n  <artifactId>core</artifactId>\n</project>\n',
  });
  const named = (version: string, says: string): Texts => ({
    'core/build.gradle': `plugins {\n  id 'java-library'\n}\n${says}\n`,
    'gradle.properties': `group=com.acme\nordersVersion=${version}\n`,
  });
  const local = (version: string): Texts => ({ 'core/build.gradle.kts': `val ordersVersion = "${version}"\nversion = ordersVersion\n` });
  const [two, one] = [java('total', 'sum'), java('sum')];
  cases([
    [
      'a parent that lies beside the module',
      { ...inherited('1.2.0'), ...two },
      { ...inherited('1.3.0'), ...one },
      [breaks('parent/pom.xml', 4, '1.2.0', '1.3.0', 'Orders.total')],
      { fixed: inherited('2.0.0') },
    ],
    [
      'a parent by the name of another file',
      { ...parentFile('1.2.0'), ...two },
      { ...parentFile('1.3.0'), ...one },
      [breaks('build/parent.xml', 4, '1.2.0', '1.3.0', 'Orders.total')],
      { fixed: parentFile('2.0.0') },
    ],
    ['a parent that is raised far enough', { ...inherited('1.2.0'), ...two }, { ...inherited('2.0.0'), ...one }, []],
    ...['version = ordersVersion', 'version "$ordersVersion"', "version = project.property('ordersVersion')"].map((says): Case => [
      `gradle.properties by \`${says}\``,
      { ...named('1.2.0', says), ...two },
      { ...named('1.2.1', says), ...one },
      [breaks('gradle.properties', 2, '1.2.0', '1.2.1', 'Orders.total')],
      { fixed: named('2.0.0', says) },
    ]),
    [
      'a value of the build file itself',
      { ...local('1.2.0'), ...two },
      { ...local('1.2.1'), ...one },
      [breaks('core/build.gradle.kts', 1, '1.2.0', '1.2.1', 'Orders.total')],
      { fixed: local('2.0.0') },
    ],
    [
      'a property that is the version of something else',
      { ...named('1.2.0', 'version = other'), ...two },
      { ...named('1.2.1', 'version = other'), ...one },
      [],
    ],
  ]);
});

describe('what is new and said to be mended only', () => {
  cases([
    [
      'a patch by convention adds something',
      { ...npm('1.2.0'), ...script('sum') },
      { ...npm('1.2.0'), ...script('sum', 'mean') },
      [
        'src/index.ts:4 The change adds `mean` to what consumers use, but says only that it mends something, and is released as a patch; `feat(sums): round` says it.',
      ],
      { commits: [{ subject: 'fix(sums): round', body: '' }] },
    ],
    [
      'a feature among the commits',
      { ...npm('1.2.0'), ...script('sum') },
      { ...npm('1.2.0'), ...script('sum', 'mean') },
      [],
      {
        commits: [
          { subject: 'fix: round', body: '' },
          { subject: 'feat: the mean', body: '' },
        ],
      },
    ],
    [
      'something is mended',
      { ...npm('1.2.0'), ...script('sum') },
      { ...npm('1.2.0'), 'src/index.ts': 'export function sum(): number {\n  return 2;\n}\n' },
      [],
      { commits: [{ subject: 'fix: round', body: '' }] },
    ],
  ]);
});
