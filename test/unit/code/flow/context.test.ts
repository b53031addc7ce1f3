import assert from 'node:assert/strict';
import { factsOf, symbolIn } from '../../languages/java/reading-java.ts';
import { read } from '../../languages/typescript/read.ts';

describe('what touched code names in its file', () => {
  it('is read in Java, apart from what is touched', async () => {
    const text =
      'class A {\n  static final String NAME = "a";\n  void run() { help(NAME); }\n  void help(String s) { more(s); }\n  void more(String s) { s.trim(); }\n  void other() { }\n}\n';
    const at = text.indexOf('void run');
    const facts = await factsOf(text, { touched: [{ start: at, end: at + 10 }] });
    const read = facts.symbols.flatMap(({ name, body, value, context }) => [
      ...((body ?? value) ? [`${name} touched`] : []),
      ...(context?.body ? [`${name} body`] : []),
      ...(context?.value ? [`${name} value`] : []),
    ]);
    assert.deepEqual(read, ['NAME value', 'run touched', 'help body', 'more body']);
    assert.equal(symbolIn(facts, 'A.other').context, undefined);
  });

  it('is read in TypeScript too', async () => {
    const text =
      'const name = "a";\nfunction help(s) { return s; }\nclass B { run() { return help(name) + this.more(); } more() { return 1; } }\nconst other = 2;\n';
    const at = text.indexOf('run()');
    const facts = await read(text, 'src/a.ts', [{ start: at, end: at + 3 }]);
    assert.deepEqual(
      facts.symbols.filter(({ context }) => context).map((symbol) => symbol.qualifiedName),
      ['name', 'help', 'B.more'],
    );
  });

  it('is left out where nothing is touched, and where everything is', async () => {
    const text = 'const name = "a";\nfunction f() { return name; }\n';
    for (const touched of [[], 'all'] as const) {
      const facts = await read(text, 'src/a.ts', touched);
      assert.ok(facts.symbols.every(({ context }) => !context));
    }
  });
});
