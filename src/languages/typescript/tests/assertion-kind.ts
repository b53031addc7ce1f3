import type { Expression } from '../../../code/expression.ts';
import type { AssertionFact } from '../../../code/facts.ts';
import { dottedName } from '../../../code/walk.ts';

type Kind = AssertionFact['kind'];

const throwing = /^(?:toThrow\w*|throws?|throwsAsync|rejects?|rejectedWith|doesNotThrow|doesNotReject|notThrows|notThrowsAsync)$/;
const interaction =
  /^(?:toHaveBeen\w*Called\w*|toBeCalled\w*|lastCalledWith|nthCalledWith|toHaveReturned\w*|toHave(?:Last|Nth)Returned\w*|toHaveBeen(?:Last|Nth)CalledWith|called\w*|callCount|notCalled|alwaysCalled\w*)$/;
const snapshot =
  /^(?:toMatch(?:Inline|File)?Snapshot|toThrowErrorMatching\w*Snapshot|toHaveScreenshot|toMatchAriaSnapshot|matchSnapshot|snapshot|fileSnapshot)$/;
const statusName = /(?:^|\.)(?:status|statusCode)$/;

/** @param subject what `expect` was given */
export function kindOf(name: string, words: readonly string[], subject: Expression | undefined, args: readonly Expression[]): Kind {
  if (snapshot.test(name)) return 'snapshot';
  if (throwing.test(name) || words.includes('rejects') || words.includes('rejected')) return 'throws';
  if (interaction.test(name)) return 'interaction';
  if (/^(?:toHaveStatus|status)$/.test(name) || isStatus(subject, args)) return 'status';
  return name === 'fail' ? 'other' : 'value';
}

/** `expect(response.status).toBe(404)`, `assert.equal(response.status, 404)`. */
function isStatus(subject: Expression | undefined, args: readonly Expression[]): boolean {
  const measured = subject ?? args[0];
  const expected = subject ? args[0] : args[1];
  return expected?.kind === 'number' && measured !== undefined && statusName.test(dottedName(measured) ?? lastName(measured));
}

function lastName(expression: Expression): string {
  return expression.kind === 'member' ? expression.name : '';
}

/** What is expected of a thrown error or a status, where it is written. @param afterSubject whether the first argument is what is tested */
export function expectedOf(kind: Kind, args: readonly Expression[], afterSubject: boolean): string | undefined {
  const expected = args[afterSubject ? 1 : 0];
  if (!expected) return undefined;
  if (kind === 'status') return expected.kind === 'number' ? expected.text : undefined;
  if (kind !== 'throws') return undefined;
  if (expected.kind === 'string') return expected.value;
  if (expected.kind === 'regex') return expected.pattern;
  if (expected.kind === 'new') return expected.type;
  return dottedName(expected);
}
