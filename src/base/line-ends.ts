/** A text with the line ends of another, which it is put into. */
export function withLineEndsOf(other: string, text: string): string {
  return text.replaceAll(/\r?\n/g, other.includes('\r\n') ? '\r\n' : '\n');
}
