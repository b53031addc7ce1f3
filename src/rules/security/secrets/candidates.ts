import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { usedCredentials } from '../sensitive/credential-uses.ts';
import { assignedSecrets } from './assignments.ts';
import { isPlaceholder, isRandomEnough } from './likeness.ts';
import type { SecretFormat } from './secret-format.ts';
import { settingFormats } from './setting-formats.ts';
import { vendorFormats } from './vendor-formats.ts';

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
/** The secrets on the touched lines of a file, in order, each once. */
export function secretsIn(file: SourceFile): readonly Secret[] {
  const lines = linesOf(file);
  const assigned = lines.flatMap(({ text, start }) => assignedSecrets(text, start, file));
  const found = [
    ...scanned(file),
    ...formatted(piecesOf(file, lines), file),
    ...assigned.map((each) => ({ ...each, by: 'name' as const })),
  ];
  const used = usedCredentials(file).map((each) => ({ kind: 'secret', ...each, by: 'use' as const }));
  const meant = found.filter((each) => !isPlaceholder(each.value) && !isOfThisMachine(each, file));
  const sorted = [...meant, ...used].sort((a, b) => a.range.start - b.range.start || rank(a) - rank(b));
  return sorted.filter((each, index) => !sorted.some((other, at) => at !== index && isBetter(other, each, at < index)));
}

/** The password of a URL of this machine, `app:app@localhost`, or one that is the user's name once more. */
function isOfThisMachine({ range, value }: Secret, { text }: SourceFile): boolean {
  if (/@(?:localhost|127\.0\.0\.1|0\.0\.0\.0|host\.docker\.internal)\b/.test(value + text.slice(range.end, range.end + 24))) return true;
  return /:\/\/([^:@/\s]{1,80}):$/.exec(text.slice(Math.max(0, range.start - 90), range.start))?.[1] === value;
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
function formatted(pieces: readonly Line[], { path }: SourceFile): readonly Secret[] {
  const all = pieces.map(({ text }) => text).join('\n');
  const own = settingFormats.filter((each) => each.path?.test(path));
  const common = /[\w+/=.~-]{16,}|:\/\/|password|-p/i.test(all) ? anywhere : [];
  const formats = [...own, ...common].filter(
    ({ pattern, needle }) => (needle === undefined || all.includes(needle)) && all.search(pattern) !== -1,
  );
  return pieces.flatMap((piece) => formats.flatMap((format) => inFormat(format, piece)));
}

const anywhere = [...vendorFormats, ...settingFormats.filter(({ path }) => path === undefined)];

function inFormat({ kind, pattern }: SecretFormat, { text, start }: Line): readonly Secret[] {
  const found = Array.from(text.matchAll(pattern), (match): Secret => {
    const value = match[1] ?? match[0];
    const at = start + match.index + match[0].lastIndexOf(value);
    return { kind, value, range: { start: at, end: at + value.length }, by: 'format' };
  });
  return found.filter((secret) => isReal(secret));
}

/** Encoded credentials decode to `user:password`, an encoded key to a key; a password is not the word itself. */
function isReal({ kind, value }: Secret): boolean {
  if (kind === 'credentials in a header' || kind === 'Docker registry password') {
    const [user, password] = decoded(value).split(':', 2);
    return user !== undefined && /^[\x20-\x7e]+$/.test(user) && password !== undefined && !isPlaceholder(password);
  }
  if (kind === 'encoded private key') return decoded(value.slice(0, 80)).includes('PRIVATE KEY');
  if (kind === 'JSON Web Token') return !/"role"\s?:\s?"anon"/.test(decoded(value.split('.')[1] ?? ''));
  if (kind === 'password of a command') return isRandomEnough('password', value);
  if (kind.includes('password')) return !/^(?:pass|pw|pwd|postgres|root|admin|user|guest|test)/i.test(value);
  return kind !== 'access token in a header' || /\d/.test(value);
}

function decoded(base64: string): string {
  try {
    return atob(
      base64
        .replaceAll('-', '+')
        .replaceAll('_', '/')
        .replace(/(?<!=)=+$/, ''),
    );
  } catch {
    return '';
  }
}
