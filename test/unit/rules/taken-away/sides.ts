import type { Texts } from '../rule-cases.ts';

/** What is taken away, the rule that says so, and the change as its lines: `@@ path`, then each line behind ` `, `-` or `+`. */
export type Removal = readonly [what: string, rule: string, lines: string];

/** A protection that moves, and the change as its lines. */
export type Move = readonly [what: string, lines: string];

/** The files before and after a change that is written as its lines. */
export function sidesOf(lines: string): { readonly base: Texts; readonly head: Texts } {
  const [base, head]: [Record<string, string>, Record<string, string>] = [{}, {}];
  let path = '';
  for (const line of lines.split('\n')) {
    if (line.startsWith('@@ ')) path = line.slice(3);
    else if (/^[ +-]/.test(line)) {
      if (!line.startsWith('+')) base[path] = `${base[path] ?? ''}${line.slice(1)}\n`;
      if (!line.startsWith('-')) head[path] = `${head[path] ?? ''}${line.slice(1)}\n`;
    }
  }
  return { base, head };
}
