import assert from 'node:assert/strict';
import { inMemoryChangeSet, type Texts } from '../../../../src/change/in-memory.ts';
import { review } from '../../../../src/review/review.ts';
import { rules } from '../../../../src/rules/index.ts';
import { extractorOfCheckout, standardOf } from '../reviewing.ts';

const removed = rules.filter(({ id }) => id === 'compatibility/removed-public-symbol');
const deprecated = `package com.acme;

public class Orders {
  /**
   * The sum.
   * @deprecated since 2.1, use {@link #sum}
   */
  @Deprecated
  public long total() {
    return sum();
  }

  public long sum() {
    return 1;
  }
}
`;
const gone = 'package com.acme;\n\npublic class Orders {\n  public long sum() {\n    return 1;\n  }\n}\n';
const path = 'src/main/java/com/acme/Orders.java';

async function found(base: Texts, head: Texts, changed?: string, run = removed): Promise<unknown[]> {
  const asked: string[] = [];
  const history = {
    subjects: () => Promise.resolve([]),
    changesOfLine: () => Promise.resolve([]),
    lastChanged: (file: string, line: number) => {
      asked.push(`${file}:${line}`);
      return Promise.resolve(changed === undefined ? undefined : { changed: Date.parse(changed), isBeginning: false });
    },
  };
  const extractor = extractorOfCheckout();
  try {
    const changeSet = { ...inMemoryChangeSet(base, head), history };
    const result = await review({ changeSet, standard: standardOf(run), rules: run, now: new Date('2026-08-10') }, extractor);
    return [
      asked,
      ...result.findings.map(({ severity, message, properties, related }) => [
        severity,
        properties['planned'],
        message.replace(/^.*?breaks?\. |^.*?links\. /, ''),
        related.map(({ caption, path, start }) => `${caption} ${path}:${start.line}`),
      ]),
    ];
  } finally {
    await extractor.dispose();
  }
}

describe('planBreaks', () => {
  it('lowers a break that was deprecated long enough and is announced', async () => {
    const notes = { 'CHANGELOG.md': '# Changelog\n\n## 3.0.0\n- Removed `Orders.total`, use `sum`.\n' };
    assert.deepEqual(await found({ [path]: deprecated, 'CHANGELOG.md': '# Changelog\n' }, { [path]: gone, ...notes }, '2026-01-02'), [
      [`${path}:8`],
      [
        'note',
        'planned',
        'It is deprecated since 2026-01-02, and CHANGELOG.md announces it.',
        [`it was here ${path}:9`, `it was deprecated here ${path}:8`],
      ],
    ]);
  });

  it('lowers a break of what is marked as a preview, or stands in such a type', async () => {
    const marked = (type: string, member = '', more = 'public long total() { return 1; }'): Texts => ({
      [path]: `package com.acme;\n\n${type}\npublic class Orders {\n  public long sum() { return 1; }\n  ${member}${more}\n}\n`,
    });
    for (const [type, member, mark] of [
      ['@Experimental', '', '@Experimental'],
      ['', '@Incubating ', '@Incubating'],
      ['@API(status = API.Status.EXPERIMENTAL)', '', '@API'],
      ['/** @beta */', '', '@beta'],
    ] as const)
      assert.deepEqual(await found(marked(type, member), marked(type, '', '')), [
        [],
        [
          'warning',
          'partly',
          `It is marked as one that may change (\`${mark}\`); but no changelog entry names it.`,
          [`it was here ${path}:6`],
        ],
      ]);
    assert.deepEqual(await found(marked('@Stable'), marked('@Stable', '', '')), [
      [],
      [
        'error',
        'none',
        'The public method `Orders.total()` is gone: code that calls it neither compiles nor links.',
        [`it was here ${path}:6`],
      ],
    ]);
  });

  it('lowers it further where it is announced', async () => {
    const base = {
      [path]: 'package com.acme;\n\n@Beta\npublic class Orders {\n  public long total() { return 1; }\n}\n',
      'CHANGELOG.md': '# Changelog\n',
    };
    const head = {
      [path]: 'package com.acme;\n\n@Beta\npublic class Orders {\n}\n',
      'CHANGELOG.md': '# Changelog\n\n## 3.0.0\n- Removed `Orders.total`.\n',
    };
    assert.deepEqual(await found(base, head), [
      [],
      ['note', 'planned', 'It is marked as one that may change (`@Beta`), and CHANGELOG.md announces it.', [`it was here ${path}:5`]],
    ]);
  });

  it('says what is missing where it was only deprecated', async () => {
    assert.deepEqual(await found({ [path]: deprecated }, { [path]: gone }, '2026-07-02'), [
      [`${path}:8`],
      [
        'warning',
        'partly',
        'It is deprecated since 2026-07-02; but 6 months of notice are asked for, and no changelog entry names it.',
        [`it was here ${path}:9`, `it was deprecated here ${path}:8`],
      ],
    ]);
  });

  it('takes an old changelog entry for no announcement', async () => {
    const old = { 'CHANGELOG.md': '- Added `Orders.total`.\n' };
    const now = { 'CHANGELOG.md': '- Added `Orders.total`.\n- Mended the subtotal.\n' };
    const base = deprecated.replace('  @Deprecated\n', '').replace(/ {3}\* @deprecated.*\n/, '');
    const [asked, finding] = await found({ [path]: base, ...old }, { [path]: gone, ...now });
    assert.deepEqual([asked, (finding as unknown[]).slice(0, 2)], [[], ['error', 'none']]);
  });

  it('asks the overload that changed, not the first of its name', async () => {
    const constructors = (thrown: string): string => `package com.acme;

public class Orders {
  private Orders(long first) {}

  /** Of a list. */
  public Orders(String[] all)${thrown} {}

  @Deprecated
  public Orders(String name)${thrown} {}
}
`;
    const signatures = rules.filter(({ id }) => id === 'compatibility/changed-signature');
    const texts = [constructors(''), constructors(' throws java.io.IOException')] as const;
    assert.deepEqual(await found({ [path]: texts[0] }, { [path]: texts[1] }, '2026-01-02', signatures), [
      [`${path}:9`],
      [
        'error',
        'none',
        'The public constructor `Orders.Orders(String[])` throws `IOException` now: callers no longer compile until they handle it.',
        [`it was declared so ${path}:7`],
      ],
      [
        'warning',
        'partly',
        'The public constructor `Orders.Orders(String)` throws `IOException` now: callers no longer compile until they handle it. It is deprecated since 2026-01-02; but no changelog entry names it.',
        [`it was declared so ${path}:10`, `it was deprecated here ${path}:9`],
      ],
    ]);
  });

  it('takes the deprecation of one overload for none of another that is gone', async () => {
    const first = '  @Deprecated\n  public long total(int year) {\n    return 1;\n  }\n\n';
    const [asked, finding] = await found(
      { [path]: gone.replace('Orders {\n', `Orders {\n${first}  public long total(String year) {\n    return 2;\n  }\n\n`) },
      { [path]: gone.replace('Orders {\n', `Orders {\n${first.replace('return 1', 'return 3')}`) },
    );
    assert.deepEqual([asked, (finding as unknown[]).slice(0, 2)], [[], ['error', 'none']]);
  });
});
