/** One bit for each character up to 127, one for all others. */
export type CharacterSet = bigint;

export const everyCharacter: CharacterSet = (1n << 129n) - 1n;
const otherThanAscii = 1n << 128n;

export function setOf(character: string): CharacterSet {
  const code = character.charCodeAt(0);
  return code < 128 ? 1n << BigInt(code) : otherThanAscii;
}

export function range(from: string, to: string): CharacterSet {
  let set = 0n;
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
  for (let code = first; code <= Math.min(last, 127); code++) set |= 1n << BigInt(code);
  return last > 127 ? set | otherThanAscii : set;
}

const digits = range('0', '9');
const words = digits | range('a', 'z') | range('A', 'Z') | setOf('_');
const spaces = setOf(' ') | setOf('\t') | setOf('\n') | setOf('\r') | setOf('\f') | setOf('\v');

/** What `\d`, `\w` and their like stand for; of any other character itself. */
export function charactersOfClass(name: string): CharacterSet {
  switch (name) {
    case 'd':
      return digits;
    case 'w':
      return words;
    case 's':
      return spaces;
    case 'D':
      return everyCharacter & ~digits;
    case 'W':
      return everyCharacter & ~words;
    case 'S':
      return everyCharacter & ~spaces;
    case 'n':
      return setOf('\n');
    case 't':
      return setOf('\t');
    case 'r':
      return setOf('\r');
    default:
      return setOf(name);
  }
}
