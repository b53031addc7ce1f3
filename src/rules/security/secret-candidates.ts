import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import { secretFormats } from './secret-formats.ts';
import { usedCredentials } from './sensitive/credential-uses.ts';
import { isPlaceholder, isRandomEnough, namesCredential } from './secret-likeness.ts';

const origins = ['format', 'scan', 'name', 'use'] as const;
type Origin = (typeof origins)[number];

/** A piece of text that is most likely a secret. */
export interface Secret {
  readonly kind: string;
  readonly range: TextRange;
  readonly value: string;
  /** The name it is given, e.g. `apiKey`, where one tells. */
  readonly name?: string;
  /** By a documented format, by the scan for known kinds, by name and randomness alone, or by what it is used for: the surest first. */
  readonly by: Origin;
}

/** Characters of one line; longer lines are data, and are looked at up to here. */
const mostOfLine = 4_000;
/** `name = "value"`, `"name": "value"`, `name("value")`; all repetitions bounded. */
const assignment = /([\w.-]{2,60})["'`\]]{0,2}\s{0,4}(?:=>|:=|={1,3}|:|,)\s{0,4}["'`]([^"'`\s]{6,200})["'`]/g;
const call = /\b(?:set|with)?([A-Za-z]{0,30}(?:[Pp]assword|[Ss]ecret|[Tt]oken|[Aa]piKey))\(\s{0,4}"([^"\s]{6,200})"\s{0,4}\)/g;
/** `NAME=value` and `name: value` in properties, YAML and environment files. */
const setting = /^\s{0,40}(?:-\s|export\s|ENV\s|ARG\s)?\s{0,4}([\w.-]{2,80})\s{0,4}[:=]\s{0,4}([^\s#"'`]{6,200})\s{0,10}$/;
const settingsFile = /\.(?:properties|ya?ml|toml|ini|cfg|conf|env|tfvars)$|(?:^|\/)\.env[\w.-]*$|(?:^|\/)\.npmrc$|(?:^|\/)Dockerfile/;

/** The secrets on the touched lines of a file, in order, each once. */
export function secretsIn(file: SourceFile): readonly Secret[] {
  const lines = linesOf(file);
  const found = [...scanned(file), ...formatted(piecesOf(file, lines)), ...lines.flatMap((line) => assigned(line, file))];
  const used = usedCredentials(file).map((each) => ({ kind: 'secret', ...each, by: 'use' as const }));
  const sorted = [...found.filter(({ value }) => !isPlaceholder(value)), ...used].sort(
    (a, b) => a.range.start - b.range.start || rank(a) - rank(b),
  );
  return sorted.filter((each, index) => !sorted.some((other, at) => at !== index && isBetter(other, each, at < index)));
}

function rank({ by }: Secret): number {
  return origins.indexOf(by);
}

/** Of two that overlap the surer one wins, then the first. */
function isBetter(other: Secret, each: Secret, earlier: boolean): boolean {
  if (other.range.start >= each.range.end || each.range.start >= other.range.end) return false;
  return rank(other) === rank(each) ? earlier : rank(other) < rank(each);
}

function scanned(file: SourceFile): readonly Secret[] {
  return file.secrets
    .map(({ kind, range }) => ({ kind, range, value: file.text.slice(range.start, range.end), by: 'scan' as const }))
    .filter(({ value, kind }) => !isEmptyCredential(value) && kind !== 'AWS account id');
}

/** A URL is a secret only for its password. */
function isEmptyCredential(value: string): boolean {
  const password = /:\/\/[^:@/\s]{0,100}:([^@\s]{0,200})@/.exec(value)?.[1];
  return password !== undefined && (isPlaceholder(password) || /^(?:pass|pw|pwd|postgres|root|admin|user|guest|password)/i.test(password));
}

/** The touched parts as a whole, which is much faster than line by line; cut lines where some are too long. */
function piecesOf(file: SourceFile, lines: readonly Line[]): readonly Line[] {
  if (lines.some(({ text }) => text.length >= mostOfLine)) return lines;
  return file.touched.map(({ start, end }) => ({ text: file.text.slice(start, end), start }));
}

/** A piece of the text with its place. */
interface Line {
  readonly text: string;
  readonly start: number;
}

function linesOf(file: SourceFile): readonly Line[] {
  return file.touched.flatMap(({ start, end }) => {
    const lines: Line[] = [];
    for (let at = start; at < end;) {
      const next = file.text.indexOf('\n', at);
      const stop = next === -1 || next >= end ? end : next + 1;
      lines.push({ text: file.text.slice(at, Math.min(stop, at + mostOfLine)), start: at });
      at = stop;
    }
    return lines;
  });
}

/** Nearly no format is in a file at all: all pieces are searched for each at once before any of them is looked at. */
function formatted(pieces: readonly Line[]): readonly Secret[] {
  const all = pieces.map(({ text }) => text).join('\n');
  if (!/[\w+/=.~-]{16,}|:\/\/|password/i.test(all)) return [];
  const formats = secretFormats.filter(
    ({ pattern, needle }) => (needle === undefined || all.includes(needle)) && all.search(pattern) !== -1,
  );
  return pieces.flatMap((piece) => formats.flatMap((format) => inFormat(format, piece)));
}

function inFormat({ kind, pattern }: (typeof secretFormats)[number], { text, start }: Line): readonly Secret[] {
  const found = Array.from(text.matchAll(pattern), (match): Secret => {
    const value = match[1] ?? match[0];
    const at = start + match.index + match[0].lastIndexOf(value);
    return { kind, value, range: { start: at, end: at + value.length }, by: 'format' };
  });
  return found.filter((secret) => isReal(secret));
}

/** Encoded credentials decode to `user:password`. */
function isReal({ kind, value }: Secret): boolean {
  if (kind === 'credentials in a header' || kind === 'Docker registry password') {
    const [user, password] = decoded(value).split(':', 2);
    return user !== undefined && /^[\x20-\x7e]+$/.test(user) && password !== undefined && !isPlaceholder(password);
  }
  if (kind.includes('password')) return !/^(?:pass|pw|pwd|postgres|root|admin|user|guest|test)/i.test(value);
  return kind !== 'access token in a header' || /\d/.test(value);
}

function decoded(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return '';
  }
}

function assigned({ text, start }: Line, file: SourceFile): readonly Secret[] {
  if (!/passw|passphrase|pwd|secret|token|key|credential/i.test(text)) return [];
  const matches = [...text.matchAll(assignment), ...text.matchAll(call)];
  const plain = settingsFile.test(file.path) ? setting.exec(text.trimEnd()) : null;
  return [...matches, ...(plain ? [plain] : [])].flatMap((match): readonly Secret[] => {
    const [whole, name = '', value = ''] = match;
    if (!namesCredential(name) || !isRandomEnough(name, value)) return [];
    const at = start + match.index + whole.lastIndexOf(value);
    return [{ kind: 'secret', name, value, range: { start: at, end: at + value.length }, by: 'name' }];
  });
}
