const loneSurrogate = /\p{Surrogate}/gu;
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/** Lone surrogates replaced, which no encoding can hold. */
export function wellFormed(text: string): string {
  return text.replace(loneSurrogate, '\uFFFD');
}

/**
 * Text of the reviewed repository made safe for a terminal or a page: no escape sequences, no carriage returns that overwrite,
 * no marks that reorder what is read (Trojan Source, CVE-2021-42574).
 */
export function visible(text: string): string {
  return wellFormed(text).replace(controls, '\uFFFD');
}

/** A message cut at its code spans: rules write code between backticks. */
export function spans(message: string): readonly { readonly text: string; readonly code: boolean }[] {
  return message.split('`').map((text, index, all) => ({ text, code: index % 2 === 1 && index < all.length - 1 }));
}
