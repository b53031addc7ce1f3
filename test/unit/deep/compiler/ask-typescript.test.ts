import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../../src/change/in-memory.ts';
import { askTypeScript } from '../../../../src/deep/compiler/ask-typescript.ts';
import { review } from '../../../../src/review/review.ts';
import { rules } from '../../../../src/rules/index.ts';
import { extractorOfCheckout, standardOf } from '../../review/reviewing.ts';
import type { Texts } from '../../rules/rule-cases.ts';

const own = rules.filter(({ id }) => id === 'compatibility/changed-signature');
const manifest = { 'package.json': '{ "name": "cart", "version": "1.2.0", "types": "./src/index.ts", "main": "./src/index.ts" }\n' };

/** `severity confidence breaking: the end of the message`, then the ids of notices. */
async function asked(base: Texts, head: Texts, folder = 'node_modules/typescript'): Promise<readonly string[]> {
  const extractor = extractorOfCheckout();
  const changeSet = inMemoryChangeSet({ ...manifest, ...base }, { ...manifest, ...head });
  const askCompiler = await askTypeScript(folder);
  try {
    const standard = standardOf(own, { minimumConfidence: 'low' });
    const result = await review({ changeSet, standard, rules: own, now: new Date('2026-08-10'), askCompiler }, extractor);
    return [
      ...result.findings.map(({ severity, confidence, properties: { breaking, compiler } }) =>
        [severity, confidence, JSON.stringify(breaking), typeof compiler === 'string' ? compiler : 'open'].join(' '),
      ),
      ...result.notices.map(({ id }) => id),
    ];
  } finally {
    await extractor.dispose();
  }
}

const index = (text: string): Texts => ({ 'src/index.ts': text });
const names = {
  'src/names.ts':
    'export interface Item {\n  id: string;\n}\nexport type Key = keyof Item;\nexport type Text<T> = T extends string ? T : never;\n',
};
const imports = "import type { Key, Text } from './names.ts';\n";

describe('what the TypeScript compiler says of changed types', function () {
  this.timeout(60_000);

  it('takes a finding back where the new fits the old', async () => {
    const result = await asked(
      { ...names, ...index(`${imports}export declare function pick(key: Key): Text<'a'>;\n`) },
      { ...names, ...index(`${imports}export declare function pick(key: 'id'): 'a';\n`) },
    );
    assert.deepEqual(result, ['note medium false fits']);
  });

  it('is sure of a finding where it does not fit', async () => {
    const result = await asked(
      { ...names, ...index(`${imports}export declare function pick(key: Key): Text<'a'>;\n`) },
      { ...names, ...index(`${imports}export declare function pick(key: Key): Text<'b'>;\n`) },
    );
    assert.deepEqual(result, ['error high true does not fit']);
  });

  it('compares what a method takes, which the compiler itself lets be less', async () => {
    const result = await asked(
      index('export interface Cart {\n  add(item: string | number): void;\n}\n'),
      index('export interface Cart {\n  add(item: string): void;\n}\n'),
    );
    assert.deepEqual(result, ['error high true does not fit']);
  });

  it('says nothing of types that it cannot find, nor of classes that only are themselves', async () => {
    const unknown = "import type { Rate } from 'not-installed';\n";
    const missing = await asked(
      index(`${unknown}export declare function rate(): Rate<string>;\n`),
      index(`${unknown}export declare function rate(): Rate<number>;\n`),
    );
    assert.deepEqual(missing, ['error low true open', 'types-not-compared']);
    const closed = 'export class Box<T> {\n  #value!: T;\n  get(): T {\n    return this.#value;\n  }\n}\n';
    const nominal = await asked(
      index(`${closed}export declare function box(): Box<string>;\n`),
      index(`${closed}export declare function box(): Box<number>;\n`),
    );
    assert.deepEqual(nominal.slice(1), ['types-not-compared']);
    assert.match(nominal[0] ?? '', /open$/);
  });

  it('says nothing of types with something in them that it cannot find', async () => {
    const imported = "import type { Fee, Plan, Rate } from 'not-installed';\n";
    const open = ['open', 'types-not-compared'];
    for (const [before, after] of [
      ['Promise<Rate>', 'Promise<Fee>'],
      ['{ rate: Rate }', '{ rate: Fee }'],
      ['readonly Priced<Rate>[]', 'readonly Priced<Fee>[]'],
      ['Basis', 'Special'],
    ] as const) {
      const types = `${imported}export interface Priced<T> {\n  price: T;\n}\nexport interface Basis {\n  of: string;\n}\nexport interface Special extends Plan {\n  id: string;\n}\n`;
      const result = await asked(
        index(`${types}export declare function rate(): ${before};\n`),
        index(`${types}export declare function rate(): ${after};\n`),
      );
      assert.deepEqual([result[0]?.split(' ').at(-1), ...result.slice(1)], open, `${before} to ${after}`);
    }
  });

  it('takes nothing back that is no question of types alone', async () => {
    const result = await asked(
      { ...names, ...index(`${imports}export interface Cart {\n  key: Key;\n}\n`) },
      { ...names, ...index(`${imports}export interface Cart {\n  readonly key: 'id';\n}\n`) },
    );
    assert.deepEqual(
      result.map((each) => each.split(' ').slice(2).join(' ')),
      ['true open'],
    );
  });

  it('loads no plugin and runs nothing of the repository', async () => {
    const evil = 'globalThis.plumblineWasHere = true; module.exports = () => ({});\n';
    const settings = {
      'tsconfig.json': '{ "compilerOptions": { "strict": true, "plugins": [{ "name": "./evil.js" }] }, "extends": "./evil.js" }\n',
      'evil.js': evil,
      'node_modules/typescript/lib/typescript.js': evil,
    };
    const result = await asked(
      { ...settings, ...index('export declare function size(a: string): number;\n') },
      { ...settings, ...index('export declare function size(a: string): string;\n') },
    );
    assert.deepEqual(result, ['error high true does not fit']);
    assert.equal('plumblineWasHere' in globalThis, false);
  });

  it('refuses a folder without a TypeScript, even where there is nothing to ask', async () => {
    const change = [index('export declare function size(): number;\n'), index('export declare function width(): number;\n')] as const;
    await assert.rejects(asked(...change, 'node_modules/mocha'), /There is no TypeScript in node_modules\/mocha/);
  });
});
