import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly byteOrderMark: boolean;
}

/** How much of a file is looked at to tell what it is, in bytes; git looks as far for NUL bytes. */
const LOOKED_AT = 8_000;

/** Encodings that a guess is believed in; others are so rare in source code that the guess is more likely wrong. */
const BELIEVED: Readonly<Record<string, string>> = {
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  GB18030: 'gb18030',
  Big5: 'big5',
  'windows-1251': 'windows-1251',
  'KOI8-R': 'koi8-r',
  'ISO-8859-2': 'iso-8859-2',
  'windows-1250': 'windows-1250',
};

/** Below this of 100 a guess is no better than the encoding that most old source files have. */
const SURE_ENOUGH = 60;

/** The text of a file, or undefined for a binary one. Never fails: what cannot be decoded becomes U+FFFD. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = encodingByMark(bytes);
  if (marked) return decoded(bytes, marked, true);
  if (bytes.subarray(0, LOOKED_AT).includes(0)) {
    const wide = encodingByZeros(bytes.subarray(0, LOOKED_AT));
    return wide === undefined ? undefined : decoded(bytes, wide, false);
  }
  if (isUtf8(bytes)) return { text: asBuffer(bytes).toString('utf8'), encoding: 'utf-8', byteOrderMark: false };
  return decoded(bytes, guessedEncoding(bytes), false);
}

function decoded(bytes: Uint8Array, encoding: string, byteOrderMark: boolean): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, byteOrderMark };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function encodingByMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] === 0 && bytes[3] === 0 ? undefined : 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a byte order mark: text that is mostly Latin has a zero in every second byte, and only there. */
function encodingByZeros(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4) return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = bytes.length / 2;
  if (even === 0 && odd > 0.7 * most) return 'utf-16le';
  if (odd === 0 && even > 0.7 * most) return 'utf-16be';
  return undefined;
}

function guessedEncoding(bytes: Uint8Array): string {
  const best = analyse(bytes.subarray(0, 64 * 1024))[0];
  const believed = best && best.confidence >= SURE_ENOUGH ? BELIEVED[best.name] : undefined;
  return believed ?? 'windows-1252';
}
