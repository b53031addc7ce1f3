import type { Sighting } from '../../pattern/pattern-rule.ts';
import { before, isFollowed, isRepeated, isSerialized, type Replacement } from './replacement.ts';

type Flaw = (replacement: Replacement, all: readonly Replacement[]) => Sighting | undefined;

/** The first flaw of a replacement that is meant to make a text harmless. */
export function flawOf(replacement: Replacement, all: readonly Replacement[]): Sighting | undefined {
  for (const flaw of flaws) {
    const found = flaw(replacement, all);
    if (found) return found;
  }
  return undefined;
}

/** `s.replace("'", '')`. */
const firstOnly: Flaw = (replacement, all) => {
  const { sight, global, fixed, by, isRegex } = replacement;
  if (global || by === undefined || isRepeated(sight)) return undefined;
  const old = fixed ?? (typeof replacement.characters === 'object' ? [...replacement.characters][0] : undefined);
  if (old === undefined || !isHarmful(old, by) || isUnwrapping(replacement, old, all)) return undefined;
  const end = sight.node.nameRange.end;
  const pattern = sight.node.arguments[0];
  const fix = isRegex
    ? pattern?.kind === 'regex' && { range: { start: pattern.range.end, end: pattern.range.end }, newText: 'g' }
    : { range: { start: sight.node.nameRange.start, end }, newText: 'replaceAll' };
  return {
    at: sight,
    range: sight.node.range,
    message: `Only the first \`${shown(old)}\` is replaced; every further one gets through.`,
    ...(old === '\n' && { confidence: 'low' as const }),
    ...(fix && { fix: { title: 'Replace every occurrence', edits: [fix] } }),
  };
};

/** Text that means something to a shell, SQL, HTML, a path or a URL, and is removed or escaped. */
function isHarmful(old: string, by: string): boolean {
  if (by.includes(old) && !/^\\|^%25/.test(by) && by !== old + old) return false;
  if (/^%[\da-f]{2}$/i.test(old)) return by.length === 1;
  if (/^[/\\]*\.\.[/\\]+$|^[/\\]+\.\.[/\\]*$/.test(old)) return by === '';
  if (/^['"`\\<>|\n\r[\]{}]$/.test(old)) return by === '' || isEscape(old, by);
  return /^[/&$*%?]$/.test(old) && isEscape(old, by);
}

function isEscape(old: string, by: string): boolean {
  return by === `\\${old}` || by === '\\$&' || by === old + old || /^&#?\w+;?$/.test(by) || /^%[\da-f]{2}$/i.test(by);
}

const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}', '(': ')' };

/** Takes one pair of brackets or quotes off: the other half is replaced in the same text. */
function isUnwrapping(replacement: Replacement, old: string, all: readonly Replacement[]): boolean {
  if (replacement.by !== '' || replacement.isRegex) return false;
  const others = all.filter(
    (other) => other !== replacement && (before(other, all).includes(replacement) || before(replacement, all).includes(other)),
  );
  if (old === '\n') return !others.some((other) => other.by !== '');
  return others.some((other) => {
    const text = other.fixed;
    if (text === undefined || other.by !== '') return false;
    if (/['"`]/.test(old)) return text === old;
    return before(other, all).includes(replacement) ? closing[old] === text : closing[text] === old;
  });
}

/** `s.replace(/'/g, "\\'")`: a backslash before the quote makes the escape void. */
const unescapedBackslash: Flaw = (replacement, all) => {
  const { sight, global, by, characters } = replacement;
  if (!global || !(typeof characters === 'object') || by?.startsWith('\\') !== true || characters.has('\\')) return undefined;
  const escapes = by === '\\$&' || by === '\\$1' || (by.length === 2 && characters.has(by.charAt(1)));
  if (!escapes || ![...characters].some((each) => /['"`$]/.test(each))) return undefined;
  if (before(replacement, all).some((other) => other.characters === 'most' || other.characters?.has('\\')) || isSerialized(sight))
    return undefined;
  return {
    at: sight,
    range: sight.node.range,
    message: `\`${shown([...characters].join(''))}\` is escaped with a backslash, but backslashes themselves are not: \`\\\` before it makes the escape void.`,
    // Mostly of a name that goes into a pattern, and names have no backslashes.
    ...(isOnly(characters, '$') && { confidence: 'low' as const }),
  };
};

function isOnly(characters: ReadonlySet<string>, character: string): boolean {
  return characters.size === 1 && characters.has(character);
}

const markup: readonly string[] = ['&', '"', "'"];

/** `s.replace(/[<>]/g, '')`: what is left breaks out of an attribute. */
const markupLeft: Flaw = (replacement, all) => {
  if (isFollowed(replacement, all)) return undefined;
  const made = [...before(replacement, all), replacement];
  if (made.some(({ characters, by }) => characters === 'most' || by === undefined)) return undefined;
  const cleaned = made.filter(({ global, by }) => global && (by === '' || /^&#?\w+;?$/.test(by ?? '')));
  const covered = new Set(
    cleaned.flatMap(({ characters, pattern }) =>
      typeof characters === 'object' ? [...characters] : /^&(?=\(\?)/.test(pattern) ? ['&'] : [],
    ),
  );
  if (!covered.has('<') || !covered.has('>') || [...covered].some((each) => !/[<>&'"]/.test(each))) return undefined;
  const left = markup.filter((each) => !covered.has(each));
  const partly = made.some(({ pattern }) => pattern.startsWith('&(?!'));
  if (left.length === 0 && !partly) return undefined;
  return {
    at: replacement.sight,
    range: replacement.sight.node.range,
    message:
      left.length === 0
        ? 'An `&` that looks like a character reference is left, so that text which spells one out is shown as something else.'
        : `\`<\` and \`>\` are cleaned, but ${left.map((each) => `\`${each}\``).join(' and ')} ${left.length > 1 ? 'are' : 'is'} left: that is not enough inside an attribute.`,
  };
};

/** `s.replace(/<script>/g, '')`: removing a piece can put a new one together from what is around it. */
const putTogether: Flaw = ({ sight, pattern, isRegex, by, global, fixed }) => {
  const removes = by === '' || sight.node.arguments[1]?.kind === 'function';
  if (!isRegex || !removes || isRepeated(sight)) return undefined;
  const what = dangerousPiece(pattern);
  if (what === undefined || (!global && fixed !== undefined && what === '../')) return undefined;
  return {
    at: sight,
    range: sight.node.range,
    message: `\`${what}\` is removed once: \`${broken(what)}\` becomes \`${what}\` when its middle is taken out.`,
  };
};

/** Which dangerous piece of text a pattern is meant to take away. */
export function dangerousPiece(pattern: string): string | undefined {
  const plain = pattern
    .replace(/\\x2e/gi, '\\.')
    .replace(/\\x2f/gi, '\\/')
    .replace(/\\([<>!/-])/g, '$1');
  if (/^(?:\.\*)?<(?:\(|\.\*)*s?cript(?! |>$|\w)/.test(plain)) return '<script';
  if (/(?:^|[|( ?])<!--(?!\w|\\\[)/.test(plain)) return '<!--';
  if (/^(?:\.|\\s|\[?\\?s?\]?| |\([^)]*\))?[+*]?on(?:\\w|\[a-z)/.test(plain)) return ' onclick=';
  if (plain.startsWith('\\sng-')) return ' ng-';
  return /^(?:\(?\/?\)?\??(?:\\\.){2}\/)+$|^\/(?:\\\.){2}$|^\[\^\/\]\*\/(?:\\\.){2}\/$/.test(plain) ? '../' : undefined;
}

function broken(what: string): string {
  const half = Math.ceil(what.length / 2);
  return what.slice(0, half) + what + what.slice(half);
}

/** `html.replace(/<(([\w:]+)[^>]*)\/>/g, '<$1></$2>')`. */
const expandedTag: Flaw = ({ sight, pattern, isRegex, by }) =>
  isRegex && by === '<$1></$2>' && pattern.startsWith('<') && /\\?\/>$/.test(pattern)
    ? {
        at: sight,
        range: sight.node.range,
        message: 'Self-closing tags are written out by a pattern: markup inside of an attribute becomes real markup.',
      }
    : undefined;

/** `&lt;` before `&`, or `&amp;` before `&lt;`: what was escaped is escaped again, or comes back to life. */
const escapedTwice: Flaw = (replacement, all) => {
  const { sight, by } = replacement;
  const earlier = before(replacement, all);
  const escapesNow = by !== undefined && /^&amp;?$/.test(by) && replacement.fixed === '&';
  if (escapesNow && earlier.some((other) => /^&(?:lt|gt|quot|#\d+);?$/.test(other.by ?? ''))) {
    return { at: sight, range: sight.node.range, message: '`&` is escaped after the others, so that their escapes are escaped once more.' };
  }
  const unescapesNow = /^&(?:lt|gt|quot|apos|#\d+);$/.test(replacement.fixed ?? '') && by?.length === 1;
  if (unescapesNow && earlier.some((other) => other.fixed === '&amp;' && other.by === '&')) {
    return {
      at: sight,
      range: sight.node.range,
      message: `\`&amp;\` is unescaped before \`${replacement.fixed ?? ''}\`, so that what was meant as text becomes markup.`,
    };
  }
  return undefined;
};

const flaws: readonly Flaw[] = [expandedTag, escapedTwice, firstOnly, unescapedBackslash, putTogether, markupLeft];

function shown(text: string): string {
  return text.replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/`/g, "'");
}
