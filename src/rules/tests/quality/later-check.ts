import { chainOf, type Chain } from '../../../code/chain.ts';
import type { Call, Member } from '../../../code/expression.ts';
import type { TestFact } from '../../../code/facts.ts';
import { visitsOf } from '../../../code/walk.ts';
import { checksOf } from './checks.ts';
import { countsAssertions } from './test-finding.ts';

/**
 * Whether a statement of a test checks only when it is over: an assertion that answers with a promise, or a promise in whose callbacks assertions stand,
 * then with the end of what comes before those.
 */
export function laterCheck(value: Call | Member, test: TestFact): 'itself' | number | undefined {
  const chain = chainOf(value);
  if (isPromised(chain, test)) return 'itself';
  return value.kind === 'call' ? checkedInCallback(value, chain, test) : undefined;
}

/** Of Playwright's, those that ask a page again and again. */
const retrying =
  /^to(?:Be(?:Attached|Checked|Disabled|Editable|Empty|Enabled|Focused|Hidden|InViewport|Visible|OK)|ContainText|ContainClass|HaveAccessible\w+|HaveAttribute|HaveClass|HaveCount|HaveCSS|HaveId|HaveJSProperty|HaveRole|HaveScreenshot|HaveText|HaveValues?|HaveTitle|HaveURL|MatchAriaSnapshot|Pass)$/;

function isPromised({ words, calls }: Chain, { framework }: TestFact): boolean {
  const [root = '', ...rest] = words;
  const last = rest.at(-1) ?? '';
  if (calls.length === 0 || rest.some((word) => /^(?:then|catch|finally|notify)$/.test(word))) return false;
  if (root === 'expect' || root === 'expectAsync') {
    if (rest.length === 0) return false;
    if (root === 'expectAsync' || rest.some((word) => /^(?:resolves|rejects|eventually|poll)$/.test(word))) return true;
    return framework === 'playwright' ? retrying.test(last) : isChaiPromised(last);
  }
  if (words.includes('should')) return words.includes('eventually') || isChaiPromised(last);
  return /^assert(?:\.strict)?$/.test(words.slice(0, -1).join('.')) && /^(?:rejects|doesNotReject|isRejected|isFulfilled)$/.test(last);
}

function isChaiPromised(last: string): boolean {
  return /^(?:rejected|rejectedWith|fulfilled|become)$/.test(last);
}

/** `promise.then((value) => { expect(value)… })`, where nothing tells the test that it happened. */
function checkedInCallback(call: Call, { words, calls }: Chain, test: TestFact): number | undefined {
  if (!/^(?:then|catch|finally)$/.test(call.name) || !call.receiver || words[0] === 'cy' || words[0] === 'expect') return undefined;
  if (calls.some(({ call: each }) => /^(?:should|and|wrap)$/.test(each.name)) || isWaitedFor(call, test)) return undefined;
  const first = calls.find(({ call: each }) => /^(?:then|catch|finally)$/.test(each.name))?.call ?? call;
  const holds = checksOf(test).some(({ visited: { node } }) => first.nameRange.end <= node.range.start && node.range.end <= call.range.end);
  return holds ? first.nameRange.end : undefined;
}

/** Whether the test tells somebody when it is over, counts its assertions, or waits for something else that may come after. */
function isWaitedFor(call: Call, test: TestFact): boolean {
  if (countsAssertions(test)) return true;
  return visitsOf(test.body, 'call', 'name', 'await').some(({ node }) =>
    node.kind === 'await' ? node.range.start > call.range.end : /^(?:done|cb|callback|resolve|reject|next|end|finish|fin)$/.test(node.name),
  );
}
