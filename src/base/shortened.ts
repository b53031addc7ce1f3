/** A text for people, cut off where it is longer than what fits into a sentence. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 3)}…` : text;
}

/** Source between backticks as it stands in a sentence: on one line, short, without backticks of its own. */
export function quotedCode(source: string, most = 80): string {
  return `\`${shortened(source.replace(/\s+/g, ' ').trim(), most).replaceAll('`', "'")}\``;
}

/** Two sources that differ, each as it stands in a sentence: where their beginnings fill it, from shortly before the first difference on. */
export function quotedDifference(before: string, after: string, most = 80): readonly [string, string] {
  const [old, now] = [before, after].map((source) => source.replace(/\s+/g, ' ').trim()) as [string, string];
  let same = 0;
  while (same < old.length && old[same] === now[same]) same += 1;
  if (same < most - 20) return [quotedCode(old, most), quotedCode(now, most)];
  const start = old.lastIndexOf(' ', same - 15) + 1;
  return [quotedCode(`…${old.slice(start)}`, most), quotedCode(`…${now.slice(start)}`, most)];
}
