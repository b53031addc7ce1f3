import assert from 'node:assert/strict';
import { LineIndex } from '../../../../src/base/line-index.ts';
import type { SourceFile } from '../../../../src/code/code-change.ts';
import type { Expression } from '../../../../src/code/expression.ts';
import type { FileFacts } from '../../../../src/code/facts.ts';
import type { Scope } from '../../../../src/code/flow/scope.ts';
import { callsIn, codeOf } from '../../../../src/code/walk.ts';
import { factsOf } from '../../languages/java/reading-java.ts';
import { read } from '../../languages/typescript/read.ts';

/** The argument of the call `see(…)`, and where it stands. */
export interface Seen {
  readonly expression: Expression;
  readonly scope: Scope;
}

export async function seenInScript(text: string, path = 'src/a.ts'): Promise<Seen> {
  return seenIn(await read(text, path), text);
}

export async function seenInJava(text: string): Promise<Seen> {
  return seenIn(await factsOf(text), text);
}

function seenIn(facts: FileFacts, text: string): Seen {
  const file: SourceFile = {
    side: 'head',
    path: facts.path,
    text,
    lines: new LineIndex(text),
    role: 'production',
    facts,
    touched: [],
    secrets: [],
  };
  for (const symbol of facts.symbols) {
    const code = codeOf(symbol);
    const expression = callsIn(code).find(({ name }) => name === 'see')?.arguments[0];
    if (expression) return { expression, scope: { file, symbol, code } };
  }
  assert.fail('nothing is seen');
}
