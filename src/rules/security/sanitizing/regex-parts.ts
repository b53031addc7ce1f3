/** The single characters that a regular expression matches, where it matches nothing but one of them: `[<>]`, `<|>`, `(['"])`, `'`. */
export function singleCharacters(pattern: string): ReadonlySet<string> | 'most' | undefined {
  const inner = /^\((?:\?:)?([\s\S]*)\)$/.exec(pattern)?.[1] ?? pattern;
  if (isMost(inner)) return 'most';
  const characterClass = /^\[((?:[^\]\\]|\\.)*)\]\+?$/.exec(inner)?.[1];
  if (characterClass !== undefined) return charactersOfClass(characterClass);
  const alternatives = inner.split('|').map(unescapedCharacter);
  return alternatives.every((each) => each !== undefined) ? new Set(alternatives) : undefined;
}

/** Everything but a few harmless characters: `\W`, `[^\w\s]`, `[^a-z]+`, `[ -~]`. */
function isMost(pattern: string): boolean {
  return /^(?:\\W|\[\^(?:[^\]\\]|\\.)*\]|\[ -~\])[+*]?$/.test(pattern);
}

function charactersOfClass(text: string): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  for (const [piece] of text.matchAll(/\\x[\da-f]{2}|\\u[\da-f]{4}|\\.|[^\\]-[^\\]|[\s\S]/gi)) {
    const [first = '', dash, last] = piece;
    if (dash === '-' && last !== undefined && first !== '\\') {
      for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) found.add(String.fromCharCode(code));
    } else {
      const character = unescapedCharacter(piece);
      if (character === undefined) return undefined;
      found.add(character);
    }
  }
  return found;
}

/** `<`, `\/`, `\x3c`; undefined for what is no single character. */
function unescapedCharacter(text: string): string | undefined {
  const code = /^\\(?:x([\da-f]{2})|u([\da-f]{4}))$/i.exec(text);
  if (code) return String.fromCharCode(parseInt(code[1] ?? code[2] ?? '', 16));
  const escaped = /^\\(.)$/.exec(text)?.[1];
  if (escaped !== undefined) return /[a-z\d]/i.test(escaped) ? controls[escaped] : escaped;
  return text.length === 1 && !/[.*+?^$()[\]{}]/.test(text) ? text : undefined;
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

/** The text that a regular expression matches, where it matches one text only. */
export function fixedText(pattern: string): string | undefined {
  const pieces = pattern.match(/\\x[\da-f]{2}|\\u[\da-f]{4}|\\.|[\s\S]/gi) ?? [];
  const characters = pieces.map((piece) => (piece === '{' || piece === '}' ? piece : unescapedCharacter(piece)));
  return characters.every((each) => each !== undefined) ? characters.join('') : undefined;
}
