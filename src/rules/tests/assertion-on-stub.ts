import * as z from 'zod/mini';
import { quotedCode } from '../../base/shortened.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { Call } from '../../code/expression.ts';
import type { TestFact } from '../../code/facts.ts';
import { bare, callsIn, foldedText, visitsOf } from '../../code/walk.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { checksOf, type Check } from './quality/checks.ts';
import { javaTest, scriptTest } from './quality/examples.ts';
import { stubsIn } from './quality/stubs.ts';
import { liveCases, testFinding, titled } from './quality/test-finding.ts';

export const assertionOnStub = defineFileRule({
  id: 'tests/assertion-on-stub',
  title: 'A test checks what it stubbed itself',
  reason:
    'The test tells a mock what to answer, asks the mock, and asserts that answer. Only the mocking library is tested: the code may do anything. It happens where the thing under test is mocked itself.',
  remedy: 'Call the real thing, and stub only what it depends on.',
  severity: 'warning',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    { title: 'Mockito: how to write good tests', url: 'https://github.com/mockito/mockito/wiki/How-to-write-good-tests' },
    {
      title: 'Testing on the Toilet: Don’t Overuse Mocks',
      url: 'https://testing.googleblog.com/2013/05/testing-on-toilet-dont-overuse-mocks.html',
    },
  ],
  limits: 'Only where the same call is stubbed and asserted in one test. Files that are about mocks by their name are left alone.',
  examples: [
    edited(
      'a mock is asked for its own answer',
      'src/test/java/CartTest.java',
      javaTest(),
      javaTest('Cart cart = mock(Cart.class);', 'when(cart.total()).thenReturn(3);', 'assertEquals(3, cart.total());'),
      ['10 The test “totalsUp” checks what it stubbed itself: `cart.total()` answers what line 9 says, whatever the code does.'],
    ),
    edited(
      'what depends on the mock is asked',
      'src/test/java/CartTest.java',
      javaTest(),
      javaTest('Prices prices = mock(Prices.class);', 'when(prices.of("a")).thenReturn(3);', 'assertEquals(3, new Cart(prices).total());'),
    ),
    edited(
      'a spied method is asked',
      'test/cart.test.ts',
      scriptTest(),
      scriptTest('const cart = new Cart();', "vi.spyOn(cart, 'total').mockReturnValue(3);", 'expect(cart.total()).toBe(3);'),
      ['6 The test “totals up” checks what it stubbed itself: `cart.total()` answers what line 5 says, whatever the code does.'],
    ),
    edited(
      'what calls the spied method is asked',
      'test/cart.test.ts',
      scriptTest(),
      scriptTest('const cart = new Cart();', "vi.spyOn(cart, 'total').mockReturnValue(3);", "expect(cart.print()).toBe('3');"),
    ),
    edited(
      'a mock function is asked',
      'test/cart.test.js',
      scriptTest(),
      scriptTest('const total = vi.fn().mockReturnValue(3);', 'expect(total()).toBe(3);'),
      ['5 The test “totals up” checks what it stubbed itself: `total()` answers what line 4 says, whatever the code does.'],
    ),
    edited(
      'a mock function is handed on',
      'test/cart.test.js',
      scriptTest(),
      scriptTest('const price = vi.fn().mockReturnValue(3);', 'expect(new Cart(price).total()).toBe(3);'),
    ),
  ],
  options: z.object({}),
  *check(file) {
    if (/mock|spy|stub|fake|double/i.test(file.path)) return;
    for (const test of liveCases(file)) {
      const stubs = stubsIn(test.body, file);
      if (stubs.length === 0 || triesRestoring(test)) continue;
      for (const check of checksOf(test)) {
        const call = askedCall(check, file);
        const text = call && calleeText(call, file);
        const stub = stubs.findLast(({ callee, range }) => callee === text && call !== undefined && range.end <= call.range.start);
        if (!call || !stub) continue;
        const { line } = file.lines.position(stub.range.start);
        yield {
          ...testFinding(
            file,
            test,
            check.visited.node.range,
            `The test ${titled(test)} checks what it stubbed itself: ${quotedCode(file.text.slice(call.range.start, call.range.end))} answers what line ${line} says, whatever the code does.`,
          ),
          related: [{ file, range: stub.range, caption: 'it is stubbed here' }],
        };
      }
    }
  },
});

/** Whether a stub is taken away again in the midst of the test: it is stubbing that the test is about. */
function triesRestoring({ body }: TestFact): boolean {
  return callsIn(body).some(({ name }) => /^(?:restore|mockRestore|mockReset|restoreAllMocks|\w{1,20}AndRestore)$/.test(name));
}

/** The call whose result an assertion is about; not one that is handed to another call. */
function askedCall({ chain, fact, visited: { node } }: Check, file: SourceFile): Call | undefined {
  if (fact.kind === 'interaction' || fact.kind === 'throws') return undefined;
  const start = chain.calls.find(({ call }) => /^(?:expect|assertThat)$/.test(call.name))?.call ?? node;
  const given = start.kind === 'call' ? start.arguments.map(bare) : [];
  const asked = given.find((each) => each.kind === 'call' && calleeText(each, file) !== undefined);
  return asked?.kind === 'call' ? asked : undefined;
}

/** `cart.total` for `cart.total(1)`. */
function calleeText({ nameRange, receiver, range, name }: Call, { text }: SourceFile): string | undefined {
  if (name === '' || (receiver && visitsOf([receiver], 'call').length > 0)) return undefined;
  return foldedText(text, { start: range.start, end: nameRange.end });
}
