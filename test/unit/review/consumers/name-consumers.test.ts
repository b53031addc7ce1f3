import assert from 'node:assert/strict';
import { rules } from '../../../../src/rules/index.ts';
import type { Texts } from '../../../../src/change/in-memory.ts';
import { reviewTexts } from '../reviewing.ts';

const removed = rules.filter(({ id }) => id === 'compatibility/removed-public-symbol' || id === 'compatibility/changed-signature');

/** Where each break is still used, `path:line`. */
async function stillUsed(base: Texts, head: Texts, unchanged: Texts): Promise<Record<string, readonly string[]>> {
  const { findings } = await reviewTexts({ ...base, ...unchanged }, { ...head, ...unchanged }, removed);
  return Object.fromEntries(
    findings.map(({ symbol, related }) => [
      symbol?.qualifiedName ?? '',
      related.filter(({ caption }) => caption === 'still used here').map(({ path, start }) => `${path}:${start.line}`),
    ]),
  );
}

const orders = 'src/main/java/com/acme/Orders.java';
const before = `package com.acme;
public class Orders {
  public long total() { return 1; }
  public long sum() { return 1; }
}
`;

describe('nameConsumers', () => {
  it('names who calls a removed method, by the type of what it is called on', async () => {
    const after = before.replace('  public long total() { return 1; }\n', '');
    const unchanged = {
      'src/main/java/com/acme/Near.java':
        'package com.acme;\nclass Near {\n  long a(Orders orders, Baskets baskets) {\n    return baskets.total() + orders.total();\n  }\n}\n',
      'src/main/java/com/acme/web/Far.java':
        'package com.acme.web;\nimport com.acme.Orders;\nclass Far {\n  private Orders orders;\n  long a() {\n    return orders\n      .total();\n  }\n}\n',
      'src/main/java/com/other/Orders.java':
        'package com.other;\nclass User {\n  long a(Orders orders) {\n    return orders.total();\n  }\n}\n',
    };
    assert.deepEqual(await stillUsed({ [orders]: before }, { [orders]: after }, unchanged), {
      'com.acme.Orders.total': ['src/main/java/com/acme/Near.java:4', 'src/main/java/com/acme/web/Far.java:7'],
    });
  });

  it('names who imports a removed type, or uses it beside it', async () => {
    const unchanged = {
      'src/main/java/com/acme/Near.java': 'package com.acme;\nclass Near {\n  Object a() {\n    return new Orders();\n  }\n}\n',
      'src/main/java/com/acme/web/Far.java': 'package com.acme.web;\nimport com.acme.Orders;\nclass Far extends Orders {}\n',
      'src/main/java/com/other/Other.java': 'package com.other;\nimport com.third.Orders;\nclass Other extends Orders {}\n',
    };
    assert.deepEqual(await stillUsed({ [orders]: before }, {}, unchanged), {
      'com.acme.Orders': ['src/main/java/com/acme/Near.java:4', 'src/main/java/com/acme/web/Far.java:2'],
    });
  });

  it('leaves a file of the old package alone that imports the type from where it is now', async () => {
    const near = (header: string): Texts => ({
      'src/main/java/com/acme/Near.java': `package com.acme;\n${header}class Near {\n  Orders a() {\n    return new Orders();\n  }\n}\n`,
    });
    const moved = before.replace('package com.acme', 'package com.acme.held');
    const base = { [orders]: before, ...near('') };
    const head = { 'src/main/java/com/acme/held/Orders.java': moved, ...near('import com.acme.held.Orders;\n') };
    assert.deepEqual(await stillUsed(base, head, {}), { 'com.acme.Orders': [] });
  });

  it('names only calls that no longer fit a changed signature', async () => {
    const after = before.replace('total()', 'total(int tax)');
    const unchanged = {
      'src/main/java/com/acme/Near.java':
        'package com.acme;\nclass Near {\n  long a(Orders orders) {\n    return orders.total();\n  }\n  long b(Orders orders) {\n    return orders.total(1);\n  }\n}\n',
    };
    assert.deepEqual(await stillUsed({ [orders]: before }, { [orders]: after }, unchanged), {
      'com.acme.Orders.total': ['src/main/java/com/acme/Near.java:4'],
    });
    const script = {
      'package.json': '{ "name": "orders", "exports": "./src/orders.js" }',
      'src/index.ts': "export { total } from './orders.js';\n",
      'src/near.ts': "import { total } from './orders.js';\nexport const a = total();\nexport const b = total(1);\n",
    };
    const code = (parameters: string) => ({ 'src/orders.ts': `export function total(${parameters}) {\n  return 1;\n}\n` });
    assert.deepEqual(await stillUsed(code(''), code('tax: number'), script), { total: ['src/near.ts:2'] });
  });

  it('names who imports a removed export from the same file', async () => {
    const unchanged = {
      'package.json': '{ "name": "orders", "exports": "./src/orders.js" }',
      'src/near.ts': "import { total } from './orders.js';\nexport const a = total();\n",
      'src/deep/far.ts': "import { sum } from '../orders';\nexport { total as b } from '../orders';\n",
      'src/other.ts': "import { total } from './other-orders.js';\nexport const c = total();\n",
    };
    const base = { 'src/orders.ts': 'export const sum = () => 1;\nexport function total() {\n  return 1;\n}\n' };
    assert.deepEqual(await stillUsed(base, { 'src/orders.ts': 'export const sum = () => 1;\n' }, unchanged), {
      total: ['src/deep/far.ts:2', 'src/near.ts:1'],
    });
  });

  const workspace = (name: string, isPrivate: boolean): Texts => ({
    'package.json': '{ "private": true, "workspaces": ["packages/*"] }',
    'packages/orders/package.json': `{ "name": "${name}", "private": ${String(isPrivate)}, "exports": "./src/orders.js" }`,
    'packages/shop/package.json': `{ "name": "shop", "dependencies": { "${name}": "*" } }`,
  });
  const withTotal = { 'packages/orders/src/orders.ts': 'export const sum = () => 1;\nexport function total() {\n  return 1;\n}\n' };
  const withoutTotal = { 'packages/orders/src/orders.ts': 'export const sum = () => 1;\n' };

  it('names who imports it by the name of its package', async () => {
    const unchanged = { ...workspace('@acme/orders', true), 'packages/shop/src/a.ts': "import { total } from '@acme/orders';\n" };
    assert.deepEqual(await stillUsed(withTotal, withoutTotal, unchanged), { total: ['packages/shop/src/a.ts:1'] });
  });

  it('is less sure of a break in a private package that nothing here uses', async () => {
    const told = async (isPrivate: boolean): Promise<readonly string[]> => {
      const unchanged = { ...workspace('@acme/orders', isPrivate), 'packages/shop/src/a.ts': "import { sum } from '@acme/orders';\n" };
      const { findings } = await reviewTexts({ ...withTotal, ...unchanged }, { ...withoutTotal, ...unchanged }, removed);
      return findings.map(({ confidence, message }) => `${confidence} ${message}`);
    };
    assert.deepEqual(await told(false), ['high The public function `total` is gone: code that calls it breaks.']);
    assert.deepEqual(await told(true), [
      'low The public function `total` is gone: code that calls it breaks. But its package is private, and nothing in this repository is seen to use it as it was.',
    ]);
  });
});
