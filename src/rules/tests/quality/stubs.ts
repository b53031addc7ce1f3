import type { TextRange } from '../../../base/text-range.ts';
import { chainOf } from '../../../code/chain.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import type { Statement } from '../../../code/statement.ts';
import { bare, foldedText, isWithin, visitsOf } from '../../../code/walk.ts';

/** A call that a test tells what to answer. */
export interface Stub {
  /** `cart.total`. */
  readonly callee: string;
  readonly range: TextRange;
}

const answers =
  /^(?:thenReturn|thenAnswer|willReturn|willAnswer|mockReturnValue(?:Once)?|mockResolvedValue(?:Once)?|returns|resolves|callsFake)$/;

/** What a test stubs itself, not in functions inside it: Mockito, BDDMockito, jest, vitest, sinon, jasmine. */
export function stubsIn(body: readonly Statement[], file: SourceFile): readonly Stub[] {
  const text = ({ range }: Expression): string => foldedText(file.text, range);
  return visitsOf(body, 'call').flatMap((visited): Stub[] => {
    const { node: call, parent } = visited;
    if (isWithin(visited, ({ kind }) => kind === 'function' || kind === 'functions')) return [];
    if (file.facts?.language === 'java') return stubbedInJava(call, file);
    if (!answers.test(call.name) || !call.receiver) return [];
    const { calls } = chainOf(call);
    const [first] = calls;
    if (!first) return [];
    const { name, arguments: given } = first.call;
    if (/^(?:spyOn|stub)$/.test(name) && given[0] && given[1]?.kind === 'string')
      return [{ callee: `${text(given[0])}.${given[1].value}`, range: call.range }];
    if (/^(?:fn|stub)$/.test(name) && given.length === 0) {
      const declared = parent?.node.kind === 'variable' ? parent.node.name : undefined;
      return declared === undefined ? [] : [{ callee: declared, range: call.range }];
    }
    return [];
  });
}

/** `when(cart.total()).thenReturn(3)`, `doReturn(3).when(cart).total()`. */
function stubbedInJava(call: Call, file: SourceFile): Stub[] {
  const { receiver } = call;
  if (receiver?.kind !== 'call') return [];
  const [given] = receiver.arguments.map(bare);
  if (answers.test(call.name) && /^(?:when|given)$/.test(receiver.name) && given?.kind === 'call')
    return [{ callee: foldedText(file.text, { start: given.range.start, end: given.nameRange.end }), range: call.range }];
  if (
    /^(?:when|given)$/.test(receiver.name) &&
    receiver.receiver?.kind === 'call' &&
    /^(?:do|will)(?:Return|Answer)$/.test(receiver.receiver.name) &&
    given
  )
    return [{ callee: `${foldedText(file.text, given.range)}.${call.name}`, range: call.range }];
  return [];
}
