/** A text with its secrets taken out of the marks, and where they stand. */
export interface MarkedText {
  readonly text: string;
  readonly secrets: readonly { readonly value: string; readonly line: number }[];
}

const alphabets = new Map<string, string>([
  ['digit', '0123456789'],
  ['hex', '0123456789abcdef'],
  ['HEX', '0123456789ABCDEF'],
  ['lower', 'abcdefghijklmnopqrstuvwxyz0123456789'],
  ['upper', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'],
  ['letter', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'],
  ['alnum', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'],
  ['base32', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'],
  ['bech32', 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'],
  ['base64', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'],
  ['url', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'],
]);

/** The same numbers for the same seed, on every machine. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Fills `<alnum:36>` with so many random characters, `<uuid>` with a UUID, encodes what stands in `«…»` as base64, and takes what stands
 * in `⟦…⟧` as the secret. So the secrets of the cases are in no file, and no scanner takes the suite for a leak.
 */
export function markedText(template: string, random: () => number): MarkedText {
  const filled = template
    .replaceAll('<uuid>', '<hex:8>-<hex:4>-4<hex:3>-a<hex:3>-<hex:12>')
    .replace(/<(\w+):(\d+)>/g, (whole, name: string, length: string) => {
      const alphabet = alphabets.get(name);
      return alphabet === undefined ? whole : randomText(alphabet, Number(length), random);
    })
    .replace(/«([^»]*)»/g, (_, plain: string) => btoa(plain));
  const pieces = filled.split(/[⟦⟧]/);
  const secrets = pieces.flatMap((value, index) =>
    index % 2 === 1 ? [{ value, line: pieces.slice(0, index).join('').split('\n').length }] : [],
  );
  return { text: `${pieces.join('')}\n`, secrets };
}

/** With a digit and a letter where the alphabet has both, as nearly all real ones have. */
function randomText(alphabet: string, length: number, random: () => number): string {
  for (let tries = 0; tries < 50; tries += 1) {
    const text = Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
    const mixed = /\d/.test(text) || !/\d/.test(alphabet);
    if ((mixed && (/[a-z]/i.test(text) || !/[a-z]/i.test(alphabet))) || length < 6) return text;
  }
  return alphabet.slice(0, length);
}
