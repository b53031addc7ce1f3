import assert from 'node:assert/strict';
import { rules } from '../../../src/rules/index.ts';
import { reviewTexts } from './reviewing.ts';

const gone = rules.filter(({ id }) => id === 'compatibility/removed-public-symbol');
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const source = (name: string): string => `src/main/java/shop/${name}.java`;
const file = (name: string, declares: string): Record<string, string> => ({ [source(name)]: `package shop;\n${declares}\n` });

/** What is told of a class that loses a method which the last of its interfaces declares. */
async function loserOf(interfaces: number): Promise<{ messages: string[]; cut: string[] }> {
  const names = range(interfaces).map((index) => `Part${index}`);
  const parts = names.map((name, index) =>
    file(name, `public interface ${name} {${index === interfaces - 1 ? ' default int total() { return 0; } ' : ''}}`),
  );
  const cart = (body: string) => file('Cart', `public class Cart implements ${names.join(', ')} {\n${body}\n}`);
  const rest = Object.assign({}, ...parts) as Record<string, string>;
  const { findings, notices } = await reviewTexts(
    { ...rest, ...cart('  public int total() { return 1; }') },
    { ...rest, ...cart('  // Nothing of its own.') },
    gone,
  );
  const cut = notices.filter(({ id }) => id === 'related-types-cut');
  return { messages: findings.map(({ message }) => message), cut: cut.map(({ message }) => message) };
}

describe('readRelatedTypes', () => {
  it('reads what a type inherits from, and says where it stops', async () => {
    assert.deepEqual(await loserOf(40), { messages: [], cut: [] });
    const { messages, cut } = await loserOf(42);
    assert.equal(messages.length, 1, messages.join('\n'));
    assert.deepEqual(cut, [
      '2 files beside the change were not read that may declare what changed types inherit, or inherit from them: a member that is said to be gone may still be inherited.',
    ]);
  });

  it('says that a chain of supertypes was not followed to its end', async () => {
    const chain = (length: number): Record<string, string> =>
      Object.assign(
        {},
        ...range(length).map((index) =>
          file(`Part${index}`, `public class Part${index}${index + 1 < length ? ` extends Part${index + 1}` : ''} {}`),
        ),
      ) as Record<string, string>;
    const cart = (body: string) => file('Cart', `public class Cart extends Part0 {\n${body}\n}`);
    const cutWith = async (length: number): Promise<number> => {
      const { notices } = await reviewTexts(
        { ...chain(length), ...cart('  public int total() { return 1; }') },
        { ...chain(length), ...cart('') },
        gone,
      );
      return notices.filter(({ id }) => id === 'related-types-cut').length;
    };
    assert.deepEqual([await cutWith(6), await cutWith(7)], [0, 1]);
  });

  it('reads the heirs of a type that only its package sees, and says how many files of a large one it left', async () => {
    const others = (count: number) =>
      Object.assign({}, ...range(count).map((index) => file(`A${index}`, `class A${index} {}`))) as Record<string, string>;
    const base = (body: string) => file('Base', `abstract class Base {\n${body}\n}`);
    const heir = file('Orders', 'public class Orders extends Base {}');
    const toldWith = async (count: number): Promise<readonly [number, readonly string[]]> => {
      const rest = { ...others(count), ...heir };
      const { findings, notices } = await reviewTexts(
        { ...rest, ...base('  public int total() { return 1; }') },
        { ...rest, ...base('') },
        gone,
      );
      return [
        findings.length,
        notices.filter(({ id }) => id === 'related-types-cut').map(({ message }) => message.split(' not read')[0] ?? ''),
      ];
    };
    assert.deepEqual(await toldWith(299), [1, []]);
    assert.deepEqual(await toldWith(300), [0, ['One file beside the change was']]);
  });
});
