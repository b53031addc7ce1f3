import { maskAmpersands } from './ampersands.ts';
import { maskTypedTemplates } from './typed-templates.ts';

/** A construct that a grammar does not know, and what to read in its place. */
interface Gap {
  /** A cheap test: texts without it are left alone. */
  readonly word: string;
  /** Where its surroundings tell as well: whether the word at an offset may be one of the gap. */
  readonly stands?: (text: string, at: number) => boolean;
  /** Linear in the text: every repetition is bounded. */
  readonly pattern: RegExp;
  /** Has as many UTF-16 units as it replaces, so that offsets hold. */
  readonly replace: (match: string) => string;
}

/** What no pattern finds: gives a text of the same length. */
type Mask = (text: string) => string;

const blank = (match: string): string => ' '.repeat(match.length);

const abstractMember: Gap = {
  word: 'abstract',
  pattern: /\babstract(?=\s{0,20}[?!]?\s{0,20}[:(;=])/g,
  replace: () => 'abstrac_',
};

const typeOnlyStar: Gap = {
  word: 'export',
  pattern: /\bexport\s{1,20}type(?=\s{0,20}\*)/g,
  replace: (match) => `${match.slice(0, -4)}    `,
};

const annotatedVarargs: Gap = {
  word: '...',
  stands: standsAfterAnnotation,
  pattern: /@[A-Za-z_][\w.]{0,100}?(?:\([^()]{0,80}\))?\s{0,20}(?=(?:@[A-Za-z_][\w.]{0,100}?\s{0,20}){0,3}\.\.\.)/g,
  replace: blank,
};

/** Two call signatures without a semicolon between them: the grammar reads the second's `<` as a comparison with the first. */
const genericCallSignature: Gap = {
  word: '<',
  stands: beginsLine,
  pattern: /(?<=(?:[\w$\])}'"]|[^=]>)\r?)\n(?=[ \t]{0,80}<[A-Za-z_$][\w$]{0,80}(?: extends |[,>=]))/g,
  replace: () => ';',
};

/** `instanceof Shape.Circle(int radius)`: of a pattern of a record the grammar knows simple names only. */
const qualifiedRecordPattern: Gap = {
  word: '.',
  pattern: /\b(?:instanceof|case)\s{1,20}(?:final\s{1,20})?[A-Za-z_]\w{0,80}(?:\.\w{1,80}){1,6}(?=\s{0,9}\()/g,
  replace: (match) => match.replaceAll('.', '_'),
};

/** `check(a); super(a);`: what stands before it was not allowed until Java 25. The rest of the word is read from the real text. */
const lateConstructorCall: Gap = {
  word: '(',
  stands: standsAfterStatement,
  pattern: /(?<=[;}]\s{0,80}(?:\/\/[^\n]{0,200}\n\s{0,80}){0,3})(?:this|super)(?=\s{0,9}\()/g,
  replace: (match) => `_${match.slice(1)}`,
};

/** `import module java.base;` */
const moduleImport: Gap = {
  word: 'import module ',
  pattern: /^import module (?=[\w.]{1,200};)/gm,
  replace: () => 'import        ',
};

/** `import a from './a.json' assert { type: 'json' }`, as it was called before it was `with`. */
const importAssertion: Gap = {
  word: 'assert',
  pattern: /(?<=['"] )assert(?= ?\{)/g,
  replace: () => 'with  ',
};

/** `await importOriginal<typeof import('./a.ts')>()`: with arguments on the same line as the last parentheses the grammar knows it. */
const importedType: Gap = {
  word: '<typeof',
  pattern: /(?<=<typeof\s{1,40})import\(\s{0,40}(["'])[^"'\n]{1,300}\1\s{0,40}\)(?=\s{0,40}>\([)\r\n])/g,
  replace: (match) => '_'.repeat(match.length),
};

/** `using` as a name, as it was before it could begin a declaration. */
const nameUsing: Gap = {
  word: 'using',
  pattern: /(?<![\w$])using(?![\w$])(?!\s{1,20}[A-Za-z_$][\w$]{0,100}\s{0,20}(?:=(?![=>])|:|of\b))/g,
  replace: () => 'usin_',
};

/** `(readonly [type: string])[]`: within parentheses the grammar does not know such labels. */
const keywordLabel: Gap = {
  word: 'readonly [',
  pattern: /(?<=\breadonly \[)(?:type|module|namespace|declare|abstract|global)(?=\??: )/g,
  replace: (match) => '_'.repeat(match.length),
};

/** `<div class="a">`: the grammar takes no attribute that is called as a keyword. Nothing else has such a value right behind one. */
const keywordAttributes = ['class', 'for', 'in', 'default'].map((word): Gap => ({
  word: `${word}=`,
  pattern: new RegExp(`(?<=\\s)${word}(?==["'{])`, 'g'),
  replace: (match) => '_'.repeat(match.length),
}));

/** `interface Box<in T, out U>`: what may be put in and what comes out. */
function variance(word: '<in ' | '<out '): Gap {
  return {
    word,
    pattern: new RegExp(`${word}[^<>(){};\\n]{1,200}`, 'g'),
    replace: (match) => match.replace(/(<|,\s{0,9})(in out|in|out)(?= )/g, (_, before: string, words: string) => before + blank(words)),
  };
}

/** The same, each on a line of its own. */
const varianceOnLine: Gap = {
  word: ' out ',
  stands: beginsLine,
  pattern: /(?<=\n[ \t]{1,40})(?:in )?out(?= [A-Za-z_$][\w$]{0,80}(?: (?:=|extends) |,))/g,
  replace: blank,
};

/** `(string) => void`: a parameter that is called like a type of the language, and has none. */
const keywordParameters = ['string', 'number', 'boolean', 'any', 'object', 'unknown'].map((name): Gap => ({
  word: `(${name})`,
  pattern: new RegExp(`(?<=\\()${name}(?=\\)\\s{0,9}=>)`, 'g'),
  replace: (match) => '_'.repeat(match.length),
}));

const gaps: Readonly<Record<string, readonly (Gap | Mask)[]>> = {
  java: [annotatedVarargs, qualifiedRecordPattern, lateConstructorCall, moduleImport],
  typescript: [
    typeOnlyStar,
    abstractMember,
    genericCallSignature,
    importedType,
    nameUsing,
    keywordLabel,
    variance('<in '),
    variance('<out '),
    varianceOnLine,
    ...keywordParameters,
    maskTypedTemplates,
  ],
  tsx: [
    typeOnlyStar,
    abstractMember,
    importedType,
    nameUsing,
    keywordLabel,
    variance('<in '),
    variance('<out '),
    varianceOnLine,
    ...keywordParameters,
    maskTypedTemplates,
    maskAmpersands,
  ],
  javascript: [importAssertion, nameUsing, ...keywordAttributes, maskAmpersands],
};

/**
 * The text to parse in place of `text`: the same length, with what the grammar would stumble over masked.
 * Names and types are therefore read from the real text, by offset.
 */
export function maskKnownGaps(grammar: string, text: string): string {
  let masked = text;
  for (const gap of gaps[grammar] ?? []) {
    if (typeof gap === 'function') masked = gap(masked);
    else if (mayHold(masked, gap)) masked = masked.replace(gap.pattern, gap.replace);
  }
  return masked;
}

function mayHold(text: string, { word, stands }: Gap): boolean {
  if (!stands) return text.includes(word);
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) if (stands(text, at)) return true;
  return false;
}

/** Characters that are looked at before a word. */
const lookedBack = 240;

function standsAfterAnnotation(text: string, at: number): boolean {
  return /@[\w.]{1,102}(?:\([^()]{0,80}\))?\s{0,20}$/.test(text.slice(Math.max(0, at - lookedBack), at));
}

function standsAfterStatement(text: string, at: number): boolean {
  // There are thousands of parentheses in a text.
  const word = text.slice(Math.max(0, at - 14), at).trimEnd();
  if (!word.endsWith('this') && !word.endsWith('super')) return false;
  return /[;}]\s{0,80}(?:\/\/[^\n]{0,200}\n\s{0,80}){0,3}(?:this|super)\s{0,9}$/.test(text.slice(Math.max(0, at - 4 * lookedBack), at));
}

function beginsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && ' \t'.includes(text.charAt(before))) before--;
  return text.charAt(before) === '\n';
}
