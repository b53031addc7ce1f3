import * as z from 'zod/mini';
import { quotedCode } from '../../base/shortened.ts';
import { literalNumber } from '../../code/flow/literal-number.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { Call, Expression } from '../../code/expression.ts';
import type { TestFact } from '../../code/facts.ts';
import { bare, callsIn, dottedName, isWithin, visitsOf, type Visited } from '../../code/walk.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { javaTest, scriptTest } from './quality/examples.ts';
import { liveCases, testFinding, titled } from './quality/test-finding.ts';

export const sleepInTest = defineFileRule({
  id: 'tests/sleep-in-test',
  title: 'A test waits for a fixed time',
  reason:
    'However long it is, the time is too long on most machines and too short on a busy one: the tests get slow, and now and then one fails for no reason. After that nobody believes a red run.',
  remedy:
    'Wait for what is to happen: a latch, `await`ing the promise, `Awaitility.await().until(…)`, `vi.waitFor`, `waitFor`. Where time itself is the subject, move a clock of the test: fake timers, a fixed `Clock`.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    { title: 'Sonar RSPEC-2925: Thread.sleep should not be used in tests', url: 'https://rules.sonarsource.com/java/RSPEC-2925/' },
    {
      title: 'Martin Fowler: Eradicating Non-Determinism in Tests',
      url: 'https://martinfowler.com/articles/nonDeterminism.html#AsynchronousBehavior',
    },
  ],
  limits:
    'A pause within a loop asks again and again, one in a function that is handed on plays slow work, and less than twenty milliseconds give way to others: these are left alone, as are tests whose title or whose clock says that time is the subject.',
  examples: [
    edited(
      'the thread sleeps',
      'src/test/java/CartTest.java',
      javaTest(),
      javaTest('cart.pay();', 'Thread.sleep(500);', 'assertTrue(cart.isPaid());'),
      ['9 The test “totalsUp” waits with `Thread.sleep(500)`: too long on most machines, too short on a busy one.'],
    ),
    edited(
      'the thread asks again and again',
      'src/test/java/CartTest.java',
      javaTest(),
      javaTest('cart.pay();', 'while (!cart.isPaid()) {', '  Thread.sleep(20);', '}', 'assertTrue(cart.isPaid());'),
    ),
    edited(
      'a timer is awaited',
      'test/cart.test.ts',
      scriptTest(),
      scriptTest('cart.pay();', 'await new Promise((resolve) => setTimeout(resolve, 500));', 'expect(cart.isPaid()).toBe(true);'),
      [
        '5 The test “totals up” waits with `new Promise((resolve) => setTimeout(resolve, 500))`: too long on most machines, too short on a busy one.',
      ],
    ),
    edited(
      'slow work is played',
      'test/cart.test.ts',
      scriptTest(),
      scriptTest('const bank = async () => { await delay(100); return 3; };', 'expect(await cart.pay(bank)).toBe(3);'),
    ),
    edited(
      'a delay is awaited',
      'test/cart.test.js',
      scriptTest(),
      scriptTest('cart.pay();', 'await delay(200);', 'expect(cart.isPaid()).toBe(true);'),
      ['5 The test “totals up” waits with `delay(200)`: too long on most machines, too short on a busy one.'],
    ),
    edited(
      'the timers are the test’s own',
      'test/cart.test.js',
      scriptTest(),
      scriptTest('vi.useFakeTimers();', 'cart.pay();', 'await delay(200);', 'expect(cart.isPaid()).toBe(true);'),
    ),
  ],
  options: z.object({}),
  *check(file) {
    for (const test of liveCases(file)) {
      const pauses = visitsOf(test.body, 'call', 'new').filter((visited) => isPause(visited, file) && !isWithin(visited, isElsewhere));
      if (pauses.length === 0 || isAboutTime(test, file)) continue;
      for (const { node } of pauses)
        yield testFinding(
          file,
          test,
          node.range,
          `The test ${titled(test)} waits with ${quotedCode(file.text.slice(node.range.start, node.range.end))}: too long on most machines, too short on a busy one.`,
        );
    }
  },
});

function isElsewhere({ kind }: { readonly kind: string }): boolean {
  return kind === 'loop' || kind === 'function' || kind === 'functions';
}

function isPause(visited: Visited, file: SourceFile): boolean {
  const { node, parent } = visited;
  if (file.facts?.language === 'java') return node.kind === 'call' && isSleep(node);
  const isAwaited = parent?.node.kind === 'await';
  if (node.kind === 'new') return isAwaited && node.type === 'Promise' && isTimer(node.arguments[0]);
  if (node.kind !== 'call') return false;
  const [time] = node.arguments;
  if (node.receiver) return isPauseOfBrowser(node) && time !== undefined && isTime(time) && isLong(time);
  return isAwaited && isDelay(node, file);
}

function isPauseOfBrowser({ receiver, name }: Call): boolean {
  return /^(?:cy\.wait|page\.waitForTimeout|browser\.pause)$/.test(`${(receiver && dottedName(receiver)) ?? ''}.${name}`);
}

function isSleep({ name, receiver, arguments: [time] }: Call): boolean {
  const on = receiver && dottedName(receiver);
  if (on === 'Thread' && name === 'sleep') return isLong(time);
  return (on !== undefined && /^TimeUnit\.\w+$/.test(on) && name === 'sleep') || name === 'sleepUninterruptibly';
}

/** `(resolve) => setTimeout(resolve, 500)`. */
function isTimer(executor: Expression | undefined): boolean {
  if (executor?.kind !== 'function' || executor.body.length !== 1) return false;
  const [only] = executor.body;
  const value = only?.kind === 'return' || only?.kind === 'expression' ? only.value : undefined;
  return value?.kind === 'call' && value.name === 'setTimeout' && value.arguments[0]?.kind === 'name' && isLong(value.arguments[1]);
}

function isDelay({ name, arguments: [time, ...rest] }: Call, { facts }: SourceFile): boolean {
  if (name === 'setTimeout')
    return facts?.imports.some(({ local, source }) => local === name && source.endsWith('timers/promises')) === true && isLong(time);
  return (
    /^(?:sleep|delay|pause|wait|timeout)(?:Ms|Millis|For)?$/.test(name) &&
    rest.length === 0 &&
    time !== undefined &&
    isLong(time) &&
    isTime(time)
  );
}

/** A number, or a name of one: no function and no text. */
function isTime(time: Expression): boolean {
  return literalNumber(bare(time)) !== undefined || bare(time).kind === 'name';
}

/** Shorter pauses let others run. */
const leastMillis = 20;

function isLong(time: Expression | undefined): boolean {
  return time !== undefined && (literalNumber(bare(time)) ?? leastMillis) >= leastMillis;
}

/** Whether time is what the test is about, or is its own. */
function isAboutTime({ titles, body }: TestFact, { text }: SourceFile): boolean {
  return (
    /time|watch|clock|fast|quick|delay|debounc|throttl|expir|ttl|interval|sleep|wait|schedul|polling|rate.?limit|backoff|slow|durat|elaps|concurren|race/i.test(
      titles.join(' '),
    ) ||
    /\buseFakeTimers\b|\bmock\.timers\b|\bfakeTimers\b|\bTestScheduler\b/.test(text) ||
    callsIn(body).some(({ name, receiver }) => clocks.test(receiver ? `${dottedName(receiver) ?? ''}.${name}` : name))
  );
}

const clocks =
  /^(?:(?:Date|performance|Instant|LocalDateTime|process)\.(?:now|hrtime)|System\.(?:nanoTime|currentTimeMillis)|timeSpan|\w*[sS]topwatch\w*\.\w+)$/;
