import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A git repository in a temporary folder with a change worth reviewing: `main`, and `feature`, which is checked out. */
export interface OrdersRepository {
  readonly folder: string;
  git(...args: string[]): string;
  write(path: string, text: string): void;
  remove(): void;
}

/** Only the rules that the tests are about, so that a new rule changes none of them. */
const standard = `name: acme
rules:
  "*": off
  compatibility/changed-signature: error
  compatibility/removed-public-symbol: error
  readability/commented-out-code: note
  robustness/swallowed-error: warning
  security/disabled-tls-verification: error
  security/hardcoded-secret: error
  tests/skipped-or-focused-test: warning
`;

const packageJson = `{
  "name": "acme-orders",
  "version": "2.4.0",
  "type": "module",
  "exports": "./src/index.ts",
  "scripts": { "test": "mocha test" }
}
`;

const indexBefore = `export { roundUp } from './rounding.ts';
export { OrderStore } from './store.ts';
export { findOrder, totalOf } from './orders.ts';
`;

const indexAfter = indexBefore.replace("export { roundUp } from './rounding.ts';\n", '');

const rounding = `/** A price in whole cents. */
export function roundUp(price: number): number {
  return Math.ceil(price * 100) / 100;
}
`;

// In parts, lest a scanner of secrets stops at this file.
const key = ['sk', 'live', '4eC39HqLyjWDarjtT1zdp7dc'].join('_');

const regionsAfter = `const apiKey = '${key}';

/** The regions that orders are kept in. */
export function regions(): Promise<Response> {
  return fetch('https://regions.acme.example/v1', { headers: { authorization: apiKey } });
}
`;

const ordersBefore = `import type { OrderStore } from './store.ts';

export interface Order {
  readonly id: string;
  readonly lines: readonly { readonly price: number; readonly count: number }[];
}

/** The order with an id, or undefined. */
export async function findOrder(store: OrderStore, id: string): Promise<Order | undefined> {
  return store.get(id);
}

/** What an order costs. */
export function totalOf(order: Order): number {
  return order.lines.reduce((sum, line) => sum + line.price * line.count, 0);
}
`;

const ordersAfter = `import type { OrderStore } from './store.ts';

export interface Order {
  readonly id: string;
  readonly lines: readonly { readonly price: number; readonly count: number }[];
}

/** The order with an id, or undefined. */
export async function findOrder(store: OrderStore, id: string, region: string): Promise<Order | undefined> {
  try {
    const order: Order = await store.get(\`\${region}/\${id}\`);
    store.remember(order);
    return order;
  } catch (error) {
  }
}

/** What an order costs. */
export function totalOf(order: Order): number {
  // const discount = order.lines.length > 10 ? 0.9 : 1;
  // return discount * order.lines.reduce((sum, line) => sum + line.price * line.count, 0);
  return order.lines.reduce((sum, line) => sum + line.price * line.count, 0);
}
`;

const storeBefore = `import https from 'node:https';

export class OrderStore {
  readonly #agent = new https.Agent({ keepAlive: true });

  get agent(): https.Agent {
    return this.#agent;
  }

  remember(order: object): void {
    Object.freeze(order);
  }

  async get(id: string): Promise<never> {
    throw new Error(\`There is no order \${id}\`);
  }
}
`;

const storeAfter = storeBefore.replace('{ keepAlive: true }', '{ keepAlive: true, rejectUnauthorized: false }');

const testBefore = `import assert from 'node:assert/strict';
import { totalOf } from '../src/orders.ts';

describe('totalOf', () => {
  it('adds up the lines', () => {
    assert.equal(totalOf({ id: '1', lines: [{ price: 2, count: 3 }] }), 6);
  });

  it('is nothing without lines', () => {
    assert.equal(totalOf({ id: '1', lines: [] }), 0);
  });
});
`;

const testAfter = testBefore.replace("it('adds up", "it.only('adds up");

const before = {
  'package.json': packageJson,
  'plumbline.yaml': standard,
  'src/index.ts': indexBefore,
  'src/orders.ts': ordersBefore,
  'src/rounding.ts': rounding,
  'src/store.ts': storeBefore,
  'test/orders.test.ts': testBefore,
};
const after = {
  'src/index.ts': indexAfter,
  'src/orders.ts': ordersAfter,
  'src/regions.ts': regionsAfter,
  'src/store.ts': storeAfter,
  'test/orders.test.ts': testAfter,
};

/** The change as commits: base on `main`, head on `feature`. */
export function createOrdersRepository(): OrdersRepository {
  const repository = createRepository();
  writeAll(repository, before);
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--message', 'Sell orders');
  repository.git('switch', '--quiet', '--create', 'feature');
  writeAll(repository, after);
  repository.git('rm', '--quiet', 'src/rounding.ts');
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--message', 'Keep orders by region');
  return repository;
}

/** An empty repository with the branch `main`. */
export function createRepository(): OrdersRepository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-orders-')));
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Plumbline', '-c', 'user.email=tests@plumbline.invalid', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  git('init', '--quiet', '--initial-branch=main');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  return {
    folder,
    git,
    write,
    remove: () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function writeAll(repository: OrdersRepository, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
}
