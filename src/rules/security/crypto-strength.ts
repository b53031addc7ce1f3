import { literalNumber } from '../../code/flow/literal-number.ts';
import type { Expression } from '../../code/expression.ts';

/** How strong an algorithm is held to be today; 0 is broken, none, or no protection at all. */
const strengths: readonly (readonly [RegExp, number])[] = [
  [/^(none|null|plain|noop)$/, 0],
  [/md2|md4|md5|\brc4\b|arcfour|rc2|(^|[^3])des(?!ede)|ecb|sslv|tlsv1(\.0|_0)?$|tlsv?1[._]?1$|^hs1$|crc|nopadding/, 1],
  [/sha-?1(?!\d)|desede|3des|triple|blowfish|cbc|withsha1|hmacsha1/, 2],
  [/tlsv?1[._]?2/, 4],
  [/sha-?224|aes-?128|sha256|sha-?256|[hre]s256|ps256|hmacsha256|ctr/, 4],
  [/tlsv?1[._]?3/, 6],
  [/sha-?384|aes-?192|[hre]s384|ps384/, 5],
  [/sha-?512|sha3|aes-?256|[hre]s512|ps512|gcm|chacha|poly1305|argon2|bcrypt|scrypt|ed25519|eddsa|blake/, 6],
];

/** The strength of the algorithm that an expression names; of several the weakest. Undefined where none is known. */
export function algorithmStrength(value: Expression | undefined): number | undefined {
  if (value?.kind === 'array') {
    const all = value.elements.map(algorithmStrength).filter((each) => each !== undefined);
    return all.length > 0 ? Math.min(...all) : undefined;
  }
  if (value?.kind === 'null') return 0;
  if (value?.kind !== 'string') return undefined;
  const name = value.value.toLowerCase();
  const found = strengths.filter(([words]) => words.test(name)).map(([, strength]) => strength);
  if (found.length === 0) return undefined;
  return /ecb|md5|^(none|null)$/.test(name) ? Math.min(...found) : Math.max(...found.filter((each) => each > 0), 1);
}

/** A key's length, a number of iterations, a cost: more is stronger. */
export function amount(value: Expression | undefined): number | undefined {
  return literalNumber(value);
}
