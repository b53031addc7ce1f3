import { deepEqual, equal } from 'node:assert/strict';
import { FileReader } from '../../../src/review/extraction/file-reader.ts';
import { locateWasmInPackages } from '../../../src/syntax/wasm-files.ts';
import { controlKind } from '../../tools/cases/controls.ts';
import type { ReadFile } from '../../tools/cases/read-commit.ts';
import { changeCase } from '../../tools/cases/variants.ts';
import type { ChangeCase } from '../../tools/cases/variants.ts';

type Sides = readonly [path: string, base: string, head: string];

describe('cases of a history', () => {
  const reader = new FileReader(locateWasmInPackages(process.cwd()));
  after(() => reader.dispose());

  const side = (path: string, text: string) => ({ path, mode: '100644', blob: text });
  const code = async (path: string, text: string) => ({ path, text, facts: (await reader.readText(path, text, 'all'))! });
  const file = async ([path, base, head]: Sides): Promise<ReadFile> => ({
    path,
    role: path.includes('test') ? 'test' : 'production',
    base: side(path, base),
    head: side(path, head),
    baseCode: await code(path, base),
    headCode: await code(path, head),
  });
  const files = (...sides: readonly Sides[]): Promise<readonly ReadFile[]> => Promise.all(sides.map(file));

  const pay: Sides = [
    'src/pay.ts',
    'export function pay(amount: number) {\n  return send(amount);\n}\n',
    "export function pay(amount: number) {\n  if (amount <= 0) throw new RangeError('amount');\n  if (amount > 9) return later(amount);\n  return send(amount);\n}\n",
  ];
  const old = "it('pays', () => {\n  equal(pay(1), 1);\n});\n";
  const refuses = "it('refuses', () => {\n  assert.throws(() => free(), TypeError);\n});\n";
  const later = "it('pays later', () => {\n  equal(pay(10), 'later');\n});\n";
  const none = "it('refuses nothing', () => {\n  assert.throws(() => pay(0), RangeError);\n});\n";
  const tests: Sides = ['test/pay.test.ts', old + refuses, old + refuses + later + none];

  const heads = ({ variants }: ChangeCase) => Object.fromEntries(variants.map(({ name, head }) => [name, head.get('test/pay.test.ts')]));

  it('are made of a commit that changes code and tests', async () => {
    deepEqual(heads(changeCase(await files(pay, tests))!), {
      A: undefined,
      B: side('test/pay.test.ts', old + refuses),
      C: old + refuses + later,
      H: old + refuses.trimEnd() + `\n\n${refuses.trimEnd().replace('refuses', 'refuses (repeated)')}\n` + later,
      E: undefined,
      F: old.trimEnd() + `\n\n${old.trimEnd().replace('pays', 'pays (repeated)')}\n` + refuses,
      G: old + refuses + later.replace('it(', 'it.skip(') + none.replace('it(', 'it.skip('),
    });
  });

  it('name what the functions decide now', async () => {
    const [, without] = changeCase(await files(pay, tests))!.variants;
    deepEqual(without?.expected['flagged_functions'], [
      {
        file: 'src/pay.ts',
        name: 'pay',
        qualified: 'pay',
        lines: [1, 5],
        new: false,
        visibility: 'public',
        added: [
          { kind: 'branch', line: 2, text: 'amount <= 0' },
          { kind: 'throw', line: 2, text: "throw new RangeError('amount');" },
          { kind: 'branch', line: 3, text: 'amount > 9' },
        ],
        level: 'must',
      },
    ]);
  });

  it('are none of a commit without tests, or with tests alone', async () => {
    equal(changeCase(await files(pay)), undefined);
    equal(changeCase(await files(tests)), undefined);
  });

  it('skip tests of Java in the way of their framework', async () => {
    const java = (body: string): string => `import org.junit.jupiter.api.Test;\nclass PayTest {\n${body}}\n`;
    const paid = '  @Test\n  void pays() {\n    assertEquals(1, new Pay().pay(1));\n  }\n';
    const cases = changeCase(
      await files(
        [
          'src/main/java/Pay.java',
          'class Pay { int pay(int a) { return a; } }\n',
          'class Pay { int pay(int a) { return a > 1 ? 1 : a; } }\n',
        ],
        ['src/test/java/PayTest.java', java(''), java(paid)],
      ),
    );
    equal(
      cases?.variants.find(({ name }) => name === 'G')?.head.get('src/test/java/PayTest.java'),
      java(paid.replace('@Test', '@org.junit.jupiter.api.Disabled("skipped") @Test')),
    );
  });

  it('know what changes nothing that a test could show', async () => {
    const commit = (subject: string) => ({ id: '', parent: '', date: '', subject });
    const same: Sides = ['src/pay.ts', pay[1], `// Sends it.\n${pay[1]}`];
    equal(controlKind(commit('docs: what pay does'), await files(same)), 'docs-in-code');
    equal(controlKind(commit('tidy'), await files(same)), 'format');
    equal(controlKind(commit('more tests'), await files(tests)), 'testonly');
    equal(controlKind(commit('refactor: pay'), await files(pay)), 'refactor');
    equal(controlKind(commit('fix: refuse nothing'), await files(pay)), undefined);
  });
});
