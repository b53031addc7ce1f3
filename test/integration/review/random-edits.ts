/** Numbers from 0 to below 1, the same for the same seed. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}

/** What an edit may take its text from. */
export interface Texts {
  readonly now: string;
  /** At base, where the file was there. */
  readonly base: string | undefined;
  /** As it was before all edits. */
  readonly first: string;
  /** Of another changed file. */
  readonly other: string;
}

type Edit = (texts: Texts, random: Random) => string;

/** Ways in which people edit files, sensible ones and others. */
export const edits: Readonly<Record<string, Edit>> = {
  'undoes all edits': ({ first }) => first,
  'takes back the change': ({ base, first }) => base ?? first,
  'adds a comment': ({ now }, random) => inserted(now, random, () => '// as agreed'),
  'renames a word': ({ now }, random) => {
    const words = now.match(/\b[A-Za-z]{4,}\b/gu) ?? ['none'];
    return now.replaceAll(new RegExp(`\\b${pick(words, random)}\\b`, 'gu'), `renamed${String(Math.floor(random() * 3))}`);
  },
  'drops lines': ({ now }, random) => spliced(now, random, 1 + Math.floor(random() * 8), []),
  'drops an import': ({ now }, random) => {
    const imports = now.split('\n').filter((line) => line.startsWith('import '));
    return imports.length === 0 ? now : now.replace(`${pick(imports, random)}\n`, '');
  },
  'repeats lines': ({ now }, random) => {
    const lines = now.split('\n');
    const at = Math.floor(random() * lines.length);
    return [...lines.slice(0, at + 6), ...lines.slice(at)].join('\n');
  },
  'takes lines from another file': ({ now, other }, random) => {
    const lines = other.split('\n');
    const at = Math.floor(random() * lines.length);
    return spliced(now, random, 0, lines.slice(at, at + 20));
  },
  'becomes another file': ({ other }) => other,
  'adds a throw': ({ now }, random) => inserted(now, random, () => 'if (amount < 0) throw new IllegalArgumentException("negative");'),
  'adds a test': ({ now }) => `${now}\nit('refunds', () => { expect(refund(0)).toBe(0); });\n`,
  'swaps a number': ({ now }, random) => now.replace(/\b\d+\b/u, String(Math.floor(random() * 100))),
  'swaps a comparison': ({ now }) => now.replace(/ (?:>|<|===|==|>=|<=) /u, ' != '),
  'makes it public': ({ now }) => now.replace(/\bprivate\b/u, 'public'),
  'allows a rule': ({ now }, random) => inserted(now, random, () => '// plumbline-allow tests/untested-change -- shown by hand'),
  'adds a secret': ({ now }, random) => inserted(now, random, () => `String password = "${String(random()).slice(2)}aZ";`),
  'ends within a brace': ({ now }, random) => now.slice(0, Math.floor(random() * now.length)),
  'is emptied': () => '',
};

function inserted(text: string, random: Random, line: () => string): string {
  return spliced(text, random, 0, [line()]);
}

function spliced(text: string, random: Random, removed: number, added: readonly string[]): string {
  const lines = text.split('\n');
  lines.splice(Math.floor(random() * lines.length), removed, ...added);
  return lines.join('\n');
}
