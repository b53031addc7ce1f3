/** A text for people, cut off where it is longer than what fits into a sentence. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 3)}…` : text;
}

/** Source between backticks as it stands in a sentence: on one line, short, without backticks of its own. */
export function quotedCode(source: string, most = 80): string {
  return `\`${shortened(source.replace(/\s+/g, ' ').trim(), most).replaceAll('`', "'")}\``;
}
