import { sleepInTest as rule } from '../../../../src/rules/tests/sleep-in-test.ts';
import { fileCases } from '../rule-cases.ts';
import { javaBodies, scriptBodies } from './quality-cases.ts';

const says = (code: string): string => `The test “adds” waits with \`${code}\`: too long on most machines, too short on a busy one.`;

describe('tests/sleep-in-test in Java', () => {
  javaBodies(rule, [
    ['finds a thread that sleeps', ['cart.pay();', 'Thread.sleep(500);', 'assertTrue(cart.isPaid());'], [`2 ${says('Thread.sleep(500)')}`]],
    ['finds a unit that sleeps', ['TimeUnit.SECONDS.sleep(1);'], [`1 ${says('TimeUnit.SECONDS.sleep(1)')}`]],
    ['finds a product', ['Thread.sleep(2 * 1000L);'], [`1 ${says('Thread.sleep(2 * 1000L)')}`]],
    ['leaves a loop that asks alone', ['while (!cart.isPaid()) {', '  Thread.sleep(50);', '}'], []],
    ['leaves work that is played alone', ['cart.pay(() -> {', '  Thread.sleep(500);', '  return 3;', '});'], []],
    ['leaves a moment alone', ['Thread.sleep(1);'], []],
    [
      'leaves a measured time alone',
      ['long start = System.nanoTime();', 'Thread.sleep(500);', 'assertTrue(System.nanoTime() > start);'],
      [],
    ],
    ['leaves waiting for something alone', ['assertTrue(latch.await(5, TimeUnit.SECONDS));', 'await().until(cart::isPaid);'], []],
  ]);
  javaBodies(rule, [['leaves a test about time alone', ['Thread.sleep(500);'], []]], 'expiresAfterSomeTime');
});

for (const [language, path] of [
  ['TypeScript', 'test/cart.test.ts'],
  ['JavaScript', 'test/cart.test.js'],
] as const)
  describe(`tests/sleep-in-test in ${language}`, () => {
    const timer = 'new Promise((resolve) => setTimeout(resolve, 100))';
    scriptBodies(rule, path, [
      ['finds a timer that is awaited', [`await ${timer};`], [`1 ${says(timer)}`]],
      ['finds a delay', ['await sleep(250);'], [`1 ${says('sleep(250)')}`]],
      [
        'finds Cypress and Playwright',
        ['cy.wait(1000);', 'await page.waitForTimeout(500);'],
        [`1 ${says('cy.wait(1000)')}`, `2 ${says('page.waitForTimeout(500)')}`],
      ],
      ['leaves a moment alone', ['await new Promise((resolve) => setTimeout(resolve, 0));', 'await delay(1);'], []],
      [
        'leaves work that is played alone',
        [`const bank = async () => { await ${timer}; return 3; };`, 'expect(await cart.pay(bank)).toBe(3);'],
        [],
      ],
      ['leaves a loop that asks alone', ['while (!cart.isPaid) await delay(50);'], []],
      ['leaves timers of the test alone', ['vi.useFakeTimers();', `await ${timer};`], []],
      [
        'leaves waiting for something alone',
        ['await vi.waitFor(() => expect(cart.isPaid).toBe(true));', "cy.wait('@pay');", 'await wait(cart.paid());'],
        [],
      ],
    ]);
    scriptBodies(rule, path, [['leaves a test about time alone', [`await ${timer};`], []]], 'is called once when debounced');
    fileCases(rule, path, [
      [
        'finds Node’s timer',
        '',
        "import { setTimeout } from 'node:timers/promises';\n\nit('adds', async () => {\n  await setTimeout(100);\n});\n",
        [`4 ${says('setTimeout(100)')}`],
      ],
    ]);
  });
