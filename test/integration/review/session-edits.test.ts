import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import { review } from '../../../src/review/review.ts';
import { ReviewSession } from '../../../src/review/session/session.ts';
import { rules } from '../../../src/rules/index.ts';
import { extractorOfCheckout, savedIn, standardOf } from '../../unit/review/reviewing.ts';
import { edits, pick, randomFrom } from './random-edits.ts';

const seeds = [11, 12, 13];
const savesEach = 24;

const main = 'src/main/java/shop';
const tests = 'src/test/java/shop';

const java = (name: string, members: string, imports = ''): string => `package shop;\n\n${imports}public class ${name} {\n${members}}\n`;
const testOf = (name: string, ...cases: readonly string[]): string =>
  java(
    `${name}Tests`,
    cases
      .map(
        (each, index) =>
          `  @Test\n  void ${each.replace(/\W.*$/, '')}${String(index)}() {\n    assertEquals(3, new ${name}().${each});\n  }\n`,
      )
      .join(''),
    'import org.junit.jupiter.api.Test;\nimport static org.junit.jupiter.api.Assertions.assertEquals;\n\n',
  );

/** What is remembered from save to save has a part in it: safeguards, constants, renamed and moved functions, tests of several files, columns, resolvers, supertypes. */
const base: Readonly<Record<string, string>> = {
  [`${main}/Limits.java`]: java('Limits', '  public static final int MOST_ITEMS = 3;\n'),
  [`${main}/Basket.java`]: java(
    'Basket extends Holder',
    '  public int total(int amount) {\n    if (amount > 3) throw new IllegalArgumentException("too many");\n    return amount;\n  }\n\n  public int sizeOfAll() {\n    return 3;\n  }\n',
  ),
  [`${main}/Holder.java`]: java('Holder', '  public int sizeOfAll() {\n    return 1;\n  }\n'),
  [`${main}/Billing.java`]: java(
    'Billing',
    '  @PreAuthorize("hasRole(\'CLERK\')")\n  public int billAll(int count) {\n    return new Basket().total(count);\n  }\n\n  @QueryMapping\n  public int orders() {\n    return 1;\n  }\n',
  ),
  [`${main}/Item.java`]: java('Item', '  private String name;\n').replace('public class', '@Entity\npublic class'),
  [`${tests}/BasketTests.java`]: testOf('Basket', 'total(3)', 'sizeOfAll()'),
  [`${tests}/BillingTests.java`]: testOf('Billing', 'billAll(3)'),
  [`${tests}/OtherTests.java`]: testOf('Other', 'handlesNothing()'),
  'src/main/resources/schema.graphqls': 'type Query {\n  orders: Int\n}\n',
  'db/migration/V1__items.sql': 'create table item (name text);\n',
};

const head: Readonly<Record<string, string>> = {
  ...base,
  [`${main}/Limits.java`]: java('Limits', '  public static final int MOST_ITEMS = 4;\n'),
  [`${main}/Basket.java`]: java(
    'Basket extends Holder',
    '  public int total(int amount, int rebate) {\n    if (amount > Limits.MOST_ITEMS) throw new IllegalStateException("too many");\n    return amount - rebate;\n  }\n\n  public int refundEverything(int amount) {\n    if (amount < 0) throw new IllegalArgumentException("negative");\n    return amount;\n  }\n',
  ),
  [`${main}/Billing.java`]: java(
    'Billing',
    '  public int billEverything(int count) {\n    return new Basket().total(count, 0) + new Basket().refundEverything(count);\n  }\n',
  ),
  [`${main}/Item.java`]: java('Item', '  private String name;\n  private String colour;\n').replace(
    'public class',
    '@Entity\npublic class',
  ),
  [`${tests}/BasketTests.java`]: testOf('Basket', 'total(3, 0)'),
  [`${tests}/BillingTests.java`]: testOf('Billing', 'billEverything(3)', 'refundEverything(1)'),
  [`${tests}/OtherTests.java`]: testOf('Other', 'handlesNothing()', 'refundEverything(0)'),
};

describe('a session on a change of many kinds', () => {
  for (const seed of seeds) {
    it(`gives after each of many saves what a new review would give (${String(seed)})`, async () => {
      const random = randomFrom(seed);
      const extractor = extractorOfCheckout();
      const common = { standard: standardOf(rules), rules, now: new Date('2026-08-10') };
      const session = new ReviewSession({ changeSet: inMemoryChangeSet(base, head), ...common }, extractor);
      const first = await session.start();
      assert.ok(first.findings.length > 5);
      const changed = Object.keys(head).filter((path) => head[path] !== base[path]);
      const texts: Record<string, string> = { ...head };
      const done: string[] = [];
      for (let save = 0; save < savesEach; save++) {
        const path = pick(changed, random);
        const name = pick(Object.keys(edits), random);
        const other = texts[pick(changed, random)] ?? '';
        const text = edits[name]?.({ now: texts[path] ?? '', base: base[path], first: head[path] ?? '', other }, random) ?? '';
        texts[path] = text;
        done.push(`${path} ${name}`);
        const updated = await savedIn(session, path, text);
        const anew = await review({ changeSet: inMemoryChangeSet(base, texts), ...common }, extractor);
        assert.deepEqual(updated, anew, done.join('\n'));
      }
      await extractor.dispose();
    });
  }
});
