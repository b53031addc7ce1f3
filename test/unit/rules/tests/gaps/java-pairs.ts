import assert from 'node:assert/strict';
import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { reviewExample, type Texts } from '../../rule-cases.ts';

/** What it is about, the members of a class before, and those after. */
export type Pair = readonly [what: string, base: string, head: string];

const tests = 'package a;\n\nclass CartTest {\n  @Test\n  void works() {\n    assertEquals(3, new Cart().run(items(), "x"));\n  }\n}\n';

/** Other files, before and after. */
interface Beside {
  readonly base: Texts;
  readonly head: Texts;
}

const nothingBeside: Beside = { base: {}, head: {} };

function files(members: string): Texts {
  return {
    'src/main/java/a/Cart.java': `package a;\n\npublic class Cart {\n  ${members}\n}\n`,
    'src/test/java/a/CartTest.java': tests,
  };
}

/** What is said and shown by default: an older test calls what is changed, and none shows it. */
async function found([, base, head]: Pair, beside: Beside): Promise<readonly string[]> {
  const { findings } = await reviewExample(untestedChange, {
    base: { ...files(base), ...beside.base },
    head: { ...files(head), ...beside.head },
  });
  return findings.filter(({ confidence }) => confidence !== 'low').map(({ message }) => message);
}

export async function isQuiet(pair: Pair, beside = nothingBeside): Promise<void> {
  assert.deepEqual(await found(pair, beside), []);
}

export async function isFound(pair: Pair, beside = nothingBeside): Promise<void> {
  const messages = await found(pair, beside);
  assert.equal(messages.length, 1, messages.join('\n'));
}
